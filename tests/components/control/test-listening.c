/* test-listening.c: An executive that others can reach
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "control-fixture.h"
#include "gyre-listening.h"
#include "gyre-remote.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define N_GUESTS 200

typedef struct
{
  Fixture *fixture;
  GyreExecutive *executive;
  guint n_answers;
  gint is_over;
} Talk;

static int
connect_to (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int connection = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_assert_cmpuint (g_strlcpy (address.sun_path, path, sizeof address.sun_path), <, sizeof address.sun_path);
  g_assert_cmpint (connect (connection, (struct sockaddr *) &address, sizeof address), ==, 0);
  return connection;
}

/* While nobody else is in the way. */
static void
ask_and_count (Talk *talk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreRemote) remote = gyre_remote_new ("fixture", &error);
  g_autoptr (GVariant) answer = NULL;

  g_assert_no_error (error);
  answer = gyre_remote_ask (remote, "get", (const char * const []) { "first.size", NULL }, NULL, &error);
  g_assert_no_error (error);
  talk->n_answers++;
}

static gpointer
talk_of_many (gpointer data)
{
  Talk *talk = data;
  g_autofree char *path = gyre_executive_dup_address (talk->executive);
  GRand *chance = g_rand_new_with_seed (7);
  int guests[N_GUESTS];

  for (guint index = 0; index < N_GUESTS; index++)
    {
      guint8 garbage[64];
      guint length = (guint) g_rand_int_range (chance, 0, sizeof garbage);

      guests[index] = connect_to (path);
      for (guint byte = 0; byte < length; byte++)
        garbage[byte] = (guint8) g_rand_int (chance);
      if (index % 3 == 0)
        memcpy (garbage, "gyr1\xff\0\0\0", 8);
      if (index % 4 != 3)
        g_assert_cmpint (send (guests[index], garbage, MAX (length, 8), MSG_NOSIGNAL), !=, 0);
      if (index % 2 == 0)
        close (guests[index]);
      ask_and_count (talk);
    }
  for (guint index = 1; index < N_GUESTS; index += 2)
    close (guests[index]);
  g_rand_free (chance);
  gyre_executive_stop (talk->executive);
  return NULL;
}

static void
test_guests_who_stay_or_say_garbage_harm_nobody (Fixture *fixture, gconstpointer data)
{
  Talk talk = { fixture, fixture->executive };
  g_autoptr (GError) error = NULL;
  GThread *thread;

  g_assert_true (gyre_executive_listen (fixture->executive, "fixture", &error));
  g_assert_no_error (error);
  thread = g_thread_new ("guests", talk_of_many, &talk);
  gyre_executive_set_pace (fixture->executive, GYRE_PACE_FIXED, 1000);
  g_assert_true (gyre_executive_run (fixture->executive, NULL));
  g_thread_join (thread);
  g_assert_cmpuint (talk.n_answers, ==, N_GUESTS);
  gyre_executive_end_listening (fixture->executive);
}

static gpointer
fill_and_wait (gpointer data)
{
  Talk *talk = data;
  g_autofree char *path = gyre_executive_dup_address (talk->executive);
  int guests[100];

  for (guint index = 0; index < G_N_ELEMENTS (guests); index++)
    guests[index] = connect_to (path);
  for (guint index = 0; index < 5; index++)
    ask_and_count (talk);
  for (guint index = 0; index < G_N_ELEMENTS (guests); index++)
    close (guests[index]);
  gyre_executive_stop (talk->executive);
  return NULL;
}

static void
test_who_says_nothing_makes_room_for_others (Fixture *fixture, gconstpointer data)
{
  Talk talk = { fixture, fixture->executive };
  GThread *thread;

  g_assert_true (gyre_executive_listen (fixture->executive, "fixture", NULL));
  thread = g_thread_new ("guests", fill_and_wait, &talk);
  gyre_executive_set_pace (fixture->executive, GYRE_PACE_FIXED, 1000);
  g_assert_true (gyre_executive_run (fixture->executive, NULL));
  g_thread_join (thread);
  g_assert_cmpuint (talk.n_answers, ==, 5);
  gyre_executive_end_listening (fixture->executive);
}

static void
test_it_ends_with_the_executive_and_its_socket_goes (Fixture *fixture, gconstpointer data)
{
  GyreExecutive *executive = gyre_executive_new ();
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_executive_dup_address (executive));
  g_assert_true (gyre_executive_listen (executive, "short", NULL));
  g_assert_false (gyre_executive_listen (executive, "shorter", &error));
  g_assert_error (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_NAME);
  path = gyre_executive_dup_address (executive);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  gyre_executive_end_listening (executive);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (gyre_executive_listen (executive, "short", NULL));
  g_object_unref (executive);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Its question waits for ever, because nobody runs the frames. */
static gpointer
ask_in_vain (gpointer data)
{
  g_autoptr (GyreRemote) remote = gyre_remote_new ("short", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (remote);
  g_atomic_int_set ((gint *) data, TRUE);
  g_assert_null (gyre_remote_ask (remote, "list", NULL, NULL, &error));
  g_assert_error (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_UNREACHABLE);
  return NULL;
}

static void
test_it_ends_while_somebody_waits_for_an_answer (Fixture *fixture, gconstpointer data)
{
  for (guint index = 0; index < 20; index++)
    {
      GyreExecutive *executive = gyre_executive_new ();
      gint is_connected = FALSE;
      GThread *thread;

      g_assert_true (gyre_executive_listen (executive, "short", NULL));
      thread = g_thread_new ("guest", ask_in_vain, &is_connected);
      while (!g_atomic_int_get (&is_connected))
        g_usleep (100);
      g_usleep (index * 100);
      g_object_unref (executive);
      g_thread_join (thread);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/control/listening/guests-who-stay-or-say-garbage-harm-nobody", Fixture, NULL, set_up,
              test_guests_who_stay_or_say_garbage_harm_nobody, tear_down);
  g_test_add ("/control/listening/who-says-nothing-makes-room-for-others", Fixture, NULL, set_up,
              test_who_says_nothing_makes_room_for_others, tear_down);
  g_test_add ("/control/listening/it-ends-with-the-executive-and-its-socket-goes", Fixture, NULL, set_up,
              test_it_ends_with_the_executive_and_its_socket_goes, tear_down);
  g_test_add ("/control/listening/it-ends-while-somebody-waits-for-an-answer", Fixture, NULL, set_up,
              test_it_ends_while_somebody_waits_for_an_answer, tear_down);
  return g_test_run ();
}
