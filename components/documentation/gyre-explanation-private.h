/* gyre-explanation-private.h: What the explanations share
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-class.h"
#include "gyre-explanation.h"

/* The class that a component is of, or would be built of, as far as the settings tell. */
GyreRequirement *gyre_explanation_find_class (GyreExecutive *executive,
                                              const char    *component);

/* Splits a dotted name before its last part. */
gboolean gyre_explanation_split (const char  *name,
                                 char       **component,
                                 char       **fragment);
