/* gyre-kind-stream.c: The kinds of input and output streams
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A value says where a stream leads to; who uses it opens it. Option `.format` of an output stream is what is done with what is there:
 * `replace`, `append` or `create`.
 */
#include "gyre-kind-native-private.h"
#include "gyre-literal.h"
#include "gyre-stream.h"

#include <string.h>

static const struct { const char *word; GyreStreamMode mode; } modes[] = {
  { "replace", GYRE_STREAM_REPLACE }, { "append", GYRE_STREAM_APPEND }, { "create", GYRE_STREAM_CREATE },
};

static gboolean
find_mode (const GyreTrait *trait, GyreStreamMode *mode)
{
  const char *format = gyre_trait_get_options (trait)->format;

  *mode = GYRE_STREAM_REPLACE;
  for (guint index = 0; format != NULL && index < G_N_ELEMENTS (modes); index++)
    if (strcmp (format, modes[index].word) == 0)
      {
        *mode = modes[index].mode;
        return TRUE;
      }
  return format == NULL;
}

static gboolean
output_check_options (const GyreTrait *trait, GError **error)
{
  GyreStreamMode mode;

  if (find_mode (trait, &mode))
    return TRUE;
  gyre_value_error_set (error, GYRE_VALUE_ERROR_CONSTRAINT, GYRE_VALUE_ERROR_NOWHERE, "write replace, append or create",
                        "has a .format that is no way to write: '%s'", gyre_trait_get_options (trait)->format);
  return FALSE;
}

static gboolean
stream_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  GyreStreamMode mode = GYRE_STREAM_READ;

  if (gyre_kind_is_a (trait->kind, &gyre_kind_output_stream))
    find_mode (trait, &mode);
  *value = (GyreValue) { .pointer = gyre_stream_new (text, mode, error) };
  value->present = value->pointer != NULL;
  return value->present;
}

static char *
stream_print (const GyreTrait *trait, GyreValue value)
{
  return gyre_literal_quote (gyre_stream_get_text (value.pointer));
}

static gboolean
stream_equal (GyreValue value, GyreValue other)
{
  return gyre_stream_get_mode (value.pointer) == gyre_stream_get_mode (other.pointer)
         && strcmp (gyre_stream_get_text (value.pointer), gyre_stream_get_text (other.pointer)) == 0;
}

static GyreValue
stream_copy (GyreValue value)
{
  value.pointer = gyre_stream_ref (value.pointer);
  return value;
}

static void
stream_clear (GyreValue value)
{
  gyre_stream_unref (value.pointer);
}

/* A native one can have been made for the other direction. */
static gboolean
stream_validate (const GyreTrait *trait, GyreValue value, GError **error)
{
  gboolean is_output = gyre_kind_is_a (trait->kind, &gyre_kind_output_stream);
  const char *text = gyre_stream_get_text (value.pointer);

  if ((gyre_stream_get_mode (value.pointer) != GYRE_STREAM_READ) != is_output)
    {
      gyre_value_error_set (error, GYRE_VALUE_ERROR_TYPE, GYRE_VALUE_ERROR_NOWHERE, NULL, "must be an %s, is '%s' for the other direction",
                            trait->kind->name, text);
      return FALSE;
    }
  return gyre_kind_validate_string (trait, (GyreValue) { .present = TRUE, .string = (char *) text }, error);
}

static GParamSpec *
stream_specify (const GyreTrait *trait, GParamFlags flags)
{
  return gyre_kind_specify_boxed (trait, flags, GYRE_TYPE_STREAM);
}

static gboolean
stream_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  return gyre_kind_boxed_from_gvalue (trait, source, GYRE_TYPE_STREAM, value, error);
}

static GVariant *
stream_to_variant (const GyreTrait *trait, GyreValue value)
{
  return g_variant_new_string (gyre_stream_get_text (value.pointer));
}

#define STREAM_FUNCTIONS \
  .parse = stream_parse, \
  .print = stream_print, \
  .equal = stream_equal, \
  .copy = stream_copy, \
  .clear = stream_clear, \
  .validate = stream_validate, \
  .specify = stream_specify, \
  .from_gvalue = stream_from_gvalue, \
  .to_gvalue = gyre_kind_boxed_to_gvalue, \
  .to_variant = stream_to_variant, \
  .from_variant = gyre_kind_from_variant, \
  .describe_schema = gyre_kind_describe_text, \
  .is_text = TRUE

const GyreKind gyre_kind_input_stream = {
  .name = "input stream",
  STREAM_FUNCTIONS,
};

const GyreKind gyre_kind_output_stream = {
  .name = "output stream",
  .check_options = output_check_options,
  STREAM_FUNCTIONS,
};
