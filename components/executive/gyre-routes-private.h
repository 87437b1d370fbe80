/* gyre-routes-private.h: What a shard has counted of its messages
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The owner of the shard.
 */
#pragma once

#include "gyre-routes.h"
#include "gyre-shard-private.h"

typedef struct
{
  GyreHandle sender;            /* GYRE_HANDLE_NONE: nobody that can be reached */
  GyreHandle receiver;
  guint64 count;
} GyreRoute;

/* A message is about to come to its receiver, or to wait. */
void       gyre_routes_note   (GyreShard         *shard,
                               const GyreSlot    *slot,
                               const GyreMessage *message);

/* Whether messages are counted at this moment. */
gboolean   gyre_routes_are_counted (const GyreShard *shard);

/* What was counted since counting began, also when it has ended; in the order in which the first messages came. Of GyreRoute. */
const GArray *gyre_routes_get (const GyreShard   *shard);
void       gyre_routes_free   (GyreRoutes        *self);
