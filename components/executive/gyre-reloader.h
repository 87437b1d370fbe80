/* gyre-reloader.h: Reads configuration files again when they change
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-executive.h"

GYRE_BEGIN_DECLARATIONS

#define GYRE_TYPE_RELOADER (gyre_reloader_get_type ())
/**
 * GyreReloader:
 *
 * Watches the files that an executive has loaded, those that they include, and the folders where files of the same packages could
 * appear. When they have come to rest after a change, it reads all of them again (gyre_executive_reload()) in an idle moment of the main
 * context that was the thread's default when it was made.
 *
 * What it finds is told by two signals: `reloaded` when the new configuration is in force, `refused` when it has mistakes and the old one
 * stays. A mistake is told once, however often the same files are looked at.
 *
 * It belongs to the thread that has made it.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (GyreReloader, gyre_reloader, GYRE, RELOADER, GObject)

GyreReloader *gyre_reloader_new       (GyreExecutive  *executive);
void          gyre_reloader_set_delay (GyreReloader   *self,
                                       guint           milliseconds);
gboolean      gyre_reloader_look      (GyreReloader   *self);

GYRE_END_DECLARATIONS
