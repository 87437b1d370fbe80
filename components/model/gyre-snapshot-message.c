/* gyre-snapshot-message.c: The messages in a snapshot
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * They are sent again when everything else is there, in the order in which they would have been read. A sender that is not in the tree
 * is forgotten. A request can't be saved: whoever waits for the reply is no part of the tree.
 */
#include "gyre-snapshot-reader-private.h"
#include "gyre-snapshot-writer-private.h"
#include "gyre-identity.h"
#include "gyre-message-private.h"
#include "gyre-shard-private.h"

typedef GyreSnapshotReader Reader;
typedef GyreSnapshotWriter Writer;

#define fail gyre_snapshot_reader_fail

/* Writing. */

typedef struct
{
  Writer *writer;
  GVariantBuilder *builder;
  GHashTable *numbers;        /* handle → number and one */
  gboolean is_good;
} Visit;

static guint
find_number (Visit *self, GyreHandle handle)
{
  return handle != GYRE_HANDLE_NONE ? GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, &handle)) : 0;
}

static void
add_message (GyreHandle receiver, const GyreMessage *message, gboolean is_for_next, gpointer data)
{
  Visit *self = data;
  guint number = find_number (self, receiver);
  gsize size = message->size;
  const char *kind = message->kind != 0 ? g_quark_to_string (message->kind) : "";

  if (number == 0 || !self->is_good)
    return;
  if ((message->flags & (GYRE_MESSAGE_IS_REQUEST | GYRE_MESSAGE_IS_REPLY)) != 0)
    {
      self->is_good = gyre_snapshot_writer_refuse (self->writer, self->writer->components->pdata[number - 1], "mailbox",
                                                   "a request waits for its reply");
      return;
    }
  g_variant_builder_open (self->builder, G_VARIANT_TYPE (GYRE_SNAPSHOT_MESSAGE));
  g_variant_builder_add (self->builder, "u", number - 1);
  g_variant_builder_add (self->builder, "i", (gint32) find_number (self, message->sender) - 1);
  g_variant_builder_add (self->builder, "s", kind);
  g_variant_builder_add (self->builder, "b", (message->flags & GYRE_MESSAGE_VARIANT) != 0);
  g_variant_builder_add (self->builder, "b", is_for_next);
  g_variant_builder_add_value (self->builder, g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, gyre_message_get_data (message, NULL), size, 1));
  g_variant_builder_close (self->builder);
}

/* The records of those that have one, each noted with its number. */
static GyreSlot **
list_slots (Writer *self, GyreShard *shard, GHashTable *numbers)
{
  GyreSlot **slots = g_new0 (GyreSlot *, self->components->len);

  for (guint number = 0; number < self->components->len; number++)
    {
      GyreComponent *component = self->components->pdata[number];

      if (component->handle == GYRE_HANDLE_NONE)
        continue;
      slots[number] = gyre_slots_find (shard->slots, component->handle);
      g_hash_table_insert (numbers, g_memdup2 (&component->handle, sizeof component->handle), GUINT_TO_POINTER (number + 1));
    }
  return slots;
}

gboolean
gyre_snapshot_writer_add_messages (Writer *self, GVariantBuilder *builder)
{
  GyreShard *shard = gyre_executive_get_shard (gyre_component_get_executive (self->components->pdata[0]));
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree GyreSlot **slots = NULL;
  Visit visit = { self, builder, numbers, TRUE };

  g_variant_builder_open (builder, G_VARIANT_TYPE ("a" GYRE_SNAPSHOT_MESSAGE));
  gyre_shard_enter (shard);
  slots = list_slots (self, shard, numbers);
  if (!(self->flags & GYRE_SNAPSHOT_WITHOUT_MESSAGES) && g_hash_table_size (numbers) > 0)
    gyre_messenger_visit (shard->messenger, slots, self->components->len, add_message, &visit);
  gyre_shard_leave (shard);
  if (visit.is_good)
    g_variant_builder_close (builder);
  return visit.is_good;
}

/* Reading. */

static gboolean
read_message (Reader *self, GVariant *data, GError **error)
{
  const char *kind;
  guint32 receiver;
  gint32 sender;

  g_variant_get (data, "(ui&sbb@ay)", &receiver, &sender, &kind, NULL, NULL, NULL);
  if (receiver >= self->nodes->len)
    return fail (self, receiver, GYRE_SNAPSHOT_ERROR_FORMAT, error, "a message is for it, and it is not there");
  if (sender < -1 || (sender >= 0 && (guint32) sender >= self->nodes->len))
    return fail (self, receiver, GYRE_SNAPSHOT_ERROR_FORMAT, error, "a message is from component %d, and that is not there", sender);
  return TRUE;
}

gboolean
gyre_snapshot_reader_read_messages (Reader *self, GError **error)
{
  gsize length = self->messages != NULL ? g_variant_n_children (self->messages) : 0;

  for (gsize index = 0; index < length; index++)
    {
      g_autoptr (GVariant) data = g_variant_get_child_value (self->messages, index);

      if (!read_message (self, data, error))
        return FALSE;
    }
  return TRUE;
}

static GyreHandle
get_handle (Reader *self, gint32 number)
{
  return number >= 0 ? gyre_component_get_handle (gyre_snapshot_reader_get_node (self, (guint) number)->component) : GYRE_HANDLE_NONE;
}

static gboolean
send (Reader *self, GyreShard *shard, GVariant *data, GError **error)
{
  g_autoptr (GVariant) bytes = NULL;
  GyreMessageFlags flags = GYRE_MESSAGE_SAME_FRAME;
  GError *problem = NULL;
  gboolean is_value, is_for_next;
  const char *kind;
  guint32 receiver;
  gint32 sender;
  gsize size;
  gconstpointer content;

  g_variant_get (data, "(ui&sbb@ay)", &receiver, &sender, &kind, &is_value, &is_for_next, &bytes);
  content = g_variant_get_fixed_array (bytes, &size, 1);
  flags |= is_value ? GYRE_MESSAGE_VARIANT : 0;
  flags |= is_for_next ? GYRE_MESSAGE_NEXT_FRAME : 0;
  return gyre_messenger_send (shard->messenger, get_handle (self, sender), get_handle (self, (gint32) receiver),
                              *kind != '\0' ? g_quark_from_string (kind) : 0, content, size, flags, &problem)
         || gyre_snapshot_reader_fail_with (self, receiver, GYRE_SNAPSHOT_ERROR_VALUE, problem, error);
}

/* What a mailbox does not take is an error; what was sent goes with the components. */
gboolean
gyre_snapshot_reader_send_messages (Reader *self, GError **error)
{
  GyreShard *shard = gyre_executive_get_shard (self->executive);
  gsize length = self->messages != NULL ? g_variant_n_children (self->messages) : 0;
  gboolean done = TRUE;

  gyre_shard_enter (shard);
  for (gsize index = 0; done && index < length; index++)
    {
      g_autoptr (GVariant) data = g_variant_get_child_value (self->messages, index);

      done = send (self, shard, data, error);
    }
  gyre_shard_leave (shard);
  return done;
}
