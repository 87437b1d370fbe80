/* gyre-identity.c: Which component it is: its handle
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A record of the executive is made when somebody asks for the handle first: an instance that nobody addresses has none. It is
 * made and ended under the lock of the shard, so that who asks while it ends gets none that would stay.
 */
#include "gyre-identity-private.h"
#include "gyre-communication-private.h"
#include "gyre-state-private.h"
#include "gyre-shard-private.h"

static GyreShard *
shard_of (GyreComponent *component)
{
  return gyre_executive_get_shard (gyre_component_get_birth (component)->executive);
}

/**
 * gyre_component_get_handle:
 * @self: a component
 *
 * The number under which the executive knows the component from now on, in instructions and messages. Any thread that has a
 * reference can ask.
 *
 * Returns: its handle; %GYRE_HANDLE_NONE for a component that has ended, and when there is no memory
 *
 * Since: 0.1
 */
GyreHandle
gyre_component_get_handle (GyreComponent *self)
{
  GyreHandle handle;
  GyreShard *shard;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self), GYRE_HANDLE_NONE);

  handle = __atomic_load_n (&self->handle, __ATOMIC_ACQUIRE);
  if (G_LIKELY (handle != GYRE_HANDLE_NONE))
    return handle;
  shard = shard_of (self);
  gyre_shard_enter (shard);
  if (self->handle == GYRE_HANDLE_NONE && !gyre_identity_has (self, GYRE_IDENTITY_ENDED))
    {
      handle = gyre_shard_add (shard, self);
      if (handle != GYRE_HANDLE_NONE)
        gyre_communication_furnish (self, handle);
      __atomic_store_n (&self->handle, handle, __ATOMIC_RELEASE);
    }
  handle = self->handle;
  gyre_shard_leave (shard);
  return handle;
}

/**
 * gyre_executive_find_handle:
 * @executive: an executive
 * @handle: a handle, which may be stale
 *
 * Finds a component in any thread; what is done with it is for the thread that uses the component. While the last owner lets
 * it go in another thread it can still be found: then it ends in the hands of who asked.
 *
 * Returns: (transfer full) (nullable): the component that got this handle; %NULL when it has ended
 *
 * Since: 0.1
 */
GyreComponent *
gyre_executive_find_handle (GyreExecutive *executive, GyreHandle handle)
{
  GyreComponent *component = NULL;
  GyreShard *shard;
  GyreSlot *slot;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (executive), NULL);

  shard = gyre_executive_get_shard (executive);
  gyre_shard_enter (shard);
  slot = gyre_slots_find (shard->slots, handle);
  if (slot != NULL && GYRE_IS_COMPONENT (slot->object))
    {
      component = g_object_ref (slot->object);
      gyre_identity_set (component, GYRE_IDENTITY_HANDED_OUT);
    }
  gyre_shard_leave (shard);
  return component;
}

gboolean
gyre_identity_end (GyreComponent *component)
{
  GyreShard *shard = shard_of (component);
  gboolean is_held;

  gyre_shard_enter (shard);
  is_held = shard->in_frame && !gyre_identity_has (component, GYRE_IDENTITY_DELETED);
  if (is_held)
    gyre_shard_bury (shard, g_object_ref (G_OBJECT (component)));
  gyre_identity_set (component, GYRE_IDENTITY_ENDED);
  if (component->handle != GYRE_HANDLE_NONE)
    gyre_shard_remove (shard, component->handle);
  __atomic_store_n (&component->handle, GYRE_HANDLE_NONE, __ATOMIC_RELEASE);
  gyre_shard_leave (shard);
  return is_held;
}

GyreHandle
gyre_identity_find_name (GyreExecutive *executive, const char *name)
{
  g_autoptr (GyreComponent) component = gyre_executive_find_component (executive, name);

  return component != NULL ? gyre_component_get_handle (component) : GYRE_HANDLE_NONE;
}

/* What a behavior builds belongs to the executive in which it runs. */
gboolean
gyre_identity_call (gpointer object, const char *behavior, const GValue *arguments, guint n_arguments, const char * const *texts,
                    GValue *result, GError **error)
{
  GyreComponent *component = GYRE_COMPONENT (object);
  GyreExecutive *executive = gyre_component_get_executive (component);
  gboolean is_current = gyre_executive_get_current () == executive;
  gboolean done;

  if (!is_current)
    gyre_executive_push (executive);
  done = texts != NULL ? gyre_component_call_with_texts (component, behavior, texts, result, error)
                       : gyre_component_call (component, behavior, arguments, n_arguments, result, error);
  if (!is_current)
    gyre_executive_pop (executive);
  return done;
}

char *
gyre_identity_dup_name (gpointer object)
{
  return GYRE_IS_COMPONENT (object) ? gyre_component_dup_unique_name (GYRE_COMPONENT (object)) : NULL;
}
