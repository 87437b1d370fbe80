/* gyre-trait.c: A typed member of a class: a property or a facility
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-constraint-private.h"
#include "gyre-kind-private.h"
#include "gyre-literal.h"
#include "gyre-name.h"

#include <math.h>
#include <string.h>

/* Traits live as long as the process, so a copy for a binding is the trait itself. */
static gpointer
trait_same (gpointer trait)
{
  return trait;
}

static void
trait_keep (gpointer trait)
{
}

G_DEFINE_BOXED_TYPE (GyreTrait, gyre_trait, trait_same, trait_keep)

static gboolean
is_numeric_text (const GyreTraitDeclaration *declaration)
{
  return declaration->storage == GYRE_STORAGE_POINTER || declaration->storage == GYRE_STORAGE_MAYBE_BOOLEAN
         || declaration->storage == GYRE_STORAGE_MAYBE_INTEGER || declaration->storage == GYRE_STORAGE_MAYBE_REAL;
}

/* A row that is written by hand in C leaves bounds at 0, 0; the macros put infinities there. */
static gboolean
has_bounds (const GyreTraitDeclaration *declaration)
{
  return !(declaration->minimum == 0 && declaration->maximum == 0)
         && !(isinf (declaration->minimum) && isinf (declaration->maximum));
}

static void
bound_integer (GyreTrait *trait, const GyreTraitDeclaration *declaration)
{
  gboolean given = has_bounds (declaration);
  gint64 minimum, maximum;

  gyre_storage_get_range (trait->storage, &minimum, &maximum);
  if (given && declaration->minimum > (long double) minimum)
    minimum = (gint64) declaration->minimum;
  if (given && declaration->maximum < (long double) maximum)
    maximum = (gint64) declaration->maximum;
  if (trait->constraints & GYRE_POSITIVE)
    minimum = MAX (minimum, 1);
  else if (trait->constraints & GYRE_NOT_NEGATIVE)
    minimum = MAX (minimum, 0);
  trait->whole = TRUE;
  trait->bounded = TRUE;
  trait->integer.minimum = minimum;
  trait->integer.maximum = maximum;
}

/* The least positive double stands for "greater than 0", so that every bound is one comparison. */
static void
bound_real (GyreTrait *trait, const GyreTraitDeclaration *declaration)
{
  gboolean given = has_bounds (declaration);
  double minimum = given ? (double) declaration->minimum : -INFINITY;
  double maximum = given ? (double) declaration->maximum : INFINITY;

  if (trait->constraints & GYRE_POSITIVE)
    minimum = fmax (minimum, nextafter (0.0, 1.0));
  else if (trait->constraints & GYRE_NOT_NEGATIVE)
    minimum = fmax (minimum, 0.0);
  trait->bounded = !(isinf (minimum) && minimum < 0) || !(isinf (maximum) && maximum > 0);
  trait->real.minimum = minimum;
  trait->real.maximum = maximum;
}

static void
bound (GyreTrait *trait, const GyreTraitDeclaration *declaration)
{
  if (gyre_kind_is_a (trait->kind, &gyre_kind_integer))
    bound_integer (trait, declaration);
  else if (gyre_kind_is_a (trait->kind, &gyre_kind_real) || gyre_kind_is_a (trait->kind, &gyre_kind_array))
    bound_real (trait, declaration);
}

/* The rules of a list's numbers and texts are those of its elements; that it must not be empty is its own. */
static GyreTrait *
new_element (const GyreTraitDeclaration *declaration)
{
  GyreTraitDeclaration element = *declaration;

  element.kind = declaration->element;
  element.element = NULL;
  element.storage = declaration->element == &gyre_kind_boolean ? GYRE_STORAGE_BOOLEAN
                    : declaration->element == &gyre_kind_integer ? GYRE_STORAGE_INT64
                    : declaration->element == &gyre_kind_real ? GYRE_STORAGE_DOUBLE
                    : declaration->element == &gyre_kind_enumeration ? GYRE_STORAGE_INT32
                    : GYRE_STORAGE_POINTER;
  element.initial = (GyreInitial) { .integer = 0 };
  element.constraints &= ~GYRE_NOT_EMPTY;
  element.nullable = FALSE;
  return gyre_trait_new (&element);
}

/**
 * gyre_trait_new: (skip)
 * @declaration: a row of a table; its texts must live as long as the process
 *
 * Makes a trait. It has no class yet: gyre_declaration_add() gives it one.
 *
 * Returns: (transfer full): a trait
 *
 * Since: 0.1
 */
GyreTrait *
gyre_trait_new (const GyreTraitDeclaration *declaration)
{
  GyreTrait *self = g_new0 (GyreTrait, 1);
  GyreDescriptor *descriptor = &self->descriptor;
  g_autofree char *name = gyre_name_dup_property (declaration->field != NULL ? declaration->field : "element");

  descriptor->identifier = declaration->field;
  descriptor->name = g_intern_string (name);
  descriptor->aliases = declaration->aliases;
  descriptor->summary = declaration->summary;
  descriptor->description = declaration->description;
  descriptor->deprecated_since = declaration->deprecated_since;
  descriptor->sort = declaration->kind == &gyre_kind_facility ? GYRE_DESCRIPTOR_FACILITY : GYRE_DESCRIPTOR_PROPERTY;
  self->kind = declaration->kind;
  self->get_type = declaration->get_type;
  self->offset = declaration->offset;
  self->storage = declaration->storage;
  self->constraints = declaration->constraints;
  self->nullable = declaration->nullable || (is_numeric_text (declaration) && declaration->storage != GYRE_STORAGE_POINTER);
  self->construct_only = declaration->construct_only;
  self->readable = TRUE;
  self->writable = TRUE;
  self->initial = declaration->initial;
  self->units = declaration->units;
  self->member = declaration->member;
  self->like = declaration->like;
  bound (self, declaration);
  if (declaration->element != NULL)
    self->element = new_element (declaration);
  return self;
}

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
  self->descriptor.deprecated_since = specification->flags & G_PARAM_DEPRECATED ? "unknown" : NULL;
  self->kind = kind_of_specification (specification);
  self->descriptor.sort = self->kind == &gyre_kind_facility ? GYRE_DESCRIPTOR_FACILITY : GYRE_DESCRIPTOR_PROPERTY;
  self->type = specification->value_type;
  self->storage = GYRE_STORAGE_NONE;
  self->nullable = self->kind != &gyre_kind_integer && self->kind != &gyre_kind_real && self->kind != &gyre_kind_boolean
                   && self->kind != &gyre_kind_enumeration;
  self->construct_only = (specification->flags & G_PARAM_CONSTRUCT_ONLY) != 0;
  self->readable = (specification->flags & G_PARAM_READABLE) != 0;
  self->writable = (specification->flags & G_PARAM_WRITABLE) != 0;
  self->specification = g_param_spec_ref (specification);
  take_bounds (self, specification);
  take_initial (self, g_param_spec_get_default_value (specification));
  return self;
}

/**
 * gyre_trait_of_descriptor:
 * @descriptor: a member of a class or interface
 *
 * Returns: (nullable) (transfer none): the property or facility that it is; %NULL for a behavior
 *
 * Since: 0.1
 */
GyreTrait *
gyre_trait_of_descriptor (GyreDescriptor *descriptor)
{
  g_return_val_if_fail (descriptor != NULL, NULL);
  return descriptor->sort != GYRE_DESCRIPTOR_BEHAVIOR ? (GyreTrait *) descriptor : NULL;
}

/**
 * gyre_trait_get_name:
 * @trait: a trait
 *
 * Returns: (transfer none): the canonical name
 *
 * Since: 0.1
 */
const char *
gyre_trait_get_name (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, NULL);
  return trait->descriptor.name;
}

/**
 * gyre_trait_get_kind: (skip)
 * @trait: a trait
 *
 * Returns: (transfer none): the kind of its values
 *
 * Since: 0.1
 */
const GyreKind *
gyre_trait_get_kind (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, NULL);
  return trait->kind;
}

/**
 * gyre_trait_get_kind_name:
 * @trait: a trait
 *
 * Returns: (transfer none): the word for the kind of its values
 *
 * Since: 0.1
 */
const char *
gyre_trait_get_kind_name (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, NULL);
  return trait->kind->name;
}

/**
 * gyre_trait_dup_kind_text:
 * @trait: a trait
 *
 * Returns: (transfer full): the kind for a person: "list of real", "facility of gauss.shapes", "enumeration GaussMode"
 *
 * Since: 0.1
 */
char *
gyre_trait_dup_kind_text (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, NULL);

  if (trait->element != NULL)
    return g_strdup_printf ("%s of %s", trait->kind->name, trait->element->kind->name);
  if (trait->kind == &gyre_kind_array)
    return g_strdup ("array of real");
  if (trait->kind == &gyre_kind_facility || trait->kind == &gyre_kind_enumeration || trait->kind == &gyre_kind_opaque)
    return g_strdup_printf ("%s %s", trait->kind->name, g_type_name (gyre_trait_get_value_type (trait)));
  return g_strdup (trait->kind->name);
}

/**
 * gyre_trait_get_units:
 * @trait: a trait
 *
 * Returns: (nullable) (transfer none): what the number counts
 *
 * Since: 0.1
 */
const char *
gyre_trait_get_units (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, NULL);
  return trait->units;
}

/**
 * gyre_trait_get_value_type:
 * @trait: a trait
 *
 * Returns: the type of an enumeration, the interface of a facility, the type of an opaque property; else %G_TYPE_INVALID
 *
 * Since: 0.1
 */
GType
gyre_trait_get_value_type (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, G_TYPE_INVALID);
  return trait->get_type != NULL ? trait->get_type () : trait->type;
}

/**
 * gyre_trait_is_facility:
 * @trait: a trait
 *
 * Returns: whether its value is another component
 *
 * Since: 0.1
 */
gboolean
gyre_trait_is_facility (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, FALSE);
  return trait->descriptor.sort == GYRE_DESCRIPTOR_FACILITY;
}

/**
 * gyre_trait_is_nullable:
 * @trait: a trait
 *
 * Returns: whether it can be `none`
 *
 * Since: 0.1
 */
gboolean
gyre_trait_is_nullable (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, FALSE);
  return trait->nullable;
}

/**
 * gyre_trait_is_construct_only:
 * @trait: a trait
 *
 * Returns: whether it can only be set while the instance is built
 *
 * Since: 0.1
 */
gboolean
gyre_trait_is_construct_only (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, FALSE);
  return trait->construct_only;
}

/**
 * gyre_trait_is_writable:
 * @trait: a trait
 *
 * Returns: whether it can be set at all; only properties of other code can't
 *
 * Since: 0.1
 */
gboolean
gyre_trait_is_writable (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, FALSE);
  return trait->writable;
}

/**
 * gyre_trait_is_foreign:
 * @trait: a trait
 *
 * Returns: whether other code keeps its value, so that it is reached through GObject
 *
 * Since: 0.1
 */
gboolean
gyre_trait_is_foreign (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, FALSE);
  return trait->storage == GYRE_STORAGE_NONE;
}

/**
 * gyre_trait_get_specification:
 * @trait: a trait
 *
 * Returns: (nullable) (transfer none): the GObject property; %NULL before its class was made, and for a trait of an interface
 *
 * Since: 0.1
 */
GParamSpec *
gyre_trait_get_specification (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, NULL);
  return trait->specification;
}

/**
 * gyre_trait_dup_path:
 * @trait: a trait
 * @owner: a family or the name of an instance
 *
 * Returns: (transfer full): "owner.name"
 *
 * Since: 0.1
 */
char *
gyre_trait_dup_path (const GyreTrait *trait, const char *owner)
{
  g_return_val_if_fail (trait != NULL && owner != NULL, NULL);
  return g_strconcat (owner, ".", trait->descriptor.name, NULL);
}

static gboolean
parse_structured (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  if (g_ascii_strcasecmp (trimmed, "none") == 0)
    return TRUE;
  return trait->kind->parse (trait, text, value, error);
}

static gboolean
parse_scalar (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  gboolean is_none = FALSE;
  gboolean is_quoted = FALSE;
  g_autofree char *scalar = gyre_literal_scalar (text, &is_none, &is_quoted, error);
  GError *problem = NULL;

  if (scalar == NULL && !is_none)
    return FALSE;
  if (is_none || trait->kind->parse (trait, scalar, value, &problem))
    return TRUE;

  gsize start = strspn (text, " \t\n\r") + (is_quoted ? 1 : 0);
  gyre_value_error_relocate (problem, start, NULL);
  g_propagate_error (error, problem);
  return FALSE;
}

/**
 * gyre_trait_parse: (skip)
 * @trait: a trait
 * @text: the text of a value, as a file or an argument has it
 * @value: (out): the value, owned by the caller; `none` when the text says so
 * @error: return location for an error of %GYRE_VALUE_ERROR; it may know the offset of the mistake in the text
 *
 * Reads a value and checks it against the rules of the trait.
 *
 * Returns: whether the text is a value that the trait can have
 *
 * Since: 0.1
 */
gboolean
gyre_trait_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  g_return_val_if_fail (trait != NULL && text != NULL && value != NULL, FALSE);

  gboolean read;
  *value = GYRE_NONE;
  read = trait->kind->structured ? parse_structured (trait, text, value, error) : parse_scalar (trait, text, value, error);
  if (read && gyre_trait_validate (trait, *value, error))
    return TRUE;
  if (read)
    gyre_kind_clear (trait->kind, value);
  *value = GYRE_NONE;
  return FALSE;
}

/**
 * gyre_trait_print: (skip)
 * @trait: a trait
 * @value: a value
 *
 * Returns: (transfer full): a text that gyre_trait_parse() reads as the same value
 *
 * Since: 0.1
 */
char *
gyre_trait_print (const GyreTrait *trait, GyreValue value)
{
  g_return_val_if_fail (trait != NULL, NULL);
  return value.present ? trait->kind->print (trait, value) : g_strdup ("none");
}

/**
 * gyre_trait_validate: (skip)
 * @trait: a trait
 * @value: a value of its kind
 * @error: return location for an error of %GYRE_VALUE_ERROR
 *
 * Returns: whether the value keeps all rules of the trait
 *
 * Since: 0.1
 */
gboolean
gyre_trait_validate (const GyreTrait *trait, GyreValue value, GError **error)
{
  g_return_val_if_fail (trait != NULL, FALSE);

  if (!value.present)
    {
      if (trait->nullable)
        return TRUE;
      gyre_value_error_set (error, GYRE_VALUE_ERROR_NULL, 0, NULL, "may not be none");
      return FALSE;
    }
  return gyre_constraints_hold (trait, value, error)
         && (trait->kind->validate == NULL || trait->kind->validate (trait, value, error));
}

/* What GVariant says of a number, as GObject's own value; G_TYPE_INVALID stands for nothing in a maybe. */
static gboolean
value_of_variant (GVariant *variant, GValue *target)
{
  g_autoptr (GVariant) held = g_variant_ref (variant);

  if (g_variant_is_of_type (held, G_VARIANT_TYPE_MAYBE))
    {
      GVariant *inner = g_variant_get_maybe (held);
      if (inner == NULL)
        return TRUE;
      g_variant_unref (held);
      held = inner;
    }
  switch (g_variant_classify (held))
    {
    case G_VARIANT_CLASS_BOOLEAN:
      g_value_set_boolean (g_value_init (target, G_TYPE_BOOLEAN), g_variant_get_boolean (held));
      return TRUE;
    case G_VARIANT_CLASS_INT32:
      g_value_set_int (g_value_init (target, G_TYPE_INT), g_variant_get_int32 (held));
      return TRUE;
    case G_VARIANT_CLASS_UINT32:
      g_value_set_uint (g_value_init (target, G_TYPE_UINT), g_variant_get_uint32 (held));
      return TRUE;
    case G_VARIANT_CLASS_INT64:
      g_value_set_int64 (g_value_init (target, G_TYPE_INT64), g_variant_get_int64 (held));
      return TRUE;
    case G_VARIANT_CLASS_DOUBLE:
      g_value_set_double (g_value_init (target, G_TYPE_DOUBLE), g_variant_get_double (held));
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_maybe (const GyreTrait *trait)
{
  return trait->storage >= GYRE_STORAGE_MAYBE_BOOLEAN && trait->storage <= GYRE_STORAGE_MAYBE_REAL;
}

/**
 * gyre_trait_from_gvalue: (skip)
 * @trait: a trait
 * @source: a native value
 * @value: (out): the value, owned by the caller
 * @error: return location for an error of %GYRE_VALUE_ERROR
 *
 * Takes a native value and checks it against the rules of the trait: a number of any width that keeps its value, a GVariant
 * of maybe type for a nullable number.
 *
 * Returns: whether it is a value that the trait can have
 *
 * Since: 0.1
 */
gboolean
gyre_trait_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  g_auto (GValue) unpacked = G_VALUE_INIT;

  g_return_val_if_fail (trait != NULL && source != NULL && value != NULL, FALSE);

  *value = GYRE_NONE;
  if (is_maybe (trait) && G_VALUE_HOLDS_VARIANT (source))
    {
      if (g_value_get_variant (source) == NULL)
        return TRUE;
      if (!value_of_variant (g_value_get_variant (source), &unpacked))
        return gyre_kind_refuse_type (trait, source, error);
      if (!G_IS_VALUE (&unpacked))
        return TRUE;
      source = &unpacked;
    }
  if (!trait->kind->from_gvalue (trait, source, value, error))
    return FALSE;
  if (gyre_trait_validate (trait, *value, error))
    return TRUE;
  gyre_kind_clear (trait->kind, value);
  return FALSE;
}

static GVariant *
maybe_of_value (const GyreTrait *trait, GyreValue value)
{
  if (trait->storage == GYRE_STORAGE_MAYBE_BOOLEAN)
    return g_variant_new_maybe (G_VARIANT_TYPE_BOOLEAN, value.present ? g_variant_new_boolean (value.boolean) : NULL);
  if (trait->storage == GYRE_STORAGE_MAYBE_INTEGER)
    return g_variant_new_maybe (G_VARIANT_TYPE_INT64, value.present ? g_variant_new_int64 (value.integer) : NULL);
  return g_variant_new_maybe (G_VARIANT_TYPE_DOUBLE, value.present ? g_variant_new_double (value.real) : NULL);
}

/**
 * gyre_trait_to_gvalue: (skip)
 * @trait: a trait
 * @value: a value, borrowed
 * @target: a #GValue of the type of the property
 *
 * Hands a value out.
 *
 * Since: 0.1
 */
void
gyre_trait_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
  if (is_maybe (trait))
    g_value_set_variant (target, maybe_of_value (trait, value));
  else
    trait->kind->to_gvalue (trait, value, target);
}

/**
 * gyre_trait_get_initial: (skip)
 * @trait: a trait
 * @value: (out): the default, owned by the caller
 * @error: return location for an error of %GYRE_VALUE_ERROR
 *
 * Makes the default that the declaration says.
 *
 * Returns: whether it keeps the trait's own rules
 *
 * Since: 0.1
 */
gboolean
gyre_trait_get_initial (const GyreTrait *trait, GyreValue *value, GError **error)
{
  g_return_val_if_fail (trait != NULL && value != NULL, FALSE);

  if (trait->storage == GYRE_STORAGE_POINTER && trait->initial.text == NULL)
    *value = GYRE_NONE;
  else if (trait->storage == GYRE_STORAGE_POINTER && gyre_kind_is_a (trait->kind, &gyre_kind_string))
    return trait->kind->parse (trait, trait->initial.text, value, error) && gyre_trait_validate (trait, *value, error);
  else if (trait->storage == GYRE_STORAGE_POINTER || is_maybe (trait))
    return gyre_trait_parse (trait, trait->initial.text != NULL ? trait->initial.text : "none", value, error);
  else if (trait->kind == &gyre_kind_real)
    *value = (GyreValue) { .present = TRUE, .real = trait->initial.real };
  else if (trait->kind == &gyre_kind_boolean)
    *value = (GyreValue) { .present = TRUE, .boolean = trait->initial.boolean };
  else
    *value = (GyreValue) { .present = TRUE, .integer = trait->initial.integer };
  return trait->storage == GYRE_STORAGE_NONE || gyre_trait_validate (trait, *value, error);
}

/**
 * gyre_trait_dup_initial_text:
 * @trait: a trait
 *
 * Returns: (transfer full): the default that the declaration says, as text
 *
 * Since: 0.1
 */
char *
gyre_trait_dup_initial_text (const GyreTrait *trait)
{
  GyreValue value = GYRE_NONE;
  char *text;

  g_return_val_if_fail (trait != NULL, NULL);

  if (trait->storage == GYRE_STORAGE_NONE && trait->kind == &gyre_kind_string)
    return trait->initial.text != NULL ? gyre_literal_quote (trait->initial.text) : g_strdup ("none");
  if (trait->storage == GYRE_STORAGE_NONE && trait->nullable)
    return g_strdup ("none");
  if (!gyre_trait_get_initial (trait, &value, NULL))
    return g_strdup (trait->initial.text != NULL ? trait->initial.text : "none");
  text = gyre_trait_print (trait, value);
  gyre_kind_clear (trait->kind, &value);
  return text;
}
