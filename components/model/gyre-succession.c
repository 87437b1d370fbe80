/* gyre-succession.c: The births of a class, one after the other
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * N.B. a count of the instances of each birth would cost an atomic operation for each instance; the extent knows them all. It is
 * looked at when there are twice as many births as were needed the last time, and the newest ones stay in any case: an
 * instance that g_object_new() makes, or that is disposed of, is not in the extent for some instructions.
 */
#include "gyre-succession-private.h"
#include "gyre-extent-private.h"
#include "gyre-record-private.h"
#include "gyre-requirement-private.h"
#include "gyre-state-private.h"

enum { GRACE = 16 };

static gint builders;

void
gyre_succession_enter (void)
{
  g_atomic_int_inc (&builders);
}

void
gyre_succession_leave (void)
{
  g_atomic_int_add (&builders, -1);
}

void
gyre_succession_add (GyreSuccession *self, GyreBirth *birth)
{
  birth->older = self->newest;
  self->newest = birth;
  self->length++;
}

static gboolean
note_birth (GyreExtentLink *link, gpointer births)
{
  GyreBirth *birth = gyre_component_get_birth ((GyreComponent *) ((char *) link - G_STRUCT_OFFSET (GyreComponent, links)));

  if (birth != NULL)
    g_hash_table_add (births, birth);
  return TRUE;
}

static GHashTable *
list_needed (GyreBirth *birth)
{
  GHashTable *births = g_hash_table_new (NULL, NULL);
  GyreComponentClass *class = g_type_class_peek (gyre_requirement_get_gtype (GYRE_REQUIREMENT (birth->actor)));

  if (class != NULL && class->extent != NULL)
    gyre_extent_visit (class->extent, note_birth, births);
  return births;
}

GyreBirth *
gyre_succession_expire (GyreSuccession *self)
{
  g_autoptr (GHashTable) needed = NULL;
  GyreBirth **link = &self->newest;
  GyreBirth *gone = NULL;

  if (self->length < MAX (self->limit, 2 * GRACE) || !self->newest->is_tracked || g_atomic_int_get (&builders) > 0)
    return NULL;
  needed = list_needed (self->newest);
  for (guint index = 0; index < GRACE; index++)
    link = &(*link)->older;
  while (*link != NULL)
    {
      GyreBirth *birth = *link;

      if (birth->is_kept || g_hash_table_contains (needed, birth))
        link = &birth->older;
      else
        {
          *link = birth->older;
          birth->older = gone;
          gone = birth;
          self->length--;
        }
    }
  self->limit = 2 * self->length;
  return gone;
}

static void
birth_free (GyreBirth *birth)
{
  GyreRecord *record = gyre_requirement_get_record (GYRE_REQUIREMENT (birth->actor));

  for (guint slot = 0; slot < birth->n_slots; slot++)
    {
      const GyreTrait *trait = gyre_birth_get_trait (record, slot);
      if (trait != NULL)
        gyre_kind_clear (trait->kind, &birth->values[slot]);
      gyre_provenance_clear (&birth->provenances[slot]);
    }
  g_clear_pointer (&birth->report, gyre_report_unref);
  g_free (birth->values);
  g_free (birth->provenances);
  for (guint slot = 0; birth->texts != NULL && slot < birth->n_slots; slot++)
    g_free (birth->texts[slot]);
  g_free (birth->texts);
  g_free (birth->image);
  g_free (birth->fields);
  g_free (birth);
}

void
gyre_births_free (GyreBirth *newest)
{
  for (GyreBirth *birth = newest, *older; birth != NULL; birth = older)
    {
      older = birth->older;
      birth_free (birth);
    }
}
