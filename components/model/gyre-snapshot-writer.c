/* gyre-snapshot-writer.c: From a tree of components to a snapshot
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * First every component of the tree gets a number, each before its children and its parts. Then each is written; what is a
 * component of the tree becomes its number.
 */
#include "gyre-snapshot-writer-private.h"
#include "gyre-binding-private.h"
#include "gyre-commit-private.h"
#include "gyre-computed-private.h"
#include "gyre-dynamic-private.h"
#include "gyre-facility-container-private.h"
#include "gyre-foreign-value-private.h"
#include "gyre-identity.h"
#include "gyre-instruction-private.h"
#include "gyre-literal.h"
#include "gyre-requirement-private.h"
#include "gyre-shape-private.h"
#include "gyre-shard-private.h"
#include "gyre-tree.h"

#include <string.h>

typedef GyreSnapshotWriter Writer;

#define find_number gyre_snapshot_writer_find_number
#define refuse gyre_snapshot_writer_refuse
#define new_reference gyre_snapshot_writer_new_reference
#define new_text gyre_snapshot_writer_new_text

static void
add_component (Writer *self, gpointer component, gint32 parent)
{
  g_ptr_array_add (self->components, component);
  g_array_append_val (self->parents, parent);
  g_hash_table_insert (self->numbers, component, GUINT_TO_POINTER (self->components->len));
}

gboolean
gyre_snapshot_writer_find_number (Writer *self, gpointer object, guint *number)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, object));

  *number = found - 1;
  return found > 0;
}

static const GyreTrait *
get_trait (GyreComponent *component, guint slot)
{
  GyreRecord *record = gyre_requirement_get_record (GYRE_REQUIREMENT (gyre_component_get_actor (component)));
  GyreDescriptor *descriptor = record->slots[slot];

  return descriptor->index == slot && descriptor->sort != GYRE_DESCRIPTOR_BEHAVIOR ? (const GyreTrait *) descriptor : NULL;
}

static gboolean
is_own_facility (const GyreTrait *trait)
{
  return trait != NULL && gyre_trait_is_facility (trait) && !gyre_trait_is_foreign (trait)
         && (trait->options == NULL || trait->options->delegate == NULL);
}

/* What a facility has built for the component, and not got from somebody: it has no parent, and no other name than that of the place. */
static gboolean
is_part (GyreComponent *host, const GyreTrait *trait, gpointer object)
{
  const char *name = GYRE_IS_COMPONENT (object) ? gyre_component_get_name (object) : NULL;
  const char *host_name = gyre_component_get_name (host);
  g_autofree char *expected = host_name != NULL ? gyre_trait_dup_path (trait, host_name) : NULL;

  return GYRE_IS_COMPONENT (object) && gyre_component_get_parent (object) == NULL
         && (name == NULL
             || (expected != NULL && g_str_has_prefix (name, expected) && (name[strlen (expected)] == '\0' || name[strlen (expected)] == '.')));
}

static gboolean
is_container (const GyreTrait *trait)
{
  return trait != NULL && !gyre_trait_is_facility (trait) && gyre_facility_container_can_hold (trait);
}

static GObject *
get_part (GyreComponent *host, const GyreTrait *trait, guint index)
{
  if (is_container (trait))
    return gyre_facility_container_get_part (host, trait, index);
  return index == 0 && is_own_facility (trait) ? *(GObject **) gyre_component_get_field (host, trait) : NULL;
}

static void
add_parts (Writer *self, GyreComponent *host)
{
  guint n_slots = gyre_component_get_birth (host)->n_slots;
  guint number;

  for (guint slot = 0; slot < n_slots; slot++)
    {
      const GyreTrait *trait = get_trait (host, slot);
      GObject *part;

      for (guint index = 0; (part = get_part (host, trait, index)) != NULL; index++)
        if (is_part (host, trait, part) && !find_number (self, part, &number))
          add_component (self, part, GYRE_SNAPSHOT_PART);
    }
}

static void
collect (Writer *self, GyreComponent *root)
{
  add_component (self, root, GYRE_SNAPSHOT_ROOT);
  for (guint number = 0; number < self->components->len; number++)
    {
      GyreComponent *component = self->components->pdata[number];
      guint n_children = gyre_component_count_children (component);
      guint known;

      for (guint position = 0; position < n_children; position++)
        if (!find_number (self, gyre_component_get_child (component, position), &known))
          add_component (self, gyre_component_get_child (component, position), (gint32) number);
      add_parts (self, component);
    }
}

gboolean
gyre_snapshot_writer_refuse (Writer *self, GyreComponent *component, const char *name, const char *reason)
{
  g_autofree char *specification = gyre_component_dup_specification (component);
  g_autofree char *automatic = gyre_component_get_name (component) == NULL ? gyre_component_dup_unique_name (component) : NULL;
  g_autoptr (GyreLocator) locator = gyre_component_dup_locator (component);
  g_autofree char *place = locator != NULL ? gyre_locator_to_string (locator) : NULL;

  g_set_error (self->error, GYRE_SNAPSHOT_ERROR, GYRE_SNAPSHOT_ERROR_VALUE, "%s%s%s%s%s%s.%s can't be saved: %s", place != NULL ? place : "",
               place != NULL ? ": " : "", specification, automatic != NULL ? " (" : "", automatic != NULL ? automatic : "",
               automatic != NULL ? ")" : "", name, reason);
  return FALSE;
}

/* A component of the tree by its number, another one by its specification. */
GVariant *
gyre_snapshot_writer_new_reference (Writer *self, GyreComponent *component, const char *name, gpointer object)
{
  guint number;
  g_autofree char *text = NULL;

  if (object == NULL)
    return g_variant_new_string ("none");
  if (find_number (self, object, &number))
    return g_variant_new_uint32 (number);
  if (!GYRE_IS_COMPONENT (object) || gyre_component_get_name (object) == NULL || (self->flags & GYRE_SNAPSHOT_WITHOUT_NAMES))
    {
      refuse (self, component, name, GYRE_IS_COMPONENT (object) ? "it is a component outside of the tree that has no name"
                                                                : "it is an object that no text can say");
      return NULL;
    }
  text = gyre_component_dup_specification (object);
  return g_variant_new_take_string (gyre_literal_quote (text));
}

/* What is not read again as the same value must not be written. A secret is printed as what it is. */
GVariant *
gyre_snapshot_writer_new_text (Writer *self, GyreComponent *component, const GyreTrait *trait, GyreValue value)
{
  g_autofree char *text = value.present ? trait->kind->print (trait, value) : g_strdup ("none");
  GyreValue again = GYRE_NONE;
  gboolean is_same = gyre_trait_parse (trait, text, &again, NULL) && gyre_kind_equal (trait->kind, value, again);

  gyre_kind_clear (trait->kind, &again);
  if (!is_same)
    {
      refuse (self, component, trait->descriptor.name, "no text says its value");
      return NULL;
    }
  return g_variant_new_take_string (g_steal_pointer (&text));
}

static GVariant *
new_foreign (Writer *self, GyreComponent *component, const GyreTrait *trait)
{
  g_auto (GValue) native = G_VALUE_INIT;
  GyreValue value = GYRE_NONE;
  GVariant *text;

  gyre_foreign_value_load (component, trait, &native);
  if (G_IS_VALUE (&native) && G_VALUE_HOLDS_OBJECT (&native))
    return new_reference (self, component, trait->descriptor.name, g_value_get_object (&native));
  if (!G_IS_VALUE (&native) || !trait->kind->from_gvalue (trait, &native, &value, NULL) || trait->kind == &gyre_kind_opaque)
    {
      refuse (self, component, trait->descriptor.name, "no text says its value");
      return NULL;
    }
  text = new_text (self, component, trait, value);
  gyre_kind_clear (trait->kind, &value);
  return text;
}

static GVariant *
new_value (Writer *self, GyreComponent *component, const GyreTrait *trait)
{
  const char *binding = gyre_component_get_binding (component, trait->descriptor.name, NULL);
  gpointer object;

  if (binding != NULL)
    return g_variant_new_string (binding);
  if (gyre_trait_is_foreign (trait))
    return new_foreign (self, component, trait);
  if (gyre_snapshot_writer_has_components (component, trait))
    return gyre_snapshot_writer_new_container (self, component, trait);
  if (!gyre_trait_is_facility (trait))
    return new_text (self, component, trait, gyre_component_peek (component, trait));
  object = *(gpointer *) gyre_component_get_field (component, trait);
  if (object != NULL)
    return new_reference (self, component, trait->descriptor.name, object);
  return g_variant_new_take_string (gyre_component_dup_text (component, trait->descriptor.name, NULL));
}

/* Whether somebody has said it; and what a facility has built is kept even if nobody has. */
static gboolean
is_worth_saving (Writer *self, GyreComponent *component, const GyreTrait *trait)
{
  guint number;

  if (trait == NULL || !trait->writable || (gyre_trait_is_secret (trait) && !(self->flags & GYRE_SNAPSHOT_WITH_SECRETS))
      || (trait->options != NULL && trait->options->delegate != NULL))
    return FALSE;
  if (gyre_state_get_provenance (component, trait->descriptor.index)->category > GYRE_CATEGORY_DEFAULTS)
    return TRUE;
  if (is_container (trait))
    return find_number (self, get_part (component, trait, 0), &number);
  return is_own_facility (trait) && find_number (self, *(gpointer *) gyre_component_get_field (component, trait), &number);
}

/* Where code stands that has set a value says nothing to another process. */
static void
add_place (GVariantBuilder *builder, const GyreProvenance *provenance)
{
  g_autoptr (GyreLocator) locator = provenance->kind != GYRE_SOURCE_ADDRESS ? gyre_provenance_dup_locator (provenance) : NULL;
  const char *file = locator != NULL ? gyre_locator_get_file (locator) : NULL;

  if (g_strcmp0 (file, GYRE_SNAPSHOT_PLACE) == 0)
    file = NULL;
  g_variant_builder_add (builder, "y", (guint8) MAX (provenance->category, GYRE_CATEGORY_DEFAULTS));
  g_variant_builder_add (builder, "s", file != NULL && g_utf8_validate (file, -1, NULL) ? file : "");
  g_variant_builder_add (builder, "u", file != NULL ? gyre_locator_get_line (locator) : 0);
}

static gboolean
add_values (Writer *self, GVariantBuilder *builder, GyreComponent *component)
{
  guint n_slots = gyre_component_get_birth (component)->n_slots;

  g_variant_builder_open (builder, G_VARIANT_TYPE ("a" GYRE_SNAPSHOT_VALUE));
  for (guint slot = 0; slot < n_slots; slot++)
    {
      const GyreTrait *trait = get_trait (component, slot);
      GVariant *value;

      if (!is_worth_saving (self, component, trait))
        continue;
      value = new_value (self, component, trait);
      if (value == NULL)
        return FALSE;
      g_variant_builder_open (builder, G_VARIANT_TYPE (GYRE_SNAPSHOT_VALUE));
      g_variant_builder_add (builder, "s", trait->descriptor.name);
      g_variant_builder_add (builder, "v", value);
      add_place (builder, gyre_state_get_provenance (component, slot));
      g_variant_builder_close (builder);
    }
  g_variant_builder_close (builder);
  return TRUE;
}

/* What it follows, or else what it is. */
static GVariant *
new_attribute (Writer *self, GyreComponent *component, const GyreDynamic *dynamic, const char *binding)
{
  const char *name = dynamic->trait.descriptor.name;

  if (binding != NULL)
    return g_variant_new_string (binding);
  if (dynamic->shape->kind == &gyre_kind_object)
    return new_reference (self, component, name, dynamic->value.present ? dynamic->value.object : NULL);
  return new_text (self, component, &dynamic->trait, dynamic->value);
}

static gboolean
add_attribute (Writer *self, GVariantBuilder *builder, GyreComponent *component, const GyreDynamic *dynamic)
{
  const GyreBinding *binding = gyre_binding_peek (component, &dynamic->trait);
  g_autofree char *shape = binding == NULL ? gyre_shape_dup_name (dynamic->shape) : g_strdup ("");
  GVariant *value = new_attribute (self, component, dynamic, binding != NULL ? binding->text : NULL);

  if (value == NULL)
    return FALSE;
  g_variant_builder_open (builder, G_VARIANT_TYPE (GYRE_SNAPSHOT_ATTRIBUTE));
  g_variant_builder_add (builder, "s", dynamic->trait.descriptor.name);
  g_variant_builder_add (builder, "s", shape);
  g_variant_builder_add (builder, "v", value);
  add_place (builder, &dynamic->provenance);
  g_variant_builder_close (builder);
  return TRUE;
}

/* The properties of its object that follow others; the object has their values. */
static gboolean
add_properties (Writer *self, GVariantBuilder *builder, GyreComponent *component)
{
  const GyreState *state = gyre_state_peek (component);
  const GyreBinding *next = state != NULL && state->bonds != NULL ? ((GyreBonds *) state->bonds)->first : NULL;

  while (next != NULL)
    {
      const GyreBinding *binding = next;

      next = binding->next;
      if (gyre_trait_is_shown (binding->trait) && gyre_binding_peek (component, binding->trait) != NULL
          && !add_attribute (self, builder, component, gyre_dynamic_of_trait (binding->trait)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_attributes (Writer *self, GVariantBuilder *builder, GyreComponent *component)
{
  g_variant_builder_open (builder, G_VARIANT_TYPE ("a" GYRE_SNAPSHOT_ATTRIBUTE));
  for (guint index = 0; index < gyre_dynamics_get_length (component); index++)
    if (gyre_dynamics_get (component, index)->shape != NULL
        && !add_attribute (self, builder, component, gyre_dynamics_get (component, index)))
      return FALSE;
  if (!add_properties (self, builder, component))
    return FALSE;
  g_variant_builder_close (builder);
  return TRUE;
}

static gboolean
add_node (Writer *self, GVariantBuilder *builder, guint number)
{
  GyreComponent *component = self->components->pdata[number];
  const char *family = gyre_component_get_family (component);
  const char *name = self->flags & GYRE_SNAPSHOT_WITHOUT_NAMES ? NULL : gyre_component_get_name (component);

  g_variant_builder_open (builder, G_VARIANT_TYPE (GYRE_SNAPSHOT_NODE));
  g_variant_builder_add (builder, "i", g_array_index (self->parents, gint32, number));
  g_variant_builder_add (builder, "b", family != NULL);
  g_variant_builder_add (builder, "s", family != NULL ? family : G_OBJECT_TYPE_NAME (component));
  g_variant_builder_add (builder, "s", name != NULL ? name : "");
  if (!add_values (self, builder, component) || !add_attributes (self, builder, component))
    return FALSE;
  g_variant_builder_close (builder);
  return TRUE;
}

static gboolean
add_argument (Writer *self, GVariantBuilder *builder, GyreComponent *component, const char *behavior, const GValue *argument)
{
  const GyreTrait *shape = gyre_shape_of_native (argument, self->error);
  g_autofree char *name = shape != NULL ? gyre_shape_dup_name (shape) : NULL;
  GyreValue value = GYRE_NONE;
  GVariant *variant;

  if (shape == NULL || !gyre_trait_from_gvalue (shape, argument, &value, self->error))
    return FALSE;
  variant = shape->kind == &gyre_kind_object ? new_reference (self, component, behavior, value.present ? value.object : NULL)
                                             : new_text (self, component, shape, value);
  gyre_kind_clear (shape->kind, &value);
  if (variant != NULL)
    g_variant_builder_add (builder, "(sv)", name, variant);
  return variant != NULL;
}

static gboolean
add_arguments (Writer *self, GVariantBuilder *builder, GyreComponent *component, GyreInstruction *instruction)
{
  const char * const *texts = gyre_instruction_get_texts (instruction);
  guint n_arguments = 0;
  const GValue *arguments = gyre_instruction_get_arguments (instruction, &n_arguments);

  g_variant_builder_open (builder, G_VARIANT_TYPE ("a(sv)"));
  for (; texts != NULL && *texts != NULL; texts++)
    g_variant_builder_add (builder, "(sv)", "", g_variant_new_string (*texts));
  for (guint index = 0; index < n_arguments; index++)
    if (!add_argument (self, builder, component, gyre_instruction_get_behavior (instruction), &arguments[index]))
      return FALSE;
  g_variant_builder_close (builder);
  return TRUE;
}

static int
compare (gconstpointer left, gconstpointer right)
{
  const GyreWaiting *one = left, *other = right;

  if (one->due != other->due)
    return one->due < other->due ? -1 : 1;
  return one->order < other->order ? -1 : one->order > other->order;
}

static void
clear_waiting (gpointer waiting)
{
  gyre_instruction_unref (((GyreWaiting *) waiting)->instruction);
}

/* Whose it is: by its handle, or by the name that somebody has given it. */
static guint
find_target (Writer *self, GyreInstruction *instruction)
{
  GyreExecutive *executive = gyre_component_get_executive (self->components->pdata[0]);
  const char *name = gyre_instruction_get_component (instruction);
  g_autoptr (GObject) target =
    name != NULL ? gyre_nameserver_find (gyre_executive_get_nameserver (executive), name)
                 : (GObject *) gyre_executive_find_handle (executive, gyre_instruction_get_handle (instruction));
  guint number = 0;

  return find_number (self, target, &number) ? number : 0;
}

static gboolean
add_instruction (Writer *self, GVariantBuilder *builder, const GyreWaiting *waiting, gint64 now)
{
  GyreInstruction *instruction = waiting->instruction;
  guint number = find_target (self, instruction);

  g_variant_builder_open (builder, G_VARIANT_TYPE (GYRE_SNAPSHOT_INSTRUCTION));
  g_variant_builder_add (builder, "u", number);
  g_variant_builder_add (builder, "s", gyre_instruction_get_behavior (instruction));
  g_variant_builder_add (builder, "b", gyre_instruction_get_texts (instruction) != NULL);
  if (!add_arguments (self, builder, self->components->pdata[number], instruction))
    return FALSE;
  g_variant_builder_add (builder, "i", gyre_instruction_get_priority (instruction));
  g_variant_builder_add (builder, "x", MAX (waiting->due, now) - now);
  g_variant_builder_close (builder);
  return TRUE;
}

/* In the order in which they would be done. */
static GArray *
list_waiting (Writer *self, GyreShard *shard)
{
  GArray *waiting = g_array_new (FALSE, FALSE, sizeof (GyreWaiting));

  g_array_set_clear_func (waiting, clear_waiting);
  for (guint number = 0; number < self->components->len; number++)
    {
      GyreComponent *component = self->components->pdata[number];

      gyre_agenda_list (shard->agenda, component->handle, gyre_component_get_name (component), waiting);
    }
  g_array_sort (waiting, compare);
  return waiting;
}

static gboolean
add_instructions (Writer *self, GVariantBuilder *builder)
{
  GyreShard *shard = gyre_executive_get_shard (gyre_component_get_executive (self->components->pdata[0]));
  g_autoptr (GArray) waiting = self->flags & GYRE_SNAPSHOT_WITHOUT_INSTRUCTIONS ? NULL : list_waiting (self, shard);
  gint64 now = gyre_surroundings_get_time (shard->surroundings);

  g_variant_builder_open (builder, G_VARIANT_TYPE ("a" GYRE_SNAPSHOT_INSTRUCTION));
  for (guint index = 0; waiting != NULL && index < waiting->len; index++)
    if (!add_instruction (self, builder, &g_array_index (waiting, GyreWaiting, index), now))
      return FALSE;
  g_variant_builder_close (builder);
  return TRUE;
}

static GVariant *
write_all (Writer *self)
{
  GVariantBuilder builder;
  gboolean done = TRUE;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (GYRE_SNAPSHOT_TYPE));
  g_variant_builder_add (&builder, "u", GYRE_SNAPSHOT_VERSION);
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a" GYRE_SNAPSHOT_NODE));
  for (guint number = 0; done && number < self->components->len; number++)
    done = add_node (self, &builder, number);
  if (done)
    g_variant_builder_close (&builder);
  if (done && add_instructions (self, &builder) && gyre_snapshot_writer_add_objects (self, &builder)
      && gyre_snapshot_writer_add_processes (self, &builder) && gyre_snapshot_writer_add_messages (self, &builder))
    return g_variant_ref_sink (g_variant_builder_end (&builder));
  g_variant_builder_clear (&builder);
  return NULL;
}

/**
 * gyre_component_take_snapshot:
 * @self: the root of a tree
 * @flags: what to take
 * @error: return location for %GYRE_SNAPSHOT_ERROR_VALUE, which names what can't be saved
 *
 * Takes a snapshot of a component and of everything below it. It builds nothing and changes nothing.
 *
 * Returns: (transfer full) (nullable): the snapshot
 *
 * Since: 0.1
 */
GVariant *
gyre_component_take_snapshot (GyreComponent *self, GyreSnapshotFlags flags, GError **error)
{
  Writer writer = { .flags = flags, .error = error };
  GVariant *snapshot;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self), NULL);

  writer.components = g_ptr_array_new ();
  writer.parents = g_array_new (FALSE, FALSE, sizeof (gint32));
  writer.numbers = g_hash_table_new (NULL, NULL);
  collect (&writer, self);
  snapshot = write_all (&writer);
  g_ptr_array_unref (writer.components);
  g_array_unref (writer.parents);
  g_hash_table_unref (writer.numbers);
  return snapshot;
}
