/* test-scale.c: Between the value of a trait and the value in an expression
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-scale-private.h"

typedef struct { GyreComponent parent_instance; double length, plain, odd; int count; char *text; GyreList *list; } TestRod;
typedef struct { GyreComponentClass parent_class; } TestRodClass;

GYRE_DEFINE_COMPONENT (TestRod, test_rod, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_real (length, 5, .units = "mm"),
    gyre_real (plain, 5),
    gyre_real (odd, 5, .units = "points of a game"),
    gyre_integer (count, 1),
    gyre_string (text, "", .nullable = TRUE),
    gyre_list (list, string, "[]")),
  GYRE_BEHAVIORS (), .family = "test.rod")

static const GyreTrait *
find (const char *name)
{
  gyre_executive_get_default ();
  return (const GyreTrait *) gyre_requirement_find_trait (GYRE_REQUIREMENT (gyre_actor_get (test_rod_get_type ())), name);
}

static GyreTerm
term_of (const char *name, GyreValue value)
{
  GyreScale scale;

  gyre_scale_init (&scale, find (name));
  return gyre_scale_to_term (&scale, find (name), value);
}

static gboolean
value_of (const char *name, GyreTerm term, GyreValue *value, GError **error)
{
  GyreScale scale;

  gyre_scale_init (&scale, find (name));
  return gyre_scale_from_term (&scale, find (name), &term, value, error);
}

static void
test_to (void)
{
  GyreTerm length = term_of ("length", (GyreValue) { .present = TRUE, .real = 5 });
  GyreTerm plain = term_of ("plain", (GyreValue) { .present = TRUE, .real = 5 });
  GyreTerm odd = term_of ("odd", (GyreValue) { .present = TRUE, .real = 5 });
  GyreTerm count = term_of ("count", (GyreValue) { .present = TRUE, .integer = 7 });
  GyreTerm text = term_of ("text", (GyreValue) { .present = TRUE, .string = (char *) "7" });

  g_assert_cmpfloat_with_epsilon (length.real, 0.005, 1e-12);
  g_assert_cmpuint (length.dimension, !=, GYRE_DIMENSIONLESS);
  g_assert_cmpfloat (plain.real, ==, 5);
  g_assert_cmpuint (plain.dimension, ==, GYRE_DIMENSIONLESS);
  g_assert_cmpfloat (odd.real, ==, 5);
  g_assert_cmpuint (count.kind, ==, GYRE_TERM_INTEGER);
  g_assert_cmpuint (text.kind, ==, GYRE_TERM_STRING);
  g_assert_cmpstr (text.string, ==, "7");
  g_assert_cmpuint (term_of ("text", GYRE_NONE).kind, ==, GYRE_TERM_NONE);
  gyre_term_clear (&text);
}

static void
test_from (void)
{
  GyreTerm length = gyre_term_from_text ("3 cm", -1);
  GyreTerm list = gyre_term_from_text ("[a, 2]", -1);
  GyreValue value = GYRE_NONE;
  g_autofree char *text = NULL;

  g_assert_true (value_of ("length", length, &value, NULL));
  g_assert_cmpfloat_with_epsilon (value.real, 30, 1e-9);
  g_assert_true (value_of ("length", (GyreTerm) { .kind = GYRE_TERM_INTEGER, .integer = 4 }, &value, NULL));
  g_assert_cmpfloat (value.real, ==, 4);
  g_assert_true (value_of ("count", (GyreTerm) { .kind = GYRE_TERM_REAL, .real = 4 }, &value, NULL));
  g_assert_cmpint (value.integer, ==, 4);
  g_assert_true (value_of ("list", list, &value, NULL));
  text = gyre_trait_print (find ("list"), value);
  g_assert_cmpstr (text, ==, "(a, 2)");
  gyre_kind_clear (find ("list")->kind, &value);
  gyre_term_clear (&list);
}

static void
test_refused (void)
{
  GyreTerm length = gyre_term_from_text ("3 cm", -1);
  GyreValue value = GYRE_NONE;
  g_autoptr (GError) error = NULL;

  g_assert_false (value_of ("plain", length, &value, &error));
  g_clear_error (&error);
  g_assert_false (value_of ("count", (GyreTerm) { .kind = GYRE_TERM_REAL, .real = 4.5 }, &value, &error));
  g_assert_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_TYPE);
}

static void
test_form (void)
{
  g_autoptr (GyreExpression) text = gyre_scale_compile (find ("text"), "a={b.c}!", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (text);
  g_assert_null (gyre_scale_compile (find ("count"), "a={b.c}!", &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/scale/a-number-with-units-has-a-dimension", test_to);
  g_test_add_func ("/model/scale/a-quantity-becomes-a-number-of-units", test_from);
  g_test_add_func ("/model/scale/what-loses-something-is-refused", test_refused);
  g_test_add_func ("/model/scale/a-text-has-values-in-it-and-a-number-is-computed", test_form);
  return g_test_run ();
}
