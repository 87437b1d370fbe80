/* gyre-tracing.c: Writing down what an executive does
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Alerts can come from any thread, and whoever has one holds locks of its own: so the trace has a lock that nothing else is
 * called under.
 */
#include "gyre-tracing-private.h"
#include "gyre-executive-private.h"
#include "gyre-routes-private.h"
#include "gyre-row-private.h"
#include "gyre-trace-private.h"

static gint64
get_time (GyreShard *shard)
{
  return gyre_surroundings_get_time (shard->surroundings);
}

/* The trace, with its lock; NULL without. */
static GyreTrace *
take (GyreShard *shard)
{
  g_mutex_lock (&shard->trace_lock);
  if (shard->trace != NULL)
    return shard->trace;
  g_mutex_unlock (&shard->trace_lock);
  return NULL;
}

static void
give_back (GyreShard *shard)
{
  g_mutex_unlock (&shard->trace_lock);
}

static char *
dup_name (gpointer object)
{
  const GyreExecutiveModel *model = gyre_executive_get_model ();

  return model != NULL && model->dup_name != NULL ? model->dup_name (object) : NULL;
}

/* The owner. N.B. the name is asked for without the lock of the trace: the model has locks of its own. */
static guint
get_track (GyreShard *shard, const GyreSlot *slot)
{
  GyreHandle handle = gyre_slot_get_handle (slot);
  guint track = gyre_trace_find_track (shard->trace, handle);
  g_autofree char *name = NULL;

  if (track != 0)
    return track;
  name = dup_name (slot->object);
  if (take (shard) == NULL)
    return 0;
  track = gyre_trace_add_track (shard->trace, handle, name != NULL ? name : "unnamed");
  give_back (shard);
  return track;
}

/* The owner. Something begins, and lasts. */
static void
begin (GyreShard *shard, guint track, const char *category, const char *name, const GyreTraceArgument *arguments)
{
  GyreTrace *trace = take (shard);

  if (trace == NULL)
    return;
  gyre_trace_begin (trace, track, category, name, get_time (shard), arguments);
  give_back (shard);
}

void
gyre_tracing_end (GyreShard *shard, guint track)
{
  GyreTrace *trace = take (shard);

  if (trace == NULL)
    return;
  gyre_trace_end (trace, track, get_time (shard));
  give_back (shard);
}

void
gyre_tracing_begin_frame (GyreShard *shard)
{
  const GyreTraceArgument arguments[] = { { "frame", NULL, shard->counts.frame }, { NULL } };

  begin (shard, 0, "frame", "frame", arguments);
}

void
gyre_tracing_end_frame (GyreShard *shard)
{
  gyre_tracing_end (shard, 0);
}

static guint
begin_many (GyreShard *shard, GyreSlot *slot, guint n_together)
{
  const GyreExecutiveModel *model = gyre_executive_get_model ();
  const char *family = model != NULL && model->get_family != NULL ? model->get_family (slot->object) : NULL;
  const GyreTraceArgument arguments[] = { { "processes", NULL, n_together }, { NULL } };

  begin (shard, 0, "run", family != NULL ? family : "run", arguments);
  return 0;
}

static guint
begin_run (gpointer data, GyreSlot *slot, guint n_together)
{
  GyreShard *shard = data;
  guint track;

  if (shard->trace == NULL)
    return 0;
  if (n_together > 0)
    return begin_many (shard, slot, n_together);
  track = get_track (shard, slot);
  begin (shard, track, "run", "run", NULL);
  return track;
}

static void
end_run (gpointer data, guint track)
{
  gyre_tracing_end (data, track);
}

/* The record of an object that is alive. */
static const GyreSlot *
find_slot (GyreShard *shard, GyreInstruction *instruction)
{
  const char *name = gyre_instruction_get_component (instruction);
  GyreHandle handle = name != NULL ? gyre_executive_get_model ()->find_handle (shard->executive, name)
                                   : gyre_instruction_get_handle (instruction);

  return gyre_slots_find (shard->slots, handle);
}

guint
gyre_tracing_begin_instruction (GyreShard *shard, GyreInstruction *instruction)
{
  const GyreSlot *slot = shard->trace != NULL ? find_slot (shard, instruction) : NULL;
  guint track = slot != NULL ? get_track (shard, slot) : 0;

  begin (shard, track, "instruction", gyre_instruction_get_behavior (instruction), NULL);
  return track;
}

void
gyre_tracing_note_message (GyreShard *shard, GyreSlot *slot, const GyreMessage *message)
{
  GyreSlot *sender = gyre_slots_find (shard->slots, gyre_message_get_sender (message));
  GyreTraceArgument arguments[] = { { "bytes" }, { "sender" }, { NULL } };
  g_autofree char *name = NULL;
  const char *kind = g_quark_to_string (gyre_message_get_kind (message));
  gsize size;
  guint track;

  if (shard->trace == NULL)
    return;
  gyre_message_get_data (message, &size);
  arguments[0].number = size;
  name = sender != NULL ? dup_name (sender->object) : NULL;
  arguments[1].text = name != NULL ? name : "nobody";
  track = get_track (shard, slot);
  if (take (shard) == NULL)
    return;
  gyre_trace_happen (shard->trace, track, "message", kind != NULL ? kind : "message", get_time (shard), arguments);
  give_back (shard);
}

void
gyre_tracing_note_alert (GyreShard *shard, const GyreAlert *alert)
{
  GyreTrace *trace = take (shard);
  const GyreTraceArgument arguments[] = {
    { "level", gyre_alert_level_get_name (gyre_alert_get_level (alert)), 0 },
    { gyre_alert_get_name (alert) != NULL ? "component" : NULL, gyre_alert_get_name (alert), 0 },
    { NULL },
  };

  if (trace == NULL)
    return;
  gyre_trace_happen (trace, 0, "alert", gyre_alert_get_message (alert), get_time (shard), arguments);
  give_back (shard);
}

void
gyre_tracing_mark (GyreShard *shard)
{
  static const GyreRunnerTrace trace = { begin_run, end_run };
  gboolean is_traced = shard->trace != NULL || gyre_routes_are_counted (shard);

  gyre_schedule_set_trace (shard->schedule, shard->trace != NULL ? &trace : NULL, shard);
  for (guint32 index = 0; index < shard->slots->n_used; index++)
    {
      GyreSlot *slot = gyre_slots_get_record (shard->slots, index);

      if (slot == NULL || (slot->flags & GYRE_SLOT_ALIVE) == 0)
        continue;
      if (is_traced)
        gyre_slot_add_flags (slot, GYRE_SLOT_TRACED);
      else
        gyre_slot_remove_flags (slot, GYRE_SLOT_TRACED);
    }
}

static gboolean
begin_trace (GyreShard *shard, const char *path, GError **error)
{
  g_autoptr (GOutputStream) stream = NULL;

  if (shard->trace != NULL)
    {
      g_set_error_literal (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_RUNNING,
                           "the executive is traced already; gyre_executive_end_trace() ends that");
      return FALSE;
    }
  stream = gyre_surroundings_write_file (shard->surroundings, path, error);
  if (stream == NULL)
    return FALSE;
  g_atomic_pointer_set (&shard->trace, gyre_trace_new (stream, get_time (shard)));
  gyre_tracing_mark (shard);
  return TRUE;
}

/**
 * gyre_executive_begin_trace:
 * @self: an executive that has its surroundings
 * @path: (type filename): the file that is to be written; what it had is lost when the trace ends
 * @error: return location for a #GError
 *
 * From now on everything is written down: frames, runs of processes, instructions, messages and alerts, with the names of the
 * components. Times count from now. With virtual surroundings the same seed gives the same file, byte for byte. What a message or
 * an instruction carries is not written, and alerts are as everybody can hear them.
 *
 * Any thread; others than the executive's own wait for the end of the frame.
 *
 * Returns: whether it has begun; not when there is a trace already or the file can't be written
 *
 * Since: 0.1
 */
gboolean
gyre_executive_begin_trace (GyreExecutive *self, const char *path, GError **error)
{
  GyreShard *shard;
  gboolean begins;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  shard = gyre_executive_get_shard (self);
  gyre_shard_enter (shard);
  begins = begin_trace (shard, path, error);
  gyre_shard_leave (shard);
  return begins;
}

/**
 * gyre_executive_end_trace:
 * @self: an executive
 * @error: return location for a #GError
 *
 * Nothing is written down any more, and the file is complete. Without a trace it does nothing. Any thread; others than the
 * executive's own wait for the end of the frame.
 *
 * Returns: whether all of it could be written
 *
 * Since: 0.1
 */
gboolean
gyre_executive_end_trace (GyreExecutive *self, GError **error)
{
  GyreShard *shard;
  GyreTrace *trace;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);

  shard = gyre_executive_get_shard (self);
  gyre_shard_enter (shard);
  trace = take (shard);
  if (trace != NULL)
    {
      g_atomic_pointer_set (&shard->trace, NULL);
      give_back (shard);
      gyre_tracing_mark (shard);
    }
  gyre_shard_leave (shard);
  return trace == NULL || gyre_trace_free (trace, error);
}
