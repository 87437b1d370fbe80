/* gyre-dynamic-assignment.c: An attribute that nobody has declared, among many values that are set at once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-dynamic-assignment-private.h"
#include "gyre-binding-private.h"
#include "gyre-history-private.h"
#include "gyre-rebinding-private.h"
#include "gyre-shape-private.h"
#include "gyre-shown-private.h"

static GyreDynamic *
get_dynamic (GyreAssignment *self)
{
  return (GyreDynamic *) self->trait;
}

gboolean
gyre_dynamic_assignment_read_text (GyreAssignment *self, const char *text, GError **error)
{
  if (gyre_binding_is_meant (self->trait, text))
    return gyre_rebinding_read (self, text, error);
  if (gyre_assignment_is_foreign (self))
    return gyre_shown_read_text (self->component, self->trait, text, &self->native, error);
  return gyre_dynamic_read_text (get_dynamic (self), text, &self->shape, &self->value, error);
}

gboolean
gyre_dynamic_assignment_read_native (GyreAssignment *self, const GValue *source, GError **error)
{
  if (gyre_assignment_is_foreign (self))
    return gyre_shown_read_native (self->component, self->trait, source, &self->native, error);
  self->shape = gyre_shape_of_native (source, error);
  return self->shape != NULL && gyre_trait_from_gvalue (self->shape, source, &self->value, error);
}

/* What follows something that is not there yet keeps what it has, or is none. */
static void
keep_value (GyreAssignment *self, const GyreDynamic *dynamic)
{
  self->shape = dynamic->shape != NULL ? dynamic->shape : gyre_shape_get_plain (&gyre_kind_string);
  self->value = gyre_kind_copy (self->shape->kind, dynamic->value);
}

void
gyre_dynamic_assignment_apply (GyreAssignment *self)
{
  GyreDynamic *dynamic = get_dynamic (self);

  if (self->binding != NULL && !self->is_known)
    keep_value (self, dynamic);
  self->old_shape = dynamic->shape;
  self->old_value = dynamic->value;
  self->is_changed = self->shape != self->old_shape;
  if (!self->is_changed && self->shape != NULL)
    self->is_changed = !gyre_kind_equal (self->shape->kind, self->old_value, self->value);
  gyre_dynamic_take_shape (dynamic, self->shape);
  dynamic->value = self->value;
}

void
gyre_dynamic_assignment_withdraw (GyreAssignment *self)
{
  GyreDynamic *dynamic = get_dynamic (self);

  gyre_dynamic_take_shape (dynamic, self->old_shape);
  dynamic->value = self->old_value;
  self->old_value = GYRE_NONE;
}

/* The object tells of its property itself. One that follows has its value only now; one that has none keeps what it has. */
void
gyre_dynamic_assignment_settle (GyreAssignment *self)
{
  GyreProvenance provenance = self->provenance;

  if (!gyre_assignment_is_foreign (self))
    {
      if (self->shape != NULL)
        self->new_value = gyre_kind_copy (self->shape->kind, self->value);
      return;
    }
  self->provenance = (GyreProvenance) { .kind = GYRE_SOURCE_NONE };
  if (!G_IS_VALUE (&self->native))
    gyre_dynamic_take_place (get_dynamic (self), provenance);
  else
    gyre_shown_write (self->component, get_dynamic (self), &self->native, provenance);
}

/* The history is told by who tells of the change; where the attribute was none nobody does. */
static void
list_removal (GyreAssignment *self, GArray *changes)
{
  GyreDynamic *dynamic = get_dynamic (self);
  GyreChange gone = { gyre_dynamic_get_face (dynamic, self->old_shape), self->old_value, GYRE_NONE, self->component };

  dynamic->cell = GYRE_CELL_NONE;
  gyre_bindings_attribute_changed (self->component);
  if (self->old_value.present)
    g_array_append_val (changes, gone);
  else
    gyre_history_record (self->component, self->trait);
}

static void
list_new (GyreAssignment *self, GArray *changes)
{
  gboolean is_same_kind = self->old_shape == self->shape || !self->old_value.present;
  GyreChange gone = { NULL, self->old_value, GYRE_NONE, self->component };
  GyreChange come = { gyre_dynamic_get_face (get_dynamic (self), self->shape), is_same_kind ? self->old_value : GYRE_NONE, self->new_value,
                      self->component };

  if (self->old_shape == NULL)
    gyre_bindings_attribute_changed (self->component);
  if (!is_same_kind)
    {
      gone.trait = gyre_dynamic_get_face (get_dynamic (self), self->old_shape);
      g_array_append_val (changes, gone);
    }
  if (is_same_kind ? !gyre_kind_equal (self->shape->kind, self->old_value, self->new_value) : self->new_value.present)
    g_array_append_val (changes, come);
}

void
gyre_dynamic_assignment_list_changes (GyreAssignment *self, GArray *changes)
{
  (self->is_removed ? list_removal : list_new) (self, changes);
}

/* While it is applied the attribute owns the value, and the assignment what was before. */
void
gyre_dynamic_assignment_clear (GyreAssignment *self)
{
  gboolean is_stored = self->is_applied && !gyre_assignment_is_foreign (self);

  if (self->shape != NULL && !is_stored)
    gyre_kind_clear (self->shape->kind, &self->value);
  if (self->old_shape != NULL && is_stored)
    gyre_kind_clear (self->old_shape->kind, &self->old_value);
  if (self->shape != NULL)
    gyre_kind_clear (self->shape->kind, &self->new_value);
}
