/* gyre-turn.c: One frame after the other, each at its time
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-turn-private.h"
#include "gyre-executive-private.h"
#include "gyre-readiness-private.h"
#include "gyre-visit-private.h"

#include <sys/prctl.h>

#define NANOSECONDS 1e9
#define LATEST NANOSECONDS      /* frames of a fixed pace that are later do not happen any more */

gint64
gyre_turn_get_due (GyreShard *shard)
{
  gint64 due;

  gyre_shard_enter (shard);
  due = gyre_shard_get_next_frame (shard);
  gyre_shard_leave (shard);
  return due;
}

gint64
gyre_turn_get_time (GyreShard *shard)
{
  return gyre_surroundings_get_time (shard->surroundings);
}

/* Of a fixed pace no descriptor makes a frame. Inside of the shard. */
static int
get_descriptor (GyreShard *shard)
{
  return shard->readiness != NULL && shard->pace != GYRE_PACE_FIXED ? gyre_readiness_get_descriptor (shard->readiness) : -1;
}

int
gyre_turn_get_descriptor (GyreShard *shard)
{
  int descriptor;

  gyre_shard_enter (shard);
  descriptor = get_descriptor (shard);
  gyre_shard_leave (shard);
  return descriptor;
}

/* What is waited for. */
typedef struct
{
  gint64 due;                   /* the next frame */
  int descriptor;               /* of those that are watched; -1: none */
} Prospect;

static Prospect
look_ahead (GyreShard *shard)
{
  Prospect prospect;

  gyre_shard_enter (shard);
  prospect = (Prospect) { gyre_shard_get_next_frame (shard), get_descriptor (shard) };
  gyre_shard_leave (shard);
  return prospect;
}

/* The clock is read only where the answer depends on it. */
static gboolean
is_later (GyreShard *shard, gint64 due)
{
  return due != G_MININT64 && (due == G_MAXINT64 || due > gyre_turn_get_time (shard));
}

/* Parks until a frame is due, at most once. Returns: whether a watched descriptor is ready. */
static gboolean
wait_alone (GyreShard *shard, const Prospect *next)
{
  GPollFD watched = { .fd = next->descriptor, .events = G_IO_IN };

  if (is_later (shard, next->due))
    gyre_shard_park (shard, next->due, &watched, watched.fd >= 0);
  return watched.revents != 0;
}

static gboolean
wait_and_serve (GyreShard *shard, const Prospect *next, GyreContext *context)
{
  gboolean is_ready;
  gint64 delay, until = G_MAXINT64;
  guint n_polled;
  GPollFD *polled = gyre_context_prepare (context, next->descriptor, &delay, &n_polled);

  if (delay != G_MAXINT64)
    until = delay > 0 ? gyre_turn_get_time (shard) + delay : G_MININT64;
  gyre_shard_park (shard, MIN (next->due, until), polled, n_polled);
  is_ready = next->descriptor >= 0 && polled[0].revents != 0;
  gyre_context_dispatch (context);
  return is_ready;
}

gboolean
gyre_turn_wait (GyreShard *shard, GyreContext *context)
{
  gboolean is_ready;
  Prospect next;

  gyre_visits_receive (shard);
  next = look_ahead (shard);
  do
    {
      is_ready = context != NULL ? wait_and_serve (shard, &next, context) : wait_alone (shard, &next);
      gyre_visits_receive (shard);
      next = look_ahead (shard);
    }
  while (!g_atomic_int_get (&shard->is_stopping) && !is_ready && is_later (shard, next.due));
  return !g_atomic_int_get (&shard->is_stopping);
}

/* A virtual clock goes on to what is due; when that is now it goes on by a frame, so that time passes where something runs in
 * each frame. Frames of a fixed pace have their own times. Returns: FALSE when nothing will ever be due. */
static gboolean
advance (GyreShard *shard, gint64 due)
{
  gint64 now = gyre_turn_get_time (shard);

  if (due == G_MAXINT64)
    return FALSE;
  if (due <= now && shard->pace != GYRE_PACE_FIXED)
    due = now + (gint64) (NANOSECONDS / shard->rate);
  gyre_surroundings_advance_to (shard->surroundings, due);
  return TRUE;
}

/* A frame of a fixed pace begins. When it is later than the next one should be that is counted, and the next one follows at
 * once: none is lost. But who was stopped for long does not run after the time for ever. */
static void
count_pace (GyreShard *shard)
{
  double period = NANOSECONDS / shard->rate;
  gint64 late;
  guint64 n_missed;

  shard->n_paced++;
  late = gyre_turn_get_time (shard) - gyre_shard_get_next_frame (shard);
  if (late < 0)
    return;
  shard->counts.late++;
  if ((double) late < MAX (LATEST, period))
    return;
  n_missed = (guint64) ((double) late / period) + 1;
  shard->counts.missed += n_missed;
  shard->n_paced += n_missed;
}

gboolean
gyre_turn_run (GyreShard *shard)
{
  gboolean goes_on = TRUE;

  /* Most have nothing to count. */
  if (!gyre_surroundings_is_virtual (shard->surroundings) && __atomic_load_n (&shard->pace, __ATOMIC_RELAXED) != GYRE_PACE_FIXED)
    {
      gyre_shard_run_frame (shard);
      return TRUE;
    }
  gyre_shard_enter (shard);
  if (gyre_surroundings_is_virtual (shard->surroundings))
    goes_on = advance (shard, gyre_shard_get_next_frame (shard));
  if (goes_on && shard->pace == GYRE_PACE_FIXED)
    count_pace (shard);
  gyre_shard_leave (shard);
  if (goes_on)
    gyre_shard_run_frame (shard);
  return goes_on;
}

static gboolean
run_one (GyreShard *shard, GyreContext *context)
{
  if (g_atomic_int_get (&shard->is_stopping))
    return FALSE;
  if (gyre_surroundings_is_virtual (shard->surroundings))
    return gyre_turn_run (shard);
  return gyre_turn_wait (shard, context) && gyre_turn_run (shard);
}

/* What GIO brings to this thread is not part of a run that shall be the same each time. */
static GyreContext *
find_context (GyreShard *shard)
{
  return gyre_surroundings_is_virtual (shard->surroundings) ? NULL : gyre_context_new ();
}

void
gyre_turn_run_many (GyreShard *shard, guint64 n_frames, GyreFrameCondition condition, gpointer user_data)
{
  GyreContext *context = find_context (shard);
  GyreExecutive *outer = gyre_executive_exchange_current (shard->executive);
  int slack = prctl (PR_GET_TIMERSLACK, 0ul, 0ul, 0ul, 0ul);

  /* The kernel lets other threads wake up to 50 µs late, to save power. */
  prctl (PR_SET_TIMERSLACK, 1ul, 0ul, 0ul, 0ul);
  while (n_frames > 0 && (condition == NULL || condition (shard->executive, user_data)) && run_one (shard, context))
    n_frames--;
  /* From now on those who send have to wake whoever steps it next. */
  gyre_messenger_set_awake (shard->messenger, FALSE);
  prctl (PR_SET_TIMERSLACK, (unsigned long) MAX (slack, 1), 0ul, 0ul, 0ul);
  gyre_executive_exchange_current (outer);
  g_clear_pointer (&context, gyre_context_free);
  g_atomic_int_set (&shard->is_stopping, FALSE);
}
