/* gyre-catalogue-file.c: Descriptions as bytes that are read where they lie
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A head of fixed size, an index, and the descriptions, each on a boundary of eight bytes. The index is small and checked as a whole; a
 * description is looked at only when somebody asks for it, so a file of any size is opened in the time of its index. All numbers and
 * texts go through GVariant, which believes no offset: whoever has written the file, nothing is read outside of it.
 */
#include "gyre-catalogue-file-private.h"

#include <string.h>

#define ORDER 0x01020304
#define BOUNDARY 8

typedef struct
{
  char    magic[8];
  guint32 order;              /* as this kind of machine writes it */
  guint32 format;
  guint64 length;             /* of the file */
  guint64 index_length;
  guint64 index_sum;
} Head;

static const char magic[8] = { 'G', 'y', 'r', 'e', 'C', 'a', 't', '\n' };

G_STATIC_ASSERT (sizeof (Head) % BOUNDARY == 0);

/* Eight bytes at a time: it finds what a disk or a crash does, not what an enemy does. */
static guint64
get_sum (const guint8 *data, gsize length)
{
  guint64 sum = 0xcbf29ce484222325u ^ length;
  guint64 word;

  for (; length >= sizeof word; data += sizeof word, length -= sizeof word)
    {
      memcpy (&word, data, sizeof word);
      sum = (sum ^ word) * 0x9e3779b97f4a7c15u;
      sum ^= sum >> 29;
    }
  for (; length > 0; data++, length--)
    sum = (sum ^ *data) * 0x100000001b3u;
  return sum;
}

void
gyre_catalogue_row_free (gpointer row)
{
  GyreCatalogueRow *self = row;

  g_free (self->family);
  g_free (self->type);
  g_free (self->package);
  g_free (self->summary);
  g_clear_pointer (&self->description, g_variant_unref);
  g_free (self);
}

static int
compare_families (gconstpointer first, gconstpointer second)
{
  return strcmp ((*(GyreCatalogueRow * const *) first)->family, (*(GyreCatalogueRow * const *) second)->family);
}

static int
compare_types (gconstpointer first, gconstpointer second, gpointer rows)
{
  return strcmp (((GyreCatalogueRow *) ((GPtrArray *) rows)->pdata[*(const guint32 *) first])->type,
                 ((GyreCatalogueRow *) ((GPtrArray *) rows)->pdata[*(const guint32 *) second])->type);
}

/* The rows by their types: their numbers, sorted. */
static GVariant *
new_order (GPtrArray *rows)
{
  g_autofree guint32 *order = g_new (guint32, rows->len + 1);

  for (guint32 index = 0; index < rows->len; index++)
    order[index] = index;
  g_qsort_with_data (order, (int) rows->len, sizeof *order, compare_types, rows);
  return g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, order, rows->len, sizeof *order);
}

static void
fill_up (GByteArray *bytes)
{
  static const guint8 nothing[BOUNDARY] = { 0 };

  g_byte_array_append (bytes, nothing, (BOUNDARY - bytes->len % BOUNDARY) % BOUNDARY);
}

/* Places count from the end of the index, which is as long as it is only when they are known. */
static GVariant *
new_rows (GPtrArray *rows, GByteArray *descriptions)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("a" GYRE_CATALOGUE_FILE_ROW));
  for (guint index = 0; index < rows->len; index++)
    {
      const GyreCatalogueRow *row = rows->pdata[index];
      gconstpointer data = row->description != NULL ? g_variant_get_data (row->description) : "";
      gsize length = row->description != NULL ? g_variant_get_size (row->description) : 0;

      fill_up (descriptions);
      g_variant_builder_add (&list, GYRE_CATALOGUE_FILE_ROW, row->family, row->type, row->subject, row->flags, row->package, row->summary,
                             (guint64) descriptions->len, (guint64) length, get_sum (data, length));
      g_byte_array_append (descriptions, data, (guint) length);
    }
  return g_variant_builder_end (&list);
}

/* Makes the head of bytes say what is behind it: how long all is, and the sum of the index. */
void
gyre_catalogue_file_seal (guint8 *bytes, gsize length)
{
  Head head;

  if (length < sizeof head)
    return;
  memcpy (&head, bytes, sizeof head);
  head.length = length;
  head.index_sum = get_sum (bytes + sizeof head, MIN (head.index_length, length - sizeof head));
  memcpy (bytes, &head, sizeof head);
}

/* The bytes of a file. The rows get sorted. */
GBytes *
gyre_catalogue_file_write (GyreCatalogueParts *parts)
{
  g_autoptr (GByteArray) descriptions = g_byte_array_new ();
  g_autoptr (GVariant) index = NULL;
  GByteArray *bytes = g_byte_array_new ();
  Head head = { .order = ORDER, .format = GYRE_CATALOGUE_FILE_FORMAT };

  g_ptr_array_sort (parts->rows, compare_families);
  index = g_variant_ref_sink (g_variant_new ("(s@a" GYRE_STAMP_TYPE "@a(ss)@a" GYRE_CATALOGUE_FILE_ROW "@au@a(ss)@" GYRE_SIGNS_TYPE ")", parts->version, parts->stamps,
                                             parts->notes, new_rows (parts->rows, descriptions), new_order (parts->rows), parts->providers,
                                             parts->signs != NULL ? parts->signs : gyre_signs_new (NULL)));
  memcpy (head.magic, magic, sizeof magic);
  head.index_length = g_variant_get_size (index);
  g_byte_array_append (bytes, (const guint8 *) &head, sizeof head);
  g_byte_array_append (bytes, g_variant_get_data (index), (guint) head.index_length);
  fill_up (bytes);
  g_byte_array_append (bytes, descriptions->data, descriptions->len);
  gyre_catalogue_file_seal (bytes->data, bytes->len);
  return g_byte_array_free_to_bytes (bytes);
}

/* Where the descriptions begin; 0 where the bytes are none of ours. */
static gsize
find_descriptions (GBytes *bytes, Head *head)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  gsize start;

  if (length < sizeof *head)
    return 0;
  memcpy (head, data, sizeof *head);
  if (memcmp (head->magic, magic, sizeof magic) != 0 || head->order != ORDER || head->format != GYRE_CATALOGUE_FILE_FORMAT || head->length != length
      || head->index_length > length - sizeof *head)
    return 0;
  start = sizeof *head + head->index_length;
  start += (BOUNDARY - start % BOUNDARY) % BOUNDARY;
  return start <= length ? start : 0;
}

/* The order that says where a type stands must name rows that are there. */
static gboolean
has_good_order (GVariant *index)
{
  g_autoptr (GVariant) rows = g_variant_get_child_value (index, 3);
  g_autoptr (GVariant) order = g_variant_get_child_value (index, 4);
  gsize length;
  const guint32 *numbers = g_variant_get_fixed_array (order, &length, sizeof *numbers);

  if (length != g_variant_n_children (rows))
    return FALSE;
  for (gsize number = 0; number < length; number++)
    if (numbers[number] >= length)
      return FALSE;
  return TRUE;
}

/* The index; NULL where the bytes are not ours, torn or damaged. */
GVariant *
gyre_catalogue_file_read (GBytes *bytes)
{
  Head head;
  g_autoptr (GBytes) part = NULL;
  g_autoptr (GVariant) index = NULL;

  if (find_descriptions (bytes, &head) == 0)
    return NULL;
  part = g_bytes_new_from_bytes (bytes, sizeof head, head.index_length);
  if (get_sum (g_bytes_get_data (part, NULL), head.index_length) != head.index_sum)
    return NULL;
  index = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (GYRE_CATALOGUE_FILE_INDEX), part, FALSE));
  return g_variant_is_normal_form (index) && has_good_order (index) ? g_steal_pointer (&index) : NULL;
}

/* A description; NULL where it is damaged. */
GVariant *
gyre_catalogue_file_read_description (GBytes *bytes, guint64 offset, guint64 length, guint64 sum)
{
  Head head;
  gsize start = find_descriptions (bytes, &head);
  gsize room = start > 0 ? g_bytes_get_size (bytes) - start : 0;
  g_autoptr (GBytes) part = NULL;
  g_autoptr (GVariant) description = NULL;

  if (start == 0 || offset > room || length > room - offset || offset % BOUNDARY != 0 || length == 0)
    return NULL;
  part = g_bytes_new_from_bytes (bytes, start + offset, length);
  if (get_sum (g_bytes_get_data (part, NULL), length) != sum)
    return NULL;
  description = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_VARDICT, part, FALSE));
  return g_variant_is_normal_form (description) ? g_steal_pointer (&description) : NULL;
}
