/* test-kind-object.c: The kind of objects that code hands over
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"

#define OBJECT POINTER (object), .get_type = g_cancellable_get_type

static void
test_native (void)
{
  GyreTrait *trait = MAKE_TRAIT (OBJECT);
  g_autoptr (GObject) right = G_OBJECT (g_cancellable_new ());
  g_autoptr (GObject) wrong = g_object_new (G_TYPE_OBJECT, NULL);
  GValue native = G_VALUE_INIT, other = G_VALUE_INIT;

  assert_passes (trait, (GyreValue) { .present = TRUE, .object = right });
  g_value_set_object (g_value_init (&native, G_TYPE_OBJECT), right);
  assert_takes (trait, native, "<GCancellable>");
  g_assert_cmpuint (right->ref_count, ==, 1);
  g_value_set_object (g_value_init (&other, G_TYPE_OBJECT), wrong);
  assert_refuses_native (trait, other, GYRE_VALUE_ERROR_TYPE, "must be an object of type GCancellable, is one of type GObject");
}

static void
test_text (void)
{
  assert_refuses (MAKE_TRAIT (OBJECT), "it", GYRE_VALUE_ERROR_TYPE, "must be an object of type GCancellable, which no text can say (at character 1)");
  assert_reads (MAKE_TRAIT (OBJECT, .nullable = TRUE), "none", "none");
  assert_refuses_data (MAKE_TRAIT (OBJECT), "'it'", GYRE_VALUE_ERROR_TYPE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-object/native-one-is-of-the-type-and-held-once", test_native);
  g_test_add_func ("/traits/kind-object/no-text-can-say-one", test_text);
  return g_test_run ();
}
