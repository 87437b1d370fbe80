/* test-graph-proposal.c: What cells shall hold, all of it or nothing
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Random proposals against a model that knows nothing but texts and calls itself.
 */
#include "graph-fixture.h"

enum { CELLS = 24, STEPS = 10000, MOST_INPUTS = 3 };

/* A name is undefined, has a number, or is the sum of others and a number. */
typedef struct
{
  gboolean is_defined;
  gint64 number;
  guint length;
  guint inputs[MOST_INPUTS];
} Rule;

static gboolean
model_read (const Rule *rules, guint cell, gint64 *value)
{
  gint64 part;

  *value = rules[cell].number;
  if (!rules[cell].is_defined)
    return FALSE;
  for (guint index = 0; index < rules[cell].length; index++)
    {
      if (!model_read (rules, rules[cell].inputs[index], &part))
        return FALSE;
      *value += part;
    }
  return TRUE;
}

static gboolean
model_has_cycle (const Rule *rules, guint cell, guint depth)
{
  if (depth > CELLS)
    return TRUE;
  for (guint index = 0; rules[cell].is_defined && index < rules[cell].length; index++)
    if (model_has_cycle (rules, rules[cell].inputs[index], depth + 1))
      return TRUE;
  return FALSE;
}

static gboolean
model_is_valid (const Rule *rules)
{
  for (guint cell = 0; cell < CELLS; cell++)
    if (model_has_cycle (rules, cell, 0))
      return FALSE;
  return TRUE;
}

static void
random_rule (Rule *rule, guint cell)
{
  gint kind = g_test_rand_int_range (0, 8);

  *rule = (Rule) { kind > 0, g_test_rand_int_range (-9, 10), kind > 3 ? kind % MOST_INPUTS + 1 : 0, { 0 } };
  for (guint index = 0; index < rule->length; index++)
    /* Mostly upwards, so that not every proposal is a cycle. */
    rule->inputs[index] = g_test_rand_int_range (0, 20) > 0 && cell > 0 ? (guint) g_test_rand_int_range (0, cell)
                                                                        : (guint) g_test_rand_int_range (0, CELLS);
}

static char *
rule_to_text (const Rule *rule)
{
  GString *text;

  if (!rule->is_defined)
    return NULL;
  text = g_string_new (NULL);
  g_string_printf (text, "%d", (int) rule->number);
  for (guint index = 0; index < rule->length; index++)
    g_string_append_printf (text, " + {c%u}", rule->inputs[index]);
  return g_string_free (text, FALSE);
}

/* The whole state, as one can see it: values, whom they are made of, whether something is made of them. */
static char *
graph_to_text (GyreGraph *graph, gboolean reads)
{
  GString *text = g_string_new (NULL);

  for (GyreCell cell = 1; cell <= gyre_graph_get_length (graph); cell++)
    {
      const char *name = gyre_graph_get_name (graph, cell);
      g_autoptr (GyreLocator) locator = gyre_graph_dup_locator (graph, cell);
      g_autofree char *place = locator != NULL ? gyre_locator_to_string (locator) : NULL;
      guint length;
      g_autofree GyreCell *inputs = gyre_graph_dup_inputs (graph, cell, &length);
      g_autofree char *held = reads ? dup_held (graph, name) : NULL;

      g_string_append_printf (text, "%s %s %s %d", name, held, place, gyre_graph_has_dependents (graph, cell));
      for (guint index = 0; index < length; index++)
        g_string_append_printf (text, " %u", inputs[index]);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
assert_agree (GyreGraph *graph, GyreProposal *proposal, const Rule *rules)
{
  for (guint cell = 0; cell < CELLS; cell++)
    {
      g_autofree char *name = g_strdup_printf ("c%u", cell);
      GyreCell number = gyre_graph_find (graph, name);
      GyreTerm value;
      gint64 expected;
      gboolean fine = proposal != NULL ? gyre_proposal_read (proposal, number, &value, NULL)
                                       : gyre_graph_read (graph, number, &value, NULL);

      g_assert_true (model_read (rules, cell, &expected) == fine);
      if (fine)
        g_assert_cmpint (value.integer, ==, expected);
    }
}

static void
fill (GyreProposal *proposal, GyreGraph *graph, Rule *rules, guint line)
{
  for (gint count = g_test_rand_int_range (1, 6); count > 0; count--)
    {
      guint cell = g_test_rand_int_range (0, CELLS);
      g_autofree char *name = g_strdup_printf ("c%u", cell);
      g_autofree char *text = NULL;

      random_rule (&rules[cell], cell);
      text = rule_to_text (&rules[cell]);
      propose (proposal, graph, name, text, line);
    }
}

static void
add_names (GyreGraph *graph)
{
  for (guint cell = 0; cell < CELLS; cell++)
    {
      g_autofree char *name = g_strdup_printf ("c%u", cell);

      gyre_graph_add (graph, name);
    }
}

static void
test_random (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  Rule rules[CELLS] = { 0 };
  guint refused = 0;

  add_names (graph);
  for (guint step = 1; step <= STEPS; step++)
    {
      g_autoptr (GyreProposal) proposal = gyre_proposal_new (graph);
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      gboolean reads = g_test_rand_bit ();
      Rule proposed[CELLS];

      memcpy (proposed, rules, sizeof rules);
      fill (proposal, graph, proposed, step);
      if (model_is_valid (proposed))
        {
          if (step % 4 == 0)
            assert_agree (graph, proposal, proposed);
          gyre_proposal_commit (proposal, &error);
          g_assert_no_error (error);
          memcpy (rules, proposed, sizeof rules);
          if (reads)
            assert_agree (graph, NULL, rules);
          continue;
        }
      refused++;
      before = graph_to_text (graph, reads);
      g_assert_false (gyre_proposal_commit (proposal, &error));
      g_assert_error (error, GYRE_GRAPH_ERROR, GYRE_GRAPH_ERROR_CYCLE);
      after = graph_to_text (graph, reads);
      g_assert_cmpstr (before, ==, after);
    }
  assert_agree (graph, NULL, rules);
  g_assert_cmpuint (refused, >, STEPS / 100);
  g_assert_cmpuint (refused, <, STEPS / 2);
}

static void
test_last_one_counts (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  g_autoptr (GyreProposal) proposal = gyre_proposal_new (graph);

  propose (proposal, graph, "a", "{a}", 1);
  propose (proposal, graph, "a", "{b} + 1", 2);
  propose (proposal, graph, "b", "1", 3);
  assert_holds (graph, "b", "! 'b' is not defined");
  g_assert_true (gyre_proposal_commit (proposal, NULL));
  assert_holds (graph, "a", "2");
}

/* A value replaced by an expression and the reverse: what is made of the name stays so. */
static void
test_replacement (void)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();

  say (graph, "a", "1");
  say (graph, "x", "5");
  say (graph, "b", "{a} * 2");
  assert_holds (graph, "b", "2");
  say (graph, "a", "{x} + 1");
  assert_holds (graph, "b", "12");
  gyre_graph_set (graph, gyre_graph_find (graph, "a"), gyre_term_from_text ("'text'", -1));
  assert_holds (graph, "b", "! 'b': must have numbers on both sides of *, has a text and a whole number (at character 5)");
  say (graph, "a", "3");
  assert_holds (graph, "b", "6");
  g_assert_false (gyre_graph_has_dependents (graph, gyre_graph_find (graph, "x")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/components/store/graph-proposal/random-proposals-agree-with-a-simple-model", test_random);
  g_test_add_func ("/components/store/graph-proposal/last-word-about-a-cell-counts", test_last_one_counts);
  g_test_add_func ("/components/store/graph-proposal/replacement-keeps-dependents", test_replacement);
  return g_test_run ();
}
