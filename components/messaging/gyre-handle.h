/* gyre-handle.h: A number that stands for one life of one component
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreHandle:
 *
 * A number that stands for a component for as long as it lives. Whoever gets the place of a component that ended gets another
 * generation, so that a handle which is kept too long reaches nobody. Handles are plain numbers: they can be copied, compared,
 * sent in messages and kept by any thread, and hold nothing alive. They count within one executive.
 *
 * Since: 0.1
 */
typedef guint64 GyreHandle;

/**
 * GYRE_HANDLE_NONE:
 *
 * The handle of nobody.
 *
 * Since: 0.1
 */
#define GYRE_HANDLE_NONE G_GUINT64_CONSTANT (0)

GYRE_END_DECLARATIONS
