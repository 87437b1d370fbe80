/* gyre-bindings.c: What names between braces mean, in one executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The lock guards the tables and is held while meanings are worked out, never while the graph tells of changes.
 */
#include "gyre-meaning-private.h"
#include "gyre-class.h"
#include "gyre-commit-private.h"
#include "gyre-dynamic-private.h"
#include "gyre-executive-private.h"
#include "gyre-requirement-private.h"
#include "gyre-setting-chooser-private.h"
#include "gyre-target-private.h"

#include <string.h>

static void
cells_free (gpointer cells)
{
  g_array_unref (cells);
}

static GyreBindings *
bindings_new (GyreExecutive *executive)
{
  GyreBindings *self = g_new0 (GyreBindings, 1);

  self->executive = executive;
  self->graph = gyre_graph_new ();
  g_rec_mutex_init (&self->lock);
  self->meanings = g_ptr_array_new_with_free_func (g_free);
  self->owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, cells_free);
  self->unnamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->families = g_hash_table_new (NULL, NULL);
  self->free_numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->same = gyre_expression_new ("{same}", -1, GYRE_EXPRESSION_COMPUTED, NULL);
  return self;
}

void
gyre_bindings_free (gpointer data)
{
  GyreBindings *self = data;

  gyre_graph_unref (self->graph);
  g_ptr_array_unref (self->meanings);
  g_hash_table_unref (self->owners);
  g_hash_table_unref (self->unnamed);
  g_hash_table_unref (self->families);
  g_array_unref (self->free_numbers);
  gyre_expression_unref (self->same);
  g_rec_mutex_clear (&self->lock);
  g_free (self);
}

/* Those of an executive; NULL while nobody has used a reference. */
GyreBindings *
gyre_bindings_peek (GyreExecutive *executive)
{
  return gyre_executive_get_bindings (executive);
}

GyreBindings *
gyre_bindings_get (GyreExecutive *executive)
{
  GyreBindings *self = gyre_executive_get_bindings (executive);

  if (self == NULL)
    {
      GyreBindings *fresh = bindings_new (executive);
      self = gyre_executive_set_bindings (executive, fresh);
      if (self != fresh)
        gyre_bindings_free (fresh);
    }
  return self;
}

GyreGraph *
gyre_bindings_get_graph (GyreBindings *self)
{
  return self->graph;
}

static void
note_owner (GyreBindings *self, const char *key, gsize length, GyreCell cell)
{
  g_autofree char *owner = g_strndup (key, length);
  GArray *cells = g_hash_table_lookup (self->owners, owner);

  if (cells == NULL)
    {
      cells = g_array_new (FALSE, FALSE, sizeof (GyreCell));
      g_hash_table_insert (self->owners, g_steal_pointer (&owner), cells);
    }
  g_array_append_val (cells, cell);
}

/* The cell of a name; what it means is found out by a revision. Under the lock. */
GyreCell
gyre_bindings_require (GyreBindings *self, const char *key)
{
  GyreCell cell = gyre_graph_add (self->graph, key);
  const char *dot = strrchr (key, '.');
  GyreMeaning *meaning = gyre_meaning_get (self, cell);

  if (meaning != NULL)
    return cell;
  meaning = g_new0 (GyreMeaning, 1);
  meaning->cell = cell;
  meaning->owner_length = dot != NULL ? dot - key : 0;
  if (cell >= self->meanings->len)
    g_ptr_array_set_size (self->meanings, cell + 1);
  self->meanings->pdata[cell] = meaning;
  note_owner (self, key, meaning->owner_length, cell);
  return cell;
}

/* Numbers are used again, so that the graph has no more cells than components lived at the same time. */
static guint
take_number (GyreBindings *self)
{
  guint number = ++self->numbers;

  if (self->free_numbers->len == 0)
    return number;
  self->numbers--;
  number = g_array_index (self->free_numbers, guint, self->free_numbers->len - 1);
  g_array_set_size (self->free_numbers, self->free_numbers->len - 1);
  return number;
}

/* A component without a name gets one that only serves here and can't be written. */
GyreBonds *
gyre_bindings_ensure_bonds (GyreBindings *self, GyreComponent *component)
{
  GyreState *state = gyre_state_ensure (component);
  const char *name = gyre_component_get_name (component);
  GyreBonds *bonds = state->bonds;

  if (bonds != NULL)
    return bonds;
  bonds = g_malloc0 (sizeof (GyreBonds) + sizeof (GyreCell) * gyre_component_get_birth (component)->n_slots);
  bonds->bindings = self;
  if (name != NULL)
    bonds->owner = g_strdup (name);
  else
    {
      bonds->number = take_number (self);
      bonds->owner = g_strdup_printf ("%s#%u", G_OBJECT_TYPE_NAME (component), bonds->number);
      g_hash_table_insert (self->unnamed, g_strdup (bonds->owner), component);
    }
  state->bonds = bonds;
  gyre_commit_set_referenced (component, TRUE);
  return bonds;
}

GyreCell *
gyre_bonds_get_cell (GyreBonds *self, const GyreTrait *trait)
{
  return gyre_trait_is_dynamic (trait) ? &((GyreDynamic *) trait)->cell : &self->cells[trait->descriptor.index];
}

GyreBinding *
gyre_bindings_find (GyreComponent *component, const GyreTrait *trait)
{
  guint slot = trait->descriptor.index;
  GyreState *state = gyre_state_peek (component);
  GyreBonds *bonds = state != NULL ? state->bonds : NULL;
  GyreBinding *binding = bonds != NULL ? bonds->first : NULL;

  while (binding != NULL && binding->trait != trait && (binding->trait->descriptor.index != slot || gyre_trait_is_dynamic (trait)))
    binding = binding->next;
  return binding;
}

/* The binding that a watched cell is for, with a reference to its component. */
GyreBinding *
gyre_bindings_take_watched (GyreBindings *self, GyreCell cell, GyreComponent **component)
{
  GyreMeaning *meaning;
  GyreBinding *binding;

  g_rec_mutex_lock (&self->lock);
  meaning = gyre_meaning_get (self, cell);
  binding = meaning != NULL ? meaning->binding : NULL;
  *component = binding != NULL ? g_object_ref (binding->component) : NULL;
  g_rec_mutex_unlock (&self->lock);
  return binding;
}

/*
 * gyre_bindings_peek_watched:
 * @bindings: (array length=length): gets the binding that each notice is for, or NULL
 *
 * Meanings, bindings and components are memory that nobody used lately, each found through the one before: so each kind is
 * fetched for all notices before the next one is looked at. Nothing that is bound ends while the lock is held.
 *
 * Returns: the revision of this: what was found is good until another one has begun
 */
guint
gyre_bindings_peek_watched (GyreBindings *self, const GyreNotice *notices, guint length, GyreBinding **bindings)
{
  guint revision;

  g_rec_mutex_lock (&self->lock);
  for (guint index = 0; index < length; index++)
    __builtin_prefetch (gyre_meaning_get (self, notices[index].cell));
  for (guint index = 0; index < length; index++)
    {
      GyreMeaning *meaning = gyre_meaning_get (self, notices[index].cell);

      bindings[index] = meaning != NULL ? meaning->binding : NULL;
      __builtin_prefetch (bindings[index]);
      __builtin_prefetch ((char *) bindings[index] + 64);
    }
  for (guint index = 0; index < length; index++)
    if (bindings[index] != NULL && bindings[index]->watch != notices[index].serial)
      bindings[index] = NULL;
    else if (bindings[index] != NULL && (index == 0 || bindings[index - 1] == NULL
                                         || bindings[index - 1]->component != bindings[index]->component))
      __builtin_prefetch (bindings[index]->component, 1);
  for (guint index = 0; index < length; index++)
    if (bindings[index] != NULL)
      {
        const char *state = (const char *) gyre_state_peek (bindings[index]->component);

        __builtin_prefetch (state);
        __builtin_prefetch (state + 64);
        __builtin_prefetch (gyre_component_get_field (bindings[index]->component, bindings[index]->trait), 1);
      }
  for (guint index = 0; index < length; index++)
    if (bindings[index] != NULL && gyre_state_peek (bindings[index]->component)->provenances != NULL)
      __builtin_prefetch (&gyre_state_peek (bindings[index]->component)->provenances[bindings[index]->trait->descriptor.index]);
  revision = self->revision;
  g_rec_mutex_unlock (&self->lock);
  return revision;
}

/* Visits every binding, as long as its component lives. */
void
gyre_bindings_foreach (GyreBindings *self, void (*function) (GyreBinding *binding, gpointer data), gpointer data)
{
  for (GyreCell cell = 0; cell < self->meanings->len; cell++)
    {
      g_autoptr (GyreComponent) component = NULL;
      GyreBinding *binding = gyre_bindings_take_watched (self, cell, &component);

      if (binding != NULL)
        function (binding, data);
    }
}
