/* gyre-kind-secret.c: The kind of texts that are shown to nobody
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * `@/run/secrets/key` and `file:/run/secrets/key` are read from the file, without the end of its last line, so that no secret has to
 * stand in a configuration. A text that begins so and is meant as it is has `@=` before it. gyre_trait_print() shows `***`; the
 * function of the kind, which only code that is trusted with secrets calls, tells the text.
 */
#include "gyre-kind-native-private.h"
#include "gyre-literal.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAXIMUM_SIZE 65536

/* A path may be shown, what is in the file not. */
static gboolean
refuse_file (const char *path, const char *complaint, GError **error)
{
  gyre_value_error_set (error, GYRE_VALUE_ERROR_UNKNOWN, GYRE_VALUE_ERROR_NOWHERE, "write @=text for a secret that begins so",
                        "must be in a file that can be read, '%s' %s", path, complaint);
  return FALSE;
}

static gssize
read_all (int descriptor, char *content)
{
  gssize size = 0;
  gssize count;

  do
    {
      count = read (descriptor, content + size, MAXIMUM_SIZE + 1 - size);
      size += MAX (count, 0);
    }
  while (count > 0 || (count < 0 && errno == EINTR));
  return count < 0 ? -1 : size;
}

/* Neither a device, which may never end, nor a pipe, for which we would wait. */
static gboolean
read_file (const char *path, char **secret, GError **error)
{
  g_autofree char *content = g_malloc0 (MAXIMUM_SIZE + 2);
  int descriptor = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  struct stat status;
  gssize size = -1;

  if (descriptor < 0)
    return refuse_file (path, g_strerror (errno), error);
  if (fstat (descriptor, &status) == 0 && S_ISREG (status.st_mode))
    size = read_all (descriptor, content);
  close (descriptor);
  if (size < 0)
    return refuse_file (path, "is no ordinary file", error);
  if (size > MAXIMUM_SIZE)
    return refuse_file (path, "has more than 65536 bytes", error);
  if (strlen (content) != (gsize) size || !g_utf8_validate (content, size, NULL))
    return refuse_file (path, "is not in UTF-8", error);
  if (g_str_has_suffix (content, "\n"))
    content[--size] = '\0';
  if (g_str_has_suffix (content, "\r"))
    content[--size] = '\0';
  *secret = g_strdup (content);
  return TRUE;
}

static gboolean
secret_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  const char *path = g_str_has_prefix (text, "file://") ? text + strlen ("file://") : text + strlen ("file:");

  *value = (GyreValue) { .present = TRUE };
  if (g_str_has_prefix (text, "@="))
    value->string = g_strdup (text + 2);
  else if (*text == '@')
    return read_file (text + 1, &value->string, error);
  else if (g_str_has_prefix (text, "file:"))
    return read_file (path, &value->string, error);
  else
    value->string = g_strdup (text);
  return TRUE;
}

static char *
secret_print (const GyreTrait *trait, GyreValue value)
{
  gboolean is_special = *value.string == '@' || g_str_has_prefix (value.string, "file:");
  g_autofree char *text = g_strconcat (is_special ? "@=" : "", value.string, NULL);

  return gyre_literal_quote (text);
}

static GVariant *
secret_to_variant (const GyreTrait *trait, GyreValue value)
{
  return g_variant_new_string ("***");
}

/* The default of the property is what anybody can ask for. */
static GParamSpec *
secret_specify (const GyreTrait *trait, GParamFlags flags)
{
  const GyreDescriptor *descriptor = &trait->descriptor;

  return g_param_spec_string (descriptor->name, descriptor->name, descriptor->summary, NULL, flags);
}

static gboolean
secret_from_variant (const GyreTrait *trait, GVariant *variant, GyreValue *value, GError **error)
{
  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE_STRING) || strcmp (g_variant_get_string (variant, NULL), "***") != 0)
    return gyre_kind_from_variant (trait, variant, value, error);
  gyre_value_error_set (error, GYRE_VALUE_ERROR_SYNTAX, GYRE_VALUE_ERROR_NOWHERE, "write @/path/to/a/file",
                        "must be a secret, is what is shown instead of one");
  return FALSE;
}

static void
secret_describe_schema (const GyreTrait *trait, GVariantBuilder *builder)
{
  gyre_kind_describe (builder, "type", "string");
  g_variant_builder_add (builder, "{sv}", "writeOnly", g_variant_new_boolean (TRUE));
}

const GyreKind gyre_kind_secret = {
  .name = "secret",
  .base = &gyre_kind_string,
  .parse = secret_parse,
  .print = secret_print,
  .equal = gyre_kind_equal_strings,
  .copy = gyre_kind_copy_string,
  .clear = gyre_kind_clear_string,
  .validate = gyre_kind_validate_string,
  .specify = secret_specify,
  .from_gvalue = gyre_kind_string_from_gvalue,
  .to_gvalue = gyre_kind_string_to_gvalue,
  .to_variant = secret_to_variant,
  .from_variant = secret_from_variant,
  .describe_schema = secret_describe_schema,
  .is_text = TRUE,
};
