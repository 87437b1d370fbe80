/* gyre-dynamic-setting-private.h: What is configured for attributes that nobody has declared
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-dynamic-private.h"

/* When an instance is built: its attributes from the settings of its families and of its name, and what its class follows. */
gboolean gyre_dynamic_follow_class (GyreComponent *component,
                                    GError       **error);

/* What the class of a host says of its part. */
void     gyre_dynamic_take_host    (GyreComponent *part,
                                    const char    *name,
                                    GyreReport    *report);

/* A setting that comes later. They return whether it speaks of an attribute that nobody has declared. */
gboolean gyre_dynamic_take_for_class (GyreExecutive *executive,
                                    GyreActor     *actor,
                                    GyreSetting   *setting);
gboolean gyre_dynamic_take_for_instance (GyreComponent *component,
                                    GyreSetting   *setting);

/* What is configured for an attribute; NULL for nothing. */
GyreSetting *gyre_dynamic_find_setting (GyreComponent *component,
                                    const char    *fragment,
                                    GyreMediator  *mediator);

/* Gives an attribute what is configured; without that it goes, if the rules of the class agree. */
gboolean gyre_dynamic_restore      (GyreComponent *component,
                                    GyreDynamic   *dynamic,
                                    GError       **error);

/* The settings of some nodes are not there any more. */
void     gyre_dynamic_recall       (GyreComponent *component,
                                    GHashTable    *nodes);
