/* test-mailbox.c: The messages that wait for one receiver
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-log-private.h"
#include "gyre-mailbox-private.h"

static void
put (GyreMailboxes *mailboxes, GyreLog *log, GyreMailbox *mailbox, GQuark kind, guint64 number)
{
  guint flags = kind != 0 ? GYRE_MESSAGE_IS_WIDE : 0;
  gsize extent = GYRE_MESSAGE_EXTENT (flags, 8);
  GyreMessage *message = gyre_log_reserve (log, extent);

  message->number = number;
  message->flags = flags;
  message->kind = kind;
  message->size = 8;
  gyre_log_write (log, extent);
  g_assert_true (gyre_mailbox_reserve (mailbox, kind));
  gyre_mailbox_put (mailboxes, mailbox, message);
  gyre_log_go_on (log, extent);
}

static guint64
take (GyreMailboxes *mailboxes, GyreMailbox *mailbox, GQuark kind)
{
  GyreMessage *message = gyre_mailbox_take (mailboxes, mailbox, kind);
  guint64 number = message != NULL ? message->number : 0;

  if (message != NULL)
    gyre_mailboxes_dispose (mailboxes, message);
  return number;
}

/* Against queues of GLib: puts, takes of any and of a kind, and compaction, in any order. */
static void
test_agrees_with_a_simple_model (void)
{
  GyreMailboxes mailboxes = { 0 };
  GyreSlot slot = { 0 };
  GyreLog log;
  GyreMailbox *mailbox;
  g_autoptr (GRand) chance = g_rand_new_with_seed (3);
  GQueue model = G_QUEUE_INIT;                /* number << 8 | kind */

  gyre_chunks_init (&mailboxes.chunks);
  gyre_log_init (&log, &mailboxes.chunks);
  mailbox = gyre_mailbox_get (&mailboxes, &slot);
  for (guint number = 1; number < 100000; number++)
    {
      guint kind = g_rand_int_range (chance, 0, 20), what = g_rand_int_range (chance, 0, number / 5000 % 2 == 0 ? 3 : 10);
      if (what == 0 || what == 1)
        {
          put (&mailboxes, &log, mailbox, kind, number);
          g_queue_push_tail (&model, GUINT_TO_POINTER (number << 8 | kind));
        }
      else
        {
          GList *link = model.head;
          while (kind != 0 && link != NULL && (GPOINTER_TO_UINT (link->data) & 0xff) != kind)
            link = link->next;
          g_assert_cmpuint (take (&mailboxes, mailbox, kind), ==, link != NULL ? GPOINTER_TO_UINT (link->data) >> 8 : 0);
          if (link != NULL)
            g_queue_delete_link (&model, link);
        }
      if (number % 1000 == 0)
        {
          g_assert_cmpuint (mailbox->n_messages, ==, model.length);
          mailboxes.chunks.n_bytes += 1 << 30;
          gyre_mailboxes_compact (&mailboxes, 0);
          mailboxes.chunks.n_bytes -= 1 << 30;
        }
    }
  while (take (&mailboxes, mailbox, 0) != 0)
    continue;
  g_queue_clear (&model);
  g_assert_cmpuint (mailboxes.n_bytes, ==, 0);
  gyre_log_clear (&log);
  g_assert_cmpuint (mailboxes.chunks.n_bytes, ==, 0);
  gyre_mailbox_free (&mailboxes, mailbox);
  g_assert_null (slot.mailbox);
  gyre_chunks_clear (&mailboxes.chunks);
}

static void
test_many_kinds_do_not_stay (void)
{
  GyreMailboxes mailboxes = { 0 };
  GyreSlot slot = { 0 };
  GyreLog log;
  GyreMailbox *mailbox;

  gyre_chunks_init (&mailboxes.chunks);
  gyre_log_init (&log, &mailboxes.chunks);
  mailbox = gyre_mailbox_get (&mailboxes, &slot);
  for (GQuark kind = 1; kind < 100000; kind++)
    {
      put (&mailboxes, &log, mailbox, kind, kind);
      g_assert_cmpuint (take (&mailboxes, mailbox, kind), ==, kind);
    }
  g_assert_cmpuint (mailbox->n_places, <=, 16);
  gyre_mailbox_free (&mailboxes, mailbox);
  gyre_log_clear (&log);
  gyre_chunks_clear (&mailboxes.chunks);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messaging/mailbox/agrees-with-a-simple-model", test_agrees_with_a_simple_model);
  g_test_add_func ("/messaging/mailbox/many-kinds-do-not-stay", test_many_kinds_do_not_stay);
  return g_test_run ();
}
