/* gyre-survey-private.h: What lives and runs in an executive at this moment
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The thread of the executive, outside of a frame and inside of its shard. What there can be a million of is counted whole and
 * told up to a limit.
 */
#pragma once

#include "gyre-component.h"
#include "gyre-executive.h"

/* What the executive has done, and its processes: those first that took most of the time. a{sv} */
GVariant *gyre_survey_processes  (GyreExecutive *executive,
                                  guint          limit);

/* The components that live, by class and number, up to the limit; *@n_components is how many there are. */
GPtrArray *gyre_survey_list      (GyreExecutive *executive,
                                  guint          limit,
                                  guint64       *n_components);

/* One of them, with its process and its mailbox. (smssmsttttt) */
GVariant *gyre_survey_describe   (GyreExecutive *executive,
                                  GyreComponent *component);

/* The components that live, by class and number. a{sv} */
GVariant *gyre_survey_components (GyreExecutive *executive,
                                  guint          limit);
