/* test-observers.c: The observers of one component
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-observers-private.h"
#include "model-fixtures.h"

static GString *heard;
static gulong numbers[4];

static void
hear (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_string_append (heard, data);
}

static void
add (gpointer component, gulong number, GyreObserverFunction function, const char *data)
{
  const GyreObserver observer = { .number = number, .function = function, .data = (gpointer) data };

  gyre_observers_add (component, &observer);
}

static void
add_earlier (GyreComponent *component, const GyreChange *change, gpointer data)
{
  if (!gyre_observers_has (component, numbers[0]))
    add (component, numbers[0], hear, "0");
  g_string_append (heard, data);
}

static void
take_numbers (void)
{
  for (guint index = 0; index < G_N_ELEMENTS (numbers); index++)
    numbers[index] = gyre_listener_next_number ();
}

static void
assert_heard (const char *expected)
{
  g_assert_cmpstr (heard->str, ==, expected);
  g_string_truncate (heard, 0);
}

static void
test_order (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);

  take_numbers ();
  add (ball, numbers[2], hear, "2");
  add (ball, numbers[1], hear, "1");
  add (ball, numbers[3], hear, "3");
  test_ball_set_radius (ball, 2, NULL);
  assert_heard ("123");
}

/* The newcomer stands before those that hear now; it hears from the next change on. */
static void
test_order_while_told (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);

  take_numbers ();
  add (ball, numbers[1], add_earlier, "1");
  add (ball, numbers[2], hear, "2");
  test_ball_set_radius (ball, 2, NULL);
  assert_heard ("12");
  test_ball_set_radius (ball, 3, NULL);
  assert_heard ("012");
}

static void
test_collected (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gulong));
  const GyreChange changes[2] = { { .component = GYRE_COMPONENT (ball) }, { .component = GYRE_COMPONENT (ball) } };

  take_numbers ();
  add (ball, numbers[0], hear, "a");
  add (ball, numbers[1], hear, "b");
  gyre_observers_collect (GYRE_COMPONENT (ball), NULL, found);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpuint (g_array_index (found, gulong, 1), ==, numbers[1]);
  gyre_observers_call (GYRE_COMPONENT (ball), numbers[1], changes, 2);
  assert_heard ("bb");
  g_assert_false (gyre_observers_remove (GYRE_COMPONENT (ball), numbers[1], TRUE));
  g_assert_true (gyre_observers_remove (GYRE_COMPONENT (ball), numbers[1], FALSE));
  gyre_observers_call (GYRE_COMPONENT (ball), numbers[1], changes, 2);
  assert_heard ("");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  heard = g_string_new (NULL);
  g_test_add_func ("/model/observers/hear-in-the-order-of-their-numbers", test_order);
  g_test_add_func ("/model/observers/order-is-made-when-the-emission-ends", test_order_while_told);
  g_test_add_func ("/model/observers/one-can-be-called-by-its-number", test_collected);
  return g_test_run ();
}
