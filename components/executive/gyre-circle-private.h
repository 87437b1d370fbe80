/* gyre-circle-private.h: Settings that follow each other in a circle
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Looks at the settings of one load, and at those in force that they refer to. What is said later of the same key counts.
 */
#pragma once

#include "gyre-executive.h"
#include "gyre-expression.h"
#include "gyre-trait.h"

typedef struct _GyreCircle GyreCircle;

GyreCircle *gyre_circle_new    (GyreExecutive   *executive);
void        gyre_circle_free   (GyreCircle      *self);

/* @key has a text with references, at @locator. Relative names start from @owner. */
void        gyre_circle_add    (GyreCircle      *self,
                                const char      *key,
                                const char      *owner,
                                GyreExpression  *expression,
                                GyreLocator     *locator);
/* @key has a plain text now. */
void        gyre_circle_remove (GyreCircle      *self,
                                const char      *key);
gboolean    gyre_circle_is_empty (GyreCircle    *self);

/* @locator is where the last setting of the circle stands. */
gboolean    gyre_circle_check  (GyreCircle      *self,
                                GyreLocator    **locator,
                                GError         **error);

/* A text that belongs to no trait: a computation if it is one, else a text with values in it. */
GyreExpression *gyre_circle_compile (const char *text,
                                     GError    **error);
