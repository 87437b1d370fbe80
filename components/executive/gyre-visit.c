/* gyre-visit.c: What other threads want done in the thread of an executive, between its frames
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-visit-private.h"

/* Under the lock. */
static void
publish_count (GyreShard *shard)
{
  g_atomic_int_set (&shard->n_visits, (gint) shard->visits.length);
}

void
gyre_visits_add (GyreShard *shard, GyreVisit *visit)
{
  visit->link = (GList) { .data = visit };
  g_mutex_lock (&shard->visit_lock);
  visit->waits = TRUE;
  g_queue_push_tail_link (&shard->visits, &visit->link);
  publish_count (shard);
  g_mutex_unlock (&shard->visit_lock);
  gyre_shard_wake (shard);
}

gboolean
gyre_visits_call_back (GyreShard *shard, GyreVisit *visit)
{
  gboolean waited;

  g_mutex_lock (&shard->visit_lock);
  waited = visit->waits;
  if (waited)
    g_queue_unlink (&shard->visits, &visit->link);
  publish_count (shard);
  visit->waits = FALSE;
  g_mutex_unlock (&shard->visit_lock);
  return waited;
}

static GyreVisit *
take (GyreShard *shard)
{
  GyreVisit *visit = NULL;
  GList *link;

  g_mutex_lock (&shard->visit_lock);
  link = g_queue_pop_head_link (&shard->visits);
  if (link != NULL)
    {
      visit = link->data;
      visit->waits = FALSE;
    }
  publish_count (shard);
  g_mutex_unlock (&shard->visit_lock);
  return visit;
}

gboolean
gyre_visits_are_there (GyreShard *shard)
{
  return g_atomic_int_get (&shard->n_visits) > 0;
}

/* Those that come meanwhile wait for the next time, so that they keep no frame from its turn. */
gboolean
gyre_visits_receive (GyreShard *shard)
{
  gint n_visits = g_atomic_int_get (&shard->n_visits);

  if (G_LIKELY (n_visits == 0))
    return FALSE;
  gyre_executive_push (shard->executive);
  gyre_shard_enter (shard);
  for (GyreVisit *visit; n_visits > 0 && (visit = take (shard)) != NULL; n_visits--)
    visit->come (visit);
  gyre_shard_leave (shard);
  gyre_executive_pop (shard->executive);
  return TRUE;
}
