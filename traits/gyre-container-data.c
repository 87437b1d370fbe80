/* gyre-container-data.c: Containers as the data of other languages
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A list of texts is a property of type GStrv, one of numbers a GVariant array: what bindings know best. Everything else is a
 * boxed GyreList or GyreMapping there, and is taken as a GVariant as well.
 */
#include "gyre-container-private.h"
#include "gyre-literal.h"

/* Of a kind that says nothing about its data, as far as we know its values. */
static GVariant *
variant_of_leaf (const GyreTrait *trait, const GyreKind *kind, GyreValue value)
{
  g_autofree char *text = NULL;
  g_autofree char *meaning = NULL;

  if (kind->to_variant != NULL)
    return kind->to_variant (trait, value);
  if (gyre_kind_is_a (kind, &gyre_kind_boolean))
    return g_variant_new_boolean (value.boolean);
  if (gyre_kind_is_a (kind, &gyre_kind_integer))
    return g_variant_new_int64 (value.integer);
  if (gyre_kind_is_a (kind, &gyre_kind_real))
    return g_variant_new_double (value.real);
  text = kind->print (trait, value);
  meaning = kind->structured ? g_strdup (text) : gyre_literal_scalar (text, NULL, NULL, NULL);
  return g_variant_new_string (meaning != NULL ? meaning : text);
}

static GVariant *
variant_of_element (const GyreTrait *trait, GyreValue value, guint index)
{
  GyreValue element = gyre_container_get_value (trait, value, index);

  if (!element.present)
    return g_variant_new_maybe (G_VARIANT_TYPE_VARIANT, NULL);
  return variant_of_leaf (gyre_container_get_element (trait, index), gyre_container_get_kind (trait, value, index), element);
}

/* An array of one type where all elements have it, else one of variants. */
static GVariant *
variant_of_list (GVariant **children, guint length)
{
  gboolean is_even = length > 0;

  for (guint index = 1; index < length && is_even; index++)
    is_even = g_variant_is_of_type (children[index], g_variant_get_type (children[0]));
  if (is_even)
    return g_variant_new_array (NULL, children, length);
  for (guint index = 0; index < length; index++)
    children[index] = g_variant_new_variant (children[index]);
  return g_variant_new_array (G_VARIANT_TYPE_VARIANT, children, length);
}

static GVariant *
variant_of_mapping (GyreMapping *mapping, GVariant **children, guint length)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  for (guint index = 0; index < length; index++)
    g_variant_builder_add (&builder, "{sv}", gyre_mapping_get_key (mapping, index), children[index]);
  return g_variant_builder_end (&builder);
}

GVariant *
gyre_container_to_variant (const GyreTrait *trait, GyreValue value)
{
  guint length = gyre_container_get_length (trait, value);
  g_autofree GVariant **children = g_new (GVariant *, length + 1);

  for (guint index = 0; index < length; index++)
    children[index] = variant_of_element (trait, value, index);
  if (gyre_container_is_mapping (trait))
    return variant_of_mapping (value.mapping, children, length);
  if (gyre_kind_is_a (trait->kind, &gyre_kind_tuple))
    return g_variant_new_tuple (children, length);
  return variant_of_list (children, length);
}

static gboolean
leaf_from_native (const GyreTrait *trait, GVariant *variant, GyreValue *value, GError **error)
{
  g_auto (GValue) native = G_VALUE_INIT;

  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_STRING) && trait->kind->structured)
    return trait->kind->parse (trait, g_variant_get_string (variant, NULL), value, error);
  if (gyre_kind_unpack_variant (variant, &native) && G_IS_VALUE (&native))
    {
      if (G_VALUE_HOLDS_STRING (&native) && !gyre_kind_is_a (trait->kind, &gyre_kind_real)
          && !gyre_kind_is_a (trait->kind, &gyre_kind_integer) && !gyre_kind_is_a (trait->kind, &gyre_kind_boolean))
        return trait->kind->parse (trait, g_value_get_string (&native), value, error);
      return trait->kind->from_gvalue (trait, &native, value, error);
    }
  gyre_value_error_set (error, GYRE_VALUE_ERROR_TYPE, GYRE_VALUE_ERROR_NOWHERE, NULL, "must be of kind %s, is a GVariant '%s'",
                        trait->kind->name, g_variant_get_type_string (variant));
  return FALSE;
}

static gboolean
leaf_from_variant (const GyreTrait *trait, GVariant *variant, GyreValue *value, GError **error)
{
  g_autoptr (GVariant) inner = NULL;

  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_VARIANT))
    {
      inner = g_variant_get_variant (variant);
      return leaf_from_variant (trait, inner, value, error);
    }
  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_MAYBE))
    {
      inner = g_variant_get_maybe (variant);
      return inner != NULL ? leaf_from_variant (trait, inner, value, error) : gyre_trait_validate (trait, GYRE_NONE, error);
    }
  return (trait->kind->from_variant != NULL ? trait->kind->from_variant : leaf_from_native) (trait, variant, value, error);
}

static gboolean
take_child (GyreGathering *gathering, GVariant *child, guint index, GError **error)
{
  const GyreTrait *element = gyre_container_get_element (gathering->trait, index);
  g_autoptr (GVariant) inner = NULL;
  g_autofree char *place = NULL;
  const char *key = NULL;
  GyreValue part = GYRE_NONE;
  GError *problem = NULL;

  if (gathering->mapping != NULL)
    g_variant_get (child, "{&s@*}", &key, &inner);
  else
    inner = g_variant_ref (child);
  if (leaf_from_variant (element, inner, &part, &problem))
    {
      gyre_gathering_take (gathering, index, key, part);
      return TRUE;
    }
  place = key != NULL ? g_strdup_printf ("[%s]", key) : g_strdup_printf ("[%u]", index);
  return gyre_container_refuse (place, problem, error);
}

static gboolean
accepts (const GyreTrait *trait, GVariant *variant)
{
  if (gyre_container_is_mapping (trait))
    return g_variant_is_of_type (variant, G_VARIANT_TYPE ("a{s*}"));
  return (g_variant_is_of_type (variant, G_VARIANT_TYPE_ARRAY) && !g_variant_is_of_type (variant, G_VARIANT_TYPE_DICTIONARY))
         || g_variant_is_of_type (variant, G_VARIANT_TYPE_TUPLE);
}

/* Any array whose elements lose nothing: of 32 bits for integers, of integers for reals. */
gboolean
gyre_container_from_variant (const GyreTrait *trait, GVariant *variant, GyreValue *value, GError **error)
{
  g_auto (GyreGathering) gathering = { NULL };
  gsize length;

  if (!accepts (trait, variant))
    {
      g_autofree char *kind = gyre_trait_dup_kind_text (trait);
      gyre_value_error_set (error, GYRE_VALUE_ERROR_TYPE, GYRE_VALUE_ERROR_NOWHERE, NULL, "must be of kind %s, is a GVariant '%s'",
                            kind, g_variant_get_type_string (variant));
      return FALSE;
    }
  length = g_variant_n_children (variant);
  if (!gyre_gathering_check_length (trait, length, error))
    return FALSE;
  gyre_gathering_begin (&gathering, trait, length);
  for (gsize index = 0; index < length; index++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (variant, index);
      if (!take_child (&gathering, child, index, error))
        return FALSE;
    }
  *value = gyre_gathering_end (&gathering);
  return TRUE;
}

static GVariant *
schema_of (const GyreTrait *trait)
{
  GVariantBuilder builder;
  const char *type = gyre_kind_is_a (trait->kind, &gyre_kind_boolean) ? "boolean"
                     : gyre_kind_is_a (trait->kind, &gyre_kind_integer) ? "integer"
                     : gyre_kind_is_a (trait->kind, &gyre_kind_real) ? "number" : "string";

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  if (trait->kind->describe_schema != NULL)
    trait->kind->describe_schema (trait, &builder);
  else
    g_variant_builder_add (&builder, "{sv}", "type", g_variant_new_string (type));
  return g_variant_builder_end (&builder);
}

static void
describe_tuple (const GyreTrait *trait, GVariantBuilder *builder)
{
  const GPtrArray *parts = gyre_trait_get_options (trait)->parts;
  gint64 length = parts != NULL ? parts->len : 0;
  GVariantBuilder items;

  g_variant_builder_init (&items, G_VARIANT_TYPE ("aa{sv}"));
  for (guint index = 0; index < length; index++)
    g_variant_builder_add_value (&items, schema_of (g_ptr_array_index (parts, index)));
  g_variant_builder_add (builder, "{sv}", "prefixItems", g_variant_builder_end (&items));
  g_variant_builder_add (builder, "{sv}", "minItems", g_variant_new_int64 (length));
  g_variant_builder_add (builder, "{sv}", "maxItems", g_variant_new_int64 (length));
}

void
gyre_container_describe_schema (const GyreTrait *trait, GVariantBuilder *builder)
{
  gboolean is_mapping = gyre_container_is_mapping (trait);

  g_variant_builder_add (builder, "{sv}", "type", g_variant_new_string (is_mapping ? "object" : "array"));
  if (gyre_kind_is_a (trait->kind, &gyre_kind_tuple))
    describe_tuple (trait, builder);
  else
    g_variant_builder_add (builder, "{sv}", is_mapping ? "additionalProperties" : "items", schema_of (trait->element));
  if (gyre_kind_is_a (trait->kind, &gyre_kind_set))
    g_variant_builder_add (builder, "{sv}", "uniqueItems", g_variant_new_boolean (TRUE));
}

static gboolean
is_textual (const GyreTrait *trait)
{
  return gyre_kind_is_a (trait->kind, &gyre_kind_list) && trait->element != NULL && !trait->element->nullable
         && (gyre_kind_is_a (trait->element->kind, &gyre_kind_string) || trait->element->kind == &gyre_kind_enumeration);
}

static const GVariantType *
number_type (const GyreTrait *trait)
{
  if (!gyre_kind_is_a (trait->kind, &gyre_kind_list) || trait->element == NULL || trait->element->nullable)
    return NULL;
  if (trait->element->kind == &gyre_kind_boolean)
    return G_VARIANT_TYPE ("ab");
  if (trait->element->kind == &gyre_kind_integer)
    return G_VARIANT_TYPE ("ax");
  return trait->element->kind == &gyre_kind_real ? G_VARIANT_TYPE ("ad") : NULL;
}

GParamSpec *
gyre_container_specify (const GyreTrait *trait, GParamFlags flags)
{
  const GyreDescriptor *descriptor = &trait->descriptor;
  GType type = gyre_container_is_mapping (trait) ? GYRE_TYPE_MAPPING : is_textual (trait) ? G_TYPE_STRV : GYRE_TYPE_LIST;

  if (number_type (trait) != NULL)
    return g_param_spec_variant (descriptor->name, descriptor->name, descriptor->summary, number_type (trait), NULL, flags);
  return g_param_spec_boxed (descriptor->name, descriptor->name, descriptor->summary, type, flags);
}

static gboolean
from_strings (const GyreTrait *trait, const char * const *strings, GyreValue *value, GError **error)
{
  g_auto (GyreGathering) gathering = { NULL };
  guint length = g_strv_length ((GStrv) strings);

  if (!gyre_gathering_check_length (trait, length, error))
    return FALSE;
  gyre_gathering_begin (&gathering, trait, length);
  for (guint index = 0; index < length; index++)
    {
      const GyreTrait *element = gyre_container_get_element (trait, index);
      GyreValue part = GYRE_NONE;
      GError *problem = NULL;

      if (!element->kind->parse (element, strings[index], &part, &problem))
        {
          g_autofree char *place = g_strdup_printf ("[%u]", index);
          gyre_value_error_forget_place (problem);
          return gyre_container_refuse (place, problem, error);
        }
      gyre_gathering_take (&gathering, index, NULL, part);
    }
  *value = gyre_gathering_end (&gathering);
  return TRUE;
}

static gboolean
from_boxed (const GyreTrait *trait, gpointer boxed, GyreValue *value)
{
  if (boxed == NULL)
    return TRUE;
  *value = gyre_kind_copy (trait->kind, (GyreValue) { .present = TRUE, .pointer = boxed });
  if (gyre_kind_is_a (trait->kind, &gyre_kind_set) && gyre_list_get_kind (value->list, 0) == trait->element->kind)
    value->list = gyre_container_unite (trait, value->list);
  return TRUE;
}

/* What is wrong with the elements of a boxed one, the check of the whole says. */
gboolean
gyre_container_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  gboolean is_mapping = gyre_container_is_mapping (trait);

  *value = GYRE_NONE;
  if (G_VALUE_HOLDS (source, is_mapping ? GYRE_TYPE_MAPPING : GYRE_TYPE_LIST))
    return from_boxed (trait, g_value_get_boxed (source), value);
  if (G_VALUE_HOLDS (source, G_TYPE_STRV) && !is_mapping)
    return g_value_get_boxed (source) == NULL || from_strings (trait, g_value_get_boxed (source), value, error);
  if (G_VALUE_HOLDS_VARIANT (source))
    {
      GVariant *variant = g_value_get_variant (source);
      if (variant == NULL || accepts (trait, variant))
        return variant == NULL || gyre_container_from_variant (trait, variant, value, error);
    }
  return gyre_kind_refuse_type (trait, source, error);
}

void
gyre_container_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
  if (!value.present)
    return;
  if (is_textual (trait))
    {
      g_autoptr (GVariant) variant = g_variant_ref_sink (gyre_container_to_variant (trait, value));
      GStrv strings = g_variant_is_of_type (variant, G_VARIANT_TYPE_STRING_ARRAY) ? g_variant_dup_strv (variant, NULL)
                                                                                  : g_new0 (char *, 1);
      g_value_take_boxed (target, strings);
    }
  else if (number_type (trait) != NULL)
    g_value_set_variant (target, gyre_list_get_length (value.list) > 0 ? gyre_container_to_variant (trait, value)
                                                                       : g_variant_new_array (g_variant_type_element (number_type (trait)), NULL, 0));
  else
    g_value_set_boxed (target, value.pointer);
}
