/* gyre-changes.c: Processes that began or ceased to run, and have not heard so
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-changes-private.h"
#include "gyre-executive-private.h"
#include "gyre-shard-private.h"

void
gyre_changes_init (GyreChanges *self)
{
  self->handles = g_array_new (FALSE, FALSE, sizeof (GyreHandle));
  g_atomic_int_set (&self->has_any, FALSE);
}

void
gyre_changes_clear (GyreChanges *self)
{
  g_array_unref (self->handles);
}

void
gyre_changes_add (GyreChanges *self, GyreHandle handle)
{
  g_array_append_val (self->handles, handle);
  g_atomic_int_set (&self->has_any, TRUE);
}

gboolean
gyre_changes_wait (GyreChanges *self)
{
  return g_atomic_int_get (&self->has_any);
}

/* Out of the lock: who hears it may do anything. */
static GArray *
take (GyreShard *self)
{
  GArray *handles;

  gyre_shard_enter (self);
  handles = self->changes.handles;
  gyre_changes_init (&self->changes);
  gyre_shard_leave (self);
  return handles;
}

static void
tell_change (GyreShard *self, GyreHandle handle)
{
  const GyreExecutiveModel *model = gyre_executive_get_model ();
  g_autoptr (GObject) object = NULL;
  GyreSlot *slot;

  gyre_shard_enter (self);
  slot = gyre_slots_find (self->slots, handle);
  if (slot != NULL && model != NULL && model->run_state_changed != NULL)
    object = g_object_ref (slot->object);
  gyre_shard_leave (self);
  if (object != NULL)
    model->run_state_changed (object);
}

void
gyre_shard_tell_changes (GyreShard *self)
{
  while (gyre_changes_wait (&self->changes) && gyre_owner_is_mine_or_free (&self->owner))
    {
      g_autoptr (GArray) handles = take (self);

      for (guint index = 0; index < handles->len; index++)
        tell_change (self, g_array_index (handles, GyreHandle, index));
    }
}
