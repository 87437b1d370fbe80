/* gyre-trait-value.c: The values of a trait on their way in and out
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Text and native values come in through here and are checked against the rules of the trait; what goes out as text
 * comes in again as the same value.
 */
#include "gyre-constraint-private.h"
#include "gyre-kind-private.h"
#include "gyre-literal.h"
#include "gyre-pipeline-private.h"
#include "gyre-quotation-private.h"

#include <string.h>

/* The first byte of a text that is no blank. */
static const char *
skip_blanks (const char *text)
{
  while (gyre_quotation_is_blank (*text))
    text++;
  return text;
}

static gboolean
text_is_none (const char *text)
{
  const char *start = skip_blanks (text);
  gsize length = strlen (start);

  while (length > 0 && gyre_quotation_is_blank (start[length - 1]))
    length--;
  return gyre_quotation_is_none (start, length);
}

/* Where the meaning of a text begins in it. Escapes move what follows them; then the whole value is the place. */
static gsize
find_meaning (const char *text, const char *meaning, GError *problem)
{
  const char *start = skip_blanks (text);
  const char *inner = start + (gyre_quotation_is_quote (*start) ? 1 : 0);

  if (g_str_has_prefix (inner, meaning))
    return inner - text;
  gyre_value_error_forget_place (problem);
  return start - text;
}

static gboolean
parse_structured (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  return text_is_none (text) || gyre_pipeline_parse (trait, text, value, error);
}

static gboolean
parse_scalar (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  gboolean is_none = FALSE;
  g_autofree char *scalar = gyre_literal_scalar (text, &is_none, NULL, error);
  GError *problem = NULL;

  if (scalar == NULL)
    return is_none;
  if (gyre_pipeline_parse (trait, scalar, value, &problem))
    return TRUE;
  gyre_value_error_relocate (problem, find_meaning (text, scalar, problem), NULL);
  g_propagate_error (error, problem);
  return FALSE;
}

/* A rule that is broken concerns the whole value, unless the kind knows better. */
static gboolean
validate_text (const GyreTrait *trait, const char *text, GyreValue value, GError **error)
{
  GError *problem = NULL;

  if (gyre_trait_validate (trait, value, &problem))
    return TRUE;
  if (!gyre_value_error_get_offset (problem, NULL))
    gyre_value_error_relocate (problem, skip_blanks (text) - text, NULL);
  g_propagate_error (error, problem);
  return FALSE;
}

/**
 * gyre_trait_parse: (skip)
 * @trait: a trait
 * @text: the text of a value, as a file or an argument has it
 * @value: (out): the value, owned by the caller; `none` when the text says so
 * @error: return location for an error of %GYRE_VALUE_ERROR; it may know the offset of the mistake in the text
 *
 * Reads a value and checks it against the rules of the trait. In this order: its converters, which get the text without its
 * quotes unless the kind has structure; the kind, which makes a value of it; its normalisers; the kind's own rule; the rules of
 * the declaration; its validators, which get no instance. `none` goes past all of them.
 *
 * Returns: whether the text is a value that the trait can have
 *
 * Since: 0.1
 */
gboolean
gyre_trait_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  g_return_val_if_fail (trait != NULL && text != NULL && value != NULL, FALSE);

  *value = GYRE_NONE;
  if ((trait->kind->structured ? parse_structured : parse_scalar) (trait, text, value, error))
    {
      if (validate_text (trait, text, *value, error))
        return TRUE;
      gyre_kind_clear (trait->kind, value);
    }
  *value = GYRE_NONE;
  return FALSE;
}

/**
 * gyre_trait_print: (skip)
 * @trait: a trait
 * @value: a value
 *
 * Returns: (transfer full): a text that gyre_trait_parse() reads as the same value
 *
 * Since: 0.1
 */
char *
gyre_trait_print (const GyreTrait *trait, GyreValue value)
{
  g_return_val_if_fail (trait != NULL, NULL);
  return value.present ? trait->kind->print (trait, value) : g_strdup ("none");
}

/**
 * gyre_trait_validate: (skip)
 * @trait: a trait
 * @value: a value of its kind
 * @error: return location for an error of %GYRE_VALUE_ERROR
 *
 * Returns: whether the value keeps all rules of the trait
 *
 * Since: 0.1
 */
gboolean
gyre_trait_validate (const GyreTrait *trait, GyreValue value, GError **error)
{
  return gyre_trait_validate_for (trait, value, NULL, error);
}

/**
 * gyre_trait_validate_for: (skip)
 * @trait: a trait
 * @value: a value of its kind
 * @instance: (nullable): the component that is to have it, for the validators of the trait
 * @error: return location for an error of %GYRE_VALUE_ERROR
 *
 * Returns: whether the value keeps all rules of the trait
 *
 * Since: 0.1
 */
gboolean
gyre_trait_validate_for (const GyreTrait *trait, GyreValue value, gpointer instance, GError **error)
{
  g_return_val_if_fail (trait != NULL, FALSE);

  if (!value.present)
    {
      if (trait->nullable)
        return TRUE;
      gyre_value_error_set (error, GYRE_VALUE_ERROR_NULL, GYRE_VALUE_ERROR_NOWHERE, NULL, "may not be none");
      return FALSE;
    }
  /* The kind first: the rules rely on what it says, such as that a text is UTF-8. */
  return (trait->kind->validate == NULL || trait->kind->validate (trait, value, error))
         && gyre_constraints_hold (trait, value, error) && gyre_pipeline_validate (trait, value, instance, error);
}

/**
 * gyre_trait_normalise: (skip)
 * @trait: a trait
 * @value: (inout): an owned value of its kind; `none` where it fails
 * @error: return location for an error of %GYRE_VALUE_ERROR
 *
 * Runs the normalisers of the trait, for a value that came neither from a text nor from a #GValue, which run them themselves.
 *
 * Returns: whether all could
 *
 * Since: 0.1
 */
gboolean
gyre_trait_normalise (const GyreTrait *trait, GyreValue *value, GError **error)
{
  g_return_val_if_fail (trait != NULL && value != NULL, FALSE);
  return gyre_pipeline_normalise (trait, value, error);
}

static gboolean
is_maybe (const GyreTrait *trait)
{
  return trait->storage >= GYRE_STORAGE_MAYBE_BOOLEAN && trait->storage <= GYRE_STORAGE_MAYBE_REAL;
}

/**
 * gyre_trait_from_gvalue: (skip)
 * @trait: a trait
 * @source: a native value
 * @value: (out): the value, owned by the caller
 * @error: return location for an error of %GYRE_VALUE_ERROR
 *
 * Takes a native value and checks it against the rules of the trait: a number of any width that keeps its value, a GVariant
 * of maybe type for a nullable number.
 *
 * Returns: whether it is a value that the trait can have
 *
 * Since: 0.1
 */
gboolean
gyre_trait_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  g_auto (GValue) unpacked = G_VALUE_INIT;

  g_return_val_if_fail (trait != NULL && source != NULL && value != NULL, FALSE);

  *value = GYRE_NONE;
  if (is_maybe (trait) && G_VALUE_HOLDS_VARIANT (source))
    {
      if (g_value_get_variant (source) == NULL)
        return gyre_trait_validate (trait, *value, error);
      if (!gyre_kind_unpack_variant (g_value_get_variant (source), &unpacked))
        return gyre_kind_refuse_type (trait, source, error);
      if (!G_IS_VALUE (&unpacked))
        return gyre_trait_validate (trait, *value, error);
      source = &unpacked;
    }
  if (trait->kind->from_gvalue (trait, source, value, error) && gyre_pipeline_normalise (trait, value, error))
    {
      if (gyre_trait_validate (trait, *value, error))
        return TRUE;
      gyre_kind_clear (trait->kind, value);
    }
  *value = GYRE_NONE;
  return FALSE;
}

static GVariant *
maybe_of_value (const GyreTrait *trait, GyreValue value)
{
  if (trait->storage == GYRE_STORAGE_MAYBE_BOOLEAN)
    return g_variant_new_maybe (G_VARIANT_TYPE_BOOLEAN, value.present ? g_variant_new_boolean (value.boolean) : NULL);
  if (trait->storage == GYRE_STORAGE_MAYBE_INTEGER)
    return g_variant_new_maybe (G_VARIANT_TYPE_INT64, value.present ? g_variant_new_int64 (value.integer) : NULL);
  return g_variant_new_maybe (G_VARIANT_TYPE_DOUBLE, value.present ? g_variant_new_double (value.real) : NULL);
}

/**
 * gyre_trait_to_gvalue: (skip)
 * @trait: a trait
 * @value: a value, borrowed
 * @target: a #GValue of the type of the property
 *
 * Hands a value out.
 *
 * Since: 0.1
 */
void
gyre_trait_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
  if (is_maybe (trait))
    g_value_set_variant (target, maybe_of_value (trait, value));
  else
    trait->kind->to_gvalue (trait, value, target);
}

/* The default of a property of other code, as far as there is one. */
static GyreValue
foreign_initial (const GyreTrait *trait)
{
  if (trait->kind == &gyre_kind_boolean)
    return (GyreValue) { .present = TRUE, .boolean = trait->initial.boolean };
  if (trait->kind == &gyre_kind_real)
    return (GyreValue) { .present = TRUE, .real = trait->initial.real };
  if (trait->kind == &gyre_kind_integer || trait->kind == &gyre_kind_enumeration)
    return (GyreValue) { .present = TRUE, .integer = trait->initial.integer };
  if (gyre_kind_is_a (trait->kind, &gyre_kind_string) && trait->initial.text != NULL)
    return (GyreValue) { .present = TRUE, .string = g_strdup (trait->initial.text) };
  return GYRE_NONE;
}

/* Whether the declaration says the default as text, as nothing else is natural for the kind. */
static gboolean
has_initial_text (const GyreTrait *trait)
{
  return trait->storage == GYRE_STORAGE_POINTER || trait->storage == GYRE_STORAGE_QUANTITY || is_maybe (trait)
         || gyre_kind_is_a (trait->kind, &gyre_kind_duration);
}

/* Reads the default. The text of a string is what it is: the C compiler has read its quotes. */
static gboolean
read_initial (const GyreTrait *trait, GyreValue *value, GError **error)
{
  if (!has_initial_text (trait))
    {
      *value = foreign_initial (trait);
      return gyre_pipeline_normalise (trait, value, error);
    }
  if (trait->initial.text == NULL)
    return TRUE;
  if (gyre_kind_is_a (trait->kind, &gyre_kind_string))
    return gyre_pipeline_parse (trait, trait->initial.text, value, error);
  return gyre_trait_parse (trait, trait->initial.text, value, error);
}

/**
 * gyre_trait_get_initial: (skip)
 * @trait: a trait
 * @value: (out): the default, owned by the caller
 * @error: return location for an error of %GYRE_VALUE_ERROR
 *
 * Makes the default that the declaration says.
 *
 * Returns: whether the trait's rules make sense and the default keeps them
 *
 * Since: 0.1
 */
gboolean
gyre_trait_get_initial (const GyreTrait *trait, GyreValue *value, GError **error)
{
  g_return_val_if_fail (trait != NULL && value != NULL, FALSE);

  *value = GYRE_NONE;
  if (trait->storage == GYRE_STORAGE_NONE)
    {
      *value = foreign_initial (trait);
      return TRUE;
    }
  if (gyre_constraints_check (trait, error) && read_initial (trait, value, error))
    {
      if (gyre_trait_validate (trait, *value, error))
        return TRUE;
      gyre_kind_clear (trait->kind, value);
    }
  *value = GYRE_NONE;
  return FALSE;
}

/**
 * gyre_trait_dup_initial_text:
 * @trait: a trait
 *
 * Returns: (transfer full): the default that the declaration says, as text
 *
 * Since: 0.1
 */
char *
gyre_trait_dup_initial_text (const GyreTrait *trait)
{
  GyreValue value = GYRE_NONE;
  char *text;

  g_return_val_if_fail (trait != NULL, NULL);

  if (!gyre_trait_get_initial (trait, &value, NULL))
    return g_strdup (has_initial_text (trait) && trait->initial.text != NULL ? trait->initial.text : "none");
  text = gyre_trait_print (trait, value);
  gyre_kind_clear (trait->kind, &value);
  return text;
}
