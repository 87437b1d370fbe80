/* test-composition.c: What several settings say of one list together
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-batch.h"
#include "gyre-composition-private.h"

typedef struct { GyreComponent parent_instance; GyreList *words; int size; } TestSheet;
typedef struct { GyreComponentClass parent_class; } TestSheetClass;

GYRE_DEFINE_COMPONENT (TestSheet, test_sheet, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_list (words, string, "[]"), gyre_integer (size, 1)), GYRE_BEHAVIORS (), .family = "test.sheet")

static const GyreTrait *
find (const char *name)
{
  gyre_executive_get_default ();
  return (const GyreTrait *) gyre_requirement_find_trait (GYRE_REQUIREMENT (gyre_actor_get (test_sheet_get_type ())), name);
}

static GyreSettingLink
say (GyreSettings *settings, GyreSettingOperator operator, const char *value)
{
  g_autoptr (GyreBatch) batch = gyre_batch_new (settings, GYRE_CATEGORY_USER);
  GyreSetting *setting;

  gyre_batch_set_source (batch, GYRE_LOCATOR_FILE, "list.pfg", NULL);
  setting = gyre_batch_insert (batch, "sheet.words", -1, 1, 1, value, -1, 1, 15);
  gyre_batch_set_operator (batch, setting, operator);
  gyre_batch_commit (batch);
  return (GyreSettingLink) { setting, FALSE };
}

static void
test_steps (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreComposition) composition = gyre_composition_new (find ("words"));
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (GyreSettingLink));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GyreSetting *culprit = NULL;
  GyreSettingLink links[] = {
    say (settings, GYRE_SETTING_ASSIGN, "b, 'c d'"), say (settings, GYRE_SETTING_PREPEND, "a"),
    say (settings, GYRE_SETTING_APPEND, "[a, \"{{\"]"), say (settings, GYRE_SETTING_REMOVE, "b"),
  };

  g_array_append_vals (chain, links, G_N_ELEMENTS (links));
  g_assert_true (gyre_composition_apply_chain (composition, chain, 0, &culprit, &error));
  text = gyre_composition_dup_text (composition);
  g_assert_cmpstr (text, ==, "[a, c d, a, {{]");
  g_assert_cmpuint (gyre_composition_get_length (composition), ==, 4);
  g_assert_true (gyre_setting_is_used (links[3].setting));
}

static void
test_refused (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreComposition) composition = gyre_composition_new (find ("words"));
  GyreSettingLink good = say (settings, GYRE_SETTING_APPEND, "a");
  GyreSettingLink bad = say (settings, GYRE_SETTING_APPEND, "[b");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (gyre_composition_apply (composition, &good, NULL));
  g_assert_false (gyre_composition_apply (composition, &bad, &error));
  g_assert_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_SYNTAX);
  text = gyre_composition_dup_text (composition);
  g_assert_cmpstr (text, ==, "[a]");
}

static void
test_kinds (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_composition_is_possible (find ("words")));
  g_assert_false (gyre_composition_is_possible (find ("size")));
  g_assert_true (gyre_composition_check (find ("size"), GYRE_SETTING_ASSIGN, NULL));
  g_assert_false (gyre_composition_check (find ("size"), GYRE_SETTING_PREPEND, &error));
  g_assert_nonnull (strstr (error->message, "'^=' is for lists"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/composition/each-setting-does-what-its-operator-says", test_steps);
  g_test_add_func ("/model/composition/a-setting-that-is-no-list-changes-nothing", test_refused);
  g_test_add_func ("/model/composition/only-what-has-elements-is-composed", test_kinds);
  return g_test_run ();
}
