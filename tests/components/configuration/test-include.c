/* test-include.c: Configurations that name others to be read
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "events.h"
#include "gyre-include-private.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
} Fixture;

static void
touch (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *parts = NULL;

  fixture->folder = g_dir_make_tmp ("gyre [*-XXXXXX", NULL);
  parts = g_build_filename (fixture->folder, "parts.d", NULL);
  g_mkdir (parts, 0700);
  touch (fixture->folder, "b.pfg");
  touch (parts, "20.pfg");
  touch (parts, "10.pfg");
  touch (parts, "10.cfg");
}

static void
remove_files (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      remove_files (path);
    }
  g_remove (folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  remove_files (fixture->folder);
  g_free (fixture->folder);
}

/* What the first include of a text finds, without the folder. */
static char *
find (Fixture *fixture, const char *text)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autofree char *name = g_build_filename (fixture->folder, "a.pfg", NULL);
  g_autoptr (GyreEvents) events = read_bytes ("pfg", name, text, strlen (text), report);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = gyre_include_find_files (events, 0, &error);
  GString *found = g_string_new (NULL);

  g_assert_cmpint (files == NULL, ==, error != NULL);
  if (error != NULL)
    g_assert_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_NOT_FOUND);
  for (guint index = 0; files != NULL && files[index] != NULL; index++)
    {
      g_assert_true (g_str_has_prefix (files[index], fixture->folder));
      g_string_append_printf (found, "%s;", files[index] + strlen (fixture->folder));
    }
  g_string_append (found, error != NULL ? strrchr (error->message, ':') : "");
  return g_string_free (found, FALSE);
}

static void
assert_found (Fixture *fixture, const char *text, const char *expected)
{
  g_autofree char *found = find (fixture, text);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_relative (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  assert_found (fixture, "@include = b.pfg\n", "/b.pfg;");
  assert_found (fixture, "@include = 'parts.d/10.cfg'\n", "/parts.d/10.cfg;");
  assert_found (fixture, "@include = c.pfg\n", ": there is no such file");
  assert_found (fixture, "@include = ?c.pfg\n", "");
  assert_found (fixture, "@include = ?b.pfg\n", "/b.pfg;");
}

static void
test_pattern (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  assert_found (fixture, "@include = parts.d/*.pfg\n", "/parts.d/10.pfg;/parts.d/20.pfg;");
  assert_found (fixture, "@include = parts.d/[13]?.?fg\n", "/parts.d/10.cfg;/parts.d/10.pfg;");
  assert_found (fixture, "@include = parts.d/*.xml\n", ": no file matches the pattern; '?' before it allows that");
  assert_found (fixture, "@include = ?parts.d/*.xml\n", "");
}

static void
test_absolute (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = g_strdup_printf ("@include = %s/parts.d/20.pfg\n", fixture->folder);

  assert_found (fixture, text, "/parts.d/20.pfg;");
}

static void
test_list (void)
{
  assert_events_of ("pfg", "@include = (a, [b], ? 'c, d')\n",
                    "1:1 source  = <a> 1:13\n1:1 source  = <[b]> 1:16\n1:1 source  = <c, d> optional 1:21\n");
  assert_events_of ("pfg", "@include = [a,b]\n", "1:1 source  = <a> 1:13\n1:1 source  = <b> 1:15\n");
  assert_mistake_of ("pfg", "@include = a, ?'b\n", "test.pfg:1:16: error: @include: a quoted path must be closed");
  assert_mistake_of ("pfg", "@include = a, ?\n", "test.pfg:1:16: error: @include: the path of a file must stand here");
  assert_mistake_of ("pfg", "@include = ()\n", "test.pfg:1:13: error: @include: the path of a file must stand here");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/configuration/include/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("path-is-relative-to-its-file", test_relative);
  ADD ("pattern-gives-files-in-the-order-of-their-names", test_pattern);
  ADD ("absolute-path-stays", test_absolute);
  g_test_add_func ("/configuration/include/value-is-a-list-of-paths", test_list);
  return g_test_run ();
}
