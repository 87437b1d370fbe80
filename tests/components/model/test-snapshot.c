/* test-snapshot.c: A tree of components, saved and loaded
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "foreign-fixtures.h"
#include "snapshot-fixtures.h"

#include "gyre-snapshot-private.h"

static GVariant *
make_snapshot (void)
{
  TestOpen *root = test_new (TEST_TYPE_OPEN, NULL);
  TestLamp *object = g_object_new (TEST_TYPE_LAMP, "power", 60, "colour", "red", NULL);
  GVariant *snapshot;

  test_set_text (root, "weight", "2.5");
  test_set_text (root, "colour", "red");
  test_set_text (root, "double", "2 * {.weight}");
  test_adopt (root, test_new (TEST_TYPE_BALL, NULL));
  test_adopt (root, test_wrap (object, NULL, FALSE));
  g_object_unref (object);
  gyre_component_send (GYRE_COMPONENT (root), gyre_component_get_handle (GYRE_COMPONENT (root)), g_quark_from_string ("odd"), "text", 4, 0, NULL);
  gyre_component_pause (gyre_component_get_child (GYRE_COMPONENT (root), 0), NULL);
  snapshot = test_snapshot (root, GYRE_SNAPSHOT_PLAIN);
  test_delete (root);
  return snapshot;
}

static GyreComponent *
load (gconstpointer data, gsize length, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) length, NULL);

  return gyre_component_load (stream, GYRE_SNAPSHOT_PLAIN, NULL, error);
}

static void
test_stream (void)
{
  TestOpen *root = test_new (TEST_TYPE_OPEN, NULL);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  GyreComponent *again;

  test_set_text (root, "colour", "red");
  g_assert_true (gyre_component_save (GYRE_COMPONENT (root), stream, GYRE_SNAPSHOT_PLAIN, NULL, &error));
  g_assert_no_error (error);
  again = load (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), &error);
  g_assert_no_error (error);
  test_assert_text (again, "colour", "red");
  test_delete (again);
  test_delete (root);
}

/* Every file that ends too early, and every one with another byte in it. */
static void
test_damaged (void)
{
  g_autoptr (GVariant) snapshot = make_snapshot ();
  g_autoptr (GBytes) bytes = gyre_snapshot_pack (snapshot);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (gsize cut = 0; cut < length; cut++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (load (data, cut, &error));
      g_assert_error (error, GYRE_SNAPSHOT_ERROR, GYRE_SNAPSHOT_ERROR_FORMAT);
    }
  for (gsize place = 0; place < length; place++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, length);
      g_autoptr (GError) error = NULL;

      copy[place] ^= 1 << (place % 8);
      g_assert_null (load (copy, length, &error));
      g_assert_true (error != NULL && error->domain == GYRE_SNAPSHOT_ERROR);
    }
}

static void
test_newer (void)
{
  g_autoptr (GVariant) snapshot = make_snapshot ();
  g_autoptr (GBytes) bytes = gyre_snapshot_pack (snapshot);
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GError) error = NULL;

  copy[8] = 3;
  g_assert_null (load (copy, g_bytes_get_size (bytes), &error));
  test_assert_error (error, GYRE_SNAPSHOT_ERROR, GYRE_SNAPSHOT_ERROR_VERSION, "format 3", "reads 1 to 2");
}

static void
assert_old_tree (GyreComponent *root)
{
  test_assert_text (root, "weight", "2.5");
  test_assert_text (root, "colour", "red");
  g_assert_cmpuint (gyre_component_count_children (root), ==, 1);
  g_assert_true (TEST_IS_BALL (gyre_component_get_child (root, 0)));
  test_delete (root);
}

/* Files that version 1 has written. */
static void
test_older (void)
{
  g_autofree char *name = g_build_filename (g_getenv ("GYRE_TEST_SOURCE"), "fixtures/snapshot/version-1.tree", NULL);
  g_autofree char *json = g_build_filename (g_getenv ("GYRE_TEST_SOURCE"), "fixtures/snapshot/version-1.json", NULL);
  g_autofree char *data = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GVariant) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (name, &data, &length, &error));
  assert_old_tree (load (data, length, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (json, &text, NULL, &error));
  snapshot = gyre_snapshot_from_json (text, &error);
  g_assert_no_error (error);
  assert_old_tree (test_restore (snapshot, GYRE_SNAPSHOT_PLAIN));
}

/* Behind a good checksum anything can stand. */
static void
test_mutated (void)
{
  g_autoptr (GVariant) snapshot = make_snapshot ();
  gsize length = g_variant_get_size (snapshot);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint turn = 0; turn < 3000; turn++)
    {
      guint8 *copy = g_memdup2 (g_variant_get_data (snapshot), length);
      g_autoptr (GVariant) mutant = NULL;
      g_autoptr (GError) error = NULL;
      GyreComponent *component;

      for (gint changes = g_rand_int_range (random, 1, 4); changes > 0; changes--)
        copy[g_rand_int_range (random, 0, (gint32) length)] = (guint8) g_rand_int_range (random, 0, 256);
      mutant = g_variant_ref_sink (g_variant_new_from_data (G_VARIANT_TYPE (GYRE_SNAPSHOT_TYPE), copy, length, FALSE, g_free, copy));
      component = gyre_component_new_from_snapshot (mutant, GYRE_SNAPSHOT_PLAIN, &error);
      g_assert_true ((component == NULL) == (error != NULL));
      if (component != NULL)
        test_delete (component);
      else
        g_assert_true (error->domain == GYRE_SNAPSHOT_ERROR);
    }
}

static void
test_json (void)
{
  g_autoptr (GVariant) snapshot = make_snapshot ();
  g_autofree char *text = gyre_snapshot_to_json (snapshot);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) again = gyre_snapshot_from_json (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "\"colour\""));
  g_assert_true (g_variant_equal (snapshot, again));
  g_assert_null (gyre_snapshot_from_json ("[1, {]", &error));
  test_assert_error (error, GYRE_SNAPSHOT_ERROR, GYRE_SNAPSHOT_ERROR_FORMAT, "can't be read");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/snapshot/stream-holds-a-tree", test_stream);
  g_test_add_func ("/model/snapshot/damaged-file-is-an-error", test_damaged);
  g_test_add_func ("/model/snapshot/newer-format-is-refused", test_newer);
  g_test_add_func ("/model/snapshot/older-format-is-read", test_older);
  g_test_add_func ("/model/snapshot/mutated-data-never-crash", test_mutated);
  g_test_add_func ("/model/snapshot/json-says-the-same", test_json);
  return g_test_run ();
}
