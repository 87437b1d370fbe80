/* gyre-delta.c: What changed in a container, and where
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The ends that both values share are passed over. Of what is between them the least script comes from the table of the longest
 * common parts, as long as that table has at most a million cells; beyond that all of it goes and comes, which is right but long.
 */
#include "gyre-delta.h"
#include "gyre-container-private.h"

#include <string.h>

#define MOST_CELLS (1024 * 1024)

/**
 * gyre_delta_new: (skip)
 * @sort: what happened
 * @index: where, counted when the deltas before this one are done
 * @key: (nullable): of a mapping, which entry
 * @element: the trait that the element obeys
 * @value: the element; copied
 *
 * Returns: (transfer full): a delta
 *
 * Since: 0.1
 */
GyreDelta *
gyre_delta_new (GyreDeltaSort sort, guint index, const char *key, const GyreTrait *element, GyreValue value)
{
  GyreDelta *self = g_new0 (GyreDelta, 1);

  self->sort = sort;
  self->index = index;
  self->key = g_strdup (key);
  self->element = element;
  self->value = gyre_kind_copy (element->kind, value);
  return self;
}

/**
 * gyre_delta_free: (skip)
 * @delta: (transfer full): a delta
 *
 * Since: 0.1
 */
void
gyre_delta_free (GyreDelta *delta)
{
  gyre_kind_clear (delta->element->kind, &delta->value);
  g_free (delta->key);
  g_free (delta);
}

/**
 * gyre_delta_to_string: (skip)
 * @delta: a delta
 *
 * Returns: (transfer full): it for a person: "+ [2] 5", "- [key] 5"
 *
 * Since: 0.1
 */
char *
gyre_delta_to_string (const GyreDelta *delta)
{
  g_autofree char *text = NULL;
  const char *sign = delta->sort == GYRE_DELTA_ADDED ? "+" : "-";

  g_return_val_if_fail (delta != NULL, NULL);

  text = gyre_container_print_element (delta->element, delta->element->kind, delta->value);
  return delta->key != NULL ? g_strdup_printf ("%s [%s] %s", sign, delta->key, text)
                            : g_strdup_printf ("%s [%u] %s", sign, delta->index, text);
}

/* Two sequences of which somebody knows how to compare and show the elements. */
typedef struct _Comparison Comparison;

struct _Comparison
{
  const GyreTrait *trait;
  GyreValue values[2];
  guint lengths[2];
  gboolean (*is_same) (const Comparison *comparison, guint old_index, guint new_index);
  GyreDelta *(*show) (const Comparison *comparison, GyreDeltaSort sort, guint index, guint place);
  GPtrArray *deltas;
};

static gboolean
elements_are_same (const Comparison *comparison, guint old_index, guint new_index)
{
  const GyreTrait *trait = comparison->trait;
  GyreValue old_value = comparison->values[0], new_value = comparison->values[1];
  const GyreKind *kind = gyre_container_get_kind (trait, old_value, old_index);

  if (kind != gyre_container_get_kind (trait, new_value, new_index)
      || !gyre_kind_equal (kind, gyre_container_get_value (trait, old_value, old_index),
                           gyre_container_get_value (trait, new_value, new_index)))
    return FALSE;
  return !gyre_container_is_mapping (trait)
         || strcmp (gyre_mapping_get_key (old_value.mapping, old_index), gyre_mapping_get_key (new_value.mapping, new_index)) == 0;
}

/* A facility that is built is told as the text that says it. */
static GyreDelta *
show_object (const GyreTrait *element, const GyreKind *kind, GyreValue value, GyreDeltaSort sort, guint place, const char *key)
{
  g_autofree char *text = kind->print (element, value);

  return gyre_delta_new (sort, place, key, element, (GyreValue) { .present = TRUE, .string = text });
}

static GyreDelta *
show_element (const Comparison *comparison, GyreDeltaSort sort, guint index, guint place)
{
  const GyreTrait *trait = comparison->trait;
  GyreValue whole = comparison->values[sort == GYRE_DELTA_ADDED];
  const GyreTrait *element = gyre_container_get_element (trait, index);
  const GyreKind *kind = gyre_container_get_kind (trait, whole, index);
  const char *key = gyre_container_is_mapping (trait) ? gyre_mapping_get_key (whole.mapping, index) : NULL;
  GyreValue value = gyre_container_get_value (trait, whole, index);

  if (kind != element->kind && value.present)
    return show_object (element, kind, value, sort, place, key);
  return gyre_delta_new (sort, place, key, element, value);
}

static void
add (Comparison *comparison, GyreDeltaSort sort, guint index, guint place)
{
  g_ptr_array_add (comparison->deltas, comparison->show (comparison, sort, index, place));
}

/* cells[row][column]: the length of the longest common part of what is behind row and column. */
static guint *
measure (const Comparison *comparison, guint start, guint rows, guint columns)
{
  guint *cells = g_new0 (guint, (gsize) (rows + 1) * (columns + 1));

  for (guint row = rows; row-- > 0;)
    for (guint column = columns; column-- > 0;)
      {
        guint *cell = &cells[(gsize) row * (columns + 1) + column];
        cell[0] = comparison->is_same (comparison, start + row, start + column)
                    ? cell[columns + 2] + 1 : MAX (cell[1], cell[columns + 1]);
      }
  return cells;
}

static void
write_least (Comparison *comparison, guint start, guint rows, guint columns)
{
  g_autofree guint *cells = measure (comparison, start, rows, columns);
  guint row = 0, column = 0;

  while (row < rows || column < columns)
    {
      const guint *cell = &cells[(gsize) row * (columns + 1) + column];

      if (row < rows && column < columns && comparison->is_same (comparison, start + row, start + column))
        row++, column++;
      else if (row < rows && (column == columns || cell[columns + 1] >= cell[1]))
        add (comparison, GYRE_DELTA_REMOVED, start + row++, start + column);
      else
        {
          add (comparison, GYRE_DELTA_ADDED, start + column, start + column);
          column++;
        }
    }
}

static void
write_all (Comparison *comparison, guint start, guint rows, guint columns)
{
  for (guint row = 0; row < rows; row++)
    add (comparison, GYRE_DELTA_REMOVED, start + row, start);
  for (guint column = 0; column < columns; column++)
    add (comparison, GYRE_DELTA_ADDED, start + column, start + column);
}

static void
compare (Comparison *comparison)
{
  guint rows = comparison->lengths[0], columns = comparison->lengths[1];
  guint start = 0;

  while (start < MIN (rows, columns) && comparison->is_same (comparison, start, start))
    start++;
  while (rows > start && columns > start && comparison->is_same (comparison, rows - 1, columns - 1))
    rows--, columns--;
  rows -= start;
  columns -= start;
  ((gsize) (rows + 1) * (columns + 1) <= MOST_CELLS ? write_least : write_all) (comparison, start, rows, columns);
}

/* The parts of a tuple stay where they are. */
static void
compare_parts (Comparison *comparison)
{
  for (guint index = 0; index < MAX (comparison->lengths[0], comparison->lengths[1]); index++)
    {
      gboolean is_old = index < comparison->lengths[0], is_new = index < comparison->lengths[1];

      if (is_old && is_new && comparison->is_same (comparison, index, index))
        continue;
      if (is_old)
        add (comparison, GYRE_DELTA_REMOVED, index, is_new ? index : comparison->lengths[1]);
      if (is_new)
        add (comparison, GYRE_DELTA_ADDED, index, index);
    }
}

static GPtrArray *
new_deltas (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) gyre_delta_free);
}

/* The function of the kinds of containers. */
GPtrArray *
gyre_container_difference (const GyreTrait *trait, GyreValue old_value, GyreValue new_value)
{
  Comparison comparison = {
    .trait = trait, .values = { old_value, new_value },
    .lengths = { gyre_container_get_length (trait, old_value), gyre_container_get_length (trait, new_value) },
    .is_same = elements_are_same, .show = show_element, .deltas = new_deltas (),
  };

  if (gyre_kind_is_a (trait->kind, &gyre_kind_tuple) && old_value.present && new_value.present)
    compare_parts (&comparison);
  else
    compare (&comparison);
  return comparison.deltas;
}

/* What an array is a sequence of: numbers, or arrays of one dimension less. */
static const GyreTrait *
row_trait (gboolean is_number)
{
  static gpointer traits[2];

  if (g_once_init_enter (&traits[is_number]))
    {
      GyreTraitDeclaration declaration = { .kind = is_number ? &gyre_kind_real : &gyre_kind_array,
                                           .storage = is_number ? GYRE_STORAGE_DOUBLE : GYRE_STORAGE_POINTER };
      g_once_init_leave (&traits[is_number], gyre_trait_new (&declaration));
    }
  return traits[is_number];
}

static gsize
row_length (const GyreArray *array)
{
  gsize length = 1;

  for (guint dimension = 1; dimension < array->rank; dimension++)
    length *= array->shape[dimension];
  return length;
}

static gboolean
has_same_rows (const GyreArray *array, const GyreArray *other)
{
  return array->rank == other->rank
         && memcmp (array->shape + 1, other->shape + 1, sizeof (gsize) * (array->rank - 1)) == 0;
}

static gboolean
rows_are_same (const Comparison *comparison, guint old_index, guint new_index)
{
  const GyreArray *old_array = comparison->values[0].array, *new_array = comparison->values[1].array;
  gsize length = row_length (old_array);

  return has_same_rows (old_array, new_array)
         && memcmp (old_array->values + old_index * length, new_array->values + new_index * length, length * sizeof (double)) == 0;
}

static GyreDelta *
show_row (const Comparison *comparison, GyreDeltaSort sort, guint index, guint place)
{
  const GyreArray *array = comparison->values[sort == GYRE_DELTA_ADDED].array;
  gsize length = row_length (array);
  GyreValue value = { .present = TRUE };
  GyreDelta *delta;

  if (array->rank == 1)
    {
      value.real = array->values[index];
      return gyre_delta_new (sort, place, NULL, row_trait (TRUE), value);
    }
  value.array = gyre_array_new (array->rank - 1, array->shape + 1);
  if (length > 0)
    memcpy (value.array->values, array->values + index * length, length * sizeof (double));
  delta = gyre_delta_new (sort, place, NULL, row_trait (FALSE), value);
  gyre_array_unref (value.array);
  return delta;
}

/* The function of the kind of arrays. */
GPtrArray *
gyre_array_difference (const GyreTrait *trait, GyreValue old_value, GyreValue new_value)
{
  Comparison comparison = {
    .trait = trait, .values = { old_value, new_value },
    .lengths = { old_value.present ? old_value.array->shape[0] : 0, new_value.present ? new_value.array->shape[0] : 0 },
    .is_same = rows_are_same, .show = show_row, .deltas = new_deltas (),
  };

  compare (&comparison);
  return comparison.deltas;
}

/**
 * gyre_trait_list_deltas: (skip)
 * @trait: a container
 * @old_value: its value before
 * @new_value: its value after; `none` counts as empty
 *
 * Tells the steps from one value to the other: of lists, sets, mappings and arrays the fewest, of a tuple both for each part that
 * changed. An array is a sequence of numbers, or of arrays of one dimension less.
 *
 * Returns: (nullable) (element-type GyreDelta) (transfer full): the steps; empty when nothing changed, %NULL when @trait is no
 *   container
 *
 * Since: 0.1
 */
GPtrArray *
gyre_trait_list_deltas (const GyreTrait *trait, GyreValue old_value, GyreValue new_value)
{
  g_return_val_if_fail (trait != NULL, NULL);

  if (trait->kind->difference == NULL)
    return NULL;
  if (gyre_kind_equal (trait->kind, old_value, new_value))
    return new_deltas ();
  return trait->kind->difference (trait, old_value, new_value);
}
