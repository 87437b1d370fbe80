/* gyre-kind-variant.c: The kind of data of any shape
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The text is GLib's, which has quotes and brackets of its own, so it is read as it was written; only a brace is written twice, as
 * everywhere. Some data, such as the smallest numbers, GLib writes and can't read, and what is long takes it long to read: the text of
 * such data is `=type:` and the bytes in Base64.
 * Option `.format` holds the type that the data must be of, as `a{sv}`.
 */
#include "gyre-kind-native-private.h"
#include "gyre-parser-private.h"

#include <string.h>

/* A megabyte of small numbers would keep GLib's parser busy for a quarter of a second. */
#define MAXIMUM_LENGTH 131072

static const GVariantType *
wanted_type (const GyreTrait *trait)
{
  const char *format = gyre_trait_get_options (trait)->format;

  return format != NULL && g_variant_type_string_is_valid (format) ? (const GVariantType *) format : NULL;
}

/* Each brace twice. */
static char *
double_braces (const char *text)
{
  GString *doubled = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      g_string_append_c (doubled, *text);
      if (*text == '{' || *text == '}')
        g_string_append_c (doubled, *text);
    }
  return g_string_free (doubled, FALSE);
}

static gboolean
refuse (const char *text, const char *place, const char *message, GError **error)
{
  gyre_value_error_set (error, GYRE_VALUE_ERROR_SYNTAX, gyre_parser_count_characters (text, place),
                        "write data as GLib does: 5, 'text', [1, 2], (1, 'a'), {{'key': <5>}}", "must be data: %s", message);
  return FALSE;
}

static char *
single_braces (const char *text, GError **error)
{
  g_autoptr (GString) single = g_string_new (NULL);
  const char *byte = text;

  if (!g_utf8_validate (text, -1, &byte))
    {
      refuse (text, byte, "not in UTF-8", error);
      return NULL;
    }
  for (byte = text; *byte != '\0'; byte++)
    {
      g_string_append_c (single, *byte);
      if (*byte != '{' && *byte != '}')
        continue;
      if (byte[1] != *byte)
        {
          refuse (text, byte, "a brace is written twice", error);
          return NULL;
        }
      byte++;
    }
  return g_string_free (g_steal_pointer (&single), FALSE);
}

/* The place in the text with two braces each. */
static const char *
find_place (const char *text, gsize offset)
{
  for (; offset > 0 && *text != '\0'; offset--, text++)
    if ((*text == '{' || *text == '}') && text[1] != '\0')
      text++;
  return text;
}

/* GLib's message begins with the place, in bytes: "3-5:expected …". */
static gboolean
refuse_problem (const char *text, const GError *problem, GError **error)
{
  char *rest = NULL;
  gsize offset = (gsize) g_ascii_strtoull (problem->message, &rest, 10);
  const char *colon = rest != problem->message ? strchr (rest, ':') : NULL;

  return refuse (text, find_place (text, colon != NULL ? offset : 0), colon != NULL ? colon + 1 : problem->message, error);
}

/* "=ad:AAAAAAAAAAA=": the bytes are those of a machine whose numbers begin with the lowest byte. */
static GVariant *
read_bytes (const char *text)
{
  const char *colon = strchr (text, ':');
  g_autofree char *type = colon != NULL ? g_strndup (text, colon - text) : NULL;
  g_autoptr (GVariant) variant = NULL;
  gsize length = 0;
  guchar *content;

  if (type == NULL || !g_variant_type_string_is_valid (type) || !g_variant_type_is_definite ((const GVariantType *) type))
    return NULL;
  content = g_base64_decode (colon + 1, &length);
  variant = g_variant_ref_sink (g_variant_new_from_data ((const GVariantType *) type, content, length, FALSE, g_free, content));
  if (!g_variant_is_normal_form (variant))
    return NULL;
  return G_BYTE_ORDER == G_LITTLE_ENDIAN ? g_steal_pointer (&variant) : g_variant_byteswap (variant);
}

static char *
write_bytes (GVariant *variant)
{
  g_autoptr (GVariant) normal = g_variant_get_normal_form (variant);
  g_autoptr (GVariant) ordered = G_BYTE_ORDER == G_LITTLE_ENDIAN ? g_variant_ref (normal) : g_variant_byteswap (normal);
  g_autofree char *content = g_base64_encode (g_variant_get_data (ordered), g_variant_get_size (ordered));

  return g_strdup_printf ("=%s:%s", g_variant_get_type_string (variant), content);
}

static gboolean
take_bytes (const char *text, GyreValue *value, GError **error)
{
  *value = (GyreValue) { .pointer = read_bytes (text + 1) };
  value->present = value->pointer != NULL;
  return value->present || refuse (text, text, "expected =type:bytes, with the bytes in Base64", error);
}

static gboolean
variant_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  g_autofree char *single = single_braces (text, error);
  g_autoptr (GError) problem = NULL;

  if (single == NULL)
    return FALSE;
  if (*single == '=')
    return take_bytes (single, value, error);
  if (strlen (single) > MAXIMUM_LENGTH)
    return refuse (text, text, "a text of more than " G_STRINGIFY (MAXIMUM_LENGTH) " bytes, which is written =type:bytes", error);
  *value = (GyreValue) { .pointer = g_variant_parse (wanted_type (trait), single, NULL, NULL, &problem) };
  if (value->pointer == NULL)
    return refuse_problem (text, problem, error);
  value->present = TRUE;
  return TRUE;
}

static char *
variant_print (const GyreTrait *trait, GyreValue value)
{
  g_autofree char *text = g_variant_print (value.pointer, TRUE);
  g_autoptr (GVariant) again = strlen (text) <= MAXIMUM_LENGTH ? g_variant_parse (NULL, text, NULL, NULL, NULL) : NULL;
  g_autofree char *bytes = again == NULL || !g_variant_equal (value.pointer, again) ? write_bytes (value.pointer) : NULL;

  return double_braces (bytes != NULL ? bytes : text);
}

static gboolean
variant_equal (GyreValue value, GyreValue other)
{
  return g_variant_equal (value.pointer, other.pointer);
}

static GyreValue
variant_copy (GyreValue value)
{
  value.pointer = g_variant_ref_sink (value.pointer);
  return value;
}

static void
variant_clear (GyreValue value)
{
  g_variant_unref (value.pointer);
}

static gboolean
variant_validate (const GyreTrait *trait, GyreValue value, GError **error)
{
  const GVariantType *type = wanted_type (trait);

  if (type == NULL || g_variant_is_of_type (value.pointer, type))
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_TYPE, GYRE_VALUE_ERROR_NOWHERE, NULL, "must be data of type %s, is of type %s",
                        gyre_trait_get_options (trait)->format, g_variant_get_type_string (value.pointer));
  return FALSE;
}

static GParamSpec *
variant_specify (const GyreTrait *trait, GParamFlags flags)
{
  const GyreDescriptor *descriptor = &trait->descriptor;
  const GVariantType *type = wanted_type (trait);

  return g_param_spec_variant (descriptor->name, descriptor->name, descriptor->summary, type != NULL ? type : G_VARIANT_TYPE_ANY,
                               NULL, flags);
}

static void
take (GVariant *variant, GyreValue *value)
{
  *value = (GyreValue) { .present = TRUE, .pointer = g_variant_get_normal_form (variant) };
}

static gboolean
variant_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  *value = GYRE_NONE;
  if (!G_VALUE_HOLDS_VARIANT (source))
    return gyre_kind_refuse_type (trait, source, error);
  if (g_value_get_variant (source) != NULL)
    take (g_value_get_variant (source), value);
  return TRUE;
}

static void
variant_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
  g_value_set_variant (target, value.present ? value.pointer : NULL);
}

/* In a variant, so that its own type is not taken for the way that it was packed. */
static GVariant *
variant_to_variant (const GyreTrait *trait, GyreValue value)
{
  return g_variant_new_variant (value.pointer);
}

static gboolean
variant_from_variant (const GyreTrait *trait, GVariant *variant, GyreValue *value, GError **error)
{
  g_autoptr (GVariant) inner = g_variant_is_of_type (variant, G_VARIANT_TYPE_VARIANT) ? g_variant_get_variant (variant)
                                                                                     : g_variant_ref (variant);

  take (inner, value);
  return TRUE;
}

/* Anything goes. */
static void
variant_describe_schema (const GyreTrait *trait, GVariantBuilder *builder)
{
}

static gboolean
variant_check_options (const GyreTrait *trait, GError **error)
{
  const char *format = gyre_trait_get_options (trait)->format;

  if (format == NULL || g_variant_type_string_is_valid (format))
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_CONSTRAINT, GYRE_VALUE_ERROR_NOWHERE, "write a type of GVariant, such as a{sv}",
                        "has a .format that is no type: '%s'", format);
  return FALSE;
}

const GyreKind gyre_kind_variant = {
  .name = "variant",
  .structured = TRUE,
  .parse = variant_parse,
  .print = variant_print,
  .equal = variant_equal,
  .copy = variant_copy,
  .clear = variant_clear,
  .validate = variant_validate,
  .specify = variant_specify,
  .from_gvalue = variant_from_gvalue,
  .to_gvalue = variant_to_gvalue,
  .to_variant = variant_to_variant,
  .from_variant = variant_from_variant,
  .describe_schema = variant_describe_schema,
  .check_options = variant_check_options,
  .is_text = TRUE,
};
