/* test-catalogue-file.c: Descriptions as bytes that are read where they lie
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-catalogue-file-private.h"
#include "pond.h"

#include <string.h>

static void
add_row (GPtrArray *rows, const char *family, const char *type)
{
  GyreCatalogueRow *row = g_new0 (GyreCatalogueRow, 1);
  GVariantBuilder fields;

  row->family = g_strdup (family);
  row->type = g_strdup (type);
  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&fields, "{sv}", "family", g_variant_new_string (family));
  row->description = g_variant_ref_sink (g_variant_builder_end (&fields));
  g_ptr_array_add (rows, row);
}

static GBytes *
new_file (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (gyre_catalogue_row_free);
  GyreCatalogueParts parts = {
    "0.1.0", g_variant_new_array (G_VARIANT_TYPE (GYRE_STAMP_TYPE), NULL, 0), g_variant_new_array (G_VARIANT_TYPE ("(ss)"), NULL, 0),
    g_variant_new_array (G_VARIANT_TYPE ("(ss)"), NULL, 0), NULL, rows,
  };

  add_row (rows, "pond.weed", "A");
  add_row (rows, "pond.fish", "B");
  return gyre_catalogue_file_write (&parts);
}

/* The family that a description tells, of the row of that number; NULL: it can't be read. */
static char *
dup_told (GBytes *bytes, GVariant *index, guint number)
{
  g_autoptr (GVariant) rows = g_variant_get_child_value (index, 3);
  g_autoptr (GVariant) description = NULL;
  guint64 offset, length, sum;
  char *family = NULL;

  g_variant_get_child (rows, number, "(ssyymsmsttt)", NULL, NULL, NULL, NULL, NULL, NULL, &offset, &length, &sum);
  description = gyre_catalogue_file_read_description (bytes, offset, length, sum);
  if (description != NULL)
    g_variant_lookup (description, "family", "s", &family);
  return family;
}

static void
rows_come_in_the_order_of_their_families (void)
{
  g_autoptr (GBytes) bytes = new_file ();
  g_autoptr (GVariant) index = gyre_catalogue_file_read (bytes);
  g_autofree char *first = dup_told (bytes, index, 0);
  g_autofree char *second = dup_told (bytes, index, 1);
  g_autoptr (GVariant) order = g_variant_get_child_value (index, 4);
  guint32 number;

  g_assert_cmpstr (first, ==, "pond.fish");
  g_assert_cmpstr (second, ==, "pond.weed");
  g_variant_get_child (order, 0, "u", &number);
  g_assert_cmpuint (number, ==, 1);
}

static void
a_file_without_rows_is_one (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GyreCatalogueParts parts = {
    "0.1.0", g_variant_new_array (G_VARIANT_TYPE (GYRE_STAMP_TYPE), NULL, 0), g_variant_new_array (G_VARIANT_TYPE ("(ss)"), NULL, 0),
    g_variant_new_array (G_VARIANT_TYPE ("(ss)"), NULL, 0), NULL, rows,
  };
  g_autoptr (GBytes) bytes = gyre_catalogue_file_write (&parts);
  g_autoptr (GVariant) index = gyre_catalogue_file_read (bytes);

  g_assert_nonnull (index);
}

static void
what_is_torn_is_refused (void)
{
  g_autoptr (GBytes) bytes = new_file ();

  for (gsize length = 0; length < g_bytes_get_size (bytes); length++)
    {
      g_autoptr (GBytes) torn = g_bytes_new_from_bytes (bytes, 0, length);
      g_autoptr (GVariant) index = gyre_catalogue_file_read (torn);

      g_assert_null (index);
    }
}

/* Each byte in turn is another one: nothing else than what was written is ever told. */
static void
what_is_damaged_is_not_told (void)
{
  g_autoptr (GBytes) bytes = new_file ();
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (gsize place = 0; place < length; place++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, length);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (GVariant) index = NULL;

      copy[place] ^= 0x55;
      damaged = g_bytes_new (copy, length);
      index = gyre_catalogue_file_read (damaged);
      for (guint number = 0; index != NULL && number < 2; number++)
        {
          g_autofree char *told = dup_told (damaged, index, number);

          g_assert_true (told == NULL || g_str_equal (told, number == 0 ? "pond.fish" : "pond.weed"));
        }
    }
}

static void
places_outside_of_the_file_are_refused (void)
{
  static const guint64 numbers[] = { 0, 1, 8, 1000, G_MAXUINT64, G_MAXUINT64 - 7, G_MAXINT64 };
  g_autoptr (GBytes) bytes = new_file ();

  for (guint offset = 0; offset < G_N_ELEMENTS (numbers); offset++)
    for (guint length = 0; length < G_N_ELEMENTS (numbers); length++)
      {
        g_autoptr (GVariant) description = gyre_catalogue_file_read_description (bytes, numbers[offset], numbers[length], 0);

        g_assert_null (description);
      }
}

/* Where the head has the number of the format: behind eight bytes of magic and four that tell the order of bytes. */
#define PLACE_OF_FORMAT 12

static void
another_format_is_refused (void)
{
  g_autoptr (GBytes) bytes = new_file ();
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  guint32 format;

  memcpy (&format, data + PLACE_OF_FORMAT, sizeof format);
  g_assert_cmpuint (format, ==, GYRE_CATALOGUE_FILE_FORMAT);
  for (int step = -1; step <= 1; step++)
    {
      guint8 *copy = g_memdup2 (data, length);
      guint32 other = format + (guint32) step;
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (GVariant) index = NULL;

      memcpy (copy + PLACE_OF_FORMAT, &other, sizeof other);
      gyre_catalogue_file_seal (copy, length);
      changed = g_bytes_new_take (copy, length);
      index = gyre_catalogue_file_read (changed);
      g_assert_true ((index != NULL) == (step == 0));
    }
}

/* The names of all fields, with those of the parts behind them; places in sources are there only with debug information. */
static void
list_fields (GVariant *value, const char *prefix, GHashTable *fields)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_VARIANT))
    {
      g_autoptr (GVariant) inner = g_variant_get_variant (value);

      list_fields (inner, prefix, fields);
      return;
    }
  if (!g_variant_is_container (value))
    return;
  for (gsize index = 0; index < g_variant_n_children (value); index++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (value, index);
      g_autofree char *path = NULL;
      g_autoptr (GVariant) inner = NULL;
      const char *name;

      if (!g_variant_is_of_type (child, G_VARIANT_TYPE_DICT_ENTRY))
        {
          list_fields (child, prefix, fields);
          continue;
        }
      g_variant_get (child, "{&s@v}", &name, &inner);
      path = g_strconcat (prefix, "/", name, NULL);
      if (!g_str_equal (name, "locator"))
        list_fields (inner, path, fields);
      g_hash_table_add (fields, g_steal_pointer (&path));
    }
}

/* Whoever gives descriptions another field gives the format another number, and this test the sum of the new fields. */
static void
fields_belong_to_the_format (void)
{
  GyreExecutive *executive = pond_begin ("");
  GType types[] = { POND_TYPE_FOOD, POND_TYPE_WEED, POND_TYPE_FISH, POND_TYPE_PIKE };
  g_autoptr (GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GList) names = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *sum = NULL;

  for (guint index = 0; index < G_N_ELEMENTS (types); index++)
    {
      g_autoptr (GyreDescription) description = gyre_description_new_for_type (types[index], NULL);
      g_autoptr (GVariant) variant = g_variant_ref_sink (gyre_description_to_variant (description));

      list_fields (variant, "", fields);
    }
  names = g_list_sort (g_hash_table_get_keys (fields), (GCompareFunc) strcmp);
  for (GList *name = names; name != NULL; name = name->next)
    g_string_append_printf (text, "%s\n", (const char *) name->data);
  g_assert_true (g_hash_table_contains (fields, "/traits/said-by"));
  g_test_message ("%s", text->str);
  sum = g_compute_checksum_for_string (G_CHECKSUM_MD5, text->str, -1);
  g_assert_cmpuint (GYRE_CATALOGUE_FILE_FORMAT, ==, 4);
  g_assert_cmpstr (sum, ==, "23b6ca9fe65f10256f0bd0c0ca3e5590");
  pond_end (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(test, path) g_test_add_func ("/documentation/catalogue-file/" path, test)
  ADD (rows_come_in_the_order_of_their_families, "rows-come-in-the-order-of-their-families");
  ADD (a_file_without_rows_is_one, "a-file-without-rows-is-one");
  ADD (what_is_torn_is_refused, "what-is-torn-is-refused");
  ADD (what_is_damaged_is_not_told, "what-is-damaged-is-not-told");
  ADD (places_outside_of_the_file_are_refused, "places-outside-of-the-file-are-refused");
#undef ADD
  g_test_add_func ("/documentation/catalogue-file/another-format-is-refused", another_format_is_refused);
  g_test_add_func ("/documentation/catalogue-file/fields-belong-to-the-format", fields_belong_to_the_format);
  return g_test_run ();
}
