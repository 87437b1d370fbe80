/* test-setting-chooser.c: Which settings a class or an instance takes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-batch.h"
#include "gyre-setting-chooser-private.h"

static GyreSetting *
say (GyreSettings *settings, GyreCategory category, const char *key, const char *value)
{
  static guint line;
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("said.pfg", ++line, 1);

  return gyre_settings_insert (settings, category, key, value, locator);
}

static void
say_if (GyreSettings *settings, const char *family, const char *key, const char *value)
{
  g_autoptr (GyreBatch) batch = gyre_batch_new (settings, GYRE_CATEGORY_USER);

  gyre_batch_set_source (batch, GYRE_LOCATOR_FILE, "if.pfg", NULL);
  gyre_batch_push_section (batch, "mc", -1, family, -1, 1, 1);
  gyre_batch_insert (batch, key, -1, 2, 3, value, -1, 2, 12);
  gyre_batch_commit (batch);
}

/* The conditions that name this family hold. */
static gboolean
judge (const char *name, const char *family, gpointer data)
{
  return strcmp (family, data) == 0;
}

static GPtrArray *
choose (GyreSettings *settings, const char *name, const char *family, GyreReport **report)
{
  gyre_executive_get_default ();
  return gyre_settings_choose_for (settings, gyre_executive_get_default (), name, GYRE_REQUIREMENT (gyre_actor_get (TEST_TYPE_BALL)),
                                   family != NULL ? judge : NULL, (gpointer) family, report);
}

static const char *
value_of (GPtrArray *chosen, const char *trait)
{
  const char *value = NULL;

  for (guint index = 0; index < chosen->len; index++)
    {
      GyreChosenSetting *choice = chosen->pdata[index];
      if (strcmp (gyre_trait_get_name (choice->trait), trait) != 0)
        continue;
      g_assert_null (value);
      value = gyre_setting_get_value (choice->setting);
    }
  return value;
}

static void
assert_chosen (GyreSettings *settings, const char *family, const char *radius, const char *label)
{
  g_autoptr (GyreReport) report = NULL;
  g_autoptr (GPtrArray) chosen = choose (settings, "mc", family, &report);

  g_assert_null (report);
  g_assert_cmpstr (value_of (chosen, "radius"), ==, radius);
  g_assert_cmpstr (value_of (chosen, "label"), ==, label);
  g_assert_cmpuint (chosen->len, ==, (radius != NULL) + (label != NULL));
}

static void
test_nothing_said (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();

  assert_chosen (settings, NULL, NULL, NULL);
  say (settings, GYRE_CATEGORY_USER, "mc2.radius", "1");
  say (settings, GYRE_CATEGORY_USER, "mc", "ball");
  assert_chosen (settings, NULL, NULL, NULL);
}

static void
test_one_a_trait (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();

  say (settings, GYRE_CATEGORY_USER, "mc.radius", "1");
  say (settings, GYRE_CATEGORY_USER, "mc.label", "a");
  say (settings, GYRE_CATEGORY_COMMAND, "mc.label", "b");
  say (settings, GYRE_CATEGORY_PACKAGE, "mc.radius", "2");
  assert_chosen (settings, NULL, "1", "b");
}

static void
test_aliases (void)
{
  static const char *const spellings[] = { "mc.radius", "mc.r", "mc.half of the width", "mc.größe" };

  for (guint strongest = 0; strongest < G_N_ELEMENTS (spellings); strongest++)
    {
      g_autoptr (GyreSettings) settings = gyre_settings_new ();

      for (guint index = 0; index < G_N_ELEMENTS (spellings); index++)
        say (settings, index == strongest ? GYRE_CATEGORY_COMMAND : GYRE_CATEGORY_USER, spellings[index],
             index == strongest ? "strongest" : "weaker");
      assert_chosen (settings, NULL, "strongest", NULL);
    }
}

static void
test_later_alias (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();

  say (settings, GYRE_CATEGORY_USER, "mc.r", "1");
  say (settings, GYRE_CATEGORY_USER, "mc.radius", "2");
  assert_chosen (settings, NULL, "2", NULL);
  say (settings, GYRE_CATEGORY_USER, "mc.r", "3");
  assert_chosen (settings, NULL, "3", NULL);
}

static void
test_conditional (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();

  say_if (settings, "test.shapes.ball", "radius", "ball");
  say (settings, GYRE_CATEGORY_USER, "mc.radius", "plain");
  say_if (settings, "test.shapes.box", "radius", "box");
  say_if (settings, "test.shapes.box", "label", "box");
  assert_chosen (settings, NULL, "plain", NULL);
  assert_chosen (settings, "test.shapes.ball", "ball", NULL);
  assert_chosen (settings, "test.shapes.box", "box", "box");
  assert_chosen (settings, "test.stone", "plain", NULL);
}

/* Across spellings too a condition that holds beats what is said without one. */
static void
test_conditional_alias (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();

  say_if (settings, "test.shapes.ball", "r", "if");
  say (settings, GYRE_CATEGORY_USER, "mc.radius", "plain");
  assert_chosen (settings, "test.shapes.ball", "if", NULL);
  say (settings, GYRE_CATEGORY_COMMAND, "mc.größe", "command");
  assert_chosen (settings, "test.shapes.ball", "command", NULL);
}

static void
assert_diagnostic (GyreReport *report, guint index, const char *place, const char *message, const char *hint)
{
  GyreDiagnostic *diagnostic = gyre_report_get_diagnostic (report, index);
  g_autofree char *found = gyre_locator_to_string (gyre_diagnostic_get_locator (diagnostic));

  g_assert_cmpstr (found, ==, place);
  g_assert_cmpstr (gyre_diagnostic_get_message (diagnostic), ==, message);
  if (hint == NULL)
    {
      g_assert_null (gyre_diagnostic_get_hint (diagnostic));
      return;
    }
  g_assert_nonnull (gyre_diagnostic_get_hint (diagnostic));
  if (strstr (gyre_diagnostic_get_hint (diagnostic), hint) == NULL)
    g_error ("'%s' is not in: %s", hint, gyre_diagnostic_get_hint (diagnostic));
}

static void
test_unknown (void)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreReport) report = NULL;
  g_autoptr (GPtrArray) chosen = NULL;

  test_load_as (executive, GYRE_CATEGORY_USER, "mc.raduis = 1\n" "mc.label = x\n" "mc.zzzzzzzz = 2\n" "mc.measure = 3\n");
  chosen = choose (gyre_executive_get_settings (executive), "mc", NULL, &report);
  g_assert_nonnull (report);
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 3);
  assert_diagnostic (report, 0, "test.pfg:1:1", "mc has no trait 'raduis'", "'radius'");
  assert_diagnostic (report, 1, "test.pfg:3:1", "mc has no trait 'zzzzzzzz'", NULL);
  assert_diagnostic (report, 2, "test.pfg:4:1", "mc.measure: is a behavior and can't be set", NULL);
  g_assert_cmpuint (chosen->len, ==, 1);
  g_assert_cmpstr (value_of (chosen, "label"), ==, "x");
}

/* What does not hold is about another class, which can have the trait. */
static void
test_unknown_under_condition (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreReport) report = NULL;
  g_autoptr (GPtrArray) chosen = NULL;

  say_if (settings, "test.shapes.box", "side", "1");
  assert_chosen (settings, "test.shapes.ball", NULL, NULL);
  chosen = choose (settings, "mc", "test.shapes.box", &report);
  g_assert_nonnull (report);
  assert_diagnostic (report, 0, "if.pfg:2:3", "mc has no trait 'side'", "'size'");
}

static void
test_report_is_kept (void)
{
  g_autoptr (GyreSettings) settings = gyre_settings_new ();
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GPtrArray) chosen = NULL;
  GyreReport *same = report;

  gyre_report_error (report, NULL, NULL, "before");
  say (settings, GYRE_CATEGORY_USER, "mc.what", "1");
  chosen = choose (settings, "mc", NULL, &report);
  g_assert_true (report == same);
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/setting-chooser/nothing-said-chooses-nothing", test_nothing_said);
  g_test_add_func ("/model/setting-chooser/strongest-of-each-trait-is-chosen", test_one_a_trait);
  g_test_add_func ("/model/setting-chooser/strongest-wins-whichever-alias-it-used", test_aliases);
  g_test_add_func ("/model/setting-chooser/later-wins-whichever-alias-it-used", test_later_alias);
  g_test_add_func ("/model/setting-chooser/condition-is-judged-and-none-counts-without-a-judge", test_conditional);
  g_test_add_func ("/model/setting-chooser/condition-that-holds-wins-within-its-category-only", test_conditional_alias);
  g_test_add_func ("/model/setting-chooser/unknown-names-are-told-with-place-and-hint", test_unknown);
  g_test_add_func ("/model/setting-chooser/unknown-name-counts-where-its-condition-holds", test_unknown_under_condition);
  g_test_add_func ("/model/setting-chooser/report-that-is-there-is-added-to", test_report_is_kept);
  return g_test_run ();
}
