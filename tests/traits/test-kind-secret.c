/* test-kind-secret.c: The kind of texts that are shown to nobody
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"

#include <glib/gstdio.h>

#define SECRET POINTER (secret), .secret = TRUE

static void
assert_is (const char *text, const char *expected)
{
  GyreTrait *trait = MAKE_TRAIT (SECRET);
  GyreValue value = fixture_read (trait, text);
  g_autofree char *shown = gyre_trait_print (trait, value);
  g_autoptr (GVariant) data = g_variant_ref_sink (gyre_kind_secret.to_variant (trait, value));

  g_assert_cmpstr (value.string, ==, expected);
  g_assert_cmpstr (shown, ==, "***");
  g_assert_cmpstr (g_variant_get_string (data, NULL), ==, "***");
  g_assert_true (gyre_trait_is_secret (trait));
  gyre_kind_clear (&gyre_kind_secret, &value);
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("gyre-secret-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "key", NULL);
  g_autofree char *text = g_strconcat ("@", path, NULL);
  g_autofree char *uri = g_strconcat ("file://", path, NULL);

  g_assert_true (g_file_set_contents (path, "hunter2\n", -1, NULL));
  assert_is (text, "hunter2");
  assert_is (uri, "hunter2");
  assert_is ("@=@home", "@home");
  assert_is ("plain", "plain");
  g_assert_true (g_file_set_contents (path, "\xff", 1, NULL));
  g_autofree char *expected = g_strdup_printf ("must be in a file that can be read, '%s' is not in UTF-8 (at character 1)", path);
  assert_refuses (MAKE_TRAIT (SECRET), text, GYRE_VALUE_ERROR_UNKNOWN, expected);
  assert_refuses (MAKE_TRAIT (SECRET), "@/dev/zero", GYRE_VALUE_ERROR_UNKNOWN,
                  "must be in a file that can be read, '/dev/zero' is no ordinary file (at character 1)");
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_errors (void)
{
  assert_refuses (MAKE_TRAIT (SECRET, .like = "[0-9]+"), "hunter2", GYRE_VALUE_ERROR_CONSTRAINT, "must be a text that this secret can be");
  assert_refuses (MAKE_TRAIT (SECRET), "'hunter2' x", GYRE_VALUE_ERROR_SYNTAX, "must be a text that this secret can be");
  assert_refuses (MAKE_TRAIT (INTEGER (INT64), .secret = TRUE), "1 hunter2", GYRE_VALUE_ERROR_SYNTAX, "must be a text that this secret can be");
  assert_refuses_native (MAKE_TRAIT (SECRET, .like = "[0-9]+"), native_string ("hunter2"), GYRE_VALUE_ERROR_CONSTRAINT,
                         "must be like '[0-9]+', is ***");
  assert_refuses_data (MAKE_TRAIT (SECRET), "'***'", GYRE_VALUE_ERROR_SYNTAX);
}

static void
test_member (void)
{
  GyreTrait *trait = MAKE_TRAIT (SECRET, .member = "a, b");
  GyreValue value = fixture_read (trait, "a");

  g_assert_cmpstr (value.string, ==, "a");
  gyre_kind_clear (&gyre_kind_secret, &value);
  assert_refuses (trait, "c", GYRE_VALUE_ERROR_CONSTRAINT, "must be a text that this secret can be");
}

static void
test_initial (void)
{
  g_autofree char *text = gyre_trait_dup_initial_text (MAKE_TRAIT (SECRET, .initial = { .text = "hunter2" }));
  g_autofree char *broken = gyre_trait_dup_initial_text (MAKE_TRAIT (SECRET, .initial = { .text = "hunter2" }, .like = "[0-9]"));
  g_autoptr (GParamSpec) specification = g_param_spec_ref_sink (
    gyre_kind_secret.specify (MAKE_TRAIT (SECRET, .initial = { .text = "hunter2" }), G_PARAM_READWRITE));

  g_assert_cmpstr (text, ==, "***");
  g_assert_cmpstr (broken, ==, "***");
  g_assert_null (G_PARAM_SPEC_STRING (specification)->default_value);
}

/* Only code that may know a secret calls the function of the kind. */
static void
test_property (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  GyreTrait *trait = MAKE_TRAIT (SECRET);

  for (guint count = 0; count < FIXTURE_COUNT; count++)
    {
      g_autofree char *text = random_text (random, FIXTURE_CHARACTERS);
      g_autofree char *printed = gyre_kind_secret.print (trait, (GyreValue) { .present = TRUE, .string = text });
      GyreValue again = fixture_read (trait, printed);

      g_assert_cmpstr (again.string, ==, text);
      assert_passes (trait, again);
      gyre_kind_clear (&gyre_kind_secret, &again);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-secret/can-stand-in-a-file", test_file);
  g_test_add_func ("/traits/kind-secret/error-says-no-word-of-it", test_errors);
  g_test_add_func ("/traits/kind-secret/members-are-compared-by-what-they-are", test_member);
  g_test_add_func ("/traits/kind-secret/default-is-not-shown", test_initial);
  g_test_add_func ("/traits/kind-secret/every-value-survives", test_property);
  return g_test_run ();
}
