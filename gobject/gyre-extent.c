/* gyre-extent.c: The living instances of a class
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Every birth and every death of an instance passes here, so the lock is one atomic exchange; a waiter yields the processor.
 */
#include "gyre-extent-private.h"

static void
extent_lock (GyreExtent *self)
{
  while (__atomic_exchange_n (&self->lock, 1, __ATOMIC_ACQUIRE) != 0)
    g_thread_yield ();
}

static void
extent_unlock (GyreExtent *self)
{
  __atomic_store_n (&self->lock, 0, __ATOMIC_RELEASE);
}

void
gyre_extent_initialize (GyreExtent *extent, gsize offset)
{
  extent->head.previous = &extent->head;
  extent->head.next = &extent->head;
  extent->offset = offset;
}

void
gyre_extent_add (GyreExtent *extent, GyreExtentLink *link)
{
  extent_lock (extent);
  link->previous = extent->head.previous;
  link->next = &extent->head;
  extent->head.previous->next = link;
  extent->head.previous = link;
  extent->length++;
  extent->births++;
  extent_unlock (extent);
}

/* The lowest bit of `previous` says that a snapshot has handed the instance out. */
static GyreExtentLink *
untagged (GyreExtentLink *link)
{
  return (GyreExtentLink *) ((gsize) link & ~(gsize) 1);
}

static gsize
tag_of (GyreExtentLink *link)
{
  return (gsize) link & 1;
}

/* Removing what is not in the list (any more) is allowed: dispose can run twice. Returns whether a snapshot has handed the
 * instance out, so that others can have a reference that they took while the last owner let go. */
gboolean
gyre_extent_remove (GyreExtent *extent, GyreExtentLink *link)
{
  gboolean was_handed_out;

  extent_lock (extent);
  was_handed_out = tag_of (link->previous) != 0;
  if (link->next != NULL)
    {
      untagged (link->previous)->next = link->next;
      link->next->previous = (GyreExtentLink *) ((gsize) untagged (link->previous) | tag_of (link->next->previous));
      link->previous = link->next = NULL;
      extent->length--;
    }
  extent_unlock (extent);
  return was_handed_out;
}

/*
 * gyre_extent_snapshot:
 * @type_class: the class struct of the instances
 *
 * The instances that live now, oldest first, each with a reference.
 *
 * The last owner of an instance can let it go in another thread at this moment. Then it is disposed of in the hands of who asked,
 * as by g_object_run_dispose(), and gyre_extent_remove() tells: GObject touches an instance once more after its dispose, which
 * must not be after the end of our reference. N.B. a GWeakRef for each instance would keep such an instance out of the list;
 * it costs more than the instance.
 */
GPtrArray *
gyre_extent_snapshot (GyreExtent *extent, gconstpointer type_class)
{
  GPtrArray *instances = g_ptr_array_new_full (gyre_extent_get_length (extent) + 16, g_object_unref);

  extent_lock (extent);
  for (GyreExtentLink *link = extent->head.next; link != &extent->head; link = link->next)
    {
      GTypeInstance *instance = (GTypeInstance *) ((char *) link - extent->offset);

      /* Until GObject has run the instance functions of all ancestors it shows the class of one of them. */
      if (g_atomic_pointer_get (&instance->g_class) != type_class)
        continue;
      link->previous = (GyreExtentLink *) ((gsize) link->previous | 1);
      g_ptr_array_add (instances, g_object_ref ((GObject *) instance));
    }
  extent_unlock (extent);
  return instances;
}

gboolean
gyre_extent_visit (GyreExtent *extent, gboolean (*visitor) (GyreExtentLink *link, gpointer data), gpointer data)
{
  gboolean goes_on = TRUE;

  extent_lock (extent);
  for (GyreExtentLink *link = extent->head.next; goes_on && link != &extent->head; link = link->next)
    goes_on = visitor (link, data);
  extent_unlock (extent);
  return goes_on;
}

guint
gyre_extent_get_length (GyreExtent *extent)
{
  guint length;

  extent_lock (extent);
  length = extent->length;
  extent_unlock (extent);
  return length;
}
