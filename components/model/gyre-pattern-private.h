/* gyre-pattern-private.h: Which components and traits somebody wants to hear of
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     pattern  = [ family "#" ] path
 *     path     = fragment { "." fragment }
 *     fragment = "*" | "**" | a fragment of a name
 *
 * The path of a trait is the name of its component, a dot and its own name or alias. `*` stands for one whole fragment, `**`
 * for any number of them, also none. With a family only components of that class, or of classes derived from it, count; the
 * family can be that of an interface.
 */
#pragma once

#include "gyre-component.h"

typedef struct _GyrePattern GyrePattern;

GyrePattern *gyre_pattern_new   (GyreExecutive *executive,
                                 const char    *text,
                                 GError       **error);
void         gyre_pattern_free  (GyrePattern   *pattern);
gboolean     gyre_pattern_match (GyrePattern   *pattern,
                                 GyreComponent *component,
                                 const GyreTrait **trait);
