/* gyre-saying.c: What a shard has to say to people
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-saying-private.h"
#include "gyre-executive-private.h"
#include "gyre-refusal-private.h"
#include "gyre-shard-private.h"
#include "gyre-tracing-private.h"

static GyreLocator *
find_place (const GyreExecutiveModel *model, gpointer object, const GyreAlertPlace *place)
{
  if (place != NULL && place->file != NULL)
    return gyre_locator_new_source (place->file, place->line, place->function);
  if (place == NULL || object == NULL || model == NULL || model->dup_place == NULL)
    return NULL;
  return model->dup_place (object, place->behavior);
}

GyreAlert *
gyre_shard_alert_valist (GyreShard *self, gpointer object, const GyreAlertPlace *place, GyreAlertLevel level, const char *format,
                         va_list arguments)
{
  const GyreExecutiveModel *model = gyre_executive_get_model ();
  gboolean is_known = object != NULL && model != NULL;
  GyreAlertLevel verbosity = is_known && model->get_verbosity != NULL ? model->get_verbosity (object) : GYRE_ALERT_DETAIL;
  g_autofree char *name = NULL;
  g_autoptr (GyreLocator) locator = NULL;
  GyreAlertOrigin origin = { .frame = __atomic_load_n (&self->counts.frame, __ATOMIC_RELAXED) };
  GyreAlert *alert;

  if (!gyre_alerts_is_wanted (self->alerts, level, verbosity))
    return NULL;
  if (is_known && model->dup_name != NULL)
    origin.name = name = model->dup_name (object);
  if (is_known && model->get_family != NULL)
    origin.family = model->get_family (object);
  origin.locator = locator = find_place (model, object, place);
  alert = gyre_alerts_give (self->alerts, level, verbosity, &origin, format, arguments);
  if (alert != NULL && g_atomic_pointer_get (&self->trace) != NULL)
    gyre_tracing_note_alert (self, alert);
  return alert;
}

void
gyre_shard_alert (GyreShard *self, gpointer object, const GyreAlertPlace *place, GyreAlertLevel level, const char *format, ...)
{
  GyreAlert *alert;
  va_list arguments;

  va_start (arguments, format);
  alert = gyre_shard_alert_valist (self, object, place, level, format, arguments);
  va_end (arguments);
  if (alert != NULL)
    gyre_alert_unref (alert);
}

void
gyre_shard_tell_failure (GyreShard *self, GyreSlot *slot, const char *behavior, const char *what, GError *error)
{
  gpointer object = slot != NULL && (slot->flags & GYRE_SLOT_ALIVE) ? slot->object : NULL;

  gyre_shard_alert (self, object, &(GyreAlertPlace) { .behavior = behavior }, GYRE_ALERT_ERROR, "%s: %s", what,
                    error != NULL ? error->message : "it did not say why");
  g_clear_error (&error);
}

static char *
dup_name (GyreShard *self, GyreHandle handle)
{
  const GyreExecutiveModel *model = gyre_executive_get_model ();
  GyreSlot *slot = gyre_slots_find (self->slots, handle);

  return slot != NULL && model != NULL && model->dup_name != NULL ? model->dup_name (slot->object) : NULL;
}

/* N.B. in its own frame the thread has the lock already, and the lock can be taken again. */
void
gyre_shard_name_receiver (GyreShard *self, GyreHandle receiver, GError **error)
{
  g_autofree char *name = NULL;

  if (error == NULL || *error == NULL || !g_rec_mutex_trylock (&self->lock))
    return;
  name = dup_name (self, receiver);
  g_rec_mutex_unlock (&self->lock);
  if (name != NULL)
    gyre_refusal_name (*error, receiver, name);
}
