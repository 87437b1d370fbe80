/* gyre-accessor.c: Typed accessors of traits
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The setters of numbers are the hot path of the whole library: bounds, one store of the place, one store of the value, and
 * two tests for somebody who listens. Whatever is rare is behind one flag and goes the general way.
 */
#include "gyre-accessor.h"
#include "gyre-commit-private.h"
#include "gyre-computed-private.h"
#include "gyre-facility-container-private.h"
#include "gyre-facility-private.h"
#include "gyre-history-private.h"
#include "gyre-hooks-private.h"
#include "gyre-identity-private.h"
#include "gyre-observers-private.h"
#include "gyre-watch-private.h"

#include <string.h>

/* Puts down where a value was said: one store of sixteen bytes, unless something has to go. */
static inline void
put_down (GyreComponent *self, guint slot, gconstpointer place)
{
  GyreState *state = gyre_state_peek (self);
  GyreProvenance *provenance;

  if (G_UNLIKELY (state == NULL || state->provenances == NULL))
    {
      gyre_state_ensure_provenances (self);
      state = gyre_state_peek (self);
    }
  provenance = &state->provenances[slot];
  if (G_UNLIKELY (provenance->kind & GYRE_SOURCE_OWNS))
    gyre_provenance_clear (provenance);
  *provenance = gyre_provenance_of_address (place);
}

/* What is deleted has the rule that nothing is set. */
static inline gboolean
has_rules (GyreComponent *self)
{
  return ((GyreComponentClass *) ((GTypeInstance *) self)->g_class)->validate != NULL
         || gyre_identity_has (self, GYRE_IDENTITY_DELETED);
}

/* The values are numbers: nobody has to keep the new one for those that hear later. */
static inline gboolean
tell (GyreComponent *self, const GyreState *state, const GyreTrait *trait, GyreValue old_value, GyreValue new_value)
{
  const GyreChange change = { trait, old_value, new_value, self };

  if (G_LIKELY (gyre_watch_has_only_observers (state)))
    return gyre_observers_notify (state->observers, self, &change);
  return gyre_component_tell (self, trait, old_value, new_value);
}

static inline void
announce (GyreComponent *self, const GyreTrait *trait, GyreValue old_value, GyreValue new_value)
{
  GyreState *state = gyre_state_peek (self);
  GyreComponentClass *class = (GyreComponentClass *) ((GTypeInstance *) self)->g_class;

  if (G_UNLIKELY (gyre_watch_is_heard (state)) && !tell (self, state, trait, old_value, new_value))
    return;
  if (G_UNLIKELY (class->trait_modified != NULL) && state->complete)
    gyre_hooks_trait_modified (self, trait);
  g_object_notify_by_pspec ((GObject *) self, trait->specification);
}

/* Which member of a value the values of a kind are in. */
static const GyreKind *
get_carrier (const GyreKind *kind)
{
  if (gyre_kind_is_a (kind, &gyre_kind_string))
    return &gyre_kind_string;
  if (kind == &gyre_kind_enumeration || kind == &gyre_kind_flags || kind == &gyre_kind_duration || kind == &gyre_kind_time)
    return &gyre_kind_integer;
  if (kind == &gyre_kind_set || kind == &gyre_kind_tuple)
    return &gyre_kind_list;
  if (kind == &gyre_kind_catalog)
    return &gyre_kind_mapping;
  return kind;
}

/* The values of these are of one type of GObject. */
static GType
get_boxed_type (const GyreKind *kind)
{
  return kind == &gyre_kind_complex ? GYRE_TYPE_COMPLEX
         : kind == &gyre_kind_fraction ? GYRE_TYPE_FRACTION
         : kind == &gyre_kind_decimal ? GYRE_TYPE_DECIMAL
         : kind == &gyre_kind_date ? G_TYPE_DATE
         : kind == &gyre_kind_timestamp ? G_TYPE_DATE_TIME
         : kind == &gyre_kind_uri ? G_TYPE_URI
         : kind == &gyre_kind_internet_address ? GYRE_TYPE_INTERNET_ADDRESS
         : kind == &gyre_kind_boxed ? GYRE_TYPE_BOXED
         : kind == &gyre_kind_input_stream || kind == &gyre_kind_output_stream ? GYRE_TYPE_STREAM
                                                                                : G_TYPE_INVALID;
}

/* A value as GObject has it. */
static void
pack (const GyreKind *carrier, GyreValue value, GValue *native)
{
  if (carrier == &gyre_kind_boolean)
    g_value_set_boolean (g_value_init (native, G_TYPE_BOOLEAN), value.boolean);
  else if (carrier == &gyre_kind_integer)
    g_value_set_int64 (g_value_init (native, G_TYPE_INT64), value.integer);
  else if (carrier == &gyre_kind_real)
    g_value_set_double (g_value_init (native, G_TYPE_DOUBLE), value.real);
  else if (carrier == &gyre_kind_array)
    g_value_set_boxed (g_value_init (native, GYRE_TYPE_ARRAY), value.array);
  else if (carrier == &gyre_kind_quantity)
    g_value_set_boxed (g_value_init (native, GYRE_TYPE_QUANTITY), &(GyreQuantity) { value.real, value.dimension });
  else if (carrier == &gyre_kind_list)
    g_value_set_boxed (g_value_init (native, GYRE_TYPE_LIST), value.list);
  else if (carrier == &gyre_kind_variant)
    g_value_set_variant (g_value_init (native, G_TYPE_VARIANT), value.pointer);
  else if (carrier == &gyre_kind_object)
    g_value_set_object (g_value_init (native, G_TYPE_OBJECT), value.object);
  else if (get_boxed_type (carrier) != G_TYPE_INVALID)
    g_value_set_boxed (g_value_init (native, get_boxed_type (carrier)), value.pointer);
  else if (carrier == &gyre_kind_mapping)
    g_value_set_boxed (g_value_init (native, GYRE_TYPE_MAPPING), value.mapping);
  else
    g_value_set_string (g_value_init (native, G_TYPE_STRING), value.string);
}

/* A derived class can redeclare the trait with another kind, and an ancestor's setter comes here all the same: then the value
 * takes the way of values from outside. */
static gboolean
commit_other (GyreComponent *self, const GyreTrait *trait, const GyreKind *carrier, GyreValue value, gconstpointer place,
              GError **error)
{
  g_auto (GValue) native = G_VALUE_INIT;

  pack (carrier, value, &native);
  gyre_kind_clear (carrier, &value);
  return gyre_component_commit_gvalue (self, trait, &native, gyre_provenance_of_address (place), error);
}

/* An error about a value that was fine when it was said, with the place where that was. */
static void
prefix_with_place (GyreComponent *self, const GyreTrait *trait, GError **error)
{
  g_autoptr (GyreLocator) locator = gyre_provenance_dup_locator (gyre_state_get_provenance (self, trait->descriptor.index));
  g_autofree char *place = locator != NULL ? gyre_locator_to_string (locator) : NULL;

  gyre_component_prefix_error (self, trait, error);
  if (place != NULL)
    g_prefix_error (error, "%s: ", place);
}

static gboolean
commit_general (GyreComponent *self, const GyreTrait *trait, const GyreKind *carrier, GyreValue value, gconstpointer place,
                GError **error)
{
  if (G_UNLIKELY (value.present && (get_carrier (trait->kind) != carrier
                                    || (trait->storage == GYRE_STORAGE_UINT64 && value.integer < 0))))
    return commit_other (self, trait, carrier, value, place, error);
  if (G_UNLIKELY (gyre_trait_is_facility (trait)))
    return gyre_facility_bind (self, trait, NULL, gyre_provenance_of_address (place), error);
  return gyre_component_commit (self, trait, value, gyre_provenance_of_address (place), error);
}

/**
 * gyre_component_commit_real: (skip)
 * @self: a component
 * @slot: of the trait
 * @value: the value
 * @place: where it is said: an address of code
 * @error: return location for %GYRE_COMPONENT_ERROR_VALUE
 *
 * Sets a real trait: what a generated setter calls.
 *
 * Returns: whether the value is set; if not, the old one stays
 *
 * Since: 0.1
 */
gboolean
gyre_component_commit_real (gpointer self, guint slot, double value, gconstpointer place, GError **error)
{
  const GyreTrait *trait = gyre_component_get_slot (self, slot);
  double *field = gyre_component_get_field (self, trait);
  double old_value = *field;

  if (G_UNLIKELY (!trait->simple || has_rules (self) || trait->storage != GYRE_STORAGE_DOUBLE
                  || (trait->bounded && !(value >= trait->real.minimum && value <= trait->real.maximum))))
    return commit_general (self, trait, &gyre_kind_real, (GyreValue) { .present = TRUE, .real = value }, place, error);
  put_down (self, trait->descriptor.index, place);
  if (memcmp (&old_value, &value, sizeof value) == 0)
    return gyre_history_say_again (self, trait);
  *field = value;
  announce (self, trait, (GyreValue) { .present = TRUE, .real = old_value }, (GyreValue) { .present = TRUE, .real = value });
  return TRUE;
}

/**
 * gyre_component_commit_integer: (skip)
 * @self: a component
 * @slot: of the trait
 * @value: the value
 * @place: where it is said: an address of code
 * @error: return location for %GYRE_COMPONENT_ERROR_VALUE
 *
 * Sets an integer trait or an enumeration: what a generated setter calls.
 *
 * Returns: whether the value is set; if not, the old one stays
 *
 * Since: 0.1
 */
gboolean
gyre_component_commit_integer (gpointer self, guint slot, gint64 value, gconstpointer place, GError **error)
{
  const GyreTrait *trait = gyre_component_get_slot (self, slot);
  gpointer field = gyre_component_get_field (self, trait);
  GyreValue old_value, new_value = { .present = TRUE, .integer = value };

  if (G_UNLIKELY (!trait->simple || has_rules (self) || trait->kind != &gyre_kind_integer
                  || value < trait->integer.minimum || value > trait->integer.maximum))
    return commit_general (self, trait, &gyre_kind_integer, new_value, place, error);
  old_value = gyre_storage_load (trait->storage, field);
  put_down (self, trait->descriptor.index, place);
  if (old_value.present && old_value.integer == value)
    return gyre_history_say_again (self, trait);
  gyre_storage_store (trait->storage, field, new_value);
  announce (self, trait, old_value, new_value);
  return TRUE;
}

/**
 * gyre_component_commit_unsigned: (skip)
 * @self: a component
 * @slot: of the trait
 * @value: the value
 * @place: where it is said: an address of code
 * @error: return location for %GYRE_COMPONENT_ERROR_VALUE
 *
 * Sets an integer trait of 64 bits without a sign: what a generated setter calls.
 *
 * Returns: whether the value is set; if not, the old one stays
 *
 * Since: 0.1
 */
gboolean
gyre_component_commit_unsigned (gpointer self, guint slot, guint64 value, gconstpointer place, GError **error)
{
  const GyreTrait *trait = gyre_component_get_slot (self, slot);
  GyreValue new_value = { .present = TRUE, .integer = (gint64) value };
  g_auto (GValue) native = G_VALUE_INIT;

  if (G_LIKELY (trait->kind == &gyre_kind_integer && trait->storage == GYRE_STORAGE_UINT64))
    return gyre_component_commit (self, trait, new_value, gyre_provenance_of_address (place), error);
  g_value_set_uint64 (g_value_init (&native, G_TYPE_UINT64), value);
  return gyre_component_commit_gvalue (self, trait, &native, gyre_provenance_of_address (place), error);
}

/**
 * gyre_component_commit_pointer: (skip)
 * @self: a component
 * @slot: of the trait
 * @kind: the kind that the setter was made for
 * @value: (nullable): the value: what a value of @kind points to; it is copied
 * @place: where it is said: an address of code
 * @error: return location for %GYRE_COMPONENT_ERROR_VALUE
 *
 * Sets a trait whose values are pointers: what a generated setter calls.
 *
 * Returns: whether the value is set; if not, the old one stays
 *
 * Since: 0.1
 */
gboolean
gyre_component_commit_pointer (gpointer self, guint slot, const GyreKind *kind, gconstpointer value, gconstpointer place,
                               GError **error)
{
  GyreValue borrowed = { .present = value != NULL, .pointer = (gpointer) value };

  return commit_general (self, gyre_component_get_slot (self, slot), kind, gyre_kind_copy (kind, borrowed), place, error);
}

/**
 * gyre_component_open_stream: (skip)
 * @self: a component
 * @slot: of the trait
 * @error: return location for %GYRE_COMPONENT_ERROR_VALUE
 *
 * Gets the stream that a trait says, and opens it if nobody has asked for it yet: what a generated function calls.
 *
 * Returns: (transfer full) (nullable): a #GInputStream or #GOutputStream; %NULL with @error if there is none, or it can't be opened
 *
 * Since: 0.1
 */
gpointer
gyre_component_open_stream (gpointer self, guint slot, GError **error)
{
  const GyreTrait *trait = gyre_component_get_slot (self, slot);
  gboolean is_input = gyre_kind_is_a (trait->kind, &gyre_kind_input_stream);
  GyreValue value = gyre_component_peek (self, trait);
  gpointer opened = NULL;

  if (!is_input && !gyre_kind_is_a (trait->kind, &gyre_kind_output_stream))
    g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "is of kind %s, not a stream", trait->kind->name);
  else if (!value.present)
    g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "is none");
  else
    opened = is_input ? (gpointer) gyre_stream_open_input (value.pointer, error) : (gpointer) gyre_stream_open_output (value.pointer, error);
  if (opened == NULL)
    prefix_with_place (self, trait, error);
  return opened;
}

/**
 * gyre_component_commit_boolean: (skip)
 * @self: a component
 * @slot: of the trait
 * @value: the value
 * @place: where it is said: an address of code
 * @error: return location for %GYRE_COMPONENT_ERROR_VALUE
 *
 * Sets a boolean trait: what a generated setter calls.
 *
 * Returns: whether the value is set; if not, the old one stays
 *
 * Since: 0.1
 */
gboolean
gyre_component_commit_boolean (gpointer self, guint slot, gboolean value, gconstpointer place, GError **error)
{
  return commit_general (self, gyre_component_get_slot (self, slot), &gyre_kind_boolean,
                         (GyreValue) { .present = TRUE, .boolean = !!value }, place, error);
}

/**
 * gyre_component_commit_quantity: (skip)
 * @self: a component
 * @slot: of the trait
 * @value: the value
 * @place: where it is said: an address of code
 * @error: return location for %GYRE_COMPONENT_ERROR_VALUE
 *
 * Sets a quantity: what a generated setter calls.
 *
 * Returns: whether the value is set; if not, the old one stays
 *
 * Since: 0.1
 */
gboolean
gyre_component_commit_quantity (gpointer self, guint slot, GyreQuantity value, gconstpointer place, GError **error)
{
  return commit_general (self, gyre_component_get_slot (self, slot), &gyre_kind_quantity,
                         (GyreValue) { .present = TRUE, .dimension = value.dimension, .real = value.magnitude }, place, error);
}

/**
 * gyre_component_commit_none: (skip)
 * @self: a component
 * @slot: of the trait
 * @place: where it is said: an address of code
 * @error: return location for %GYRE_COMPONENT_ERROR_VALUE
 *
 * Sets a nullable trait to none: what a generated setter calls.
 *
 * Returns: whether it is none
 *
 * Since: 0.1
 */
gboolean
gyre_component_commit_none (gpointer self, guint slot, gconstpointer place, GError **error)
{
  return commit_general (self, gyre_component_get_slot (self, slot), NULL, GYRE_NONE, place, error);
}

/**
 * gyre_component_commit_string: (skip)
 * @self: a component
 * @slot: of the trait
 * @value: (nullable): the value
 * @place: where it is said: an address of code
 * @error: return location for %GYRE_COMPONENT_ERROR_VALUE
 *
 * Sets a string or a path: what a generated setter calls.
 *
 * Returns: whether the value is set; if not, the old one stays
 *
 * Since: 0.1
 */
gboolean
gyre_component_commit_string (gpointer self, guint slot, const char *value, gconstpointer place, GError **error)
{
  const GyreTrait *trait = gyre_component_get_slot (self, slot);
  GyreValue copy = GYRE_NONE;

  if (value != NULL && trait->kind == &gyre_kind_path)
    trait->kind->parse (trait, value, &copy, NULL);
  else if (value != NULL)
    copy = (GyreValue) { .present = TRUE, .string = g_strdup (value) };
  return commit_general (self, trait, &gyre_kind_string, copy, place, error);
}

/**
 * gyre_component_commit_array: (skip)
 * @self: a component
 * @slot: of the trait
 * @value: (nullable): the value; a view is copied
 * @place: where it is said: an address of code
 * @error: return location for %GYRE_COMPONENT_ERROR_VALUE
 *
 * Sets an array: what a generated setter calls.
 *
 * Returns: whether the value is set; if not, the old one stays
 *
 * Since: 0.1
 */
gboolean
gyre_component_commit_array (gpointer self, guint slot, const GyreArray *value, gconstpointer place, GError **error)
{
  GyreValue shared = { .present = value != NULL };

  if (value != NULL)
    shared.array = gyre_array_ref ((GyreArray *) value);
  return commit_general (self, gyre_component_get_slot (self, slot), &gyre_kind_array, shared, place, error);
}

/**
 * gyre_component_commit_list: (skip)
 * @self: a component
 * @slot: of the trait
 * @value: (nullable): the value
 * @place: where it is said: an address of code
 * @error: return location for %GYRE_COMPONENT_ERROR_VALUE
 *
 * Sets a list: what a generated setter calls.
 *
 * Returns: whether the value is set; if not, the old one stays
 *
 * Since: 0.1
 */
gboolean
gyre_component_commit_list (gpointer self, guint slot, GyreList *value, gconstpointer place, GError **error)
{
  GyreValue shared = { .present = value != NULL };

  if (value != NULL)
    shared.list = gyre_list_ref (value);
  return commit_general (self, gyre_component_get_slot (self, slot), &gyre_kind_list, shared, place, error);
}

/**
 * gyre_component_commit_mapping: (skip)
 * @self: a component
 * @slot: of the trait
 * @value: (nullable): the value
 * @place: where it is said: an address of code
 * @error: return location for %GYRE_COMPONENT_ERROR_VALUE
 *
 * Sets a mapping: what a generated setter calls.
 *
 * Returns: whether the value is set; if not, the old one stays
 *
 * Since: 0.1
 */
gboolean
gyre_component_commit_mapping (gpointer self, guint slot, GyreMapping *value, gconstpointer place, GError **error)
{
  GyreValue shared = { .present = value != NULL };

  if (value != NULL)
    shared.mapping = gyre_mapping_ref (value);
  return commit_general (self, gyre_component_get_slot (self, slot), &gyre_kind_mapping, shared, place, error);
}

static gpointer
fetch_container (GyreComponent *self, guint slot, const GyreKind *carrier, GError **error)
{
  const GyreTrait *trait = gyre_component_get_slot (self, slot);

  if (G_UNLIKELY (get_carrier (trait->kind) != carrier || trait->storage != GYRE_STORAGE_POINTER))
    {
      g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "is of kind %s, not %s", trait->kind->name, carrier->name);
      gyre_component_prefix_error (self, trait, error);
      return NULL;
    }
  return gyre_facility_container_build (self, trait, error) ? *(gpointer *) gyre_component_get_field (self, trait) : NULL;
}

/**
 * gyre_component_fetch_list: (skip)
 * @self: a component
 * @slot: of a list of facilities
 * @error: return location for an error that names the element and the place where it was said
 *
 * Gets the parts, and builds them if nobody has asked for them yet: what a generated getter calls.
 *
 * Returns: (transfer none) (nullable): a list of objects; %NULL without an error where it is none
 *
 * Since: 0.1
 */
GyreList *
gyre_component_fetch_list (gpointer self, guint slot, GError **error)
{
  return fetch_container (self, slot, &gyre_kind_list, error);
}

/**
 * gyre_component_fetch_mapping: (skip)
 * @self: a component
 * @slot: of a mapping of facilities
 * @error: return location for an error that names the entry and the place where it was said
 *
 * Gets the parts, and builds them if nobody has asked for them yet: what a generated getter calls.
 *
 * Returns: (transfer none) (nullable): a mapping of objects; %NULL without an error where it is none
 *
 * Since: 0.1
 */
GyreMapping *
gyre_component_fetch_mapping (gpointer self, guint slot, GError **error)
{
  return fetch_container (self, slot, &gyre_kind_mapping, error);
}

/**
 * gyre_component_commit_object: (skip)
 * @self: a component
 * @slot: of the trait
 * @value: (nullable): the component that the facility shall be
 * @place: where it is said: an address of code
 * @error: return location for %GYRE_COMPONENT_ERROR_INCOMPATIBLE
 *
 * Sets a facility: what a generated setter calls.
 *
 * Returns: whether the facility is set; if not, the old one stays
 *
 * Since: 0.1
 */
gboolean
gyre_component_commit_object (gpointer self, guint slot, gpointer value, gconstpointer place, GError **error)
{
  const GyreTrait *trait = gyre_component_get_slot (self, slot);
  g_auto (GValue) native = G_VALUE_INIT;

  if (G_LIKELY (gyre_trait_is_facility (trait)))
    return gyre_facility_bind (self, trait, value, gyre_provenance_of_address (place), error);
  g_value_set_object (g_value_init (&native, G_TYPE_OBJECT), value);
  return gyre_component_commit_gvalue (self, trait, &native, gyre_provenance_of_address (place), error);
}

/**
 * gyre_component_fetch_object: (skip)
 * @self: a component
 * @slot: of the trait
 * @error: return location for an error
 *
 * Gets a facility, and builds it if nobody has asked for it yet: what a generated getter calls.
 *
 * Returns: (transfer none) (nullable): the component; %NULL without an error where it is none
 *
 * Since: 0.1
 */
gpointer
gyre_component_fetch_object (gpointer self, guint slot, GError **error)
{
  const GyreTrait *trait = gyre_component_get_slot (self, slot);
  gpointer object;

  if (G_UNLIKELY (!gyre_trait_is_facility (trait)))
    {
      g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "is of kind %s, not a facility", trait->kind->name);
      gyre_component_prefix_error (self, trait, error);
      return NULL;
    }
  object = *(gpointer *) gyre_component_get_field (self, trait);
  return G_LIKELY (object != NULL) ? object : gyre_facility_build (self, trait, error);
}

/**
 * gyre_component_settle: (skip)
 * @self: a component
 * @slot: of the trait
 *
 * Makes a computed value what it should be before it is read: what a generated getter calls in a class that has one.
 *
 * Since: 0.1
 */
void
gyre_component_settle (gpointer self, guint slot)
{
  const GyreTrait *trait = gyre_component_get_slot (self, slot);

  if (gyre_trait_is_computed (trait))
    gyre_computed_settle (self, trait);
}
