/* gyre-catalogue-rows-private.h: What a process knows, as rows of a file
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-description.h"

/* Every family that is known; of those that are provided, their names and the fingerprints of who provides them. Floating variants are
 * taken over. */
GBytes *gyre_catalogue_rows_write_everything (GVariant        *stamps,
                                              GVariant        *notes);

/* One that is provided, with its description. */
GBytes *gyre_catalogue_rows_write_provided   (GVariant        *stamps,
                                              GyreDescription *description);
