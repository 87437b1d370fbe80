/* gyre-assignment-private.h: A value that a trait shall have, and can be taken back
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The order of calls: read (checks the value by itself), apply (the component has it, nobody has heard), then either withdraw
 * (the component is as it was, byte for byte) or settle (it is final, and the change can be told), at last clear. Between
 * apply and settle rules see the proposed state with the ordinary getters.
 *
 * What other code keeps behind GObject properties is set when the assignment is settled: nobody could take it back unheard.
 */
#pragma once

#include "gyre-commit-private.h"
#include "gyre-bindings-private.h"
#include "gyre-dynamic-private.h"
#include "gyre-observer.h"

enum { GYRE_PROPOSAL_MAXIMUM_SIZE = 32 };

typedef struct
{
  GyreComponent *component;      /* held */
  const GyreTrait *trait;
  GyreProvenance provenance;     /* of the other value: the proposed one until it is applied, then the old one */
  GyreValue value;               /* a property's; the field owns it while it is applied */
  GyreValue old_value;           /* once applied */
  GyreValue new_value;           /* once settled: a copy that stays when observers set the trait again */
  GObject *object;               /* a facility's, held */
  char *text;                    /* or what it shall be; once applied what it was to be */
  GValue native;                 /* what other code keeps */
  GValue old_native;
  char *lent_name;               /* of the part that goes */
  const GyreTrait *shape;        /* of an attribute that nobody has declared: what @value is */
  const GyreTrait *old_shape;    /* what @old_value is; NULL where there was no such attribute */
  GyreBinding *binding;          /* what the trait shall follow; its value is found out before it is applied */
  GyreComponent *part;           /* of a delegated trait: whose trait it shows; held */
  const GyreTrait *target;       /* that one */
  GError *problem;               /* why it can't show it */
  guint8 bytes[GYRE_PROPOSAL_MAXIMUM_SIZE];
  guint is_text : 1;
  guint is_known : 1;            /* of what follows or shows: the value is found out; else the trait keeps what it has */
  guint is_applied : 1;
  guint is_removed : 1;          /* an attribute shall go: it has no shape any more */
  guint is_reset : 1;            /* what code has said before does not come back */
  guint is_changed : 1;
} GyreAssignment;

gboolean gyre_assignment_read_text   (GyreAssignment     *self,
                                    GyreComponent    *component,
                                    const GyreTrait  *trait,
                                    const char       *text,
                                    GError          **error);
gboolean gyre_assignment_read_gvalue (GyreAssignment     *self,
                                    GyreComponent    *component,
                                    const GyreTrait  *trait,
                                    const GValue     *source,
                                    GError          **error);
/* What the class gives, which was checked there. */
gboolean gyre_assignment_read_birth  (GyreAssignment     *self,
                                    GyreComponent    *component,
                                    const GyreTrait  *trait,
                                    GyreValue         value,
                                    GError          **error);
void     gyre_assignment_apply       (GyreAssignment     *self);
gboolean gyre_assignment_check       (GyreAssignment     *self,
                                    GError          **error);
void     gyre_assignment_withdraw    (GyreAssignment     *self);
void     gyre_assignment_settle      (GyreAssignment     *self);
void     gyre_assignment_note        (GyreAssignment     *self);
void     gyre_assignment_list_changes (GyreAssignment    *self,
                                    GArray           *changes);
void     gyre_assignment_clear       (GyreAssignment     *self);

/* Whether other code has the value, so that nobody can take it back. */
static inline gboolean
gyre_assignment_is_foreign (const GyreAssignment *self)
{
  if (G_UNLIKELY (gyre_trait_is_dynamic (self->trait)))
    return gyre_dynamic_of_trait (self->trait)->property != NULL;
  return gyre_trait_is_foreign (self->trait);
}

/* Rules of a class over several traits. */
gboolean gyre_component_is_judged   (void);
gboolean gyre_component_has_rules   (GyreComponent    *component);
gboolean gyre_component_check_rules (GyreComponent    *component,
                                     GError          **error);

/* A set of one trait of a component that has rules. */
gboolean gyre_assignment_commit          (GyreComponent    *component,
                                        const GyreTrait  *trait,
                                        GyreValue         value,
                                        GyreProvenance    provenance,
                                        GError          **error);
gboolean gyre_assignment_commit_facility (GyreComponent    *component,
                                        const GyreTrait  *trait,
                                        GObject          *object,
                                        const char       *text,
                                        gboolean          is_text,
                                        GyreProvenance    provenance,
                                        GError          **error);
