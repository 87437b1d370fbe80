/* gyre-described-specification.c: What a GObject property says of itself
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A trait that a table of ours declares says its rules itself. Of a property that other code has declared the GParamSpec is all that is
 * known, and it is told as it says it: also where no kind of ours fits, and where a number is too great for an integer of ours.
 */
#include "gyre-constraint.h"
#include "gyre-described-private.h"
#include "gyre-real.h"

/* Values of enumerations in other libraries have a sentence where the name in C belongs. */
static gboolean
is_identifier (const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isalnum (*text) && *text != '_')
      return FALSE;
  return TRUE;
}

static void
add_word (GPtrArray *words, const char *word, const char *name, gint64 value)
{
  GyreDescribedWord *self = g_new (GyreDescribedWord, 1);

  *self = (GyreDescribedWord) {
    .word = g_strdup (word),
    .name = g_strdup (name),
    .value = value,
    .summary = name != NULL && !is_identifier (name) ? g_strdup (name) : NULL,
  };
  g_ptr_array_add (words, self);
}

/* The values of an enumeration or of flags, in the order in which they were declared. Empty for other types. */
GPtrArray *
gyre_described_words_of_type (GType type)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (gyre_described_word_free);
  gpointer class = G_TYPE_IS_ENUM (type) || G_TYPE_IS_FLAGS (type) ? g_type_class_ref (type) : NULL;

  for (guint index = 0; class != NULL && G_IS_ENUM_CLASS (class) && index < G_ENUM_CLASS (class)->n_values; index++)
    {
      const GEnumValue *value = &G_ENUM_CLASS (class)->values[index];

      add_word (words, value->value_nick, value->value_name, value->value);
    }
  for (guint index = 0; class != NULL && G_IS_FLAGS_CLASS (class) && index < G_FLAGS_CLASS (class)->n_values; index++)
    {
      const GFlagsValue *value = &G_FLAGS_CLASS (class)->values[index];

      add_word (words, value->value_nick, value->value_name, value->value);
    }
  if (class != NULL)
    g_type_class_unref (class);
  return words;
}

/* What a library adds has no name here: it is told by the number of its bit, from G_PARAM_USER_SHIFT on. */
static GStrv
list_flags (GParamFlags flags)
{
  static const struct { guint flag; const char *word; } names[] = {
    { G_PARAM_READABLE, "readable" }, { G_PARAM_WRITABLE, "writable" }, { G_PARAM_CONSTRUCT, "construct" },
    { G_PARAM_CONSTRUCT_ONLY, "construct-only" }, { G_PARAM_LAX_VALIDATION, "lax-validation" },
    { G_PARAM_EXPLICIT_NOTIFY, "explicit-notify" }, { G_PARAM_DEPRECATED, "deprecated" },
  };
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint index = 0; index < G_N_ELEMENTS (names); index++)
    if ((flags & names[index].flag) != 0)
      g_strv_builder_add (words, names[index].word);
  for (guint bit = G_PARAM_USER_SHIFT; bit < 30; bit++)
    if ((flags & (1u << bit)) != 0)
      {
        g_autofree char *word = g_strdup_printf ("user-%u", bit - G_PARAM_USER_SHIFT);

        g_strv_builder_add (words, word);
      }
  return g_strv_builder_end (words);
}

static char *
print_real (double value)
{
  char buffer[GYRE_REAL_TEXT_SIZE];

  return g_strdup (gyre_real_to_string (value, buffer));
}

/* A float is told with as many digits as a float has, and not with those that its double has. */
static char *
print_float (float value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 6; digits <= 9; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if ((float) g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  return g_strdup (buffer);
}

#define TAKE_RANGE(SORT, format, type) \
  if (G_IS_PARAM_SPEC_##SORT (specification)) \
    { \
      self->least = g_strdup_printf ("%" format, (type) G_PARAM_SPEC_##SORT (specification)->minimum); \
      self->most = g_strdup_printf ("%" format, (type) G_PARAM_SPEC_##SORT (specification)->maximum); \
    }

static void
describe_range (GyreDescribedTrait *self, GParamSpec *specification)
{
  TAKE_RANGE (CHAR, G_GINT64_FORMAT, gint64)
  TAKE_RANGE (UCHAR, G_GUINT64_FORMAT, guint64)
  TAKE_RANGE (INT, G_GINT64_FORMAT, gint64)
  TAKE_RANGE (UINT, G_GUINT64_FORMAT, guint64)
  TAKE_RANGE (LONG, G_GINT64_FORMAT, gint64)
  TAKE_RANGE (ULONG, G_GUINT64_FORMAT, guint64)
  TAKE_RANGE (INT64, G_GINT64_FORMAT, gint64)
  TAKE_RANGE (UINT64, G_GUINT64_FORMAT, guint64)
  if (G_IS_PARAM_SPEC_DOUBLE (specification))
    {
      self->least = print_real (G_PARAM_SPEC_DOUBLE (specification)->minimum);
      self->most = print_real (G_PARAM_SPEC_DOUBLE (specification)->maximum);
    }
  if (G_IS_PARAM_SPEC_FLOAT (specification))
    {
      self->least = print_float (G_PARAM_SPEC_FLOAT (specification)->minimum);
      self->most = print_float (G_PARAM_SPEC_FLOAT (specification)->maximum);
    }
}

/* As a configuration says them: "salt | oil"; none of them is the word that means so, or else "()". */
static char *
print_flags (const GValue *value)
{
  g_autoptr (GPtrArray) words = gyre_described_words_of_type (G_VALUE_TYPE (value));
  guint flags = g_value_get_flags (value), rest = flags;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint index = 0; index < words->len; index++)
    {
      const GyreDescribedWord *word = words->pdata[index];

      if ((guint) word->value != 0 && (flags & (guint) word->value) == (guint) word->value && (rest & (guint) word->value) != 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " | " : "", word->word);
      if ((flags & (guint) word->value) == (guint) word->value)
        rest &= ~(guint) word->value;
    }
  if (rest != 0)
    g_string_append_printf (text, "%s0x%x", text->len > 0 ? " | " : "", rest);
  for (guint index = 0; index < words->len && text->len == 0; index++)
    if (((const GyreDescribedWord *) words->pdata[index])->value == 0)
      g_string_append (text, ((const GyreDescribedWord *) words->pdata[index])->word);
  if (text->len == 0)
    g_string_append (text, "()");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
print_enumeration (const GValue *value)
{
  g_autoptr (GPtrArray) words = gyre_described_words_of_type (G_VALUE_TYPE (value));

  for (guint index = 0; index < words->len; index++)
    if (((const GyreDescribedWord *) words->pdata[index])->value == g_value_get_enum (value))
      return g_strdup (((const GyreDescribedWord *) words->pdata[index])->word);
  return g_strdup_printf ("%d", g_value_get_enum (value));
}

static char *
print_character (gunichar character)
{
  char text[7] = "";

  if (character == 0 || !g_unichar_validate (character))
    return character == 0 ? g_strdup ("none") : NULL;
  text[g_unichar_to_utf8 (character, text)] = '\0';
  return g_strdup (text);
}

static char *
print_number (const GValue *value)
{
  g_auto (GValue) text = G_VALUE_INIT;

  g_value_init (&text, G_TYPE_STRING);
  if (G_VALUE_HOLDS_CHAR (value))
    return g_strdup_printf ("%d", g_value_get_schar (value));
  if (G_VALUE_HOLDS_UCHAR (value))
    return g_strdup_printf ("%u", g_value_get_uchar (value));
  if (G_VALUE_HOLDS_DOUBLE (value))
    return print_real (g_value_get_double (value));
  if (G_VALUE_HOLDS_FLOAT (value))
    return print_float (g_value_get_float (value));
  return g_value_transform (value, &text) ? g_value_dup_string (&text) : NULL;
}

/* A value as a configuration would say it; NULL where it has no text. */
char *
gyre_described_print_value (const GValue *value, GParamSpec *specification)
{
  if (G_IS_PARAM_SPEC_UNICHAR (specification))
    return print_character (g_value_get_uint (value));
  if (G_VALUE_HOLDS_BOOLEAN (value))
    return g_strdup (g_value_get_boolean (value) ? "true" : "false");
  if (G_VALUE_HOLDS_STRING (value))
    return g_strdup (g_value_get_string (value) != NULL ? g_value_get_string (value) : "none");
  if (G_VALUE_HOLDS_ENUM (value))
    return print_enumeration (value);
  if (G_VALUE_HOLDS_FLAGS (value))
    return print_flags (value);
  if (G_VALUE_HOLDS_VARIANT (value))
    return g_value_get_variant (value) != NULL ? g_variant_print (g_value_get_variant (value), TRUE) : g_strdup ("none");
  if (G_VALUE_HOLDS_GTYPE (value))
    return g_strdup (g_value_get_gtype (value) > G_TYPE_NONE ? g_type_name (g_value_get_gtype (value)) : "none");
  if (g_value_fits_pointer (value))
    return g_value_peek_pointer (value) == NULL ? g_strdup ("none") : NULL;
  return print_number (value);
}

/* The kinds for which there is no word of ours are told by what GObject calls them. */
static void
describe_kind (GyreDescribedTrait *self, GParamSpec *specification)
{
  const struct { gboolean is_it; const char *word; } kinds[] = {
    { G_IS_PARAM_SPEC_UNICHAR (specification), "character" }, { G_IS_PARAM_SPEC_GTYPE (specification), "type" },
    { G_IS_PARAM_SPEC_PARAM (specification), "property" }, { G_IS_PARAM_SPEC_VARIANT (specification), "variant" },
    { G_IS_PARAM_SPEC_POINTER (specification), "pointer" }, { G_IS_PARAM_SPEC_BOXED (specification), "boxed" },
    { g_strcmp0 (G_PARAM_SPEC_TYPE_NAME (specification), "GParamValueArray") == 0, "values" },
  };

  for (guint index = 0; index < G_N_ELEMENTS (kinds); index++)
    if (kinds[index].is_it && (g_strcmp0 (self->kind, "opaque") == 0 || G_IS_PARAM_SPEC_UNICHAR (specification)))
      {
        gboolean is_plain = index < 2 || index == 4;

        g_free (self->kind_text);
        self->kind_text = is_plain ? g_strdup (kinds[index].word)
                                   : g_strdup_printf ("%s %s", kinds[index].word, g_type_name (specification->value_type));
      }
}

static void
describe_rules (GyreDescribedTrait *self)
{
  const char *texts[] = { self->least, self->most };

  g_clear_pointer (&self->rules, g_free);
  g_ptr_array_set_size (self->constraints, 0);
  for (guint index = 0; index < G_N_ELEMENTS (texts); index++)
    if (texts[index] != NULL)
      {
        GyreConstraint *constraint = g_new0 (GyreConstraint, 1);

        constraint->sort = index == 0 ? GYRE_CONSTRAINT_AT_LEAST : GYRE_CONSTRAINT_AT_MOST;
        constraint->parameter = g_strdup (texts[index]);
        g_ptr_array_add (self->constraints, constraint);
      }
  if (self->least != NULL)
    self->rules = g_strdup_printf ("at least %s and at most %s", self->least, self->most);
}

/* Fills in what the GParamSpec says. @self has its kind already; of a trait of ours it has its rules and its default too, and they stay. */
void
gyre_describe_specification (GyreDescribedTrait *self, GParamSpec *specification, gboolean is_foreign)
{
  GParamSpec *target = g_param_spec_get_redirect_target (specification);
  GParamSpec *subject = target != NULL ? target : specification;

  g_free (self->native);
  self->native = g_strdup (g_type_name (specification->value_type));
  self->flags = list_flags (specification->flags);
  if (!is_foreign)
    return;
  describe_kind (self, subject);
  describe_range (self, subject);
  describe_rules (self);
  g_free (self->declared.text);
  self->declared.text = gyre_described_print_value (g_param_spec_get_default_value (subject), subject);
}
