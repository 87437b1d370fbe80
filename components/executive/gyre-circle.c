/* gyre-circle.c: Settings that follow each other in a circle
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The settings become a graph of their own, which says whether it would work; then it is thrown away.
 */
#include "gyre-circle-private.h"
#include "gyre-graph.h"

#include <string.h>

typedef struct
{
  char *key;
  char *owner;
  GyreExpression *expression;
  GyreLocator *locator;
  guint number;                 /* in the order of being said */
} Entry;

struct _GyreCircle
{
  GyreExecutive *executive;
  GHashTable *entries;          /* key → Entry */
  guint numbers;
};

/* The graph while it is made. */
typedef struct
{
  GyreCircle *circle;
  GyreGraph *graph;
  GyreProposal *proposal;
  GPtrArray *pending;           /* keys */
  GHashTable *seen;             /* keys */
} Drawing;

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_free (self->key);
  g_free (self->owner);
  gyre_expression_unref (self->expression);
  g_clear_pointer (&self->locator, gyre_locator_unref);
  g_free (self);
}

GyreCircle *
gyre_circle_new (GyreExecutive *executive)
{
  GyreCircle *self = g_new0 (GyreCircle, 1);

  self->executive = executive;
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
  return self;
}

void
gyre_circle_free (GyreCircle *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

void
gyre_circle_add (GyreCircle *self, const char *key, const char *owner, GyreExpression *expression, GyreLocator *locator)
{
  Entry *entry = g_new (Entry, 1);

  *entry = (Entry) { g_strdup (key), g_strdup (owner), gyre_expression_ref (expression),
                     locator != NULL ? gyre_locator_ref (locator) : NULL, ++self->numbers };
  g_hash_table_replace (self->entries, entry->key, entry);
}

void
gyre_circle_remove (GyreCircle *self, const char *key)
{
  g_hash_table_remove (self->entries, key);
}

gboolean
gyre_circle_is_empty (GyreCircle *self)
{
  return g_hash_table_size (self->entries) == 0;
}

GyreExpression *
gyre_circle_compile (const char *text, GError **error)
{
  GyreExpression *expression = gyre_expression_new (text, -1, GYRE_EXPRESSION_COMPUTED, NULL);

  return expression != NULL ? expression : gyre_expression_new (text, -1, GYRE_EXPRESSION_WRITTEN, error);
}

static GyreCell
use (Drawing *self, const char *key)
{
  if (g_hash_table_add (self->seen, g_strdup (key)))
    g_ptr_array_add (self->pending, g_strdup (key));
  return gyre_graph_add (self->graph, key);
}

static void
draw_expression (Drawing *self, const char *key, const char *owner, GyreExpression *expression, GyreLocator *locator)
{
  guint length = gyre_expression_get_length (expression);
  g_autofree GyreCell *inputs = g_new (GyreCell, length + 1);

  for (guint index = 0; index < length; index++)
    {
      g_autofree char *name = gyre_reference_resolve (gyre_expression_get_name (expression, index), owner);

      inputs[index] = use (self, name != NULL ? name : gyre_expression_get_name (expression, index));
    }
  gyre_proposal_bind (self->proposal, use (self, key), expression, inputs, locator);
}

/* What is in force of a key that this load does not speak of. */
static void
draw_setting (Drawing *self, const char *key)
{
  GyreSettings *settings = gyre_executive_get_settings (self->circle->executive);
  guint node = gyre_settings_find (settings, key);
  GyreSetting *setting = node != GYRE_SETTINGS_NOWHERE ? gyre_settings_get_winner (settings, node) : NULL;
  g_autoptr (GyreLocator) locator = NULL;
  g_autoptr (GyreExpression) expression = NULL;
  g_autofree char *owner = NULL;

  if (setting == NULL || !gyre_text_has_references (gyre_setting_get_value (setting), -1))
    return;
  expression = gyre_circle_compile (gyre_setting_get_value (setting), NULL);
  if (expression == NULL)
    return;
  owner = gyre_setting_dup_component (setting);
  locator = gyre_setting_dup_locator (setting);
  draw_expression (self, key, owner, expression, locator);
}

static void
draw (Drawing *self)
{
  GHashTableIter iterator;
  gpointer data;

  g_hash_table_iter_init (&iterator, self->circle->entries);
  while (g_hash_table_iter_next (&iterator, NULL, &data))
    {
      Entry *entry = data;
      draw_expression (self, entry->key, entry->owner, entry->expression, entry->locator);
    }
  while (self->pending->len > 0)
    {
      g_autofree char *key = g_ptr_array_steal_index_fast (self->pending, self->pending->len - 1);

      if (!g_hash_table_contains (self->circle->entries, key))
        draw_setting (self, key);
    }
}

/* The message has the names of the whole circle; people look for the mistake where they wrote last. */
static GyreLocator *
find_last_place (GyreCircle *self, const char *message)
{
  GHashTableIter iterator;
  gpointer data;
  Entry *last = NULL;

  g_hash_table_iter_init (&iterator, self->entries);
  while (g_hash_table_iter_next (&iterator, NULL, &data))
    {
      Entry *entry = data;
      if ((last == NULL || entry->number > last->number) && strstr (message, entry->key) != NULL)
        last = entry;
    }
  return last != NULL && last->locator != NULL ? gyre_locator_ref (last->locator) : NULL;
}

gboolean
gyre_circle_check (GyreCircle *self, GyreLocator **locator, GError **error)
{
  g_autoptr (GyreGraph) graph = gyre_graph_new ();
  g_autoptr (GyreProposal) proposal = gyre_proposal_new (graph);
  g_autoptr (GPtrArray) pending = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Drawing drawing = { self, graph, proposal, pending, seen };
  GError *problem = NULL;

  draw (&drawing);
  if (gyre_proposal_check (proposal, &problem))
    return TRUE;
  *locator = find_last_place (self, problem->message);
  g_propagate_error (error, problem);
  return FALSE;
}
