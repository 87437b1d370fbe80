/* gyre-path.c: One spelling for each path
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Only what changes nothing is taken away: doubled separators and `.` components. `..` stays, because behind a link it is
 * somewhere else than the text says.
 */
#include "gyre-path.h"

#include <pwd.h>
#include <string.h>

/* "~" and "~user" at the beginning; a user that nobody knows is left as it is written. */
static char *
expand_home (const char *path, const char **rest)
{
  gsize length = strcspn (path, "/");
  g_autofree char *user = g_strndup (path + 1, length - 1);
  struct passwd entry = { 0 }, *found = NULL;
  char buffer[4096];

  *rest = path + length;
  if (*user == '\0')
    return g_strdup (g_get_home_dir ());
  if (getpwnam_r (user, &entry, buffer, sizeof buffer, &found) == 0 && found != NULL)
    return g_strdup (found->pw_dir);
  return g_strndup (path, length);
}

static void
append_components (GString *text, const char *path)
{
  g_auto (GStrv) components = g_strsplit (path, "/", -1);

  for (guint index = 0; components[index] != NULL; index++)
    {
      if (*components[index] == '\0' || strcmp (components[index], ".") == 0)
        continue;
      if (text->len > 0 && text->str[text->len - 1] != '/')
        g_string_append_c (text, '/');
      g_string_append (text, components[index]);
    }
}

/**
 * gyre_path_normalize:
 * @path: a path
 *
 * Expands a leading `~` or `~user`, and drops doubled separators and `.` components.
 *
 * Returns: (transfer full): the path; `.` for an empty one
 *
 * Since: 0.1
 */
char *
gyre_path_normalize (const char *path)
{
  GString *text = g_string_new (NULL);
  const char *rest = path;

  g_return_val_if_fail (path != NULL, NULL);

  if (*path == '~')
    {
      g_autofree char *home = expand_home (path, &rest);
      g_string_append (text, home);
    }
  else if (*path == '/')
    g_string_append_c (text, '/');
  append_components (text, rest);
  if (text->len == 0)
    g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}
