/* gyre-combination.c: Values that come of a value and a text about a part of it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Containers are shared and do not change, so each function makes another one, and puts it in the place of the old one when it
 * keeps all rules.
 */
#include "gyre-combination.h"
#include "gyre-container-private.h"
#include "gyre-literal.h"
#include "gyre-name.h"

#include <string.h>

static gboolean
refuse_kind (const GyreTrait *trait, const char *complaint, GError **error)
{
  g_autofree char *kind = gyre_trait_dup_kind_text (trait);

  gyre_value_error_set (error, GYRE_VALUE_ERROR_TYPE, GYRE_VALUE_ERROR_NOWHERE, NULL, "is of kind %s, %s", kind, complaint);
  return FALSE;
}

/* Puts a value in the place of the old one if it keeps the rules. */
static gboolean
replace (const GyreTrait *trait, GyreValue *value, GyreValue fresh, GError **error)
{
  if (!gyre_trait_validate (trait, fresh, error))
    {
      gyre_kind_clear (trait->kind, &fresh);
      return FALSE;
    }
  gyre_kind_clear (trait->kind, value);
  *value = fresh;
  return TRUE;
}

/* What is there; an empty one where there is none. */
static GyreValue
present_value (const GyreTrait *trait, GyreValue value)
{
  GyreGathering gathering = { NULL };

  if (value.present)
    return gyre_kind_copy (trait->kind, value);
  gyre_gathering_begin (&gathering, trait, 0);
  return gyre_gathering_end (&gathering);
}

/* The words as a NULL-ended array that borrows them. */
static char *
suggest (const char *word, GPtrArray *words)
{
  g_ptr_array_add (words, NULL);
  return gyre_name_suggest (word, (const char * const *) words->pdata);
}

static gboolean
refuse_missing (const char *word, GPtrArray *words, GError **error)
{
  g_autofree char *hint = suggest (word, words);

  gyre_value_error_set (error, GYRE_VALUE_ERROR_UNKNOWN, GYRE_VALUE_ERROR_NOWHERE, hint, "has no '%s' that could be removed", word);
  return FALSE;
}

static char *
print_element (const GyreTrait *trait, GyreValue value, guint index)
{
  return gyre_container_print_element (gyre_container_get_element (trait, index), gyre_container_get_kind (trait, value, index),
                                       gyre_container_get_value (trait, value, index));
}

static GPtrArray *
print_elements (const GyreTrait *trait, GyreValue value)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint index = 0; index < gyre_container_get_length (trait, value); index++)
    g_ptr_array_add (texts, print_element (trait, value, index));
  return texts;
}

static GHashTable *
hash_texts (GPtrArray *texts)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint index = 0; index < texts->len; index++)
    g_hash_table_add (table, g_ptr_array_index (texts, index));
  return table;
}

static gboolean
check_all_there (GPtrArray *wanted, GPtrArray *texts, GHashTable *there, GError **error)
{
  for (guint index = 0; index < wanted->len; index++)
    if (!g_hash_table_contains (there, g_ptr_array_index (wanted, index)))
      return refuse_missing (g_ptr_array_index (wanted, index), texts, error);
  return TRUE;
}

static gboolean
remove_elements (const GyreTrait *trait, GyreValue present, GyreValue operand, GyreValue *result, GError **error)
{
  g_autoptr (GPtrArray) texts = print_elements (trait, present);
  g_autoptr (GPtrArray) wanted = print_elements (trait, operand);
  g_autoptr (GHashTable) there = hash_texts (texts);
  g_autoptr (GHashTable) gone = hash_texts (wanted);
  guint length = texts->len;
  guint count = 0;

  if (!check_all_there (wanted, texts, there, error))
    return FALSE;
  for (guint index = 0; index < length; index++)
    count += !g_hash_table_contains (gone, g_ptr_array_index (texts, index));
  result->list = gyre_list_new (gyre_list_get_kind (present.list, 0), count);
  result->present = TRUE;
  for (guint index = 0, target = 0; index < length; index++)
    if (!g_hash_table_contains (gone, g_ptr_array_index (texts, index)))
      gyre_list_take_value (result->list, target++, gyre_kind_copy (gyre_list_get_kind (present.list, index),
                                                                    gyre_list_get_value (present.list, index)));
  return TRUE;
}

static gboolean
combine_lists (const GyreTrait *trait, GyreValue present, GyreCombination combination, GyreValue operand, GyreValue *result,
               GError **error)
{
  guint length = gyre_list_get_length (present.list);

  if (gyre_list_get_kind (present.list, 0) != trait->element->kind)
    return refuse_kind (trait, "and its parts are built already: set all of it", error);
  if (combination == GYRE_COMBINATION_REMOVE)
    return remove_elements (trait, present, operand, result, error);
  *result = (GyreValue) { .present = TRUE };
  result->list = gyre_list_replace (present.list, combination == GYRE_COMBINATION_APPEND ? length : 0, 0, operand.list);
  if (gyre_kind_is_a (trait->kind, &gyre_kind_set))
    result->list = gyre_container_unite (trait, result->list);
  return TRUE;
}

static void
copy_entries (GyreMapping *target, GyreMapping *source, gboolean is_new_only)
{
  for (guint index = 0; index < gyre_mapping_get_length (source); index++)
    {
      const char *key = gyre_mapping_get_key (source, index);
      if (!is_new_only || !gyre_mapping_contains (target, key))
        gyre_mapping_take_value (target, key, gyre_kind_copy (gyre_mapping_get_kind (source), gyre_mapping_get_value (source, index)));
    }
}

static gboolean
combine_mappings (const GyreTrait *trait, GyreValue present, GyreCombination combination, GyreValue operand, GyreValue *result,
                  GError **error)
{
  gboolean appends = combination == GYRE_COMBINATION_APPEND;

  if (gyre_mapping_get_kind (present.mapping) != trait->element->kind)
    return refuse_kind (trait, "and its parts are built already: set all of it", error);
  *result = (GyreValue) { .present = TRUE, .mapping = gyre_mapping_new (trait->element->kind) };
  copy_entries (result->mapping, appends ? present.mapping : operand.mapping, FALSE);
  copy_entries (result->mapping, appends ? operand.mapping : present.mapping, !appends);
  return TRUE;
}

static gboolean
refuse_key (const char *key, GyreMapping *mapping, GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint index = 0; index < gyre_mapping_get_length (mapping); index++)
    g_ptr_array_add (keys, (gpointer) gyre_mapping_get_key (mapping, index));
  return refuse_missing (key, keys, error);
}

static gboolean
remove_keys (const GyreTrait *trait, GyreValue present, const char *text, GyreValue *result, GError **error)
{
  g_autoptr (GyreLiteral) keys = gyre_literal_parse_list (text, error);
  g_autoptr (GyreMapping) rest = gyre_mapping_replace (present.mapping, 0, 0, NULL);
  g_autoptr (GHashTable) gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (keys == NULL)
    return FALSE;
  for (const GyreLiteral *key = gyre_literal_get_first (keys); key != NULL; key = gyre_literal_get_next (key))
    {
      char *word = gyre_literal_dup_text (key);
      gboolean is_there = gyre_mapping_contains (present.mapping, word);
      if (!is_there)
        refuse_key (word, present.mapping, error);
      g_hash_table_add (gone, word);
      if (!is_there)
        return FALSE;
    }
  *result = (GyreValue) { .present = TRUE, .mapping = gyre_mapping_new (gyre_mapping_get_kind (present.mapping)) };
  for (guint index = 0; index < gyre_mapping_get_length (rest); index++)
    if (!g_hash_table_contains (gone, gyre_mapping_get_key (rest, index)))
      gyre_mapping_take_value (result->mapping, gyre_mapping_get_key (rest, index),
                               gyre_kind_copy (trait->element->kind, gyre_mapping_get_value (rest, index)));
  return TRUE;
}

static gsize
row_size (const GyreArray *array)
{
  gsize size = 1;

  for (guint dimension = 1; dimension < array->rank; dimension++)
    size *= array->shape[dimension];
  return size;
}

static GyreArray *
join_rows (const GyreArray *first, const GyreArray *second)
{
  gsize shape[GYRE_ARRAY_MAXIMUM_RANK];
  GyreArray *joined;

  memcpy (shape, first->shape, sizeof shape);
  shape[0] = first->shape[0] + second->shape[0];
  joined = gyre_array_new (first->rank, shape);
  if (joined == NULL)
    return NULL;
  if (first->length > 0)
    memcpy (joined->values, first->values, first->length * sizeof (double));
  if (second->length > 0)
    memcpy (joined->values + first->length, second->values, second->length * sizeof (double));
  return joined;
}

static gboolean
rows_contain (const GyreArray *array, const double *row, gsize size)
{
  for (gsize index = 0; index < array->shape[0]; index++)
    if (memcmp (array->values + index * size, row, size * sizeof (double)) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
remove_rows (const GyreArray *present, const GyreArray *operand, GyreValue *result, GError **error)
{
  gsize size = row_size (present);
  g_autoptr (GyreArray) rest = gyre_array_copy (present);
  gsize count = 0;

  for (gsize index = 0; index < operand->shape[0]; index++)
    if (!rows_contain (present, operand->values + index * size, size))
      {
        gyre_value_error_set (error, GYRE_VALUE_ERROR_UNKNOWN, GYRE_VALUE_ERROR_NOWHERE, NULL,
                              "has no element like [%" G_GSIZE_FORMAT "] of what is to be removed", index);
        return FALSE;
      }
  for (gsize index = 0; index < present->shape[0]; index++)
    if (!rows_contain (operand, present->values + index * size, size))
      memcpy (rest->values + count++ * size, present->values + index * size, size * sizeof (double));
  rest->shape[0] = count;
  rest->length = count * size;
  *result = (GyreValue) { .present = TRUE, .array = gyre_array_copy (rest) };
  return TRUE;
}

static gboolean
fits (const GyreArray *present, const GyreArray *operand)
{
  return present->rank == operand->rank
         && memcmp (present->shape + 1, operand->shape + 1, sizeof (gsize) * (present->rank - 1)) == 0;
}

static gboolean
combine_arrays (GyreValue present, GyreCombination combination, GyreValue operand, GyreValue *result, GError **error)
{
  gboolean appends = combination == GYRE_COMBINATION_APPEND;

  if (!present.present && combination != GYRE_COMBINATION_REMOVE)
    {
      *result = gyre_kind_copy (&gyre_kind_array, operand);
      return TRUE;
    }
  if (!present.present || !fits (present.array, operand.array))
    {
      gyre_value_error_set (error, GYRE_VALUE_ERROR_DIMENSION, GYRE_VALUE_ERROR_NOWHERE, NULL,
                            "must have the shape of what is there, but for the first dimension");
      return FALSE;
    }
  if (combination == GYRE_COMBINATION_REMOVE)
    return remove_rows (present.array, operand.array, result, error);
  *result = (GyreValue) { .present = TRUE };
  result->array = join_rows (appends ? present.array : operand.array, appends ? operand.array : present.array);
  if (result->array != NULL)
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_RANGE, GYRE_VALUE_ERROR_NOWHERE, NULL, "is too large");
  return FALSE;
}

/* What the text says, with the rules of the elements but without those of the whole: nothing can be added to a list that must not
 * be empty, too. */
static gboolean
read_operand (const GyreTrait *trait, const char *text, GyreValue *operand, GError **error)
{
  if (trait->kind->parse (trait, text, operand, error))
    return TRUE;
  *operand = GYRE_NONE;
  return FALSE;
}

static gboolean
combine (const GyreTrait *trait, GyreValue present, GyreCombination combination, const char *text, GyreValue *result,
         GError **error)
{
  gboolean is_mapping = gyre_container_is_mapping (trait);
  GyreValue operand = GYRE_NONE;
  gboolean done;

  if (is_mapping && combination == GYRE_COMBINATION_REMOVE)
    return remove_keys (trait, present, text, result, error);
  if (!read_operand (trait, text, &operand, error))
    return FALSE;
  if (trait->kind == &gyre_kind_array)
    done = combine_arrays (present, combination, operand, result, error);
  else
    done = (is_mapping ? combine_mappings : combine_lists) (trait, present, combination, operand, result, error);
  gyre_kind_clear (trait->kind, &operand);
  return done;
}

/**
 * gyre_trait_combine: (skip)
 * @trait: a list, set, array, mapping or catalog
 * @value: (inout): its value, owned; what comes of it. It stays as it was on failure
 * @combination: what to do
 * @text: elements, as a configuration file has them; keys, where entries of a mapping are removed
 * @error: return location for an error of %GYRE_VALUE_ERROR; something that is to be removed and is not there is one, with a
 *   suggestion
 *
 * Adds to a container, or takes away from it. Where there is none, it begins with an empty one.
 *
 * Returns: whether it could
 *
 * Since: 0.1
 */
gboolean
gyre_trait_combine (const GyreTrait *trait, GyreValue *value, GyreCombination combination, const char *text, GError **error)
{
  GyreValue present, result = GYRE_NONE;
  gboolean done;

  g_return_val_if_fail (trait != NULL && value != NULL && text != NULL, FALSE);

  if (gyre_kind_is_a (trait->kind, &gyre_kind_tuple))
    return refuse_kind (trait, "which has a fixed number of parts: set all of it", error);
  if (!gyre_container_is (trait) && trait->kind != &gyre_kind_array)
    return refuse_kind (trait, "only lists, sets, arrays and mappings can be added to", error);
  present = gyre_container_is (trait) ? present_value (trait, *value) : gyre_kind_copy (trait->kind, *value);
  done = combine (trait, present, combination, text, &result, error);
  gyre_kind_clear (trait->kind, &present);
  return done && replace (trait, value, result, error);
}

static gboolean
check_entries (const GyreTrait *trait, GyreValue value, GError **error)
{
  if (!gyre_container_is (trait) || !gyre_container_is_mapping (trait))
    return refuse_kind (trait, "which has no entries by name", error);
  if (value.present && gyre_mapping_get_kind (value.mapping) != trait->element->kind)
    return refuse_kind (trait, "and its parts are built already: set all of it", error);
  return TRUE;
}

/**
 * gyre_trait_set_entry: (skip)
 * @trait: a mapping or catalog
 * @value: (inout): its value, owned; what comes of it. It stays as it was on failure
 * @key: which entry; a new one comes last
 * @text: the text of its value
 * @error: return location for an error of %GYRE_VALUE_ERROR; it names the key, and its place is one of @text
 *
 * Gives an entry a value: `name.weights.key = text`.
 *
 * Returns: whether it could
 *
 * Since: 0.1
 */
gboolean
gyre_trait_set_entry (const GyreTrait *trait, GyreValue *value, const char *key, const char *text, GError **error)
{
  GyreValue part = GYRE_NONE, present, fresh = { .present = TRUE };
  GError *problem = NULL;

  g_return_val_if_fail (trait != NULL && value != NULL && key != NULL && text != NULL, FALSE);

  if (!check_entries (trait, *value, error))
    return FALSE;
  if (!gyre_trait_parse (trait->element, text, &part, &problem))
    {
      g_autofree char *place = g_strdup_printf ("[%s]", key);
      return gyre_container_refuse (place, problem, error);
    }
  present = present_value (trait, *value);
  fresh.mapping = gyre_mapping_with (present.mapping, key, part);
  gyre_kind_clear (trait->kind, &present);
  return replace (trait, value, fresh, error);
}

/**
 * gyre_trait_remove_entry: (skip)
 * @trait: a mapping or catalog
 * @value: (inout): its value, owned; what comes of it. It stays as it was on failure
 * @key: which entry
 * @error: return location for an error of %GYRE_VALUE_ERROR; an entry that is not there is one, with a suggestion
 *
 * Takes an entry away.
 *
 * Returns: whether it could
 *
 * Since: 0.1
 */
gboolean
gyre_trait_remove_entry (const GyreTrait *trait, GyreValue *value, const char *key, GError **error)
{
  GyreValue present, fresh = { .present = TRUE };
  gboolean is_there;

  g_return_val_if_fail (trait != NULL && value != NULL && key != NULL, FALSE);

  if (!check_entries (trait, *value, error))
    return FALSE;
  present = present_value (trait, *value);
  is_there = gyre_mapping_contains (present.mapping, key) || refuse_key (key, present.mapping, error);
  if (is_there)
    fresh.mapping = gyre_mapping_without (present.mapping, key);
  gyre_kind_clear (trait->kind, &present);
  return is_there && replace (trait, value, fresh, error);
}
