/* gyre-codec.c: File formats of configurations
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-codec-private.h"
#include "gyre-codec-cfg-private.h"
#include "gyre-codec-json-private.h"
#include "gyre-codec-pfg-private.h"
#include "gyre-codec-pml-private.h"
#include "gyre-codec-yaml-private.h"
#include "gyre-name.h"

#include <string.h>

struct _GyreCodec
{
  const char *encoding;
  const char *summary;
  GyreCodecFunction decode;
};

/* What is built in. A format of this layer adds a line here; one of a higher layer calls gyre_codec_register(). */
static const GyreCodec built_in[] = {
  { "pfg", "sections by indentation, settings as key = value", gyre_codec_pfg_decode },
  { "cfg", "sections in brackets, settings as key = value", gyre_codec_cfg_decode },
  { "yaml", "maps in maps, by indentation or in braces", gyre_codec_yaml_decode },
  { "yml", "another suffix of yaml", gyre_codec_yaml_decode },
  { "json", "maps in maps, in braces", gyre_codec_json_decode },
  { "pml", "XML: packages, components, and what is bound to them", gyre_codec_pml_decode },
};

G_LOCK_DEFINE_STATIC (registered);
static GPtrArray *registered;

/* Called with the lock held. */
static GPtrArray *
get_table (void)
{
  if (registered == NULL)
    {
      registered = g_ptr_array_new ();
      for (guint index = 0; index < G_N_ELEMENTS (built_in); index++)
        g_ptr_array_add (registered, (gpointer) &built_in[index]);
    }
  return registered;
}

static const GyreCodec *
find_registered (const char *encoding)
{
  const GyreCodec *found = NULL;

  G_LOCK (registered);
  for (guint index = 0; index < get_table ()->len && found == NULL; index++)
    {
      const GyreCodec *codec = registered->pdata[index];

      if (g_ascii_strcasecmp (codec->encoding, encoding) == 0)
        found = codec;
    }
  G_UNLOCK (registered);
  return found;
}

/* Makes a format known, for the life of the program. The texts are static. An encoding can be registered once. */
void
gyre_codec_register (const char *encoding, const char *summary, GyreCodecFunction decode)
{
  GyreCodec *codec;

  g_return_if_fail (encoding != NULL && summary != NULL && decode != NULL);
  g_return_if_fail (find_registered (encoding) == NULL);

  codec = g_new (GyreCodec, 1);
  *codec = (GyreCodec) { encoding, summary, decode };
  G_LOCK (registered);
  g_ptr_array_add (get_table (), codec);
  G_UNLOCK (registered);
}

/**
 * gyre_codec_dup_encodings:
 *
 * Returns: (transfer full): the encodings that can be read, in the order in which they were registered
 *
 * Since: 0.1
 */
GStrv
gyre_codec_dup_encodings (void)
{
  GPtrArray *encodings = g_ptr_array_new ();

  G_LOCK (registered);
  for (guint index = 0; index < get_table ()->len; index++)
    g_ptr_array_add (encodings, g_strdup (((const GyreCodec *) registered->pdata[index])->encoding));
  G_UNLOCK (registered);
  g_ptr_array_add (encodings, NULL);
  return (GStrv) g_ptr_array_free (encodings, FALSE);
}

static void
set_unknown (GError **error, const char *subject, const char *encoding)
{
  g_auto (GStrv) encodings = gyre_codec_dup_encodings ();
  g_autofree char *list = g_strjoinv (", ", encodings);
  g_autofree char *suggestion = gyre_name_suggest (encoding, (const char * const *) encodings);

  g_set_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_UNKNOWN_ENCODING,
               "%s: the encoding must be one of %s, is '%s'%s%s%s", subject, list, encoding,
               suggestion != NULL ? " (" : "", suggestion != NULL ? suggestion : "", suggestion != NULL ? ")" : "");
}

/**
 * gyre_codec_find: (skip)
 * @encoding: an encoding, in any case
 * @error: return location of an error
 *
 * Finds a format. Fails with %GYRE_CONFIGURATION_ERROR_UNKNOWN_ENCODING.
 *
 * Returns: (transfer none): the codec, or %NULL with @error set
 *
 * Since: 0.1
 */
const GyreCodec *
gyre_codec_find (const char *encoding, GError **error)
{
  const GyreCodec *codec;

  g_return_val_if_fail (encoding != NULL, NULL);
  codec = find_registered (encoding);
  if (codec == NULL)
    set_unknown (error, "configuration", encoding);
  return codec;
}

/**
 * gyre_codec_find_for_file: (skip)
 * @path: (type filename): the name of a file
 * @error: return location of an error
 *
 * Finds the format of a file by its suffix. Fails with %GYRE_CONFIGURATION_ERROR_UNKNOWN_ENCODING.
 *
 * Returns: (transfer none): the codec, or %NULL with @error set
 *
 * Since: 0.1
 */
const GyreCodec *
gyre_codec_find_for_file (const char *path, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *base = NULL;
  const char *suffix;
  const GyreCodec *codec;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_filename_display_name (path);
  base = g_path_get_basename (name);
  suffix = strrchr (base, '.');
  suffix = suffix != NULL ? suffix + 1 : "";
  codec = find_registered (suffix);
  if (codec == NULL)
    set_unknown (error, name, suffix);
  return codec;
}

/**
 * gyre_codec_get_encoding: (skip)
 * @codec: a codec
 *
 * Returns: (transfer none): the suffix of its files
 *
 * Since: 0.1
 */
const char *
gyre_codec_get_encoding (const GyreCodec *codec)
{
  g_return_val_if_fail (codec != NULL, NULL);
  return codec->encoding;
}

/**
 * gyre_codec_get_summary: (skip)
 * @codec: a codec
 *
 * Returns: (transfer none): what its files look like, in a line
 *
 * Since: 0.1
 */
const char *
gyre_codec_get_summary (const GyreCodec *codec)
{
  g_return_val_if_fail (codec != NULL, NULL);
  return codec->summary;
}

/**
 * gyre_codec_decode: (skip)
 * @codec: a codec
 * @source: the text
 * @report: where every mistake is told
 *
 * Reads a configuration. All mistakes of the text are told in one run; where @report has errors after it, the events are
 * those of the rest, and should not be used.
 *
 * Returns: (transfer full): the events, in the order of the text
 *
 * Since: 0.1
 */
GyreEvents *
gyre_codec_decode (const GyreCodec *codec, GyreSource *source, GyreReport *report)
{
  GyreEvents *events;

  g_return_val_if_fail (codec != NULL && source != NULL && report != NULL, NULL);

  events = gyre_events_new (source);
  gyre_source_check (source, report);
  if (gyre_source_is_text (source))
    codec->decode (source, events, report);
  return events;
}
