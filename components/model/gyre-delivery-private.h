/* gyre-delivery-private.h: Telling of many changes at once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-observers-private.h"

void gyre_delivery_run (const GyreChange *changes,
                        guint             n_changes);
