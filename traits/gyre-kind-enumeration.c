/* gyre-kind-enumeration.c: The kind of words of an enumeration
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-kind-native-private.h"
#include "gyre-literal.h"
#include "gyre-name.h"

#include <string.h>

static GEnumClass *
enumeration_class (const GyreTrait *trait)
{
  return g_type_class_ref (gyre_trait_get_value_type (trait));
}

/* "fast, careful" */
static char *
list_words (GEnumClass *class)
{
  GString *words = g_string_new (NULL);

  for (guint index = 0; index < class->n_values; index++)
    g_string_append_printf (words, "%s%s", index > 0 ? ", " : "", class->values[index].value_nick);
  return g_string_free (words, FALSE);
}

static char *
suggest_word (GEnumClass *class, const char *text)
{
  g_autofree const char **words = g_new0 (const char *, class->n_values + 1);

  for (guint index = 0; index < class->n_values; index++)
    words[index] = class->values[index].value_nick;
  return gyre_name_suggest (text, words);
}

static const GEnumValue *
find_word (GEnumClass *class, const char *text)
{
  const GEnumValue *word = g_enum_get_value_by_nick (class, text);

  if (word == NULL)
    word = g_enum_get_value_by_name (class, text);
  for (guint index = 0; word == NULL && index < class->n_values; index++)
    if (g_ascii_strcasecmp (class->values[index].value_nick, text) == 0)
      word = &class->values[index];
  return word;
}

static gboolean
enumeration_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  g_autoptr (GTypeClass) held = (GTypeClass *) enumeration_class (trait);
  GEnumClass *class = (GEnumClass *) held;
  const GEnumValue *word = find_word (class, text);

  if (word == NULL)
    {
      g_autofree char *words = list_words (class);
      g_autofree char *hint = suggest_word (class, text);
      gyre_value_error_set (error, GYRE_VALUE_ERROR_UNKNOWN, GYRE_VALUE_ERROR_NOWHERE, hint, "must be one of %s, is '%s'", words, text);
      return FALSE;
    }
  *value = (GyreValue) { .present = TRUE, .integer = word->value };
  return TRUE;
}

static char *
enumeration_print (const GyreTrait *trait, GyreValue value)
{
  g_autoptr (GTypeClass) held = (GTypeClass *) enumeration_class (trait);
  const GEnumValue *word = g_enum_get_value ((GEnumClass *) held, (gint) value.integer);

  /* In quotes where it must be: a word can be "none". */
  return word != NULL ? gyre_literal_quote (word->value_nick) : g_strdup_printf ("%d", (int) value.integer);
}

static gboolean
enumeration_equal (GyreValue value, GyreValue other)
{
  return value.integer == other.integer;
}

static gboolean
enumeration_validate (const GyreTrait *trait, GyreValue value, GError **error)
{
  g_autoptr (GTypeClass) held = (GTypeClass *) enumeration_class (trait);
  GEnumClass *class = (GEnumClass *) held;

  if (value.integer == (gint) value.integer && g_enum_get_value (class, (gint) value.integer) != NULL)
    return TRUE;
  g_autofree char *words = list_words (class);
  gyre_value_error_set (error, GYRE_VALUE_ERROR_UNKNOWN, GYRE_VALUE_ERROR_NOWHERE, NULL,
                        "must be one of %s, is the number %" G_GINT64_FORMAT, words, value.integer);
  return FALSE;
}

/* A default that is no word, which the check of the class reports, must not stop GObject. */
static GParamSpec *
enumeration_specify (const GyreTrait *trait, GParamFlags flags)
{
  g_autoptr (GTypeClass) held = (GTypeClass *) enumeration_class (trait);
  GEnumClass *class = (GEnumClass *) held;
  const GEnumValue *word = g_enum_get_value (class, (gint) trait->initial.integer);

  return g_param_spec_enum (trait->descriptor.name, trait->descriptor.name, trait->descriptor.summary,
                            gyre_trait_get_value_type (trait), word != NULL ? word->value : class->values[0].value, flags);
}

static gboolean
enumeration_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  gboolean is_whole = FALSE;

  if (G_VALUE_HOLDS (source, gyre_trait_get_value_type (trait)))
    {
      *value = (GyreValue) { .present = TRUE, .integer = g_value_get_enum (source) };
      return TRUE;
    }
  return (gyre_kind_number_from_gvalue (source, value, &is_whole) && is_whole) || gyre_kind_refuse_type (trait, source, error);
}

static void
enumeration_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
  g_value_set_enum (target, (gint) value.integer);
}

static GVariant *
enumeration_to_variant (const GyreTrait *trait, GyreValue value)
{
  g_autoptr (GTypeClass) held = (GTypeClass *) enumeration_class (trait);
  const GEnumValue *word = g_enum_get_value ((GEnumClass *) held, (gint) value.integer);

  return word != NULL ? g_variant_new_string (word->value_nick) : g_variant_new_int64 (value.integer);
}

static void
enumeration_describe_schema (const GyreTrait *trait, GVariantBuilder *builder)
{
  g_autoptr (GTypeClass) held = (GTypeClass *) enumeration_class (trait);
  GEnumClass *class = (GEnumClass *) held;
  g_autofree const char **words = g_new0 (const char *, class->n_values + 1);

  for (guint index = 0; index < class->n_values; index++)
    words[index] = class->values[index].value_nick;
  g_variant_builder_add (builder, "{sv}", "enum", g_variant_new_strv (words, class->n_values));
}

const GyreKind gyre_kind_enumeration = {
  .name = "enumeration",
  .parse = enumeration_parse,
  .print = enumeration_print,
  .equal = enumeration_equal,
  .validate = enumeration_validate,
  .specify = enumeration_specify,
  .from_gvalue = enumeration_from_gvalue,
  .to_gvalue = enumeration_to_gvalue,
  .to_variant = enumeration_to_variant,
  .from_variant = gyre_kind_from_variant,
  .describe_schema = enumeration_describe_schema,
  .is_text = TRUE,
};
