/* gyre-kind-mapping.c: The kind of values of one kind by their names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-container-private.h"

const GyreKind gyre_kind_mapping = {
  .name = "mapping",
  .validate = gyre_container_validate,
  GYRE_CONTAINER_FUNCTIONS (mapping),
};
