/* gyre-constraint-schema.c: What a JSON Schema can say of the rules of a trait
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-constraint-private.h"
#include "gyre-kind-private.h"
#include "gyre-literal.h"
#include "gyre-rule-private.h"

#include <math.h>

static void describe_rule (const GyreTrait *trait, const GyreRule *rule, GVariantBuilder *builder);

static gboolean
is_number (const GyreTrait *trait)
{
  return gyre_kind_is_a (trait->kind, &gyre_kind_integer) || gyre_kind_is_a (trait->kind, &gyre_kind_real);
}

static void
add_number (GVariantBuilder *builder, const char *member, long double number)
{
  if (isfinite ((double) number))
    g_variant_builder_add (builder, "{sv}", member,
                           number == truncl (number) && fabsl (number) < 0x1p53L ? g_variant_new_int64 ((gint64) number)
                                                                                 : g_variant_new_double ((double) number));
}

/* The data of a text, as the kind gives it to JSON; NULL for a text that is no value. */
static GVariant *
data_of_text (const GyreTrait *trait, const char *text)
{
  GVariant *data = NULL;
  GyreValue value = GYRE_NONE;

  if (!trait->kind->parse (trait, text, &value, NULL))
    return NULL;
  if (gyre_kind_is_a (trait->kind, &gyre_kind_integer))
    data = g_variant_new_int64 (value.integer);
  else if (gyre_kind_is_a (trait->kind, &gyre_kind_real))
    data = g_variant_new_double (value.real);
  else if (trait->kind->to_variant != NULL)
    data = trait->kind->to_variant (trait, value);
  if (data == NULL)
    {
      g_autofree char *printed = gyre_kind_is_a (trait->kind, &gyre_kind_string) ? g_strdup (value.string) : gyre_trait_print (trait, value);
      data = g_variant_new_string (printed);
    }
  gyre_kind_clear (trait->kind, &value);
  return data;
}

/* Whether one value has many texts: 0.10 is 0.1, and 90 min is 1.5 h. A schema compares texts. */
static gboolean
has_many_texts (const GyreTrait *trait)
{
  return trait->kind->compare != NULL || gyre_kind_is_a (trait->kind, &gyre_kind_duration)
         || gyre_kind_is_a (trait->kind, &gyre_kind_quantity);
}

static void
add_members (const GyreTrait *trait, const char *list, GVariantBuilder *builder)
{
  g_autoptr (GyreLiteral) literal = gyre_literal_parse_list (list, NULL);
  GVariantBuilder values;

  if (literal == NULL)
    return;
  g_variant_builder_init (&values, G_VARIANT_TYPE ("av"));
  for (const GyreLiteral *element = gyre_literal_get_first (literal); element != NULL; element = gyre_literal_get_next (element))
    {
      g_autofree char *text = gyre_literal_dup_text (element);
      GVariant *data = data_of_text (trait, text);

      if (data != NULL)
        g_variant_builder_add (&values, "v", data);
    }
  g_variant_builder_add (builder, "{sv}", "enum", g_variant_builder_end (&values));
}

/* A schema finds an expression anywhere; ours match the whole text. */
static void
add_expression (const char *expression, GVariantBuilder *builder)
{
  g_variant_builder_add (builder, "{sv}", "pattern", g_variant_new_take_string (g_strdup_printf ("^(?:%s)$", expression)));
}

static void
add_length (const GyreTrait *trait, gboolean is_most, gint64 length, GVariantBuilder *builder)
{
  gboolean is_text = gyre_kind_is_a (trait->kind, &gyre_kind_string);

  g_variant_builder_add (builder, "{sv}", is_most ? (is_text ? "maxLength" : "maxItems") : (is_text ? "minLength" : "minItems"),
                         g_variant_new_int64 (length));
}

static GVariant *
schema_of_rule (const GyreTrait *trait, const GyreRule *rule)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  describe_rule (trait, rule, &builder);
  return g_variant_builder_end (&builder);
}

/* What the schema cannot say would make `not` of it say too much. */
static gboolean
is_expressible (const GyreTrait *trait, const GyreRule *rule)
{
  for (const GyreRule * const *part = rule->parts; part != NULL && *part != NULL; part++)
    if (!is_expressible (trait, *part))
      return FALSE;
  switch (rule->sort)
    {
    case GYRE_RULE_EQUAL_TO:
      return is_number (trait) ? rule->first.text == NULL : rule->first.text != NULL && !has_many_texts (trait);
    case GYRE_RULE_MEMBER: return !has_many_texts (trait);
    case GYRE_RULE_GREATER_THAN:
    case GYRE_RULE_AT_LEAST:
    case GYRE_RULE_LESS_THAN:
    case GYRE_RULE_AT_MOST:
    case GYRE_RULE_BETWEEN:
    case GYRE_RULE_IN_RANGE: return is_number (trait) && rule->first.text == NULL && rule->second.text == NULL;
    case GYRE_RULE_POSITIVE:
    case GYRE_RULE_NOT_NEGATIVE:
    case GYRE_RULE_NEGATIVE: return is_number (trait);
    case GYRE_RULE_SUBSET: return FALSE;
    default: return TRUE;
    }
}

static void
add_parts (const GyreTrait *trait, const GyreRule *rule, const char *member, GVariantBuilder *builder)
{
  GVariantBuilder parts;

  g_variant_builder_init (&parts, G_VARIANT_TYPE ("aa{sv}"));
  for (const GyreRule * const *part = rule->parts; *part != NULL; part++)
    if (rule->sort == GYRE_RULE_ANY || (gyre_rule_is_of_trait (trait, *part) && is_expressible (trait, *part)))
      g_variant_builder_add_value (&parts, schema_of_rule (trait, *part));
  g_variant_builder_add (builder, "{sv}", member, g_variant_builder_end (&parts));
}

static void
describe_number (const GyreRule *rule, GVariantBuilder *builder)
{
  switch (rule->sort)
    {
    case GYRE_RULE_GREATER_THAN: add_number (builder, "exclusiveMinimum", rule->first.number); break;
    case GYRE_RULE_AT_LEAST: add_number (builder, "minimum", rule->first.number); break;
    case GYRE_RULE_LESS_THAN: add_number (builder, "exclusiveMaximum", rule->first.number); break;
    case GYRE_RULE_AT_MOST: add_number (builder, "maximum", rule->first.number); break;
    case GYRE_RULE_POSITIVE: add_number (builder, "exclusiveMinimum", 0); break;
    case GYRE_RULE_NOT_NEGATIVE: add_number (builder, "minimum", 0); break;
    case GYRE_RULE_NEGATIVE: add_number (builder, "exclusiveMaximum", 0); break;
    case GYRE_RULE_BETWEEN:
    case GYRE_RULE_IN_RANGE:
    default:
      add_number (builder, rule->sort == GYRE_RULE_BETWEEN ? "exclusiveMinimum" : "minimum", rule->first.number);
      add_number (builder, "exclusiveMaximum", rule->second.number);
      break;
    }
}

static void
describe_equal (const GyreTrait *trait, const GyreRule *rule, GVariantBuilder *builder)
{
  GVariant *data = rule->first.text != NULL ? data_of_text (trait, rule->first.text) : NULL;

  if (data != NULL)
    g_variant_builder_add (builder, "{sv}", "const", data);
  else if (rule->first.text == NULL)
    add_number (builder, "const", rule->first.number);
}

static void
describe_rule (const GyreTrait *trait, const GyreRule *rule, GVariantBuilder *builder)
{
  switch (rule->sort)
    {
    case GYRE_RULE_EQUAL_TO: describe_equal (trait, rule, builder); break;
    case GYRE_RULE_MEMBER: add_members (trait, rule->first.text, builder); break;
    case GYRE_RULE_LIKE: add_expression (rule->first.text, builder); break;
    case GYRE_RULE_NOT_EMPTY: add_length (trait, FALSE, 1, builder); break;
    case GYRE_RULE_LENGTH_AT_LEAST: add_length (trait, FALSE, (gint64) rule->first.number, builder); break;
    case GYRE_RULE_LENGTH_AT_MOST: add_length (trait, TRUE, (gint64) rule->first.number, builder); break;
    case GYRE_RULE_NOT: g_variant_builder_add (builder, "{sv}", "not", schema_of_rule (trait, rule->parts[0])); break;
    case GYRE_RULE_ALL: add_parts (trait, rule, "allOf", builder); break;
    case GYRE_RULE_ANY: add_parts (trait, rule, "anyOf", builder); break;
    case GYRE_RULE_SUBSET: break;
    default: describe_number (rule, builder); break;
    }
}

static void
describe_bounds (const GyreTrait *trait, GVariantBuilder *builder)
{
  gint64 minimum, maximum;

  if (trait->whole)
    {
      gyre_storage_get_range (trait->storage, &minimum, &maximum);
      if (trait->integer.minimum > minimum || minimum > G_MININT64)
        add_number (builder, "minimum", trait->integer.minimum);
      if (trait->integer.maximum < maximum || maximum < G_MAXINT64)
        add_number (builder, "maximum", trait->integer.maximum);
    }
  else if (trait->constraints & GYRE_POSITIVE && trait->real.minimum == nextafter (0.0, 1.0))
    {
      add_number (builder, "exclusiveMinimum", 0);
      add_number (builder, "maximum", trait->real.maximum);
    }
  else
    {
      add_number (builder, "minimum", trait->real.minimum);
      add_number (builder, "maximum", trait->real.maximum);
    }
}

/* Parts of a rule that are the elements' are said there. */
static gboolean
says_rule (const GyreTrait *trait, const GyreRule *rule)
{
  if (!gyre_rule_is_of_trait (trait, rule))
    return TRUE;
  if (rule->sort != GYRE_RULE_ALL)
    return is_expressible (trait, rule);
  for (const GyreRule * const *part = rule->parts; *part != NULL; part++)
    if (!says_rule (trait, *part))
      return FALSE;
  return TRUE;
}

/* Bounds of a number are said; those of everything else, and of a text with units, are not. */
static gboolean
says_all (const GyreTrait *trait, const GyreTraitOptions *options)
{
  if (options->bounds != NULL || (trait->bounded && !is_number (trait)) || (options->member != NULL && has_many_texts (trait)))
    return FALSE;
  return options->rule == NULL || says_rule (trait, options->rule);
}

static void
add_words (const GyreTrait *trait, GVariantBuilder *builder)
{
  g_autofree char *rules = gyre_trait_describe_constraints (trait);

  if (rules != NULL)
    g_variant_builder_add (builder, "{sv}", "description", g_variant_new_take_string (g_strdup_printf ("must be %s", rules)));
}

/**
 * gyre_trait_describe_constraint_schema: (skip)
 * @trait: a trait
 * @builder: of type `a{sv}`
 *
 * Adds what a JSON Schema (draft 2020-12) can say of the rules of a trait: `minimum`, `exclusiveMaximum`, `enum`, `const`,
 * `pattern`, `minLength`, `maxItems`, `not`, `allOf`, `anyOf`. What it cannot say, such as a bound of a date, it does not check, so
 * that a schema never refuses what the trait takes; then `description` has the rules in words. The rules of elements are those of
 * the element's trait.
 *
 * Since: 0.1
 */
void
gyre_trait_describe_constraint_schema (const GyreTrait *trait, GVariantBuilder *builder)
{
  const GyreTraitOptions *options = gyre_trait_get_options (trait);

  g_return_if_fail (trait != NULL && builder != NULL);

  if (trait->bounded && is_number (trait))
    describe_bounds (trait, builder);
  if (trait->constraints & GYRE_NOT_EMPTY)
    add_length (trait, FALSE, 1, builder);
  if (options->member != NULL && trait->element == NULL && !has_many_texts (trait))
    add_members (trait, options->member, builder);
  if (options->like != NULL && trait->element == NULL)
    add_expression (options->like, builder);
  /* In allOf, so that no member is there twice. */
  if (options->rule != NULL && gyre_rule_is_of_trait (trait, options->rule) && trait->kind != &gyre_kind_array)
    {
      const GyreRule * const parts[] = { options->rule, NULL };
      const GyreRule all = { .sort = GYRE_RULE_ALL, .parts = parts };

      if (options->rule->sort == GYRE_RULE_ALL)
        describe_rule (trait, options->rule, builder);
      else if (is_expressible (trait, options->rule))
        describe_rule (trait, &all, builder);
    }
  if (!says_all (trait, options))
    add_words (trait, builder);
}
