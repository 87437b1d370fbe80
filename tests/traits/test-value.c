/* test-value.c: A value on its way in or out of a trait
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

static void
test_size (void)
{
  g_assert_cmpuint (sizeof (GyreValue), ==, 16);
}

static void
test_none (void)
{
  g_assert_false (GYRE_NONE.present);
  g_assert_null (GYRE_NONE.pointer);
}

static GyreTrait *
trait_of (const char *kind)
{
  gboolean nullable = g_str_has_suffix (kind, " that may be none");
  const struct { const char *name; GyreTrait *trait; } traits[] = {
    { "list of string", MAKE_TRAIT (LIST_OF (string), .nullable = nullable) },
    { "list of integer", MAKE_TRAIT (LIST_OF (integer), .nullable = nullable) },
    { "string", MAKE_TRAIT (POINTER (string), .nullable = nullable) },
    { "path", MAKE_TRAIT (POINTER (path), .nullable = nullable) },
    { "array", MAKE_TRAIT (POINTER (array), .nullable = nullable) },
    { "boolean", MAKE_TRAIT (BOOLEAN) }, { "integer", MAKE_TRAIT (INTEGER (INT64)) }, { "real", MAKE_TRAIT (REAL) },
  };

  for (gsize index = 0; index < G_N_ELEMENTS (traits); index++)
    if (g_str_has_prefix (kind, traits[index].name))
      return traits[index].trait;
  g_error ("the guide speaks of a kind '%s'", kind);
}

/* What stands between the grave accents of a cell. */
static GPtrArray *
list_quoted (const char *cell)
{
  g_auto (GStrv) pieces = g_strsplit (cell, "`", -1);
  GPtrArray *quoted = g_ptr_array_new_with_free_func (g_free);

  for (guint index = 1; index < g_strv_length (pieces); index += 2)
    g_ptr_array_add (quoted, g_strdup (pieces[index]));
  return quoted;
}

static void
assert_error (const GyreTrait *trait, const char *text, const char *message)
{
  g_autoptr (GError) error = NULL;
  GyreValue value;

  if (gyre_trait_parse (trait, text, &value, &error))
    g_error ("the guide says that '%s' is an error", text);
  if (strstr (error->message, message) == NULL)
    g_error ("the guide says that '%s' gives '%s', and it gives '%s'", text, message, error->message);
}

static void
check_row (const char *row)
{
  g_auto (GStrv) cells = g_strsplit (row, " | ", 3);
  g_autoptr (GPtrArray) texts = list_quoted (cells[0]);
  g_autoptr (GPtrArray) results = list_quoted (cells[2]);
  GyreTrait *trait = trait_of (cells[1]);

  g_assert_cmpuint (texts->len, ==, results->len);
  for (guint index = 0; index < texts->len; index++)
    if (g_str_has_prefix (cells[2], "an error"))
      assert_error (trait, texts->pdata[index], results->pdata[index]);
    else
      assert_reads (trait, texts->pdata[index], results->pdata[index]);
}

static void
test_guide (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("GYRE_TEST_SOURCE"), "..", "docs", "guide", "values.md", NULL);
  g_autofree char *page = NULL;
  g_auto (GStrv) lines = NULL;
  guint rows = 0;

  g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
  lines = g_strsplit (page, "\n", -1);
  for (guint index = 0; lines[index] != NULL && !g_str_has_prefix (lines[index], "## "); index++)
    if (g_str_has_prefix (lines[index], "| `"))
      {
        check_row (lines[index]);
        rows++;
      }
  g_assert_cmpuint (rows, >, 30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/value/value-is-two-words", test_size);
  g_test_add_func ("/traits/value/none-points-to-nothing", test_none);
  g_test_add_func ("/traits/value/every-example-of-the-guide-is-true", test_guide);
  return g_test_run ();
}
