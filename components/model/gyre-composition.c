/* gyre-composition.c: What several settings say of one list together
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Elements are kept as texts, because that is what settings are made of; whether two are the same value the kind of the
 * elements decides, so `-= 1.0` takes out `1`.
 */
#include "gyre-composition-private.h"
#include "gyre-expression-container-private.h"
#include "gyre-literal-private.h"
#include "gyre-literal.h"
#include "gyre-spelling.h"
#include "gyre-value-error-private.h"

#include <string.h>

/* One element, or one entry of a mapping. */
typedef struct
{
  char *key;                    /* NULL where it is no entry */
  char *text;                   /* as it is written in a list */
  char *value;                  /* as its kind writes it */
  GyreProvenance provenance;
  gsize offset;                 /* in the text of the setting, in characters */
} Element;

struct _GyreComposition
{
  const GyreTrait *trait;
  GArray *elements;             /* of Element */
};

static void
element_clear (gpointer data)
{
  Element *self = data;

  g_free (self->key);
  g_free (self->text);
  g_free (self->value);
  gyre_provenance_clear (&self->provenance);
}

static GArray *
elements_new (void)
{
  GArray *elements = g_array_new (FALSE, FALSE, sizeof (Element));

  g_array_set_clear_func (elements, element_clear);
  return elements;
}

static Element *
get_element (GArray *elements, guint index)
{
  return &g_array_index (elements, Element, index);
}

/* Whether values of the trait are made of elements that settings can add and take out. */
gboolean
gyre_composition_is_possible (const GyreTrait *trait)
{
  return trait->element != NULL || trait->kind == &gyre_kind_array;
}

gboolean
gyre_composition_check (const GyreTrait *trait, GyreSettingOperator operator, GError **error)
{
  if (operator == GYRE_SETTING_ASSIGN || gyre_composition_is_possible (trait))
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_TYPE, GYRE_VALUE_ERROR_NOWHERE, "write '=' to set the value",
                        "'%s' is for lists, sets and mappings, this is of kind %s", gyre_setting_operator_to_string (operator),
                        trait->kind->name);
  return FALSE;
}

GyreComposition *
gyre_composition_new (const GyreTrait *trait)
{
  GyreComposition *self = g_new (GyreComposition, 1);

  *self = (GyreComposition) { trait, elements_new () };
  return self;
}

void
gyre_composition_free (GyreComposition *self)
{
  g_array_unref (self->elements);
  g_free (self);
}

/* The element as its kind writes it, so that two spellings of one value are the same text. */
static char *
dup_value (GyreComposition *self, const char *text)
{
  const GyreTrait *element = self->trait->element;
  GyreValue value = GYRE_NONE;
  char *printed = NULL;

  if (element == NULL || !gyre_trait_parse (element, text, &value, NULL))
    return g_strdup (text);
  printed = gyre_trait_print (element, value);
  gyre_kind_clear (element->kind, &value);
  return printed;
}

/* How an element stands in a list. What refers to others stays as it is. */
static char *
dup_written (const GyreLiteral *literal)
{
  g_autofree char *source = gyre_literal_dup_source (literal);
  g_autofree char *text = NULL;

  if (strchr (source, '{') != NULL && gyre_text_has_references (source, -1))
    return g_steal_pointer (&source);
  text = gyre_literal_dup_text (literal);
  if (gyre_literal_get_kind (literal) == GYRE_LITERAL_NONE)
    return g_strdup ("none");
  return gyre_literal_get_kind (literal) == GYRE_LITERAL_LIST ? g_steal_pointer (&text) : gyre_literal_quote_element (text);
}

static void
add_element (GyreComposition *self, GArray *elements, char *key, char *text, const GyreProvenance *provenance, gsize offset)
{
  Element element = { key, text, dup_value (self, text), gyre_provenance_copy (provenance), offset };

  g_array_append_val (elements, element);
}

static gboolean
has_keys (GyreComposition *self)
{
  return self->trait->kind == &gyre_kind_mapping || self->trait->kind == &gyre_kind_catalog;
}

/* What -= takes out of a mapping is a list of keys. */
static GArray *
read_keys (GyreComposition *self, const char *text, const GyreProvenance *provenance, GError **error)
{
  g_autoptr (GyreLiteral) list = gyre_literal_parse_list (text, error);
  GArray *elements;

  if (list == NULL)
    return NULL;
  elements = elements_new ();
  for (const GyreLiteral *literal = gyre_literal_get_first (list); literal != NULL; literal = gyre_literal_get_next (literal))
    add_element (self, elements, gyre_literal_dup_text (literal), g_strdup (""), provenance, gyre_literal_get_offset (literal));
  return elements;
}

static char *
dup_referring_entry (GyreComposition *self, const char *text, GError **error)
{
  GyreExpression *expression = gyre_expression_new_for (self->trait->element, text, -1, error);

  if (expression == NULL)
    return NULL;
  gyre_expression_unref (expression);
  return gyre_expression_quote_element (self->trait->element, text);
}

/* How the value of a setting stands behind its key; NULL if it is none. */
static char *
dup_entry (GyreComposition *self, const char *text, GError **error)
{
  const GyreTrait *element = self->trait->element;
  GyreValue value = GYRE_NONE;
  gboolean is_none = FALSE;
  g_autofree char *plain = NULL;

  if (gyre_text_has_references (text, -1) && !gyre_trait_is_facility (element))
    return dup_referring_entry (self, text, error);
  if (!gyre_trait_parse (element, text, &value, error))
    return NULL;
  gyre_kind_clear (element->kind, &value);
  plain = element->kind->structured ? NULL : gyre_literal_scalar (text, &is_none, NULL, NULL);
  return is_none ? g_strdup ("none") : plain != NULL ? gyre_literal_quote_element (plain) : g_strdup (text);
}

/* One entry that has a setting of its own: the key is the last fragment of the setting's. */
static GArray *
read_entry (GyreComposition *self, GyreSetting *setting, const GyreProvenance *provenance, GError **error)
{
  char *text = dup_entry (self, gyre_setting_get_value (setting), error);
  GArray *elements;

  if (text == NULL)
    return NULL;
  elements = elements_new ();
  add_element (self, elements, g_strdup (gyre_setting_get_fragment (setting)), text, provenance, 0);
  return elements;
}

/* What another mapping is as a whole has no entries yet that others could be added to. */
static GyreLiteral *
parse_references (GyreComposition *self, const char *text, GError **error)
{
  g_autoptr (GError) problem = NULL;
  GyreLiteral *list = gyre_literal_parse_references (self->trait, text, &problem);
  g_autoptr (GyreExpression) whole = list == NULL ? gyre_expression_new (text, -1, GYRE_EXPRESSION_COMPUTED, NULL) : NULL;

  if (whole != NULL)
    gyre_value_error_set (error, GYRE_VALUE_ERROR_SYNTAX, 0, "write its entries one by one, (key: {...})",
                          "can't be added to or taken from: it follows another value as a whole");
  else if (list == NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return list;
}

static GyreLiteral *
parse_elements (GyreComposition *self, const char *text, GError **error)
{
  if (gyre_text_has_references (text, -1))
    return parse_references (self, text, error);
  return has_keys (self) ? gyre_literal_parse_container (self->trait, text, error) : gyre_literal_parse_list (text, error);
}

/* Takes the text of a whole value apart. */
static GArray *
read_elements (GyreComposition *self, const char *text, const GyreProvenance *provenance, GError **error)
{
  g_autoptr (GyreLiteral) list = parse_elements (self, text, error);
  GArray *elements;

  if (list == NULL)
    return NULL;
  elements = elements_new ();
  if (gyre_literal_get_kind (list) != GYRE_LITERAL_LIST)
    return elements;
  for (const GyreLiteral *literal = gyre_literal_get_first (list); literal != NULL; literal = gyre_literal_get_next (literal))
    {
      char *key = has_keys (self) ? gyre_literal_dup_text (literal) : NULL;
      gsize offset = gyre_literal_get_offset (literal);

      if (key != NULL)
        literal = gyre_literal_get_next (literal);
      add_element (self, elements, key, dup_written (literal), provenance, offset);
    }
  return elements;
}

/* A whole value, which takes the place of all there was. */
gboolean
gyre_composition_start (GyreComposition *self, const char *text, const GyreProvenance *provenance, GError **error)
{
  GArray *elements = read_elements (self, text, provenance, error);

  if (elements == NULL)
    return FALSE;
  g_array_unref (self->elements);
  self->elements = elements;
  return TRUE;
}

static gboolean
is_same (const Element *element, const Element *other)
{
  if (element->key != NULL || other->key != NULL)
    return g_strcmp0 (element->key, other->key) == 0;
  return strcmp (element->value, other->value) == 0;
}

/* Takes out every element that is the same as one of @others. */
static void
take_out (GyreComposition *self, GArray *others)
{
  for (guint other = 0; other < others->len; other++)
    for (guint index = self->elements->len; index > 0; index--)
      if (is_same (get_element (self->elements, index - 1), get_element (others, other)))
        g_array_remove_index (self->elements, index - 1);
}

/* An entry that is there gets the new value where it stands, and a set has each element once: what is left is new. */
static void
merge_known (GyreComposition *self, GArray *others)
{
  for (guint other = others->len; other > 0; other--)
    for (guint index = 0; index < self->elements->len; index++)
      {
        Element *present = get_element (self->elements, index);

        if (!is_same (present, get_element (others, other - 1)))
          continue;
        if (has_keys (self))
          {
            Element swapped = *present;
            *present = *get_element (others, other - 1);
            *get_element (others, other - 1) = swapped;
          }
        g_array_remove_index (others, other - 1);
        break;
      }
}

/* The elements move, with all that they own. */
static void
put_in (GyreComposition *self, GArray *others, guint place)
{
  g_array_insert_vals (self->elements, place, others->data, others->len);
  g_array_set_clear_func (others, NULL);
}

static gboolean
combine (GyreComposition *self, GyreSettingOperator operator, GArray *others)
{
  if ((operator == GYRE_SETTING_APPEND || operator == GYRE_SETTING_PREPEND)
      && (has_keys (self) || self->trait->kind == &gyre_kind_set))
    merge_known (self, others);
  switch (operator)
    {
    case GYRE_SETTING_APPEND: put_in (self, others, self->elements->len); break;
    case GYRE_SETTING_PREPEND: put_in (self, others, 0); break;
    case GYRE_SETTING_REMOVE: take_out (self, others); break;
    case GYRE_SETTING_ASSIGN:
    default:
      g_array_set_size (self->elements, 0);
      put_in (self, others, 0);
      break;
    }
  return TRUE;
}

static GArray *
read_setting (GyreComposition *self, const GyreSettingLink *link, GyreSettingOperator operator, GError **error)
{
  GyreProvenance provenance = gyre_provenance_of_setting (link->setting);
  GArray *others;

  others = link->is_entry ? read_entry (self, link->setting, &provenance, error)
           : operator == GYRE_SETTING_REMOVE && has_keys (self)
             ? read_keys (self, gyre_setting_get_value (link->setting), &provenance, error)
             : read_elements (self, gyre_setting_get_value (link->setting), &provenance, error);
  gyre_provenance_clear (&provenance);
  return others;
}

/* Takes one setting. On failure nothing has changed. */
gboolean
gyre_composition_apply (GyreComposition *self, const GyreSettingLink *link, GError **error)
{
  GyreSettingOperator operator = gyre_setting_get_operator (link->setting);
  g_autoptr (GArray) others = NULL;

  if (!gyre_composition_check (self->trait, operator, error))
    return FALSE;
  others = read_setting (self, link, operator, error);
  return others != NULL && combine (self, link->is_entry ? GYRE_SETTING_APPEND : operator, others);
}

/* Takes all settings of a chain from @first on, and marks them as used. @culprit is the one that could not be taken. */
gboolean
gyre_composition_apply_chain (GyreComposition *self, GArray *chain, guint first, GyreSetting **culprit, GError **error)
{
  for (guint index = first; index < chain->len; index++)
    {
      const GyreSettingLink *link = &g_array_index (chain, GyreSettingLink, index);

      gyre_setting_mark_used (link->setting);
      *culprit = link->setting;
      if (!gyre_composition_apply (self, link, error))
        return FALSE;
    }
  return TRUE;
}

guint
gyre_composition_get_length (GyreComposition *self)
{
  return self->elements->len;
}

/* The whole value, for the kind to read. */
char *
gyre_composition_dup_text (GyreComposition *self)
{
  GString *text = g_string_new ("[");

  for (guint index = 0; index < self->elements->len; index++)
    {
      const Element *element = get_element (self->elements, index);
      g_autofree char *key = element->key != NULL ? gyre_literal_quote_key (element->key) : NULL;

      g_string_append_printf (text, "%s%s%s%s", index > 0 ? ", " : "", key != NULL ? key : "", key != NULL ? ": " : "", element->text);
    }
  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

/* A value that stands on one line of a file: then the element has a column of its own. */
static GyreLocator *
locate (const Element *element)
{
  g_autoptr (GyreLocator) whole = gyre_provenance_dup_locator (&element->provenance);

  if (whole == NULL || element->provenance.kind != GYRE_SOURCE_SETTING || gyre_locator_get_kind (whole) != GYRE_LOCATOR_FILE
      || strchr (gyre_setting_get_value ((GyreSetting *) element->provenance.source), '\n') != NULL)
    return g_steal_pointer (&whole);
  return gyre_locator_new_file (gyre_locator_get_file (whole), gyre_locator_get_line (whole),
                                gyre_locator_get_column (whole) + element->offset);
}

/* Where an element was said; NULL where there is none. */
GyreLocator *
gyre_composition_dup_locator (GyreComposition *self, guint index)
{
  return index < self->elements->len ? locate (get_element (self->elements, index)) : NULL;
}

GyreLocator *
gyre_composition_dup_key_locator (GyreComposition *self, const char *key)
{
  for (guint index = 0; index < self->elements->len; index++)
    if (g_strcmp0 (get_element (self->elements, index)->key, key) == 0)
      return locate (get_element (self->elements, index));
  return NULL;
}
