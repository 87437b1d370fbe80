/* test-snapshot-message.c: The messages in a snapshot
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "snapshot-fixtures.h"

#include "gyre-snapshot-private.h"

static void
run (void)
{
  g_autoptr (GError) error = NULL;

  gyre_executive_run_frames (gyre_executive_get_default (), 1, &error);
  g_assert_no_error (error);
}

static void
send (gpointer sender, gpointer receiver, const char *kind, const char *text, GyreMessageFlags flags)
{
  g_autoptr (GError) error = NULL;

  gyre_component_send (sender, gyre_component_get_handle (receiver), kind != NULL ? g_quark_from_string (kind) : 0, text, strlen (text), flags, &error);
  g_assert_no_error (error);
}

/* All that there is to read, as text. */
static void
assert_messages (gpointer receiver, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (GyreMessage *message; (message = gyre_component_read (receiver, 0)) != NULL;)
    {
      g_autoptr (GObject) sender = (GObject *) gyre_executive_find_handle (gyre_executive_get_default (), gyre_message_get_sender (message));
      GQuark kind = gyre_message_get_kind (message);
      gsize size;
      const char *data = gyre_message_get_data (message, &size);

      g_string_append_printf (text, "%s%s%.*s%s;", kind != 0 ? g_quark_to_string (kind) : "", kind != 0 ? ":" : "", (int) size, data,
                              sender != NULL ? "!" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* Those that wait, those that are under way and those for the next frame. */
static void
test_messages (void)
{
  TestOpen *root = test_new (TEST_TYPE_OPEN, NULL);
  TestBall *ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (TestBall) outside = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) after = NULL;

  test_adopt (root, ball);
  send (outside, ball, NULL, "first", 0);
  send (root, ball, "odd", "second", 0);
  run ();
  send (root, ball, NULL, "last", GYRE_MESSAGE_NEXT_FRAME);
  send (root, ball, NULL, "third", 0);
  send (root, outside, NULL, "elsewhere", 0);
  send (outside, root, NULL, "", 0);
  before = test_snapshot (root, GYRE_SNAPSHOT_PLAIN);
  test_delete (root);
  root = test_restore (before, GYRE_SNAPSHOT_PLAIN);
  ball = (TestBall *) gyre_component_get_child (GYRE_COMPONENT (root), 0);
  after = test_snapshot (root, GYRE_SNAPSHOT_PLAIN);
  g_assert_true (g_variant_equal (before, after));
  run ();
  assert_messages (ball, "first;odd:second!;third!;last!;");
  assert_messages (root, ";");
  run ();
  test_delete (root);
  root = test_restore (before, GYRE_SNAPSHOT_WITHOUT_MESSAGES);
  run ();
  assert_messages (root, "");
  test_delete (root);
}

static void
test_value (void)
{
  TestBall *ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GVariant) snapshot = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GVariant) expected = NULL;
  g_autoptr (GError) error = NULL;

  gyre_component_send_variant (GYRE_COMPONENT (ball), gyre_component_get_handle (GYRE_COMPONENT (ball)), 0, g_variant_new ("(is)", 5, "x"), 0, &error);
  g_assert_no_error (error);
  snapshot = test_snapshot (ball, GYRE_SNAPSHOT_PLAIN);
  test_delete (ball);
  ball = test_restore (snapshot, GYRE_SNAPSHOT_PLAIN);
  run ();
  value = gyre_message_dup_variant (gyre_component_read (GYRE_COMPONENT (ball), 0), &error);
  g_assert_no_error (error);
  expected = g_variant_ref_sink (g_variant_new_parsed ("(5, 'x')"));
  g_assert_true (g_variant_equal (value, expected));
  test_delete (ball);
}

/* Bytes of all sizes, to paused receivers, over several frames: none is lost, none is changed. */
static void
test_random (void)
{
  for (guint seed = 0; seed < 60; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      TestOpen *root = test_new (TEST_TYPE_OPEN, NULL);
      g_autoptr (GVariant) before = NULL;
      g_autoptr (GVariant) after = NULL;

      for (guint count = 0; count < 4; count++)
        test_adopt (root, test_new (TEST_TYPE_BALL, NULL));
      for (guint count = g_rand_int_range (random, 0, 40); count > 0; count--)
        {
          GyreComponent *sender = gyre_component_get_child (GYRE_COMPONENT (root), g_rand_int_range (random, 0, 4));
          GyreComponent *receiver = gyre_component_get_child (GYRE_COMPONENT (root), g_rand_int_range (random, 0, 4));
          g_autofree char *text = g_strnfill (g_rand_int_range (random, 0, 150), (char) g_rand_int_range (random, 'a', 'z'));

          send (sender, receiver, g_rand_boolean (random) ? "kind" : NULL, text, g_rand_int_range (random, 0, 4) == 0 ? GYRE_MESSAGE_NEXT_FRAME : 0);
          if (g_rand_int_range (random, 0, 8) == 0)
            run ();
        }
      before = test_snapshot (root, GYRE_SNAPSHOT_PLAIN);
      test_delete (root);
      root = test_restore (before, GYRE_SNAPSHOT_PLAIN);
      after = test_snapshot (root, GYRE_SNAPSHOT_PLAIN);
      g_assert_true (g_variant_equal (before, after));
      test_delete (root);
    }
}

static void
test_request (void)
{
  TestBall *ball = test_new (TEST_TYPE_BALL, "asked");
  g_autoptr (TestBall) asker = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreReply) reply = gyre_component_request (GYRE_COMPONENT (asker), gyre_component_get_handle (GYRE_COMPONENT (ball)), 0, "?", 1, 0, &error);
  g_autoptr (GVariant) snapshot = NULL;

  g_assert_no_error (error);
  g_assert_null (gyre_component_take_snapshot (GYRE_COMPONENT (ball), GYRE_SNAPSHOT_PLAIN, &error));
  test_assert_error (error, GYRE_SNAPSHOT_ERROR, GYRE_SNAPSHOT_ERROR_VALUE, "test.shapes.ball#asked.mailbox", "request");
  snapshot = test_snapshot (ball, GYRE_SNAPSHOT_WITHOUT_MESSAGES);
  test_delete (ball);
}

#define N_SENDERS 3
#define N_SENT 400

typedef struct
{
  GyreHandle receiver;
  guint number;
  guint n_messages;
  gint n_sent;              /* atomic: those whose send has returned */
} Sender;

/* Numbers from 0 on, with padding that makes several chunks. */
static gpointer
send_from_outside (gpointer data)
{
  Sender *self = data;
  guint32 content[200] = { self->number };

  for (guint32 count = 0; count < self->n_messages; count++)
    {
      g_autoptr (GError) error = NULL;

      content[1] = count;
      gyre_executive_send (gyre_executive_get_default (), GYRE_HANDLE_NONE, self->receiver, 0, content, 8 + (count * 37) % 700, 0, &error);
      g_assert_no_error (error);
      g_atomic_int_inc (&self->n_sent);
    }
  return NULL;
}

/* All there is to read: of each sender the next number. */
static void
read_numbers (GyreComponent *receiver, guint32 *next)
{
  for (GyreMessage *message; (message = gyre_component_read (receiver, 0)) != NULL;)
    {
      const guint32 *content = gyre_message_get_data (message, NULL);

      g_assert_cmpuint (content[1], ==, next[content[0]]);
      next[content[0]]++;
    }
}

static void
give_room (gpointer ball)
{
  g_assert_true (gyre_executive_set_mailbox (gyre_executive_get_default (), gyre_component_get_handle (ball), 1 << 24, GYRE_MAILBOX_REFUSE, 0, NULL));
}

/* The same for those in a snapshot. */
static void
check_snapshot (GVariant *snapshot, guint32 *next)
{
  g_autoptr (GVariant) messages = g_variant_get_child_value (snapshot, 5);

  for (gsize index = 0; index < g_variant_n_children (messages); index++)
    {
      g_autoptr (GVariant) message = g_variant_get_child_value (messages, index);
      g_autoptr (GVariant) bytes = g_variant_get_child_value (message, 5);
      gsize length;
      const guint8 *data = g_variant_get_fixed_array (bytes, &length, 1);
      guint32 content[2];

      memcpy (content, data, sizeof content);
      g_assert_cmpuint (length, ==, 8 + (content[1] * 37) % 700);
      g_assert_cmpuint (content[1], ==, next[content[0]]);
      next[content[0]]++;
    }
}

/* A message whose send has returned is in the snapshot, taken up or not; and it still comes to whom it was sent. */
static void
test_threads (void)
{
  TestBall *ball = test_new (TEST_TYPE_BALL, NULL);
  Sender senders[N_SENDERS];
  GThread *threads[N_SENDERS];
  guint32 original[N_SENDERS] = { 0 };
  gint n_sent = 0;

  run ();
  give_room (ball);
  for (guint32 index = 0; index < N_SENDERS; index++)
    {
      senders[index] = (Sender) { gyre_component_get_handle (GYRE_COMPONENT (ball)), index, N_SENT, 0 };
      threads[index] = g_thread_new ("sender", send_from_outside, &senders[index]);
    }
  for (guint round = 0; round < 50 || n_sent < N_SENDERS * N_SENT; round++)
    {
      gint sent[N_SENDERS];
      guint32 next[N_SENDERS];
      g_autoptr (GVariant) snapshot = NULL;

      for (guint index = 0; index < N_SENDERS; index++)
        {
          sent[index] = g_atomic_int_get (&senders[index].n_sent);
          next[index] = original[index];
        }
      snapshot = test_snapshot (ball, GYRE_SNAPSHOT_PLAIN);
      n_sent = 0;
      check_snapshot (snapshot, next);
      for (guint index = 0; index < N_SENDERS; index++)
        {
          g_assert_cmpint (next[index], >=, sent[index]);
          n_sent += sent[index];
        }
      if (round % 3 == 0)
        run ();
      if (round % 7 == 0)
        read_numbers (GYRE_COMPONENT (ball), original);
    }
  for (guint index = 0; index < N_SENDERS; index++)
    g_thread_join (threads[index]);
  run ();
  read_numbers (GYRE_COMPONENT (ball), original);
  for (guint index = 0; index < N_SENDERS; index++)
    g_assert_cmpuint (original[index], ==, N_SENT);
  test_delete (ball);
}

/* Also in an executive that has not looked at a lane yet. */
static void
test_threads_restored (void)
{
  TestBall *ball = test_new (TEST_TYPE_BALL, NULL);
  Sender sender = { gyre_component_get_handle (GYRE_COMPONENT (ball)), 0, 20, 0 };
  guint32 next[1] = { 0 };
  g_autoptr (GVariant) snapshot = NULL;

  run ();
  g_thread_join (g_thread_new ("sender", send_from_outside, &sender));
  snapshot = test_snapshot (ball, GYRE_SNAPSHOT_PLAIN);
  test_delete (ball);
  ball = test_restore (snapshot, GYRE_SNAPSHOT_PLAIN);
  run ();
  read_numbers (GYRE_COMPONENT (ball), next);
  g_assert_cmpuint (next[0], ==, 20);
  test_delete (ball);
}

typedef struct
{
  GyreHandle receiver;
  guint32 next;
} Alike;

static gpointer
send_alike (gpointer data)
{
  Alike *self = data;

  for (guint32 end = self->next + 20; self->next < end; self->next++)
    {
      guint32 content[4] = { self->next };
      g_autoptr (GError) error = NULL;

      gyre_executive_send (gyre_executive_get_default (), GYRE_HANDLE_NONE, self->receiver, 0, content, sizeof content, 0, &error);
      g_assert_no_error (error);
    }
  return NULL;
}

/* In a lane only the first of messages that are alike has a whole head. */
static void
test_threads_alike (void)
{
  TestBall *ball = test_new (TEST_TYPE_BALL, NULL);
  Alike alike = { gyre_component_get_handle (GYRE_COMPONENT (ball)), 0 };
  g_autoptr (GVariant) snapshot = NULL;
  g_autoptr (GVariant) messages = NULL;

  run ();
  g_thread_join (g_thread_new ("alike", send_alike, &alike));
  snapshot = test_snapshot (ball, GYRE_SNAPSHOT_PLAIN);
  messages = g_variant_get_child_value (snapshot, 5);
  g_assert_cmpuint (g_variant_n_children (messages), ==, 20);
  for (guint32 index = 0; index < 20; index++)
    {
      g_autoptr (GVariant) message = g_variant_get_child_value (messages, index);
      g_autoptr (GVariant) bytes = g_variant_get_child_value (message, 5);
      gsize length;
      const guint8 *data = g_variant_get_fixed_array (bytes, &length, 1);

      g_assert_cmpuint (length, ==, 16);
      g_assert_cmpmem (data, sizeof index, &index, sizeof index);
    }
  test_delete (ball);
}

static void
assert_refused (const char *messages, int code, const char *text)
{
  g_autofree char *all = g_strdup_printf ("(2, [(-1, true, 'test.safe', 'wrong-safe', [], [])], [], [], [], %s)", messages);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) snapshot = g_variant_parse (G_VARIANT_TYPE (GYRE_SNAPSHOT_TYPE), all, NULL, NULL, &error);
  g_autoptr (GObject) left = NULL;

  g_assert_no_error (error);
  g_assert_null (gyre_component_new_from_snapshot (snapshot, GYRE_SNAPSHOT_PLAIN, &error));
  test_assert_error (error, GYRE_SNAPSHOT_ERROR, code, text);
  left = gyre_nameserver_find (gyre_executive_get_nameserver (gyre_executive_get_default ()), "wrong-safe");
  g_assert_null (left);
}

static void
test_mistakes (void)
{
  g_autofree char *large = g_strnfill (9000, 'x');
  g_autofree char *message = g_strdup_printf ("[(0, -1, '', false, false, [0x31]), (0, -1, '', false, false, b'%s')]", large);

  test_delete (test_new (TEST_TYPE_SAFE, NULL));
  assert_refused ("[(3, -1, '', false, false, [])]", GYRE_SNAPSHOT_ERROR_FORMAT, "component 3: a message is for it, and it is not there");
  assert_refused ("[(0, 3, '', false, false, [])]", GYRE_SNAPSHOT_ERROR_FORMAT, "component 0 (test.safe#wrong-safe): a message is from component 3");
  assert_refused ("[(0, -2, '', false, false, [])]", GYRE_SNAPSHOT_ERROR_FORMAT, "component -2");
  assert_refused (message, GYRE_SNAPSHOT_ERROR_VALUE, "component 0 (test.safe#wrong-safe)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gyre_executive_set_pace (gyre_executive_get_default (), GYRE_PACE_FASTEST, 0);
  g_test_add_func ("/model/snapshot-message/messages-come-back-in-their-order", test_messages);
  g_test_add_func ("/model/snapshot-message/value-comes-back-as-a-value", test_value);
  g_test_add_func ("/model/snapshot-message/random-messages-come-back", test_random);
  g_test_add_func ("/model/snapshot-message/request-that-waits-is-refused", test_request);
  g_test_add_func ("/model/snapshot-message/what-other-threads-have-sent-is-saved", test_threads);
  g_test_add_func ("/model/snapshot-message/what-other-threads-have-sent-comes-back", test_threads_restored);
  g_test_add_func ("/model/snapshot-message/what-is-alike-in-a-lane-is-saved", test_threads_alike);
  g_test_add_func ("/model/snapshot-message/mistake-is-told-with-its-place-and-leaves-nothing", test_mistakes);
  return g_test_run ();
}
