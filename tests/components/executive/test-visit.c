/* test-visit.c: What other threads want done in the thread of an executive, between its frames
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "executive-fixture.h"
#include "gyre-loop.h"
#include "gyre-visit-private.h"

typedef struct
{
  GyreVisit visit;
  Fixture *fixture;
  GyreExecutive *executive;
  GThread *thread;
  gboolean is_current;
  gboolean in_frame;
  gint n_comings;
  gboolean stops;
} Visitor;

static void
come (GyreVisit *visit)
{
  Visitor *self = (Visitor *) visit;

  self->thread = g_thread_self ();
  self->is_current = gyre_executive_get_current () == self->executive;
  self->in_frame = gyre_executive_get_shard (self->executive)->in_frame;
  if (self->fixture != NULL)
    g_string_append_c (self->fixture->story, '!');
  if (self->stops)
    gyre_executive_stop (self->executive);
  g_atomic_int_inc (&self->n_comings);
}

static void
test_it_comes_once_before_the_frame (Fixture *fixture, gconstpointer data)
{
  Visitor visitor = { { come }, fixture, fixture->executive };
  Thing *thing = launch (fixture, 'a', EVERY);

  gyre_visits_add (fixture->shard, &visitor.visit);
  g_string_set_size (fixture->story, 0);
  g_assert_true (gyre_executive_step (fixture->executive, NULL));
  g_assert_true (gyre_executive_step (fixture->executive, NULL));
  g_assert_cmpstr (fixture->story->str, ==, "!aa");
  g_assert_true (visitor.thread == g_thread_self ());
  g_assert_true (visitor.is_current);
  g_assert_false (visitor.in_frame);
  end (thing);
}

static void
test_who_is_called_back_does_not_come (Fixture *fixture, gconstpointer data)
{
  Visitor visitors[] = { { { come }, fixture, fixture->executive }, { { come }, fixture, fixture->executive } };

  gyre_visits_add (fixture->shard, &visitors[0].visit);
  gyre_visits_add (fixture->shard, &visitors[1].visit);
  g_assert_true (gyre_visits_call_back (fixture->shard, &visitors[0].visit));
  g_assert_false (gyre_visits_call_back (fixture->shard, &visitors[0].visit));
  gyre_executive_step (fixture->executive, NULL);
  g_assert_cmpint (visitors[0].n_comings, ==, 0);
  g_assert_cmpint (visitors[1].n_comings, ==, 1);
  g_assert_false (gyre_visits_call_back (fixture->shard, &visitors[1].visit));
}

static gpointer
visit_and_stop (gpointer data)
{
  Visitor *visitors = data;

  for (guint index = 0; index < 100; index++)
    {
      gyre_visits_add (gyre_executive_get_shard (visitors->executive), &visitors[index].visit);
      while (g_atomic_int_get (&visitors[index].n_comings) == 0)
        g_usleep (100);
    }
  gyre_executive_stop (visitors->executive);
  return NULL;
}

/* On demand, and with nothing to do, it sleeps for ever. */
static void
test_a_sleeping_executive_is_woken_and_makes_no_frame (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autofree Visitor *visitors = g_new0 (Visitor, 100);
  GyreFrameCounts counts;
  GThread *thread;

  for (guint index = 0; index < 100; index++)
    visitors[index] = (Visitor) { .visit = { come }, .executive = executive };
  thread = g_thread_new ("visitor", visit_and_stop, visitors);
  g_assert_true (gyre_executive_run (executive, NULL));
  g_thread_join (thread);
  for (guint index = 0; index < 100; index++)
    {
      g_assert_cmpint (visitors[index].n_comings, ==, 1);
      g_assert_true (visitors[index].thread == g_thread_self ());
    }
  gyre_executive_get_counts (executive, &counts);
  g_assert_cmpuint (counts.frame, ==, 0);
}

static gpointer
visit_and_quit (gpointer data)
{
  Visitor *visitor = data;

  gyre_visits_add (gyre_executive_get_shard (visitor->executive), &visitor->visit);
  while (g_atomic_int_get (&visitor->n_comings) == 0)
    g_usleep (100);
  g_main_context_wakeup (NULL);
  return NULL;
}

static void
test_it_comes_to_an_executive_in_a_main_context (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  Visitor visitor = { .visit = { come }, .executive = executive };
  GyreFrameCounts counts;
  GThread *thread;

  g_assert_cmpuint (gyre_executive_attach (executive, NULL, NULL), !=, 0);
  thread = g_thread_new ("visitor", visit_and_quit, &visitor);
  while (g_atomic_int_get (&visitor.n_comings) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (thread);
  g_assert_true (visitor.thread == g_thread_self ());
  gyre_executive_get_counts (executive, &counts);
  g_assert_cmpuint (counts.frame, ==, 0);
  gyre_executive_detach (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/executive/visit/it-comes-once-before-the-frame", Fixture, NULL, set_up, test_it_comes_once_before_the_frame,
              tear_down);
  g_test_add ("/executive/visit/who-is-called-back-does-not-come", Fixture, NULL, set_up, test_who_is_called_back_does_not_come,
              tear_down);
  g_test_add ("/executive/visit/a-sleeping-executive-is-woken-and-makes-no-frame", Fixture, NULL, set_up,
              test_a_sleeping_executive_is_woken_and_makes_no_frame, tear_down);
  g_test_add ("/executive/visit/it-comes-to-an-executive-in-a-main-context", Fixture, NULL, set_up,
              test_it_comes_to_an_executive_in_a_main_context, tear_down);
  return g_test_run ();
}
