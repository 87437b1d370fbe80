/* test-circle.c: Settings that follow each other in a circle
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-circle-private.h"

#include <string.h>

static void
say (GyreCircle *circle, const char *key, const char *text, guint line)
{
  g_autoptr (GyreExpression) expression = gyre_circle_compile (text, NULL);
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("a.pfg", line, 1);
  g_autofree char *owner = g_strndup (key, strrchr (key, '.') - key);

  g_assert_nonnull (expression);
  gyre_circle_add (circle, key, owner, expression, locator);
}

static void
test_circle (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  GyreCircle *circle = gyre_circle_new (executive);
  GyreLocator *place = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_circle_is_empty (circle));
  say (circle, "x.a", "{x.b} + 1", 1);
  say (circle, "x.b", "{.c}", 2);
  g_assert_true (gyre_circle_check (circle, &place, &error));
  say (circle, "x.c", "text {x.a}", 3);
  g_assert_false (gyre_circle_check (circle, &place, &error));
  g_assert_cmpuint (gyre_locator_get_line (place), ==, 3);
  for (guint line = 1; line <= 3; line++)
    {
      g_autofree char *where = g_strdup_printf ("a.pfg:%u", line);
      g_assert_nonnull (strstr (error->message, where));
    }
  gyre_locator_unref (place);
  gyre_circle_remove (circle, "x.b");
  g_assert_true (gyre_circle_check (circle, &place, NULL));
  gyre_circle_free (circle);
}

static void
test_in_force (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  GyreCircle *circle = gyre_circle_new (executive);
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("old.pfg", 7, 3);
  GyreLocator *place = NULL;
  g_autoptr (GError) error = NULL;

  gyre_settings_insert (gyre_executive_get_settings (executive), GYRE_CATEGORY_USER, "x.b", "{.a}", locator);
  say (circle, "x.a", "{x.b}", 1);
  g_assert_false (gyre_circle_check (circle, &place, &error));
  g_assert_nonnull (strstr (error->message, "old.pfg:7:3"));
  gyre_locator_unref (place);
  gyre_circle_free (circle);
}

static void
test_text (void)
{
  g_autoptr (GyreExpression) computed = gyre_circle_compile ("{a.b} * 2", NULL);
  g_autoptr (GyreExpression) written = gyre_circle_compile ("/data/{a.b}.txt", NULL);

  g_assert_nonnull (computed);
  g_assert_nonnull (written);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/executive/circle/a-circle-is-told-with-every-place", test_circle);
  g_test_add_func ("/executive/circle/what-is-in-force-counts", test_in_force);
  g_test_add_func ("/executive/circle/what-is-no-computation-is-a-text", test_text);
  return g_test_run ();
}
