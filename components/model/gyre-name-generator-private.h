/* gyre-name-generator-private.h: Asking those who name instances
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-name-generator.h"

/* The first answer that is not NULL; the caller frees it. */
char *gyre_name_generator_ask (GyreActor *actor);
