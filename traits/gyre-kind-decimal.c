/* gyre-kind-decimal.c: The kind of exact decimal numbers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * As data it is a text: a number of JSON would become a binary one on its way.
 */
#include "gyre-decimal.h"
#include "gyre-kind-native-private.h"

static gboolean
decimal_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  *value = (GyreValue) { .pointer = gyre_decimal_new_from_text (text, error) };
  value->present = value->pointer != NULL;
  return value->present;
}

static char *
decimal_print (const GyreTrait *trait, GyreValue value)
{
  return gyre_decimal_to_text (value.pointer);
}

static gboolean
decimal_equal (GyreValue value, GyreValue other)
{
  return gyre_decimal_equal (value.pointer, other.pointer);
}

static int
decimal_compare (GyreValue value, GyreValue other)
{
  return gyre_decimal_compare (value.pointer, other.pointer);
}

static GyreValue
decimal_copy (GyreValue value)
{
  value.pointer = gyre_decimal_ref (value.pointer);
  return value;
}

static void
decimal_clear (GyreValue value)
{
  gyre_decimal_unref (value.pointer);
}

static GParamSpec *
decimal_specify (const GyreTrait *trait, GParamFlags flags)
{
  return gyre_kind_specify_boxed (trait, flags, GYRE_TYPE_DECIMAL);
}

static GyreDecimal *
new_from_unsigned (guint64 integer)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, integer);

  return gyre_decimal_new_from_text (text, NULL);
}

static gboolean
decimal_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  GyreValue number = GYRE_NONE;
  gboolean is_whole = FALSE;

  if (!gyre_kind_number_from_gvalue (source, &number, &is_whole))
    return gyre_kind_boxed_from_gvalue (trait, source, GYRE_TYPE_DECIMAL, value, error);
  if (G_VALUE_HOLDS_UINT64 (source))
    value->pointer = new_from_unsigned (g_value_get_uint64 (source));
  else if (G_VALUE_HOLDS_ULONG (source))
    value->pointer = new_from_unsigned (g_value_get_ulong (source));
  else if (is_whole)
    value->pointer = gyre_decimal_new_from_integer (number.integer);
  else
    value->pointer = gyre_decimal_new_from_real (number.real, error);
  value->present = value->pointer != NULL;
  return value->present;
}

static void
decimal_describe_schema (const GyreTrait *trait, GVariantBuilder *builder)
{
  g_variant_builder_add (builder, "{sv}", "type", g_variant_new_strv ((const char *[]) { "string", "number" }, 2));
  gyre_kind_describe (builder, "pattern", "^[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?$");
}

const GyreKind gyre_kind_decimal = {
  .name = "decimal",
  .parse = decimal_parse,
  .print = decimal_print,
  .equal = decimal_equal,
  .compare = decimal_compare,
  .copy = decimal_copy,
  .clear = decimal_clear,
  .specify = decimal_specify,
  .from_gvalue = decimal_from_gvalue,
  .to_gvalue = gyre_kind_boxed_to_gvalue,
  .to_variant = gyre_kind_print_variant,
  .from_variant = gyre_kind_from_variant,
  .describe_schema = decimal_describe_schema,
};
