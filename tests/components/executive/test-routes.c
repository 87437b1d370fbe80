/* test-routes.c: Who sends messages to whom, counted for a while
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "executive-fixture.h"
#include "gyre-routes-private.h"
#include "gyre-send.h"

static Thing *receiver;

static void
send_letter (Thing *thing)
{
  gyre_executive_send (thing->fixture->executive, thing->handle, receiver->handle, g_quark_from_static_string ("letter"), "abc", 3,
                       GYRE_MESSAGE_SAME_FRAME, NULL);
}

static void
test_messages_are_counted_by_sender_and_receiver (Fixture *fixture, gconstpointer data)
{
  Thing *first = launch (fixture, 'a', EVERY);
  Thing *second = launch (fixture, 'b', EVERY);
  const GArray *routes;

  receiver = second;
  first->act = send_letter;
  second->act = send_letter;
  play (fixture, 3);
  g_assert_null (gyre_routes_get (fixture->shard));
  gyre_executive_count_routes (fixture->executive, 100 * SECOND);
  play (fixture, 4);
  routes = gyre_routes_get (fixture->shard);
  g_assert_cmpuint (routes->len, ==, 2);
  g_assert_cmpuint (g_array_index (routes, GyreRoute, 0).sender, ==, first->handle);
  g_assert_cmpuint (g_array_index (routes, GyreRoute, 0).receiver, ==, second->handle);
  g_assert_cmpuint (g_array_index (routes, GyreRoute, 0).count, ==, 4);
  g_assert_cmpuint (g_array_index (routes, GyreRoute, 1).sender, ==, second->handle);
  g_assert_cmpuint (g_array_index (routes, GyreRoute, 1).count, ==, 4);
  end (first);
  end (second);
}

static void
test_who_comes_later_is_counted_too (Fixture *fixture, gconstpointer data)
{
  Thing *first = launch (fixture, 'a', EVERY);

  gyre_executive_count_routes (fixture->executive, 100 * SECOND);
  receiver = add (fixture, 'c');
  first->act = send_letter;
  play (fixture, 2);
  g_assert_cmpuint (gyre_routes_get (fixture->shard)->len, ==, 1);
  end (first);
  end (receiver);
}

/* The marks go, so that messages take the short way again. */
static void
test_counting_ends_by_itself (Fixture *fixture, gconstpointer data)
{
  Thing *first = launch (fixture, 'a', EVERY);
  GyreSlot *slot;

  receiver = first;
  first->act = send_letter;
  slot = gyre_slots_find (fixture->shard->slots, first->handle);
  gyre_executive_count_routes (fixture->executive, SECOND / 2);
  g_assert_true ((slot->flags & GYRE_SLOT_TRACED) != 0);
  play (fixture, 200);
  g_assert_false (gyre_routes_are_counted (fixture->shard));
  g_assert_false ((slot->flags & GYRE_SLOT_TRACED) != 0);
  g_assert_cmpuint (g_array_index (gyre_routes_get (fixture->shard), GyreRoute, 0).count, >, 40);
  g_assert_cmpuint (g_array_index (gyre_routes_get (fixture->shard), GyreRoute, 0).count, <, 60);
  gyre_executive_count_routes (fixture->executive, 0);
  g_assert_null (gyre_routes_get (fixture->shard));
  end (first);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/executive/routes/messages-are-counted-by-sender-and-receiver", Fixture, NULL, set_up,
              test_messages_are_counted_by_sender_and_receiver, tear_down);
  g_test_add ("/executive/routes/who-comes-later-is-counted-too", Fixture, NULL, set_up, test_who_comes_later_is_counted_too, tear_down);
  g_test_add ("/executive/routes/counting-ends-by-itself", Fixture, NULL, set_up, test_counting_ends_by_itself, tear_down);
  return g_test_run ();
}
