/* gyre-door.c: The sockets at which programs of this user listen
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The folder is opened once and everything is done relative to it, so that what was checked is what is used. A socket can be
 * bound only by its path; /proc/self/fd keeps that short, however long the name of the folder is.
 */
#include "gyre-door-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define FOLDER "gyre"
#define SUFFIX ".socket"
#define LONGEST_NAME 64
#define BACKLOG 64
#define N_ATTEMPTS 200          /* to reach a program whose backlog is full */
#define PAUSE (10 * 1000)       /* microseconds between two of them */

static gboolean
fail (GError **error, GyreRemoteError code, const char *format, const char *subject, int number)
{
  g_autofree char *message = g_strdup_printf (format, subject);

  if (number != 0)
    g_set_error (error, GYRE_REMOTE_ERROR, code, "%s: %s", message, g_strerror (number));
  else
    g_set_error_literal (error, GYRE_REMOTE_ERROR, code, message);
  return FALSE;
}

/* The user's alone: nobody else can put something in a place that was just checked. */
static gboolean
check_folder (int folder, const char *path, GError **error)
{
  struct stat facts;

  if (fstat (folder, &facts) != 0)
    return fail (error, GYRE_REMOTE_ERROR_UNSAFE, "%s", path, errno);
  if (facts.st_uid != geteuid ())
    return fail (error, GYRE_REMOTE_ERROR_UNSAFE, "%s belongs to another user, so no program can be reached there", path, 0);
  if ((facts.st_mode & 077) != 0)
    return fail (error, GYRE_REMOTE_ERROR_UNSAFE, "%s must be closed to others (chmod 700), so no program can be reached there",
                 path, 0);
  return TRUE;
}

static int
open_checked (int above, const char *name, const char *path, GError **error)
{
  int folder = openat (above, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

  if (folder < 0)
    fail (error, errno == ENOENT ? GYRE_REMOTE_ERROR_UNREACHABLE : GYRE_REMOTE_ERROR_UNSAFE, "%s", path, errno);
  else if (!check_folder (folder, path, error))
    {
      close (folder);
      folder = -1;
    }
  return folder;
}

/* The folder of the sockets; -1 with @error. */
static int
open_folder (gboolean is_made, GError **error)
{
  const char *above = g_getenv ("XDG_RUNTIME_DIR");
  g_autofree char *path = NULL;
  int runtime, folder;

  if (above == NULL || *above != '/')
    {
      fail (error, GYRE_REMOTE_ERROR_UNSAFE, "%s says no folder, so no program can be reached; where no login has set it, export it as the whole "
                                             "path of a folder that is yours alone (chmod 700)", "XDG_RUNTIME_DIR", 0);
      return -1;
    }
  runtime = open_checked (AT_FDCWD, above, above, error);
  if (runtime < 0)
    return -1;
  path = g_build_filename (above, FOLDER, NULL);
  if (is_made)
    mkdirat (runtime, FOLDER, 0700);
  folder = open_checked (runtime, FOLDER, path, error);
  close (runtime);
  return folder;
}

static void
set_address (struct sockaddr_un *address, int folder, const char *name)
{
  *address = (struct sockaddr_un) { .sun_family = AF_UNIX };
  g_snprintf (address->sun_path, sizeof address->sun_path, "/proc/self/fd/%d/%s" SUFFIX, folder, name);
}

static int
new_socket (void)
{
  return socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
}

/* A connection; -1 with errno. One whose backlog is full is alive, and tells EAGAIN. */
static int
connect_to (int folder, const char *name)
{
  struct sockaddr_un address;
  int connection = new_socket ();
  int number;

  if (connection < 0)
    return -1;
  set_address (&address, folder, name);
  if (connect (connection, (struct sockaddr *) &address, sizeof address) == 0)
    return connection;
  number = errno;
  close (connection);
  errno = number;
  return -1;
}

static gboolean
is_alive (int folder, const char *name)
{
  int connection = connect_to (folder, name);
  gboolean alive = connection >= 0 || errno == EAGAIN;

  if (connection >= 0)
    close (connection);
  return alive;
}

static gboolean
is_socket (int folder, const char *file)
{
  struct stat facts;

  return fstatat (folder, file, &facts, AT_SYMLINK_NOFOLLOW) == 0 && S_ISSOCK (facts.st_mode);
}

/* The folder is locked. The names of those who listen; sockets that nobody listens at go. */
static GPtrArray *
sweep (int folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", folder);
  g_autoptr (GDir) files = g_dir_open (path, 0, NULL);
  const char *file;

  while (files != NULL && (file = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *name = g_str_has_suffix (file, SUFFIX) ? g_strndup (file, strlen (file) - strlen (SUFFIX)) : NULL;

      if (name == NULL || !is_socket (folder, file))
        continue;
      if (is_alive (folder, name))
        g_ptr_array_add (names, g_steal_pointer (&name));
      else
        unlinkat (folder, file, 0);
    }
  return names;
}

static gboolean
check_name (const char *name, GError **error)
{
  gboolean is_good = *name != '\0' && *name != '.' && strlen (name) <= LONGEST_NAME;

  for (const char *at = name; *at != '\0'; at++)
    is_good = is_good && (g_ascii_isalnum (*at) || strchr ("-_.", *at) != NULL);
  if (is_good)
    return TRUE;
  return fail (error, GYRE_REMOTE_ERROR_NAME, "'%s' must have 1 to 64 letters of ASCII, digits, '-', '_' and '.', and not begin "
               "with '.', to be the name of a program that can be reached", name, 0);
}

/* The folder is locked. N.B. Linux makes the file with the mode that the socket itself has. */
static gboolean
bind_in (int folder, GyreDoor *self, GError **error)
{
  g_autofree char *file = g_strconcat (self->name, SUFFIX, NULL);
  struct sockaddr_un address;

  set_address (&address, folder, self->name);
  if (is_socket (folder, file) && is_alive (folder, self->name))
    return fail (error, GYRE_REMOTE_ERROR_NAME, "a program that is called '%s' runs already", self->name, 0);
  if (is_socket (folder, file))
    unlinkat (folder, file, 0);
  if (fchmod (self->socket, 0600) != 0 || bind (self->socket, (struct sockaddr *) &address, sizeof address) != 0
      || fchmodat (folder, file, 0600, 0) != 0 || listen (self->socket, BACKLOG) != 0)
    return fail (error, GYRE_REMOTE_ERROR_UNREACHABLE, "%s", self->path, errno);
  return TRUE;
}

static void
door_free (GyreDoor *self)
{
  if (self->socket >= 0)
    close (self->socket);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}

GyreDoor *
gyre_door_open (const char *name, GError **error)
{
  GyreDoor *self;
  gboolean is_open;
  int folder;

  if (name != NULL && !check_name (name, error))
    return NULL;
  folder = open_folder (TRUE, error);
  if (folder < 0)
    return NULL;
  self = g_new0 (GyreDoor, 1);
  self->name = name != NULL ? g_strdup (name) : g_strdup_printf ("%d", (int) getpid ());
  self->path = g_strdup_printf ("%s/" FOLDER "/%s" SUFFIX, g_getenv ("XDG_RUNTIME_DIR"), self->name);
  self->socket = new_socket ();
  flock (folder, LOCK_EX);
  g_ptr_array_unref (sweep (folder));
  is_open = self->socket >= 0 ? bind_in (folder, self, error) : fail (error, GYRE_REMOTE_ERROR_UNREACHABLE, "%s", self->path, errno);
  close (folder);
  if (is_open)
    return self;
  door_free (self);
  return NULL;
}

void
gyre_door_close (GyreDoor *self)
{
  int folder = open_folder (FALSE, NULL);
  g_autofree char *file = g_strconcat (self->name, SUFFIX, NULL);

  if (self->socket >= 0)
    close (self->socket);
  self->socket = -1;
  if (folder >= 0)
    {
      flock (folder, LOCK_EX);
      if (is_socket (folder, file) && !is_alive (folder, self->name))
        unlinkat (folder, file, 0);
      close (folder);
    }
  door_free (self);
}

gboolean
gyre_door_check_peer (int socket, pid_t *process, GError **error)
{
  struct ucred peer;
  socklen_t size = sizeof peer;

  if (getsockopt (socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0)
    return fail (error, GYRE_REMOTE_ERROR_UNREACHABLE, "%s", "who is at the other end can't be told", errno);
  if (peer.uid != geteuid ())
    return fail (error, GYRE_REMOTE_ERROR_UNSAFE, "%s", "at the other end is another user", 0);
  if (process != NULL)
    *process = peer.pid;
  return TRUE;
}

/* A program is also known by the number of its process. */
static int
connect_by_number (int folder, const char *number, GPtrArray *names, char **found)
{
  for (guint index = 0; index < names->len; index++)
    {
      int connection = connect_to (folder, names->pdata[index]);
      g_autofree char *text = NULL;
      pid_t process = 0;

      if (connection >= 0 && gyre_door_check_peer (connection, &process, NULL))
        text = g_strdup_printf ("%d", (int) process);
      if (g_strcmp0 (text, number) == 0)
        {
          *found = g_strdup (names->pdata[index]);
          return connection;
        }
      if (connection >= 0)
        close (connection);
    }
  return -1;
}

static void
tell_missing (const char *place, GPtrArray *names, GError **error)
{
  g_autofree char *all = NULL;

  g_ptr_array_add (names, NULL);
  all = g_strjoinv (", ", (GStrv) names->pdata);
  if (*all == '\0')
    g_set_error (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_UNREACHABLE, "no program runs that can be reached%s%s",
                 place != NULL ? ", so none is called " : "", place != NULL ? place : "");
  else if (place == NULL)
    g_set_error (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_UNREACHABLE, "several programs run: %s; say which one", all);
  else
    g_set_error (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_UNREACHABLE, "no program is called '%s'; there are %s", place, all);
}

/* Many may knock at the same time. */
static int
connect_patiently (int folder, const char *name)
{
  int connection = connect_to (folder, name);

  for (guint attempt = 0; connection < 0 && errno == EAGAIN && attempt < N_ATTEMPTS; attempt++)
    {
      g_usleep (PAUSE);
      connection = connect_to (folder, name);
    }
  return connection;
}

static int
knock_in (int folder, const char *place, char **found, GError **error)
{
  g_autoptr (GPtrArray) names = sweep (folder);
  const char *name = place != NULL ? place : names->len == 1 ? names->pdata[0] : NULL;
  gboolean is_there = name != NULL && g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL);
  int connection = -1;

  if (is_there)
    {
      *found = g_strdup (name);
      connection = connect_patiently (folder, name);
    }
  else if (place != NULL)
    connection = connect_by_number (folder, place, names, found);
  if (connection < 0 && is_there)
    fail (error, GYRE_REMOTE_ERROR_UNREACHABLE, "%s", name, errno);
  else if (connection < 0)
    tell_missing (place, names, error);
  else if (!gyre_door_check_peer (connection, NULL, error))
    {
      close (connection);
      connection = -1;
    }
  return connection;
}

int
gyre_door_knock (const char *place, char **found, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  int folder = open_folder (FALSE, &problem);
  int connection = -1;

  *found = NULL;
  if (folder >= 0)
    {
      flock (folder, LOCK_EX);
      connection = knock_in (folder, place, found, error);
      close (folder);
    }
  else if (g_error_matches (problem, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_UNREACHABLE))
    tell_missing (place, none, error);
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  if (connection < 0)
    g_clear_pointer (found, g_free);
  return connection;
}

static int
compare (gconstpointer first, gconstpointer second)
{
  return strcmp (*(const char * const *) first, *(const char * const *) second);
}

GStrv
gyre_door_list (void)
{
  int folder = open_folder (FALSE, NULL);
  GPtrArray *names;

  if (folder < 0)
    return g_new0 (char *, 1);
  flock (folder, LOCK_EX);
  names = sweep (folder);
  close (folder);
  g_ptr_array_sort (names, compare);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (names, FALSE);
}
