/* gyre-combination.h: Values that come of a value and a text about a part of it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-trait.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreCombination:
 * @GYRE_COMBINATION_APPEND: what is said comes behind what there is; an entry of a mapping that is there gets the new value
 * @GYRE_COMBINATION_PREPEND: what is said comes before what there is; an entry of a mapping that is there gets the new value
 * @GYRE_COMBINATION_REMOVE: what is said goes, as often as it is there; of a mapping the text is a list of keys
 *
 * What `+=`, its kin for the front, and `-=` do.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_COMBINATION_APPEND,
  GYRE_COMBINATION_PREPEND,
  GYRE_COMBINATION_REMOVE,
} GyreCombination;

gboolean gyre_trait_combine      (const GyreTrait  *trait,
                                  GyreValue        *value,
                                  GyreCombination   combination,
                                  const char       *text,
                                  GError          **error);
gboolean gyre_trait_set_entry    (const GyreTrait  *trait,
                                  GyreValue        *value,
                                  const char       *key,
                                  const char       *text,
                                  GError          **error);
gboolean gyre_trait_remove_entry (const GyreTrait  *trait,
                                  GyreValue        *value,
                                  const char       *key,
                                  GError          **error);

GYRE_END_DECLARATIONS
