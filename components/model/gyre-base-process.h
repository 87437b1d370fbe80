/* gyre-base-process.h: The traits that say how a process runs
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-communication.h"
#include "gyre-define.h"
#include "gyre-quantity.h"
#include "gyre-running.h"
#include "gyre-sequence.h"

#include <stdbool.h>

GYRE_BEGIN_DECLARATIONS

#define GYRE_TYPE_BASE_PROCESS (gyre_base_process_get_type ())
/**
 * GyreBaseProcess:
 *
 * The class from which most processes derive. It has traits for how they run, so that configurations can say it by family or by
 * name, and starts and stops them as the traits change. A derived class has a behavior `run`, which is what is done in a frame:
 * `gboolean run (Self *self, GError **error)`. With the option `.sequential` it may wait in there for other frames.
 *
 * `running` says what is: who has failed and is not started again, or has run once, has ceased to run, and it is false; who sets it
 * to true starts it again. Observers hear after the processes of the frame have run.
 *
 * Since: 0.1
 */
typedef struct _GyreBaseProcess GyreBaseProcess;
typedef struct _GyreBaseProcessClass GyreBaseProcessClass;

struct _GyreBaseProcess
{
  GyreComponent parent_instance;

  /*< private >*/
  GyreQuantity priority;
  GyreQuantity phase;
  gint64 back_off;
  gint64 memory_size;
  gint64 memory_limit;
  GyreRestart restart;
  GyreMailboxPolicy when_full;
  GyreAlertLevel verbosity;
  bool running;
  bool automatic_start;
  bool perpetual;
  bool run_condition;
  guint8 heard;
};

/**
 * GyreBaseProcessClass:
 * @parent_class: the parent
 * @run_many: (nullable): does what there is to do in one frame for many instances of the class at once, in place of `run`
 *
 * Since: 0.1
 */
struct _GyreBaseProcessClass
{
  GyreComponentClass parent_class;

  GyreStepMany run_many;

  /*< private >*/
  gpointer padding[4];
};

GType    gyre_base_process_get_type  (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreBaseProcess, g_object_unref)

#define GYRE_BASE_PROCESS(object) (G_TYPE_CHECK_INSTANCE_CAST ((object), GYRE_TYPE_BASE_PROCESS, GyreBaseProcess))
#define GYRE_BASE_PROCESS_CLASS(class) (G_TYPE_CHECK_CLASS_CAST ((class), GYRE_TYPE_BASE_PROCESS, GyreBaseProcessClass))
#define GYRE_IS_BASE_PROCESS(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), GYRE_TYPE_BASE_PROCESS))
#define GYRE_BASE_PROCESS_GET_CLASS(object) (G_TYPE_INSTANCE_GET_CLASS ((object), GYRE_TYPE_BASE_PROCESS, GyreBaseProcessClass))

gboolean gyre_base_process_start     (GyreBaseProcess  *self,
                                      GError          **error);
gboolean gyre_base_process_stop      (GyreBaseProcess  *self,
                                      GError          **error);

GYRE_END_DECLARATIONS
