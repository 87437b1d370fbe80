/* test-communication.c: What components have to say
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre.h"

#include <gio/gio.h>

static GString *story;

typedef struct
{
  GyreComponent parent_instance;

  GyreAlertLevel verbosity;
} TestBell;
typedef struct { GyreComponentClass parent_class; } TestBellClass;

static gboolean
test_bell_ring (TestBell *self, GError **error)
{
  g_string_append_printf (story, "%s rings;", gyre_component_get_name (GYRE_COMPONENT (self)));
  return TRUE;
}

GYRE_DEFINE_COMPONENT (TestBell, test_bell, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_enumeration (verbosity, gyre_alert_level, GYRE_ALERT_NOTICE)),
  GYRE_BEHAVIORS (gyre_behavior (ring, test_bell_ring, (nothing))),
  .family = "test.bell")

typedef struct
{
  GyreComponent parent_instance;
} TestEar;
typedef struct { GyreComponentClass parent_class; } TestEarClass;

static gboolean
test_ear_receive (TestEar *self, GyreMessage *message, GError **error)
{
  g_autoptr (GyreComponent) sender = gyre_executive_find_handle (gyre_component_get_executive (GYRE_COMPONENT (self)),
                                                                 gyre_message_get_sender (message));
  gsize size;
  const char *text = gyre_message_get_data (message, &size);

  g_string_append_printf (story, "%s: %.*s;", gyre_component_get_name (sender), (int) size, text);
  return TRUE;
}

GYRE_DEFINE_COMPONENT (TestEar, test_ear, GYRE_TYPE_COMPONENT, GYRE_TRAITS (), GYRE_BEHAVIORS (),
  .family = "test.ear", .receive = test_ear_receive)

/* The words of the founding document. */
static void
test_send_to_and_read_messages (void)
{
  g_autoptr (GyreComponent) b = gyre_component_new (test_bell_get_type (), NULL, NULL, NULL);
  g_autoptr (GyreComponent) c = gyre_component_new (test_bell_get_type (), NULL, NULL, NULL);
  g_autofree char *name = gyre_component_dup_unique_name (b);
  g_autoptr (GPtrArray) messages = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (name, ==, "TestBell0");
  g_assert_true (gyre_component_send_to (c, "TestBell0", "this is a test message!", 23, &error));
  g_assert_no_error (error);
  messages = gyre_component_read_messages (b);
  g_assert_cmpuint (messages->len, ==, 1);
  g_assert_cmpmem (g_bytes_get_data (messages->pdata[0], NULL), g_bytes_get_size (messages->pdata[0]),
                   "this is a test message!", 23);
  none = gyre_component_read_messages (b);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_false (gyre_component_send_to (c, "nobody", "x", 1, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER);
}

static void
test_who_has_receive_gets_them_as_they_come (void)
{
  g_autoptr (GyreComponent) ear = gyre_component_new (test_ear_get_type (), "ear", NULL, NULL);
  g_autoptr (GyreComponent) bell = gyre_component_new (test_bell_get_type (), "bell", NULL, NULL);

  g_string_set_size (story, 0);
  g_assert_true (gyre_component_send_to (bell, "ear", "ding", 4, NULL));
  g_assert_true (gyre_component_send_to (bell, "ear", "dong", 4, NULL));
  g_assert_cmpstr (story->str, ==, "");
  g_assert_true (gyre_executive_step (gyre_executive_get_default (), NULL));
  g_assert_cmpstr (story->str, ==, "bell: ding;bell: dong;");
}

static void
test_who_subscribes_has_what_is_published (void)
{
  g_autoptr (GyreComponent) ear = gyre_component_new (test_ear_get_type (), "ear", NULL, NULL);
  g_autoptr (GyreComponent) bell = gyre_component_new (test_bell_get_type (), "bell", NULL, NULL);
  GyreExecutive *executive = gyre_executive_get_default ();
  g_autoptr (GError) error = NULL;

  g_string_set_size (story, 0);
  g_assert_cmpuint (gyre_component_publish (bell, "time", "one", 3, &error), ==, 0);
  g_assert_true (gyre_component_subscribe (ear, "time", &error));
  g_assert_cmpuint (gyre_component_publish (bell, "time", "two", 3, &error), ==, 1);
  g_assert_true (gyre_executive_step (executive, NULL));
  g_assert_true (gyre_component_unsubscribe (ear, "time"));
  g_assert_cmpuint (gyre_component_publish (bell, "time", "three", 5, &error), ==, 0);
  g_assert_no_error (error);
  g_assert_true (gyre_executive_step (executive, NULL));
  g_assert_cmpstr (story->str, ==, "bell: two;");
}

static void
test_a_question_has_an_answer (void)
{
  g_autoptr (GyreComponent) asker = gyre_component_new (test_bell_get_type (), "asker", NULL, NULL);
  g_autoptr (GyreComponent) asked = gyre_component_new (test_bell_get_type (), "asked", NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreReply) reply = gyre_component_request (asker, gyre_component_get_handle (asked), 0, "how late?", 9, -1, &error);
  g_autoptr (GBytes) bytes = NULL;
  GyreMessage *question;

  g_assert_no_error (error);
  question = gyre_component_read (asked, 0);
  g_assert_cmpuint (gyre_message_get_sender (question), ==, gyre_component_get_handle (asker));
  g_assert_false (gyre_reply_is_complete (reply));
  g_assert_true (gyre_component_reply (asked, question, "noon", 4, &error));
  g_assert_true (gyre_executive_step (gyre_executive_get_default (), NULL));
  bytes = gyre_reply_dup_bytes (reply, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "noon", 4);
}

static void
test_a_component_posts_to_itself (void)
{
  g_autoptr (GyreComponent) bell = gyre_component_new (test_bell_get_type (), "bell", NULL, NULL);
  g_autoptr (GyreInstruction) by_name = gyre_instruction_new ("bell", "ring", NULL, 0);

  g_string_set_size (story, 0);
  g_assert_cmpuint (gyre_component_post (bell, "ring", 0, NULL), !=, 0);
  g_assert_cmpuint (gyre_executive_post (gyre_executive_get_default (), by_name, 0, NULL), !=, 0);
  g_assert_cmpstr (story->str, ==, "");
  g_assert_true (gyre_executive_step (gyre_executive_get_default (), NULL));
  g_assert_cmpstr (story->str, ==, "bell rings;bell rings;");
}

static void
test_a_refusal_says_the_name (void)
{
  g_autoptr (GyreComponent) bell = gyre_component_new (test_bell_get_type (), "bell", NULL, NULL);
  g_autoptr (GyreComponent) other = gyre_component_new (test_bell_get_type (), NULL, NULL, NULL);
  g_autofree char *name = gyre_component_dup_unique_name (other);
  g_autofree char *expected = g_strdup_printf ("message to %s: 8000 bytes must fit", name);
  g_autofree char *bytes = g_malloc0 (9000);
  g_autoptr (GError) large = NULL, full = NULL;

  g_assert_false (gyre_component_send_to (bell, "bell", bytes, 9000, &large));
  g_assert_true (g_str_has_prefix (large->message, "message to bell: must have at most 8096 bytes"));
  g_assert_true (gyre_component_send (bell, gyre_component_get_handle (other), 0, bytes, 100, 0, NULL));
  g_assert_false (gyre_component_send (bell, gyre_component_get_handle (other), 0, bytes, 8000, 0, &full));
  g_assert_true (g_str_has_prefix (full->message, expected));
}

static void
test_who_refuses_what_is_published_is_told (void)
{
  g_autoptr (GyreComponent) bell = gyre_component_new (test_bell_get_type (), "bell", NULL, NULL);
  g_autoptr (GyreComponent) ear = gyre_component_new (test_ear_get_type (), "ear", NULL, NULL);
  g_autoptr (GyreComponent) other = gyre_component_new (test_bell_get_type (), "other", NULL, NULL);
  g_autofree char *bytes = g_malloc0 (8000);
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_component_subscribe (bell, "noise", NULL));
  g_assert_true (gyre_component_subscribe (ear, "noise", NULL));
  g_assert_true (gyre_component_subscribe (other, "noise", NULL));
  g_assert_true (gyre_component_send_to (ear, "bell", bytes, 8000, NULL));
  g_assert_true (gyre_component_send_to (ear, "other", bytes, 8000, NULL));
  g_assert_cmpuint (gyre_component_publish (ear, "noise", bytes, 200, &error), ==, 1);
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_FULL);
  g_assert_true (g_str_has_prefix (error->message, "topic “noise”: 2 of 3 subscribers did not get it, the first one because of this: "
                                                   "message to bell: 200 bytes must fit"));
  gyre_executive_step (gyre_executive_get_default (), NULL);
}

static void
note (GyreAlert *alert, gpointer user_data)
{
  g_string_append_printf (story, "%s%s says %s;", (const char *) user_data, gyre_alert_get_family (alert),
                          gyre_alert_get_message (alert));
}

static void
test_verbosity_decides_what_is_said (void)
{
  g_autoptr (GyreComponent) bell = gyre_component_new (test_bell_get_type (), "bell", NULL, NULL);
  GyreExecutive *executive = gyre_executive_get_default ();
  guint64 connection = gyre_executive_connect_alerts (executive, note, (gpointer) "", NULL);

  g_string_set_size (story, 0);
  gyre_component_alert (bell, GYRE_ALERT_NOTICE, "one");
  gyre_component_alert (bell, GYRE_ALERT_INFORMATION, "two");
  g_assert_true (gyre_component_set_text (bell, "verbosity", "debug", NULL));
  gyre_component_alert (bell, GYRE_ALERT_DEBUG, "three");
  g_assert_cmpstr (story->str, ==, "test.bell says one;test.bell says three;");
  gyre_executive_disconnect_alerts (executive, connection);
}

static void
test_callback_and_instruction_go_with_the_alert (void)
{
  g_autoptr (GyreComponent) bell = gyre_component_new (test_bell_get_type (), "bell", NULL, NULL);
  g_autoptr (GyreInstruction) instruction = gyre_instruction_new ("bell", "ring", NULL, 0);
  GyreExecutive *executive = gyre_executive_get_default ();
  guint64 connection = gyre_executive_connect_alerts (executive, note, (gpointer) "heard: ", NULL);

  g_string_set_size (story, 0);
  gyre_component_alert_and (bell, GYRE_ALERT_NOTICE, note, (gpointer) "called: ", instruction, "help");
  gyre_component_alert_and (bell, GYRE_ALERT_DEBUG, note, (gpointer) "called: ", instruction, "nothing");
  g_assert_true (gyre_executive_step (executive, NULL));
  g_assert_cmpstr (story->str, ==, "heard: test.bell says help;called: test.bell says help;bell rings;");
  gyre_executive_disconnect_alerts (executive, connection);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  story = g_string_new (NULL);
  g_test_add_func ("/model/communication/send-to-and-read-messages", test_send_to_and_read_messages);
  g_test_add_func ("/model/communication/who-has-receive-gets-them-as-they-come", test_who_has_receive_gets_them_as_they_come);
  g_test_add_func ("/model/communication/who-subscribes-has-what-is-published", test_who_subscribes_has_what_is_published);
  g_test_add_func ("/model/communication/a-question-has-an-answer", test_a_question_has_an_answer);
  g_test_add_func ("/model/communication/a-refusal-says-the-name", test_a_refusal_says_the_name);
  g_test_add_func ("/model/communication/who-refuses-what-is-published-is-told", test_who_refuses_what_is_published_is_told);
  g_test_add_func ("/model/communication/a-component-posts-to-itself", test_a_component_posts_to_itself);
  g_test_add_func ("/model/communication/verbosity-decides-what-is-said", test_verbosity_decides_what_is_said);
  g_test_add_func ("/model/communication/callback-and-instruction-go-with-the-alert", test_callback_and_instruction_go_with_the_alert);
  status = g_test_run ();
  g_string_free (story, TRUE);
  return status;
}
