/* part.c: The components of a random program, and what the executive does with them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "world.h"

#include <stdlib.h>

struct _Thing
{
  GObject parent_instance;

  World *world;
  Part *part;                   /* which outlives it */
};

typedef GObjectClass ThingClass;
static GType thing_get_type (void);
G_DEFINE_TYPE (Thing, thing, G_TYPE_OBJECT)

static void
thing_finalize (GObject *object)
{
  Thing *self = (Thing *) object;

  if (self->part->is_alive)
    world_fail (self->world, "%u was let go of, and lives", self->part->number);
  self->world->n_things--;
  G_OBJECT_CLASS (thing_parent_class)->finalize (object);
}

static void
thing_class_init (ThingClass *class)
{
  class->finalize = thing_finalize;
}

static void
thing_init (Thing *self)
{
}

/* N.B. what a thing does can end it: its part is used from then on. */
static gboolean
receive (gpointer object, GyreMessage *message, GError **error)
{
  World *world = ((Thing *) object)->world;
  Part *part = ((Thing *) object)->part;

  model_enter (world, STAGE_MESSAGES);
  letters_receive (world, part, message);
  act_some (world, part);
  if (!world_happens (world, 0.05))
    return TRUE;
  world->n_expected_alerts++;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no luck");
  return FALSE;
}

static GyreHandle
find_handle (GyreExecutive *executive, const char *name)
{
  World *world = g_object_get_data (G_OBJECT (executive), "world");
  Part *part = world->named[atoi (name)];

  return part != NULL ? part->handle : GYRE_HANDLE_NONE;
}

static gboolean
call (gpointer object, const char *behavior, const GValue *arguments, guint n_arguments, const char * const *texts, GValue *result,
      GError **error)
{
  World *world = ((Thing *) object)->world;
  Part *part = ((Thing *) object)->part;
  Order *order = g_value_get_pointer (&arguments[0]);
  gboolean fails = order->fails;

  model_enter (world, STAGE_INSTRUCTIONS);
  tasks_call (world, part, order);
  act_some (world, part);
  tasks_returned (world);
  if (fails)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no luck");
  return !fails;
}

static const GyreExecutiveModel model = { .find_handle = find_handle, .call = call };

static void
choose_name (World *world, Part *part)
{
  part->name = world_choose (world, N_NAMES + 1);
  if (part->name < N_NAMES && world->named[part->name] != NULL)
    part->name = N_NAMES;
  if (part->name < N_NAMES)
    world->named[part->name] = part;
}

Part *
part_new (World *world)
{
  Part *part = g_new0 (Part, 1);
  GyreSlot *slot;

  gyre_executive_set_model (&model);
  part->number = world->parts->len;
  part->thing = g_object_new (thing_get_type (), NULL);
  part->thing->world = world;
  part->thing->part = part;
  part->handle = gyre_shard_add (world->shard, part->thing);
  part->is_alive = TRUE;
  part->receives = world_choose (world, 2);
  part->capacity = 8096;
  choose_name (world, part);
  slot = gyre_slots_find (world->shard->slots, part->handle);
  if (slot == NULL)
    world_fail (world, "%u has no record", part->number);
  slot->receive = part->receives ? receive : NULL;
  for (guint index = 0; index < world->parts->len; index++)
    if (((Part *) world->parts->pdata[index])->handle == part->handle)
      world_fail (world, "the handle of %u was that of %u", part->number, index);
  world->n_things++;
  g_ptr_array_add (world->parts, part);
  g_ptr_array_add (world->alive, part);
  world_trace (world, "%u is created", part->number);
  return part;
}

void
part_end (World *world, Part *part)
{
  world_trace (world, "%u ends", part->number);
  part->is_alive = FALSE;
  part->state = GYRE_RUN_STATE_NONE;
  if (part->name < N_NAMES)
    world->named[part->name] = NULL;
  letters_forget (world, part);
  tasks_purge (world, part, N_NAMES);
  g_ptr_array_remove (world->alive, part);
  gyre_shard_remove (world->shard, part->handle);
  gyre_shard_bury (world->shard, G_OBJECT (g_steal_pointer (&part->thing)));
}

void
part_free (Part *part)
{
  g_queue_clear_full (&part->waiting, g_free);
  g_free (part);
}
