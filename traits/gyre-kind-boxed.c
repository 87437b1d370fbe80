/* gyre-kind-boxed.c: The kind of boxed values of other code
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Their text is whatever g_value_transform() makes of them, where their author has registered such a function; what can be written
 * but not read has no text for us. N.B. functions of a kind do not see a trait when they copy, so a value carries its type.
 */
#include "gyre-boxed.h"
#include "gyre-kind-native-private.h"
#include "gyre-literal.h"

#include <string.h>

static gboolean
has_text (GType type)
{
  return g_value_type_transformable (G_TYPE_STRING, type) && g_value_type_transformable (type, G_TYPE_STRING);
}

static gboolean
refuse_text (GType type, GError **error)
{
  gyre_value_error_set (error, GYRE_VALUE_ERROR_TYPE, GYRE_VALUE_ERROR_NOWHERE, "let the program set it",
                        "must be a value of type %s, which no text can say", g_type_name (type));
  return FALSE;
}

static gboolean
boxed_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  GType type = gyre_trait_get_value_type (trait);
  g_auto (GValue) source = G_VALUE_INIT;
  g_auto (GValue) target = G_VALUE_INIT;

  if (!has_text (type))
    return refuse_text (type, error);
  g_value_set_string (g_value_init (&source, G_TYPE_STRING), text);
  if (!g_value_transform (&source, g_value_init (&target, type)) || g_value_get_boxed (&target) == NULL)
    {
      gyre_value_error_set (error, GYRE_VALUE_ERROR_SYNTAX, GYRE_VALUE_ERROR_NOWHERE, NULL, "must be a text of a %s, is '%s'",
                            g_type_name (type), text);
      return FALSE;
    }
  *value = (GyreValue) { .present = TRUE, .pointer = gyre_boxed_new (type, g_value_get_boxed (&target)) };
  return TRUE;
}

/* NULL where there is none. */
static char *
dup_text (const GyreBoxed *boxed)
{
  GType type = gyre_boxed_get_content_type (boxed);
  g_auto (GValue) source = G_VALUE_INIT;
  g_auto (GValue) target = G_VALUE_INIT;

  if (!has_text (type))
    return NULL;
  g_value_set_static_boxed (g_value_init (&source, type), gyre_boxed_get_content (boxed));
  return g_value_transform (&source, g_value_init (&target, G_TYPE_STRING)) ? g_value_dup_string (&target) : NULL;
}

static char *
boxed_print (const GyreTrait *trait, GyreValue value)
{
  g_autofree char *text = dup_text (value.pointer);

  return text != NULL ? gyre_literal_quote (text) : g_strdup_printf ("<%s>", g_type_name (gyre_boxed_get_content_type (value.pointer)));
}

/* Of what has a text the text counts; anything else is only equal to itself. */
static gboolean
boxed_equal (GyreValue value, GyreValue other)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (value.pointer == other.pointer || gyre_boxed_get_content_type (value.pointer) != gyre_boxed_get_content_type (other.pointer))
    return value.pointer == other.pointer;
  left = dup_text (value.pointer);
  right = dup_text (other.pointer);
  return left != NULL && right != NULL && strcmp (left, right) == 0;
}

static GyreValue
boxed_copy (GyreValue value)
{
  value.pointer = gyre_boxed_ref (value.pointer);
  return value;
}

static void
boxed_clear (GyreValue value)
{
  gyre_boxed_unref (value.pointer);
}

static gboolean
boxed_validate (const GyreTrait *trait, GyreValue value, GError **error)
{
  GType wanted = gyre_trait_get_value_type (trait);
  GType found = gyre_boxed_get_content_type (value.pointer);

  if (g_type_is_a (found, wanted))
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_TYPE, GYRE_VALUE_ERROR_NOWHERE, NULL, "must be a value of type %s, is one of type %s",
                        g_type_name (wanted), g_type_name (found));
  return FALSE;
}

static GParamSpec *
boxed_specify (const GyreTrait *trait, GParamFlags flags)
{
  return gyre_kind_specify_boxed (trait, flags, gyre_trait_get_value_type (trait));
}

static gboolean
boxed_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  *value = GYRE_NONE;
  if (G_VALUE_HOLDS (source, GYRE_TYPE_BOXED))
    return gyre_kind_boxed_from_gvalue (trait, source, GYRE_TYPE_BOXED, value, error);
  if (G_VALUE_HOLDS_STRING (source) && g_value_get_string (source) != NULL)
    return boxed_parse (trait, g_value_get_string (source), value, error);
  if (!G_VALUE_HOLDS (source, gyre_trait_get_value_type (trait)))
    return gyre_kind_refuse_type (trait, source, error);
  if (g_value_get_boxed (source) != NULL)
    *value = (GyreValue) { .present = TRUE, .pointer = gyre_boxed_new (G_VALUE_TYPE (source), g_value_get_boxed (source)) };
  return TRUE;
}

static void
boxed_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
  g_value_set_boxed (target, value.present ? gyre_boxed_get_content (value.pointer) : NULL);
}

static GVariant *
boxed_to_variant (const GyreTrait *trait, GyreValue value)
{
  char *text = dup_text (value.pointer);

  return g_variant_new_take_string (text != NULL ? text : boxed_print (trait, value));
}

static void
boxed_describe_schema (const GyreTrait *trait, GVariantBuilder *builder)
{
  gyre_kind_describe (builder, "type", has_text (gyre_trait_get_value_type (trait)) ? "string" : "null");
}

const GyreKind gyre_kind_boxed = {
  .name = "boxed",
  .parse = boxed_parse,
  .print = boxed_print,
  .equal = boxed_equal,
  .copy = boxed_copy,
  .clear = boxed_clear,
  .validate = boxed_validate,
  .specify = boxed_specify,
  .from_gvalue = boxed_from_gvalue,
  .to_gvalue = boxed_to_gvalue,
  .to_variant = boxed_to_variant,
  .from_variant = gyre_kind_from_variant,
  .describe_schema = boxed_describe_schema,
  .is_text = TRUE,
};
