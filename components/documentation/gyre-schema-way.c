/* gyre-schema-way.c: All ways to write a value, as a JSON Schema
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A value can be written as what it is, and in other ways: a number as a text that computes it, a truth value as a word that people use,
 * a list as one of its elements. What a check accepts must be among the ways, so where nobody knows what a text comes to, because the
 * kind is somebody else's or the trait reads texts by functions of its own, nearly everything is.
 */
#include "gyre-schema-way-private.h"
#include "gyre-constraint.h"

#include <string.h>

/* The texts that people write for truth values. */
#define TRUTHS "^\\s*([tT]([rR][uU][eE])?|[fF]([aA][lL][sS][eE])?|[yY]([eE][sS])?|[nN][oO]?|[oO]([nN]|[fF][fF])|[01]|)\\s*$"
/* A calculation, or a number; letters beyond ASCII can be those of a constant. */
#define CALCULATIONS "[{(+*/^ -]|^\\s*[0-9.]|[^\\x00-\\x7F]|^\\s*[A-Za-z]+_[A-Za-z_]+\\s*$"
/* The same, and numbers that have a name and are not whole. */
#define NUMBERS CALCULATIONS "|^\\s*([iI][nN][fF]([iI][nN][iI][tT][yY])?|[nN][aA][nN]|pi|tau|e|phi)\\s*$"
/* Several of them, or none. */
#define MANY_NUMBERS NUMBERS "|[,\\[]|^\\s*$"
#define DIGITS "[0-9{]"

void
gyre_schema_begin (GVariantBuilder *builder)
{
  g_variant_builder_init (builder, G_VARIANT_TYPE_VARDICT);
}

void
gyre_schema_add_text (GVariantBuilder *builder, const char *name, const char *text)
{
  if (text != NULL)
    g_variant_builder_add (builder, "{sv}", name, g_variant_new_string (text));
}

GVariant *
gyre_schema_new_member (const char *name, const char *text)
{
  GVariantBuilder builder;

  gyre_schema_begin (&builder);
  gyre_schema_add_text (&builder, name, text);
  return g_variant_builder_end (&builder);
}

/* The kind and the rules in one; of what both say, the rules say more. */
static GVariant *
describe_plain (const GyreTrait *trait)
{
  GVariantBuilder kind, rules, all;
  g_autoptr (GVariant) general = NULL;
  g_autoptr (GVariant) special = NULL;
  GVariantIter iterator;
  const char *name;
  GVariant *value;

  gyre_schema_begin (&kind);
  gyre_schema_begin (&rules);
  gyre_schema_begin (&all);
  if (trait->kind->describe_schema != NULL)
    trait->kind->describe_schema (trait, &kind);
  else
    gyre_schema_add_text (&kind, "type", "string");
  gyre_trait_describe_constraint_schema (trait, &rules);
  general = g_variant_ref_sink (g_variant_builder_end (&kind));
  special = g_variant_ref_sink (g_variant_builder_end (&rules));
  g_variant_iter_init (&iterator, general);
  while (g_variant_iter_loop (&iterator, "{&sv}", &name, &value))
    {
      g_autoptr (GVariant) stronger = g_variant_lookup_value (special, name, NULL);

      if (stronger == NULL)
        g_variant_builder_add (&all, "{sv}", name, value);
    }
  g_variant_iter_init (&iterator, special);
  while (g_variant_iter_loop (&iterator, "{&sv}", &name, &value))
    g_variant_builder_add (&all, "{sv}", name, value);
  return g_variant_builder_end (&all);
}

static void
add_way (GVariantBuilder *ways, GVariant *way)
{
  g_variant_builder_add (ways, "v", way);
}

static GVariant *
new_text_way (const char *pattern)
{
  GVariantBuilder builder;

  gyre_schema_begin (&builder);
  gyre_schema_add_text (&builder, "type", "string");
  gyre_schema_add_text (&builder, "pattern", pattern);
  return g_variant_builder_end (&builder);
}

/* `types`: words with blanks between them. */
static GVariant *
new_types_way (const char *types)
{
  g_auto (GStrv) words = g_strsplit (types, " ", -1);
  GVariantBuilder builder;

  gyre_schema_begin (&builder);
  g_variant_builder_add (&builder, "{sv}", "type", g_variant_new_strv ((const char * const *) words, -1));
  return g_variant_builder_end (&builder);
}

static GVariant *
new_choice (GVariant *first, GVariant *second, GVariant *third)
{
  GVariantBuilder builder, ways;

  gyre_schema_begin (&builder);
  g_variant_builder_init (&ways, G_VARIANT_TYPE ("av"));
  add_way (&ways, first);
  add_way (&ways, second);
  if (third != NULL)
    add_way (&ways, third);
  g_variant_builder_add (&builder, "{sv}", "anyOf", g_variant_builder_end (&ways));
  return g_variant_builder_end (&builder);
}

static GVariant *
new_list_way (GVariant *items, gint64 least, gint64 most)
{
  GVariantBuilder builder;

  gyre_schema_begin (&builder);
  gyre_schema_add_text (&builder, "type", "array");
  g_variant_builder_add (&builder, "{sv}", "items", items);
  g_variant_builder_add (&builder, "{sv}", "minItems", g_variant_new_int64 (least));
  if (most >= 0)
    g_variant_builder_add (&builder, "{sv}", "maxItems", g_variant_new_int64 (most));
  return g_variant_builder_end (&builder);
}

GVariant *
gyre_schema_describe_nothing (void)
{
  GVariantBuilder builder;

  gyre_schema_begin (&builder);
  gyre_schema_add_text (&builder, "type", "object");
  g_variant_builder_add (&builder, "{sv}", "maxProperties", g_variant_new_int64 (0));
  return g_variant_builder_end (&builder);
}

/* A list of one is a calculation in brackets. */
static void
add_number_ways (GVariantBuilder *ways, const GyreTrait *trait, GVariant *plain)
{
  gboolean is_whole = trait->kind == &gyre_kind_integer;
  const char *pattern = gyre_trait_get_units (trait) != NULL ? NULL : is_whole ? CALCULATIONS : NUMBERS;

  add_way (ways, new_text_way (pattern));
  add_way (ways, new_list_way (new_choice (plain, new_text_way (pattern), new_types_way ("array")), 1, 1));
}

static void
add_truth_ways (GVariantBuilder *ways, const GyreTrait *trait, GVariant *plain)
{
  add_way (ways, new_text_way (TRUTHS "|\\{"));
  add_way (ways, g_variant_new_parsed ("@a{sv} {'enum': <[0, 1]>}"));
}

/* A word in any mixture of small letters and capitals. */
static void
append_word (GString *pattern, const char *word)
{
  if (pattern->len > 0)
    g_string_append_c (pattern, '|');
  for (; *word != '\0'; word++)
    if (g_ascii_isalpha (*word))
      g_string_append_printf (pattern, "[%c%c]", g_ascii_tolower (*word), g_ascii_toupper (*word));
    else if (g_ascii_isalnum (*word) || *word == '_')
      g_string_append_c (pattern, *word);
    else
      g_string_append_printf (pattern, "[%c]", *word);
}

/* Words as the configuration says them, and as C does. */
static void
add_word_ways (GVariantBuilder *ways, const GyreTrait *trait, GVariant *plain)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (gyre_trait_get_value_type (trait));
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *pattern = NULL;

  for (guint index = 0; index < G_ENUM_CLASS (class)->n_values; index++)
    {
      append_word (words, G_ENUM_CLASS (class)->values[index].value_nick);
      append_word (words, G_ENUM_CLASS (class)->values[index].value_name);
    }
  pattern = g_strdup_printf ("\\{|^\\s*(%s)\\s*$", words->str);
  add_way (ways, new_text_way (pattern));
}

/* What is no text becomes one; where that is one of those allowed only they are known. */
static void
add_string_ways (GVariantBuilder *ways, const GyreTrait *trait, GVariant *plain)
{
  g_autoptr (GVariant) choice = g_variant_lookup_value (plain, "enum", NULL);
  g_autofree char *texts = choice != NULL ? g_variant_print (choice, FALSE) : NULL;

  if (choice != NULL)
    add_way (ways, new_text_way ("\\{|^\\s|\\s$"));
  if (choice == NULL || g_regex_match_simple ("['\"]([-+.0-9]|true|false|\\[)", texts, 0, 0))
    add_way (ways, new_types_way (choice != NULL ? "number boolean array" : "string number boolean array"));
}

static void
add_complex_ways (GVariantBuilder *ways, const GyreTrait *trait, GVariant *plain)
{
  add_way (ways, new_types_way ("string number"));
  add_way (ways, new_list_way (new_choice (new_types_way ("number array"), new_text_way (NUMBERS), NULL), 1, 2));
}

static void
add_quantity_ways (GVariantBuilder *ways, const GyreTrait *trait, GVariant *plain)
{
  add_way (ways, new_types_way ("string number"));
  add_way (ways, new_list_way (new_types_way ("string number array"), 1, 1));
}

static void
add_fraction_ways (GVariantBuilder *ways, const GyreTrait *trait, GVariant *plain)
{
  add_way (ways, new_text_way (DIGITS));
  add_way (ways, new_types_way ("number"));
}

static void
add_duration_ways (GVariantBuilder *ways, const GyreTrait *trait, GVariant *plain)
{
  add_way (ways, new_types_way (gyre_trait_get_units (trait) != NULL ? "string number" : "string"));
}

/* In a format of somebody's own, 2026 can be a date. */
static void
add_calendar_ways (GVariantBuilder *ways, const GyreTrait *trait, GVariant *plain)
{
  if (gyre_trait_get_options (trait)->format != NULL)
    add_way (ways, new_types_way ("string number boolean"));
  else
    add_way (ways, new_text_way (DIGITS));
}

static void
add_address_ways (GVariantBuilder *ways, const GyreTrait *trait, GVariant *plain)
{
  gboolean has_scheme = trait->kind == &gyre_kind_uri && gyre_trait_get_options (trait)->format != NULL;

  add_way (ways, new_types_way (has_scheme ? "string" : "string number boolean"));
}

static void
add_array_ways (GVariantBuilder *ways, const GyreTrait *trait, GVariant *plain)
{
  add_way (ways, new_text_way (MANY_NUMBERS));
  add_way (ways, new_types_way ("number"));
  add_way (ways, new_list_way (new_choice (new_types_way ("number array"), new_text_way (MANY_NUMBERS), NULL), 0, -1));
}

static gboolean
is_plain_number (const GyreTrait *trait)
{
  return (trait->kind == &gyre_kind_integer || trait->kind == &gyre_kind_real)
         && gyre_trait_get_options (trait)->converters == NULL && gyre_trait_get_options (trait)->normalisers == NULL;
}

/* What is no list is one with that element. */
static void
add_list_ways (GVariantBuilder *ways, const GyreTrait *trait, GVariant *plain)
{
  if (!is_plain_number (trait->element))
    {
      add_way (ways, new_types_way ("string number boolean"));
      return;
    }
  add_way (ways, new_text_way (gyre_trait_get_units (trait->element) == NULL ? MANY_NUMBERS : NULL));
  add_way (ways, describe_plain (trait->element));
}

static void
add_tuple_ways (GVariantBuilder *ways, const GyreTrait *trait, GVariant *plain)
{
  const GPtrArray *parts = gyre_trait_get_options (trait)->parts;

  add_way (ways, new_types_way (parts != NULL && parts->len > 1 ? "string" : "string number boolean array"));
}

static void
add_mapping_ways (GVariantBuilder *ways, const GyreTrait *trait, GVariant *plain)
{
  add_way (ways, new_text_way (NULL));
  add_way (ways, new_list_way (new_types_way ("string"), 0, 0));
}

/* By the kind itself: what a kind that is derived from it makes of a text nobody knows here. */
static const struct
{
  const GyreKind *kind;
  void (*add) (GVariantBuilder *ways,
               const GyreTrait *trait,
               GVariant        *plain);
} sorts[] = {
  { &gyre_kind_boolean, add_truth_ways }, { &gyre_kind_integer, add_number_ways }, { &gyre_kind_real, add_number_ways },
  { &gyre_kind_enumeration, add_word_ways }, { &gyre_kind_string, add_string_ways }, { &gyre_kind_complex, add_complex_ways },
  { &gyre_kind_quantity, add_quantity_ways }, { &gyre_kind_fraction, add_fraction_ways }, { &gyre_kind_decimal, add_fraction_ways },
  { &gyre_kind_duration, add_duration_ways }, { &gyre_kind_date, add_calendar_ways }, { &gyre_kind_time, add_calendar_ways },
  { &gyre_kind_timestamp, add_calendar_ways }, { &gyre_kind_uri, add_address_ways }, { &gyre_kind_internet_address, add_address_ways },
  { &gyre_kind_array, add_array_ways }, { &gyre_kind_list, add_list_ways }, { &gyre_kind_set, add_list_ways },
  { &gyre_kind_tuple, add_tuple_ways }, { &gyre_kind_mapping, add_mapping_ways },
};

/* Where nobody can know what is made of a value, it can be anything but a map. */
static void
add_other_ways (GVariantBuilder *ways, const GyreTrait *trait, GVariant *plain)
{
  const GyreTraitOptions *options = gyre_trait_get_options (trait);

  for (guint index = 0; index < G_N_ELEMENTS (sorts) && options->converters == NULL && options->normalisers == NULL; index++)
    if (sorts[index].kind == trait->kind)
      {
        sorts[index].add (ways, trait, plain);
        return;
      }
  add_way (ways, new_types_way ("string number boolean array"));
}

static GVariant *
open_parts (const GyreTrait *trait)
{
  const GPtrArray *parts = gyre_trait_get_options (trait)->parts;
  GVariantBuilder items;

  g_variant_builder_init (&items, G_VARIANT_TYPE ("aa{sv}"));
  for (guint index = 0; parts != NULL && index < parts->len; index++)
    g_variant_builder_add_value (&items, gyre_schema_describe_ways (g_ptr_array_index (parts, index)));
  return g_variant_builder_end (&items);
}

/* The same, with the elements as they can be written. What is twice in a set is there once. */
static GVariant *
open_elements (const GyreTrait *trait, GVariant *plain)
{
  gboolean is_open = trait->element != NULL && !gyre_trait_is_facility (trait->element);
  GVariantBuilder builder;
  GVariantIter iterator;
  const char *name;
  GVariant *value;

  gyre_schema_begin (&builder);
  g_variant_iter_init (&iterator, plain);
  while (g_variant_iter_loop (&iterator, "{&sv}", &name, &value))
    if (is_open && (g_str_equal (name, "items") || g_str_equal (name, "additionalProperties")))
      g_variant_builder_add (&builder, "{sv}", name, gyre_schema_describe_ways (trait->element));
    else if (g_str_equal (name, "prefixItems"))
      g_variant_builder_add (&builder, "{sv}", name, open_parts (trait));
    else if (!g_str_equal (name, "uniqueItems"))
      g_variant_builder_add (&builder, "{sv}", name, value);
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

GVariant *
gyre_schema_describe_ways (const GyreTrait *trait)
{
  g_autoptr (GVariant) plain = g_variant_ref_sink (describe_plain (trait));
  g_autoptr (GVariant) open = open_elements (trait, plain);
  GVariantBuilder builder, ways;

  gyre_schema_begin (&builder);
  g_variant_builder_init (&ways, G_VARIANT_TYPE ("av"));
  add_way (&ways, open);
  add_other_ways (&ways, trait, plain);
  if (gyre_trait_is_nullable (trait))
    {
      add_way (&ways, gyre_schema_new_member ("type", "null"));
      add_way (&ways, gyre_schema_new_member ("const", "none"));
    }
  add_way (&ways, gyre_schema_describe_nothing ());
  g_variant_builder_add (&builder, "{sv}", "anyOf", g_variant_builder_end (&ways));
  return g_variant_builder_end (&builder);
}
