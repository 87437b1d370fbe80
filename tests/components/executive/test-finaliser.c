/* test-finaliser.c: The end of an executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "executive-fixture.h"
#include "gyre-finaliser.h"

#include <gio/gio.h>

typedef struct
{
  Fixture *fixture;
  const char *word;
} Saying;

static gboolean
say (GyreExecutive *executive, gpointer user_data, GError **error)
{
  Saying *saying = user_data;

  g_string_append (saying->fixture->story, saying->word);
  if (*saying->word != '!')
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no luck");
  return FALSE;
}

static guint64
add_saying (Fixture *fixture, int priority, const char *word)
{
  Saying *saying = g_new (Saying, 1);

  *saying = (Saying) { fixture, word };
  return gyre_executive_add_finaliser (fixture->executive, priority, say, saying, g_free);
}

static void
test_all_is_done_in_order_whatever_fails (Fixture *fixture, gconstpointer data)
{
  Thing *thing = add (fixture, 'a');
  g_autoptr (GyreInstruction) instruction = gyre_instruction_new ("a", "ring", NULL, 0);
  g_autoptr (GyreInstruction) wrong = gyre_instruction_new ("b", "ring", NULL, 0);
  guint64 gone;

  add_saying (fixture, 5, "last;");
  add_saying (fixture, 0, "second;");
  add_saying (fixture, 0, "!first;");
  gone = add_saying (fixture, 0, "never;");
  gyre_executive_add_last_instruction (fixture->executive, 1, instruction);
  gyre_executive_add_last_instruction (fixture->executive, 2, wrong);
  g_assert_true (gyre_executive_remove_finaliser (fixture->executive, gone));
  g_assert_false (gyre_executive_remove_finaliser (fixture->executive, gone));
  g_assert_cmpuint (gyre_executive_shut_down (fixture->executive), ==, 2);
  g_assert_cmpstr (fixture->story->str, ==, "!first;second;a.ringlast;");
  g_assert_cmpuint (gyre_executive_shut_down (fixture->executive), ==, 0);
  end (thing);
}

static gboolean
add_another (GyreExecutive *executive, gpointer user_data, GError **error)
{
  add_saying (user_data, 0, "more;");
  return TRUE;
}

static void
test_what_is_added_meanwhile_is_done (Fixture *fixture, gconstpointer data)
{
  gyre_executive_add_finaliser (fixture->executive, 0, add_another, fixture, NULL);
  g_assert_cmpuint (gyre_executive_shut_down (fixture->executive), ==, 0);
  g_assert_cmpstr (fixture->story->str, ==, "more;");
}

static void
test_an_executive_that_goes_does_it_itself (Fixture *fixture, gconstpointer data)
{
  GyreExecutive *executive = gyre_executive_new ();
  Saying *saying = g_new (Saying, 1);

  *saying = (Saying) { fixture, "bye;" };
  gyre_executive_add_finaliser (executive, 0, say, saying, g_free);
  g_object_unref (executive);
  g_assert_cmpstr (fixture->story->str, ==, "bye;");
}

#define ADD(path, function) g_test_add ("/executive/finaliser/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("all-is-done-in-order-whatever-fails", test_all_is_done_in_order_whatever_fails);
  ADD ("what-is-added-meanwhile-is-done", test_what_is_added_meanwhile_is_done);
  ADD ("an-executive-that-goes-does-it-itself", test_an_executive_that_goes_does_it_itself);
  return g_test_run ();
}
