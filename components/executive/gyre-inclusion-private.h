/* gyre-inclusion-private.h: Files within files
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether a file may be read within others: it can't be within itself, and files nest no deeper than
 * GYRE_INCLUSION_MAXIMUM_DEPTH.
 */
#pragma once

#include "gyre-locator.h"

#define GYRE_INCLUSION_MAXIMUM_DEPTH 32

typedef struct _GyreInclusion GyreInclusion;

/* A file that is being read. Lives on the stack. */
struct _GyreInclusion
{
  GyreInclusion *outer;
  const char *file;
  GyreLocator *place;     /* of the include; NULL for the outermost */
};

/* Fails with the way from file to file. */
gboolean     gyre_inclusion_check      (const GyreInclusion  *inclusion,
                                        GError              **error);

/* The place of the include that led to the file being read; NULL when none did. */
GyreLocator *gyre_inclusion_get_place  (const GyreInclusion  *inclusion);

/* The place of an include in the file being read, through those that led to it. */
GyreLocator *gyre_inclusion_locate     (const GyreInclusion  *inclusion,
                                        GyreLocator          *line);
