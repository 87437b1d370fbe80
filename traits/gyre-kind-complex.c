/* gyre-kind-complex.c: The kind of complex numbers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A field holds the two numbers themselves; a value, which has room for one, points to them.
 */
#include "gyre-kind-native-private.h"


static gboolean
complex_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  GyreComplex complex;

  if (!gyre_complex_from_text (text, &complex, error))
    return FALSE;
  *value = (GyreValue) { .present = TRUE, .pointer = gyre_complex_copy (&complex) };
  return TRUE;
}

static char *
complex_print (const GyreTrait *trait, GyreValue value)
{
  return gyre_complex_to_text (value.pointer);
}

static gboolean
complex_equal (GyreValue value, GyreValue other)
{
  return gyre_complex_equal (value.pointer, other.pointer);
}

static GyreValue
complex_copy (GyreValue value)
{
  value.pointer = gyre_complex_copy (value.pointer);
  return value;
}

static void
complex_clear (GyreValue value)
{
  gyre_complex_free (value.pointer);
}

static GParamSpec *
complex_specify (const GyreTrait *trait, GParamFlags flags)
{
  return gyre_kind_specify_boxed (trait, flags, GYRE_TYPE_COMPLEX);
}

static gboolean
complex_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  GyreComplex complex = { 0, 0 };
  gboolean is_whole = FALSE;

  if (!gyre_kind_number_from_gvalue (source, value, &is_whole))
    return gyre_kind_boxed_from_gvalue (trait, source, GYRE_TYPE_COMPLEX, value, error);
  complex.real = is_whole ? (double) value->integer : value->real;
  *value = (GyreValue) { .present = TRUE, .pointer = gyre_complex_copy (&complex) };
  return TRUE;
}

static GVariant *
complex_to_variant (const GyreTrait *trait, GyreValue value)
{
  const GyreComplex *complex = value.pointer;

  return g_variant_new ("(dd)", complex->real, complex->imaginary);
}

/* Two numbers, however they are packed. */
static gboolean
read_part (GVariant *variant, gsize index, double *part)
{
  g_autoptr (GVariant) child = g_variant_get_child_value (variant, index);
  g_auto (GValue) native = G_VALUE_INIT;
  GyreValue number = GYRE_NONE;
  gboolean is_whole = FALSE;

  if (!gyre_kind_unpack_variant (child, &native) || !G_IS_VALUE (&native)
      || !gyre_kind_number_from_gvalue (&native, &number, &is_whole))
    return FALSE;
  *part = is_whole ? (double) number.integer : number.real;
  return TRUE;
}

static gboolean
complex_from_variant (const GyreTrait *trait, GVariant *packed, GyreValue *value, GError **error)
{
  g_autoptr (GVariant) variant = gyre_kind_unwrap_variant (packed);
  GyreComplex complex;

  if (!g_variant_is_container (variant) || g_variant_is_of_type (variant, G_VARIANT_TYPE_MAYBE))
    return gyre_kind_from_variant (trait, variant, value, error);
  *value = GYRE_NONE;
  if (g_variant_n_children (variant) != 2 || !read_part (variant, 0, &complex.real) || !read_part (variant, 1, &complex.imaginary))
    return gyre_kind_refuse_variant (trait, variant, error);
  *value = (GyreValue) { .present = TRUE, .pointer = gyre_complex_copy (&complex) };
  return TRUE;
}

static void
complex_describe_schema (const GyreTrait *trait, GVariantBuilder *builder)
{
  g_variant_builder_add (builder, "{sv}", "type", g_variant_new_strv ((const char *[]) { "array", "number", "string" }, 3));
  g_variant_builder_add_parsed (builder, "{'items', <{'type': <'number'>}>}");
  g_variant_builder_add (builder, "{sv}", "minItems", g_variant_new_int64 (2));
  g_variant_builder_add (builder, "{sv}", "maxItems", g_variant_new_int64 (2));
}

const GyreKind gyre_kind_complex = {
  .name = "complex",
  .parse = complex_parse,
  .print = complex_print,
  .equal = complex_equal,
  .copy = complex_copy,
  .clear = complex_clear,
  .specify = complex_specify,
  .from_gvalue = complex_from_gvalue,
  .to_gvalue = gyre_kind_boxed_to_gvalue,
  .to_variant = complex_to_variant,
  .from_variant = complex_from_variant,
  .describe_schema = complex_describe_schema,
  .check_options = gyre_kind_check_room,
  .is_text = TRUE,
};
