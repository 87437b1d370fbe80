/* gyre-trait-foreign.c: Traits of properties that other code has declared
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-kind-native-private.h"

static const GyreKind *
kind_of_specification (GParamSpec *specification)
{
  static const struct { GType type; const GyreKind *kind; } table[] = {
    { G_TYPE_BOOLEAN, &gyre_kind_boolean }, { G_TYPE_CHAR, &gyre_kind_integer }, { G_TYPE_UCHAR, &gyre_kind_integer },
    { G_TYPE_INT, &gyre_kind_integer }, { G_TYPE_UINT, &gyre_kind_integer }, { G_TYPE_LONG, &gyre_kind_integer },
    { G_TYPE_ULONG, &gyre_kind_integer }, { G_TYPE_INT64, &gyre_kind_integer }, { G_TYPE_UINT64, &gyre_kind_integer },
    { G_TYPE_FLOAT, &gyre_kind_real }, { G_TYPE_DOUBLE, &gyre_kind_real }, { G_TYPE_STRING, &gyre_kind_string },
  };

  for (guint index = 0; index < G_N_ELEMENTS (table); index++)
    if (specification->value_type == table[index].type)
      return table[index].kind;
  if (specification->value_type == GYRE_TYPE_ARRAY)
    return &gyre_kind_array;
  if (G_TYPE_IS_FLAGS (specification->value_type))
    return &gyre_kind_flags;
  if (G_TYPE_IS_ENUM (specification->value_type))
    return &gyre_kind_enumeration;
  if (g_type_is_a (specification->value_type, G_TYPE_OBJECT) || G_TYPE_IS_INTERFACE (specification->value_type))
    return &gyre_kind_facility;
  return &gyre_kind_opaque;
}

static void
take_initial (GyreTrait *self, const GValue *value)
{
  gboolean is_whole = FALSE;
  GyreValue number = GYRE_NONE;

  if (self->kind == &gyre_kind_boolean)
    self->initial.boolean = g_value_get_boolean (value);
  else if (self->kind == &gyre_kind_string)
    self->initial.text = g_intern_string (g_value_get_string (value));
  else if (self->kind == &gyre_kind_enumeration)
    self->initial.integer = g_value_get_enum (value);
  else if (self->kind == &gyre_kind_flags)
    self->initial.integer = g_value_get_flags (value);
  else if (G_VALUE_HOLDS_UINT64 (value) || G_VALUE_HOLDS_ULONG (value))
    self->initial.integer = (gint64) (G_VALUE_HOLDS_UINT64 (value) ? g_value_get_uint64 (value) : g_value_get_ulong (value));
  else if (gyre_kind_number_from_gvalue (value, &number, &is_whole) && self->kind == &gyre_kind_integer)
    self->initial.integer = is_whole ? number.integer : G_MAXINT64;
  else if (self->kind == &gyre_kind_real)
    self->initial.real = is_whole ? (double) number.integer : number.real;
}

static void
take_bounds (GyreTrait *self, GParamSpec *specification)
{
  self->whole = self->kind == &gyre_kind_integer;
  self->bounded = self->whole;
  self->integer.minimum = G_MININT64;
  self->integer.maximum = G_MAXINT64;
  if (G_IS_PARAM_SPEC_INT (specification))
    {
      self->integer.minimum = G_PARAM_SPEC_INT (specification)->minimum;
      self->integer.maximum = G_PARAM_SPEC_INT (specification)->maximum;
    }
  else if (G_IS_PARAM_SPEC_UINT (specification))
    {
      self->integer.minimum = G_PARAM_SPEC_UINT (specification)->minimum;
      self->integer.maximum = G_PARAM_SPEC_UINT (specification)->maximum;
    }
  else if (G_IS_PARAM_SPEC_INT64 (specification))
    {
      self->integer.minimum = G_PARAM_SPEC_INT64 (specification)->minimum;
      self->integer.maximum = G_PARAM_SPEC_INT64 (specification)->maximum;
    }
  else if (G_IS_PARAM_SPEC_UINT64 (specification) || G_IS_PARAM_SPEC_ULONG (specification))
    {
      gboolean is_long = G_IS_PARAM_SPEC_ULONG (specification);
      self->integer.minimum = (gint64) (is_long ? G_PARAM_SPEC_ULONG (specification)->minimum : G_PARAM_SPEC_UINT64 (specification)->minimum);
      self->integer.maximum = (gint64) (is_long ? G_PARAM_SPEC_ULONG (specification)->maximum : G_PARAM_SPEC_UINT64 (specification)->maximum);
    }
  else if (G_IS_PARAM_SPEC_DOUBLE (specification) || G_IS_PARAM_SPEC_FLOAT (specification))
    {
      gboolean is_double = G_IS_PARAM_SPEC_DOUBLE (specification);
      self->bounded = TRUE;
      self->real.minimum = is_double ? G_PARAM_SPEC_DOUBLE (specification)->minimum
                                     : (double) G_PARAM_SPEC_FLOAT (specification)->minimum;
      self->real.maximum = is_double ? G_PARAM_SPEC_DOUBLE (specification)->maximum
                                     : (double) G_PARAM_SPEC_FLOAT (specification)->maximum;
    }
}

/**
 * gyre_trait_new_foreign: (skip)
 * @specification: a GObject property that other code has declared
 *
 * Makes a trait of it. Its value is reached through GObject.
 *
 * Returns: (transfer full): a trait
 *
 * Since: 0.1
 */
GyreTrait *
gyre_trait_new_foreign (GParamSpec *specification)
{
  GyreTrait *self = g_new0 (GyreTrait, 1);

  self->descriptor.name = g_intern_string (specification->name);
  self->descriptor.identifier = self->descriptor.name;
  self->descriptor.summary = g_intern_string (g_param_spec_get_blurb (specification));
  self->descriptor.deprecated_since = specification->flags & G_PARAM_DEPRECATED ? "an unknown version" : NULL;
  self->kind = kind_of_specification (specification);
  self->descriptor.sort = self->kind == &gyre_kind_facility ? GYRE_DESCRIPTOR_FACILITY : GYRE_DESCRIPTOR_PROPERTY;
  self->has_type = TRUE;
  self->type = specification->value_type;
  self->storage = GYRE_STORAGE_NONE;
  self->nullable = self->kind != &gyre_kind_integer && self->kind != &gyre_kind_real && self->kind != &gyre_kind_boolean
                   && self->kind != &gyre_kind_enumeration && self->kind != &gyre_kind_flags;
  self->construct_only = (specification->flags & G_PARAM_CONSTRUCT_ONLY) != 0;
  self->readable = (specification->flags & G_PARAM_READABLE) != 0;
  self->writable = (specification->flags & G_PARAM_WRITABLE) != 0;
  self->specification = g_param_spec_ref (specification);
  take_bounds (self, specification);
  take_initial (self, g_param_spec_get_default_value (specification));
  return self;
}
