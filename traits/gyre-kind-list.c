/* gyre-kind-list.c: The kind of lists of one kind
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-container-private.h"

const GyreKind gyre_kind_list = {
  .name = "list",
  .validate = gyre_container_validate,
  GYRE_CONTAINER_FUNCTIONS (list),
};
