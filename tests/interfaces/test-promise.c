/* test-promise.c: Each way in which one trait or behavior can break a promise, and each in which it can keep it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "../gobject/plain-model.h"
#include "gyre-promise-private.h"

#define KEPT -1

typedef struct
{
  const char *path;
  GyreTraitDeclaration promised;
  GyreTraitDeclaration found;
  int code;                  /* of the only broken promise, or KEPT */
  const char *detail;        /* in its message */
} Case;

static GType
declare_role (const char *name, GType base)
{
  const PlainClass table = { .name = name, .parent = G_TYPE_INTERFACE, .implements = { base } };
  return gyre_requirement_get_gtype (GYRE_REQUIREMENT (plain_declare_interface (&table)));
}

static GType
narrow_get_type (void)
{
  return g_type_from_name ("PromiseNarrow");
}

static GType
wide_get_type (void)
{
  return g_type_from_name ("PromiseWide");
}

static GType
foreign_get_type (void)
{
  return g_type_from_name ("PromiseForeign");
}

#define TRAIT(kind_, ...) PLAIN_TRAIT ("value", kind_, __VA_ARGS__)

GYRE_BEGIN_TABLE
static const Case cases[] = {
  { "specialised-kind-serves", TRAIT (string), TRAIT (path), KEPT, NULL },
  { "generic-kind-does-not-serve-for-a-special-one", TRAIT (path), TRAIT (string),
    GYRE_COMPATIBILITY_ERROR_KIND, "trait 'value' is of kind string, promised is path" },
  { "integer-is-no-real", TRAIT (real), TRAIT (integer), GYRE_COMPATIBILITY_ERROR_KIND, "is of kind integer, promised is real" },
  { "enumerations-must-be-the-same", TRAIT (enumeration, .get_type = g_unicode_type_get_type),
    TRAIT (enumeration, .get_type = g_unicode_break_type_get_type), GYRE_COMPATIBILITY_ERROR_KIND, "promised is enumeration" },
  { "lists-must-have-the-same-elements", TRAIT (list, .element = &gyre_kind_real), TRAIT (list, .element = &gyre_kind_string),
    GYRE_COMPATIBILITY_ERROR_ELEMENT, "trait 'value' is a list of string, promised is a list of real" },
  { "list-of-specialised-elements-serves", TRAIT (list, .element = &gyre_kind_string),
    TRAIT (list, .element = &gyre_kind_path), KEPT, NULL },
  { "element-rules-count", TRAIT (list, .element = &gyre_kind_real),
    TRAIT (list, .element = &gyre_kind_real, .constraints = GYRE_POSITIVE), GYRE_COMPATIBILITY_ERROR_CONSTRAINT,
    "must be positive, promised is that it can be anything of its kind" },

  { "facility-of-the-same-interface-serves", TRAIT (facility, .get_type = narrow_get_type),
    TRAIT (facility, .get_type = narrow_get_type), KEPT, NULL },
  { "facility-may-ask-for-less", TRAIT (facility, .get_type = narrow_get_type),
    TRAIT (facility, .get_type = wide_get_type), KEPT, NULL },
  { "facility-must-not-ask-for-more", TRAIT (facility, .get_type = wide_get_type),
    TRAIT (facility, .get_type = narrow_get_type), GYRE_COMPATIBILITY_ERROR_INTERFACE,
    "facility 'value' asks for PromiseNarrow, promised is PromiseWide" },
  { "facility-of-another-interface-does-not-serve", TRAIT (facility, .get_type = wide_get_type),
    TRAIT (facility, .get_type = foreign_get_type), GYRE_COMPATIBILITY_ERROR_INTERFACE, "asks for PromiseForeign" },
  { "facility-of-any-object-serves", TRAIT (facility, .get_type = wide_get_type),
    TRAIT (facility, .get_type = g_object_get_type), KEPT, NULL },

  { "range-may-be-wider", TRAIT (real, .minimum = 0, .maximum = 1), TRAIT (real, .minimum = -1), KEPT, NULL },
  { "range-must-not-be-narrower", TRAIT (real, .minimum = 0, .maximum = 10), TRAIT (real, .minimum = 0, .maximum = 5),
    GYRE_COMPATIBILITY_ERROR_CONSTRAINT, "must be at least 0 and at most 5, promised is that it can be at least 0 and at most 10" },
  { "positive-refuses-a-promised-zero", TRAIT (real, .constraints = GYRE_NOT_NEGATIVE),
    TRAIT (real, .constraints = GYRE_POSITIVE), GYRE_COMPATIBILITY_ERROR_CONSTRAINT, "must be positive" },
  { "not-negative-covers-positive", TRAIT (real, .constraints = GYRE_POSITIVE),
    TRAIT (real, .constraints = GYRE_NOT_NEGATIVE), KEPT, NULL },
  { "width-of-a-field-is-no-rule", TRAIT (integer), TRAIT (integer, .storage = GYRE_STORAGE_INT16), KEPT, NULL },
  { "width-of-a-field-counts-where-a-range-is-promised", TRAIT (integer, .minimum = 0, .maximum = 100000),
    TRAIT (integer, .storage = GYRE_STORAGE_INT16), GYRE_COMPATIBILITY_ERROR_CONSTRAINT, "must be from -32768 to 32767" },
  { "missing-sign-is-a-rule", TRAIT (integer), TRAIT (integer, .storage = GYRE_STORAGE_UINT32),
    GYRE_COMPATIBILITY_ERROR_CONSTRAINT, "value" },

  { "bounds-of-a-date-may-be-wider", TRAIT (date, .least = "2020-01-01", .nullable = TRUE),
    TRAIT (date, .least = "2019-01-01", .nullable = TRUE), KEPT, NULL },
  { "bounds-of-a-date-must-not-be-narrower", TRAIT (date, .least = "2020-01-01", .nullable = TRUE),
    TRAIT (date, .least = "2020-01-02", .nullable = TRUE), GYRE_COMPATIBILITY_ERROR_CONSTRAINT,
    "must be at least 2020-01-02, promised is that it can be at least 2020-01-01" },
  { "bound-where-none-is-promised-is-narrower", TRAIT (decimal, .nullable = TRUE),
    TRAIT (decimal, .greatest = "1e50", .nullable = TRUE), GYRE_COMPATIBILITY_ERROR_CONSTRAINT,
    "must be at most 1e50, promised is that it can be anything of its kind" },
  { "positive-decimal-refuses-a-promised-zero", TRAIT (decimal, .least = "0", .nullable = TRUE),
    TRAIT (decimal, .constraints = GYRE_POSITIVE, .nullable = TRUE), GYRE_COMPATIBILITY_ERROR_CONSTRAINT, "must be positive" },
  { "bounds-of-elements-count", TRAIT (list, .element = &gyre_kind_date),
    TRAIT (list, .element = &gyre_kind_date, .least = "2020-01-01"), GYRE_COMPATIBILITY_ERROR_CONSTRAINT, "must be at least 2020-01-01" },
  { "bound-in-other-units-is-held-against-a-number", TRAIT (real, .units = "m", .minimum = 0, .maximum = 2000),
    TRAIT (real, .units = "m", .greatest = "2 km"), KEPT, NULL },
  { "text-bound-of-a-number-must-not-be-narrower", TRAIT (real, .units = "m", .minimum = 0, .maximum = 2001),
    TRAIT (real, .units = "m", .greatest = "2 km"), GYRE_COMPATIBILITY_ERROR_CONSTRAINT, "must be at most 2 km" },

  { "not-empty-refuses-a-promised-empty", TRAIT (string), TRAIT (string, .constraints = GYRE_NOT_EMPTY),
    GYRE_COMPATIBILITY_ERROR_CONSTRAINT, "must not be empty" },
  { "not-empty-keeps-not-empty", TRAIT (string, .constraints = GYRE_NOT_EMPTY),
    TRAIT (string, .constraints = GYRE_NOT_EMPTY), KEPT, NULL },
  { "members-may-be-more", TRAIT (string, .member = "a, b"), TRAIT (string, .member = "b, c, a"), KEPT, NULL },
  { "members-must-not-be-less", TRAIT (string, .member = "a, b"), TRAIT (string, .member = "a, c"),
    GYRE_COMPATIBILITY_ERROR_CONSTRAINT, "trait 'value' refuses b" },
  { "members-do-not-serve-for-anything", TRAIT (string), TRAIT (string, .member = "a, c"),
    GYRE_COMPATIBILITY_ERROR_CONSTRAINT, "must be one of a, c" },
  { "members-are-held-against-a-range", TRAIT (integer, .member = "1, 5"), TRAIT (integer, .minimum = 0, .maximum = 4),
    GYRE_COMPATIBILITY_ERROR_CONSTRAINT, "refuses 5" },
  { "same-expression-serves", TRAIT (string, .like = "a+"), TRAIT (string, .like = "a+"), KEPT, NULL },
  { "other-expression-does-not-serve", TRAIT (string, .like = "a+"), TRAIT (string, .like = "a*"),
    GYRE_COMPATIBILITY_ERROR_CONSTRAINT, "like 'a*'" },
  { "expression-may-be-missing", TRAIT (string, .like = "a+"), TRAIT (string), KEPT, NULL },

  { "promised-none-must-be-accepted", TRAIT (string, .nullable = TRUE), TRAIT (string),
    GYRE_COMPATIBILITY_ERROR_CONSTRAINT, "may not be none, promised is that it can be" },
  { "not-promised-none-may-not-be", TRAIT (string), TRAIT (string, .nullable = TRUE),
    GYRE_COMPATIBILITY_ERROR_CONSTRAINT, "can be none, promised is that it never is" },
  { "construct-only-breaks-a-promise-to-be-set", TRAIT (real), TRAIT (real, .construct_only = TRUE),
    GYRE_COMPATIBILITY_ERROR_CONSTRAINT, "can only be set while an instance is built" },
  { "promised-construct-only-may-be-set-later", TRAIT (real, .construct_only = TRUE), TRAIT (real), KEPT, NULL },
  { "promised-default-must-be-accepted", TRAIT (integer, .member = "1, 2", .initial = { .integer = 3 }),
    TRAIT (integer, .member = "1, 2"), GYRE_COMPATIBILITY_ERROR_CONSTRAINT, "refuses the promised default" },
  { "accepted-default-serves", TRAIT (integer, .initial = { .integer = 3 }), TRAIT (integer), KEPT, NULL },
};
GYRE_END_TABLE

/* valgrind computes with the 53 bits of a double where the processor has 64: there the bounds of an integer are not exact. */
static gboolean
has_exact_bounds (void)
{
  volatile long double greatest = (long double) G_MAXINT64;

  return greatest + 1 != greatest;
}

static void
test_trait (gconstpointer data)
{
  static guint count;
  const Case *row = data;
  g_autofree char *role_name = g_strdup_printf ("PromiseRole%u", ++count);
  g_autofree char *class_name = g_strdup_printf ("PromiseClass%u", count);
  const PlainClass role = { .name = role_name, .parent = G_TYPE_INTERFACE, .traits = { row->promised } };
  const PlainClass class = { .name = class_name, .traits = { row->found } };
  g_autoptr (GyreCompatibility) report = gyre_compatibility_check (GYRE_REQUIREMENT (plain_declare (&class)),
                                                                   GYRE_REQUIREMENT (plain_declare_interface (&role)));
  g_autofree char *text = gyre_compatibility_to_string (report);

  if (!has_exact_bounds ())
    {
      g_test_skip ("long double has not the bits of this machine");
      return;
    }
  if (row->code == KEPT)
    {
      g_assert_cmpstr (text, ==, "");
      return;
    }
  g_assert_cmpuint (gyre_compatibility_get_length (report), ==, 1);
  plain_assert_contains (text, row->detail);
  g_assert_cmpint (gyre_compatibility_get_code (report, 0), ==, row->code);
}

static void
collect (GyreCompatibilityError code, GyreDescriptor *promised, const char *detail, const char *hint, gpointer data)
{
  g_string_append_printf (data, "%d %s: %s%s%s;", code, gyre_descriptor_get_name (promised), detail, hint != NULL ? " | " : "",
                          hint != NULL ? hint : "");
}

static char *
check_behavior (const PlainClass *role, const PlainClass *class, const char *name)
{
  GString *text = g_string_new (NULL);
  GyreRequirement *record = GYRE_REQUIREMENT (plain_declare_interface (role));

  gyre_promise_check (GYRE_REQUIREMENT (plain_declare (class)), gyre_requirement_find_trait (record, name), collect, text);
  return g_string_free (text, FALSE);
}

static void
test_sorts (void)
{
  const PlainClass role = { .name = "PromiseSortRole", .parent = G_TYPE_INTERFACE, .traits = { PLAIN_TRAIT ("one", real) },
                            .behaviors = { PLAIN_BEHAVIOR ("other", (real)) } };
  const PlainClass first = { .name = "PromiseSortFirst", .behaviors = { PLAIN_BEHAVIOR ("one", (real)) } };
  const PlainClass second = { .name = "PromiseSortSecond", .traits = { PLAIN_TRAIT ("other", real) } };
  const PlainClass again = { .name = "PromiseSortAgain", .parent = G_TYPE_INTERFACE,
                             .behaviors = { PLAIN_BEHAVIOR ("other", (real)) } };
  g_autofree char *trait = check_behavior (&role, &first, "one");
  g_autofree char *behavior = check_behavior (&again, &second, "other");

  g_assert_cmpstr (trait, ==, "1 one: 'one' is a behavior 'real one ()', promised is a trait of kind real;");
  g_assert_cmpstr (behavior, ==, "1 other: 'other' is a trait of kind real, promised is a behavior 'real other ()';");
}

static void
test_signatures (void)
{
  const struct { const char *name; GyreBehaviorDeclaration row; gboolean serves; } table[] = {
    { "PromiseCallSame", PLAIN_BEHAVIOR ("run", (real, (array, x), (integer, n))), TRUE },
    { "PromiseCallNames", PLAIN_BEHAVIOR ("run", (real, (array, points), (integer, count, .fallback = "1"))), TRUE },
    { "PromiseCallResult", PLAIN_BEHAVIOR ("run", (integer, (array, x), (integer, n))), FALSE },
    { "PromiseCallOrder", PLAIN_BEHAVIOR ("run", (real, (integer, n), (array, x))), FALSE },
    { "PromiseCallLess", PLAIN_BEHAVIOR ("run", (real, (array, x))), FALSE },
  };
  const PlainClass role = { .name = "PromiseCallRole", .parent = G_TYPE_INTERFACE,
                            .behaviors = { PLAIN_BEHAVIOR ("run", (real, (array, x), (integer, n))) } };
  GyreRequirement *record = GYRE_REQUIREMENT (plain_declare_interface (&role));

  for (guint index = 0; index < G_N_ELEMENTS (table); index++)
    {
      const PlainClass class = { .name = table[index].name, .behaviors = { table[index].row } };
      g_autoptr (GError) error = NULL;

      g_assert_true (gyre_requirement_is_compatible (GYRE_REQUIREMENT (plain_declare (&class)), record, &error)
                     == table[index].serves);
      if (!table[index].serves)
        g_assert_error (error, GYRE_COMPATIBILITY_ERROR, GYRE_COMPATIBILITY_ERROR_SIGNATURE);
    }
}

static void
test_missing (void)
{
  const PlainClass role = { .name = "PromiseMissingRole", .parent = G_TYPE_INTERFACE,
                            .behaviors = { PLAIN_BEHAVIOR ("contains", (boolean, (array, point))) } };
  const PlainClass class = { .name = "PromiseMissing", .traits = { PLAIN_TRAIT ("contain", real) } };
  g_autofree char *text = check_behavior (&role, &class, "contains");

  g_assert_cmpstr (text, ==, "0 contains: 'contains' is missing, promised is a behavior 'boolean contains (array point)' | "
                             "did you mean 'contain'?;");
}

int
main (int argc, char **argv)
{
  GType wide;

  g_test_init (&argc, &argv, NULL);
  wide = declare_role ("PromiseWide", G_TYPE_INVALID);
  declare_role ("PromiseNarrow", wide);
  declare_role ("PromiseForeign", G_TYPE_INVALID);
  for (guint index = 0; index < G_N_ELEMENTS (cases); index++)
    {
      g_autofree char *path = g_strconcat ("/interfaces/promise/", cases[index].path, NULL);
      g_test_add_data_func (path, &cases[index], test_trait);
    }
  g_test_add_func ("/interfaces/promise/trait-and-behavior-do-not-serve-for-each-other", test_sorts);
  g_test_add_func ("/interfaces/promise/signatures-must-have-the-same-sorts-in-the-same-order", test_signatures);
  g_test_add_func ("/interfaces/promise/missing-behavior-is-told-with-a-suggestion", test_missing);
  return g_test_run ();
}
