/* gyre-commit-private.h: How a value gets into a component
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-state-private.h"

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
