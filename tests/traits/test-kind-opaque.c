/* test-kind-opaque.c: The kind of properties whose values no other kind knows
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

static GyreTrait *
opaque (void)
{
  static GyreTrait *trait;

  if (trait == NULL)
    {
      GParamSpec *specification = g_param_spec_ref_sink (g_param_spec_boxed ("date", NULL, "when", G_TYPE_DATE_TIME, G_PARAM_READWRITE));

      trait = gyre_trait_new_foreign (specification);
      g_param_spec_unref (specification);
    }
  return trait;
}

static void
test_kind (void)
{
  g_autofree char *kind = gyre_trait_dup_kind_text (opaque ());
  g_autofree char *initial = gyre_trait_dup_initial_text (opaque ());

  g_assert_true (gyre_trait_get_kind (opaque ()) == &gyre_kind_opaque);
  g_assert_cmpstr (kind, ==, "opaque GDateTime");
  g_assert_cmpstr (initial, ==, "none");
}

static void
test_text (void)
{
  assert_refuses (opaque (), " today", GYRE_VALUE_ERROR_TYPE, "a value of type GDateTime has no text form (at character 2)");
}

static void
test_native (void)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (0);
  g_auto (GValue) native = G_VALUE_INIT;
  g_autofree char *text = NULL;
  GyreValue value;

  g_value_set_boxed (g_value_init (&native, G_TYPE_DATE_TIME), date);
  g_assert_true (gyre_trait_from_gvalue (opaque (), &native, &value, NULL));
  g_assert_true (value.pointer == g_value_get_boxed (&native));
  text = gyre_trait_print (opaque (), value);
  g_assert_cmpstr (text, ==, "<GDateTime>");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-opaque/property-of-a-type-that-nobody-knows-is-opaque", test_kind);
  g_test_add_func ("/traits/kind-opaque/it-has-no-text", test_text);
  g_test_add_func ("/traits/kind-opaque/native-value-is-passed-on", test_native);
  return g_test_run ();
}
