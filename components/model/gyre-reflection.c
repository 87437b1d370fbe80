/* gyre-reflection.c: The copy of the trait of a part, while both are set at once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A delegated trait is set at the part; the field of the component keeps a copy, which rules of its class and its observers look
 * at. So the copy is an assignment of its own behind that of the part.
 */
#include "gyre-reflection-private.h"
#include "gyre-computed-private.h"

void
gyre_reflection_start (GyreAssignment *assignment, GyreComponent *component, const GyreTrait *trait, GyreComponent *part,
                       const GyreTrait *target)
{
  assignment->component = g_object_ref (component);
  assignment->trait = trait;
  assignment->part = g_object_ref (part);
  assignment->target = target;
}

static gboolean
look (GyreAssignment *self, GError **error)
{
  g_autofree char *text = NULL;

  if (gyre_delegate_peek (self->component, self->trait) != self->part)
    {
      g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE,
                   "shows a trait of a part that is replaced in the same transaction; replace the part first");
      return FALSE;
    }
  text = gyre_component_dup_text (self->part, self->target->descriptor.name, error);
  return text != NULL && gyre_trait_parse (self->trait, text, &self->value, error);
}

void
gyre_reflection_look (GyreAssignment *assignment)
{
  assignment->provenance = gyre_provenance_copy (gyre_state_get_provenance (assignment->part, assignment->target->descriptor.index));
  assignment->is_known = look (assignment, &assignment->problem);
}

gboolean
gyre_reflection_check (GyreAssignment *assignment, GError **error)
{
  if (assignment->problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&assignment->problem));
  gyre_component_prefix_error (assignment->component, assignment->trait, error);
  return FALSE;
}

void
gyre_reflection_clear (GyreAssignment *assignment)
{
  g_clear_object (&assignment->part);
  g_clear_error (&assignment->problem);
}
