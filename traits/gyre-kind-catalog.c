/* gyre-kind-catalog.c: The kind of lists by their names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-container-private.h"

const GyreKind gyre_kind_catalog = {
  .name = "catalog",
  .base = &gyre_kind_mapping,
  .validate = gyre_container_validate,
  GYRE_CONTAINER_FUNCTIONS (mapping),
};
