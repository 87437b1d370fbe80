/* gyre-tree-private.h: Whether a component can get children
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-tree.h"

gboolean gyre_tree_check_parent (GyreComponent  *self,
                                 GError        **error);
