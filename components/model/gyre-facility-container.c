/* gyre-facility-container.c: Several facilities in one trait
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The field holds a list or mapping of texts, which say components, until somebody asks for it. Then all of them are built, or none
 * is, and a list or mapping of objects takes the place. Which of both it is, the container knows: the kind of its elements is
 * that of facilities, which are texts, or that of parts.
 */
#include "gyre-facility-container-private.h"
#include "gyre-commit-private.h"
#include "gyre-component-private.h"
#include "gyre-literal.h"
#include "gyre-resolution-private.h"

#include <string.h>

static char *
part_print (const GyreTrait *trait, GyreValue value)
{
  g_autofree char *text = GYRE_IS_COMPONENT (value.object) ? gyre_component_dup_specification (GYRE_COMPONENT (value.object))
                                                           : g_strdup (G_OBJECT_TYPE_NAME (value.object));

  return gyre_literal_quote (text);
}

static gboolean
part_equal (GyreValue value, GyreValue other)
{
  return value.object == other.object;
}

static GyreValue
part_copy (GyreValue value)
{
  g_object_ref (value.object);
  return value;
}

static void
part_clear (GyreValue value)
{
  g_object_unref (value.object);
}

static const GyreKind part_kind = {
  .name = "component",
  .print = part_print,
  .equal = part_equal,
  .copy = part_copy,
  .clear = part_clear,
};

static GyreValue
value_of_object (GObject *object)
{
  return (GyreValue) { .present = object != NULL, .object = object != NULL ? g_object_ref (object) : NULL };
}

/**
 * gyre_list_new_of_objects:
 * @objects: (array length=length): components
 * @length: how many
 *
 * Makes what a list of facilities can be set to.
 *
 * Returns: (transfer full): a list that holds the objects
 *
 * Since: 0.1
 */
GyreList *
gyre_list_new_of_objects (GObject **objects, guint length)
{
  GyreList *self = gyre_list_new (&part_kind, length);

  for (guint index = 0; index < length; index++)
    gyre_list_take_value (self, index, value_of_object (objects[index]));
  return self;
}

/**
 * gyre_mapping_new_of_objects: (skip)
 * @keys: (array zero-terminated=1): the keys
 * @objects: (array): a component for each key
 *
 * Makes what a mapping of facilities can be set to.
 *
 * Returns: (transfer full): a mapping that holds the objects
 *
 * Since: 0.1
 */
GyreMapping *
gyre_mapping_new_of_objects (const char * const *keys, GObject **objects)
{
  GyreMapping *self = gyre_mapping_new (&part_kind);

  for (guint index = 0; keys[index] != NULL; index++)
    gyre_mapping_take_value (self, keys[index], value_of_object (objects[index]));
  return self;
}

static gboolean
is_mapping (const GyreTrait *trait)
{
  return gyre_kind_is_a (trait->kind, &gyre_kind_mapping);
}

gboolean
gyre_facility_container_is (const GyreTrait *trait)
{
  return trait->element != NULL && trait->element->kind == &gyre_kind_facility && trait->storage == GYRE_STORAGE_POINTER;
}

static guint
get_length (const GyreTrait *trait, GyreValue value)
{
  if (!value.present)
    return 0;
  return is_mapping (trait) ? gyre_mapping_get_length (value.mapping) : gyre_list_get_length (value.list);
}

static GyreValue
get_value (const GyreTrait *trait, GyreValue value, guint index)
{
  return is_mapping (trait) ? gyre_mapping_get_value (value.mapping, index) : gyre_list_get_value (value.list, index);
}

static gboolean
is_built (const GyreTrait *trait, GyreValue value)
{
  return !value.present
         || (is_mapping (trait) ? gyre_mapping_get_kind (value.mapping) : gyre_list_get_kind (value.list, 0)) == &part_kind;
}

/* The index or the key. */
static char *
dup_entry (const GyreTrait *trait, GyreValue value, guint index)
{
  return is_mapping (trait) ? g_strdup (gyre_mapping_get_key (value.mapping, index)) : g_strdup_printf ("%u", index);
}

static char *
dup_part_name (GyreComponent *component, const GyreTrait *trait, const char *entry)
{
  const char *host = gyre_component_get_name (component);
  g_autofree char *path = host != NULL ? gyre_trait_dup_path (trait, host) : NULL;

  return path != NULL ? g_strdup_printf ("%s.%s", path, entry) : NULL;
}

/* Says which part is meant and where it was said. */
static void
prefix_part (GyreComponent *component, const GyreTrait *trait, const char *entry, gboolean with_place, GError **error)
{
  g_autoptr (GyreLocator) locator = NULL;
  g_autofree char *place = NULL;

  if (error == NULL || *error == NULL)
    return;
  if (with_place)
    locator = gyre_provenance_dup_locator (gyre_state_get_provenance (component, trait->descriptor.index));
  place = locator != NULL ? gyre_locator_to_string (locator) : NULL;
  if (place != NULL)
    g_prefix_error (error, "[%s] (%s): ", entry, place);
  else
    g_prefix_error (error, "[%s]: ", entry);
}

static gboolean
check_said (GyreExecutive *executive, const GyreTrait *element, const char *text, GError **error)
{
  GType type = gyre_trait_get_value_type (element);
  g_autofree char *family = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GObject) instance = NULL;

  if (!gyre_resolution_check (executive, text, &family, &name, error))
    return FALSE;
  if (name != NULL)
    instance = gyre_nameserver_find (gyre_executive_get_nameserver (executive), name);
  if (instance != NULL)
    return gyre_resolution_check_instance (executive, instance, family, type, error);
  return family == NULL || gyre_resolution_find_class (executive, family, type, error) != NULL;
}

static gboolean
check_part (GyreComponent *component, const GyreTrait *trait, GyreValue value, guint index, GError **error)
{
  GyreExecutive *executive = gyre_component_get_executive (component);
  GyreValue part = get_value (trait, value, index);

  if (!part.present && trait->element->nullable)
    return TRUE;
  if (!part.present)
    g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "may not be none");
  else if (is_built (trait, value))
    return gyre_resolution_check_instance (executive, part.object, NULL, gyre_trait_get_value_type (trait->element), error);
  else
    return check_said (executive, trait->element, part.string, error);
  return FALSE;
}

/* gyre_facility_container_check: what is said is checked when it is said, as far as that is possible without building. */
gboolean
gyre_facility_container_check (GyreComponent *component, const GyreTrait *trait, GyreValue value, GError **error)
{
  if (!gyre_facility_container_is (trait))
    return TRUE;
  for (guint index = 0; index < get_length (trait, value); index++)
    if (!check_part (component, trait, value, index, error))
      {
        g_autofree char *entry = dup_entry (trait, value, index);
        prefix_part (component, trait, entry, FALSE, error);
        return FALSE;
      }
  return TRUE;
}

static GObject *
build_part (GyreComponent *component, const GyreTrait *trait, const char *entry, const char *text, GError **error)
{
  g_autofree char *name = dup_part_name (component, trait, entry);
  g_autoptr (GyreLocator) locator = gyre_provenance_dup_locator (gyre_state_get_provenance (component, trait->descriptor.index));
  GObject *object = gyre_resolution_run (gyre_component_get_executive (component), text, gyre_trait_get_value_type (trait->element),
                                         NULL, name, locator, error);

  if (object == NULL)
    prefix_part (component, trait, entry, TRUE, error);
  return object;
}

static GyreValue
new_container (const GyreTrait *trait, guint length)
{
  GyreValue value = { .present = TRUE };

  if (is_mapping (trait))
    value.mapping = gyre_mapping_new (&part_kind);
  else
    value.list = gyre_list_new (&part_kind, length);
  return value;
}

static gboolean
build_parts (GyreComponent *component, const GyreTrait *trait, GyreValue said, GyreValue built, GError **error)
{
  for (guint index = 0; index < get_length (trait, said); index++)
    {
      g_autofree char *entry = dup_entry (trait, said, index);
      GyreValue text = get_value (trait, said, index);
      GyreValue part = { .present = text.present };

      part.object = text.present ? build_part (component, trait, entry, text.string, error) : NULL;
      if (text.present && part.object == NULL)
        return FALSE;
      if (is_mapping (trait))
        gyre_mapping_take_value (built.mapping, entry, part);
      else
        gyre_list_take_value (built.list, index, part);
    }
  return TRUE;
}

static void
store (GyreComponent *component, const GyreTrait *trait, GyreValue value)
{
  gyre_storage_store (trait->storage, gyre_component_get_field (component, trait), value);
  for (const GyreTrait *shadowed = trait->shadowed; shadowed != NULL; shadowed = shadowed->shadowed)
    gyre_storage_store (shadowed->storage, gyre_component_get_field (component, shadowed), value);
}

/*
 * gyre_facility_container_build: builds all parts that were said, under names "host.trait.0" or "host.trait.key" if the host has a
 * name. Nobody hears of that: the value was this all the time.
 */
gboolean
gyre_facility_container_build (GyreComponent *component, const GyreTrait *trait, GError **error)
{
  GyreValue said, built, present;

  if (!gyre_facility_container_is (trait) || gyre_state_is_disposed (component))
    return TRUE;
  present = gyre_component_peek (component, trait);
  if (is_built (trait, present))
    return TRUE;
  said = gyre_kind_copy (trait->kind, present);
  built = new_container (trait, get_length (trait, said));
  if (!build_parts (component, trait, said, built, error))
    {
      gyre_kind_clear (trait->kind, &said);
      gyre_kind_clear (trait->kind, &built);
      gyre_component_prefix_error (component, trait, error);
      return FALSE;
    }
  /* A constructor can have put something else there meanwhile. */
  present = gyre_component_peek (component, trait);
  if (present.pointer == said.pointer)
    {
      store (component, trait, built);
      gyre_kind_clear (trait->kind, &present);
    }
  else
    gyre_kind_clear (trait->kind, &built);
  gyre_kind_clear (trait->kind, &said);
  return TRUE;
}

static gboolean
holds (const GyreTrait *trait, GyreValue value, GObject *object)
{
  for (guint index = 0; is_built (trait, value) && index < get_length (trait, value); index++)
    if (get_value (trait, value, index).object == object)
      return TRUE;
  return FALSE;
}

/* gyre_facility_container_release: parts that go give their names back, also when somebody else keeps them. */
void
gyre_facility_container_release (GyreComponent *component, const GyreTrait *trait, GyreValue old_value)
{
  if (!gyre_facility_container_is (trait) || !is_built (trait, old_value))
    return;
  for (guint index = 0; index < get_length (trait, old_value); index++)
    {
      GObject *part = get_value (trait, old_value, index).object;
      g_autofree char *entry = dup_entry (trait, old_value, index);
      g_autofree char *name = dup_part_name (component, trait, entry);

      if (name != NULL && GYRE_IS_COMPONENT (part) && !holds (trait, gyre_component_peek (component, trait), part)
          && g_strcmp0 (gyre_component_get_name (GYRE_COMPONENT (part)), name) == 0)
        gyre_component_release_name (GYRE_COMPONENT (part));
    }
}

void
gyre_facility_container_dispose (GyreComponent *component, const GyreTrait *trait)
{
  GyreValue value;

  if (!gyre_facility_container_is (trait))
    return;
  value = gyre_component_peek (component, trait);
  if (value.present && get_length (trait, value) > 0)
    gyre_state_ensure (component)->disposed = TRUE;
  store (component, trait, GYRE_NONE);
  gyre_kind_clear (trait->kind, &value);
}

/* Whether the trait holds objects, or is a list or mapping that does. */
gboolean
gyre_facility_container_can_hold (const GyreTrait *trait)
{
  const GyreKind *kind = trait->element != NULL ? trait->element->kind : trait->kind;

  return trait->storage == GYRE_STORAGE_POINTER && (kind == &gyre_kind_object || gyre_facility_container_is (trait));
}

static gboolean
has_objects (const GyreTrait *trait, GyreValue value)
{
  return value.present && (!gyre_facility_container_is (trait) || is_built (trait, value));
}

/* NULL behind the last one. */
GObject *
gyre_facility_container_get_part (GyreComponent *component, const GyreTrait *trait, guint index)
{
  GyreValue value = gyre_facility_container_is (trait) ? gyre_component_peek (component, trait) : GYRE_NONE;

  while (has_objects (trait, value) && index < get_length (trait, value))
    {
      GyreValue part = get_value (trait, value, index++);
      if (part.present)
        return part.object;
    }
  return NULL;
}

static gboolean
is_among (GyreValue value, GHashTable *objects)
{
  return value.present && g_hash_table_contains (objects, value.object);
}

/* Returns: whether there was anything to leave out; the rest is in @rest. */
static gboolean
leave_out (const GyreTrait *trait, GyreValue value, GHashTable *objects, GyreValue *rest)
{
  gboolean is_less = FALSE;

  *rest = gyre_kind_copy (trait->kind, value);
  for (guint index = get_length (trait, value); index > 0; index--)
    {
      GyreValue all = *rest;

      if (!is_among (get_value (trait, value, index - 1), objects))
        continue;
      is_less = TRUE;
      if (is_mapping (trait))
        rest->mapping = gyre_mapping_replace (all.mapping, index - 1, 1, NULL);
      else
        rest->list = gyre_list_replace (all.list, index - 1, 1, NULL);
      gyre_kind_clear (trait->kind, &all);
    }
  return is_less;
}

/* Objects that have ended go, whatever the trait allows; its listeners hear of it. */
void
gyre_facility_container_drop (GyreComponent *component, const GyreTrait *trait, GHashTable *objects)
{
  GyreValue value = gyre_component_peek (component, trait);
  GyreValue rest = GYRE_NONE;

  if (!has_objects (trait, value) || (trait->element == NULL && !is_among (value, objects)))
    return;
  if (trait->element != NULL && !leave_out (trait, value, objects, &rest))
    {
      gyre_kind_clear (trait->kind, &rest);
      return;
    }
  store (component, trait, rest);
  gyre_facility_container_release (component, trait, value);
  gyre_component_notify_change (component, trait, value, rest);
  gyre_kind_clear (trait->kind, &value);
}

/* Of a list or mapping of facilities, the parts. */
void
gyre_component_get_plain_value (GyreComponent *self, const GyreTrait *trait, GValue *value)
{
  g_autoptr (GError) error = NULL;

  if (trait->element != NULL && !gyre_facility_container_build (self, trait, &error))
    g_warning ("%s", error->message);
  gyre_trait_to_gvalue (trait, gyre_component_peek (self, trait), value);
}
