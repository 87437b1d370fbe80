/* gyre-boxed.h: A boxed value that knows its type
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreBoxed:
 *
 * A value of a boxed type of other code, with that type. It is counted and never changes, so any thread may read it.
 *
 * Since: 0.1
 */
typedef struct _GyreBoxed GyreBoxed;

#define GYRE_TYPE_BOXED (gyre_boxed_get_type ())
GType          gyre_boxed_get_type      (void);

GyreBoxed     *gyre_boxed_new           (GType             type,
                                         gconstpointer     content);
GyreBoxed     *gyre_boxed_ref           (GyreBoxed        *boxed);
void           gyre_boxed_unref         (GyreBoxed        *boxed);
gconstpointer  gyre_boxed_get_content   (const GyreBoxed  *boxed);
GType          gyre_boxed_get_content_type (const GyreBoxed *boxed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreBoxed, gyre_boxed_unref)

GYRE_END_DECLARATIONS
