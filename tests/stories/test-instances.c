/* test-instances.c: What the founding documents say of instances: tracked, created and deleted, with messages and alerts
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each story begins with the words that it tells.
 */
#include <gyre.h>

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  GyreComponent parent_instance;

  GyreList *data;
  bool my_default;
  char *flags;
  gint64 network_packet_size;
  GyreAlertLevel verbosity;
  guint n_rings;
} Base;
typedef struct { GyreComponentClass parent_class; } BaseClass;

static gboolean
base_ring (Base *self, GError **error)
{
  self->n_rings++;
  return TRUE;
}

GYRE_DEFINE_COMPONENT (Base, base, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_strings (data, "()"),
    gyre_boolean (my_default, true),
    gyre_string (flags, NULL, .nullable = TRUE),
    gyre_integer (network_packet_size, 8192),
    gyre_enumeration (verbosity, gyre_alert_level, GYRE_ALERT_NOTICE)),
  GYRE_BEHAVIORS (gyre_behavior (ring, base_ring, (nothing))),
  .family = "story.base")

/* With a memory of its own size. */
typedef struct { GyreBaseProcess parent_instance; } Memory;
typedef struct { GyreBaseProcessClass parent_class; } MemoryClass;

static gboolean
memory_run (Memory *self, GError **error)
{
  return TRUE;
}

GYRE_DEFINE_COMPONENT (Memory, memory, GYRE_TYPE_BASE_PROCESS,
  GYRE_TRAITS (), GYRE_BEHAVIORS (gyre_behavior (run, memory_run, (nothing))),
  GYRE_IMPLEMENTS (GYRE_TYPE_PROCESS),
  .family = "story.memory")

/* Each story has an executive and numbers of its own. */
typedef struct
{
  GyreExecutive *executive;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->executive = gyre_executive_new ();
  gyre_executive_push (fixture->executive);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gyre_executive_pop (fixture->executive);
  g_object_unref (fixture->executive);
}

static GyreComponent *
build (const char *name)
{
  g_autoptr (GError) error = NULL;
  GyreComponent *component = gyre_component_new (base_get_type (), name, &error, NULL);

  g_assert_no_error (error);
  return component;
}

/* "When an instance is created, we can give it a number and associate this number with the instance": `b.instance_number`,
 * `Base.instance_tracker[0]`; and "a name attribute that provides the class name along with the instance number":
 * `b.instance_name` is 'Base0'. */
static void
test_instances_have_numbers_and_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) b = build (NULL);
  g_autoptr (GyreComponent) found = NULL;
  g_autofree char *name = gyre_component_dup_unique_name (b);

  g_assert_cmpuint (gyre_component_get_number (b), ==, 0);
  found = gyre_actor_find_number (gyre_component_get_actor (b), 0);
  g_assert_true (found == b);
  g_assert_cmpstr (name, ==, "Base0");
}

/* `base.Base() # instantiate but did not assign the result to a variable`, `b = Component_Resolve["Base0"]`, "got the created
 * object anyways": its parent has it. */
static void
test_an_instance_is_found_by_its_name_by_who_did_not_keep_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) parent = build ("parent");
  g_autoptr (GyreComponent) b = NULL;
  g_autofree char *name = gyre_component_dup_unique_name (gyre_component_create (parent, base_get_type (), NULL, NULL, NULL));

  b = gyre_executive_find_component (fixture->executive, name);
  g_assert_nonnull (b);
  g_assert_true (gyre_component_get_parent (b) == parent);
}

/* `c.send_to("Base0", c.data)`, `for message in b.read_messages(): b.data.append(message)`, `["this is a test message!"]`; "it is
 * best to have each object be responsible for manipulating it's own data members". */
static void
test_send_to_and_read_messages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) b = build (NULL);
  g_autoptr (GyreComponent) c = build (NULL);
  g_autofree char *name = gyre_component_dup_unique_name (b);
  const char *message = "this is a test message!";
  g_autoptr (GPtrArray) messages = NULL;
  g_autofree char *kept = NULL;

  g_assert_true (gyre_component_send_to (c, name, message, strlen (message), NULL));
  messages = gyre_component_read_messages (b);
  for (guint index = 0; index < messages->len; index++)
    {
      gsize size;
      const char *text = g_bytes_get_data (messages->pdata[index], &size);
      g_autofree char *list = g_strdup_printf ("(\"%.*s\")", (int) size, text);

      g_assert_true (gyre_component_set_text (b, "data", list, NULL));
    }
  kept = gyre_component_dup_text (b, "data", NULL);
  g_assert_cmpstr (kept, ==, "(this is a test message!)");
}

/* "send raw bytes to memory owned by another process": `write(message+"delimiter")`, and of ours each byte comes as it was. */
static void
test_raw_bytes_stay_what_they_are (Fixture *fixture, gconstpointer data)
{
  static const char bytes[] = "one\0delimiter\0\0two\xff";
  g_autoptr (GyreComponent) b = build ("b");
  g_autoptr (GyreComponent) c = build ("c");
  g_autoptr (GPtrArray) messages = NULL;

  g_assert_true (gyre_component_send_to (c, "b", bytes, sizeof bytes, NULL));
  g_assert_true (gyre_component_send_to (c, "b", NULL, 0, NULL));
  messages = gyre_component_read_messages (b);
  g_assert_cmpuint (messages->len, ==, 2);
  g_assert_cmpmem (g_bytes_get_data (messages->pdata[0], NULL), g_bytes_get_size (messages->pdata[0]), bytes, sizeof bytes);
  g_assert_cmpuint (g_bytes_get_size (messages->pdata[1]), ==, 0);
}

/* "When one component needs access to anothers data, component A's data is packaged up and written to component B's memory for it
 * to now have access to." */
static void
test_data_is_packaged_up_for_another_component (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) a = build ("a");
  g_autoptr (GyreComponent) b = build ("b");
  g_autoptr (GVariant) received = NULL;
  GyreMessage *message;
  gint32 number;

  g_assert_true (gyre_component_send_variant (a, gyre_component_get_handle (b), g_quark_from_static_string ("state"),
                                              g_variant_new ("(si)", "speed", 42), GYRE_MESSAGE_SAME_FRAME, NULL));
  message = gyre_component_read (b, g_quark_from_static_string ("state"));
  g_assert_nonnull (message);
  g_assert_cmpuint (gyre_message_get_sender (message), ==, gyre_component_get_handle (a));
  received = gyre_message_dup_variant (message, NULL);
  g_variant_get (received, "(si)", NULL, &number);
  g_assert_cmpint (number, ==, 42);
}

static void
assert_room (Fixture *fixture, GyreComponent *memory, const char *name, gsize size)
{
  g_autoptr (GyreComponent) sender = build (NULL);
  g_autofree char *bytes = g_malloc0 (size + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) messages = NULL;

  g_assert_false (gyre_component_send_to (sender, name, bytes, size + 1, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_SIZE);
  g_assert_true (gyre_component_send_to (sender, name, bytes, size, NULL));
  messages = gyre_component_read_messages (memory);
  g_assert_cmpuint (messages->len, ==, 1);
  g_assert_cmpuint (g_bytes_get_size (messages->pdata[0]), ==, size);
}

/* "Default values for newly created instances: memory_size 8096"; "Each base object will now have 4kb of memory that any other
 * object can write to", when its memory_size is that. */
static void
test_memory_has_a_size (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) plain = build ("plain");
  g_autoptr (GyreComponent) small = gyre_component_new (memory_get_type (), "small", NULL, "memory-size", G_GINT64_CONSTANT (4096),
                                                        NULL);
  g_autoptr (GyreComponent) usual = gyre_component_new (memory_get_type (), "usual", NULL, NULL);

  assert_room (fixture, plain, "plain", 8096);
  assert_room (fixture, usual, "usual", 8096);
  assert_room (fixture, small, "small", 4096);
}

/* "The create, add, and delete methods automatically take care of instantiating/adding/deleting objects in a framework friendly
 * way. The get_children and get_family_tree methods lookup all objects that self has created/added with the previous methods." */
static void
test_create_add_and_delete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) parent = build ("parent");
  GyreComponent *child = gyre_component_create (parent, base_get_type (), "child", NULL, "flags", "little", NULL);
  g_autoptr (GyreComponent) grandchild = g_object_ref (gyre_component_create_family (child, "story.base", "grandchild", NULL, NULL));
  g_autoptr (GyreComponent) guest = build ("guest");
  g_autoptr (GPtrArray) children = NULL, tree = NULL, members = NULL;

  g_assert_true (gyre_component_add (parent, guest, NULL));
  children = gyre_component_list_children (parent, G_TYPE_INVALID);
  g_assert_cmpuint (children->len, ==, 1);
  members = gyre_component_list_members (parent, G_TYPE_INVALID);
  g_assert_true (members->len == 1 && members->pdata[0] == guest);
  tree = gyre_component_list_family_tree (parent);
  g_assert_true (g_ptr_array_find (tree, child, NULL) && g_ptr_array_find (tree, grandchild, NULL));

  g_assert_true (gyre_component_delete (child));
  g_assert_true (gyre_component_is_deleted (grandchild));
  g_assert_cmpuint (gyre_component_count_children (parent), ==, 0);
  g_assert_null (gyre_executive_find_component (fixture->executive, "grandchild"));
  g_assert_false (gyre_component_send_to (guest, "child", "hello", 5, NULL));
  g_assert_true (gyre_component_delete (guest));
  g_assert_cmpuint (gyre_component_count_members (parent), ==, 0);
}

/* "The attribute_setter method sets the supplied keyword arguments as attributes on the object"; "makes such attributes modifiable
 * at runtime". */
static void
test_attribute_setter_sets_keywords (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) b = build (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *flags = NULL;

  g_assert_true (((Base *) b)->my_default);
  g_assert_true (gyre_component_set_attributes (b, &error, "my-default", FALSE, "flags", "a little bit of this", NULL));
  g_assert_no_error (error);
  g_assert_false (((Base *) b)->my_default);
  flags = gyre_component_dup_text (b, "flags", NULL);
  g_assert_cmpstr (flags, ==, "a little bit of this");
  g_assert_false (gyre_component_set_attributes (b, NULL, "my-default", TRUE, "flagz", "typo", NULL));
  g_assert_false (((Base *) b)->my_default);
}

static void
hear (GyreAlert *alert, gpointer story)
{
  g_string_append_printf (story, "[%s]", gyre_alert_get_message (alert));
}

/* "The alert method, which allows assignment of verbosity level to messages which can be used to determine whether or not to
 * print or log said messages." */
static void
test_verbosity_decides_what_is_said (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) b = build ("b");
  g_autoptr (GString) story = g_string_new (NULL);

  gyre_executive_connect_alerts (fixture->executive, hear, story, NULL);
  gyre_component_alert (b, GYRE_ALERT_NOTICE, "%d notes", 3);
  gyre_component_alert (b, GYRE_ALERT_DEBUG, "not said");
  g_assert_true (gyre_component_set_text (b, "verbosity", "debug", NULL));
  gyre_component_alert (b, GYRE_ALERT_DEBUG, "said now");
  g_assert_cmpstr (story->str, ==, "[3 notes][said now]");
}

/* The same: "print or log". */
static void
test_printing_and_logging_have_levels_of_their_own (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("gyre-story-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "alerts.log", NULL);
  g_autoptr (GyreComponent) b = build ("b");
  g_autofree char *text = NULL;

  gyre_executive_set_print_level (fixture->executive, GYRE_ALERT_ERROR);
  gyre_executive_set_log_level (fixture->executive, GYRE_ALERT_NOTICE);
  g_assert_true (gyre_executive_set_log_file (fixture->executive, path, FALSE, 0, 0, NULL));
  gyre_component_alert (b, GYRE_ALERT_NOTICE, "for the log");
  gyre_component_alert (b, GYRE_ALERT_INFORMATION, "for nobody");
  g_assert_true (gyre_executive_set_log_file (fixture->executive, NULL, FALSE, 0, 0, NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "for the log"));
  g_assert_null (strstr (text, "for nobody"));
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* "It also provides callback method and callback Instruction options." */
static void
test_an_alert_has_a_callback_and_a_callback_instruction (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) b = build ("b");
  g_autoptr (GyreInstruction) instruction = gyre_instruction_new ("b", "ring", NULL, 0);
  g_autoptr (GString) story = g_string_new (NULL);

  gyre_executive_set_print_level (fixture->executive, GYRE_ALERT_ERROR);
  gyre_executive_set_log_level (fixture->executive, GYRE_ALERT_NOTICE);
  gyre_component_alert_and (b, GYRE_ALERT_NOTICE, hear, story, instruction, "it is on fire");
  g_assert_cmpstr (story->str, ==, "[it is on fire]");
  g_assert_cmpuint (((Base *) b)->n_rings, ==, 0);
  g_assert_true (gyre_executive_step (fixture->executive, NULL));
  g_assert_cmpuint (((Base *) b)->n_rings, ==, 1);
}

#define ADD(path, function) g_test_add ("/stories/instances/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("instances-have-numbers-and-names", test_instances_have_numbers_and_names);
  ADD ("an-instance-is-found-by-its-name-by-who-did-not-keep-it", test_an_instance_is_found_by_its_name_by_who_did_not_keep_it);
  ADD ("send-to-and-read-messages", test_send_to_and_read_messages);
  ADD ("raw-bytes-stay-what-they-are", test_raw_bytes_stay_what_they_are);
  ADD ("data-is-packaged-up-for-another-component", test_data_is_packaged_up_for_another_component);
  ADD ("memory-has-a-size", test_memory_has_a_size);
  ADD ("create-add-and-delete", test_create_add_and_delete);
  ADD ("attribute-setter-sets-keywords", test_attribute_setter_sets_keywords);
  ADD ("verbosity-decides-what-is-said", test_verbosity_decides_what_is_said);
  ADD ("printing-and-logging-have-levels-of-their-own", test_printing_and_logging_have_levels_of_their_own);
  ADD ("an-alert-has-a-callback-and-a-callback-instruction", test_an_alert_has_a_callback_and_a_callback_instruction);
  return g_test_run ();
}
