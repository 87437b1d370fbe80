/* gyre-locator-private.h: Locators for those who make millions of them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-locator.h"

GyreLocator *gyre_locator_new_shared_file (char  *file,
                                           guint  line,
                                           guint  column);
