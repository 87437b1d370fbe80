/* gyre-requirement-private.h: The inside of a record, for the layers above
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-harvest-private.h"
#include "gyre-namemap-private.h"
#include "gyre-requirement.h"

typedef enum
{
  GYRE_REQUIREMENT_DECLARED,   /* the type is there, the class struct is not */
  GYRE_REQUIREMENT_READY,
  GYRE_REQUIREMENT_INVALID,
} GyreRequirementState;

/* What a record holds. It is filled by the thread that makes the class, under GType's own lock, and constant afterwards. */
typedef struct
{
  GType type;
  GyreDeclaration *declaration;
  const char *name;
  const char *family;
  const char *package;
  GyreRequirementState state;
  GyreReport *report;              /* NULL while nothing is wrong */
  GyreNamemap *namemap;            /* every name and alias → slot */
  GyreDescriptor **slots;          /* the ancestors' first; a shadowed slot leads to what shadows it */
  guint n_slots;
  guint first_local;
  GPtrArray *local;                /* GyreDescriptor, in order of declaration */
  GPtrArray *inherited;            /* GyreDescriptor, nearest ancestor first, without the shadowed */
  GPtrArray *pedigree;             /* GyreRequirement, self first */
} GyreRecord;

/* The state is the last that is written: who has seen that a record is ready sees everything else in it. */
static inline GyreRequirementState
gyre_record_get_state (const GyreRecord *record)
{
  return __atomic_load_n (&record->state, __ATOMIC_ACQUIRE);
}

static inline void
gyre_record_set_state (GyreRecord *record, GyreRequirementState state)
{
  __atomic_store_n (&record->state, state, __ATOMIC_RELEASE);
}

GyreRecord *gyre_requirement_get_record    (GyreRequirement  *self);
void        gyre_requirement_adopt_declaration (GyreRequirement *self,
                                            GyreDeclaration  *declaration,
                                            GType             type);
void        gyre_requirement_invalidate    (GyreRequirement  *self,
                                            GyreReport       *report);
char       *gyre_requirement_describe_place (GyreRequirement *self);
