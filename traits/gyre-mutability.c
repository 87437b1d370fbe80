/* gyre-mutability.c: When a trait can change
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-mutability.h"

/**
 * gyre_trait_get_mutability:
 * @trait: a trait
 *
 * Returns: when it can change
 *
 * Since: 0.1
 */
GyreMutability
gyre_trait_get_mutability (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, GYRE_MUTABILITY_ANY_TIME);

  if (trait->construct_only)
    return GYRE_MUTABILITY_CONSTRUCT;
  return gyre_trait_get_options (trait)->restart ? GYRE_MUTABILITY_RESTART : GYRE_MUTABILITY_ANY_TIME;
}

/**
 * gyre_mutability_get_name:
 * @mutability: when a trait can change
 *
 * Returns: (transfer none): the word for it in pages: `construct`, `any-time`, `restart`
 *
 * Since: 0.1
 */
const char *
gyre_mutability_get_name (GyreMutability mutability)
{
  switch (mutability)
    {
    case GYRE_MUTABILITY_CONSTRUCT: return "construct";
    case GYRE_MUTABILITY_RESTART: return "restart";
    case GYRE_MUTABILITY_ANY_TIME:
    default: return "any-time";
    }
}
