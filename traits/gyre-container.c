/* gyre-container.c: What all kinds of values that hold others share
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-container-private.h"
#include "gyre-literal-private.h"

#include <string.h>

gboolean
gyre_container_is (const GyreTrait *trait)
{
  return trait->kind->parse == gyre_container_parse;
}

gboolean
gyre_container_is_mapping (const GyreTrait *trait)
{
  return gyre_kind_is_a (trait->kind, &gyre_kind_mapping);
}

/* gyre_container_get_element: what an element obeys; NULL for a part too many, and for what is no container. */
const GyreTrait *
gyre_container_get_element (const GyreTrait *trait, guint index)
{
  const GPtrArray *parts;

  if (trait == NULL || !gyre_kind_is_a (trait->kind, &gyre_kind_tuple))
    return trait != NULL ? trait->element : NULL;
  parts = gyre_trait_get_options (trait)->parts;
  return parts != NULL && index < parts->len ? g_ptr_array_index (parts, index) : NULL;
}

guint
gyre_container_get_length (const GyreTrait *trait, GyreValue value)
{
  if (!value.present)
    return 0;
  return gyre_container_is_mapping (trait) ? gyre_mapping_get_length (value.mapping) : gyre_list_get_length (value.list);
}

GyreValue
gyre_container_get_value (const GyreTrait *trait, GyreValue value, guint index)
{
  return gyre_container_is_mapping (trait) ? gyre_mapping_get_value (value.mapping, index)
                                           : gyre_list_get_value (value.list, index);
}

/* gyre_container_get_kind: what an element is kept as, which for a facility is not what the declaration says. */
const GyreKind *
gyre_container_get_kind (const GyreTrait *trait, GyreValue value, guint index)
{
  return gyre_container_is_mapping (trait) ? gyre_mapping_get_kind (value.mapping) : gyre_list_get_kind (value.list, index);
}

/* gyre_container_dup_place: how an error names an element: "[2]", "[key]". */
char *
gyre_container_dup_place (const GyreTrait *trait, GyreValue value, guint index)
{
  return gyre_container_is_mapping (trait) ? g_strdup_printf ("[%s]", gyre_mapping_get_key (value.mapping, index))
                                           : g_strdup_printf ("[%u]", index);
}

/* gyre_container_refuse: tells what is wrong with an element as a mistake of the whole. Takes @problem. Returns FALSE. */
gboolean
gyre_container_refuse (const char *place, GError *problem, GError **error)
{
  gyre_value_error_relocate (problem, gyre_value_error_get_offset (problem, NULL) ? 0 : GYRE_VALUE_ERROR_NOWHERE, place);
  g_propagate_error (error, problem);
  return FALSE;
}

GyreList *
gyre_container_new_list (const GyreTrait *trait, guint length)
{
  g_autofree const GyreKind **kinds = NULL;

  if (!gyre_kind_is_a (trait->kind, &gyre_kind_tuple))
    return gyre_list_new (trait->element->kind, length);
  kinds = g_new0 (const GyreKind *, length + 1);
  for (guint index = 0; index < length; index++)
    kinds[index] = gyre_container_get_element (trait, index)->kind;
  return gyre_list_new_tuple (kinds, length);
}

/* gyre_container_unite: each element once, in the order in which they were first mentioned. Takes @list. */
GyreList *
gyre_container_unite (const GyreTrait *trait, GyreList *list)
{
  guint length = gyre_list_get_length (list);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint *kept = g_new (guint, length + 1);
  guint count = 0;
  GyreList *united;

  for (guint index = 0; index < length; index++)
    if (g_hash_table_add (seen, gyre_container_print_element (trait->element, gyre_list_get_kind (list, index),
                                                              gyre_list_get_value (list, index))))
      kept[count++] = index;
  if (count == length)
    return list;
  united = gyre_list_new (gyre_list_get_kind (list, 0), count);
  for (guint index = 0; index < count; index++)
    gyre_list_take_value (united, index, gyre_kind_copy (gyre_list_get_kind (list, 0), gyre_list_get_value (list, kept[index])));
  gyre_list_unref (list);
  return united;
}

void
gyre_gathering_begin (GyreGathering *gathering, const GyreTrait *trait, guint length)
{
  gathering->trait = trait;
  if (gyre_container_is_mapping (trait))
    gathering->mapping = gyre_mapping_new (trait->element->kind);
  else
    gathering->list = gyre_container_new_list (trait, length);
}

gboolean
gyre_container_check_options (const GyreTrait *trait, GError **error)
{
  gboolean is_tuple = gyre_kind_is_a (trait->kind, &gyre_kind_tuple);

  if (gyre_container_get_element (trait, 0) != NULL)
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_TYPE, GYRE_VALUE_ERROR_NOWHERE, NULL,
                        is_tuple ? "must say its parts" : "must say the kind of its elements");
  return FALSE;
}

/* gyre_gathering_check_length: a tuple has as many parts as it has. */
gboolean
gyre_gathering_check_length (const GyreTrait *trait, guint length, GError **error)
{
  const GPtrArray *parts = gyre_trait_get_options (trait)->parts;

  if (!gyre_container_check_options (trait, error))
    return FALSE;
  if (!gyre_kind_is_a (trait->kind, &gyre_kind_tuple) || parts->len == length)
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_DIMENSION, GYRE_VALUE_ERROR_NOWHERE, NULL, "must have %u parts, has %u",
                        parts->len, length);
  return FALSE;
}

void
gyre_gathering_take (GyreGathering *gathering, guint index, const char *key, GyreValue value)
{
  if (gathering->mapping != NULL)
    gyre_mapping_take_value (gathering->mapping, key, value);
  else
    gyre_list_take_value (gathering->list, index, value);
}

GyreValue
gyre_gathering_end (GyreGathering *gathering)
{
  GyreValue value = { .present = TRUE };

  if (gathering->mapping != NULL)
    value.mapping = g_steal_pointer (&gathering->mapping);
  else
    value.list = g_steal_pointer (&gathering->list);
  if (gyre_kind_is_a (gathering->trait->kind, &gyre_kind_set))
    value.list = gyre_container_unite (gathering->trait, value.list);
  return value;
}

void
gyre_gathering_clear (GyreGathering *gathering)
{
  g_clear_pointer (&gathering->list, gyre_list_unref);
  g_clear_pointer (&gathering->mapping, gyre_mapping_unref);
}

static gboolean read_container (const GyreTrait *trait, const GyreLiteral *literal, GyreValue *value, GError **error);

/* Whatever is no container reads its own text, quotes and all. */
static gboolean
read_leaf (const GyreTrait *trait, const GyreLiteral *literal, GyreValue *value, GError **error)
{
  g_autofree char *source = gyre_literal_dup_source (literal);
  GError *problem = NULL;

  if (gyre_trait_parse (trait, source, value, &problem))
    return TRUE;
  gyre_value_error_relocate (problem, gyre_literal_get_offset (literal), NULL);
  g_propagate_error (error, problem);
  return FALSE;
}

static gboolean
read_inner (const GyreTrait *trait, const GyreLiteral *literal, GyreValue *value, GError **error)
{
  GError *problem = NULL;

  if (!read_container (trait, literal, value, error))
    return FALSE;
  if (gyre_trait_validate (trait, *value, &problem))
    return TRUE;
  gyre_kind_clear (trait->kind, value);
  gyre_value_error_relocate (problem, gyre_literal_get_offset (literal), NULL);
  g_propagate_error (error, problem);
  return FALSE;
}

static gboolean
read_element (const GyreTrait *trait, const GyreLiteral *literal, GyreValue *value, GError **error)
{
  gboolean is_list = gyre_literal_get_kind (literal) == GYRE_LITERAL_LIST;
  gsize offset = gyre_literal_get_offset (literal);

  if (gyre_literal_get_kind (literal) == GYRE_LITERAL_NONE && trait->nullable)
    return TRUE;
  if (gyre_literal_get_kind (literal) == GYRE_LITERAL_NONE)
    gyre_value_error_set (error, GYRE_VALUE_ERROR_NULL, offset, "write \"none\" for the word", "may not be none");
  else if (is_list && !trait->kind->structured)
    gyre_value_error_set (error, GYRE_VALUE_ERROR_TYPE, offset, NULL, "must be of kind %s, is a list", trait->kind->name);
  else
    return (gyre_container_is (trait) ? read_inner : read_leaf) (trait, literal, value, error);
  return FALSE;
}

static gboolean
check_key (const GyreGathering *gathering, const char *key, const GyreLiteral *literal, GError **error)
{
  if (key == NULL || !gyre_mapping_contains (gathering->mapping, key))
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_SYNTAX, gyre_literal_get_offset (literal), NULL, "must have each key once, has '%s' again", key);
  return FALSE;
}

static gboolean
read_elements (GyreGathering *gathering, const GyreLiteral *literal, GError **error)
{
  const GyreLiteral *element = gyre_literal_get_first (literal);

  for (guint index = 0; element != NULL; element = gyre_literal_get_next (element), index++)
    {
      g_autofree char *key = gathering->mapping != NULL ? gyre_literal_dup_text (element) : NULL;
      GyreValue part = GYRE_NONE;
      GError *problem = NULL;

      if (!check_key (gathering, key, element, error))
        return FALSE;
      if (key != NULL)
        element = gyre_literal_get_next (element);
      if (!read_element (gyre_container_get_element (gathering->trait, index), element, &part, &problem))
        {
          g_autofree char *place = key != NULL ? g_strdup_printf ("[%s]", key) : g_strdup_printf ("[%u]", index);
          return gyre_container_refuse (place, problem, error);
        }
      gyre_gathering_take (gathering, index, key, part);
    }
  return TRUE;
}

/* A text that holds one element without brackets is a list at the top only. */
static gboolean
read_container (const GyreTrait *trait, const GyreLiteral *literal, GyreValue *value, GError **error)
{
  g_auto (GyreGathering) gathering = { NULL };
  gsize length = gyre_literal_get_length (literal);
  GError *problem = NULL;

  if (gyre_literal_get_kind (literal) != GYRE_LITERAL_LIST)
    {
      gyre_value_error_set (error, GYRE_VALUE_ERROR_TYPE, gyre_literal_get_offset (literal), "write it in brackets",
                            "must be a %s in brackets", trait->kind->name);
      return FALSE;
    }
  if (!gyre_gathering_check_length (trait, length, &problem))
    {
      gyre_value_error_relocate (problem, gyre_literal_get_offset (literal), NULL);
      g_propagate_error (error, problem);
      return FALSE;
    }
  gyre_gathering_begin (&gathering, trait, length);
  if (!read_elements (&gathering, literal, error))
    return FALSE;
  *value = gyre_gathering_end (&gathering);
  return TRUE;
}

/* gyre_container_has_mapping: whether keys can stand in the text of a value. */
gboolean
gyre_container_has_mapping (const GyreTrait *trait)
{
  const GyreTrait *element = NULL;

  if (gyre_container_is_mapping (trait))
    return TRUE;
  for (guint index = 0; (element = gyre_container_get_element (trait, index)) != NULL; index++)
    {
      if (gyre_container_has_mapping (element))
        return TRUE;
      if (element == trait->element)
        break;
    }
  return FALSE;
}

gboolean
gyre_container_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  g_autoptr (GyreLiteral) literal = gyre_literal_parse_container (gyre_container_has_mapping (trait) ? trait : NULL, text, error);

  return literal != NULL && read_container (trait, literal, value, error);
}

/* gyre_container_print_element: a value with commas or brackets stands in quotes, unless the brackets are its own. */
char *
gyre_container_print_element (const GyreTrait *trait, const GyreKind *kind, GyreValue value)
{
  g_autofree char *text = value.present ? kind->print (trait, value) : g_strdup ("none");
  g_autofree char *meaning = NULL;

  if (!value.present || kind->structured || strpbrk (text, ",()[]\"'{}\\:") == NULL)
    return g_steal_pointer (&text);
  meaning = gyre_literal_scalar (text, NULL, NULL, NULL);
  return gyre_literal_quote_element (meaning != NULL ? meaning : text);
}

/* The parentheses keep a list of one list, an empty list and a list of one text apart from their elements. */
char *
gyre_container_print (const GyreTrait *trait, GyreValue value)
{
  GString *text = g_string_new ("(");

  for (guint index = 0; index < gyre_container_get_length (trait, value); index++)
    {
      GyreValue element = gyre_container_get_value (trait, value, index);
      g_autofree char *part = gyre_container_print_element (gyre_container_get_element (trait, index),
                                                            gyre_container_get_kind (trait, value, index), element);

      if (index > 0)
        g_string_append (text, ", ");
      if (gyre_container_is_mapping (trait))
        {
          g_autofree char *key = gyre_literal_quote_key (gyre_mapping_get_key (value.mapping, index));
          g_string_append_printf (text, "%s: ", key);
        }
      g_string_append (text, part);
    }
  g_string_append_c (text, ')');
  return g_string_free (text, FALSE);
}

static gboolean
is_fit (const GyreTrait *trait, GyreValue value, guint index, GError **error)
{
  const GyreTrait *element = gyre_container_get_element (trait, index);
  const GyreKind *kind = gyre_container_get_kind (trait, value, index);
  GyreValue part = gyre_container_get_value (trait, value, index);

  if (kind == element->kind || !part.present)
    return gyre_trait_validate (element, part, error);
  if (element->kind == &gyre_kind_facility)
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_TYPE, GYRE_VALUE_ERROR_NOWHERE, NULL, "must be of kind %s, is of kind %s",
                        element->kind->name, kind->name);
  return FALSE;
}

/* However a container came in, each element keeps the rules. */
gboolean
gyre_container_validate (const GyreTrait *trait, GyreValue value, GError **error)
{
  guint length = gyre_container_get_length (trait, value);

  if (!gyre_gathering_check_length (trait, length, error))
    return FALSE;
  for (guint index = 0; index < length; index++)
    {
      GError *problem = NULL;

      if (!is_fit (trait, value, index, &problem))
        {
          g_autofree char *place = gyre_container_dup_place (trait, value, index);
          return gyre_container_refuse (place, problem, error);
        }
    }
  return TRUE;
}

gboolean
gyre_container_equal_list (GyreValue value, GyreValue other)
{
  return value.list == other.list || gyre_list_equal (value.list, other.list);
}

GyreValue
gyre_container_copy_list (GyreValue value)
{
  value.list = gyre_list_ref (value.list);
  return value;
}

void
gyre_container_clear_list (GyreValue value)
{
  gyre_list_unref (value.list);
}

gboolean
gyre_container_equal_mapping (GyreValue value, GyreValue other)
{
  return value.mapping == other.mapping || gyre_mapping_equal (value.mapping, other.mapping);
}

GyreValue
gyre_container_copy_mapping (GyreValue value)
{
  value.mapping = gyre_mapping_ref (value.mapping);
  return value;
}

void
gyre_container_clear_mapping (GyreValue value)
{
  gyre_mapping_unref (value.mapping);
}
