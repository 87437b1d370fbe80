/* test-gir-type.c: The words and defaults of a type that a repository names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-gir-type.h"

static GModule *libraries[2];

static void
a_trait_has_words_and_a_default (void)
{
  GyreGirType *type = gyre_gir_type_new (libraries, "gyre_base_process_get_type");
  g_autofree char *words = gyre_gir_type_dup_property (type, "memory-size");
  g_autofree char *value = gyre_gir_type_dup_default (type, "memory-size");

  g_assert_true (g_str_has_prefix (words, "how much its mailbox holds of messages\n\n- Range: `at least 0"));
  g_assert_nonnull (strstr (words, "\n- Units: `byte`"));
  g_assert_cmpstr (value, ==, "8096");
  g_assert_nonnull (gyre_gir_type_get_place (type));
  gyre_gir_type_free (type);
}

static void
a_property_of_other_code_has_what_gobject_knows (void)
{
  GyreGirType *type = gyre_gir_type_new (libraries, "g_simple_action_get_type");
  g_autofree char *words = gyre_gir_type_dup_property (type, "enabled");
  g_autofree char *value = gyre_gir_type_dup_default (type, "enabled");

  g_assert_cmpstr (words, ==, "If the action can be activated");
  g_assert_cmpstr (value, ==, "TRUE");
  g_assert_null (gyre_gir_type_dup_property (type, "no-such"));
  g_assert_null (gyre_gir_type_get_place (type));
  gyre_gir_type_free (type);
}

static void
what_is_no_object_is_none (void)
{
  g_assert_null (gyre_gir_type_new (libraries, "no_such_get_type"));
  g_assert_null (gyre_gir_type_new (libraries, "gyre_restart_get_type"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  libraries[0] = g_module_open (NULL, G_MODULE_BIND_LAZY);
  g_test_add_func ("/pages/gir-type/a-trait-has-words-and-a-default", a_trait_has_words_and_a_default);
  g_test_add_func ("/pages/gir-type/a-property-of-other-code-has-what-gobject-knows", a_property_of_other_code_has_what_gobject_knows);
  g_test_add_func ("/pages/gir-type/what-is-no-object-is-none", what_is_no_object_is_none);
  return g_test_run ();
}
