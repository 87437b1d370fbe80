/* gyre-foreign-private.h: Records of classes that other code has declared
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-class.h"

GyreActor *gyre_foreign_harvest (GType type);
