/* gyre-watch-private.h: How a component knows which patterns it matches
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Patterns are matched against a component once: when it is set for the first time after a pattern came or went, or after it
 * got its name. What matches stands in its list of observers. So a component that no pattern matches pays one comparison.
 */
#pragma once

#include "gyre-state-private.h"
#include "gyre-watch.h"

/* Counts the patterns that came and went, in all executives. */
extern guint gyre_watch_generation;

static inline guint
gyre_watch_get_generation (void)
{
  return __atomic_load_n (&gyre_watch_generation, __ATOMIC_RELAXED);
}

/* Whether anybody could hear of a change of a component that has a state. */
static inline gboolean
gyre_watch_is_heard (const GyreState *state)
{
  return state->listening | (state->watched ^ gyre_watch_get_generation ());
}

/* Whether those who would hear are observers and nobody else, and are known. */
static inline gboolean
gyre_watch_has_only_observers (const GyreState *state)
{
  return state->listening == GYRE_LISTENING_OBSERVERS && state->watched == gyre_watch_get_generation ();
}

void gyre_watch_refresh      (GyreComponent *component);
void gyre_watch_name_changed (GyreComponent *component,
                              gboolean       is_building);
void gyre_watch_built        (GyreComponent *component);
