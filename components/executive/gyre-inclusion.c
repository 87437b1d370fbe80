/* gyre-inclusion.c: Files within files
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-inclusion-private.h"
#include "gyre-source.h"

#include <string.h>
#include <sys/stat.h>

/* Two names can be one file. */
static gboolean
is_same_file (const char *left, const char *right)
{
  struct stat first, second;

  return stat (left, &first) == 0 && stat (right, &second) == 0 && first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

/* "outer.cfg:1:1 includes middle.cfg, middle.cfg:4:1 includes outer.cfg" */
static char *
dup_way (const GyreInclusion *inclusion)
{
  GString *way = g_string_new (NULL);

  for (; inclusion != NULL && inclusion->place != NULL; inclusion = inclusion->outer)
    {
      g_autofree char *place = gyre_locator_to_string (inclusion->place);
      g_autofree char *step = g_strdup_printf ("%.*s includes %s", (int) strcspn (place, ", "), place, inclusion->file);

      if (way->len > 0)
        g_string_prepend (way, ", ");
      g_string_prepend (way, step);
    }
  return g_string_free (way, FALSE);
}

gboolean
gyre_inclusion_check (const GyreInclusion *inclusion, GError **error)
{
  g_autofree char *way = NULL;
  guint depth = 0;

  for (const GyreInclusion *outer = inclusion->outer; outer != NULL; outer = outer->outer)
    {
      if (is_same_file (inclusion->file, outer->file))
        {
          way = dup_way (inclusion);
          g_set_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_INVALID,
                       "%s: a file can't include itself: %s", inclusion->file, way);
          return FALSE;
        }
      depth++;
    }
  if (depth < GYRE_INCLUSION_MAXIMUM_DEPTH)
    return TRUE;
  way = dup_way (inclusion);
  g_set_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_INVALID,
               "%s: files can't include each other more than %d deep: %s", inclusion->file, GYRE_INCLUSION_MAXIMUM_DEPTH, way);
  return FALSE;
}

GyreLocator *
gyre_inclusion_get_place (const GyreInclusion *inclusion)
{
  return inclusion != NULL ? inclusion->place : NULL;
}

GyreLocator *
gyre_inclusion_locate (const GyreInclusion *inclusion, GyreLocator *line)
{
  GyreLocator *outer = gyre_inclusion_get_place (inclusion);

  return outer != NULL ? gyre_locator_new_through (line, outer) : gyre_locator_ref (line);
}
