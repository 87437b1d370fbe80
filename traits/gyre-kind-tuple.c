/* gyre-kind-tuple.c: The kind of a fixed number of values, each of its own kind
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-container-private.h"

const GyreKind gyre_kind_tuple = {
  .name = "tuple",
  .validate = gyre_container_validate,
  GYRE_CONTAINER_FUNCTIONS (list),
};
