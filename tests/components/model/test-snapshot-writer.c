/* test-snapshot-writer.c: From a tree of components to a snapshot
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "snapshot-fixtures.h"

static gboolean
mentions (GVariant *snapshot, const char *text)
{
  g_autofree char *printed = g_variant_print (snapshot, FALSE);

  return strstr (printed, text) != NULL;
}

static void
test_said (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GVariant) plain = test_snapshot (ball, GYRE_SNAPSHOT_PLAIN);
  g_autoptr (GVariant) said = NULL;

  g_assert_true (mentions (plain, "test.shapes.ball"));
  g_assert_false (mentions (plain, "radius"));
  test_set_text (ball, "radius", "1");
  said = test_snapshot (ball, GYRE_SNAPSHOT_PLAIN);
  g_assert_true (mentions (said, "radius"));
  g_assert_false (mentions (said, "label"));
}

static void
test_secret (void)
{
  g_autoptr (TestSafe) safe = test_new (TEST_TYPE_SAFE, NULL);
  g_autoptr (GVariant) plain = NULL;
  g_autoptr (GVariant) full = NULL;

  test_set_text (safe, "word", "sesame");
  plain = test_snapshot (safe, GYRE_SNAPSHOT_PLAIN);
  full = test_snapshot (safe, GYRE_SNAPSHOT_WITH_SECRETS);
  g_assert_false (mentions (plain, "sesame"));
  g_assert_false (mentions (plain, "word"));
  g_assert_true (mentions (full, "sesame"));
}

/* What no text says is named, and nothing is written. */
static void
test_refused (void)
{
  g_autoptr (TestOpen) open = test_new (TEST_TYPE_OPEN, NULL);
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GObject) object = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  gyre_component_set_object (GYRE_COMPONENT (open), "thing", object, NULL);
  g_assert_false (gyre_component_save (GYRE_COMPONENT (open), stream, GYRE_SNAPSHOT_PLAIN, NULL, &error));
  test_assert_error (error, GYRE_SNAPSHOT_ERROR, GYRE_SNAPSHOT_ERROR_VALUE, "test.open (TestOpen", ").thing can't be saved", "no text");
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, 0);
  gyre_component_set_object (GYRE_COMPONENT (open), "thing", G_OBJECT (ball), NULL);
  g_assert_null (gyre_component_take_snapshot (GYRE_COMPONENT (open), GYRE_SNAPSHOT_PLAIN, &error));
  test_assert_error (error, GYRE_SNAPSHOT_ERROR, GYRE_SNAPSHOT_ERROR_VALUE, "outside of the tree");
}

/* It builds nothing: a facility that nobody has asked for is not there afterwards. */
static void
test_nothing_is_built (void)
{
  g_autoptr (TestHost) host = test_new (TEST_TYPE_HOST, NULL);
  g_autoptr (GVariant) snapshot = test_snapshot (host, GYRE_SNAPSHOT_PLAIN);

  g_assert_null (host->shape);
  g_assert_false (mentions (snapshot, "ball"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/snapshot-writer/what-nobody-said-is-not-saved", test_said);
  g_test_add_func ("/model/snapshot-writer/secrets-are-saved-only-on-request", test_secret);
  g_test_add_func ("/model/snapshot-writer/what-no-text-says-is-refused-by-name", test_refused);
  g_test_add_func ("/model/snapshot-writer/nothing-is-built", test_nothing_is_built);
  return g_test_run ();
}
