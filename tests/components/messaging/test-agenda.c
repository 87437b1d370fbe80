/* test-agenda.c: Instructions wait for their time
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-agenda-private.h"

static guint64
post (GyreAgenda *agenda, const char *component, const char *behavior, gint64 due, int priority)
{
  g_autoptr (GyreInstruction) instruction = gyre_instruction_new (component, behavior, NULL, 0);

  gyre_instruction_set_priority (instruction, priority);
  return gyre_agenda_post (agenda, instruction, due, GYRE_HANDLE_NONE, NULL);
}

/* The behaviors of all that is due. */
static char *
take (GyreAgenda *agenda, gint64 now)
{
  GString *text = g_string_new (NULL);
  GyrePosting *posting;

  gyre_agenda_begin (agenda, now);
  while ((posting = gyre_agenda_take (agenda)) != NULL)
    {
      g_string_append (text, gyre_instruction_get_behavior (posting->instruction));
      gyre_posting_free (posting);
    }
  return g_string_free (text, FALSE);
}

#define ASSERT_TAKEN(agenda, now, expected) \
  G_STMT_START { \
    g_autofree char *taken = take (agenda, now); \
    g_assert_cmpstr (taken, ==, expected); \
  } G_STMT_END

static void
test_the_order_is_due_priority_posting (void)
{
  GyreAgenda *agenda = gyre_agenda_new (0);

  post (agenda, "x", "d", 10, 0);
  post (agenda, "x", "e", 10, 0);
  post (agenda, "x", "a", 5, 100);
  post (agenda, "x", "c", 10, -1);
  post (agenda, "x", "b", 10, G_MININT16);
  post (agenda, "x", "f", 10, G_MAXINT16);
  g_assert_cmpint (gyre_agenda_get_next_due (agenda), ==, 5);
  ASSERT_TAKEN (agenda, 4, "");
  ASSERT_TAKEN (agenda, 10, "abcdef");
  g_assert_cmpuint (gyre_agenda_get_length (agenda), ==, 0);
  g_assert_cmpint (gyre_agenda_get_next_due (agenda), ==, G_MAXINT64);
  gyre_agenda_free (agenda);
}

/* The founding system ordered what is due at the same time by address: 368 of 1000 came the wrong way round. */
static void
test_the_same_due_time_goes_in_the_order_of_posting (void)
{
  GyreAgenda *agenda = gyre_agenda_new (0);
  GyrePosting *posting;
  guint64 last = 0;

  for (guint index = 0; index < 1000; index++)
    {
      g_autofree char *behavior = g_strdup_printf ("%u", index);

      post (agenda, "x", behavior, 7, 0);
    }
  gyre_agenda_begin (agenda, 7);
  for (guint index = 0; index < 1000; index++)
    {
      posting = gyre_agenda_take (agenda);
      g_assert_cmpuint (g_ascii_strtoull (gyre_instruction_get_behavior (posting->instruction), NULL, 10), ==, index);
      g_assert_cmpuint (posting->number, !=, last);
      last = posting->number;
      gyre_posting_free (posting);
    }
  gyre_agenda_free (agenda);
}

static void
test_what_is_posted_meanwhile_waits_for_the_next_frame (void)
{
  GyreAgenda *agenda = gyre_agenda_new (0);
  GyrePosting *posting;

  post (agenda, "x", "a", 0, 0);
  gyre_agenda_begin (agenda, 10);
  posting = gyre_agenda_take (agenda);
  post (agenda, "x", "b", 0, 0);
  g_assert_null (gyre_agenda_take (agenda));
  gyre_posting_free (posting);
  ASSERT_TAKEN (agenda, 10, "b");
  gyre_agenda_free (agenda);
}

static void
test_what_is_cancelled_is_not_done_and_its_poster_hears (void)
{
  GyreAgenda *agenda = gyre_agenda_new (0);
  guint64 first = post (agenda, "x", "a", 0, 0);
  guint64 second = post (agenda, "x", "b", 0, 0);
  guint64 third = post (agenda, "x", "c", 0, 0);
  GyrePosting *posting;

  g_assert_true (gyre_agenda_cancel (agenda, first));
  g_assert_false (gyre_agenda_cancel (agenda, first));
  g_assert_false (gyre_agenda_cancel (agenda, 12345));
  gyre_agenda_begin (agenda, 0);
  g_assert_true (gyre_agenda_cancel (agenda, second));
  posting = gyre_agenda_take (agenda);
  g_assert_cmpuint (posting->number, ==, third);
  g_assert_false (gyre_agenda_cancel (agenda, third));
  gyre_posting_free (posting);
  g_assert_null (gyre_agenda_take (agenda));
  g_assert_cmpint (gyre_agenda_get_next_due (agenda), ==, G_MININT64);
  for (guint index = 0; index < 2; index++)
    {
      posting = gyre_agenda_take_cancelled (agenda);
      g_assert_cmpuint (posting->number, ==, index == 0 ? first : second);
      gyre_posting_free (posting);
    }
  g_assert_null (gyre_agenda_take_cancelled (agenda));
  gyre_agenda_free (agenda);
}

static void
test_a_component_is_purged_and_no_other (void)
{
  GyreAgenda *agenda = gyre_agenda_new (0);
  g_autoptr (GyreInstruction) by_handle = gyre_instruction_new_for_handle (5, "h", NULL, 0);
  g_autoptr (GyreInstruction) other = gyre_instruction_new_for_handle (6, "o", NULL, 0);

  for (guint index = 0; index < 100; index++)
    {
      post (agenda, "Bell0", "b", index, 0);
      post (agenda, "Bell1", "c", index, 0);
      gyre_agenda_post (agenda, by_handle, index, GYRE_HANDLE_NONE, NULL);
    }
  gyre_agenda_post (agenda, other, 3, GYRE_HANDLE_NONE, NULL);
  ASSERT_TAKEN (agenda, 0, "bch");
  gyre_agenda_begin (agenda, 1);
  g_assert_cmpuint (gyre_agenda_purge (agenda, 5, "Bell0"), ==, 2 * 99);
  g_assert_cmpuint (gyre_agenda_purge (agenda, 5, "Bell0"), ==, 0);
  ASSERT_TAKEN (agenda, 3, "ccco");
  g_assert_cmpuint (gyre_agenda_get_length (agenda), ==, 96);
  gyre_agenda_free (agenda);
}

/* N.B. longer than a tick of the wheel: with frames that are shorter, each goes through all postings of the tick, and 20000 frames through
 * 60000 postings take minutes under a sanitizer once the threads are ahead. */
#define FRAME 20000

static gpointer
post_many (gpointer data)
{
  for (guint index = 0; index < 20000; index++)
    {
      guint64 number = post (data, index % 2 == 0 ? "Bell0" : "Bell1", "b", (gint64) index * FRAME, 0);

      if (index % 5 == 0)
        gyre_agenda_cancel (data, number);
    }
  return NULL;
}

static void
test_any_thread_posts (void)
{
  GyreAgenda *agenda = gyre_agenda_new (0);
  GThread *threads[3];
  guint n_taken = 0, n_cancelled = 0;
  gint64 now = 0;

  for (guint index = 0; index < 3; index++)
    threads[index] = g_thread_new ("poster", post_many, agenda);
  while (n_taken + n_cancelled < 60000)
    {
      GyrePosting *posting;

      gyre_agenda_begin (agenda, now);
      now += FRAME;
      while ((posting = gyre_agenda_take (agenda)) != NULL)
        {
          n_taken++;
          gyre_posting_free (posting);
        }
      while ((posting = gyre_agenda_take_cancelled (agenda)) != NULL)
        {
          n_cancelled++;
          gyre_posting_free (posting);
        }
    }
  for (guint index = 0; index < 3; index++)
    g_thread_join (threads[index]);
  g_assert_cmpuint (n_cancelled, <=, 12000);
  g_assert_cmpuint (gyre_agenda_get_length (agenda), ==, 0);
  gyre_agenda_free (agenda);
}

/* Who is told that there is nothing asks no further: that must be true again after each kind of change. */
static void
test_whether_something_is_there_is_known_at_once (void)
{
  GyreAgenda *agenda = gyre_agenda_new (0);
  guint64 number;

  g_assert_false (gyre_agenda_begin (agenda, 0));
  number = post (agenda, "x", "a", 5, 0);
  g_assert_false (gyre_agenda_begin (agenda, 4));
  g_assert_cmpint (gyre_agenda_get_next_due (agenda), ==, 5);
  g_assert_true (gyre_agenda_cancel (agenda, number));
  g_assert_cmpint (gyre_agenda_get_next_due (agenda), ==, G_MININT64);
  g_assert_true (gyre_agenda_begin (agenda, 4));
  gyre_posting_free (gyre_agenda_take_cancelled (agenda));
  g_assert_null (gyre_agenda_take_cancelled (agenda));
  g_assert_false (gyre_agenda_begin (agenda, 4));
  post (agenda, "x", "b", 5, 0);
  g_assert_true (gyre_agenda_begin (agenda, 5));
  g_assert_cmpint (gyre_agenda_get_next_due (agenda), ==, G_MININT64);
  g_assert_cmpuint (gyre_agenda_purge (agenda, GYRE_HANDLE_NONE, "x"), ==, 1);
  g_assert_null (gyre_agenda_take (agenda));
  gyre_posting_free (gyre_agenda_take_cancelled (agenda));
  g_assert_false (gyre_agenda_begin (agenda, 5));
  g_assert_cmpint (gyre_agenda_get_next_due (agenda), ==, G_MAXINT64);
  gyre_agenda_free (agenda);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messaging/agenda/the-order-is-due-priority-posting", test_the_order_is_due_priority_posting);
  g_test_add_func ("/messaging/agenda/the-same-due-time-goes-in-the-order-of-posting",
                   test_the_same_due_time_goes_in_the_order_of_posting);
  g_test_add_func ("/messaging/agenda/what-is-posted-meanwhile-waits-for-the-next-frame",
                   test_what_is_posted_meanwhile_waits_for_the_next_frame);
  g_test_add_func ("/messaging/agenda/what-is-cancelled-is-not-done-and-its-poster-hears",
                   test_what_is_cancelled_is_not_done_and_its_poster_hears);
  g_test_add_func ("/messaging/agenda/a-component-is-purged-and-no-other", test_a_component_is_purged_and_no_other);
  g_test_add_func ("/messaging/agenda/whether-something-is-there-is-known-at-once", test_whether_something_is_there_is_known_at_once);
  g_test_add_func ("/messaging/agenda/any-thread-posts", test_any_thread_posts);
  return g_test_run ();
}
