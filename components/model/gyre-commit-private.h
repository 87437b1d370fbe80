/* gyre-commit-private.h: How a value gets into a component
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-state-private.h"

/*
 * GyreCommitListener:
 *
 * Hears of every change of a component of which somebody has said gyre_commit_set_referenced(): right after the value is
 * stored, before observers, the hook of the class and GObject's handlers; in a transaction after all values are stored and
 * found good, once for each trait that has changed. A set of an equal value is no change. It runs on the thread that sets, with no
 * lock held, and can commit values of other traits and components. There is one for the process; it is set before the first
 * component is referenced.
 */
typedef void (*GyreCommitListener) (GyreComponent   *component,
                                    const GyreTrait *trait);

void      gyre_commit_set_listener     (GyreCommitListener listener);
void      gyre_commit_set_referenced   (GyreComponent   *component,
                                        gboolean         is_referenced);
gboolean  gyre_component_tell          (GyreComponent   *component,
                                        const GyreTrait *trait,
                                        GyreValue        old_value,
                                        GyreValue        new_value);
void      gyre_component_tell_first    (GyreComponent   *component,
                                        const GyreTrait *trait);
gboolean  gyre_component_commit        (GyreComponent   *component,
                                        const GyreTrait *trait,
                                        GyreValue        value,
                                        GyreProvenance   provenance,
                                        GError         **error);
gboolean  gyre_component_commit_text   (GyreComponent   *component,
                                        const GyreTrait *trait,
                                        const char      *text,
                                        GyreProvenance   provenance,
                                        GError         **error);
gboolean  gyre_component_commit_gvalue (GyreComponent   *component,
                                        const GyreTrait *trait,
                                        const GValue    *source,
                                        GyreProvenance   provenance,
                                        GError         **error);
GyreValue gyre_component_peek          (GyreComponent   *component,
                                        const GyreTrait *trait);
void      gyre_component_notify_change (GyreComponent   *component,
                                        const GyreTrait *trait,
                                        GyreValue        old_value,
                                        GyreValue        new_value);
gboolean  gyre_component_check_settable (GyreComponent  *component,
                                        const GyreTrait *trait,
                                        GError         **error);
void      gyre_component_mirror        (GyreComponent   *component,
                                        const GyreTrait *trait);
void      gyre_component_prefix_error  (GyreComponent   *component,
                                        const GyreTrait *trait,
                                        GError         **error);
char     *gyre_component_dup_subject   (GyreComponent   *component);

static inline const GyreTrait *
gyre_component_get_slot (GyreComponent *component, guint slot)
{
  GyreComponentClass *class = (GyreComponentClass *) ((GTypeInstance *) component)->g_class;
  return ((const GyreTrait **) class->slots)[slot];
}

static inline gpointer
gyre_component_get_field (GyreComponent *component, const GyreTrait *trait)
{
  return G_STRUCT_MEMBER_P (component, trait->offset);
}
