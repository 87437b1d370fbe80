/* gyre-routes.c: Who sends messages to whom, counted for a while
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Receivers are marked, as for a trace, so that their messages take the detour on which they are seen; the marks go with the first
 * message after the time is over. There is no more than a limit of routes: whoever sends to everybody fills no memory.
 */
#include "gyre-routes-private.h"
#include "gyre-tracing-private.h"

#define MOST 65536

struct _GyreRoutes
{
  GHashTable *numbers;          /* pair of handles → 1 + index in @routes */
  GArray *routes;               /* of GyreRoute */
  gint64 end;
  gboolean is_counting;
};

typedef struct
{
  GyreHandle sender;
  GyreHandle receiver;
} Pair;

static guint
hash_pair (gconstpointer key)
{
  const Pair *self = key;
  guint64 mixed = (self->sender * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) ^ self->receiver;

  return (guint) (mixed ^ (mixed >> 32));
}

static gboolean
pairs_are_equal (gconstpointer first, gconstpointer second)
{
  const Pair *one = first;
  const Pair *other = second;

  return one->sender == other->sender && one->receiver == other->receiver;
}

static GyreRoutes *
routes_new (gint64 end)
{
  GyreRoutes *self = g_new (GyreRoutes, 1);

  *self = (GyreRoutes) {
    .numbers = g_hash_table_new_full (hash_pair, pairs_are_equal, g_free, NULL),
    .routes = g_array_new (FALSE, FALSE, sizeof (GyreRoute)),
    .end = end,
    .is_counting = TRUE,
  };
  return self;
}

void
gyre_routes_free (GyreRoutes *self)
{
  g_hash_table_unref (self->numbers);
  g_array_unref (self->routes);
  g_free (self);
}

gboolean
gyre_routes_are_counted (const GyreShard *shard)
{
  return shard->routes != NULL && shard->routes->is_counting;
}

const GArray *
gyre_routes_get (const GyreShard *shard)
{
  return shard->routes != NULL ? shard->routes->routes : NULL;
}

static void
count (GyreRoutes *self, GyreHandle sender, GyreHandle receiver)
{
  Pair pair = { sender, receiver };
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, &pair));
  GyreRoute route = { sender, receiver, 1 };

  if (number != 0)
    {
      g_array_index (self->routes, GyreRoute, number - 1).count++;
      return;
    }
  if (self->routes->len >= MOST)
    return;
  g_array_append_val (self->routes, route);
  g_hash_table_insert (self->numbers, g_memdup2 (&pair, sizeof pair), GUINT_TO_POINTER (self->routes->len));
}

void
gyre_routes_note (GyreShard *shard, const GyreSlot *slot, const GyreMessage *message)
{
  GyreRoutes *self = shard->routes;

  if (self == NULL || !self->is_counting)
    return;
  if (gyre_surroundings_get_time (shard->surroundings) < self->end)
    {
      count (self, gyre_message_get_sender (message), gyre_slot_get_handle (slot));
      return;
    }
  self->is_counting = FALSE;
  gyre_tracing_mark (shard);
}

/**
 * gyre_executive_count_routes:
 * @self: an executive
 * @duration: for how long, in nanoseconds of the executive's time; 0 ends the counting and forgets what was counted
 *
 * Counts from now on which component sends how many messages to which other one, for gyre_executive_dup_landscape(). What was
 * counted before is forgotten. It ends by itself, so that who asks from outside and goes away leaves nothing behind.
 *
 * Any thread; others than the executive's own wait for the end of the frame.
 *
 * Since: 0.1
 */
void
gyre_executive_count_routes (GyreExecutive *self, gint64 duration)
{
  GyreShard *shard;
  gint64 now;

  g_return_if_fail (GYRE_IS_EXECUTIVE (self));
  g_return_if_fail (duration >= 0);

  shard = gyre_executive_get_shard (self);
  gyre_shard_enter (shard);
  now = gyre_surroundings_get_time (shard->surroundings);
  g_clear_pointer (&shard->routes, gyre_routes_free);
  if (duration > 0)
    shard->routes = routes_new (now < G_MAXINT64 - duration ? now + duration : G_MAXINT64);
  gyre_tracing_mark (shard);
  gyre_shard_leave (shard);
}
