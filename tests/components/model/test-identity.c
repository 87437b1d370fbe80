/* test-identity.c: Which component it is: handle, number, name
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-shard-private.h"

static void
test_handle_leads_back (void)
{
  GyreExecutive *executive = gyre_executive_get_current ();
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  GyreHandle handle = gyre_component_get_handle (GYRE_COMPONENT (ball));
  g_autoptr (GyreComponent) found = gyre_executive_find_handle (executive, handle);

  g_assert_cmpuint (handle, !=, GYRE_HANDLE_NONE);
  g_assert_cmpuint (gyre_component_get_handle (GYRE_COMPONENT (ball)), ==, handle);
  g_assert_true (found == GYRE_COMPONENT (ball));
  g_assert_null (gyre_executive_find_handle (executive, GYRE_HANDLE_NONE));
}

/* The original gave the name of a deleted one to the next, and who kept it reached another object. */
static void
test_stale_handle_reaches_nobody (void)
{
  GyreExecutive *executive = gyre_executive_get_current ();
  TestBall *ball = test_new (TEST_TYPE_BALL, NULL);
  GyreHandle handle = gyre_component_get_handle (GYRE_COMPONENT (ball));
  g_autoptr (TestBall) later = NULL;

  g_object_unref (ball);
  g_assert_null (gyre_executive_find_handle (executive, handle));
  later = test_new (TEST_TYPE_BALL, NULL);
  g_assert_cmpuint (gyre_component_get_handle (GYRE_COMPONENT (later)), !=, handle);
  g_assert_null (gyre_executive_find_handle (executive, handle));
}

static void
test_handle_keeps_nothing_alive (void)
{
  TestBall *ball = test_new (TEST_TYPE_BALL, NULL);

  g_object_add_weak_pointer (G_OBJECT (ball), (gpointer *) &ball);
  gyre_component_get_handle (GYRE_COMPONENT (ball));
  g_object_unref (ball);
  g_assert_null (ball);
}

static void
test_ended_one_gets_no_handle (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (TestBall) other = test_new (TEST_TYPE_BALL, NULL);

  gyre_component_get_handle (GYRE_COMPONENT (ball));
  g_object_run_dispose (G_OBJECT (ball));
  g_object_run_dispose (G_OBJECT (other));
  g_assert_cmpuint (gyre_component_get_handle (GYRE_COMPONENT (ball)), ==, GYRE_HANDLE_NONE);
  g_assert_cmpuint (gyre_component_get_handle (GYRE_COMPONENT (other)), ==, GYRE_HANDLE_NONE);
}

static void
hear (GyreInstruction *instruction, const GValue *result, const GError *error, gpointer data)
{
  GString *heard = data;

  if (error != NULL)
    g_string_append_printf (heard, "[%s]", error->message);
  else
    g_string_append_printf (heard, "%g", g_value_get_double (result));
}

/* One that reaches a component by its name, and one by its handle. */
static void
test_instruction_calls_the_behavior (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  GyreShard *shard = gyre_executive_get_shard (executive);
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (GyreInstruction) named = gyre_instruction_new ("round", "measure", NULL, 0);
  g_autoptr (GyreInstruction) handled = NULL;
  TestBall *ball;

  gyre_executive_push (executive);
  ball = test_new (TEST_TYPE_BALL, "round");
  gyre_executive_pop (executive);
  handled = gyre_instruction_new_for_handle (gyre_component_get_handle (GYRE_COMPONENT (ball)), "measure", NULL, 0);
  gyre_instruction_set_callback (named, hear, heard, NULL);
  gyre_instruction_set_callback (handled, hear, heard, NULL);
  g_assert_cmpuint (gyre_shard_post (shard, named, 0, GYRE_HANDLE_NONE, NULL), >, 0);
  g_assert_cmpuint (gyre_shard_post (shard, handled, 0, GYRE_HANDLE_NONE, NULL), >, 0);
  g_assert_true (gyre_executive_run_frames (executive, 1, NULL));
  g_assert_cmpstr (heard->str, ==, "22");
  g_string_truncate (heard, 0);
  g_assert_cmpuint (gyre_shard_post (shard, named, 0, GYRE_HANDLE_NONE, NULL), >, 0);
  g_object_unref (ball);
  g_assert_true (gyre_executive_run_frames (executive, 1, NULL));
  g_assert_nonnull (strstr (heard->str, "there is no component “round”"));
}

static gint is_over;
static GyreHandle shown;

static gpointer
come_and_go (gpointer data)
{
  while (!g_atomic_int_get (&is_over))
    {
      g_autoptr (GyreComponent) ball = test_new (TEST_TYPE_BALL, NULL);
      __atomic_store_n (&shown, gyre_component_get_handle (ball), __ATOMIC_RELEASE);
    }
  return NULL;
}

/* While the last owner lets go in one thread, others look the component up. */
static void
test_threads (void)
{
  GThread *thread = g_thread_new ("come and go", come_and_go, NULL);

  for (guint round = 0; round < 20000; round++)
    {
      GyreHandle handle = __atomic_load_n (&shown, __ATOMIC_ACQUIRE);
      g_autoptr (GyreComponent) found = gyre_executive_find_handle (gyre_executive_get_default (), handle);
      GyreHandle own = found != NULL ? gyre_component_get_handle (found) : handle;

      g_assert_true (own == handle || own == GYRE_HANDLE_NONE);
    }
  g_atomic_int_set (&is_over, TRUE);
  g_thread_join (thread);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/identity/handle-leads-back-to-the-component", test_handle_leads_back);
  g_test_add_func ("/model/identity/stale-handle-reaches-nobody", test_stale_handle_reaches_nobody);
  g_test_add_func ("/model/identity/handle-keeps-nothing-alive", test_handle_keeps_nothing_alive);
  g_test_add_func ("/model/identity/ended-component-gets-no-handle", test_ended_one_gets_no_handle);
  g_test_add_func ("/model/identity/instruction-calls-the-behavior", test_instruction_calls_the_behavior);
  g_test_add_func ("/model/identity/threads-find-by-handle-what-comes-and-goes", test_threads);
  return g_test_run ();
}
