/* test-boxed.c: A boxed value that knows its type
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"

static void
test_copy (void)
{
  GyreComplex number = { 1, 2 };
  g_autoptr (GyreBoxed) boxed = gyre_boxed_new (GYRE_TYPE_COMPLEX, &number);
  g_autoptr (GyreBoxed) same = gyre_boxed_ref (boxed);
  const GyreComplex *content = gyre_boxed_get_content (same);

  number.real = 5;
  g_assert_cmpfloat (content->real, ==, 1);
  g_assert_true (gyre_boxed_get_content_type (boxed) == GYRE_TYPE_COMPLEX);
  g_assert_null (gyre_boxed_get_content (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/boxed/content-is-a-copy-of-its-type", test_copy);
  return g_test_run ();
}
