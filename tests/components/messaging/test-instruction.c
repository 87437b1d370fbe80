/* test-instruction.c: Calls that are to be made later
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre.h"

#include <string.h>

static void
count (gpointer data)
{
  ++*(guint *) data;
}

static void
note_nothing (GyreInstruction *instruction, const GValue *result, const GError *error, gpointer user_data)
{
}

static void
test_it_keeps_what_it_is_told (void)
{
  GValue arguments[2] = { G_VALUE_INIT, G_VALUE_INIT };
  g_autoptr (GyreInstruction) instruction = NULL;
  g_autofree char *text = NULL;
  const GValue *kept;
  guint n_arguments;

  g_value_init (&arguments[0], G_TYPE_STRING);
  g_value_set_string (&arguments[0], "hello");
  g_value_init (&arguments[1], G_TYPE_INT64);
  g_value_set_int64 (&arguments[1], 7);
  instruction = gyre_instruction_new ("Bell0", "ring", arguments, 2);
  g_value_unset (&arguments[0]);
  kept = gyre_instruction_get_arguments (instruction, &n_arguments);
  g_assert_cmpuint (n_arguments, ==, 2);
  g_assert_cmpstr (g_value_get_string (&kept[0]), ==, "hello");
  g_assert_cmpint (g_value_get_int64 (&kept[1]), ==, 7);
  g_assert_cmpuint (gyre_instruction_get_handle (instruction), ==, GYRE_HANDLE_NONE);
  text = gyre_instruction_to_string (instruction);
  g_assert_cmpstr (text, ==, "Instruction Bell0.ring");
}

static void
test_a_handle_is_shown_as_a_number (void)
{
  g_autoptr (GyreInstruction) instruction = gyre_instruction_new_for_handle (0x2a0000001f, "ring", NULL, 0);
  g_autofree char *text = gyre_instruction_to_string (instruction);

  g_assert_null (gyre_instruction_get_component (instruction));
  g_assert_cmpstr (text, ==, "Instruction <2a0000001f>.ring");
}

static void
test_arguments_can_be_texts (void)
{
  const char *texts[] = { "3", "loud", NULL };
  g_autoptr (GyreInstruction) instruction = gyre_instruction_new_with_texts ("bell", "ring", texts);
  g_autoptr (GyreInstruction) bare = gyre_instruction_new_with_texts ("bell", "ring", NULL);

  g_assert_cmpstrv (gyre_instruction_get_texts (instruction), texts);
  g_assert_cmpuint (g_strv_length ((GStrv) gyre_instruction_get_texts (bare)), ==, 0);
}

static void
test_what_the_callback_gets_is_freed_once (void)
{
  GyreInstruction *instruction = gyre_instruction_new ("bell", "ring", NULL, 0);
  guint n_freed = 0;

  gyre_instruction_set_callback (instruction, note_nothing, &n_freed, count);
  gyre_instruction_unref (gyre_instruction_ref (instruction));
  g_assert_cmpuint (n_freed, ==, 0);
  gyre_instruction_unref (instruction);
  g_assert_cmpuint (n_freed, ==, 1);
}

/* What a reader and the thread that frees share: nothing but the references, which is what is tested. */
typedef struct
{
  GyreInstruction *instruction;
  guint length;
  int is_done;
} Reading;

static gpointer
read_and_let_go (gpointer data)
{
  Reading *reading = data;

  reading->length = (guint) strlen (gyre_instruction_get_component (reading->instruction));
  gyre_instruction_unref (reading->instruction);
  __atomic_store_n (&reading->is_done, TRUE, __ATOMIC_RELAXED);
  return NULL;
}

/* N.B. a relaxed load orders nothing, and the thread is joined only when the instruction is gone: so the thread sanitizer objects
 * if the last reference does not come after the reading. */
static void
test_the_last_reference_goes_after_all_reading (void)
{
  for (guint round = 0; round < 100; round++)
    {
      GyreInstruction *instruction = gyre_instruction_new ("Bell0", "ring", NULL, 0);
      Reading reading = { gyre_instruction_ref (instruction), 0, FALSE };
      guint n_freed = 0;
      GThread *thread;

      gyre_instruction_set_callback (instruction, note_nothing, &n_freed, count);
      thread = g_thread_new ("reader", read_and_let_go, &reading);
      while (!__atomic_load_n (&reading.is_done, __ATOMIC_RELAXED))
        g_thread_yield ();
      g_assert_cmpuint (n_freed, ==, 0);
      gyre_instruction_unref (instruction);
      g_assert_cmpuint (n_freed, ==, 1);
      g_thread_join (thread);
      g_assert_cmpuint (reading.length, ==, strlen ("Bell0"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messaging/instruction/it-keeps-what-it-is-told", test_it_keeps_what_it_is_told);
  g_test_add_func ("/messaging/instruction/a-handle-is-shown-as-a-number", test_a_handle_is_shown_as_a_number);
  g_test_add_func ("/messaging/instruction/arguments-can-be-texts", test_arguments_can_be_texts);
  g_test_add_func ("/messaging/instruction/what-the-callback-gets-is-freed-once", test_what_the_callback_gets_is_freed_once);
  g_test_add_func ("/messaging/instruction/the-last-reference-goes-after-all-reading",
                   test_the_last_reference_goes_after_all_reading);
  return g_test_run ();
}
