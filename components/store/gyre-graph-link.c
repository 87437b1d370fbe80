/* gyre-graph-link.c: What leads from one cell to another
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A cell knows its inputs in the order of the expression's names, and at which place of the input's dependents it stands, so
 * that leaving a million dependents takes one step: the last of them moves to the place.
 */
#include "gyre-graph-private.h"

#include <string.h>

#define WORDS_OF_INPUT (sizeof (GyreInput) / sizeof (guint32))

static guint
size_class (guint32 length)
{
  return length <= 1 ? 0 : g_bit_storage (length - 1);
}

static guint32
pool_take (GyrePool *self, guint class)
{
  guint32 place = self->free[class];

  if (place != 0)
    {
      self->free[class] = self->words[place];
      return place;
    }
  g_assert ((guint64) self->length + ((guint64) 1 << class) < G_MAXUINT32 / 2);
  while (self->length + ((guint32) 1 << class) > self->allocated)
    {
      self->allocated *= 2;
      self->words = g_renew (guint32, self->words, self->allocated);
    }
  place = self->length;
  self->length += (guint32) 1 << class;
  return place;
}

static void
pool_give (GyrePool *self, guint32 place, guint class)
{
  self->words[place] = self->free[class];
  self->free[class] = place;
}

/* The place 0 is none. */
void
gyre_pool_init (GyrePool *pool)
{
  pool->length = 1;
  pool->allocated = 64;
  pool->words = g_new0 (guint32, pool->allocated);
}

void
gyre_pool_clear (GyrePool *pool)
{
  g_free (pool->words);
}

static GyreInput *
get_inputs (const GyreGraph *self, GyreCellRecord *record)
{
  return record->n_inputs == 1 ? &record->input : (GyreInput *) (gpointer) (self->pool.words + record->input.source);
}

/* A block of dependents begins with its size: it is not given back as soon as there is one dependent less. */
static guint32 *
get_dependents (const GyreGraph *self, GyreCellRecord *record)
{
  return record->dependents.length == 1 ? &record->dependents.place : self->pool.words + record->dependents.place + 1;
}

const GyreCell *
gyre_graph_get_dependents (const GyreGraph *self, const GyreCellRecord *record)
{
  return get_dependents (self, (GyreCellRecord *) record);
}

GyreCell
gyre_graph_get_input (const GyreGraph *self, const GyreCellRecord *record, guint index)
{
  return get_inputs (self, (GyreCellRecord *) record)[index].source;
}

/* Moves dependents, of which there are several or will be, to a block of another size. */
static void
resize_dependents (GyreGraph *self, GyreDependents *dependents, guint class)
{
  guint32 place = pool_take (&self->pool, class);
  guint32 *words = self->pool.words;
  guint32 length = dependents->length;

  words[place] = class;
  memcpy (words + place + 1, length == 1 ? &dependents->place : words + dependents->place + 1, length * sizeof (guint32));
  if (length > 1)
    pool_give (&self->pool, dependents->place, words[dependents->place]);
  dependents->place = place;
}

/* Adds a dependent; returns its place among them. */
static guint32
add_dependent (GyreGraph *self, GyreCell source, GyreCell cell)
{
  GyreDependents *dependents = &gyre_graph_get_cell (self, source)->dependents;
  guint32 length = dependents->length;

  if (length == 0)
    dependents->place = cell;
  else
    {
      if (length == 1)
        resize_dependents (self, dependents, 2);
      else if (length + 1 == (guint32) 1 << self->pool.words[dependents->place])
        resize_dependents (self, dependents, self->pool.words[dependents->place] + 1);
      self->pool.words[dependents->place + 1 + length] = cell;
    }
  dependents->length++;
  return length;
}

/* The dependent that stood last among those of @source stands at @position now. */
static void
move_dependent (GyreGraph *self, GyreCell source, GyreCell cell, guint32 last, guint32 position)
{
  GyreCellRecord *record = gyre_graph_get_cell (self, cell);
  GyreInput *inputs = get_inputs (self, record);

  for (guint32 index = 0; index < record->n_inputs; index++)
    if (inputs[index].source == source && inputs[index].position == last)
      {
        inputs[index].position = position;
        return;
      }
  g_assert_not_reached ();
}

/* One dependent has just gone. A block that is four times too long becomes a shorter one. */
static void
shrink_dependents (GyreGraph *self, GyreDependents *dependents)
{
  guint32 block = dependents->place;
  guint32 class;

  if (dependents->length == 0)
    return;
  class = self->pool.words[block];
  if (dependents->length == 1)
    {
      dependents->place = self->pool.words[block + 1];
      pool_give (&self->pool, block, class);
    }
  else if (class > 3 && dependents->length < (guint32) 1 << (class - 2))
    resize_dependents (self, dependents, class - 1);
}

static void
remove_dependent (GyreGraph *self, GyreInput input)
{
  GyreCellRecord *source = gyre_graph_get_cell (self, input.source);
  guint32 *dependents = get_dependents (self, source);
  guint32 last = source->dependents.length - 1;

  if (input.position != last)
    {
      GyreCell moved = dependents[last];

      dependents[input.position] = moved;
      move_dependent (self, input.source, moved, last, input.position);
    }
  source->dependents.length--;
  shrink_dependents (self, &source->dependents);
}

/* gyre_graph_link: a cell that is made of nothing is made of others. One of them may come twice. */
void
gyre_graph_link (GyreGraph *self, GyreCell cell, const GyreCell *inputs, guint length)
{
  GyreCellRecord *record = gyre_graph_get_cell (self, cell);

  g_assert (record->n_inputs == 0);
  if (length > 1)
    record->input.source = pool_take (&self->pool, size_class (length * WORDS_OF_INPUT));
  record->n_inputs = length;
  for (guint index = 0; index < length; index++)
    {
      /* Nobody looks for this input before it is there: positions only grow meanwhile. */
      guint32 position = add_dependent (self, inputs[index], cell);

      get_inputs (self, record)[index] = (GyreInput) { inputs[index], position };
    }
}

void
gyre_graph_unlink (GyreGraph *self, GyreCell cell)
{
  GyreCellRecord *record = gyre_graph_get_cell (self, cell);
  guint32 length = record->n_inputs;

  /* From the last on, and shorter each time: a cell that depends twice on another must not be found where it has left. */
  for (guint32 index = 0; index < length; index++)
    {
      GyreInput input = get_inputs (self, record)[index];

      remove_dependent (self, input);
      get_inputs (self, record)[index].position = G_MAXUINT32;
    }
  if (length > 1)
    pool_give (&self->pool, record->input.source, size_class (length * WORDS_OF_INPUT));
  record->n_inputs = 0;
}
