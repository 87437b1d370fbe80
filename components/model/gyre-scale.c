/* gyre-scale.c: Between the value of a trait and the value in an expression
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-scale-private.h"
#include "gyre-container-private.h"
#include "gyre-dynamic-private.h"
#include "gyre-expression-container-private.h"
#include "gyre-value-error-private.h"

#include <math.h>

static gboolean
read_units (const char *units, double number, GyreQuantity *quantity)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = g_strconcat (g_ascii_dtostr (digits, sizeof digits, number), " ", units, NULL);

  return gyre_quantity_from_text (text, -1, quantity, NULL);
}

/* Units can be words that are no units (`points`): then a number is a number. What is no straight line (decibel) has no
 * dimension here either. */
void
gyre_scale_init (GyreScale *self, const GyreTrait *trait)
{
  GyreQuantity zero, one, two;

  *self = (GyreScale) { 1, 0, GYRE_DIMENSIONLESS, FALSE };
  if (trait->units == NULL || !gyre_kind_is_a (trait->kind, &gyre_kind_real))
    return;
  if (!read_units (trait->units, 0, &zero) || !read_units (trait->units, 1, &one) || !read_units (trait->units, 2, &two))
    return;
  if (fabs (two.magnitude - one.magnitude - (one.magnitude - zero.magnitude)) > 1e-9 * fabs (one.magnitude))
    return;
  *self = (GyreScale) { one.magnitude - zero.magnitude, zero.magnitude, one.dimension, TRUE };
}

static GyreTerm
string_term (const char *text)
{
  return (GyreTerm) { .kind = GYRE_TERM_STRING, .string = g_ref_string_new (text) };
}

/* What only its text says: lists, dates, quantities. */
static GyreTerm
printed_term (const GyreTrait *trait, GyreValue value)
{
  g_autofree char *text = gyre_trait_print (trait, value);

  return gyre_term_from_text (text, -1);
}

/* A list of pairs, as an expression with entries yields it. */
static GyreTerm
mapping_term (const GyreTrait *trait, GyreValue value)
{
  guint length = gyre_container_get_length (trait, value);
  GyreTermList *pairs = gyre_term_list_new (length);
  GyreScale scale;

  gyre_scale_init (&scale, trait->element);
  for (guint index = 0; index < length; index++)
    {
      GyreTermList *pair = gyre_term_list_new (2);

      pair->terms[0] = string_term (gyre_mapping_get_key (value.mapping, index));
      pair->terms[1] = gyre_scale_to_term (&scale, trait->element, gyre_container_get_value (trait, value, index));
      gyre_term_list_seal (pair);
      pairs->terms[index] = (GyreTerm) { .kind = GYRE_TERM_LIST, .list = pair };
    }
  gyre_term_list_seal (pairs);
  return (GyreTerm) { .kind = GYRE_TERM_LIST, .list = pairs };
}

/* The value is borrowed, the term is the caller's. */
GyreTerm
gyre_scale_to_term (const GyreScale *self, const GyreTrait *trait, GyreValue value)
{
  const GyreKind *kind = trait->kind;

  if (!value.present)
    return (GyreTerm) { .kind = GYRE_TERM_NONE };
  if (kind == &gyre_kind_real)
    return (GyreTerm) { .kind = GYRE_TERM_REAL, .dimension = self->dimension,
                        .real = self->is_quantity ? value.real * self->slope + self->offset : value.real };
  if (kind == &gyre_kind_integer)
    return (GyreTerm) { .kind = GYRE_TERM_INTEGER, .integer = value.integer };
  if (kind == &gyre_kind_boolean)
    return (GyreTerm) { .kind = GYRE_TERM_BOOLEAN, .boolean = value.boolean };
  if (gyre_kind_is_a (kind, &gyre_kind_string))
    return string_term (value.string);
  if (gyre_container_is_mapping (trait) && trait->element->kind == gyre_mapping_get_kind (value.mapping))
    return mapping_term (trait, value);
  return printed_term (trait, value);
}

static gboolean
real_from_term (const GyreScale *self, const GyreTrait *trait, const GyreTerm *term, GyreValue *value, GError **error)
{
  const GyreQuantity quantity = { term->real, term->dimension };

  value->present = TRUE;
  if (term->kind == GYRE_TERM_INTEGER)
    value->real = term->integer;
  else if (term->dimension == GYRE_DIMENSIONLESS && !(self->is_quantity && self->dimension == GYRE_DIMENSIONLESS))
    value->real = term->real;
  else if (self->is_quantity && self->slope == 1 && self->offset == 0 && self->dimension == term->dimension)
    value->real = term->real;
  else
    return gyre_quantity_convert (quantity, trait->units != NULL ? trait->units : "1", &value->real, error);
  return TRUE;
}

static gboolean
text_from_term (const GyreTrait *trait, const GyreTerm *term, GyreValue *value, GError **error)
{
  g_autofree char *text = gyre_expression_dup_text_for (trait, term);

  if (gyre_trait_parse (trait, text, value, error))
    return TRUE;
  if (error != NULL && *error != NULL && (*error)->domain == GYRE_VALUE_ERROR)
    gyre_value_error_forget_place (*error);
  return FALSE;
}

static gboolean
has_converters (const GyreTrait *trait)
{
  const GyreTraitOptions *options = gyre_trait_get_options (trait);

  return options != NULL && (options->converters != NULL || options->normalisers != NULL);
}

/* The value is the caller's. Rules of the trait are judged when it is set. */
gboolean
gyre_scale_from_term (const GyreScale *self, const GyreTrait *trait, const GyreTerm *term, GyreValue *value, GError **error)
{
  *value = GYRE_NONE;
  if (G_UNLIKELY (has_converters (trait)))
    return text_from_term (trait, term, value, error);
  if (trait->kind == &gyre_kind_real && (term->kind == GYRE_TERM_REAL || term->kind == GYRE_TERM_INTEGER))
    return real_from_term (self, trait, term, value, error);
  if (trait->kind == &gyre_kind_integer && term->kind == GYRE_TERM_INTEGER)
    *value = (GyreValue) { .present = TRUE, .integer = term->integer };
  else if (trait->kind == &gyre_kind_boolean && term->kind == GYRE_TERM_BOOLEAN)
    *value = (GyreValue) { .present = TRUE, .boolean = term->boolean };
  else if (trait->kind == &gyre_kind_string && term->kind == GYRE_TERM_STRING)
    *value = (GyreValue) { .present = TRUE, .string = g_strdup (term->string) };
  else
    return text_from_term (trait, term, value, error);
  return TRUE;
}

/* What has no kind yet is a computation if it can be read as one, else a text with values in it. */
GyreExpression *
gyre_scale_compile (const GyreTrait *trait, const char *text, GError **error)
{
  GyreExpression *expression;

  if (gyre_trait_takes_any_kind (trait))
    {
      expression = gyre_expression_new (text, -1, GYRE_EXPRESSION_COMPUTED, NULL);
      return expression != NULL ? expression : gyre_expression_new (text, -1, GYRE_EXPRESSION_WRITTEN, error);
    }
  return gyre_expression_new_for (trait, text, -1, error);
}
