/* gyre-path.c: Names of files, as people write them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-path.h"

#include <pwd.h>
#include <string.h>
#include <unistd.h>

/* The home folder of a user; NULL where there is no such user. */
static char *
dup_home_of (const char *user)
{
  long suggested = sysconf (_SC_GETPW_R_SIZE_MAX);
  gsize size = suggested > 0 ? (gsize) suggested : 16384;
  g_autofree char *buffer = g_malloc (size);
  struct passwd entry;
  struct passwd *found = NULL;

  if (getpwnam_r (user, &entry, buffer, size, &found) != 0 || found == NULL)
    return NULL;
  return g_strdup (found->pw_dir);
}

/* Replaces a leading `~` or `~user`. Returns the text as it is where there is no such user, as shells do. */
static char *
dup_expanded (const char *text)
{
  g_autofree char *user = NULL;
  g_autofree char *home = NULL;
  gsize length;

  if (*text != '~')
    return g_strdup (text);
  length = strcspn (text, "/");
  user = g_strndup (text + 1, length - 1);
  home = *user == '\0' ? g_strdup (g_get_home_dir ()) : dup_home_of (user);
  return home != NULL ? g_strconcat (home, text + length, NULL) : g_strdup (text);
}

static void
append_component (GString *path, const char *component, gsize length)
{
  if (length == 0 || (length == 1 && *component == '.'))
    return;
  if (path->len > 0 && path->str[path->len - 1] != '/')
    g_string_append_c (path, '/');
  g_string_append_len (path, component, length);
}

/**
 * gyre_path_normalize:
 * @text: (type filename): a path as a person wrote it
 *
 * Writes a path in one way: a leading `~` or `~user` is replaced by the home folder, doubled and trailing separators and `.`
 * components are dropped; `..` is kept, since the folder before it can be a link. An empty text is `.`. Nothing is looked
 * up but the home folder. A normal path stays as it is: `./~x` keeps its dot, without which it would be another one.
 *
 * Returns: (transfer full) (type filename): the path
 *
 * Since: 0.1
 */
char *
gyre_path_normalize (const char *text)
{
  g_autofree char *expanded = NULL;
  const char *component;
  GString *path;

  g_return_val_if_fail (text != NULL, NULL);

  expanded = dup_expanded (text);
  path = g_string_new (*expanded == '/' ? "/" : NULL);
  for (component = expanded; *component != '\0'; component += *component == '/' ? 1 : 0)
    {
      gsize length = strcspn (component, "/");

      append_component (path, component, length);
      component += length;
    }
  if (path->len == 0)
    g_string_append_c (path, '.');
  if (path->str[0] == '~' && *text != '~')
    g_string_prepend (path, "./");
  return g_string_free (path, FALSE);
}
