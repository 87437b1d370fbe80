/* thread-annotations.c: Tells the thread sanitizer what GLib does between threads
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * GLib's locks are futexes of its own and its reference counts are atomic, but Debian's GLib is built without the thread
 * sanitizer, which therefore sees neither, and takes every access behind a GMutex for a race. This library is loaded before GLib:
 * each function says what is acquired or released, and calls GLib's own. GRWLock and GRecMutex are made of POSIX locks,
 * which the sanitizer knows.
 */
#include <dlfcn.h>
#include <glib-object.h>

/* The sanitizer's own functions; weak, because programs without it are started from tests too. */
__attribute__ ((weak)) void __tsan_acquire (void *address);
__attribute__ ((weak)) void __tsan_release (void *address);
__attribute__ ((weak)) void AnnotateIgnoreWritesBegin (const char *file, int line);
__attribute__ ((weak)) void AnnotateIgnoreWritesEnd (const char *file, int line);

static void
acquire (gpointer address)
{
  if (__tsan_acquire != NULL)
    __tsan_acquire (address);
}

static void
release (gpointer address)
{
  if (__tsan_release != NULL)
    __tsan_release (address);
}

static void
ignore_writes (gboolean ignored)
{
  if (ignored && AnnotateIgnoreWritesBegin != NULL)
    AnnotateIgnoreWritesBegin (__FILE__, __LINE__);
  else if (!ignored && AnnotateIgnoreWritesEnd != NULL)
    AnnotateIgnoreWritesEnd (__FILE__, __LINE__);
}

/* Has this library linked with GObject, which is next then even in a program that loads it with a plug-in, where nobody else sees it: such as
 * graphviz, that our tests start. */
__attribute__ ((used)) static GType (*const needed) (void) = g_initially_unowned_get_type;

/* GLib's function of this name: the next one after ours. */
#define NEXT(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

/* Looked up once per function; the lookup itself is atomic, because any thread can be the first. */
#define FIND_NEXT(name) \
  static __typeof__ (&name) next_function; \
  __typeof__ (&name) next = __atomic_load_n (&next_function, __ATOMIC_RELAXED); \
  if (next == NULL) \
    { \
      next = NEXT (name); \
      __atomic_store_n (&next_function, next, __ATOMIC_RELAXED); \
    }

void
(g_mutex_lock) (GMutex *mutex)
{
  FIND_NEXT (g_mutex_lock)
  next (mutex);
  acquire (mutex);
}

gboolean
(g_mutex_trylock) (GMutex *mutex)
{
  FIND_NEXT (g_mutex_trylock)
  gboolean locked = next (mutex);

  if (locked)
    acquire (mutex);
  return locked;
}

void
(g_mutex_unlock) (GMutex *mutex)
{
  FIND_NEXT (g_mutex_unlock)
  release (mutex);
  next (mutex);
}

/* While it waits the mutex is open, and another thread may have passed through. */
void
g_cond_wait (GCond *condition, GMutex *mutex)
{
  FIND_NEXT (g_cond_wait)
  release (mutex);
  next (condition, mutex);
  acquire (mutex);
}

gboolean
g_cond_wait_until (GCond *condition, GMutex *mutex, gint64 end_time)
{
  FIND_NEXT (g_cond_wait_until)
  gboolean signalled;

  release (mutex);
  signalled = next (condition, mutex, end_time);
  acquire (mutex);
  return signalled;
}

void
(g_bit_lock) (volatile gint *address, gint bit)
{
  FIND_NEXT (g_bit_lock)
  next (address, bit);
  acquire ((void *) address);
}

void
(g_bit_unlock) (volatile gint *address, gint bit)
{
  FIND_NEXT (g_bit_unlock)
  release ((void *) address);
  next (address, bit);
}

/* A thread that finds the location initialised has read it atomically in the macro, which the sanitizer sees. */
gboolean
(g_once_init_enter) (volatile void *location)
{
  FIND_NEXT (g_once_init_enter)
  gboolean first = next (location);

  if (!first)
    acquire ((void *) location);
  return first;
}

void
(g_once_init_leave) (volatile void *location, gsize result)
{
  FIND_NEXT (g_once_init_leave)
  release ((void *) location);
  next (location, result);
}

/* Who takes the count to 0 frees the thing, after all that the others did to it. Each says so before it counts down, so that there is no
 * gap. */
gboolean
(g_atomic_ref_count_dec) (gatomicrefcount *count)
{
  FIND_NEXT (g_atomic_ref_count_dec)
  gboolean was_last;

  release (count);
  was_last = next (count);
  if (was_last)
    acquire (count);
  return was_last;
}

/* Gives up a reference that is not the last, as GLib does. N.B. what this thread did is said before the count goes down, so that who sees
 * the count at 1 has it all: said around GLib's own decrement, that of another thread could come in between. A toggle reference
 * hears that it is the last, which is left to GLib. */
static gboolean
give_up_one_of_many (GObject *object)
{
  guint count = __atomic_load_n (&object->ref_count, __ATOMIC_ACQUIRE);

  release (object);
  while (count > 2 || (count == 2 && g_datalist_get_flags (&object->qdata) == 0))
    if (__atomic_compare_exchange_n (&object->ref_count, &count, count - 1, FALSE, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
      return TRUE;
  return FALSE;
}

/* The last reference may go in any thread; all that the others did to the object comes before it. */
void
(g_object_unref) (gpointer object)
{
  FIND_NEXT (g_object_unref)
  if (give_up_one_of_many (object))
    return;
  acquire (object);
  next (object);
}

/* While the last owner disposes of an object, another thread can have found it, and let it go again. When it is finalised the count is
 * 0, so that all who ever had it have said so; GLib clears its data then. */
void
(g_datalist_clear) (GData **datalist)
{
  FIND_NEXT (g_datalist_clear)
  acquire ((char *) datalist - G_STRUCT_OFFSET (GObject, qdata));
  next (datalist);
}

/* So with the last reference to an array, whose elements other threads have read. */
void
(g_ptr_array_unref) (GPtrArray *array)
{
  FIND_NEXT (g_ptr_array_unref)
  release (array);
  acquire (array);
  next (array);
}

/* A class is made by the thread that first asks for it. */
gpointer
(g_type_class_ref) (GType type)
{
  FIND_NEXT (g_type_class_ref)
  gpointer object_class = next (type);

  release (object_class);
  acquire (object_class);
  return object_class;
}

/* GObject asks for the class by its inner name, so it is asked for here before. */
gpointer
(g_object_new) (GType type, const gchar *first_property_name, ...)
{
  gpointer object_class = g_type_class_ref (type);
  gpointer object;
  va_list arguments;

  va_start (arguments, first_property_name);
  object = g_object_new_valist (type, first_property_name, arguments);
  va_end (arguments);
  g_type_class_unref (object_class);
  return object;
}

/* The queue's own links are made by one thread and freed by another, behind a lock that only GLib sees. */
void
(g_async_queue_push) (GAsyncQueue *queue, gpointer data)
{
  FIND_NEXT (g_async_queue_push)
  release (queue);
  ignore_writes (TRUE);
  next (queue, data);
  ignore_writes (FALSE);
}

gpointer
(g_async_queue_pop) (GAsyncQueue *queue)
{
  FIND_NEXT (g_async_queue_pop)
  gpointer data;

  ignore_writes (TRUE);
  data = next (queue);
  ignore_writes (FALSE);
  acquire (queue);
  return data;
}

gpointer
(g_async_queue_try_pop) (GAsyncQueue *queue)
{
  FIND_NEXT (g_async_queue_try_pop)
  gpointer data;

  ignore_writes (TRUE);
  data = next (queue);
  ignore_writes (FALSE);
  acquire (queue);
  return data;
}

/* A pool, in which GIO reads and writes files and pipes, has such a queue too, but asks it by its inner name. Each piece of work comes after all that was pushed before, as behind the
 * queue's lock, and who waits for the pool has all that was done in it. */
typedef struct
{
  GFunc function;
  gpointer user_data;
} Pool;

static void
work (gpointer data, gpointer user_data)
{
  Pool *pool = user_data;

  acquire (pool);
  pool->function (data, pool->user_data);
  release (pool);
}

GThreadPool *
(g_thread_pool_new) (GFunc function, gpointer user_data, gint n_threads, gboolean is_exclusive, GError **error)
{
  FIND_NEXT (g_thread_pool_new)
  Pool *pool = g_new (Pool, 1);

  *pool = (Pool) { function, user_data };
  return next (work, pool, n_threads, is_exclusive, error);
}

/* Whether it was made here. Its function stands first in it. */
static gboolean
is_ours (GThreadPool *thread_pool)
{
  return *(GFunc *) thread_pool == work;
}

gboolean
(g_thread_pool_push) (GThreadPool *thread_pool, gpointer data, GError **error)
{
  FIND_NEXT (g_thread_pool_push)
  gboolean is_pushed;

  if (is_ours (thread_pool))
    release (thread_pool->user_data);
  ignore_writes (TRUE);
  is_pushed = next (thread_pool, data, error);
  ignore_writes (FALSE);
  return is_pushed;
}

/* N.B. who does not wait leaves the rest of the work, which may still want to know what to do. */
void
(g_thread_pool_free) (GThreadPool *thread_pool, gboolean immediate, gboolean waits)
{
  FIND_NEXT (g_thread_pool_free)
  Pool *pool = is_ours (thread_pool) ? thread_pool->user_data : NULL;

  next (thread_pool, immediate, waits);
  if (pool == NULL || !waits)
    return;
  acquire (pool);
  g_free (pool);
}
