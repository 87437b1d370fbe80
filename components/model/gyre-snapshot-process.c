/* gyre-snapshot-process.c: The processes in a snapshot
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a process does is the behavior `run` of its component, or what its class says; another function can't be saved, nor the stack of one
 * that is in the midst of sequential code, which has to begin anew. All that is time is what is left of it. What the traits of a component
 * say of its runs is carried out first; then it stands as it stood.
 */
#include "gyre-snapshot-reader-private.h"
#include "gyre-snapshot-writer-private.h"
#include "gyre-base-process.h"
#include "gyre-fiber-private.h"
#include "gyre-identity.h"
#include "gyre-process-image-private.h"
#include "gyre-running.h"
#include "gyre-row-private.h"
#include "gyre-running-private.h"
#include "gyre-sequence-private.h"

typedef GyreSnapshotReader Reader;
typedef GyreSnapshotWriter Writer;

#define fail gyre_snapshot_reader_fail

static GyreSlot *
find_slot (GyreShard *shard, GyreComponent *component)
{
  return component->handle != GYRE_HANDLE_NONE ? gyre_slots_find (shard->slots, component->handle) : NULL;
}

/* Writing. */

#define IN_THE_MIDST \
  "it is in the midst of sequential code, whose stack no text can say (save it when that has ended, or write it as a process that does a " \
  "piece in each run; GYRE_SNAPSHOT_RESTART_PROCESSES lets it begin anew, GYRE_SNAPSHOT_SKIP_PROCESSES leaves it out)"
#define UNKNOWN \
  "as a process it runs a function that is none of its behaviors (make that the behavior 'run' of its class, or leave it out with " \
  "GYRE_SNAPSHOT_SKIP_PROCESSES)"

/* Whether the class knows what the process does. */
static gboolean
is_known (GyreComponent *component, const GyreSlot *slot, const GyreLaunch *launch)
{
  if (slot->rare != NULL)
    return gyre_sequence_is_behind (slot->rare, component);
  if (launch->step_many != NULL)
    return GYRE_IS_BASE_PROCESS (component) && GYRE_BASE_PROCESS_GET_CLASS (component)->run_many == launch->step_many;
  return gyre_running_find_step (component, NULL) == launch->step;
}

/* What it waits for is what its code has asked for. */
static void
begin_anew (GyreProcessImage *image)
{
  image->delay = image->launch.interval_time > 0 ? 0 : -1;
}

/* Why how it stands can't be saved; NULL when it can. */
static const char *
find_obstacle (Writer *self, GyreComponent *component, const GyreSlot *slot, GyreProcessImage *image)
{
  const GyreFiber *fiber = slot->rare;

  if (image->state == GYRE_RUN_STATE_NONE)
    return NULL;
  if (!is_known (component, slot, &image->launch))
    return UNKNOWN;
  if (fiber == NULL)
    return NULL;
  image->launch.once = !gyre_fiber_is_perpetual (fiber);
  if (!gyre_fiber_is_started (fiber))
    return NULL;
  begin_anew (image);
  return self->flags & GYRE_SNAPSHOT_RESTART_PROCESSES ? NULL : IN_THE_MIDST;
}

static gboolean
add_process (Writer *self, GVariantBuilder *builder, guint number, const GyreSlot *slot, GyreProcessImage *image)
{
  GyreComponent *component = self->components->pdata[number];
  const GyreLaunch *launch = &image->launch;
  const char *obstacle = find_obstacle (self, component, slot, image);

  if (obstacle != NULL && !(self->flags & GYRE_SNAPSHOT_SKIP_PROCESSES))
    return gyre_snapshot_writer_refuse (self, component, "run", obstacle);
  if (obstacle != NULL)
    *image = (GyreProcessImage) { .is_paused = image->is_paused, .delay = -1 };
  if (image->state == GYRE_RUN_STATE_NONE && !image->is_paused)
    return TRUE;
  g_variant_builder_add (builder, GYRE_SNAPSHOT_PROCESS, number, (guint8) image->state, image->is_paused, image->is_halted,
                         (guint32) launch->interval_frames, launch->interval_time, image->n_frames, launch->once, (guint8) launch->restart,
                         launch->back_off, image->delay, (guint32) image->n_failures);
  return TRUE;
}

static gboolean
add_all (Writer *self, GVariantBuilder *builder, GyreShard *shard)
{
  for (guint number = 0; number < self->components->len; number++)
    {
      GyreSlot *slot = find_slot (shard, self->components->pdata[number]);
      GyreProcessImage image;

      if (slot != NULL && gyre_process_image_take (shard, slot, &image) && !add_process (self, builder, number, slot, &image))
        return FALSE;
    }
  return TRUE;
}

gboolean
gyre_snapshot_writer_add_processes (Writer *self, GVariantBuilder *builder)
{
  GyreShard *shard = gyre_executive_get_shard (gyre_component_get_executive (self->components->pdata[0]));
  gboolean done = TRUE;

  g_variant_builder_open (builder, G_VARIANT_TYPE ("a" GYRE_SNAPSHOT_PROCESS));
  gyre_shard_enter (shard);
  if (!(self->flags & GYRE_SNAPSHOT_WITHOUT_PROCESSES))
    done = add_all (self, builder, shard);
  gyre_shard_leave (shard);
  if (done)
    g_variant_builder_close (builder);
  return done;
}

/* Reading. */

static void
read_image (GVariant *data, guint32 *number, GyreProcessImage *image)
{
  guint8 state, restart;
  guint32 interval_frames, n_failures;

  *image = (GyreProcessImage) { .delay = -1 };
  g_variant_get (data, GYRE_SNAPSHOT_PROCESS, number, &state, &image->is_paused, &image->is_halted, &interval_frames,
                 &image->launch.interval_time, &image->n_frames, &image->launch.once, &restart, &image->launch.back_off, &image->delay, &n_failures);
  image->state = (GyreRunState) state;
  image->launch.interval_frames = interval_frames;
  image->launch.restart = (GyreRestart) restart;
  image->n_failures = n_failures;
}

/* What it does is what its traits have launched already, or its behavior. */
static gboolean
find_step (GyreComponent *component, GyreLaunch *launch, GError **error)
{
  if (GYRE_IS_BASE_PROCESS (component))
    launch->step_many = GYRE_BASE_PROCESS_GET_CLASS (component)->run_many;
  launch->step = gyre_running_find_step (component, launch->step_many != NULL ? NULL : error);
  return launch->step != NULL || launch->step_many != NULL;
}

static gboolean
read_process (Reader *self, GVariant *data, GError **error)
{
  GyreProcessImage image;
  GError *problem = NULL;
  guint32 number;

  read_image (data, &number, &image);
  if (number >= self->nodes->len)
    return fail (self, number, GYRE_SNAPSHOT_ERROR_FORMAT, error, "it is said how it runs, and it is not there");
  if (!gyre_process_image_is_good (&image))
    return fail (self, number, GYRE_SNAPSHOT_ERROR_FORMAT, error, "it can't run as it is said");
  if (image.state != GYRE_RUN_STATE_NONE && !find_step (gyre_snapshot_reader_get_node (self, number)->component, &image.launch, &problem))
    return gyre_snapshot_reader_fail_with (self, number, GYRE_SNAPSHOT_ERROR_UNKNOWN, problem, error);
  return TRUE;
}

gboolean
gyre_snapshot_reader_read_processes (Reader *self, GError **error)
{
  gsize length = self->processes != NULL ? g_variant_n_children (self->processes) : 0;

  for (gsize index = 0; index < length; index++)
    {
      g_autoptr (GVariant) data = g_variant_get_child_value (self->processes, index);

      if (!read_process (self, data, error))
        return FALSE;
    }
  return TRUE;
}

/* It is a fiber, perhaps made by its traits already, that the schedule knows as a process that runs once. */
static gboolean
become_sequence (GyreComponent *component, GyreSlot *slot, GyreProcessImage *image, GError **error)
{
  if (slot->rare == NULL && !gyre_sequence_launch (component, &image->launch, error))
    return FALSE;
  image->launch.step = ((GyreProcessRecord *) slot->process)->launch.step;
  gyre_fiber_relaunch (slot->rare, &image->launch);
  return TRUE;
}

static gboolean
give (Reader *self, GyreShard *shard, GVariant *data, GError **error)
{
  GyreProcessImage image;
  GyreComponent *component;
  GError *problem = NULL;
  guint32 number;
  GyreSlot *slot;

  read_image (data, &number, &image);
  component = gyre_snapshot_reader_get_node (self, number)->component;
  if (image.state != GYRE_RUN_STATE_NONE)
    find_step (component, &image.launch, NULL);
  slot = gyre_slots_find (shard->slots, gyre_component_get_handle (component));
  if (slot != NULL && image.state != GYRE_RUN_STATE_NONE && GYRE_COMPONENT_GET_CLASS (component)->stack_size > 0
      && image.launch.step_many == NULL && !become_sequence (component, slot, &image, &problem))
    return gyre_snapshot_reader_fail_with (self, number, GYRE_SNAPSHOT_ERROR_VALUE, problem, error);
  return (slot != NULL && gyre_process_image_give (shard, slot, &image))
         || fail (self, number, GYRE_SNAPSHOT_ERROR_VALUE, error, "there is no memory for it as a process");
}

/* When nothing else can go wrong: nobody runs before. */
gboolean
gyre_snapshot_reader_give_processes (Reader *self, GError **error)
{
  GyreShard *shard = gyre_executive_get_shard (self->executive);
  gsize length = self->processes != NULL ? g_variant_n_children (self->processes) : 0;
  gboolean done = TRUE;

  gyre_shard_enter (shard);
  for (gsize index = 0; done && index < length; index++)
    {
      g_autoptr (GVariant) data = g_variant_get_child_value (self->processes, index);

      done = give (self, shard, data, error);
    }
  gyre_shard_leave (shard);
  return done;
}
