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

/* Removing what is not in the list (any more) is allowed: dispose can run twice. */
void
gyre_extent_remove (GyreExtent *extent, GyreExtentLink *link)
{
  if (link->next == NULL)
    return;
  extent_lock (extent);
  link->previous->next = link->next;
  link->next->previous = link->previous;
  link->previous = link->next = NULL;
  extent->length--;
  extent_unlock (extent);
}

/*
 * gyre_extent_snapshot:
 *
 * The instances that live now, oldest first, each with a reference.
 *
 * N.B. An instance whose last reference another thread is giving up right now stays in the list until its dispose takes it
 * out, and can get a reference here. GObject 2.74 does not survive it when that reference is the last one to go while the other
 * thread is still inside g_object_unref(). A GWeakRef would, but costs more at each birth than an extent may. So who takes
 * a snapshot must know that no other thread gives up instances of the class meanwhile.
 */
GPtrArray *
gyre_extent_snapshot (GyreExtent *extent)
{
  GPtrArray *instances = g_ptr_array_new_with_free_func (g_object_unref);

  extent_lock (extent);
  for (GyreExtentLink *link = extent->head.next; link != &extent->head; link = link->next)
    g_ptr_array_add (instances, g_object_ref ((GObject *) ((char *) link - extent->offset)));
  extent_unlock (extent);
  return instances;
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
