/* gyre-snapshot-call.c: The instructions in a snapshot
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * They are read when all components are there, which can be arguments, and posted when nothing can go wrong any more.
 */
#include "gyre-snapshot-reader-private.h"
#include "gyre-identity.h"
#include "gyre-instruction.h"
#include "gyre-requirement.h"
#include "gyre-shape-private.h"
#include "gyre-shard-private.h"

typedef GyreSnapshotItem Item;
typedef GyreSnapshotNode Node;
typedef GyreSnapshotReader Reader;

#define get_node gyre_snapshot_reader_get_node
#define fail gyre_snapshot_reader_fail
#define fail_with gyre_snapshot_reader_fail_with
#define take_value gyre_snapshot_reader_take_value

static gboolean
read_argument (Reader *self, guint number, const char *shape_name, GVariant *data, GValue *native, GError **error)
{
  Item item = { .name = "an argument of an instruction" };
  GyreValue value = GYRE_NONE;
  GError *problem = NULL;

  if (!take_value (self, number, &item, data, error))
    return FALSE;
  item.shape = gyre_shape_from_name (shape_name, &problem);
  if (item.shape != NULL && item.text == NULL)
    g_value_set_object (g_value_init (native, G_TYPE_OBJECT), get_node (self, item.number)->component);
  else if (item.shape != NULL && item.shape->kind == &gyre_kind_object)
    g_value_init (native, G_TYPE_OBJECT);
  else if (item.shape != NULL && gyre_trait_parse (item.shape, item.text, &value, &problem))
    {
      gyre_trait_to_gvalue (item.shape, value, g_value_init (native, item.shape->specification->value_type));
      gyre_kind_clear (item.shape->kind, &value);
    }
  return problem == NULL || fail_with (self, number, GYRE_SNAPSHOT_ERROR_VALUE, problem, error);
}

static GyreInstruction *
read_call (Reader *self, guint number, const char *behavior, GVariant *arguments, GError **error)
{
  GyreHandle handle = gyre_component_get_handle (get_node (self, number)->component);
  g_autoptr (GArray) values = g_array_new (FALSE, TRUE, sizeof (GValue));
  GVariantIter iterator;
  const char *shape;
  GVariant *data;

  g_array_set_clear_func (values, (GDestroyNotify) g_value_unset);
  g_variant_iter_init (&iterator, arguments);
  while (g_variant_iter_next (&iterator, "(&sv)", &shape, &data))
    {
      GValue native = G_VALUE_INIT;

      if (!read_argument (self, number, shape, data, &native, error))
        return NULL;
      g_array_append_val (values, native);
    }
  return gyre_instruction_new_for_handle (handle, behavior, (const GValue *) (gpointer) values->data, values->len);
}

static GyreInstruction *
read_texts (Reader *self, guint number, const char *behavior, GVariant *arguments, GError **error)
{
  g_autofree char *name = gyre_component_dup_unique_name (get_node (self, number)->component);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  GVariantIter iterator;
  const char *shape;
  GVariant *data;

  g_variant_iter_init (&iterator, arguments);
  while (g_variant_iter_next (&iterator, "(&sv)", &shape, &data))
    {
      g_ptr_array_add (self->held, data);
      if (!g_variant_is_of_type (data, G_VARIANT_TYPE_STRING))
        {
          fail (self, number, GYRE_SNAPSHOT_ERROR_FORMAT, error, "an argument of %s must be a text", behavior);
          return NULL;
        }
      g_ptr_array_add (texts, (gpointer) g_variant_get_string (data, NULL));
    }
  g_ptr_array_add (texts, NULL);
  return gyre_instruction_new_with_texts (name, behavior, (const char * const *) texts->pdata);
}

static gboolean
check_behavior (Reader *self, guint number, const char *behavior, GError **error)
{
  GError *problem = NULL;
  GyreDescriptor *descriptor;

  if (number >= self->nodes->len)
    return fail (self, number, GYRE_SNAPSHOT_ERROR_FORMAT, error, "an instruction is for it, and it is not there");
  descriptor = gyre_requirement_get_trait (GYRE_REQUIREMENT (get_node (self, number)->actor), behavior, &problem);
  if (descriptor == NULL)
    return fail_with (self, number, GYRE_SNAPSHOT_ERROR_UNKNOWN, problem, error);
  if (descriptor->sort != GYRE_DESCRIPTOR_BEHAVIOR)
    return fail (self, number, GYRE_SNAPSHOT_ERROR_UNKNOWN, error, "'%s' is no behavior", behavior);
  return TRUE;
}

static gboolean
read_instruction (Reader *self, guint index, GError **error)
{
  g_autoptr (GVariant) data = g_variant_get_child_value (self->instructions, index);
  g_autoptr (GVariant) arguments = NULL;
  GyreInstruction *instruction;
  const char *behavior;
  gboolean is_text;
  guint32 number;
  gint32 priority;
  gint64 delay;

  g_variant_get (data, "(u&sb@a(sv)ix)", &number, &behavior, &is_text, &arguments, &priority, &delay);
  if (!check_behavior (self, number, behavior, error))
    return FALSE;
  if (delay < 0 || priority < G_MININT16 || priority > G_MAXINT16)
    return fail (self, number, GYRE_SNAPSHOT_ERROR_FORMAT, error, "the instruction %s can't be due in %" G_GINT64_FORMAT " ns, with priority %d",
                 behavior, delay, priority);
  instruction = (is_text ? read_texts : read_call) (self, number, behavior, arguments, error);
  if (instruction == NULL)
    return FALSE;
  gyre_instruction_set_priority (instruction, priority);
  g_ptr_array_add (self->posts, instruction);
  g_array_append_val (self->delays, delay);
  return TRUE;
}

gboolean
gyre_snapshot_reader_read_calls (Reader *self, GError **error)
{
  gsize n_instructions = self->instructions != NULL ? g_variant_n_children (self->instructions) : 0;

  for (gsize index = 0; index < n_instructions; index++)
    if (!read_instruction (self, (guint) index, error))
      return FALSE;
  return TRUE;
}

gboolean
gyre_snapshot_reader_post_all (Reader *self, GError **error)
{
  GyreShard *shard = gyre_executive_get_shard (self->executive);
  gint64 now = gyre_surroundings_get_time (shard->surroundings);

  for (guint index = 0; index < self->posts->len; index++)
    {
      gint64 delay = MIN (g_array_index (self->delays, gint64, index), G_MAXINT64 - MAX (now, 0));

      if (gyre_shard_post (shard, self->posts->pdata[index], now + delay, GYRE_HANDLE_NONE, error) == 0)
        return FALSE;
    }
  return TRUE;
}
