/* gyre-snapshot.c: A tree of components, saved and loaded
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Here are the containers: bytes and JSON. The head of a file is the same in all versions: eight letters, the version, and after it
 * what this version needs. All numbers are little endian.
 */
#include "gyre-snapshot-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

G_DEFINE_QUARK (gyre-snapshot-error-quark, gyre_snapshot_error)

typedef struct
{
  char magic[8];
  guint32 version;
  guint32 reserved;
  guint64 length;           /* of what follows */
  guint8 checksum[32];      /* SHA-256 of what follows */
} Head;

_Static_assert (sizeof (Head) == 56, "the head of a file has no gaps");

static const char magic[8] = { 'G', 'Y', 'R', 'E', 'T', 'R', 'E', 'E' };

/* What the data of a version are; NULL for one that is not known. */
const GVariantType *
gyre_snapshot_get_type_of (guint32 version)
{
  if (version == GYRE_SNAPSHOT_VERSION)
    return G_VARIANT_TYPE (GYRE_SNAPSHOT_TYPE);
  return version == 1 ? G_VARIANT_TYPE (GYRE_SNAPSHOT_TYPE_1) : NULL;
}

static void
compute_checksum (gconstpointer data, gsize length, guint8 *digest)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size = 32;

  g_checksum_update (checksum, data, (gssize) length);
  g_checksum_get_digest (checksum, digest, &size);
}

/* The bytes of a GVariant have the order of the machine. */
static GVariant *
to_little_endian (GVariant *variant)
{
  return G_BYTE_ORDER == G_LITTLE_ENDIAN ? g_variant_get_normal_form (variant) : g_variant_byteswap (variant);
}

GBytes *
gyre_snapshot_pack (GVariant *snapshot)
{
  g_autoptr (GVariant) ordered = to_little_endian (snapshot);
  gsize length = g_variant_get_size (ordered);
  Head *file = g_malloc0 (sizeof (Head) + length);

  memcpy (file->magic, magic, sizeof magic);
  file->version = GUINT32_TO_LE (GYRE_SNAPSHOT_VERSION);
  file->length = GUINT64_TO_LE ((guint64) length);
  if (length > 0)
    g_variant_store (ordered, file + 1);
  compute_checksum (file + 1, length, file->checksum);
  return g_bytes_new_take (file, sizeof (Head) + length);
}

static gboolean
refuse (GError **error, GyreSnapshotError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
refuse (GError **error, GyreSnapshotError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, GYRE_SNAPSHOT_ERROR, code, "the snapshot %s", message);
  return FALSE;
}

static gboolean
check_head (const Head *head, const guint8 *content, gsize size, GError **error)
{
  guint8 checksum[32];

  if (memcmp (head->magic, magic, sizeof magic) != 0)
    return refuse (error, GYRE_SNAPSHOT_ERROR_FORMAT, "does not begin as one does");
  if (gyre_snapshot_get_type_of (GUINT32_FROM_LE (head->version)) == NULL)
    return refuse (error, GYRE_SNAPSHOT_ERROR_VERSION, "is of format %u; this version of Gyre reads 1 to %u",
                   GUINT32_FROM_LE (head->version), GYRE_SNAPSHOT_VERSION);
  if (GUINT64_FROM_LE (head->length) != size)
    return refuse (error, GYRE_SNAPSHOT_ERROR_FORMAT, "is of %" G_GSIZE_FORMAT " bytes and should be of %" G_GUINT64_FORMAT,
                   size, GUINT64_FROM_LE (head->length));
  compute_checksum (content, size, checksum);
  if (head->reserved != 0 || memcmp (checksum, head->checksum, sizeof checksum) != 0)
    return refuse (error, GYRE_SNAPSHOT_ERROR_FORMAT, "is damaged: its checksum is wrong");
  return TRUE;
}

GVariant *
gyre_snapshot_unpack (GBytes *bytes, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GVariant) variant = NULL;
  Head head;

  if (size < sizeof head)
    {
      refuse (error, GYRE_SNAPSHOT_ERROR_FORMAT, "is too short to be one");
      return NULL;
    }
  memcpy (&head, data, sizeof head);
  if (!check_head (&head, data + sizeof head, size - sizeof head, error))
    return NULL;
  /* A copy begins where memory of any type can. */
  content = g_bytes_new (data + sizeof head, size - sizeof head);
  variant = g_variant_ref_sink (g_variant_new_from_bytes (gyre_snapshot_get_type_of (GUINT32_FROM_LE (head.version)), content, FALSE));
  if (!g_variant_is_normal_form (variant))
    {
      refuse (error, GYRE_SNAPSHOT_ERROR_FORMAT, "holds data that are not in order");
      return NULL;
    }
  return G_BYTE_ORDER == G_LITTLE_ENDIAN ? g_steal_pointer (&variant) : g_variant_byteswap (variant);
}

/**
 * gyre_component_save:
 * @self: the root of a tree
 * @stream: where to write it; it stays open
 * @flags: what to take
 * @cancellable: (nullable): stops the writing
 * @error: return location for an error of %GYRE_SNAPSHOT_ERROR or of the stream
 *
 * Writes a snapshot of a component and of everything below it. Nothing is written if there is something that can't be saved.
 *
 * Returns: whether everything is written
 *
 * Since: 0.1
 */
gboolean
gyre_component_save (GyreComponent *self, GOutputStream *stream, GyreSnapshotFlags flags, GCancellable *cancellable, GError **error)
{
  g_autoptr (GVariant) snapshot = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && G_IS_OUTPUT_STREAM (stream), FALSE);

  snapshot = gyre_component_take_snapshot (self, flags, error);
  if (snapshot == NULL)
    return FALSE;
  bytes = gyre_snapshot_pack (snapshot);
  return g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, cancellable, error);
}

/* A length that a damaged head says is not believed: it is read as far as there is something. */
static GBytes *
read_all (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, cancellable, error) < 0)
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/**
 * gyre_component_load:
 * @stream: where to read it, up to its end; it stays open
 * @flags: what to give
 * @cancellable: (nullable): stops the reading
 * @error: return location for an error of %GYRE_SNAPSHOT_ERROR or of the stream
 *
 * Builds what gyre_component_save() has written, in the current executive: all of it or nothing.
 *
 * Returns: (transfer full) (nullable): the root of the tree
 *
 * Since: 0.1
 */
GyreComponent *
gyre_component_load (GInputStream *stream, GyreSnapshotFlags flags, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) snapshot = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  bytes = read_all (stream, cancellable, error);
  if (bytes != NULL)
    snapshot = gyre_snapshot_unpack (bytes, error);
  return snapshot != NULL ? gyre_component_new_from_snapshot (snapshot, flags, error) : NULL;
}

/**
 * gyre_snapshot_to_json:
 * @snapshot: what gyre_component_take_snapshot() gave
 *
 * Returns: (transfer full): the same as a text, which gyre_snapshot_from_json() reads
 *
 * Since: 0.1
 */
char *
gyre_snapshot_to_json (GVariant *snapshot)
{
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (snapshot != NULL, NULL);

  node = json_gvariant_serialize (snapshot);
  return json_to_string (node, TRUE);
}

/* Version 1 had three lists less. */
static const char *
get_signature (JsonNode *root)
{
  gboolean is_short = root != NULL && JSON_NODE_HOLDS_ARRAY (root) && json_array_get_length (json_node_get_array (root)) == 3;

  return is_short ? GYRE_SNAPSHOT_TYPE_1 : GYRE_SNAPSHOT_TYPE;
}

/**
 * gyre_snapshot_from_json:
 * @text: what gyre_snapshot_to_json() has written
 * @error: return location for %GYRE_SNAPSHOT_ERROR_FORMAT
 *
 * Returns: (transfer full) (nullable): the snapshot
 *
 * Since: 0.1
 */
GVariant *
gyre_snapshot_from_json (const char *text, GError **error)
{
  /* N.B. json_gvariant_deserialize_data () loses its parser when it fails. */
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) problem = NULL;
  GVariant *variant = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (json_parser_load_from_data (parser, text, -1, &problem))
    variant = json_gvariant_deserialize (json_parser_get_root (parser), get_signature (json_parser_get_root (parser)), &problem);
  if (variant == NULL)
    refuse (error, GYRE_SNAPSHOT_ERROR_FORMAT, "can't be read: %s", problem->message);
  return variant != NULL ? g_variant_ref_sink (variant) : NULL;
}
