/* gyre-state.c: What only some instances have
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-state-private.h"
#include "gyre-dynamic-private.h"
#include "gyre-history-private.h"
#include "gyre-kin-private.h"
#include "gyre-observers-private.h"

GyreState *
gyre_state_ensure (GyreComponent *component)
{
  if (component->state == NULL)
    component->state = g_slice_new0 (GyreState);
  return component->state;
}

GyreProvenance *
gyre_state_ensure_provenances (GyreComponent *component)
{
  GyreState *state = gyre_state_ensure (component);

  if (state->provenances == NULL)
    state->provenances = g_slice_alloc0 (sizeof (GyreProvenance) * gyre_component_get_birth (component)->n_slots);
  return state->provenances;
}

void
gyre_state_set_listening (GyreComponent *component, GyreListening who, gboolean listens)
{
  GyreState *state = gyre_state_ensure (component);

  state->listening = listens ? state->listening | who : state->listening & ~who;
}

void
gyre_state_set_provenance (GyreComponent *component, guint slot, GyreProvenance provenance)
{
  GyreProvenance *provenances = gyre_state_ensure_provenances (component);

  gyre_provenance_clear (&provenances[slot]);
  provenances[slot] = provenance;
}

/* Of the instance's own value, else of the value of its class. */
const GyreProvenance *
gyre_state_get_provenance (GyreComponent *component, guint slot)
{
  GyreState *state = gyre_state_peek (component);

  if (state != NULL && state->provenances != NULL && gyre_provenance_is_set (&state->provenances[slot]))
    return &state->provenances[slot];
  return &gyre_component_get_birth (component)->provenances[slot];
}

char **
gyre_state_ensure_pending (GyreComponent *component)
{
  GyreState *state = gyre_state_ensure (component);

  if (state->pending == NULL)
    state->pending = g_slice_alloc0 (sizeof (char *) * gyre_component_get_birth (component)->n_slots);
  return state->pending;
}

/* What a facility shall be, and who says it. The text can be the one that is there. */
void
gyre_state_set_pending_text (GyreComponent *component, guint slot, const char *text, GyreProvenance provenance)
{
  char **pending = gyre_state_ensure_pending (component);
  char *copy = g_strdup (text);

  g_free (pending[slot]);
  pending[slot] = copy;
  gyre_state_set_provenance (component, slot, provenance);
}

/* What was said about a facility, by or through whoever said it last; NULL for none. */
const char *
gyre_state_get_pending (GyreComponent *component, guint slot)
{
  GyreState *state = gyre_state_peek (component);

  if (state != NULL && state->provenances != NULL && gyre_provenance_is_set (&state->provenances[slot]))
    return state->pending != NULL ? state->pending[slot] : NULL;
  return gyre_component_get_birth (component)->values[slot].string;
}

static void
free_slots (GyreState *state, guint n_slots)
{
  for (guint slot = 0; slot < n_slots; slot++)
    {
      if (state->provenances != NULL)
        gyre_provenance_clear (&state->provenances[slot]);
      if (state->pending != NULL)
        g_free (state->pending[slot]);
    }
  if (state->provenances != NULL)
    g_slice_free1 (sizeof (GyreProvenance) * n_slots, state->provenances);
  if (state->pending != NULL)
    g_slice_free1 (sizeof (char *) * n_slots, state->pending);
}

void
gyre_state_free (GyreComponent *component)
{
  GyreState *state = component->state;

  if (state == NULL)
    return;
  free_slots (state, gyre_component_get_birth (component)->n_slots);
  g_clear_pointer (&state->observers, gyre_observers_free);
  g_clear_pointer (&state->history, gyre_history_free);
  g_clear_pointer (&state->dynamics, gyre_dynamics_free);
  g_clear_pointer (&state->locator, gyre_locator_unref);
  g_clear_pointer (&state->report, gyre_report_unref);
  g_clear_pointer (&state->bases, g_hash_table_unref);
  g_clear_pointer (&state->kin, gyre_kin_free);
  g_free (state->name);
  g_slice_free (GyreState, state);
  component->state = NULL;
}
