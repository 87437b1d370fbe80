/* test-each.c: A macro for each row of a table
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

#define ADD(context, row) + GYRE_UNPACK context * GYRE_UNPACK row
#define NAME(context, row) #row,
#define TEN(x) x, x, x, x, x, x, x, x, x, x

G_STATIC_ASSERT (GYRE_COUNT () == 0);
G_STATIC_ASSERT (GYRE_COUNT (a) == 1);
G_STATIC_ASSERT (GYRE_COUNT ((a, b), (c)) == 2);
G_STATIC_ASSERT (GYRE_COUNT (TEN (a), TEN (a), TEN (a), TEN (a), TEN (a), TEN (a), a, a, a, a) == 64);

static void
test_rows (void)
{
  static const char * const names[] = { GYRE_EACH (NAME, (), (a, (b, c), d)) NULL };

  g_assert_cmpint (0 GYRE_EACH (ADD, (2), ((1), (10), (100))), ==, 222);
  g_assert_cmpstr (names[0], ==, "a");
  g_assert_cmpstr (names[1], ==, "(b, c)");
  g_assert_cmpstr (names[2], ==, "d");
  g_assert_null (names[3]);
}

static void
test_none (void)
{
  g_assert_cmpint (0 GYRE_EACH (ADD, (2), ()), ==, 0);
  g_assert_cmpint (0 GYRE_EACH_ARGUMENT (ADD, (2), ()), ==, 0);
}

static void
test_most (void)
{
  g_assert_cmpint (0 GYRE_EACH (ADD, (1), (TEN ((1)), TEN ((1)), TEN ((1)), TEN ((1)), TEN ((1)), TEN ((1)), (1), (1), (1), (1))), ==, 64);
  g_assert_cmpint (0 GYRE_EACH_ARGUMENT (ADD, (1), ((1), (1), (1), (1), (1), (1), (1), (1))), ==, 8);
}

/* A row of arguments stands within a row of a table. */
#define INNER(context, row) GYRE_EACH_ARGUMENT (ADD, context, row)

static void
test_nested (void)
{
  g_assert_cmpint (0 GYRE_EACH (INNER, (3), (((1), (2)), ((4)))), ==, 21);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/each/each-row-is-expanded-in-order", test_rows);
  g_test_add_func ("/traits/each/no-rows-expand-to-nothing", test_none);
  g_test_add_func ("/traits/each/table-has-up-to-64-rows", test_most);
  g_test_add_func ("/traits/each/arguments-are-expanded-within-a-row", test_nested);
  return g_test_run ();
}
