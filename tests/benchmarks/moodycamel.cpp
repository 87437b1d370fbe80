/* moodycamel.cpp: A queue of moodycamel's, with tokens, for cells of two sizes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "moodycamel.h"

#include <concurrentqueue/concurrentqueue.h>

namespace
{
template<gsize size> struct Cell
{
  char bytes[size];
};

template<gsize size> struct Queue
{
  moodycamel::ConcurrentQueue<Cell<size>> queue { 4 * 1024 * 1024 / size };
  moodycamel::ConsumerToken consumer { queue };
};

using Small = Queue<64>;
using Large = Queue<4096>;
}

gpointer moodycamel_new (gsize size)
{
  return size == 64 ? (gpointer) new Small : (gpointer) new Large;
}

void moodycamel_free (gpointer queue, gsize size)
{
  if (size == 64)
    delete (Small *) queue;
  else
    delete (Large *) queue;
}

gpointer moodycamel_new_producer (gpointer queue, gsize size)
{
  return size == 64 ? new moodycamel::ProducerToken (((Small *) queue)->queue)
                    : new moodycamel::ProducerToken (((Large *) queue)->queue);
}

void moodycamel_free_producer (gpointer producer, gsize size)
{
  delete (moodycamel::ProducerToken *) producer;
}

template<gsize size> static gboolean send (Queue<size> *queue, gpointer producer, gconstpointer cells, guint count)
{
  auto &token = *(moodycamel::ProducerToken *) producer;

  if (count == 1)
    return queue->queue.enqueue (token, *(const Cell<size> *) cells);
  return queue->queue.enqueue_bulk (token, (const Cell<size> *) cells, count);
}

gboolean moodycamel_send (gpointer queue, gpointer producer, gsize size, gconstpointer cells, guint count)
{
  return size == 64 ? send ((Small *) queue, producer, cells, count) : send ((Large *) queue, producer, cells, count);
}

guint moodycamel_take (gpointer queue, gsize size, gpointer cells, guint count)
{
  if (size == 64)
    return ((Small *) queue)->queue.try_dequeue_bulk (((Small *) queue)->consumer, (Cell<64> *) cells, count);
  return ((Large *) queue)->queue.try_dequeue_bulk (((Large *) queue)->consumer, (Cell<4096> *) cells, count);
}
