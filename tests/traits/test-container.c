/* test-container.c: What all kinds of values that hold others share
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "container-fixture.h"

static GyreTrait *
grid (void)
{
  return MAKE_TRAIT (POINTER (list), OF (.kind = &gyre_kind_list, .element = &gyre_kind_integer, .minimum = 0, .maximum = 9,
                                         .constraints = GYRE_NOT_EMPTY));
}

static void
test_nested (void)
{
  assert_reads (grid (), "(1, 2), (3)", "((1, 2), (3))");
  assert_reads (grid (), "[[1, 2], [3]]", "((1, 2), (3))");
  assert_reads (grid (), "((1, 2))", "((1, 2))");
  assert_reads (MAKE_TRAIT (POINTER (list), OF (.kind = &gyre_kind_string, .nullable = TRUE)), "a, none, 'none'", "(a, none, \"none\")");
  assert_reads (MAKE_TRAIT (POINTER (list), OF (.kind = &gyre_kind_array)), "(1, 2), ((1, 2), (3, 4))", "((1, 2), ((1, 2), (3, 4)))");
}

static void
test_places (void)
{
  assert_refuses (grid (), "(1), (2), (3, -1)", GYRE_VALUE_ERROR_CONSTRAINT,
                  "[2][1]: must be at least 0 and at most 9, is -1 (at character 15)");
  assert_refuses (grid (), "(1), (x)", GYRE_VALUE_ERROR_SYNTAX, "[1][0]: must be a number, has 'x' (at character 7)");
  assert_refuses (grid (), "(1), 2", GYRE_VALUE_ERROR_TYPE, "[1]: must be a list in brackets (at character 6)");
  assert_refuses (grid (), "(1), ()", GYRE_VALUE_ERROR_CONSTRAINT, "[1]: must not be empty (at character 6)");
  assert_refuses (grid (), "(1, (2))", GYRE_VALUE_ERROR_TYPE, "[0]: must be a list in brackets (at character 2)");
  assert_refuses (grid (), "(1), none", GYRE_VALUE_ERROR_NULL, "[1]: may not be none (at character 6)");
  assert_refuses (grid (), "(1,,2), (3)", GYRE_VALUE_ERROR_SYNTAX, "must not have an empty element (at character 4)");
  assert_refuses (MAKE_TRAIT (POINTER (list), OF (.kind = &gyre_kind_array)), "(1, 2), (π, x)", GYRE_VALUE_ERROR_SYNTAX,
                  "[1]: element 1: must be a number, has 'x' (at character 13)");
}

static void
test_native_place (void)
{
  assert_refuses_native (grid (), native_variant ("[@ai [1], [2, 10]]"), GYRE_VALUE_ERROR_CONSTRAINT,
                         "[1][1]: must be at least 0 and at most 9, is 10");
}

static void
test_random_values (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  GyreTrait *traits[MOST_TRAITS];
  guint count = random_traits (traits);

  for (guint round = 0; round < 1000; round++)
    for (guint index = 0; index < count; index++)
      {
        GyreValue value = random_value (random, traits[index]);

        assert_survives (traits[index], value);
        gyre_kind_clear (gyre_trait_get_kind (traits[index]), &value);
      }
}

static void
test_depth (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *message = NULL;

  for (guint depth = 0; depth < 100000; depth++)
    g_string_append_c (text, '(');
  message = g_strdup_printf ("must not nest brackets deeper than %d (at character %d)", GYRE_LITERAL_MAXIMUM_DEPTH, GYRE_LITERAL_MAXIMUM_DEPTH + 1);
  assert_refuses (grid (), text->str, GYRE_VALUE_ERROR_SYNTAX, message);
  assert_refuses (MAKE_TRAIT (POINTER (mapping), .element = &gyre_kind_string), "(a: (((b)))", GYRE_VALUE_ERROR_SYNTAX,
                  "must close the bracket ( (at character 1)");
}

/* It is the end that is tested: a step that costs in proportion to all before it would not come to one. */
static void
test_much (void)
{
  static const char * const pieces[] = { "(a:1),", "a", "(", "\"a\",", "a,", "[],", "a:", "(a:(b)),", "(0),(", "{{,", "'\\x41':1," };
  GyreTrait *traits[MOST_TRAITS];
  guint count = random_traits (traits);

  for (guint piece = 0; piece < G_N_ELEMENTS (pieces); piece++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      while (text->len < 1024 * 1024)
        g_string_append (text, pieces[piece]);
      for (guint index = piece % 3; index < count; index += 3)
        {
          GyreValue value = GYRE_NONE;
          g_autoptr (GError) error = NULL;
          if (gyre_trait_parse (traits[index], text->str, &value, &error))
            gyre_kind_clear (gyre_trait_get_kind (traits[index]), &value);
          else
            g_assert_error (error, GYRE_VALUE_ERROR, error->code);
        }
    }
}

static void
test_own_rule (void)
{
  assert_refuses (MAKE_TRAIT (POINTER (mapping), .element = &gyre_kind_integer, .constraints = GYRE_NOT_EMPTY), "()",
                  GYRE_VALUE_ERROR_CONSTRAINT, "must not be empty (at character 1)");
}

static void
test_no_element (void)
{
  assert_refuses (MAKE_TRAIT (POINTER (list)), "a", GYRE_VALUE_ERROR_TYPE, "must say the kind of its elements (at character 1)");
  assert_refuses (MAKE_TRAIT (POINTER (tuple)), "a", GYRE_VALUE_ERROR_TYPE, "must say its parts (at character 1)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/container/containers-stand-in-one-another", test_nested);
  g_test_add_func ("/traits/container/bad-element-is-named-by-its-path-and-its-place", test_places);
  g_test_add_func ("/traits/container/bad-native-element-is-named-by-its-path", test_native_place);
  g_test_add_func ("/traits/container/random-values-read-back-from-their-text", test_random_values);
  g_test_add_func ("/traits/container/too-many-brackets-are-an-error-with-a-place", test_depth);
  g_test_add_func ("/traits/container/megabyte-of-anything-comes-to-an-end", test_much);
  g_test_add_func ("/traits/container/whole-has-a-rule-of-its-own", test_own_rule);
  g_test_add_func ("/traits/container/declaration-without-elements-is-an-error", test_no_element);
  return g_test_run ();
}
