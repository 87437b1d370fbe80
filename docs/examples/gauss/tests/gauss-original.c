/* gauss-original.c: What the Python original says, where there is a Python
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gauss-original.h"

#include <json-glib/json-glib.h>

/* Finds a Python 3, or gives NULL. */
char *
gauss_original_find_python (void)
{
  return g_find_program_in_path ("python3");
}

/* Runs Python with arguments that end with NULL, and gives what it prints. */
char *
gauss_original_run_python (const char * const *arguments, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) command = NULL;
  g_autofree char *output = NULL;
  int status = 0;

  g_strv_builder_add (builder, "python3");
  g_strv_builder_addv (builder, (const char **) arguments);
  command = g_strv_builder_end (builder);
  if (!g_spawn_sync (NULL, command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, error))
    return NULL;
  if (!g_spawn_check_wait_status (status, error))
    return NULL;
  return g_steal_pointer (&output);
}

static void
read_integral (JsonObject *object, const char *name, double *integral, double *seconds)
{
  JsonObject *member = json_object_get_object_member (object, name);

  *integral = json_object_get_double_member (member, "integral");
  *seconds = json_object_get_double_member (member, "seconds");
}

/* Runs the original once. */
gboolean
gauss_original_run (gsize samples, gint64 seed, GaussOriginal *original, GError **error)
{
  g_autofree char *samples_option = g_strdup_printf ("--samples=%" G_GSIZE_FORMAT, samples);
  g_autofree char *seed_option = g_strdup_printf ("--seed=%" G_GINT64_FORMAT, seed);
  const char * const arguments[] = { GAUSS_ORIGINAL, samples_option, seed_option, NULL };
  g_autofree char *output = gauss_original_run_python (arguments, error);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object;

  if (output == NULL || !json_parser_load_from_data (parser, output, -1, error))
    return FALSE;
  object = json_node_get_object (json_parser_get_root (parser));
  read_integral (object, "quarter-circle", &original->quarter_circle, &original->quarter_circle_seconds);
  read_integral (object, "gaussian", &original->gaussian, &original->gaussian_seconds);
  return TRUE;
}
