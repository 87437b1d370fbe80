/* gyre-interface-private.h: How a class fills the struct of an interface
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-interface.h"

void gyre_interface_initialize (gpointer table,
                                gpointer data);
