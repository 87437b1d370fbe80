/* gyre-transaction-private.h: What a transaction takes in
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is refused by itself makes the commit give the same error again.
 */
#pragma once

#include "gyre-provenance-private.h"
#include "gyre-transaction.h"

/* Whether this thread can still say something in it. */
gboolean gyre_transaction_is_usable (GyreTransaction  *self);
/* A value, or without one a text. Takes the provenance. */
gboolean gyre_transaction_say       (GyreTransaction  *self,
                                     GyreComponent    *component,
                                     const char       *name,
                                     const GValue     *value,
                                     const char       *text,
                                     GyreProvenance    provenance,
                                     GError          **error);
gboolean gyre_transaction_restore   (GyreTransaction  *self,
                                     GyreComponent    *component,
                                     const char       *name,
                                     GError          **error);
gboolean gyre_transaction_remove    (GyreTransaction  *self,
                                     GyreComponent    *component,
                                     const char       *name,
                                     GError          **error);
