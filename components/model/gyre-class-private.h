/* gyre-class-private.h: What the tree of components lends to the metaclass
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-actor-private.h"
#include "gyre-class.h"

const GyreActorModel *gyre_class_get_model (void);

/* Something of the module that has declared the class by a table; NULL: nothing is known. */
gconstpointer gyre_class_get_place (GyreActor *actor);
