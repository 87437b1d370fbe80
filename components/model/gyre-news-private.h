/* gyre-news-private.h: What changes the meaning of names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Instances that come and go, settings that arrive, classes that change. Without references all of this costs one comparison.
 */
#pragma once

#include "gyre-bindings-private.h"

void          gyre_bindings_came          (GyreComponent     *component);
void          gyre_bindings_attribute_changed (GyreComponent *component);
void          gyre_bindings_left          (GyreComponent     *component);
void          gyre_bindings_configured    (GyreExecutive     *executive,
                                           GPtrArray         *settings);
void          gyre_bindings_class_changed (GyreExecutive     *executive,
                                           GyreActor         *actor);
