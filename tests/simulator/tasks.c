/* tasks.c: The model: which instruction is done when
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "world.h"

void
tasks_post (World *world, Order *order, gint64 due, guint64 number)
{
  Task *task = g_new0 (Task, 1);

  for (guint index = 0; index < world->tasks->len; index++)
    if (((Task *) world->tasks->pdata[index])->number == number)
      world_fail (world, "two postings have one number");
  *task = (Task) { order, number, world->n_posted++, due, 0 };
  g_ptr_array_add (world->tasks, task);
}

static void
cancel (World *world, Task *task)
{
  task->cancelled_in = world->frame;
  g_ptr_array_remove (world->tasks, task);
  g_ptr_array_remove (world->batch, task);
  if (task->order->has_callback)
    g_ptr_array_add (world->cancelled, task);
  else
    g_free (task);
}

gboolean
tasks_cancel (World *world, guint64 number)
{
  for (guint index = 0; index < world->tasks->len; index++)
    {
      Task *task = world->tasks->pdata[index];

      if (task->number != number)
        continue;
      cancel (world, task);
      return TRUE;
    }
  return FALSE;
}

guint
tasks_purge (World *world, Part *target, guint name)
{
  guint n_purged = 0;

  for (guint index = 0; index < world->tasks->len;)
    {
      Task *task = world->tasks->pdata[index];

      if (task->order->target != target || (target == NULL && task->order->name != name))
        {
          index++;
          continue;
        }
      cancel (world, task);
      n_purged++;
    }
  return n_purged;
}

static int
compare (gconstpointer first, gconstpointer second)
{
  const Task *one = *(Task * const *) first, *other = *(Task * const *) second;

  if (one->due != other->due)
    return one->due < other->due ? -1 : 1;
  if (one->order->priority != other->order->priority)
    return one->order->priority < other->order->priority ? -1 : 1;
  return one->sequence < other->sequence ? -1 : 1;
}

/* A frame begins: what is due now is done in it, and nothing that is posted later. */
void
tasks_begin (World *world)
{
  for (guint index = 0; index < world->tasks->len; index++)
    {
      Task *task = world->tasks->pdata[index];

      if (task->due <= world_get_now (world))
        g_ptr_array_add (world->batch, task);
    }
  g_ptr_array_sort (world->batch, compare);
}

static Part *
find_target (World *world, const Order *order)
{
  Part *part = order->target != NULL ? order->target : world->named[order->name];

  return part != NULL && part->is_alive ? part : NULL;
}

static Task *
take (World *world)
{
  Task *task = world->batch->pdata[0];

  g_ptr_array_remove (world->batch, task);
  g_ptr_array_remove (world->tasks, task);
  return task;
}

/* What nobody does and nobody hears of is an alert. Returns: the next one that is seen. */
static Task *
skip_unseen (World *world)
{
  while (world->batch->len > 0)
    {
      Task *task = world->batch->pdata[0];

      if (find_target (world, task->order) != NULL || task->order->has_callback)
        return task;
      world->n_expected_alerts++;
      g_free (take (world));
    }
  return NULL;
}

void
tasks_call (World *world, Part *part, Order *order)
{
  Task *task = skip_unseen (world);

  world_trace (world, "%u does instruction %u", part->number, order->number);
  if (!part->is_alive)
    world_fail (world, "%u does an instruction, and has ended", part->number);
  if (world->stage != STAGE_INSTRUCTIONS || task == NULL)
    world_fail (world, "%u does an instruction %u that is not due", part->number, order->number);
  if (task->order != order)
    world_fail (world, "instruction %u is done, should be %u", order->number, task->order->number);
  if (find_target (world, order) != part)
    world_fail (world, "instruction %u is done by %u", order->number, part->number);
  world->current = take (world);
}

void
tasks_returned (World *world)
{
  if (world->current->order->has_callback)
    return;
  world->n_expected_alerts += world->current->order->fails;
  g_clear_pointer (&world->current, g_free);
}

static void
tell_cancelled (World *world, Order *order)
{
  for (guint index = 0; index < world->cancelled->len; index++)
    {
      Task *task = world->cancelled->pdata[index];

      if (task->order != order)
        continue;
      g_ptr_array_remove_index (world->cancelled, index);
      g_free (task);
      return;
    }
  world_fail (world, "the callback of instruction %u hears that it was cancelled, which it was not", order->number);
}

void
tasks_told (World *world, Order *order, const GError *error)
{
  Task *task;

  world_trace (world, "the callback of instruction %u hears: %s", order->number, error != NULL ? error->message : "done");
  if (g_error_matches (error, GYRE_INSTRUCTION_ERROR, GYRE_INSTRUCTION_ERROR_CANCELLED))
    {
      tell_cancelled (world, order);
      return;
    }
  task = g_steal_pointer (&world->current);
  if (task == NULL)
    {
      task = skip_unseen (world);
      if (task == NULL || task->order != order || find_target (world, order) != NULL
          || !g_error_matches (error, GYRE_INSTRUCTION_ERROR, GYRE_INSTRUCTION_ERROR_COMPONENT))
        world_fail (world, "the callback of instruction %u is called, and it was not done", order->number);
      take (world);
    }
  else if (task->order != order || order->fails != (error != NULL))
    world_fail (world, "the callback of instruction %u hears something wrong", order->number);
  g_free (task);
}

/* All of this frame must be done. */
void
tasks_finish (World *world)
{
  if (skip_unseen (world) != NULL)
    world_fail (world, "instruction %u was due and not done", ((Task *) world->batch->pdata[0])->order->number);
  for (guint index = 0; index < world->cancelled->len; index++)
    {
      Task *task = world->cancelled->pdata[index];

      if (task->cancelled_in < world->frame)
        world_fail (world, "the callback of instruction %u has not heard that it was cancelled", task->order->number);
    }
}

gint64
tasks_get_next_due (World *world)
{
  gint64 due = world->cancelled->len > 0 ? G_MININT64 : G_MAXINT64;

  for (guint index = 0; index < world->tasks->len; index++)
    due = MIN (due, ((Task *) world->tasks->pdata[index])->due);
  return due;
}
