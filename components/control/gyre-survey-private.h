/* gyre-survey-private.h: What lives and runs in an executive at this moment
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The thread of the executive, outside of a frame and inside of its shard. What there can be a million of is counted whole and
 * told up to a limit.
 */
#pragma once

#include "gyre-executive.h"

/* What the executive has done, and its processes: those first that took most of the time. a{sv} */
GVariant *gyre_survey_processes  (GyreExecutive *executive,
                                  guint          limit);

/* The components that live, by class and number. a{sv} */
GVariant *gyre_survey_components (GyreExecutive *executive,
                                  guint          limit);
