/* test-declare.c: How the tables of a class are written
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "trait-fixture.h"

#include <stddef.h>

typedef struct
{
  bool round;
  gint8 tiny;
  guint8 small;
  short brief;
  guint16 brief_unsigned;
  int count;
  guint plenty;
  gint64 large;
  double size;
  char *label;
  char *file;
  GyreConstraintSort sort;
  GyreArray *center;
  GyreList *names;
  GObject *inner;
  GyreMaybeBoolean sure;
  GyreMaybeInteger seed;
  GyreMaybeReal limit;
  GyreQuantity gravity;
  gint64 patience;
} Ball;

#define test_sort_get_type gyre_constraint_get_type
#define TABLE GYRE_TRAITS ( \
    gyre_boolean (round, true), \
    gyre_integer (tiny, -1), \
    gyre_integer (small, 1), \
    gyre_integer (brief, -2), \
    gyre_integer (brief_unsigned, 2), \
    gyre_integer (count, 3, .minimum = 0, .maximum = 10, .aliases = "n, number"), \
    gyre_integer (plenty, 4), \
    gyre_integer (large, -5), \
    gyre_real (size, 1, .constraints = GYRE_POSITIVE, .units = "m", .summary = "how large"), \
    gyre_string (label, "a"), \
    gyre_path (file, NULL, .nullable = TRUE), \
    gyre_enumeration (sort, test_sort, GYRE_CONSTRAINT_LIKE), \
    gyre_array (center, "(0, 0)", .description = "text"), \
    gyre_list (names, string, "(a, b)", .like = "[a-z]"), \
    gyre_facility (inner, g_object, NULL, .nullable = TRUE, .construct_only = TRUE), \
    gyre_maybe_boolean (sure, "none"), \
    gyre_maybe_integer (seed, "5", .deprecated_since = "0.1"), \
    gyre_maybe_real (limit, "none"), \
    gyre_quantity (gravity, "9.81 m/s^2", .units = "m/s^2"), \
    gyre_duration (patience, "30 ms", .rule = GYRE_GREATER_THAN (0)))

/* The checks are statements about the table; that they can fail is shown by tests/negative-compile. */
GYRE_EACH (GYRE_TRAIT_CHECK, (Ball, ball), TABLE)
GYRE_BEGIN_TABLE
static const GyreTraitDeclaration rows[] = { GYRE_EACH (GYRE_TRAIT_ROW, (Ball, ball), TABLE) };
GYRE_END_TABLE
enum { GYRE_EACH (GYRE_TRAIT_INDEX, (Ball, ball), TABLE) ball_n_traits };

/* The same, written by hand. */
#define HAND(field_, kind_, storage_, ...) \
  { .field = #field_, .kind = &gyre_kind_##kind_, .storage = GYRE_STORAGE_##storage_, .offset = offsetof (Ball, field_), __VA_ARGS__ }
#define UNBOUNDED .minimum = -(long double) INFINITY, .maximum = (long double) INFINITY
static const GyreTraitDeclaration written[] = {
  HAND (round, boolean, BOOLEAN, UNBOUNDED, .initial = { .boolean = TRUE }),
  HAND (tiny, integer, INT8, UNBOUNDED, .initial = { .integer = -1 }),
  HAND (small, integer, UINT8, UNBOUNDED, .initial = { .integer = 1 }),
  HAND (brief, integer, INT16, UNBOUNDED, .initial = { .integer = -2 }),
  HAND (brief_unsigned, integer, UINT16, UNBOUNDED, .initial = { .integer = 2 }),
  HAND (count, integer, INT32, .initial = { .integer = 3 }, .minimum = 0, .maximum = 10, .aliases = "n, number"),
  HAND (plenty, integer, UINT32, UNBOUNDED, .initial = { .integer = 4 }),
  HAND (large, integer, INT64, UNBOUNDED, .initial = { .integer = -5 }),
  HAND (size, real, DOUBLE, UNBOUNDED, .initial = { .real = 1 }, .constraints = GYRE_POSITIVE, .units = "m", .summary = "how large"),
  HAND (label, string, POINTER, UNBOUNDED, .initial = { .text = "a" }),
  HAND (file, path, POINTER, UNBOUNDED, .nullable = TRUE),
  HAND (sort, enumeration, INT32, UNBOUNDED, .initial = { .integer = GYRE_CONSTRAINT_LIKE }, .get_type = gyre_constraint_get_type),
  HAND (center, array, POINTER, UNBOUNDED, .initial = { .text = "(0, 0)" }, .description = "text"),
  HAND (names, list, POINTER, UNBOUNDED, .initial = { .text = "(a, b)" }, .element = &gyre_kind_string, .like = "[a-z]"),
  HAND (inner, facility, POINTER, UNBOUNDED, .get_type = g_object_get_type, .nullable = TRUE, .construct_only = TRUE),
  HAND (sure, boolean, MAYBE_BOOLEAN, UNBOUNDED, .initial = { .text = "none" }),
  HAND (seed, integer, MAYBE_INTEGER, UNBOUNDED, .initial = { .text = "5" }, .deprecated_since = "0.1"),
  HAND (limit, real, MAYBE_REAL, UNBOUNDED, .initial = { .text = "none" }),
  HAND (gravity, quantity, QUANTITY, UNBOUNDED, .initial = { .text = "9.81 m/s^2" }, .units = "m/s^2"),
  HAND (patience, duration, INT64, UNBOUNDED, .initial = { .text = "30 ms" }),
};

static void
test_rows (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (rows), ==, G_N_ELEMENTS (written));
  for (gsize index = 0; index < G_N_ELEMENTS (rows); index++)
    {
      const GyreTraitDeclaration *row = &rows[index], *hand = &written[index];

      g_assert_cmpstr (row->field, ==, hand->field);
      g_assert_true (row->kind == hand->kind && row->storage == hand->storage && row->offset == hand->offset);
      g_assert_true (row->element == hand->element && row->get_type == hand->get_type);
      if (row->storage >= GYRE_STORAGE_MAYBE_BOOLEAN || row->kind == &gyre_kind_duration)
        g_assert_cmpstr (row->initial.text, ==, hand->initial.text);
      else if (row->storage == GYRE_STORAGE_BOOLEAN)
        g_assert_cmpint (row->initial.boolean, ==, hand->initial.boolean);
      else
        g_assert_cmpint (row->initial.integer, ==, hand->initial.integer);
    }
}

static void
test_options (void)
{
  for (gsize index = 0; index < G_N_ELEMENTS (rows); index++)
    {
      const GyreTraitDeclaration *row = &rows[index], *hand = &written[index];

      g_assert_cmpstr (row->aliases, ==, hand->aliases);
      g_assert_cmpstr (row->summary, ==, hand->summary);
      g_assert_cmpstr (row->description, ==, hand->description);
      g_assert_cmpstr (row->units, ==, hand->units);
      g_assert_cmpstr (row->deprecated_since, ==, hand->deprecated_since);
      g_assert_cmpstr (row->like, ==, hand->like);
      g_assert_true ((row->rule != NULL) == (row->kind == &gyre_kind_duration));
      g_assert_true (row->nullable == hand->nullable && row->construct_only == hand->construct_only);
      g_assert_true (row->constraints == hand->constraints && row->minimum == hand->minimum && row->maximum == hand->maximum);
    }
}

static void
test_indices (void)
{
  g_assert_cmpint (ball_trait_round, ==, 0);
  g_assert_cmpint (ball_trait_limit, ==, 17);
  g_assert_cmpint (ball_n_traits, ==, G_N_ELEMENTS (rows));
}

static double
ball_measure (Ball *self, const GyreArray *points, gint64 count, GError **error)
{
  return self->size * (double) count;
}

#define BEHAVIORS GYRE_BEHAVIORS ( \
    gyre_behavior (measure, ball_measure, (real, (array, points), (integer, count, .fallback = "1")), .aliases = "size of"))
GYRE_EACH (GYRE_BEHAVIOR_CHECK, (Ball, ball), BEHAVIORS)
static const GyreBehaviorDeclaration behaviors[] = { GYRE_EACH (GYRE_BEHAVIOR_ROW, (Ball, ball), BEHAVIORS) };

static void
test_behaviors (void)
{
  g_autofree char *text = gyre_signature_to_string (&behaviors[0].signature, behaviors[0].name);

  g_assert_cmpstr (text, ==, "real measure (array points, integer count = 1)");
  g_assert_true (behaviors[0].function == G_CALLBACK (ball_measure));
  g_assert_cmpstr (behaviors[0].aliases, ==, "size of");
  g_assert_cmpuint (G_N_ELEMENTS (behaviors), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/declare/row-is-what-a-hand-would-write", test_rows);
  g_test_add_func ("/traits/declare/options-are-taken-as-they-are-said", test_options);
  g_test_add_func ("/traits/declare/each-trait-has-its-index", test_indices);
  g_test_add_func ("/traits/declare/behavior-has-its-signature", test_behaviors);
  return g_test_run ();
}
