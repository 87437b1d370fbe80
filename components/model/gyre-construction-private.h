/* gyre-construction-private.h: How an instance comes to be
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The steps, in order: name and existing instance (construct), the class's *staged*, allocation with the values of the class
 * (begin), the name's settings and the keywords (configure), *configured*, the constructor's own code, *initialized*, *registered*.
 */
#pragma once

#include "gyre-state-private.h"

GObject  *gyre_construction_run         (GyreActor              *actor,
                                         const GyreConstruction *construction,
                                         GError                **error);
void      gyre_construction_begin       (GyreComponent          *component,
                                         GyreComponentClass     *class);
void      gyre_construction_claim       (GyreComponent          *component,
                                         const char             *name);
void      gyre_construction_constructed (GObject                *object);
/* What is built next in this thread is a part of @host. */
void      gyre_construction_set_host    (GyreComponent          *host,
                                         const GyreTrait        *facility);
void      gyre_construction_apply       (GyreComponent          *component,
                                         const GyreTrait        *trait,
                                         GyreSetting            *setting);
