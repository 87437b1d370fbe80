/* gyre-tracing-private.h: What a shard has to say to its trace
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each of these may be called without a trace, and does nothing then; who is called often asks shard->trace first.
 */
#pragma once

#include "gyre-shard-private.h"
#include "gyre-tracing.h"

/* The owner. Marks everybody whose messages are to be seen, or nobody. */
void  gyre_tracing_mark              (GyreShard         *shard);

/* The owner. */
void  gyre_tracing_begin_frame       (GyreShard         *shard);
void  gyre_tracing_end_frame         (GyreShard         *shard);

/* The owner. Returns the track, for its end: the component may be gone by then. */
guint gyre_tracing_begin_instruction (GyreShard         *shard,
                                      GyreInstruction   *instruction);
void  gyre_tracing_end               (GyreShard         *shard,
                                      guint              track);

/* The owner. A message is about to come to its receiver, or to wait. */
void  gyre_tracing_note_message      (GyreShard         *shard,
                                      GyreSlot          *slot,
                                      const GyreMessage *message);

/* Any thread. */
void  gyre_tracing_note_alert        (GyreShard         *shard,
                                      const GyreAlert   *alert);
