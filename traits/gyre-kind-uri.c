/* gyre-kind-uri.c: The kind of uniform resource identifiers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is encoded stays encoded, so that the text keeps its meaning. Option `.format` holds the schemes that are allowed, with commas
 * between them.
 */
#include "gyre-kind-native-private.h"
#include "gyre-literal.h"
#include "gyre-name.h"
#include "gyre-parser-private.h"

#include <string.h>

#define URI_FLAGS (G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE)

/* The first byte that can't be in any. */
static const char *
find_illegal (const char *text)
{
  while ((guchar) *text > ' ' && *text != '\x7f' && strchr ("\"<>\\^`{|}", *text) == NULL)
    text++;
  return text;
}

static gboolean
refuse (const char *text, const char *place, const char *complaint, GError **error)
{
  g_autofree char *shown = g_utf8_make_valid (text, -1);

  gyre_value_error_set (error, GYRE_VALUE_ERROR_SYNTAX, place != NULL ? gyre_parser_count_characters (text, place) : GYRE_VALUE_ERROR_NOWHERE,
                        "write scheme:, //host, /path, ?query, #fragment, and % and two digits for any other byte",
                        "must be a uri%s%s, is '%s'", complaint != NULL ? ": " : "", complaint != NULL ? complaint : "", shown);
  return FALSE;
}

/* Two spellings of one address are one value: the text that GLib writes must be the one that it writes again. N.B. it decodes a host
 * and does not encode what no text may have. */
static GUri *
normalise (const char *text, GError **error)
{
  g_autoptr (GUri) first = g_uri_parse (text, URI_FLAGS, error);
  g_autofree char *spelling = first != NULL ? g_uri_to_string (first) : NULL;
  g_autoptr (GUri) second = spelling != NULL && *find_illegal (spelling) == '\0' ? g_uri_parse (spelling, URI_FLAGS, error) : NULL;
  g_autofree char *again = second != NULL ? g_uri_to_string (second) : NULL;

  return again != NULL && strcmp (spelling, again) == 0 ? g_steal_pointer (&second) : NULL;
}

static gboolean
uri_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  g_autoptr (GError) problem = NULL;
  const char *illegal = find_illegal (text);

  if (*illegal != '\0' || *text == '\0')
    return refuse (text, illegal, NULL, error);
  *value = (GyreValue) { .pointer = normalise (text, &problem) };
  value->present = value->pointer != NULL;
  return value->present || refuse (text, NULL, problem != NULL ? problem->message : "it has more than one reading", error);
}

static char *
uri_print (const GyreTrait *trait, GyreValue value)
{
  g_autofree char *text = g_uri_to_string (value.pointer);

  return gyre_literal_quote (text);
}

static gboolean
uri_equal (GyreValue value, GyreValue other)
{
  g_autofree char *left = g_uri_to_string (value.pointer);
  g_autofree char *right = g_uri_to_string (other.pointer);

  return strcmp (left, right) == 0;
}

static GyreValue
uri_copy (GyreValue value)
{
  value.pointer = g_uri_ref (value.pointer);
  return value;
}

static void
uri_clear (GyreValue value)
{
  g_uri_unref (value.pointer);
}

static gboolean
uri_validate (const GyreTrait *trait, GyreValue value, GError **error)
{
  const char *schemes = gyre_trait_get_options (trait)->format;
  const char *scheme = g_uri_get_scheme (value.pointer);
  g_auto (GStrv) allowed = NULL;
  g_autofree char *hint = NULL;

  if (schemes == NULL)
    return TRUE;
  allowed = g_strsplit (schemes, ",", -1);
  for (guint index = 0; allowed[index] != NULL; index++)
    if (g_ascii_strcasecmp (g_strstrip (allowed[index]), scheme) == 0)
      return TRUE;
  hint = gyre_name_suggest (scheme, (const char * const *) allowed);
  gyre_value_error_set (error, GYRE_VALUE_ERROR_CONSTRAINT, GYRE_VALUE_ERROR_NOWHERE, hint,
                        "must be a uri of scheme %s, is one of scheme %s", schemes, scheme);
  return FALSE;
}

static GParamSpec *
uri_specify (const GyreTrait *trait, GParamFlags flags)
{
  return gyre_kind_specify_boxed (trait, flags, G_TYPE_URI);
}

/* One that was parsed in another way is spelt as ours are. */
static gboolean
uri_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  g_autofree char *text = NULL;

  if (!G_VALUE_HOLDS (source, G_TYPE_URI) || g_value_get_boxed (source) == NULL)
    return gyre_kind_boxed_from_gvalue (trait, source, G_TYPE_URI, value, error);
  text = g_uri_to_string (g_value_get_boxed (source));
  return uri_parse (trait, text, value, error);
}

static GVariant *
uri_to_variant (const GyreTrait *trait, GyreValue value)
{
  return g_variant_new_take_string (g_uri_to_string (value.pointer));
}

static void
uri_describe_schema (const GyreTrait *trait, GVariantBuilder *builder)
{
  gyre_kind_describe (builder, "type", "string");
  gyre_kind_describe (builder, "format", "uri");
}

const GyreKind gyre_kind_uri = {
  .name = "uri",
  .parse = uri_parse,
  .print = uri_print,
  .equal = uri_equal,
  .copy = uri_copy,
  .clear = uri_clear,
  .validate = uri_validate,
  .specify = uri_specify,
  .from_gvalue = uri_from_gvalue,
  .to_gvalue = gyre_kind_boxed_to_gvalue,
  .to_variant = uri_to_variant,
  .from_variant = gyre_kind_from_variant,
  .describe_schema = uri_describe_schema,
  .is_text = TRUE,
};
