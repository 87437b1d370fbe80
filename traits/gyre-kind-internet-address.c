/* gyre-kind-internet-address.c: The kind of places in a network
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-internet-address.h"
#include "gyre-kind-native-private.h"
#include "gyre-literal.h"

#include <string.h>

static gboolean
address_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  *value = (GyreValue) { .pointer = gyre_internet_address_new_from_text (text, error) };
  value->present = value->pointer != NULL;
  return value->present;
}

static char *
address_print (const GyreTrait *trait, GyreValue value)
{
  g_autofree char *text = gyre_internet_address_to_text (value.pointer);

  return gyre_literal_quote (text);
}

static gboolean
address_equal (GyreValue value, GyreValue other)
{
  g_autofree char *left = gyre_internet_address_to_text (value.pointer);
  g_autofree char *right = gyre_internet_address_to_text (other.pointer);

  return strcmp (left, right) == 0;
}

static GyreValue
address_copy (GyreValue value)
{
  value.pointer = gyre_internet_address_ref (value.pointer);
  return value;
}

static void
address_clear (GyreValue value)
{
  gyre_internet_address_unref (value.pointer);
}

static GParamSpec *
address_specify (const GyreTrait *trait, GParamFlags flags)
{
  return gyre_kind_specify_boxed (trait, flags, GYRE_TYPE_INTERNET_ADDRESS);
}

static gboolean
address_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  return gyre_kind_boxed_from_gvalue (trait, source, GYRE_TYPE_INTERNET_ADDRESS, value, error);
}

static GVariant *
address_to_variant (const GyreTrait *trait, GyreValue value)
{
  return g_variant_new_take_string (gyre_internet_address_to_text (value.pointer));
}

const GyreKind gyre_kind_internet_address = {
  .name = "internet address",
  .parse = address_parse,
  .print = address_print,
  .equal = address_equal,
  .copy = address_copy,
  .clear = address_clear,
  .specify = address_specify,
  .from_gvalue = address_from_gvalue,
  .to_gvalue = gyre_kind_boxed_to_gvalue,
  .to_variant = address_to_variant,
  .from_variant = gyre_kind_from_variant,
  .describe_schema = gyre_kind_describe_text,
  .is_text = TRUE,
};
