/* graph-fixture.h: Graphs that are written as texts
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-graph.h"

#include <string.h>

/* Proposes that a name holds a text: an expression if it has references, a value otherwise, nothing for NULL. */
static inline void
propose (GyreProposal *proposal, GyreGraph *graph, const char *name, const char *text, guint line)
{
  g_autoptr (GyreLocator) locator = line > 0 ? gyre_locator_new_file ("graph.pfg", line, 1) : NULL;
  GyreCell cell = gyre_graph_add (graph, name);

  if (text == NULL)
    gyre_proposal_forget (proposal, cell);
  else if (gyre_text_has_references (text, -1))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GyreExpression) expression = gyre_expression_new (text, -1, GYRE_EXPRESSION_COMPUTED, &error);
      GyreCell inputs[64];

      g_assert_no_error (error);
      for (guint index = 0; index < gyre_expression_get_length (expression); index++)
        inputs[index] = gyre_graph_add (graph, gyre_expression_get_name (expression, index));
      gyre_proposal_bind (proposal, cell, expression, inputs, locator);
    }
  else
    gyre_proposal_set (proposal, cell, gyre_term_from_text (text, -1), locator);
}

static inline gboolean
try_to_say (GyreGraph *graph, const char *name, const char *text, GError **error)
{
  g_autoptr (GyreProposal) proposal = gyre_proposal_new (graph);

  propose (proposal, graph, name, text, 0);
  return gyre_proposal_commit (proposal, error);
}

static inline void
say (GyreGraph *graph, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;

  try_to_say (graph, name, text, &error);
  g_assert_no_error (error);
}

static inline char *
describe_result (gboolean fine, GyreTerm value, const GError *error)
{
  char *text = fine ? gyre_term_to_text (value) : g_strdup_printf ("! %s", error->message);

  gyre_term_clear (&value);
  return text;
}

/* What a name holds, as a text; a failure begins with "! ". */
static inline char *
dup_held (GyreGraph *graph, const char *name)
{
  g_autoptr (GError) error = NULL;
  GyreTerm value;
  gboolean fine = gyre_graph_read (graph, gyre_graph_add (graph, name), &value, &error);

  return describe_result (fine, value, error);
}

static inline void
assert_holds (GyreGraph *graph, const char *name, const char *expected)
{
  g_autofree char *held = dup_held (graph, name);

  g_assert_cmpstr (held, ==, expected);
}
