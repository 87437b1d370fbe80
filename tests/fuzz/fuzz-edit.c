/* fuzz-edit.c: Any file is changed as it should be, or refused
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The first byte tells the format, the rest is the file. What an edit does is read back by the edit itself; here it must not
 * fail otherwise, and what was set must be there.
 */
#include <gyre.h>

#include "gyre-edit.h"

#include <glib/gstdio.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static const char * const formats[] = { "pfg", "cfg", "yaml", "json", "pml" };

static void
change (GyreEdit *edit)
{
  gyre_edit_set (edit, "a.b", "x", GYRE_SETTING_ASSIGN, "one; \"two\"", NULL);
  gyre_edit_set (edit, NULL, "y", GYRE_SETTING_APPEND, "(1, 2)", NULL);
  gyre_edit_set (edit, "f # n", "z", GYRE_SETTING_ASSIGN, "3", NULL);
  gyre_edit_rename (edit, "a.b", "x", "w", NULL);
  gyre_edit_remove (edit, "f # n", "z", GYRE_SETTING_ASSIGN, NULL);
  if (gyre_edit_set (edit, "a.b", "v", GYRE_SETTING_ASSIGN, "1", NULL))
    g_assert_true (gyre_edit_set (edit, "a.b", "v", GYRE_SETTING_ASSIGN, "1", NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *path = NULL;
  g_autoptr (GyreEdit) edit = NULL;

  if (size == 0)
    return 0;
  path = g_strdup_printf ("%s/gyre-fuzz-edit-%d.%s", g_get_tmp_dir (), (int) getpid (), formats[data[0] % G_N_ELEMENTS (formats)]);
  g_assert_true (g_file_set_contents (path, (const char *) data + 1, size - 1, NULL));
  edit = gyre_edit_open (path, NULL);
  if (edit != NULL)
    change (edit);
  g_unlink (path);
  return 0;
}
