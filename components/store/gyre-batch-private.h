/* gyre-batch-private.h: Settings that arrive by the million
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-batch.h"

void gyre_batch_hold    (GyreBatch *batch);
void gyre_batch_release (GyreBatch *batch);
