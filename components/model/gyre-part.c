/* gyre-part.c: A part of a component that gives way to another
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The facility's share of a assignment. A rule can ask for the proposed part, which is then built under the name that a part of
 * this facility has: so the one that goes lends its name until the assignment is settled, and gets it back when it is withdrawn.
 */
#include "gyre-part-private.h"
#include "gyre-component-private.h"
#include "gyre-watch-private.h"

#include <string.h>

static GObject **
field_of (GyreAssignment *self)
{
  return gyre_component_get_field (self->component, self->trait);
}

static GyreNameserver *
nameserver_of (GyreAssignment *self)
{
  return gyre_executive_get_nameserver (gyre_component_get_executive (self->component));
}

/* Whether a part has the name that it has as a part of this. */
static gboolean
has_own_name (GyreAssignment *self, GObject *part)
{
  const char *host = gyre_component_get_name (self->component);
  g_autofree char *name = host != NULL ? gyre_trait_dup_path (self->trait, host) : NULL;

  return name != NULL && GYRE_IS_COMPONENT (part) && g_strcmp0 (gyre_component_get_name (GYRE_COMPONENT (part)), name) == 0;
}

static void
lend_name (GyreAssignment *self, GObject *part)
{
  if (!has_own_name (self, part))
    return;
  self->lent_name = g_strdup (gyre_component_get_name (GYRE_COMPONENT (part)));
  gyre_component_release_name (GYRE_COMPONENT (part));
}

static void
return_name (GyreAssignment *self, GObject *part)
{
  GyreState *state;

  if (self->lent_name == NULL)
    return;
  state = gyre_state_ensure (GYRE_COMPONENT (part));
  if (gyre_nameserver_register (nameserver_of (self), self->lent_name, part, state->locator, NULL))
    state->name = g_steal_pointer (&self->lent_name);
  gyre_watch_name_changed (GYRE_COMPONENT (part), FALSE);
  g_clear_pointer (&self->lent_name, g_free);
}

static gboolean
is_same (GyreAssignment *self)
{
  GObject *object = *field_of (self);
  const char *text = gyre_state_get_pending (self->component, self->trait->descriptor.index);

  if (!self->is_text)
    return object == self->object && (object != NULL || text == NULL);
  return g_strcmp0 (text, self->text) == 0 && (self->text != NULL || object == NULL);
}

static char **
pending_of (GyreAssignment *self)
{
  return &gyre_state_ensure_pending (self->component)[self->trait->descriptor.index];
}

static void
exchange_text (GyreAssignment *self)
{
  char **pending = pending_of (self);
  char *other = *pending;

  *pending = self->text;
  self->text = other;
}

/* The assignment keeps what was there. */
void
gyre_part_apply (GyreAssignment *assignment)
{
  GObject **field = field_of (assignment);
  GObject *old_object = *field;

  assignment->is_changed = !is_same (assignment);
  exchange_text (assignment);
  if (!assignment->is_changed)
    return;
  *field = assignment->object;
  assignment->object = old_object;
  gyre_component_mirror (assignment->component, assignment->trait);
  if (old_object != NULL && old_object != *field)
    lend_name (assignment, old_object);
}

/* A rule can have had the proposed part built meanwhile; it goes. */
void
gyre_part_withdraw (GyreAssignment *assignment)
{
  GObject **field = field_of (assignment);
  GObject *proposed = *field;

  exchange_text (assignment);
  if (!assignment->is_changed)
    return;
  *field = assignment->object;
  assignment->object = proposed;
  gyre_component_mirror (assignment->component, assignment->trait);
  if (proposed != NULL && proposed != *field && assignment->is_text && has_own_name (assignment, proposed))
    gyre_component_release_name (GYRE_COMPONENT (proposed));
  if (*field != NULL)
    return_name (assignment, *field);
}

void
gyre_part_settle (GyreAssignment *assignment)
{
  GObject *object = *field_of (assignment);

  if (!assignment->is_changed)
    return;
  assignment->old_value = (GyreValue) { .present = assignment->object != NULL, .object = assignment->object };
  assignment->new_value = (GyreValue) { .present = object != NULL, .object = object };
}
