/* gyre-finaliser.h: What is done when an executive is shut down
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-executive.h"
#include "gyre-instruction.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreFinaliser:
 * @executive: the executive that is shut down
 * @user_data: of gyre_executive_add_finaliser()
 * @error: where to say why it failed
 *
 * Something to be done at the end: a file to be closed, a device to be switched off.
 *
 * Returns: whether it succeeded; the others are done in any case
 *
 * Since: 0.1
 */
typedef gboolean (*GyreFinaliser) (GyreExecutive  *executive,
                                   gpointer        user_data,
                                   GError        **error);

/* Those with the smaller number go first; of the same number, the one that was added last. Each is done once. */
guint64  gyre_executive_add_finaliser        (GyreExecutive    *self,
                                              int               priority,
                                              GyreFinaliser     function,
                                              gpointer          user_data,
                                              GDestroyNotify    destroy);
guint64  gyre_executive_add_last_instruction (GyreExecutive    *self,
                                              int               priority,
                                              GyreInstruction  *instruction);
gboolean gyre_executive_remove_finaliser     (GyreExecutive    *self,
                                              guint64           finaliser);
guint    gyre_executive_shut_down            (GyreExecutive    *self);

GYRE_END_DECLARATIONS
