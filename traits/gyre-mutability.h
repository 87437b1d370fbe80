/* gyre-mutability.h: When a trait can change
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-trait.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreMutability:
 * @GYRE_MUTABILITY_CONSTRUCT: only while the instance is built
 * @GYRE_MUTABILITY_ANY_TIME: at any time
 * @GYRE_MUTABILITY_RESTART: at any time, but it counts from the next start of the program: a configuration that is read again
 *   lists it as pending
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_MUTABILITY_CONSTRUCT,
  GYRE_MUTABILITY_ANY_TIME,
  GYRE_MUTABILITY_RESTART,
} GyreMutability;

GyreMutability  gyre_trait_get_mutability (const GyreTrait *trait);
const char     *gyre_mutability_get_name  (GyreMutability   mutability);

GYRE_END_DECLARATIONS
