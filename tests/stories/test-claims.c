/* test-claims.c: What the founding system has, and no other test shows
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <string.h>

typedef struct
{
  GyreComponent parent_instance;
  GDate *opened;
  GyreDecimal *balance;
  GyreList *folders;
  GyreList *mirrors;
  GyreMapping *choices;
  gint64 rows;
  gint64 columns;
  GyreComponent *partner;
} Ledger;
typedef struct { GyreComponentClass parent_class; } LedgerClass;

static gboolean
refuse_odd (const GyreTrait *trait, GyreValue value, gpointer instance, GError **error)
{
  if (value.integer % 2 == 0)
    return TRUE;
  g_set_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_CONSTRAINT, "must be even");
  return FALSE;
}

static gboolean
refuse_dozen (const GyreTrait *trait, GyreValue value, gpointer instance, GError **error)
{
  if (value.integer != 12)
    return TRUE;
  g_set_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_CONSTRAINT, "must not be a dozen");
  return FALSE;
}

static const GyreValidator validators[] = { refuse_odd, refuse_dozen, NULL };

static gboolean
refuse_stranger (const GyreTrait *trait, GyreValue value, gpointer instance, GError **error)
{
  if (strstr (value.string, "stranger") == NULL)
    return TRUE;
  g_set_error (error, GYRE_VALUE_ERROR, GYRE_VALUE_ERROR_CONSTRAINT, "must not be a stranger, is %s", value.string);
  return FALSE;
}

static const GyreValidator partner_validators[] = { refuse_stranger, NULL };

GYRE_DEFINE_COMPONENT (Ledger, ledger, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_date (opened, "2026-01-01", .least = "2020-01-01", .aliases = "start"),
    gyre_decimal (balance, "0.00", .least = "-1e30"),
    gyre_paths (folders, "(a//b, /c/./d)"),
    gyre_uris (mirrors, "(HTTPS://Example.org/a)"),
    gyre_mapping (choices, GYRE_SET_OF (string), "(fruit: (apple, pear, apple))"),
    gyre_integer (rows, 2, .validators = validators),
    gyre_integer (columns, 4, .validators = validators),
    gyre_facility (partner, gyre_component, NULL, .nullable = TRUE, .validators = partner_validators)),
  GYRE_BEHAVIORS (),
  .family = "story.ledger")

static GyreComponent *
new_ledger (const char *name)
{
  GError *error = NULL;
  GyreComponent *ledger = gyre_component_new (ledger_get_type (), name, &error, NULL);

  g_assert_no_error (error);
  return ledger;
}

static void
assert_text (GyreComponent *component, const char *trait, const char *expected)
{
  g_autofree char *text = gyre_component_dup_text (component, trait, NULL);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_told (GError **error, const char *what)
{
  g_assert_nonnull (*error);
  if (strstr ((*error)->message, what) == NULL)
    g_error ("'%s' is not in: %s", what, (*error)->message);
  g_clear_error (error);
}

/* A bound holds for code, files and arguments alike, and what is refused changes nothing. */
static void
test_bounds (void)
{
  const char * const arguments[] = { "--story.ledger.start=2019-12-31", NULL };
  g_autoptr (GyreComponent) ledger = new_ledger (NULL);
  g_autoptr (GDate) early = g_date_new_dmy (5, 5, 2019);
  g_auto (GValue) native = G_VALUE_INIT;
  GyreExecutive *executive = gyre_executive_get_current ();
  GError *error = NULL;

  g_assert_true (gyre_component_set_text (ledger, "opened", "2020-01-01", &error));
  g_assert_false (gyre_component_set_text (ledger, "opened", "2019-12-31", &error));
  assert_told (&error, "must be at least 2020-01-01, is 2019-12-31");
  g_value_set_boxed (g_value_init (&native, G_TYPE_DATE), early);
  g_assert_false (gyre_component_set_value (ledger, "opened", &native, &error));
  assert_told (&error, "must be at least 2020-01-01, is 2019-05-05");
  g_assert_false (gyre_executive_load_text (executive, "a.pfg", "story.ledger.opened = 2019-12-31\n", GYRE_CATEGORY_USER, NULL, &error));
  assert_told (&error, "a.pfg:1:23: story.ledger.opened: must be at least 2020-01-01, is 2019-12-31");
  g_assert_false (gyre_executive_load_arguments (executive, arguments, NULL, NULL, &error));
  assert_told (&error, "must be at least 2020-01-01, is 2019-12-31");
  assert_text (ledger, "opened", "2020-01-01");
  g_assert_false (gyre_component_set_text (ledger, "balance", "-1000000000000000000000000000000.000001", &error));
  assert_told (&error, "must be at least -1e30, is -1000000000000000000000000000000.000001");
}

static void
test_rows (void)
{
  g_autoptr (GyreComponent) ledger = new_ledger (NULL);

  assert_text (ledger, "folders", "(a/b, /c/d)");
  assert_text (ledger, "mirrors", "(https://Example.org/a)");
  assert_text (ledger, "choices", "(fruit: (apple, pear))");
}

static void
test_validators (void)
{
  g_autoptr (GyreComponent) ledger = new_ledger (NULL);
  GError *error = NULL;

  g_assert_false (gyre_component_set_integer (ledger, "rows", 3, &error));
  assert_told (&error, "story.ledger.rows: must be even");
  g_assert_false (gyre_component_set_integer (ledger, "columns", 12, &error));
  assert_told (&error, "story.ledger.columns: must not be a dozen");
  assert_text (ledger, "rows", "2");
  g_assert_true (gyre_component_set_integer (ledger, "rows", 8, &error));
}

static void
test_facility (void)
{
  g_autoptr (GyreComponent) ledger = new_ledger (NULL);
  g_autoptr (GyreComponent) stranger = new_ledger ("a-stranger");
  g_autoptr (GyreComponent) friend = new_ledger ("a-friend");
  GError *error = NULL;

  g_assert_true (gyre_component_set_object (ledger, "partner", G_OBJECT (friend), &error));
  g_assert_false (gyre_component_set_text (ledger, "partner", "story.ledger#a-stranger", &error));
  assert_told (&error, "must not be a stranger, is story.ledger#a-stranger");
  g_assert_false (gyre_component_set_object (ledger, "partner", G_OBJECT (stranger), &error));
  assert_told (&error, "must not be a stranger, is story.ledger#a-stranger");
  assert_text (ledger, "partner", "story.ledger#a-friend");
  g_assert_true (gyre_component_set_none (ledger, "partner", &error));
}

/* A value that is the name of itself would wait for ever. */
static void
test_itself (void)
{
  g_autoptr (GyreComponent) ledger = new_ledger ("itself");
  GError *error = NULL;

  g_assert_false (gyre_component_bind (ledger, "rows", "{itself.rows} + 1", &error));
  assert_told (&error, "itself.rows");
  g_assert_false (gyre_component_bind (ledger, "columns", "{ .columns }", &error));
  g_clear_error (&error);
  assert_text (ledger, "rows", "2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stories/claims/bounds-hold-for-code-files-and-arguments", test_bounds);
  g_test_add_func ("/stories/claims/paths-uris-and-choices-have-rows", test_rows);
  g_test_add_func ("/stories/claims/several-traits-share-several-validators", test_validators);
  g_test_add_func ("/stories/claims/facility-has-validators-for-texts-and-objects", test_facility);
  g_test_add_func ("/stories/claims/value-that-is-its-own-name-is-refused", test_itself);
  return g_test_run ();
}
