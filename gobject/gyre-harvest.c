/* gyre-harvest.c: What a record takes from its declaration and from its ancestors
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The harvest gives each member of a declaration a slot. The slots of an ancestor keep their numbers in every descendant, so
 * that a number found once (a GObject property id, an accessor's) serves for all derived classes; the slot of a shadowed
 * trait leads to the trait that shadows it.
 */
#include "gyre-harvest-private.h"
#include "gyre-declaration-private.h"
#include "gyre-name.h"
#include "gyre-requirement-private.h"

#include <string.h>

static void
report_collision (GyreRequirement *self, GyreReport *report, const char *name, GyreDescriptor *first, GyreDescriptor *second)
{
  GyreLocator *locator = gyre_requirement_get_locator (self);

  if (first->owner == second->owner)
    gyre_report_error (report, locator, NULL, "%s: '%s' names both the trait '%s' and the trait '%s'",
                       gyre_requirement_get_public_name (self), name, first->name, second->name);
  else
    gyre_report_error (report, locator, "redeclare the trait by its canonical name to shadow it, or choose another alias",
                       "%s: '%s' names both the trait '%s' of %s and the trait '%s' of %s",
                       gyre_requirement_get_public_name (self), name,
                       first->name, gyre_requirement_get_public_name (first->owner),
                       second->name, gyre_requirement_get_public_name (second->owner));
}

static void
add_name (GyreRequirement *self, GyreReport *report, const char *name, guint slot)
{
  GyreRecord *record = gyre_requirement_get_record (self);
  guint taken = GYRE_NAMEMAP_MISSING;

  if (!gyre_namemap_add (record->namemap, name, slot, &taken))
    report_collision (self, report, name, record->slots[taken], record->slots[slot]);
}

static void
add_names (GyreRequirement *self, GyreReport *report, guint slot)
{
  GyreRecord *record = gyre_requirement_get_record (self);
  GyreDescriptor *descriptor = record->slots[slot];

  add_name (self, report, descriptor->name, slot);
  if (descriptor->identifier != NULL && strcmp (descriptor->identifier, descriptor->name) != 0)
    add_name (self, report, descriptor->identifier, slot);
  if (descriptor->aliases == NULL)
    return;

  g_auto (GStrv) aliases = gyre_descriptor_dup_aliases (descriptor);
  for (guint index = 0; aliases[index] != NULL; index++)
    {
      const char *reason = NULL;

      if (gyre_name_is_valid (aliases[index], &reason) && strchr (aliases[index], '.') != NULL)
        reason = "a dot would make two names of it";
      if (reason == NULL)
        add_name (self, report, g_intern_string (aliases[index]), slot);
      else
        gyre_report_error (report, gyre_requirement_get_locator (self), NULL, "%s.%s: '%s' can't be an alias: %s",
                           gyre_requirement_get_public_name (self), descriptor->name, aliases[index], reason);
    }
}

/* A trait of an ancestor's is shadowed when a nearer one has its canonical name. The nearer one replaces it: nothing is merged. */
static gboolean
is_shadowed (GyreRecord *record, GyreDescriptor *descriptor)
{
  guint slot = gyre_namemap_find (record->namemap, descriptor->name);

  return slot != GYRE_NAMEMAP_MISSING && record->slots[slot] != descriptor
         && strcmp (record->slots[slot]->name, descriptor->name) == 0;
}

/* GObject does not take any name for a property. Behaviors keep to the same rule, so that a name says nothing of its sort. */
static gboolean
check_name (GyreRequirement *self, GyreReport *report, GyreDescriptor *descriptor)
{
  if (g_param_spec_is_valid_name (descriptor->name))
    return TRUE;
  gyre_report_error (report, gyre_requirement_get_locator (self), "an alias can be any text",
                     "%s: '%s' can't be the name of a trait: that is letters, digits and dashes, and begins with a letter",
                     gyre_requirement_get_public_name (self), descriptor->name);
  return FALSE;
}

static void
take_local_traits (GyreRequirement *self, GyreReport *report)
{
  GyreRecord *record = gyre_requirement_get_record (self);
  GPtrArray *descriptors = record->declaration->descriptors;

  for (guint index = 0; index < descriptors->len; index++)
    {
      GyreDescriptor *descriptor = g_ptr_array_index (descriptors, index);

      if (descriptor->owner != NULL)
        {
          gyre_report_error (report, gyre_requirement_get_locator (self), "make a descriptor for each class",
                             "%s: the descriptor of the trait '%s' belongs to %s already",
                             gyre_requirement_get_public_name (self), descriptor->name,
                             gyre_requirement_get_public_name (descriptor->owner));
          continue;
        }
      if (!check_name (self, report, descriptor))
        continue;
      descriptor->owner = self;
      descriptor->index = record->first_local + record->local->len;
      record->slots[descriptor->index] = descriptor;
      g_ptr_array_add (record->local, descriptor);
    }
  record->n_slots = record->first_local + record->local->len;
  /* Where nothing was refused, both lists are the same, and one will do. */
  if (record->local->len == descriptors->len)
    {
      g_ptr_array_unref (record->local);
      record->local = gyre_declaration_share_descriptors (record->declaration);
    }
}

/* What the class of an ancestor reaches by a slot must stay what it is: there is code that reads its value, or calls it. */
static void
check_sort (GyreRequirement *self, GyreReport *report, GyreDescriptor *shadowed)
{
  GyreRecord *record = gyre_requirement_get_record (self);
  GyreDescriptor *nearer = record->slots[gyre_namemap_find (record->namemap, shadowed->name)];

  if ((nearer->sort == GYRE_DESCRIPTOR_BEHAVIOR) != (shadowed->sort == GYRE_DESCRIPTOR_BEHAVIOR))
    gyre_report_error (report, gyre_requirement_get_locator (self), NULL, "%s: '%s' is a %s in %s and can't be a %s in %s",
                       gyre_requirement_get_public_name (self), shadowed->name,
                       shadowed->sort == GYRE_DESCRIPTOR_BEHAVIOR ? "behavior" : "trait",
                       gyre_requirement_get_public_name (shadowed->owner),
                       nearer->sort == GYRE_DESCRIPTOR_BEHAVIOR ? "behavior" : "trait",
                       gyre_requirement_get_public_name (nearer->owner));
}

static void
inherit_traits (GyreRequirement *self, GyreReport *report)
{
  GyreRecord *record = gyre_requirement_get_record (self);
  guint end = record->first_local;

  for (guint index = 1; index < record->pedigree->len; index++)
    {
      GyreRecord *base = gyre_requirement_get_record (g_ptr_array_index (record->pedigree, index));
      guint start = end - base->local->len;

      for (guint local = 0; local < base->local->len; local++)
        {
          GyreDescriptor *descriptor = g_ptr_array_index (base->local, local);

          record->slots[start + local] = descriptor;
          if (is_shadowed (record, descriptor))
            {
              check_sort (self, report, descriptor);
              continue;
            }
          g_ptr_array_add (record->inherited, descriptor);
          add_names (self, report, start + local);
        }
      end = start;
    }
}

static void
redirect_shadowed_slots (GyreRecord *record)
{
  for (guint slot = 0; slot < record->first_local; slot++)
    {
      guint found = gyre_namemap_find (record->namemap, record->slots[slot]->name);
      if (found != GYRE_NAMEMAP_MISSING)
        record->slots[slot] = record->slots[found];
    }
}

/* What an invalid ancestor lacks, nobody knows: who derives from it is invalid too. */
static void
check_ancestors (GyreRequirement *self, GyreReport *report)
{
  GPtrArray *pedigree = gyre_requirement_get_pedigree (self);

  for (guint index = 1; index < pedigree->len; index++)
    if (!gyre_requirement_is_valid (g_ptr_array_index (pedigree, index), NULL))
      gyre_report_error (report, gyre_requirement_get_locator (self), NULL, "%s: can't derive from %s: its declaration is invalid",
                         gyre_requirement_get_public_name (self),
                         gyre_requirement_get_public_name (g_ptr_array_index (pedigree, index)));
}

/*
 * gyre_requirement_harvest:
 *
 * Fills slots, local and inherited traits and the namemap from the declaration and the pedigree, which must be there.
 */
void
gyre_requirement_harvest (GyreRequirement *self, GyreReport *report)
{
  GyreRecord *record = gyre_requirement_get_record (self);
  guint n_inherited = 0;

  for (guint index = 1; index < record->pedigree->len; index++)
    n_inherited += gyre_requirement_get_record (g_ptr_array_index (record->pedigree, index))->local->len;
  record->first_local = n_inherited;
  record->slots = g_new0 (GyreDescriptor *, n_inherited + record->declaration->descriptors->len + 1);
  record->namemap = gyre_namemap_new (n_inherited + record->declaration->descriptors->len);
  check_ancestors (self, report);
  take_local_traits (self, report);
  for (guint slot = record->first_local; slot < record->n_slots; slot++)
    add_names (self, report, slot);
  inherit_traits (self, report);
  redirect_shadowed_slots (record);
  gyre_namemap_shrink (record->namemap);
}
