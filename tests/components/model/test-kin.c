/* test-kin.c: Who holds whom
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-kin-private.h"

enum { COUNT = 1000, DEPTH = 50000 };

/* Each position is found, from whichever place the search begins, also after some have gone. */
static void
test_positions (void)
{
  g_autoptr (GyreComponent) parent = test_new (TEST_TYPE_STONE, NULL);
  g_autoptr (GRand) chance = g_rand_new_with_seed (3);
  g_autoptr (GPtrArray) model = g_ptr_array_new ();

  for (guint index = 0; index < COUNT; index++)
    g_ptr_array_add (model, gyre_component_create (parent, TEST_TYPE_STONE, NULL, NULL, NULL));
  while (model->len > 0)
    {
      guint position = g_rand_int_range (chance, 0, model->len);
      GyreTies *ties = &gyre_kin_peek (parent)->children;

      g_assert_true (gyre_kin_get_nth (ties, position)->member == model->pdata[position]);
      g_assert_cmpuint (ties->length, ==, model->len);
      g_assert_null (gyre_kin_get_nth (ties, model->len));
      position = g_rand_int_range (chance, 0, model->len);
      g_assert_true (gyre_component_release (parent, model->pdata[position], NULL));
      g_ptr_array_remove_index (model, position);
    }
}

static void
test_most_have_none (void)
{
  g_autoptr (GyreComponent) stone = test_new (TEST_TYPE_STONE, NULL);

  g_assert_null (gyre_kin_peek (stone));
}

/* The last unref of the first lets all of them go, without a call within a call for each. */
static void
test_long_line (void)
{
  GyreComponent *first = test_new (TEST_TYPE_STONE, NULL);
  GyreComponent *last = first;

  for (guint depth = 0; depth < DEPTH; depth++)
    last = gyre_component_create (last, TEST_TYPE_STONE, NULL, NULL, NULL);
  g_object_add_weak_pointer (G_OBJECT (last), (gpointer *) &last);
  g_object_unref (first);
  g_assert_null (last);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/kin/child-is-found-by-its-position-whatever-went-before", test_positions);
  g_test_add_func ("/model/kin/component-without-kin-has-no-record-of-it", test_most_have_none);
  g_test_add_func ("/model/kin/long-line-of-descendants-ends-without-recursion", test_long_line);
  return g_test_run ();
}
