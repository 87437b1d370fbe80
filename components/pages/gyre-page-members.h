/* gyre-page-members.h: Traits, behaviors and signals as blocks of a page
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-page.h"

void gyre_page_append_traits    (GyrePage              *page,
                                 const GyreDescription *description);
void gyre_page_append_behaviors (GyrePage              *page,
                                 const GyreDescription *description);
void gyre_page_append_signals   (GyrePage              *page,
                                 const GyreDescription *description);
