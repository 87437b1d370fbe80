/* gyre-readiness-private.h: Descriptors that are watched for a shard
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * All watched descriptors stand behind one, which waiting threads and loops poll; each frame asks it once, without waiting.
 */
#pragma once

#include "gyre-readiness.h"
#include "gyre-shard-private.h"

typedef struct _GyreReadiness GyreReadiness;

/* Inside of the shard. NULL with @error when there is no descriptor for it. */
GyreReadiness *gyre_readiness_ensure         (GyreShard      *shard,
                                              GError        **error);
void           gyre_readiness_free           (GyreReadiness  *self);

/* Readable when one of the watched is ready. */
int            gyre_readiness_get_descriptor (GyreReadiness  *self);

/* A frame begins: the instructions of those that are ready are posted, due at once. */
void           gyre_readiness_poll           (GyreReadiness  *self,
                                              GyreShard      *shard);
