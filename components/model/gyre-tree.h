/* gyre-tree.h: Parents and children, holders and members
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A component has one parent at most, which owns it: who deletes the parent deletes the child. Apart from that it can be added
 * to any number of other components, which hold it and do not decide about its end. A tree belongs to one thread at a time, and
 * all of it to one executive.
 *
 * A parent that ends because nobody keeps it, without having been deleted, lets its children go: those that nobody else keeps
 * end too, others go on without a parent.
 */
#pragma once

#include "gyre-component.h"

GYRE_BEGIN_DECLARATIONS

/* To build and adopt at once. */
GyreComponent *gyre_component_create               (GyreComponent       *self,
                                                    GType                type,
                                                    const char          *name,
                                                    GError             **error,
                                                    ...) G_GNUC_NULL_TERMINATED;
GyreComponent *gyre_component_create_family        (GyreComponent       *self,
                                                    const char          *family,
                                                    const char          *name,
                                                    GError             **error,
                                                    ...) G_GNUC_NULL_TERMINATED;
GyreComponent *gyre_component_create_specification (GyreComponent       *self,
                                                    const char          *specification,
                                                    GError             **error);
GyreComponent *gyre_component_create_with_values   (GyreComponent       *self,
                                                    GType                type,
                                                    const char          *name,
                                                    const char * const  *traits,
                                                    const GValue        *values,
                                                    guint                n_traits,
                                                    GyreLocator         *locator,
                                                    GError             **error);

/* Children. */
gboolean       gyre_component_adopt                (GyreComponent       *self,
                                                    GyreComponent       *child,
                                                    GError             **error);
gboolean       gyre_component_release              (GyreComponent       *self,
                                                    GyreComponent       *child,
                                                    GError             **error);
GyreComponent *gyre_component_get_parent           (GyreComponent       *self);
guint          gyre_component_count_children       (GyreComponent       *self);
GyreComponent *gyre_component_get_child            (GyreComponent       *self,
                                                    guint                position);
GPtrArray     *gyre_component_list_children        (GyreComponent       *self,
                                                    GType                type);
GPtrArray     *gyre_component_list_family_tree     (GyreComponent       *self);
GVariant      *gyre_component_describe_family_tree (GyreComponent       *self);

/* Members. */
gboolean       gyre_component_add                  (GyreComponent       *self,
                                                    GyreComponent       *member,
                                                    GError             **error);
gboolean       gyre_component_remove               (GyreComponent       *self,
                                                    GyreComponent       *member,
                                                    GError             **error);
guint          gyre_component_count_members        (GyreComponent       *self);
GPtrArray     *gyre_component_list_members         (GyreComponent       *self,
                                                    GType                type);
GPtrArray     *gyre_component_list_holders         (GyreComponent       *self);

GYRE_END_DECLARATIONS
