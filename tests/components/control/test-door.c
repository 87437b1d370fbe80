/* test-door.c: The sockets at which programs of this user listen
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "control-fixture.h"
#include "gyre-door-private.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static guint
get_mode (const char *path)
{
  struct stat facts;

  g_assert_cmpint (lstat (path, &facts), ==, 0);
  return facts.st_mode & 0777;
}

static void
assert_refused (const char *name, GyreRemoteError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_door_open (name, &error));
  g_assert_error (error, GYRE_REMOTE_ERROR, (int) code);
}

static void
test_folder_and_socket_are_the_users_alone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *inner = g_build_filename (fixture->folder, "gyre", NULL);
  mode_t before = umask (0);
  g_autoptr (GError) error = NULL;
  GyreDoor *door = gyre_door_open ("one", &error);

  umask (before);
  g_assert_no_error (error);
  g_assert_cmpuint (get_mode (inner), ==, 0700);
  g_assert_cmpuint (get_mode (door->path), ==, 0600);
  g_assert_true (g_str_has_suffix (door->path, "/gyre/one.socket"));
  gyre_door_close (door);
}

static void
test_an_unsafe_folder_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *inner = g_build_filename (fixture->folder, "gyre", NULL);
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "elsewhere", NULL);

  g_unsetenv ("XDG_RUNTIME_DIR");
  assert_refused ("one", GYRE_REMOTE_ERROR_UNSAFE);
  g_setenv ("XDG_RUNTIME_DIR", "relative", TRUE);
  assert_refused ("one", GYRE_REMOTE_ERROR_UNSAFE);
  g_setenv ("XDG_RUNTIME_DIR", fixture->folder, TRUE);
  g_chmod (fixture->folder, 0755);
  assert_refused ("one", GYRE_REMOTE_ERROR_UNSAFE);
  g_chmod (fixture->folder, 0700);
  g_mkdir (inner, 0777);
  g_chmod (inner, 0770);
  assert_refused ("one", GYRE_REMOTE_ERROR_UNSAFE);
  g_rmdir (inner);
  g_mkdir (elsewhere, 0700);
  g_assert_cmpint (symlink (elsewhere, inner), ==, 0);
  assert_refused ("one", GYRE_REMOTE_ERROR_UNSAFE);
  g_unlink (inner);
  g_rmdir (elsewhere);
}

static void
test_a_name_is_one_programs_and_free_afterwards (Fixture *fixture, gconstpointer data)
{
  static const char * const wrong[] = { "", "..", "a/b", ".hidden", "a b", "ä" };
  GyreDoor *door = gyre_door_open ("one", NULL);

  g_assert_nonnull (door);
  assert_refused ("one", GYRE_REMOTE_ERROR_NAME);
  for (guint index = 0; index < G_N_ELEMENTS (wrong); index++)
    assert_refused (wrong[index], GYRE_REMOTE_ERROR_NAME);
  gyre_door_close (door);
  door = gyre_door_open ("one", NULL);
  g_assert_nonnull (door);
  gyre_door_close (door);
}

/* A program that was killed leaves its socket behind. */
static void
test_what_nobody_listens_at_goes (Fixture *fixture, gconstpointer data)
{
  GyreDoor *dead = gyre_door_open ("dead", NULL);
  GyreDoor *other = gyre_door_open ("other", NULL);
  GyreDoor *door;
  g_autofree char *path = g_strdup (dead->path);
  g_autofree char *other_path = g_strdup (other->path);
  g_auto (GStrv) names = NULL;

  shutdown (dead->socket, SHUT_RDWR);
  close (dead->socket);
  dead->socket = -1;
  close (other->socket);
  other->socket = -1;
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  door = gyre_door_open ("dead", NULL);
  g_assert_nonnull (door);
  g_assert_false (g_file_test (other_path, G_FILE_TEST_EXISTS));
  /* It took the place: the first one does not take it away. */
  gyre_door_close (dead);
  gyre_door_close (other);
  names = gyre_door_list ();
  g_assert_cmpuint (g_strv_length (names), ==, 1);
  g_assert_cmpstr (names[0], ==, "dead");
  gyre_door_close (door);
}

static void
test_a_program_is_found_by_name_by_number_and_alone (Fixture *fixture, gconstpointer data)
{
  GyreDoor *door = gyre_door_open ("one", NULL);
  g_autofree char *number = g_strdup_printf ("%d", (int) getpid ());
  const char *places[] = { "one", number, NULL };
  g_autoptr (GError) error = NULL;
  char *found;
  GyreDoor *second;

  for (guint index = 0; index < 3; index++)
    {
      int connection = gyre_door_knock (places[index], &found, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (found, ==, "one");
      g_free (found);
      close (connection);
    }
  g_assert_cmpint (gyre_door_knock ("two", &found, &error), <, 0);
  g_assert_error (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_UNREACHABLE);
  g_clear_error (&error);
  second = gyre_door_open (NULL, NULL);
  g_assert_cmpint (gyre_door_knock (NULL, &found, &error), <, 0);
  g_assert_nonnull (strstr (error->message, "say which one"));
  gyre_door_close (door);
  gyre_door_close (second);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/control/door/folder-and-socket-are-the-users-alone", Fixture, NULL, set_up,
              test_folder_and_socket_are_the_users_alone, tear_down);
  g_test_add ("/control/door/an-unsafe-folder-is-refused", Fixture, NULL, set_up, test_an_unsafe_folder_is_refused, tear_down);
  g_test_add ("/control/door/a-name-is-one-programs-and-free-afterwards", Fixture, NULL, set_up,
              test_a_name_is_one_programs_and_free_afterwards, tear_down);
  g_test_add ("/control/door/what-nobody-listens-at-goes", Fixture, NULL, set_up, test_what_nobody_listens_at_goes, tear_down);
  g_test_add ("/control/door/a-program-is-found-by-name-by-number-and-alone", Fixture, NULL, set_up,
              test_a_program_is_found_by_name_by_number_and_alone, tear_down);
  return g_test_run ();
}
