/* gyre-snapshot-reader.c: From a snapshot to a tree of components
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A snapshot can be anything: it is checked before anything is built. Then all components are built, each with its values as keywords,
 * so that a class judges them together; then what refers to others is set, and each value gets the weight and the place that it had;
 * and when nothing can go wrong any more the instructions are posted.
 */
#include "gyre-snapshot-reader-private.h"
#include "gyre-binding-private.h"
#include "gyre-class.h"
#include "gyre-commit-private.h"
#include "gyre-deletion.h"
#include "gyre-dynamic-private.h"
#include "gyre-foreign-value-private.h"
#include "gyre-instruction.h"
#include "gyre-name.h"
#include "gyre-requirement-private.h"
#include "gyre-resolution-private.h"
#include "gyre-shape-private.h"
#include "gyre-tree.h"
#include "gyre-wrapper-private.h"

typedef GyreSnapshotItem Item;
typedef GyreSnapshotNode Node;
typedef GyreSnapshotReader Reader;

#define get_node gyre_snapshot_reader_get_node
#define fail gyre_snapshot_reader_fail
#define fail_with gyre_snapshot_reader_fail_with
#define take_value gyre_snapshot_reader_take_value

static void
node_clear (gpointer node)
{
  g_clear_pointer (&((Node *) node)->items, g_array_unref);
  g_clear_object (&((Node *) node)->component);
  g_clear_object (&((Node *) node)->object);
}

gboolean
gyre_snapshot_reader_fail (Reader *self, guint number, GyreSnapshotError code, GError **error, const char *format, ...)
{
  Node *node = number < self->nodes->len ? get_node (self, number) : NULL;
  const char *family = node != NULL && node->actor != NULL ? gyre_requirement_get_public_name (GYRE_REQUIREMENT (node->actor)) : NULL;
  const char *name = node != NULL ? node->name : NULL;
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, GYRE_SNAPSHOT_ERROR, code, "the snapshot, component %u%s%s%s%s%s: %s", number, family != NULL ? " (" : "",
               family != NULL ? family : "", name != NULL ? "#" : "", name != NULL ? name : "", family != NULL ? ")" : "", message);
  return FALSE;
}

gboolean
gyre_snapshot_reader_fail_with (Reader *self, guint number, GyreSnapshotError code, GError *cause, GError **error)
{
  fail (self, number, code, error, "%s", cause->message);
  g_error_free (cause);
  return FALSE;
}

static GyreActor *
find_class (Reader *self, gboolean is_family, const char *name, GError **error)
{
  GType type = is_family ? G_TYPE_INVALID : g_type_from_name (name);
  GyreActor *actor = NULL;

  if (is_family && !gyre_name_is_valid (name, NULL))
    g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "'%s' is no family", name);
  else if (is_family)
    actor = gyre_resolution_find_class (self->executive, name, GYRE_TYPE_COMPONENT, error);
  else if (type != G_TYPE_INVALID && g_type_is_a (type, GYRE_TYPE_COMPONENT))
    actor = gyre_actor_get (type);
  if (actor == NULL && error != NULL && *error == NULL)
    g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "there is no component class '%s'", name);
  return actor;
}

/* The text or the number, which the list of what is held keeps alive. */
gboolean
gyre_snapshot_reader_take_value (Reader *self, guint number, Item *item, GVariant *value, GError **error)
{
  g_ptr_array_add (self->held, value);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    item->text = g_variant_get_string (value, NULL);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32))
    item->number = g_variant_get_uint32 (value);
  else if (self->version > 1 && item->may_be_several && gyre_snapshot_reader_is_container (value))
    item->components = value;
  else
    return fail (self, number, GYRE_SNAPSHOT_ERROR_FORMAT, error, "%s: a value is a text or the number of a component", item->name);
  if (item->text == NULL && item->components == NULL && item->number >= g_variant_n_children (self->list))
    return fail (self, number, GYRE_SNAPSHOT_ERROR_FORMAT, error, "%s: there is no component %u", item->name, item->number);
  if (item->category > GYRE_CATEGORY_FRAMEWORK)
    return fail (self, number, GYRE_SNAPSHOT_ERROR_FORMAT, error, "%s: nothing has the weight %u", item->name, item->category);
  return TRUE;
}

static gboolean
find_trait (Reader *self, guint number, Item *item, GError **error)
{
  GyreRequirement *requirement = GYRE_REQUIREMENT (get_node (self, number)->actor);
  GError *problem = NULL;
  GyreDescriptor *descriptor = gyre_requirement_get_trait (requirement, item->name, &problem);

  if (descriptor == NULL)
    return fail_with (self, number, GYRE_SNAPSHOT_ERROR_UNKNOWN, problem, error);
  item->trait = (const GyreTrait *) descriptor;
  if (descriptor->sort == GYRE_DESCRIPTOR_BEHAVIOR || !item->trait->writable)
    return fail (self, number, GYRE_SNAPSHOT_ERROR_VALUE, error, "%s: can't be set", item->name);
  if (item->components != NULL)
    return gyre_snapshot_reader_check_container (self, number, item, error);
  if (item->text == NULL && !gyre_trait_is_facility (item->trait) && item->trait->kind != &gyre_kind_object)
    return fail (self, number, GYRE_SNAPSHOT_ERROR_FORMAT, error, "%s: must be a text, is component %u", item->name, item->number);
  return TRUE;
}

static gboolean
read_traits (Reader *self, guint number, GVariant *values, GError **error)
{
  GVariantIter iterator;
  GVariant *value;
  Item item = { .may_be_several = TRUE };

  g_variant_iter_init (&iterator, values);
  while (g_variant_iter_next (&iterator, "(&svy&su)", &item.name, &value, &item.category, &item.file, &item.line))
    {
      item.text = NULL;
      item.components = NULL;
      if (!take_value (self, number, &item, value, error) || !find_trait (self, number, &item, error))
        return FALSE;
      g_array_append_val (get_node (self, number)->items, item);
    }
  return TRUE;
}

static gboolean
check_attribute (Reader *self, guint number, Item *item, const char *shape, GError **error)
{
  GyreActor *actor = get_node (self, number)->actor;
  GError *problem = NULL;
  GyreDescriptor *declared = gyre_requirement_find_trait (GYRE_REQUIREMENT (actor), item->name);

  if (declared == NULL && !gyre_actor_is_open (actor))
    {
      gyre_requirement_get_trait (GYRE_REQUIREMENT (actor), item->name, &problem);
      return fail_with (self, number, GYRE_SNAPSHOT_ERROR_UNKNOWN, problem, error);
    }
  if (declared != NULL)
    return fail (self, number, GYRE_SNAPSHOT_ERROR_VALUE, error, "%s: is declared today", item->name);
  if (*shape == '\0' && self->version > 1 && item->text != NULL)
    return TRUE;
  item->shape = gyre_shape_from_name (shape, &problem);
  if (item->shape == NULL)
    return fail_with (self, number, GYRE_SNAPSHOT_ERROR_UNKNOWN, problem, error);
  if ((item->shape->kind == &gyre_kind_object) != (item->text == NULL) && g_strcmp0 (item->text, "none") != 0)
    return fail (self, number, GYRE_SNAPSHOT_ERROR_FORMAT, error, "%s: the value is not of kind %s", item->name, shape);
  return TRUE;
}

static gboolean
read_attributes (Reader *self, guint number, GVariant *values, GError **error)
{
  GVariantIter iterator;
  GVariant *value;
  const char *shape;
  Item item = { NULL };

  g_variant_iter_init (&iterator, values);
  while (g_variant_iter_next (&iterator, "(&s&svy&su)", &item.name, &shape, &value, &item.category, &item.file, &item.line))
    {
      item.text = NULL;
      item.shape = NULL;
      if (!take_value (self, number, &item, value, error) || !check_attribute (self, number, &item, shape, error))
        return FALSE;
      g_array_append_val (get_node (self, number)->items, item);
    }
  return TRUE;
}

static gboolean
check_place (Reader *self, guint number, GError **error)
{
  Node *node = get_node (self, number);
  gboolean is_root = node->parent == GYRE_SNAPSHOT_ROOT;

  if (is_root != (number == 0) || node->parent < GYRE_SNAPSHOT_PART || (node->parent >= 0 && (guint) node->parent >= number))
    return fail (self, number, GYRE_SNAPSHOT_ERROR_FORMAT, error, "%d can't be its parent", node->parent);
  if (node->name != NULL && !gyre_name_is_valid (node->name, NULL))
    return fail (self, number, GYRE_SNAPSHOT_ERROR_FORMAT, error, "'%s' can't be a name", node->name);
  return TRUE;
}

static gboolean
read_node (Reader *self, guint number, GError **error)
{
  g_autoptr (GVariant) data = g_variant_get_child_value (self->list, number);
  g_autoptr (GVariant) values = NULL;
  g_autoptr (GVariant) attributes = NULL;
  const char *class_name, *name;
  Node node = { .items = g_array_new (FALSE, FALSE, sizeof (Item)) };
  GError *problem = NULL;
  gboolean is_family;

  g_variant_get (data, "(ib&s&s@a" GYRE_SNAPSHOT_VALUE "@a" GYRE_SNAPSHOT_ATTRIBUTE ")", &node.parent, &is_family, &class_name, &name,
                 &values, &attributes);
  g_ptr_array_add (self->held, g_variant_ref (data));
  node.name = *name != '\0' && !(self->flags & GYRE_SNAPSHOT_WITHOUT_NAMES) ? name : NULL;
  g_array_append_val (self->nodes, node);
  if (!check_place (self, number, error))
    return FALSE;
  get_node (self, number)->actor = find_class (self, is_family, class_name, &problem);
  if (problem != NULL)
    return fail_with (self, number, GYRE_SNAPSHOT_ERROR_UNKNOWN, problem, error);
  return read_traits (self, number, values, error) && read_attributes (self, number, attributes, error);
}

/* A name can be that of nobody else, neither in the snapshot nor alive. */
static gboolean
check_names (Reader *self, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint number = 0; number < self->nodes->len; number++)
    {
      const char *name = get_node (self, number)->name;
      g_autoptr (GObject) living = NULL;

      if (name == NULL)
        continue;
      if (!g_hash_table_add (names, (gpointer) name))
        return fail (self, number, GYRE_SNAPSHOT_ERROR_FORMAT, error, "another component of it has the name '%s', too", name);
      living = gyre_nameserver_find (gyre_executive_get_nameserver (self->executive), name);
      if (living != NULL)
        return fail (self, number, GYRE_SNAPSHOT_ERROR_NAME, error, "a living %s has the name '%s' (it can be loaded without names)",
                     G_OBJECT_TYPE_NAME (living), name);
    }
  return TRUE;
}

/* Whether a value can be said before the others are there. */
static gboolean
is_early (const Item *item)
{
  if (item->text == NULL || item->trait == NULL)
    return item->text != NULL && item->shape != NULL;
  return !gyre_trait_is_facility (item->trait) && !gyre_foreign_value_is_opaque (item->trait)
         && !gyre_binding_is_meant (item->trait, item->text);
}

static gboolean
read_keyword (Reader *self, guint number, Item *item, GValue *native, GError **error)
{
  const GyreTrait *trait = item->trait != NULL ? item->trait : item->shape;
  GyreValue value = GYRE_NONE;
  GError *problem = NULL;

  if (!gyre_trait_parse (trait, item->text, &value, &problem))
    {
      g_prefix_error (&problem, "%s: ", item->name);
      return fail_with (self, number, GYRE_SNAPSHOT_ERROR_VALUE, problem, error);
    }
  gyre_trait_to_gvalue (trait, value, g_value_init (native, trait->specification->value_type));
  gyre_kind_clear (trait->kind, &value);
  item->is_keyword = TRUE;
  return TRUE;
}

/* The values that it is built with. */
static gboolean
read_keywords (Reader *self, guint number, GPtrArray *names, GArray *values, GError **error)
{
  GArray *items = get_node (self, number)->items;

  for (guint index = 0; index < items->len; index++)
    {
      Item *item = &g_array_index (items, Item, index);
      GValue native = G_VALUE_INIT;

      if (!is_early (item))
        continue;
      if (!read_keyword (self, number, item, &native, error))
        return FALSE;
      g_ptr_array_add (names, (gpointer) item->name);
      g_array_append_val (values, native);
    }
  return TRUE;
}

static GyreComponent *
build_alone (Reader *self, guint number, GError **error)
{
  Node *node = get_node (self, number);
  GType type = gyre_requirement_get_gtype (GYRE_REQUIREMENT (node->actor));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GArray) values = g_array_new (FALSE, TRUE, sizeof (GValue));
  g_autoptr (GyreLocator) locator = gyre_locator_new_source (GYRE_SNAPSHOT_PLACE, 0, NULL);
  GyreComponent *component = NULL;
  GError *problem = NULL;

  g_array_set_clear_func (values, (GDestroyNotify) g_value_unset);
  if (!read_keywords (self, number, names, values, error))
    return NULL;
  component = gyre_component_new_with_values (type, node->name, (const char * const *) names->pdata, (const GValue *) (gpointer) values->data,
                                              names->len, locator, &problem);
  if (component == NULL)
    fail_with (self, number, GYRE_SNAPSHOT_ERROR_VALUE, problem, error);
  return component;
}

/* What the configuration of today has built meanwhile, for a component that was loaded before: nobody had the name when loading began. */
static GyreComponent *
find_built (Reader *self, const Node *node)
{
  GObject *living = node->name != NULL ? gyre_nameserver_find (gyre_executive_get_nameserver (self->executive), node->name) : NULL;

  if (living == NULL || G_OBJECT_TYPE (living) == gyre_requirement_get_gtype (GYRE_REQUIREMENT (node->actor)))
    return (GyreComponent *) living;
  g_object_unref (living);
  return NULL;
}

static gboolean
build (Reader *self, guint number, GError **error)
{
  Node *node = get_node (self, number);
  GyreComponent *parent = node->parent >= 0 ? get_node (self, (guint) node->parent)->component : NULL;
  GError *problem = NULL;

  node->component = find_built (self, node);
  if (node->component == NULL)
    node->component = build_alone (self, number, error);
  if (node->component == NULL)
    return FALSE;
  if (parent != NULL && gyre_component_get_parent (node->component) != parent && !gyre_component_adopt (parent, node->component, &problem))
    return fail_with (self, number, GYRE_SNAPSHOT_ERROR_VALUE, problem, error);
  if (node->object == NULL || gyre_wrapper_show (node->component, node->object, &problem))
    return TRUE;
  return fail_with (self, number, GYRE_SNAPSHOT_ERROR_VALUE, problem, error);
}

static GyreProvenance
provenance_of (const Item *item)
{
  g_autoptr (GyreLocator) locator = *item->file != '\0' ? gyre_locator_new_file (item->file, item->line, 0)
                                                        : gyre_locator_new_source (GYRE_SNAPSHOT_PLACE, 0, NULL);

  return gyre_provenance_of_locator ((GyreCategory) item->category, locator);
}

/* Whether what is configured today, or what the constructor has set, counts more than what was saved. */
static gboolean
is_weaker (const Item *item, const GyreProvenance *present)
{
  return present->from_class == GYRE_MEDIATOR_NONE && present->category > (gint) item->category
         && !(item->is_keyword && present->category == GYRE_CATEGORY_CONSTRUCTION);
}

static gboolean
is_said (const Item *item, const GyreProvenance *present)
{
  return item->is_keyword && present->kind == GYRE_SOURCE_LOCATOR && present->category == GYRE_CATEGORY_CONSTRUCTION;
}

static gboolean
set_trait (Reader *self, GyreComponent *component, Item *item, GError **error)
{
  const GyreProvenance *present = gyre_state_get_provenance (component, item->trait->descriptor.index);
  g_auto (GValue) native = G_VALUE_INIT;

  if (is_said (item, present))
    {
      gyre_state_set_provenance (component, item->trait->descriptor.index, provenance_of (item));
      return TRUE;
    }
  if (is_weaker (item, present) || (item->trait->construct_only && gyre_state_peek (component) != NULL && gyre_state_peek (component)->complete))
    return TRUE;
  if (item->text != NULL)
    return gyre_component_commit_text (component, item->trait, item->text, provenance_of (item), error);
  if (item->components != NULL)
    return gyre_snapshot_reader_set_container (self, component, item, provenance_of (item), error);
  g_value_set_object (g_value_init (&native, G_TYPE_OBJECT), get_node (self, item->number)->component);
  return gyre_component_commit_gvalue (component, item->trait, &native, provenance_of (item), error);
}

/* An attribute that was saved with what it follows. */
static gboolean
follow (GyreComponent *component, const Item *item, GError **error)
{
  GyreDescriptor *descriptor = gyre_dynamic_get_settable (component, item->name, error);

  return descriptor != NULL && gyre_dynamic_commit_text (component, (const GyreTrait *) descriptor, item->text, provenance_of (item), error);
}

static gboolean
set_attribute (Reader *self, GyreComponent *component, Item *item, GError **error)
{
  GyreDynamic *present = gyre_dynamic_find (component, item->name);
  GyreDescriptor *descriptor;
  GyreValue value = GYRE_NONE;

  if (present != NULL && present->property != NULL && item->shape != NULL)
    return TRUE;
  if (present != NULL && item->shape != NULL && present->shape == item->shape && is_said (item, &present->provenance))
    {
      gyre_provenance_clear (&present->provenance);
      present->provenance = provenance_of (item);
      return TRUE;
    }
  if (present != NULL && present->shape != NULL && is_weaker (item, &present->provenance))
    return TRUE;
  if (item->shape == NULL)
    return follow (component, item, error);
  if (item->text == NULL)
    value = (GyreValue) { .present = TRUE, .object = G_OBJECT (g_object_ref (get_node (self, item->number)->component)) };
  else if (!gyre_trait_parse (item->shape, item->text, &value, error))
    return FALSE;
  descriptor = gyre_dynamic_get_settable (component, item->name, error);
  if (descriptor == NULL)
    {
      gyre_kind_clear (item->shape->kind, &value);
      return FALSE;
    }
  return gyre_dynamic_commit (component, (const GyreTrait *) descriptor, item->shape, value, provenance_of (item), error);
}

static gboolean
set_items (Reader *self, guint number, GError **error)
{
  Node *node = get_node (self, number);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GError *problem = NULL;

  for (guint index = 0; index < node->items->len; index++)
    {
      Item *item = &g_array_index (node->items, Item, index);

      if (item->trait == NULL)
        g_ptr_array_add (names, (gpointer) item->name);
      if (!(item->trait != NULL ? set_trait : set_attribute) (self, node->component, item, &problem))
        return fail_with (self, number, GYRE_SNAPSHOT_ERROR_VALUE, problem, error);
    }
  gyre_dynamics_arrange (node->component, names);
  return TRUE;
}

static gboolean
build_all (Reader *self, GError **error)
{
  gboolean done = check_names (self, error) && gyre_snapshot_reader_read_objects (self, error);

  for (guint number = 0; done && number < self->nodes->len; number++)
    done = build (self, number, error);
  done = done && gyre_snapshot_reader_connect_objects (self, error);
  for (guint number = 0; done && number < self->nodes->len; number++)
    done = set_items (self, number, error);
  return done;
}

/* What goes on in time begins last, when everything has been looked at. */
static gboolean
begin_all (Reader *self, GError **error)
{
  return gyre_snapshot_reader_read_calls (self, error) && gyre_snapshot_reader_read_processes (self, error)
         && gyre_snapshot_reader_read_messages (self, error) && gyre_snapshot_reader_post_all (self, error)
         && gyre_snapshot_reader_give_processes (self, error) && gyre_snapshot_reader_send_messages (self, error);
}

static gboolean
read_all (Reader *self, GError **error)
{
  gsize n_nodes = g_variant_n_children (self->list);
  gboolean done = n_nodes > 0;

  if (n_nodes == 0)
    g_set_error (error, GYRE_SNAPSHOT_ERROR, GYRE_SNAPSHOT_ERROR_FORMAT, "the snapshot holds no component");
  for (gsize number = 0; done && number < n_nodes; number++)
    done = read_node (self, number, error);
  return done && build_all (self, error) && begin_all (self, error);
}

/* Children before parents; an instruction for one of them goes with it. */
static void
undo (Reader *self)
{
  for (guint number = self->nodes->len; number > 0; number--)
    if (get_node (self, number - 1)->component != NULL)
      gyre_component_delete (get_node (self, number - 1)->component);
}

static gboolean
refuse_data (GError **error)
{
  g_set_error (error, GYRE_SNAPSHOT_ERROR, GYRE_SNAPSHOT_ERROR_FORMAT, "the data are no snapshot");
  return FALSE;
}

/* The lists of @version; those that are not wanted are left out. */
static void
take_lists (Reader *self)
{
  self->list = g_variant_get_child_value (self->snapshot, 1);
  if (!(self->flags & GYRE_SNAPSHOT_WITHOUT_INSTRUCTIONS))
    self->instructions = g_variant_get_child_value (self->snapshot, 2);
  if (self->version == 1)
    return;
  self->objects = g_variant_get_child_value (self->snapshot, 3);
  if (!(self->flags & GYRE_SNAPSHOT_WITHOUT_PROCESSES))
    self->processes = g_variant_get_child_value (self->snapshot, 4);
  if (!(self->flags & GYRE_SNAPSHOT_WITHOUT_MESSAGES))
    self->messages = g_variant_get_child_value (self->snapshot, 5);
}

static gboolean
open_snapshot (Reader *self, GError **error)
{
  const GVariantType *type;

  gboolean is_tuple = g_variant_is_of_type (self->snapshot, G_VARIANT_TYPE_TUPLE) && g_variant_n_children (self->snapshot) > 0;

  if (!is_tuple || !g_variant_type_equal (g_variant_type_first (g_variant_get_type (self->snapshot)), G_VARIANT_TYPE_UINT32)
      || !g_variant_is_normal_form (self->snapshot))
    return refuse_data (error);
  g_variant_get_child (self->snapshot, 0, "u", &self->version);
  type = gyre_snapshot_get_type_of (self->version);
  if (type != NULL && !g_variant_is_of_type (self->snapshot, type))
    return refuse_data (error);
  if (type != NULL)
    {
      take_lists (self);
      return TRUE;
    }
  g_set_error (error, GYRE_SNAPSHOT_ERROR, GYRE_SNAPSHOT_ERROR_VERSION, "the snapshot is of format %u; this version of Gyre reads 1 to %u",
               self->version, GYRE_SNAPSHOT_VERSION);
  return FALSE;
}

static void
reader_clear (Reader *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->delays);
  g_ptr_array_unref (self->posts);
  g_ptr_array_unref (self->held);
  g_clear_pointer (&self->list, g_variant_unref);
  g_clear_pointer (&self->instructions, g_variant_unref);
  g_clear_pointer (&self->objects, g_variant_unref);
  g_clear_pointer (&self->processes, g_variant_unref);
  g_clear_pointer (&self->messages, g_variant_unref);
  g_variant_unref (self->snapshot);
}

/**
 * gyre_component_new_from_snapshot:
 * @snapshot: what gyre_component_take_snapshot() gave, maybe in another process
 * @flags: what to give
 * @error: return location for an error of %GYRE_SNAPSHOT_ERROR, which names the component
 *
 * Builds a tree from a snapshot, in the current executive: all of it or nothing.
 *
 * Returns: (transfer full) (nullable): the root of the tree
 *
 * Since: 0.1
 */
GyreComponent *
gyre_component_new_from_snapshot (GVariant *snapshot, GyreSnapshotFlags flags, GError **error)
{
  Reader reader = { .flags = flags, .executive = gyre_executive_get_current () };
  GyreComponent *root = NULL;

  g_return_val_if_fail (snapshot != NULL, NULL);

  reader.snapshot = g_variant_ref_sink (snapshot);
  reader.held = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  reader.posts = g_ptr_array_new_with_free_func ((GDestroyNotify) gyre_instruction_unref);
  reader.delays = g_array_new (FALSE, FALSE, sizeof (gint64));
  reader.nodes = g_array_new (FALSE, TRUE, sizeof (Node));
  g_array_set_clear_func (reader.nodes, node_clear);
  if (open_snapshot (&reader, error) && read_all (&reader, error))
    root = g_object_ref (get_node (&reader, 0)->component);
  else
    undo (&reader);
  reader_clear (&reader);
  return root;
}
