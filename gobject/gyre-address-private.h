/* gyre-address-private.h: Which line of the program an address of code belongs to
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

void gyre_address_resolve (gconstpointer   address,
                           char          **file,
                           guint          *line,
                           char          **function);
