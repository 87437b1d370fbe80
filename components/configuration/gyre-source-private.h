/* gyre-source-private.h: How many mistakes of a text are told, for those who make up what is told
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Nobody reads on after so many, and a file of another kind may have millions: then what would be told need not be made up.
 */
#pragma once

#include "gyre-source.h"

#define GYRE_SOURCE_MISTAKES_TOLD 1000

/* Whether a mistake that is told now is seen; the first that is not is told as "there are more". */
static inline gboolean
gyre_source_tells_more (GyreReport *report)
{
  return gyre_report_get_errors (report) <= GYRE_SOURCE_MISTAKES_TOLD;
}
