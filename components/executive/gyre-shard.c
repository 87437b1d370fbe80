/* gyre-shard.c: One thread's share of an executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-shard-private.h"
#include "gyre-executive-private.h"
#include "gyre-fiber-private.h"
#include "gyre-instruction-private.h"
#include "gyre-row-private.h"
#include "gyre-readiness-private.h"
#include "gyre-trace-private.h"
#include "gyre-routes-private.h"
#include "gyre-tracing-private.h"
#include "gyre-visit-private.h"

#define NANOSECONDS 1e9
#define NANOSECONDS_A_MILLISECOND 1000000
#define MAILBOX_SIZE 8096               /* bytes of payload, unless somebody says another; the founding system's */
#define MESSAGES_A_FRAME 65536          /* so that those who answer each other at once do not keep the frame from its end */
#define USUAL_RATE 60.0                 /* frames a second of a virtual clock, unless somebody says another */

/* Reading it costs one instruction, also in a library that is loaded late. */
static __thread GyreShard *running __attribute__ ((tls_model ("initial-exec")));

/* What fails. */

/* With what its restart policy makes of it. N.B. @slot is NULL when it has ended: its place can be another one's by now. */
static void
process_failed (gpointer owner, GyreSlot *slot, GError *error)
{
  GyreShard *self = owner;
  const GyreProcessRecord *record = slot != NULL ? slot->process : NULL;
  const char *what = "its run failed";
  g_autofree char *pause = NULL;

  if (record == NULL)
    what = "the run failed of a component that has ended in it";
  else if (record->state == GYRE_RUN_STATE_WAITING)
    what = pause = g_strdup_printf ("its run failed, and it is started again after %" G_GINT64_FORMAT " ms",
                                    (record->timer.due - self->now) / NANOSECONDS_A_MILLISECOND);
  else if (record->state == GYRE_RUN_STATE_STOPPED)
    what = "its run failed, and it has stopped";
  gyre_shard_tell_failure (self, slot, "run", what, error);
}

static void
process_changed (gpointer owner, GyreSlot *slot)
{
  const GyreExecutiveModel *model = gyre_executive_get_model ();

  if (model != NULL && model->hears_of_runs != NULL && model->hears_of_runs (slot->object))
    gyre_changes_add (&((GyreShard *) owner)->changes, gyre_slot_get_handle (slot));
}

static void
receiver_failed (gpointer owner, GyreSlot *slot, GError *error)
{
  gyre_shard_tell_failure (owner, slot, NULL, "it failed with a message", error);
}

static void
wake_for_message (gpointer owner)
{
  gyre_shard_wake (owner);
}

static void
message_comes (gpointer owner, GyreSlot *slot, const GyreMessage *message)
{
  gyre_tracing_note_message (owner, slot, message);
  gyre_routes_note (owner, slot, message);
}

static void
make_parts (GyreShard *self, GyreSurroundings *surroundings)
{
  static const GyreScheduleOwner owner = { process_failed, process_changed };
  static const GyreMessengerOwner post_office = { .failed = receiver_failed, .wake = wake_for_message, .traced = message_comes };

  self->surroundings = surroundings;
  self->slots = gyre_slots_new ();
  self->schedule = gyre_schedule_new (self->slots, surroundings, &owner, self);
  self->agenda = gyre_agenda_new (gyre_surroundings_get_time (surroundings));
  self->messenger = gyre_messenger_new (self->slots, &post_office, self);
  self->requests = gyre_requests_new (self->messenger, gyre_surroundings_get_time (surroundings));
  self->topics = gyre_topics_new (self->slots, self->messenger);
  self->alerts = gyre_alerts_new (surroundings);
}

static void
free_parts (GyreShard *self)
{
  gyre_alerts_free (self->alerts);
  gyre_topics_free (self->topics);
  gyre_requests_free (self->requests);
  gyre_messenger_free (self->messenger);
  gyre_agenda_free (self->agenda);
  gyre_schedule_free (self->schedule);
  gyre_slots_free (self->slots);
  gyre_surroundings_unref (self->surroundings);
}

GyreShard *
gyre_shard_new (GyreExecutive *executive)
{
  GyreShard *self = g_new0 (GyreShard, 1);

  self->executive = executive;
  g_rec_mutex_init (&self->lock);
  g_mutex_init (&self->trace_lock);
  g_mutex_init (&self->visit_lock);
  g_queue_init (&self->visits);
  gyre_changes_init (&self->changes);
  self->graveyard = g_ptr_array_new_with_free_func (g_object_unref);
  self->parking = gyre_parking_new ();
  self->rate = USUAL_RATE;
  make_parts (self, gyre_surroundings_new ());
  return self;
}

void
gyre_shard_free (GyreShard *self)
{
  if (self->trace != NULL)
    gyre_trace_free (self->trace, NULL);
  g_clear_pointer (&self->routes, gyre_routes_free);
  g_mutex_clear (&self->trace_lock);
  g_mutex_clear (&self->visit_lock);
  g_clear_pointer (&self->readiness, gyre_readiness_free);
  g_clear_pointer (&self->finalisers, g_ptr_array_unref);
  g_ptr_array_unref (self->graveyard);
  gyre_changes_clear (&self->changes);
  free_parts (self);
  gyre_parking_free (self->parking);
  gyre_owner_clear (&self->owner);
  g_rec_mutex_clear (&self->lock);
  g_free (self);
}

gboolean
gyre_shard_set_surroundings (GyreShard *self, GyreSurroundings *surroundings)
{
  gboolean is_untouched;

  gyre_shard_enter (self);
  is_untouched = self->counts.frame == 0 && self->trace == NULL && gyre_slots_get_length (self->slots) == 0 && gyre_agenda_get_length (self->agenda) == 0;
  if (is_untouched)
    {
      free_parts (self);
      make_parts (self, gyre_surroundings_ref (surroundings));
      self->first = gyre_surroundings_get_time (surroundings);
    }
  gyre_shard_leave (self);
  return is_untouched;
}

/* Threads. */

gboolean
gyre_shard_claim (GyreShard *self)
{
  return gyre_owner_claim (&self->owner);
}

gboolean
gyre_shard_is_mine (GyreShard *self)
{
  return gyre_owner_is_me (&self->owner);
}

void
gyre_shard_give_up (GyreShard *self)
{
  gyre_owner_give_up (&self->owner);
}

/* N.B. in_frame is the owner's: for another thread it says nothing, so that one asks for the owner first. The owner begins no
 * frame while another thread waits; of itself it need not say so. */
void
gyre_shard_enter (GyreShard *self)
{
  gboolean is_mine = G_LIKELY (running == self) || gyre_owner_is_me (&self->owner);

  if (is_mine && self->in_frame)
    return;
  if (!is_mine)
    g_atomic_int_inc (&self->n_waiting);
  g_rec_mutex_lock (&self->lock);
  if (!is_mine)
    g_atomic_int_add (&self->n_waiting, -1);
}

void
gyre_shard_leave (GyreShard *self)
{
  if (G_LIKELY (running == self) || (gyre_owner_is_me (&self->owner) && self->in_frame))
    return;
  g_rec_mutex_unlock (&self->lock);
}

/* The lock is not fair: who takes it again at once gets it. */
static void
let_others_in (GyreShard *self)
{
  while (g_atomic_int_get (&self->n_waiting) > 0)
    g_thread_yield ();
}

void
gyre_shard_wake (GyreShard *self)
{
  gyre_parking_wake (self->parking);
}

gboolean
gyre_shard_begin_loop (GyreShard *self, GError **error)
{
  if (g_atomic_int_compare_and_exchange (&self->has_loop, FALSE, TRUE))
    return TRUE;
  g_set_error_literal (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_RUNNING,
                       "something makes the frames of the executive already: a run, a thread or a main context");
  return FALSE;
}

void
gyre_shard_end_loop (GyreShard *self)
{
  g_atomic_int_set (&self->has_loop, FALSE);
}

/* Records. */

GyreHandle
gyre_shard_add (GyreShard *self, gpointer object)
{
  GyreSlot *slot;
  GyreHandle handle = GYRE_HANDLE_NONE;

  gyre_shard_enter (self);
  slot = gyre_slots_add (self->slots, object);
  if (slot != NULL)
    {
      handle = gyre_slot_get_handle (slot);
      __atomic_store_n (&slot->capacity, MAILBOX_SIZE, __ATOMIC_RELAXED);
      if (G_UNLIKELY (self->trace != NULL || gyre_routes_are_counted (self)))
        gyre_slot_add_flags (slot, GYRE_SLOT_TRACED);
    }
  gyre_shard_leave (self);
  return handle;
}

void
gyre_shard_bury (GyreShard *self, GObject *object)
{
  gboolean waits;

  gyre_shard_enter (self);
  waits = self->in_frame;
  if (waits)
    g_ptr_array_add (self->graveyard, object);
  gyre_shard_leave (self);
  if (!waits)
    g_object_unref (object);
}

void
gyre_shard_remove (GyreShard *self, GyreHandle handle)
{
  GyreSlot *slot;

  gyre_shard_enter (self);
  slot = gyre_slots_find (self->slots, handle);
  if (slot != NULL)
    {
      if (gyre_schedule_get_current (self->schedule) == slot)
        gyre_shard_bury (self, g_object_ref (slot->object));
      if (slot->rare != NULL)
        gyre_fiber_end (g_steal_pointer (&slot->rare));
      gyre_schedule_forget (self->schedule, slot);
      gyre_messenger_forget (self->messenger, slot);
      gyre_slots_remove (self->slots, slot);
      gyre_agenda_purge (self->agenda, handle, NULL);
    }
  gyre_shard_leave (self);
  /* Those who posted to it hear of its end in the next frame, which is now. */
  gyre_shard_wake (self);
}

/* Instructions. */

guint64
gyre_shard_post (GyreShard *self, GyreInstruction *instruction, gint64 due, GyreHandle poster, GError **error)
{
  guint64 number = gyre_agenda_post (self->agenda, instruction, due, poster, error);

  if (number != 0)
    gyre_shard_wake (self);
  return number;
}

static void
fail_instruction (GyreShard *self, GyreInstruction *instruction, gpointer object, const GError *error)
{
  g_autofree char *text = NULL;

  if (gyre_instruction_tell (instruction, NULL, error))
    return;
  text = gyre_instruction_to_string (instruction);
  gyre_shard_alert (self, object, &(GyreAlertPlace) { .behavior = gyre_instruction_get_behavior (instruction) }, GYRE_ALERT_ERROR,
                    "%s: %s", text, error->message);
}

static void
tell_cancelled (GyreShard *self)
{
  GyrePosting *posting;

  while ((posting = gyre_agenda_take_cancelled (self->agenda)) != NULL)
    {
      g_autoptr (GError) error = g_error_new (GYRE_INSTRUCTION_ERROR, GYRE_INSTRUCTION_ERROR_CANCELLED,
                                              "%s.%s was cancelled, or its component ended before it was done",
                                              gyre_instruction_get_target (posting->instruction),
                                              gyre_instruction_get_behavior (posting->instruction));

      gyre_instruction_tell (posting->instruction, NULL, error);
      gyre_posting_free (posting);
    }
}

/* Returns: (nullable) (transfer full): the object, which stays until the instruction is done. */
static GObject *
find_target (GyreShard *self, GyreInstruction *instruction, GError **error)
{
  const char *name = gyre_instruction_get_component (instruction);
  GyreHandle handle = name != NULL ? gyre_executive_get_model ()->find_handle (self->executive, name)
                                   : gyre_instruction_get_handle (instruction);
  GyreSlot *slot = gyre_slots_find (self->slots, handle);

  if (slot != NULL)
    return g_object_ref (slot->object);
  g_set_error (error, GYRE_INSTRUCTION_ERROR, GYRE_INSTRUCTION_ERROR_COMPONENT,
               name != NULL ? "there is no component “%s”" : "%s: the component has ended",
               gyre_instruction_get_target (instruction));
  return NULL;
}

static gboolean
call (GyreShard *self, GyreInstruction *instruction, GObject *object, GError **error)
{
  g_auto (GValue) result = G_VALUE_INIT;
  guint n_arguments;
  const GValue *arguments = gyre_instruction_get_arguments (instruction, &n_arguments);
  guint track = G_UNLIKELY (self->trace != NULL) ? gyre_tracing_begin_instruction (self, instruction) : 0;
  gboolean is_done = gyre_executive_get_model ()->call (object, gyre_instruction_get_behavior (instruction), arguments, n_arguments,
                                                        gyre_instruction_get_texts (instruction), &result, error);

  if (G_UNLIKELY (self->trace != NULL))
    gyre_tracing_end (self, track);
  if (is_done)
    gyre_instruction_tell (instruction, G_VALUE_TYPE (&result) != G_TYPE_INVALID ? &result : NULL, NULL);
  return is_done;
}

gboolean
gyre_shard_do (GyreShard *self, GyreInstruction *instruction, GError **error)
{
  g_autoptr (GObject) object = NULL;

  gyre_shard_enter (self);
  object = find_target (self, instruction, error);
  gyre_shard_leave (self);
  return object != NULL && call (self, instruction, object, error);
}

static void
do_instruction (GyreShard *self, GyreInstruction *instruction)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) object = find_target (self, instruction, &error);

  self->counts.instructions++;
  if (object == NULL || !call (self, instruction, object, &error))
    fail_instruction (self, instruction, object, error);
}

static void
do_instructions (GyreShard *self)
{
  GyrePosting *posting;

  if (!gyre_agenda_begin (self->agenda, self->now))
    return;
  tell_cancelled (self);
  while ((posting = gyre_agenda_take (self->agenda)) != NULL)
    {
      do_instruction (self, posting->instruction);
      gyre_posting_free (posting);
    }
}

/* Frames. */

static void
count_time (GyreShard *self, gint64 start)
{
  gint64 time = gyre_surroundings_get_time (self->surroundings) - start;

  self->counts.longest = MAX (self->counts.longest, time);
  self->counts.total += time;
}

/* What ends can let others end. */
static void
bury_all (GyreShard *self)
{
  while (self->graveyard->len > 0)
    {
      g_autoptr (GPtrArray) graveyard = self->graveyard;

      self->graveyard = g_ptr_array_new_with_free_func (g_object_unref);
    }
}

void
gyre_shard_run_frame (GyreShard *self)
{
  GyreExecutive *outer;

  g_assert (gyre_shard_is_mine (self) && !self->in_frame);

  gyre_visits_receive (self);
  let_others_in (self);
  g_rec_mutex_lock (&self->lock);
  outer = gyre_executive_exchange_current (self->executive);
  self->in_frame = TRUE;
  running = self;
  self->counts.frame++;
  self->now = gyre_surroundings_get_time (self->surroundings);
  if (G_UNLIKELY (self->trace != NULL))
    gyre_tracing_begin_frame (self);
  gyre_messenger_begin_frame (self->messenger);
  gyre_requests_expire (self->requests, self->now);
  if (self->readiness != NULL)
    gyre_readiness_poll (self->readiness, self);
  gyre_shard_tell_changes (self);
  do_instructions (self);
  self->counts.runs += gyre_schedule_run (self->schedule, self->counts.frame, self->now);
  gyre_shard_tell_changes (self);
  self->counts.messages += gyre_messenger_deliver (self->messenger, MESSAGES_A_FRAME);
  gyre_messenger_end_frame (self->messenger);
  count_time (self, self->now);
  bury_all (self);
  if (G_UNLIKELY (self->trace != NULL))
    gyre_tracing_end_frame (self);
  running = NULL;
  self->in_frame = FALSE;
  gyre_executive_exchange_current (outer);
  g_rec_mutex_unlock (&self->lock);
}

void
gyre_shard_deliver (GyreShard *self)
{
  g_assert (gyre_shard_is_mine (self) && !self->in_frame);

  g_rec_mutex_lock (&self->lock);
  self->in_frame = TRUE;
  gyre_messenger_end_frame (self->messenger);
  gyre_messenger_begin_frame (self->messenger);
  self->counts.messages += gyre_messenger_deliver (self->messenger, MESSAGES_A_FRAME);
  bury_all (self);
  self->in_frame = FALSE;
  g_rec_mutex_unlock (&self->lock);
}

/* Other threads wake it for their messages only while it says that it sleeps; what came just before is looked for once more. */
gboolean
gyre_shard_park (GyreShard *self, gint64 time, GPollFD *descriptors, guint n_descriptors)
{
  gboolean is_woken;

  gyre_messenger_set_awake (self->messenger, FALSE);
  is_woken = gyre_messenger_is_idle (self->messenger) ? gyre_parking_park (self->parking, time, descriptors, n_descriptors) : TRUE;
  gyre_messenger_set_awake (self->messenger, TRUE);
  return is_woken;
}

/* Of a fixed pace: its frames since the first stand at their own times, so that no error adds up. */
static gint64
get_next_paced (GyreShard *self)
{
  return self->first + (gint64) ((double) self->n_paced * (NANOSECONDS / self->rate));
}

GyreShard *
gyre_shard_get_running (void)
{
  return running;
}

gint64
gyre_shard_get_next_frame (GyreShard *self)
{
  gint64 instruction, process, request;

  if (self->pace == GYRE_PACE_FIXED)
    return get_next_paced (self);
  if (self->pace == GYRE_PACE_FASTEST)
    return G_MININT64;
  if (!gyre_messenger_is_idle (self->messenger) || gyre_changes_wait (&self->changes))
    return G_MININT64;
  /* N.B. MIN () of the calls themselves would make each of them twice. */
  instruction = gyre_agenda_get_next_due (self->agenda);
  process = gyre_schedule_get_next_due (self->schedule);
  request = gyre_requests_get_next_due (self->requests);
  return MIN (instruction, MIN (process, request));
}
