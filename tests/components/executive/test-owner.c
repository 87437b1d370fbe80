/* test-owner.c: What belongs to one thread
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-owner-private.h"

static gpointer
try_to_claim (gpointer owner)
{
  return GINT_TO_POINTER (gyre_owner_claim (owner));
}

static gboolean
another_thread_gets (GyreOwner *owner)
{
  return GPOINTER_TO_INT (g_thread_join (g_thread_new ("other", try_to_claim, owner)));
}

static void
test_the_first_thread_gets_it (void)
{
  GyreOwner owner = NULL;

  g_assert_false (gyre_owner_is_me (&owner));
  g_assert_true (gyre_owner_claim (&owner));
  g_assert_true (gyre_owner_claim (&owner));
  g_assert_true (gyre_owner_is_me (&owner));
  g_assert_false (another_thread_gets (&owner));
  gyre_owner_clear (&owner);
}

static void
test_who_gives_it_up_has_it_no_more (void)
{
  GyreOwner owner = NULL;

  g_assert_true (gyre_owner_claim (&owner));
  gyre_owner_give_up (&owner);
  g_assert_false (gyre_owner_is_me (&owner));
  g_assert_true (another_thread_gets (&owner));
  gyre_owner_clear (&owner);
}

static void
test_what_a_thread_leaves_behind_is_nobodys (void)
{
  GyreOwner owner = NULL;

  g_assert_true (another_thread_gets (&owner));
  g_assert_false (gyre_owner_is_me (&owner));
  g_assert_true (another_thread_gets (&owner));
  g_assert_true (gyre_owner_claim (&owner));
  g_assert_true (gyre_owner_is_me (&owner));
  gyre_owner_clear (&owner);
}

static gpointer
claim_at_once (gpointer data)
{
  guint n_claimed = 0;

  for (guint round = 0; round < 2000; round++)
    if (gyre_owner_claim (data))
      {
        n_claimed++;
        gyre_owner_give_up (data);
      }
  return GUINT_TO_POINTER (n_claimed);
}

static void
test_threads_at_once (void)
{
  GyreOwner owner = NULL;
  GThread *threads[4];
  guint n_claimed = 0;

  for (guint index = 0; index < 4; index++)
    threads[index] = g_thread_new ("claimer", claim_at_once, &owner);
  for (guint index = 0; index < 4; index++)
    n_claimed += GPOINTER_TO_UINT (g_thread_join (threads[index]));
  g_assert_cmpuint (n_claimed, >, 0);
  g_assert_null (owner);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/executive/owner/the-first-thread-gets-it", test_the_first_thread_gets_it);
  g_test_add_func ("/executive/owner/who-gives-it-up-has-it-no-more", test_who_gives_it_up_has_it_no_more);
  g_test_add_func ("/executive/owner/what-a-thread-leaves-behind-is-nobodys", test_what_a_thread_leaves_behind_is_nobodys);
  g_test_add_func ("/executive/owner/threads-at-once", test_threads_at_once);
  return g_test_run ();
}
