/* gyre-pipeline.c: What a declaration does with a value on its way in
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-pipeline-private.h"
#include "gyre-value-error-private.h"

/* gyre_pipeline_convert: what the converters make of a text, each of what the one before it made. */
char *
gyre_pipeline_convert (const GyreTrait *trait, const char *text, GError **error)
{
  char *converted = g_strdup (text);

  if (!gyre_pipeline_has_converters (trait))
    return converted;
  for (const GyreConverter *converter = trait->options->converters; *converter != NULL && converted != NULL; converter++)
    {
      g_autofree char *before = converted;
      converted = (*converter) (trait, before, error);
    }
  return converted;
}

/* gyre_pipeline_normalise: what the normalisers make of an owned value; on failure it is none. */
gboolean
gyre_pipeline_normalise (const GyreTrait *trait, GyreValue *value, GError **error)
{
  if (G_LIKELY (trait->options == NULL || trait->options->normalisers == NULL) || !value->present)
    return TRUE;
  for (const GyreNormaliser *normaliser = trait->options->normalisers; *normaliser != NULL; normaliser++)
    if (!(*normaliser) (trait, value, error))
      {
        gyre_kind_clear (trait->kind, value);
        return FALSE;
      }
  return TRUE;
}

/* gyre_pipeline_validate: whether the validators let a present value pass. */
gboolean
gyre_pipeline_validate (const GyreTrait *trait, GyreValue value, gpointer instance, GError **error)
{
  if (G_LIKELY (trait->options == NULL || trait->options->validators == NULL))
    return TRUE;
  for (const GyreValidator *validator = trait->options->validators; *validator != NULL; validator++)
    if (!(*validator) (trait, value, instance, error))
      return FALSE;
  return TRUE;
}

static gboolean
parse_converted (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  g_autofree char *converted = gyre_pipeline_convert (trait, text, error);
  GError *problem = NULL;

  if (converted == NULL)
    return FALSE;
  if (trait->kind->parse (trait, converted, value, &problem))
    return TRUE;
  /* The place is one of a text that nobody has seen. */
  gyre_value_error_forget_place (problem);
  g_propagate_error (error, problem);
  return FALSE;
}

/* gyre_pipeline_parse: a text that is not `none`, without its quotes where the kind wants none, up to before it is validated. */
gboolean
gyre_pipeline_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  if (!(gyre_pipeline_has_converters (trait) ? parse_converted : trait->kind->parse) (trait, text, value, error))
    {
      *value = GYRE_NONE;
      return FALSE;
    }
  return gyre_pipeline_normalise (trait, value, error);
}
