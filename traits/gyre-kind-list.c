/* gyre-kind-list.c: The kind of lists of one kind
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A list of texts is a property of type GStrv, of anything else a GVariant array: what bindings know best.
 */
#include "gyre-kind-private.h"
#include "gyre-list.h"
#include "gyre-literal.h"
#include "gyre-pipeline-private.h"

static gboolean
is_textual (const GyreTrait *element)
{
  return gyre_kind_is_a (element->kind, &gyre_kind_string) || element->kind == &gyre_kind_enumeration;
}

static const GVariantType *
variant_type (const GyreTrait *trait)
{
  if (trait->element->kind == &gyre_kind_boolean)
    return G_VARIANT_TYPE ("ab");
  return trait->element->kind == &gyre_kind_integer ? G_VARIANT_TYPE ("ax") : G_VARIANT_TYPE ("ad");
}

/* The text of an element without its quotes begins one character later, unless escapes moved it. */
static gsize
find_text (const GyreLiteral *literal, GError *problem)
{
  gsize length;

  if (gyre_literal_get_kind (literal) != GYRE_LITERAL_LIST && gyre_literal_peek_text (literal, &length) == NULL)
    gyre_value_error_forget_place (problem);
  else if (gyre_literal_get_kind (literal) == GYRE_LITERAL_QUOTED && gyre_value_error_get_offset (problem, NULL))
    return gyre_literal_get_offset (literal) + 1;
  return gyre_literal_get_offset (literal);
}

static gboolean
refuse_element (guint index, gsize offset, GError *problem, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("element %u", index);

  gyre_value_error_relocate (problem, offset, subject);
  g_propagate_error (error, problem);
  return FALSE;
}

static gboolean
parse_element (const GyreTrait *trait, const GyreLiteral *literal, guint index, GyreValue *value, GError **error)
{
  g_autofree char *text = gyre_literal_dup_text (literal);
  GError *problem = NULL;

  if (gyre_literal_get_kind (literal) == GYRE_LITERAL_LIST)
    gyre_value_error_set (&problem, GYRE_VALUE_ERROR_TYPE, 0, NULL, "must be of kind %s, is a list", trait->kind->name);
  else if (gyre_literal_get_kind (literal) == GYRE_LITERAL_NONE)
    gyre_value_error_set (&problem, GYRE_VALUE_ERROR_NULL, 0, "write \"none\" for the word", "may not be none");
  else if (gyre_pipeline_parse (trait, text, value, &problem))
    {
      if (gyre_trait_validate (trait, *value, &problem))
        return TRUE;
      gyre_kind_clear (trait->kind, value);
    }
  return refuse_element (index, find_text (literal, problem), problem, error);
}

static gboolean
list_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  g_autoptr (GyreLiteral) literal = gyre_literal_parse_list (text, error);
  g_autoptr (GyreList) list = NULL;
  const GyreLiteral *element;
  guint index = 0;

  if (literal == NULL)
    return FALSE;
  list = gyre_list_new (trait->element->kind, gyre_literal_get_length (literal));
  for (element = gyre_literal_get_first (literal); element != NULL; element = gyre_literal_get_next (element), index++)
    {
      GyreValue part = GYRE_NONE;
      if (!parse_element (trait->element, element, index, &part, error))
        return FALSE;
      gyre_list_take_value (list, index, part);
    }
  *value = (GyreValue) { .present = TRUE, .list = g_steal_pointer (&list) };
  return TRUE;
}

static char *
string_of_element (const GyreTrait *trait, GyreValue value)
{
  g_autoptr (GTypeClass) held = NULL;

  if (trait->kind != &gyre_kind_enumeration)
    return g_strdup (value.string);
  held = g_type_class_ref (gyre_trait_get_value_type (trait));
  return g_strdup (g_enum_get_value ((GEnumClass *) held, (gint) value.integer)->value_nick);
}

static char *
print_element (const GyreTrait *trait, GyreValue value)
{
  g_autofree char *string = NULL;

  if (!is_textual (trait))
    return trait->kind->print (trait, value);
  string = string_of_element (trait, value);
  return gyre_literal_quote_element (string);
}

/* The parentheses keep a list of one list, an empty list and a list of one text apart from their elements. */
static char *
list_print (const GyreTrait *trait, GyreValue value)
{
  GString *text = g_string_new ("(");

  for (guint index = 0; index < gyre_list_get_length (value.list); index++)
    {
      GyreValue element = gyre_list_get_value (value.list, index);
      g_autofree char *part = print_element (trait->element, element);
      g_string_append_printf (text, "%s%s", index > 0 ? ", " : "", part);
    }
  g_string_append_c (text, ')');
  return g_string_free (text, FALSE);
}

static gboolean
list_equal (GyreValue value, GyreValue other)
{
  return value.list == other.list || gyre_list_equal (value.list, other.list);
}

static GyreValue
list_copy (GyreValue value)
{
  value.list = gyre_list_ref (value.list);
  return value;
}

static void
list_clear (GyreValue value)
{
  gyre_list_unref (value.list);
}

/* However a list came in, each element keeps the rules. */
static gboolean
list_validate (const GyreTrait *trait, GyreValue value, GError **error)
{
  for (guint index = 0; index < gyre_list_get_length (value.list); index++)
    {
      GError *problem = NULL;

      if (!gyre_trait_validate (trait->element, gyre_list_get_value (value.list, index), &problem))
        return refuse_element (index, GYRE_VALUE_ERROR_NOWHERE, problem, error);
    }
  return TRUE;
}

static GParamSpec *
list_specify (const GyreTrait *trait, GParamFlags flags)
{
  const GyreDescriptor *descriptor = &trait->descriptor;

  if (is_textual (trait->element))
    return g_param_spec_boxed (descriptor->name, descriptor->name, descriptor->summary, G_TYPE_STRV, flags);
  return g_param_spec_variant (descriptor->name, descriptor->name, descriptor->summary, variant_type (trait), NULL, flags);
}

static gboolean
list_from_strings (const GyreTrait *trait, const char * const *strings, GyreValue *value, GError **error)
{
  g_autoptr (GyreList) list = gyre_list_new (trait->element->kind, g_strv_length ((GStrv) strings));

  for (guint index = 0; strings[index] != NULL; index++)
    {
      GyreValue part = GYRE_NONE;
      GError *problem = NULL;

      if (!trait->element->kind->parse (trait->element, strings[index], &part, &problem))
        return refuse_element (index, GYRE_VALUE_ERROR_NOWHERE, problem, error);
      gyre_list_take_value (list, index, part);
    }
  *value = (GyreValue) { .present = TRUE, .list = g_steal_pointer (&list) };
  return TRUE;
}

static gboolean
element_from_variant (const GyreTrait *trait, GVariant *variant, guint index, GyreValue *value, GError **error)
{
  g_auto (GValue) native = G_VALUE_INIT;
  GError *problem = NULL;

  if (!gyre_kind_unpack_variant (variant, &native) || !G_IS_VALUE (&native))
    gyre_value_error_set (&problem, GYRE_VALUE_ERROR_TYPE, GYRE_VALUE_ERROR_NOWHERE, NULL, "must be of kind %s, is a GVariant '%s'",
                          trait->kind->name, g_variant_get_type_string (variant));
  else if (trait->kind->from_gvalue (trait, &native, value, &problem))
    return TRUE;
  return refuse_element (index, GYRE_VALUE_ERROR_NOWHERE, problem, error);
}

/* Any array whose elements lose nothing: of 32 bits for integers, of integers for reals. */
static gboolean
list_from_variant (const GyreTrait *trait, GVariant *variant, GyreValue *value, GError **error)
{
  gsize length = g_variant_n_children (variant);
  g_autoptr (GyreList) list = gyre_list_new (trait->element->kind, length);

  for (gsize index = 0; index < length; index++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (variant, index);
      GyreValue part = GYRE_NONE;

      if (!element_from_variant (trait->element, child, index, &part, error))
        return FALSE;
      gyre_list_take_value (list, index, part);
    }
  *value = (GyreValue) { .present = TRUE, .list = g_steal_pointer (&list) };
  return TRUE;
}

static gboolean
list_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  gboolean is_textual_list = is_textual (trait->element);

  *value = GYRE_NONE;
  if (is_textual_list && G_VALUE_HOLDS (source, G_TYPE_STRV))
    return g_value_get_boxed (source) == NULL
           || list_from_strings (trait, g_value_get_boxed (source), value, error);
  if (!is_textual_list && G_VALUE_HOLDS_VARIANT (source))
    {
      GVariant *variant = g_value_get_variant (source);

      if (variant == NULL)
        return TRUE;
      if (g_variant_is_of_type (variant, G_VARIANT_TYPE_ARRAY))
        return list_from_variant (trait, variant, value, error);
    }
  return gyre_kind_refuse_type (trait, source, error);
}

static GVariant *
variant_of_element (const GyreTrait *trait, GyreValue value)
{
  if (trait->kind == &gyre_kind_boolean)
    return g_variant_new_boolean (value.boolean);
  return trait->kind == &gyre_kind_integer ? g_variant_new_int64 (value.integer) : g_variant_new_double (value.real);
}

static void
list_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
  guint length = value.present ? gyre_list_get_length (value.list) : 0;

  if (!value.present)
    return;
  if (is_textual (trait->element))
    {
      GStrv strings = g_new0 (char *, length + 1);
      for (guint index = 0; index < length; index++)
        strings[index] = string_of_element (trait->element, gyre_list_get_value (value.list, index));
      g_value_take_boxed (target, strings);
      return;
    }

  GVariantBuilder builder;
  g_variant_builder_init (&builder, variant_type (trait));
  for (guint index = 0; index < length; index++)
    g_variant_builder_add_value (&builder, variant_of_element (trait->element, gyre_list_get_value (value.list, index)));
  g_value_take_variant (target, g_variant_ref_sink (g_variant_builder_end (&builder)));
}

const GyreKind gyre_kind_list = {
  .name = "list",
  .structured = TRUE,
  .parse = list_parse,
  .print = list_print,
  .equal = list_equal,
  .copy = list_copy,
  .clear = list_clear,
  .validate = list_validate,
  .specify = list_specify,
  .from_gvalue = list_from_gvalue,
  .to_gvalue = list_to_gvalue,
};
