/* test-specification.c: Which class the text of a facility stands for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "classes.h"
#include "gyre-specification-private.h"

static void
test_split (void)
{
  static const struct { const char *text, *family, *name; } rows[] = {
    { "ball", "ball", NULL }, { "a.b#c d", "a.b", "c d" }, { "#c", NULL, "c" }, { " a # b ", "a", "b" }, { "a#", "a", "" }, { "#", NULL, "" },
    { "", NULL, NULL }, { "a#b#c", "a", "b#c" },
  };

  for (guint index = 0; index < G_N_ELEMENTS (rows); index++)
    {
      g_autofree char *family = NULL;
      g_autofree char *name = NULL;

      gyre_specification_split (rows[index].text, &family, &name);
      g_assert_cmpstr (family, ==, rows[index].family);
      g_assert_cmpstr (name, ==, rows[index].name);
    }
}

static const char *
resolve (const char *family, GType type, char **hint, GError **error)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  GyreActor *actor = gyre_specification_find_class (executive, family, type, hint, error);

  return actor != NULL ? gyre_requirement_get_family (GYRE_REQUIREMENT (actor)) : NULL;
}

static void
test_found (void)
{
  g_autofree char *hint = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (resolve ("test.shapes.ball", classes_get_shapes (), &hint, &error), ==, "test.shapes.ball");
  g_assert_cmpstr (resolve ("ball", classes_get_shapes (), &hint, &error), ==, "test.shapes.ball");
  g_assert_cmpstr (resolve ("test.shapes", classes_get_shapes (), &hint, &error), ==, "test.shapes.ball");
  g_assert_cmpstr (resolve ("test.shapes.bare", G_TYPE_INVALID, &hint, &error), ==, "test.shapes.bare");
  g_assert_no_error (error);
  g_assert_null (hint);
}

static void
test_unknown (void)
{
  g_autofree char *hint = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (resolve ("ball", G_TYPE_INVALID, &hint, &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN);
  g_assert_cmpstr (error->message, ==, "no family 'ball'");
}

static void
test_abstract (void)
{
  g_autofree char *hint = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (resolve ("idea", classes_get_shapes (), &hint, &error));
  g_assert_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION);
}

static void
test_plain_type (void)
{
  g_autofree char *hint = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (resolve ("test.shapes.bare", G_TYPE_OBJECT, &hint, &error), ==, "test.shapes.bare");
  g_assert_null (resolve ("test.shapes.bare", G_TYPE_INITIALLY_UNOWNED, &hint, &error));
  g_assert_cmpstr (error->message, ==, "must be a GInitiallyUnowned, is a test.shapes.bare");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  classes_define_all ();
  g_test_add_func ("/executive/specification/hash-divides-family-and-name", test_split);
  g_test_add_func ("/executive/specification/full-short-and-interface-names-are-found", test_found);
  g_test_add_func ("/executive/specification/short-name-needs-an-interface", test_unknown);
  g_test_add_func ("/executive/specification/abstract-class-is-refused", test_abstract);
  g_test_add_func ("/executive/specification/plain-type-is-asked-for", test_plain_type);
  return g_test_run ();
}
