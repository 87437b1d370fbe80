/* test-locator.c: That a place is told as it was given
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <string.h>

static void
assert_text (GyreLocator *locator, const char *expected)
{
  g_autofree char *text = gyre_locator_to_string (locator);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_file (void)
{
  char name[] = "gauss.pfg";
  g_autoptr (GyreLocator) locator = gyre_locator_new_file (name, 12, 9);
  g_autoptr (GyreLocator) far = gyre_locator_new_file (name, 1, 70000);

  memset (name, 'z', 3);
  g_assert_cmpint (gyre_locator_get_kind (locator), ==, GYRE_LOCATOR_FILE);
  g_assert_cmpstr (gyre_locator_get_file (locator), ==, "gauss.pfg");
  g_assert_cmpuint (gyre_locator_get_line (locator), ==, 12);
  g_assert_cmpuint (gyre_locator_get_column (locator), ==, 9);
  g_assert_cmpuint (gyre_locator_get_column (far), ==, 65535);
  g_assert_null (gyre_locator_get_function (locator));
  g_assert_null (gyre_locator_get_through (locator));
  assert_text (locator, "gauss.pfg:12:9");
}

static void
test_argument (void)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_argument ("--a.b=c", 2, 7);

  g_assert_cmpint (gyre_locator_get_kind (locator), ==, GYRE_LOCATOR_ARGUMENT);
  g_assert_cmpstr (gyre_locator_get_file (locator), ==, "--a.b=c");
  g_assert_cmpuint (gyre_locator_get_line (locator), ==, 2);
  g_assert_cmpuint (gyre_locator_get_column (locator), ==, 7);
  assert_text (locator, "argument 2 '--a.b=c'");
}

static void
test_environment (void)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_environment ("GYRE_SEED");

  g_assert_cmpint (gyre_locator_get_kind (locator), ==, GYRE_LOCATOR_ENVIRONMENT);
  assert_text (locator, "environment variable GYRE_SEED");
  g_assert_cmpuint (gyre_locator_get_column (locator), ==, 0);
  g_clear_pointer (&locator, gyre_locator_unref);
  locator = gyre_locator_new_variable ("GYRE_SEED", 3);
  g_assert_cmpint (gyre_locator_get_kind (locator), ==, GYRE_LOCATOR_ENVIRONMENT);
  g_assert_cmpuint (gyre_locator_get_column (locator), ==, 3);
}

static void
test_default (void)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_default ("gauss-ball.c", 20);
  g_autoptr (GyreLocator) nowhere = gyre_locator_new_default (NULL, 0);

  g_assert_cmpint (gyre_locator_get_kind (locator), ==, GYRE_LOCATOR_DEFAULT);
  assert_text (locator, "default (gauss-ball.c:20)");
  assert_text (nowhere, "default");
  assert_text (NULL, "unknown place");
}

static void
test_source (void)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_source ("main.c", 30, "main");
  g_autoptr (GyreLocator) bare = gyre_locator_new_source ("main.c", 31, NULL);

  g_assert_cmpint (gyre_locator_get_kind (locator), ==, GYRE_LOCATOR_SOURCE);
  g_assert_cmpstr (gyre_locator_get_function (locator), ==, "main");
  assert_text (locator, "main.c:30 (main)");
  g_assert_null (gyre_locator_get_function (bare));
  assert_text (bare, "main.c:31");
}

static void
test_through (void)
{
  g_autoptr (GyreLocator) place = gyre_locator_new_file ("a.pfg", 1, 2);
  g_autoptr (GyreLocator) family = gyre_locator_new_default ("ball.c", 3);
  g_autoptr (GyreLocator) locator = gyre_locator_new_through (place, family);

  g_assert_cmpint (gyre_locator_get_kind (locator), ==, GYRE_LOCATOR_FILE);
  g_assert_cmpstr (gyre_locator_get_file (locator), ==, "a.pfg");
  g_assert_cmpuint (gyre_locator_get_line (locator), ==, 1);
  g_assert_cmpuint (gyre_locator_get_column (locator), ==, 2);
  g_assert_true (gyre_locator_get_through (locator) == family);
  assert_text (locator, "a.pfg:1:2, through default (ball.c:3)");
}

static void
test_through_keeps_everything (void)
{
  g_autoptr (GyreLocator) place = gyre_locator_new_source ("main.c", 30, "main");
  g_autoptr (GyreLocator) first = gyre_locator_new_file ("a.pfg", 1, 2);
  g_autoptr (GyreLocator) second = gyre_locator_new_environment ("B");
  g_autoptr (GyreLocator) once = gyre_locator_new_through (place, first);
  g_autoptr (GyreLocator) twice = gyre_locator_new_through (once, second);

  g_clear_pointer (&place, gyre_locator_unref);
  g_clear_pointer (&once, gyre_locator_unref);
  g_assert_cmpstr (gyre_locator_get_function (twice), ==, "main");
  assert_text (twice, "main.c:30 (main), through a.pfg:1:2, through environment variable B");
}

static void
test_boxed (void)
{
  GyreLocator *locator = gyre_locator_new_file ("a.pfg", 1, 2);
  GyreLocator *copy = g_boxed_copy (GYRE_TYPE_LOCATOR, locator);

  g_assert_true (copy == locator);
  gyre_locator_unref (locator);
  assert_text (copy, "a.pfg:1:2");
  g_boxed_free (GYRE_TYPE_LOCATOR, copy);
}

static void
test_long_chain (void)
{
  GyreLocator *chain = gyre_locator_new_file ("a.pfg", 1, 2);

  for (guint index = 0; index < 1000000; index++)
    {
      g_autoptr (GyreLocator) place = gyre_locator_new_default (NULL, 0);
      GyreLocator *longer = gyre_locator_new_through (place, chain);

      gyre_locator_unref (chain);
      chain = longer;
    }
  gyre_locator_unref (chain);
}

static gpointer
read_place (gpointer data)
{
  GyreLocator *locator = data;

  g_assert_cmpint (gyre_locator_get_kind (locator), ==, GYRE_LOCATOR_SOURCE);
  gyre_locator_get_line (locator);
  return (gpointer) gyre_locator_get_function (locator);
}

/* Shows a race under ThreadSanitizer; without it, that all threads read the same. */
static void
test_threads (void)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (GyreLocator) locator = gyre_locator_new_address ((const char *) (gconstpointer) g_malloc + 4);
      GThread *threads[4];

      for (guint index = 0; index < G_N_ELEMENTS (threads); index++)
        threads[index] = g_thread_new (NULL, read_place, locator);
      for (guint index = 0; index < G_N_ELEMENTS (threads); index++)
        g_assert_cmpstr (g_thread_join (threads[index]), ==, "g_malloc");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gobject/locator/file-has-line-and-column", test_file);
  g_test_add_func ("/gobject/locator/argument-has-text-and-position", test_argument);
  g_test_add_func ("/gobject/locator/environment-names-the-variable", test_environment);
  g_test_add_func ("/gobject/locator/default-names-the-declaration", test_default);
  g_test_add_func ("/gobject/locator/source-names-the-function", test_source);
  g_test_add_func ("/gobject/locator/through-tells-the-way", test_through);
  g_test_add_func ("/gobject/locator/through-keeps-function-and-earlier-ways", test_through_keeps_everything);
  g_test_add_func ("/gobject/locator/copy-is-a-reference", test_boxed);
  g_test_add_func ("/gobject/locator/long-chain-is-freed", test_long_chain);
  g_test_add_func ("/gobject/locator/address-is-resolved-once-for-all-threads", test_threads);
  return g_test_run ();
}
