/* gyre-kind-array.c: The kind of rectangular arrays of reals
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-kind-private.h"

static gboolean
array_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  *value = (GyreValue) { .present = TRUE, .array = gyre_array_new_from_text (text, error) };
  return value->array != NULL;
}

static char *
array_print (const GyreTrait *trait, GyreValue value)
{
  return gyre_array_to_string (value.array);
}

static gboolean
array_equal (GyreValue value, GyreValue other)
{
  return value.array == other.array || gyre_array_equal (value.array, other.array);
}

static GyreValue
array_copy (GyreValue value)
{
  value.array = gyre_array_ref (value.array);
  return value;
}

static void
array_clear (GyreValue value)
{
  gyre_array_unref (value.array);
}

static GParamSpec *
array_specify (const GyreTrait *trait, GParamFlags flags)
{
  return g_param_spec_boxed (trait->descriptor.name, trait->descriptor.name, trait->descriptor.summary,
                             GYRE_TYPE_ARRAY, flags);
}

static gboolean
array_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  if (!G_VALUE_HOLDS (source, GYRE_TYPE_ARRAY))
    return gyre_kind_refuse_type (trait, source, error);
  *value = (GyreValue) { .present = g_value_get_boxed (source) != NULL };
  if (value->present)
    value->array = gyre_array_ref (g_value_get_boxed (source));
  return TRUE;
}

static void
array_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
  g_value_set_boxed (target, value.array);
}

const GyreKind gyre_kind_array = {
  .name = "array",
  .structured = TRUE,
  .parse = array_parse,
  .print = array_print,
  .equal = array_equal,
  .copy = array_copy,
  .clear = array_clear,
  .specify = array_specify,
  .from_gvalue = array_from_gvalue,
  .to_gvalue = array_to_gvalue,
};
