/* test-snapshot-call.c: The instructions in a snapshot
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "snapshot-fixtures.h"

#include "gyre-shard-private.h"

static void
post (GyreInstruction *instruction, gint64 delay)
{
  g_autoptr (GError) error = NULL;

  GyreShard *shard = gyre_executive_get_shard (gyre_executive_get_default ());

  gyre_shard_post (shard, instruction, gyre_surroundings_get_time (shard->surroundings) + delay, GYRE_HANDLE_NONE, &error);
  g_assert_no_error (error);
  gyre_instruction_unref (instruction);
}

static void
test_instructions (void)
{
  TestSafe *safe = test_new (TEST_TYPE_SAFE, "knocked");
  const char *texts[] = { "third", NULL };
  g_auto (GValue) what = G_VALUE_INIT;
  g_autoptr (GVariant) snapshot = NULL;
  GyreExecutive *executive = gyre_executive_get_default ();
  g_autoptr (GError) error = NULL;

  g_value_set_static_string (g_value_init (&what, G_TYPE_STRING), "first");
  post (gyre_instruction_new_for_handle (gyre_component_get_handle (GYRE_COMPONENT (safe)), "knock", &what, 1), 0);
  g_value_set_static_string (&what, "second");
  post (gyre_instruction_new ("knocked", "knock", &what, 1), 0);
  post (gyre_instruction_new_with_texts ("knocked", "knock", texts), 0);
  g_value_set_static_string (&what, "much later");
  post (gyre_instruction_new ("knocked", "knock", &what, 1), G_GINT64_CONSTANT (3600000000000));
  snapshot = test_snapshot (safe, GYRE_SNAPSHOT_PLAIN);
  test_delete (safe);
  gyre_agenda_purge (gyre_executive_get_shard (executive)->agenda, GYRE_HANDLE_NONE, "knocked");
  safe = test_restore (snapshot, GYRE_SNAPSHOT_WITHOUT_NAMES);
  gyre_executive_run_frames (executive, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (safe->n_knocks, ==, 3);
  g_assert_cmpstr (safe->heard, ==, "third");
  test_delete (safe);
}

static void
assert_refused (const char *instructions, int code, const char *text)
{
  g_autofree char *all = g_strdup_printf ("(1, [(-1, true, 'test.safe', 'wrong-safe', [], [])], %s)", instructions);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) snapshot = g_variant_parse (G_VARIANT_TYPE ("(ua(ibssa(svysu)a(ssvysu))a(usba(sv)ix))"), all, NULL, NULL, &error);
  g_autoptr (GObject) left = NULL;

  g_assert_no_error (error);
  g_assert_null (gyre_component_new_from_snapshot (snapshot, GYRE_SNAPSHOT_PLAIN, &error));
  test_assert_error (error, GYRE_SNAPSHOT_ERROR, code, text);
  left = gyre_nameserver_find (gyre_executive_get_nameserver (gyre_executive_get_default ()), "wrong-safe");
  g_assert_null (left);
}

static void
test_mistakes (void)
{
  test_delete (test_new (TEST_TYPE_SAFE, NULL));
  assert_refused ("[(0, 'knick', false, [], 0, 0)]", GYRE_SNAPSHOT_ERROR_UNKNOWN, "did you mean 'knock'");
  assert_refused ("[(0, 'size', false, [], 0, 0)]", GYRE_SNAPSHOT_ERROR_UNKNOWN, "no behavior");
  assert_refused ("[(9, 'knock', false, [], 0, 0)]", GYRE_SNAPSHOT_ERROR_FORMAT, "component 9");
  assert_refused ("[(0, 'knock', false, [], 0, -1)]", GYRE_SNAPSHOT_ERROR_FORMAT, "due");
  assert_refused ("[(0, 'knock', false, [], 99999, 0)]", GYRE_SNAPSHOT_ERROR_FORMAT, "priority");
  assert_refused ("[(0, 'knock', true, [('', <uint32 0>)], 0, 0)]", GYRE_SNAPSHOT_ERROR_FORMAT, "must be a text");
  assert_refused ("[(0, 'knock', false, [('integer', <'x'>)], 0, 0)]", GYRE_SNAPSHOT_ERROR_VALUE, "must be");
  assert_refused ("[(0, 'knock', false, [('object', <uint32 3>)], 0, 0)]", GYRE_SNAPSHOT_ERROR_FORMAT, "no component 3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/snapshot-call/instructions-are-posted-again-in-order", test_instructions);
  g_test_add_func ("/model/snapshot-call/mistake-is-told-and-leaves-nothing", test_mistakes);
  return g_test_run ();
}
