/* gyre-page-class.h: The page of a class or an interface
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-kinship.h"
#include "gyre-page.h"

GString *gyre_page_write_class (GyreCatalogue   *catalogue,
                                GyreKinship     *kinship,
                                GyreDescription *description,
                                const char      *picture);
