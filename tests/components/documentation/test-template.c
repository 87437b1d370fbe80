/* test-template.c: A configuration file to begin with
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "pond.h"

#include <string.h>

static void
every_format_loads_and_says_nothing (void)
{
  g_auto (GStrv) encodings = gyre_codec_dup_encodings ();

  for (guint index = 0; encodings[index] != NULL; index++)
    {
      GyreExecutive *executive = pond_begin ("");
      g_autoptr (GError) error = NULL;
      g_autofree char *name = g_strconcat ("template.", encodings[index], NULL);
      g_autofree char *text = gyre_template_write (gyre_executive_find_family (executive, "pond.fish", NULL), encodings[index], &error);

      g_assert_no_error (error);
      g_assert_nonnull (strstr (text, "age: "));
      gyre_executive_load_text (executive, name, text, GYRE_CATEGORY_USER, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (gyre_settings_get_length (gyre_executive_get_settings (executive)), ==, 0);
      pond_end (executive);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/template/every-format-loads-and-says-nothing", every_format_loads_and_says_nothing);
  return g_test_run ();
}
