/* gyre-process.h: What a process promises
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-interface.h"

GYRE_BEGIN_DECLARATIONS

#define GYRE_TYPE_PROCESS (gyre_process_get_type ())
/**
 * GyreProcess:
 *
 * What runs in the frames of an executive. Family `gyre.process`. A class implements it by a behavior `run` and, mostly, derives
 * from #GyreBaseProcess, which has the traits that say how often.
 *
 * Since: 0.1
 */
G_DECLARE_INTERFACE (GyreProcess, gyre_process, GYRE, PROCESS, GObject)

/**
 * GyreProcessInterface:
 * @parent_interface: the parent
 * @run: does what there is to do in one frame, and returns soon; what it waits for it asks for in the next
 *
 * Since: 0.1
 */
struct _GyreProcessInterface
{
  GTypeInterface parent_interface;

  gboolean (*run) (GyreProcess  *self,
                   GError      **error);
};

gboolean gyre_process_run (GyreProcess  *self,
                           GError      **error);

GYRE_END_DECLARATIONS
