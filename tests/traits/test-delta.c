/* test-delta.c: What changed in a container, and where
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "container-fixture.h"

static GPtrArray *
deltas_of (const GyreTrait *trait, const char *before, const char *after)
{
  GyreValue old_value = fixture_read (trait, before), new_value = fixture_read (trait, after);
  GPtrArray *deltas = gyre_trait_list_deltas (trait, old_value, new_value);

  gyre_kind_clear (gyre_trait_get_kind (trait), &old_value);
  gyre_kind_clear (gyre_trait_get_kind (trait), &new_value);
  return deltas;
}

static void
assert_deltas (const GyreTrait *trait, const char *before, const char *after, const char *expected)
{
  g_autoptr (GPtrArray) deltas = deltas_of (trait, before, after);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint index = 0; index < deltas->len; index++)
    {
      g_autofree char *delta = gyre_delta_to_string (g_ptr_array_index (deltas, index));
      g_string_append_printf (text, "%s%s", index > 0 ? "; " : "", delta);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_texts (void)
{
  GyreTrait *list = MAKE_TRAIT (LIST_OF (string), .nullable = TRUE);
  GyreTrait *mapping = MAKE_TRAIT (POINTER (mapping), .element = &gyre_kind_integer);
  GyreTrait *array = MAKE_TRAIT (POINTER (array));
  GyreTrait *tuple = MAKE_TRAIT (POINTER (tuple), PARTS ({ .kind = &gyre_kind_real }, { .kind = &gyre_kind_string }));

  assert_deltas (list, "a, b, c", "a, x, c", "- [1] b; + [1] x");
  assert_deltas (list, "a, b", "a, b", "");
  assert_deltas (list, "a, b, c, d", "b, c, e, d", "- [0] a; + [2] e");
  assert_deltas (list, "none", "a", "+ [0] a");
  assert_deltas (mapping, "a: 1, b: 2", "a: 3, b: 2, c: 4", "- [a] 1; + [a] 3; + [c] 4");
  assert_deltas (array, "1, 2, 3", "1, 3", "- [1] 2");
  assert_deltas (array, "(1, 2), (3, 4)", "(3, 4), (5, 6)", "- [0] (1, 2); + [1] (5, 6)");
  assert_deltas (tuple, "1, a", "1, b", "- [1] a; + [1] b");
}

static void
test_no_container (void)
{
  GyreTrait *trait = MAKE_TRAIT (REAL);

  g_assert_null (gyre_trait_list_deltas (trait, GYRE_NONE, GYRE_NONE));
}

/* A replay by hand, on what both have: a sequence of keys and values. */
typedef struct
{
  char *key;
  GyreDelta *delta;
} Step;

static GArray *
begin_replay (const GyreTrait *trait, GyreValue value)
{
  g_autoptr (GPtrArray) deltas = gyre_trait_list_deltas (trait, GYRE_NONE, value);
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));

  for (guint index = 0; index < deltas->len; index++)
    {
      Step step = { NULL, g_ptr_array_index (deltas, index) };
      g_assert_cmpuint (step.delta->index, ==, index);
      g_array_append_val (steps, step);
    }
  g_ptr_array_set_free_func (deltas, NULL);
  return steps;
}

static void
replay (GArray *steps, GPtrArray *deltas)
{
  for (guint index = 0; index < deltas->len; index++)
    {
      GyreDelta *delta = g_ptr_array_index (deltas, index);
      Step step = { NULL, delta };

      if (delta->sort == GYRE_DELTA_ADDED)
        {
          step.delta = gyre_delta_new (GYRE_DELTA_ADDED, 0, delta->key, delta->element, delta->value);
          g_array_insert_val (steps, delta->index, step);
          continue;
        }
      step = g_array_index (steps, Step, delta->index);
      g_assert_cmpstr (step.delta->key, ==, delta->key);
      g_assert_true (gyre_kind_equal (delta->element->kind, step.delta->value, delta->value));
      gyre_delta_free (step.delta);
      g_array_remove_index (steps, delta->index);
    }
}

static void
assert_same_steps (GArray *steps, GArray *others)
{
  g_assert_cmpuint (steps->len, ==, others->len);
  for (guint index = 0; index < steps->len; index++)
    {
      GyreDelta *delta = g_array_index (steps, Step, index).delta, *other = g_array_index (others, Step, index).delta;
      g_assert_cmpstr (delta->key, ==, other->key);
      g_assert_true (gyre_kind_equal (delta->element->kind, delta->value, other->value));
    }
}

static void
end_replay (GArray *steps)
{
  for (guint index = 0; index < steps->len; index++)
    gyre_delta_free (g_array_index (steps, Step, index).delta);
  g_array_unref (steps);
}

static void
assert_replays (const GyreTrait *trait, GyreValue old_value, GyreValue new_value)
{
  g_autoptr (GPtrArray) deltas = gyre_trait_list_deltas (trait, old_value, new_value);
  GArray *steps = begin_replay (trait, old_value), *expected = begin_replay (trait, new_value);

  g_assert_cmpint (deltas->len == 0, ==, gyre_kind_equal (gyre_trait_get_kind (trait), old_value, new_value));
  replay (steps, deltas);
  assert_same_steps (steps, expected);
  end_replay (steps);
  end_replay (expected);
}

static void
test_random_pairs (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (13);
  GyreTrait *traits[MOST_TRAITS];
  guint count = random_traits (traits);

  for (guint pair = 0; pair < 10000; pair++)
    {
      GyreTrait *trait = traits[pair % count];
      GyreValue old_value = random_value (random, trait), new_value = random_value (random, trait);

      if (trait->kind != &gyre_kind_tuple)
        assert_replays (trait, old_value, new_value);
      gyre_kind_clear (trait->kind, &old_value);
      gyre_kind_clear (trait->kind, &new_value);
    }
}

/* Beyond the size of the table all goes and comes, which is right too. */
static void
test_long_lists (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (14);
  GyreTrait *trait = MAKE_TRAIT (LIST_OF (integer));
  GyreValue values[2];

  for (guint which = 0; which < 2; which++)
    {
      values[which] = (GyreValue) { .present = TRUE, .list = gyre_list_new (&gyre_kind_integer, 2000) };
      for (guint index = 0; index < 2000; index++)
        gyre_list_take_value (values[which].list, index, (GyreValue) { .present = TRUE, .integer = g_rand_int_range (random, 0, 9) });
    }
  assert_replays (trait, values[0], values[1]);
  gyre_kind_clear (&gyre_kind_list, &values[0]);
  gyre_kind_clear (&gyre_kind_list, &values[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/delta/steps-say-what-went-and-came-and-where", test_texts);
  g_test_add_func ("/traits/delta/value-that-is-no-container-has-none", test_no_container);
  g_test_add_func ("/traits/delta/random-pairs-replay-to-the-new-value", test_random_pairs);
  g_test_add_func ("/traits/delta/long-lists-replay-too", test_long_lists);
  return g_test_run ();
}
