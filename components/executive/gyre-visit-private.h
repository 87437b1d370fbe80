/* gyre-visit-private.h: What other threads want done in the thread of an executive, between its frames
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Instructions are done in frames and belong to components; a visit is neither. It comes before the next frame, or at once when
 * the executive sleeps, which it goes on with afterwards: a visit makes no frame. An executive whose frames nobody runs has no
 * visits, so that whoever sends one should not wait for ever.
 */
#pragma once

#include "gyre-shard-private.h"

typedef struct _GyreVisit GyreVisit;

/* Part of something of the visitor's, which stays until it came or was called back. */
struct _GyreVisit
{
  void (*come) (GyreVisit *visit);      /* in the thread of the executive, which is the current one of it */
  GList link;
  gboolean waits;
};

/* Any thread. */
void     gyre_visits_add       (GyreShard *shard,
                                GyreVisit *visit);

/* Any thread. Whether it had not begun; then it does not come. */
gboolean gyre_visits_call_back (GyreShard *shard,
                                GyreVisit *visit);

/* Any thread. Whether one waits. */
gboolean gyre_visits_are_there (GyreShard *shard);

/* The owner, outside of a frame: those that wait at this moment. Whether there were any. */
gboolean gyre_visits_receive   (GyreShard *shard);
