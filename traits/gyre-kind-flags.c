/* gyre-kind-flags.c: The kind of sets of the words of a flags type
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * `a | b`, `a, b` and `(a, b)` are the same set; `()` is the empty one, as `none` is no set at all.
 */
#include "gyre-kind-native-private.h"
#include "gyre-literal.h"
#include "gyre-name.h"
#include "gyre-parser-private.h"

#include <string.h>

static GFlagsClass *
flags_class (const GyreTrait *trait)
{
  return g_type_class_ref (gyre_trait_get_value_type (trait));
}

static const char **
dup_words (GFlagsClass *class)
{
  const char **words = g_new0 (const char *, class->n_values + 1);

  for (guint index = 0; index < class->n_values; index++)
    words[index] = class->values[index].value_nick;
  return words;
}

static const GFlagsValue *
find_word (GFlagsClass *class, const char *text)
{
  const GFlagsValue *word = g_flags_get_value_by_nick (class, text);

  if (word == NULL)
    word = g_flags_get_value_by_name (class, text);
  for (guint index = 0; word == NULL && index < class->n_values; index++)
    if (g_ascii_strcasecmp (class->values[index].value_nick, text) == 0)
      word = &class->values[index];
  return word;
}

/* One word after the other, with the place of each. */
typedef struct
{
  GFlagsClass *class;
  const char *text;
  const char *cursor;
  const char *end;
  guint flags;
  GError **error;
} Reader;

static void
skip_blanks (Reader *reader)
{
  while (reader->cursor < reader->end && g_ascii_isspace (*reader->cursor))
    reader->cursor++;
}

static gboolean
refuse_word (const Reader *reader, const char *place, const char *word)
{
  g_autofree const char **words = dup_words (reader->class);
  g_autofree char *list = g_strjoinv (", ", (GStrv) words);
  g_autofree char *hint = *word != '\0' ? gyre_name_suggest (word, words) : NULL;

  gyre_value_error_set (reader->error, *word != '\0' ? GYRE_VALUE_ERROR_UNKNOWN : GYRE_VALUE_ERROR_SYNTAX,
                        gyre_parser_count_characters (reader->text, place), *word != '\0' ? hint : "write () for none of them",
                        *word != '\0' ? "must be some of %s, has '%s'" : "must be some of %s, has an empty word%s", list, word);
  return FALSE;
}

static gboolean
is_between (char character)
{
  return character == '|' || character == ',';
}

/* How long a word is that has itself what stands between words, and begins here; 0: there is none. */
static gsize
measure_word (const Reader *reader)
{
  gsize longest = 0;

  for (guint index = 0; index < reader->class->n_values; index++)
    {
      const char *nick = reader->class->values[index].value_nick;
      gsize length = strlen (nick);
      const char *end = reader->cursor + length;

      if (strpbrk (nick, "|,") == NULL || length <= longest || end > reader->end || strncmp (reader->cursor, nick, length) != 0)
        continue;
      while (end < reader->end && g_ascii_isspace (*end))
        end++;
      if (end == reader->end || is_between (*end))
        longest = length;
    }
  return longest;
}

static gboolean
read_word (Reader *reader)
{
  const char *start, *end;
  g_autofree char *text = NULL;
  const GFlagsValue *word;

  skip_blanks (reader);
  start = reader->cursor;
  reader->cursor += measure_word (reader);
  while (reader->cursor < reader->end && !is_between (*reader->cursor))
    reader->cursor++;
  for (end = reader->cursor; end > start && g_ascii_isspace (end[-1]); end--)
    ;
  text = g_strndup (start, end - start);
  word = *text != '\0' ? find_word (reader->class, text) : NULL;
  if (word == NULL)
    return refuse_word (reader, start, text);
  reader->flags |= word->value;
  return TRUE;
}

static gboolean
read_words (Reader *reader)
{
  gboolean goes_on = TRUE;

  skip_blanks (reader);
  if (reader->cursor == reader->end)
    return TRUE;
  while (goes_on)
    {
      if (!read_word (reader))
        return FALSE;
      goes_on = reader->cursor < reader->end;
      reader->cursor += goes_on ? 1 : 0;
    }
  return TRUE;
}

static gboolean
flags_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  g_autoptr (GTypeClass) held = (GTypeClass *) flags_class (trait);
  Reader reader = { (GFlagsClass *) held, text, text, text + strlen (text), 0, error };
  char last = *text != '\0' ? reader.end[-1] : '\0';

  if ((*text == '(' && last == ')') || (*text == '[' && last == ']'))
    {
      reader.cursor++;
      reader.end--;
    }
  else if (*text == '\0')
    return refuse_word (&reader, text, "");
  if (!read_words (&reader))
    return FALSE;
  *value = (GyreValue) { .present = TRUE, .integer = reader.flags };
  return TRUE;
}

/* The words that together are the set. Whoever declares flags has a word for each bit, or the value is not valid. */
static GPtrArray *
list_words (const GyreTrait *trait, GyreValue value)
{
  g_autoptr (GTypeClass) held = (GTypeClass *) flags_class (trait);
  GPtrArray *words = g_ptr_array_new ();
  guint rest = (guint) value.integer;
  const GFlagsValue *word = rest != 0 ? g_flags_get_first_value ((GFlagsClass *) held, rest) : NULL;

  for (; word != NULL && rest != 0; word = g_flags_get_first_value ((GFlagsClass *) held, rest))
    {
      g_ptr_array_add (words, (gpointer) word->value_nick);
      rest &= ~word->value;
    }
  g_ptr_array_add (words, NULL);
  return words;
}

static char *
flags_print (const GyreTrait *trait, GyreValue value)
{
  g_autoptr (GPtrArray) words = list_words (trait, value);
  g_autofree char *text = g_strjoinv (" | ", (GStrv) words->pdata);

  return *text != '\0' ? gyre_literal_quote (text) : g_strdup ("()");
}

static gboolean
flags_equal (GyreValue value, GyreValue other)
{
  return value.integer == other.integer;
}

static gboolean
flags_validate (const GyreTrait *trait, GyreValue value, GError **error)
{
  g_autoptr (GTypeClass) held = (GTypeClass *) flags_class (trait);
  GFlagsClass *class = (GFlagsClass *) held;
  guint covered = 0;

  for (guint index = 0; index < class->n_values; index++)
    covered |= (class->values[index].value & value.integer) == class->values[index].value ? class->values[index].value : 0;
  if (value.integer == (gint64) covered)
    return TRUE;
  g_autofree const char **words = dup_words (class);
  g_autofree char *list = g_strjoinv (", ", (GStrv) words);
  gyre_value_error_set (error, GYRE_VALUE_ERROR_UNKNOWN, GYRE_VALUE_ERROR_NOWHERE, NULL,
                        "must be some of %s, is the number %" G_GINT64_FORMAT, list, value.integer);
  return FALSE;
}

/* A default with bits that have no word, which the check of the class reports, must not stop GObject. */
static GParamSpec *
flags_specify (const GyreTrait *trait, GParamFlags flags)
{
  g_autoptr (GTypeClass) held = (GTypeClass *) flags_class (trait);
  const GyreDescriptor *descriptor = &trait->descriptor;

  return g_param_spec_flags (descriptor->name, descriptor->name, descriptor->summary, gyre_trait_get_value_type (trait),
                             (guint) trait->initial.integer & ((GFlagsClass *) held)->mask, flags);
}

static gboolean
flags_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  gboolean is_whole = FALSE;

  if (G_VALUE_HOLDS (source, gyre_trait_get_value_type (trait)))
    {
      *value = (GyreValue) { .present = TRUE, .integer = g_value_get_flags (source) };
      return TRUE;
    }
  if (G_VALUE_HOLDS_STRING (source) && g_value_get_string (source) != NULL)
    return flags_parse (trait, g_value_get_string (source), value, error);
  return (gyre_kind_number_from_gvalue (source, value, &is_whole) && is_whole) || gyre_kind_refuse_type (trait, source, error);
}

static void
flags_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
  g_value_set_flags (target, (guint) value.integer);
}

static GVariant *
flags_to_variant (const GyreTrait *trait, GyreValue value)
{
  g_autoptr (GPtrArray) words = list_words (trait, value);

  return g_variant_new_strv ((const char * const *) words->pdata, words->len - 1);
}

static gboolean
read_list (const GyreTrait *trait, GVariant *variant, GyreValue *value, GError **error)
{
  g_autoptr (GTypeClass) held = (GTypeClass *) flags_class (trait);
  guint flags = 0;

  for (gsize index = 0; index < g_variant_n_children (variant); index++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (variant, index);
      g_auto (GValue) native = G_VALUE_INIT;
      const char *text;

      if (!gyre_kind_unpack_variant (child, &native) || !G_IS_VALUE (&native) || !G_VALUE_HOLDS_STRING (&native))
        return gyre_kind_refuse_variant (trait, child, error);
      text = g_value_get_string (&native);
      Reader reader = { (GFlagsClass *) held, text, text, text + strlen (text), 0, error };
      if (!read_word (&reader))
        return FALSE;
      if (reader.cursor < reader.end)
        return refuse_word (&reader, text, text);
      flags |= reader.flags;
    }
  *value = (GyreValue) { .present = TRUE, .integer = flags };
  return TRUE;
}

static gboolean
flags_from_variant (const GyreTrait *trait, GVariant *packed, GyreValue *value, GError **error)
{
  g_autoptr (GVariant) variant = gyre_kind_unwrap_variant (packed);

  *value = GYRE_NONE;
  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_ARRAY))
    return read_list (trait, variant, value, error);
  return gyre_kind_from_variant (trait, variant, value, error);
}

/* {"type": ["array", "string"], "items": {"enum": […]}, "uniqueItems": true} */
static void
flags_describe_schema (const GyreTrait *trait, GVariantBuilder *builder)
{
  g_autoptr (GTypeClass) held = (GTypeClass *) flags_class (trait);
  g_autofree const char **words = dup_words ((GFlagsClass *) held);
  GVariantBuilder items = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  g_variant_builder_add (&items, "{sv}", "enum", g_variant_new_strv (words, -1));
  g_variant_builder_add (builder, "{sv}", "type", g_variant_new_strv ((const char *[]) { "array", "string" }, 2));
  g_variant_builder_add (builder, "{sv}", "items", g_variant_builder_end (&items));
  g_variant_builder_add (builder, "{sv}", "uniqueItems", g_variant_new_boolean (TRUE));
}

const GyreKind gyre_kind_flags = {
  .name = "flags",
  .parse = flags_parse,
  .print = flags_print,
  .equal = flags_equal,
  .validate = flags_validate,
  .specify = flags_specify,
  .from_gvalue = flags_from_gvalue,
  .to_gvalue = flags_to_gvalue,
  .to_variant = flags_to_variant,
  .from_variant = flags_from_variant,
  .describe_schema = flags_describe_schema,
  .check_options = gyre_kind_check_room,
  .is_text = TRUE,
};
