/* gyre-class-state.c: What a class is in one executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-class-state-private.h"
#include "gyre-executive-private.h"

static GyreClassState *
class_state_new (void)
{
  GyreClassState *self = g_new0 (GyreClassState, 1);

  g_mutex_init (&self->lock);
  self->overrides = g_array_new (FALSE, FALSE, sizeof (GyreOverride));
  gyre_census_initialize (&self->census);
  return self;
}

/* The threads that come first each make one; all of them get the same. */
GyreClassState *
gyre_class_state_get (GyreActor *actor, GyreExecutive *executive)
{
  GyreClassState *state = gyre_executive_get_class_state (executive, actor);
  GyreClassState *fresh;

  if (state != NULL)
    return state;
  fresh = class_state_new ();
  state = gyre_executive_set_class_state (executive, actor, fresh);
  if (state != fresh)
    gyre_class_state_free (fresh);
  return state;
}

void
gyre_class_state_drop_override (GyreClassState *self, const GyreTrait *trait)
{
  for (guint index = 0; index < self->overrides->len; index++)
    {
      GyreOverride *override = &g_array_index (self->overrides, GyreOverride, index);
      if (override->trait != trait)
        continue;
      g_free (override->text);
      gyre_provenance_clear (&override->provenance);
      g_array_remove_index (self->overrides, index);
      return;
    }
}

void
gyre_class_state_free (GyreClassState *self)
{
  while (self->overrides->len > 0)
    gyre_class_state_drop_override (self, g_array_index (self->overrides, GyreOverride, 0).trait);
  g_array_unref (self->overrides);
  gyre_census_clear (&self->census);
  g_mutex_clear (&self->lock);
  g_free (self);
}
