/* gyre-instruction-private.h: What those see of an instruction who do it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-instruction.h"

/* For a table: where its handle stands. */
const GyreHandle *gyre_instruction_peek_handle  (GyreInstruction *self);

/* For people: the component's name, or its handle. */
const char       *gyre_instruction_get_target   (GyreInstruction *self);

/* Tells the callback. Returns: whether there is one. Exactly once for each posting. */
gboolean          gyre_instruction_tell         (GyreInstruction *self,
                                                 const GValue    *result,
                                                 const GError    *error);

/* The same with @last as one argument more, whose callback is that of @self. It is never posted in the place of @self. */
GyreInstruction  *gyre_instruction_extend       (GyreInstruction *self,
                                                 const GValue    *last);
