/* original.c: Defects of the founding system that no other test speaks of
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre.h"
#include "gyre-shard-private.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

typedef struct
{
  GyreComponent parent_instance;

  gint64 amount;
} TestJar;
typedef struct { GyreComponentClass parent_class; } TestJarClass;

static guint n_refused;

static gboolean
test_jar_fail (TestJar *self, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no luck");
  return FALSE;
}

GYRE_DEFINE_COMPONENT (TestJar, test_jar, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_integer (amount, 5, .minimum = 0)),
  GYRE_BEHAVIORS (gyre_behavior (fail, test_jar_fail, (nothing))),
  .family = "test.jar")

static void
test_zero_is_a_value (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) jar = gyre_component_new (test_jar_get_type (), NULL, &error, "amount", (gint64) 0, NULL);

  g_assert_no_error (error);
  g_assert_cmpint (((TestJar *) jar)->amount, ==, 0);
  g_assert_true (gyre_component_is_set (jar, "amount", NULL));
}

/* Not even a mailbox of no bytes is a surprise. */
static void
test_a_mailbox_of_no_bytes_refuses (void)
{
  g_autoptr (GyreComponent) jar = gyre_component_new (test_jar_get_type (), NULL, NULL, NULL);
  GyreExecutive *executive = gyre_component_get_executive (jar);
  GyreHandle handle = gyre_component_get_handle (jar);
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_executive_set_mailbox (executive, handle, 0, GYRE_MAILBOX_REFUSE, 0, NULL));
  g_assert_false (gyre_executive_send (executive, 0, handle, 0, "x", 1, 0, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_SIZE);
  g_assert_null (gyre_executive_read (executive, handle, 0, NULL));
}

static void
test_memory_is_taken_with_the_first_message (void)
{
  g_autoptr (GyreComponent) jar = gyre_component_new (test_jar_get_type (), NULL, NULL, NULL);
  GyreExecutive *executive = gyre_component_get_executive (jar);
  GyreHandle handle = gyre_component_get_handle (jar);
  GyreSlot *slot = gyre_slots_find (gyre_executive_get_shard (executive)->slots, handle);

  g_assert_true (slot != NULL && slot->mailbox == NULL);
  g_assert_true (gyre_executive_send (executive, 0, handle, 0, "x", 1, 0, NULL));
  g_assert_true (slot != NULL && slot->mailbox != NULL);
}

static void
refuse (GyreInstruction *instruction, const GValue *result, const GError *error, gpointer data)
{
  n_refused += error != NULL;
}

/* An unknown component, an unknown behavior, one that fails: each is told once, and what stands behind it is done. */
static void
test_no_mistake_ends_the_executive (void)
{
  static const char * const wrong[][2] = { { "nobody", "fail" }, { "jar", "unknown" }, { "jar", "fail" }, { "jar", "fail" } };
  g_autoptr (GyreComponent) jar = gyre_component_new (test_jar_get_type (), "jar", NULL, NULL);
  GyreExecutive *executive = gyre_component_get_executive (jar);
  GyreFrameCounts before, after;

  gyre_executive_get_counts (executive, &before);
  for (guint index = 0; index < G_N_ELEMENTS (wrong); index++)
    {
      g_autoptr (GyreInstruction) instruction = gyre_instruction_new (wrong[index][0], wrong[index][1], NULL, 0);

      gyre_instruction_set_callback (instruction, refuse, NULL, NULL);
      g_assert_cmpuint (gyre_executive_post (executive, instruction, 0, NULL), !=, 0);
    }
  g_assert_true (gyre_executive_step (executive, NULL));
  g_assert_true (gyre_executive_step (executive, NULL));
  gyre_executive_get_counts (executive, &after);
  g_assert_cmpuint (n_refused, ==, G_N_ELEMENTS (wrong));
  g_assert_cmpuint (after.instructions - before.instructions, ==, G_N_ELEMENTS (wrong));
}

/* The original made a log file in the current folder, and emptied the one that was there, when it was imported. */
static void
test_no_file_is_written_unless_asked (void)
{
  g_autofree char *folder = g_dir_make_tmp ("gyre-XXXXXX", NULL);
  g_autofree char *before = g_get_current_dir ();
  g_autoptr (GyreExecutive) executive = NULL;
  FILE *shown = stderr;

  g_assert_cmpint (chdir (folder), ==, 0);
  executive = gyre_executive_new ();
  stderr = fopen ("/dev/null", "w");
  gyre_executive_alert (executive, GYRE_ALERT_ERROR, "something");
  g_assert_true (gyre_executive_step (executive, NULL));
  fclose (stderr);
  stderr = shown;
  g_assert_cmpint (chdir (before), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/simulator/original/zero-is-a-value", test_zero_is_a_value);
  g_test_add_func ("/simulator/original/a-mailbox-of-no-bytes-refuses", test_a_mailbox_of_no_bytes_refuses);
  g_test_add_func ("/simulator/original/memory-is-taken-with-the-first-message", test_memory_is_taken_with_the_first_message);
  g_test_add_func ("/simulator/original/no-mistake-ends-the-executive", test_no_mistake_ends_the_executive);
  g_test_add_func ("/simulator/original/no-file-is-written-unless-asked", test_no_file_is_written_unless_asked);
  return g_test_run ();
}
