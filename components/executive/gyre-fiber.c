/* gyre-fiber.c: Sequential code that waits between frames
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A stack of its own and the C library's contexts. The sanitizers are told of each switch, since they know one stack a thread.
 */
#include "gyre-fiber-private.h"
#include "gyre-shard-private.h"

#include <errno.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

#if defined (__SANITIZE_ADDRESS__)
#define HAVE_ADDRESS_SANITIZER 1
#elif defined (__has_feature)
#if __has_feature (address_sanitizer)
#define HAVE_ADDRESS_SANITIZER 1
#endif
#endif
#if defined (__SANITIZE_THREAD__)
#define HAVE_THREAD_SANITIZER 1
#elif defined (__has_feature)
#if __has_feature (thread_sanitizer)
#define HAVE_THREAD_SANITIZER 1
#endif
#endif
#ifdef HAVE_ADDRESS_SANITIZER
#include <sanitizer/common_interface_defs.h>
#endif
#ifdef HAVE_THREAD_SANITIZER
#include <sanitizer/tsan_interface.h>
#endif

#define USUAL_STACK (64 * 1024)

/* Which one runs at this moment in the thread, when one does: each can bring others to their end. */
static __thread GyreFiber *current;

struct _GyreFiber
{
  GyreShard *shard;
  GyreSlot *slot;
  gpointer object;
  GyreFiberFunction function;
  gpointer user_data;
  GDestroyNotify destroy;

  guint8 *stack;                /* with a page below it that nobody may touch */
  gsize stack_size;             /* without that page */
  ucontext_t inside;
  ucontext_t outside;
  GyreFiber *around;            /* which one has resumed it; NULL when it was none */
  gint64 delay;                 /* what it waits for; -1: its next turn */
  GError *error;
  guint is_started : 1;         /* its function has begun */
  guint is_running : 1;         /* at this moment */
  guint is_ending : 1;          /* its component ends */
  guint has_ended : 1;          /* the component ended while the fiber ran: who has resumed it frees it */
  guint succeeded : 1;
  guint is_perpetual : 1;       /* it begins again when it has ended */

  gpointer fake_stack;          /* of the address sanitizer */
  gconstpointer outside_stack;
  gsize outside_size;
  gpointer inside_thread;       /* of the thread sanitizer */
  gpointer outside_thread;
};

/* Switching. */

static void
leave_for (GyreFiber *self, gboolean goes_inside, gboolean is_last, gpointer *fake_stack)
{
#ifdef HAVE_ADDRESS_SANITIZER
  if (goes_inside)
    __sanitizer_start_switch_fiber (fake_stack, self->stack + getpagesize (), self->stack_size);
  else
    __sanitizer_start_switch_fiber (is_last ? NULL : fake_stack, self->outside_stack, self->outside_size);
#endif
#ifdef HAVE_THREAD_SANITIZER
  __tsan_switch_to_fiber (goes_inside ? self->inside_thread : self->outside_thread, 0);
#endif
}

static void
arrive (GyreFiber *self, gboolean is_inside, gpointer fake_stack)
{
#ifdef HAVE_ADDRESS_SANITIZER
  if (is_inside)
    __sanitizer_finish_switch_fiber (fake_stack, &self->outside_stack, &self->outside_size);
  else
    __sanitizer_finish_switch_fiber (fake_stack, NULL, NULL);
#endif
}

/* Goes on inside until it waits or ends. */
static void
resume (GyreFiber *self)
{
  gpointer fake_stack = NULL;

  self->is_running = TRUE;
  self->around = current;
  current = self;
#ifdef HAVE_THREAD_SANITIZER
  self->outside_thread = __tsan_get_current_fiber ();
#endif
  leave_for (self, TRUE, FALSE, &fake_stack);
  swapcontext (&self->outside, &self->inside);
  arrive (self, FALSE, fake_stack);
  current = self->around;
  self->is_running = FALSE;
}

static void
yield (GyreFiber *self)
{
  leave_for (self, FALSE, FALSE, &self->fake_stack);
  swapcontext (&self->inside, &self->outside);
  arrive (self, TRUE, self->fake_stack);
}

/* makecontext() hands over whole numbers of 32 bits. */
static void
enter (guint32 high, guint32 low)
{
  GyreFiber *self = (GyreFiber *) (gsize) ((guint64) high << 32 | low);
  gpointer fake_stack = NULL;

  arrive (self, TRUE, fake_stack);
  self->succeeded = self->function (self, self->object, self->user_data, &self->error);
  self->is_started = FALSE;
  leave_for (self, FALSE, TRUE, &fake_stack);
  setcontext (&self->outside);
}

static void
start (GyreFiber *self)
{
  getcontext (&self->inside);
  self->inside.uc_stack.ss_sp = self->stack + getpagesize ();
  self->inside.uc_stack.ss_size = self->stack_size;
  self->inside.uc_link = NULL;
  makecontext (&self->inside, (void (*) (void)) enter, 2, (guint32) ((guint64) (gsize) self >> 32), (guint32) (gsize) self);
  self->is_started = TRUE;
  g_clear_error (&self->error);
}

/* Life. */

static gboolean
make_stack (GyreFiber *self, gsize size)
{
  gsize page = (gsize) getpagesize ();

  self->stack_size = (MAX (size, USUAL_STACK) + page - 1) / page * page;
  self->stack = mmap (NULL, self->stack_size + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
  if (self->stack == MAP_FAILED)
    return FALSE;
  return mprotect (self->stack, page, PROT_NONE) == 0;
}

static void
fiber_free (GyreFiber *self)
{
  if (self->stack != NULL && self->stack != MAP_FAILED)
    munmap (self->stack, self->stack_size + (gsize) getpagesize ());
#ifdef HAVE_THREAD_SANITIZER
  if (self->inside_thread != NULL)
    __tsan_destroy_fiber (self->inside_thread);
#endif
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_clear_error (&self->error);
  g_free (self);
}

/* One run of the process: as far as the function goes before it waits. */
static gboolean
step (gpointer object, GError **error)
{
  GyreFiber *self = gyre_schedule_get_current (gyre_shard_get_running ()->schedule)->rare;
  gboolean succeeded;

  if (!self->is_started)
    start (self);
  resume (self);
  if (self->is_started && !self->has_ended)
    {
      gyre_schedule_wait (self->shard->schedule, self->slot, self->delay);
      return TRUE;
    }
  succeeded = self->succeeded;
  if (succeeded && self->is_perpetual && !self->has_ended)
    gyre_schedule_wait (self->shard->schedule, self->slot, -1);
  if (!succeeded && self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  if (self->has_ended)
    fiber_free (self);
  return succeeded;
}

void
gyre_fiber_end (GyreFiber *self)
{
  self->is_ending = TRUE;
  if (self->is_running)
    {
      self->has_ended = TRUE;
      return;
    }
  while (self->is_started)
    resume (self);
  fiber_free (self);
}

void
gyre_fiber_relaunch (GyreFiber *self, GyreLaunch *launch)
{
  self->is_perpetual = !launch->once;
  launch->once = TRUE;
}

gboolean
gyre_fiber_is_started (const GyreFiber *self)
{
  return self->is_started;
}

gboolean
gyre_fiber_is_perpetual (const GyreFiber *self)
{
  return self->is_perpetual;
}

gpointer
gyre_fiber_get_data (const GyreFiber *self, GyreFiberFunction function)
{
  return self->function == function ? self->user_data : NULL;
}

GyreFiber *
gyre_fiber_get_current (gconstpointer object)
{
  return current != NULL && current->object == object ? current : NULL;
}

static gboolean
fail (GyreFiber *self, GyreExecutiveError code, const char *message, GError **error)
{
  fiber_free (self);
  g_set_error_literal (error, GYRE_EXECUTIVE_ERROR, code, message);
  return FALSE;
}

/**
 * gyre_executive_launch_fiber: (skip)
 * @self: an executive
 * @process: the handle of the component to which it belongs
 * @function: what it does
 * @user_data: what that gets
 * @destroy: (nullable): frees it, when the fiber goes
 * @launch: (nullable): when it begins, and whether it begins again when it has ended (unless it runs `once`) or failed; it need
 *   not have a step
 * @stack_size: how much stack it gets, in bytes; 64 KiB at least
 * @error: return location for a #GError of %GYRE_EXECUTIVE_ERROR
 *
 * Makes a component a process that is written as one function. It begins in the next frame. What was its process before ends.
 * Any thread; others than the executive's own wait for the end of the frame.
 *
 * Returns: whether it will begin
 *
 * Since: 0.1
 */
gboolean
gyre_executive_launch_fiber (GyreExecutive *self, GyreHandle process, GyreFiberFunction function, gpointer user_data,
                             GDestroyNotify destroy, const GyreLaunch *launch, gsize stack_size, GError **error)
{
  GyreFiber *fiber;
  GyreLaunch how = launch != NULL ? *launch : (GyreLaunch) { .phase = -1, .once = TRUE };
  gboolean runs;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);
  g_return_val_if_fail (function != NULL, FALSE);

  fiber = g_new0 (GyreFiber, 1);
  fiber->shard = gyre_executive_get_shard (self);
  fiber->function = function;
  fiber->user_data = user_data;
  fiber->destroy = destroy;
  if (!make_stack (fiber, stack_size))
    return fail (fiber, GYRE_EXECUTIVE_ERROR_MEMORY, "there is no memory for the stack of a fiber", error);
#ifdef HAVE_THREAD_SANITIZER
  fiber->inside_thread = __tsan_create_fiber (0);
#endif
  how.step = step;
  how.step_many = NULL;
  gyre_fiber_relaunch (fiber, &how);
  gyre_shard_enter (fiber->shard);
  fiber->slot = gyre_slots_find (fiber->shard->slots, process);
  runs = fiber->slot != NULL && gyre_executive_launch (self, process, &how, error);
  if (runs)
    {
      fiber->object = fiber->slot->object;
      fiber->slot->rare = fiber;
    }
  gyre_shard_leave (fiber->shard);
  if (runs)
    return TRUE;
  if (fiber->slot == NULL)
    return fail (fiber, GYRE_EXECUTIVE_ERROR_UNKNOWN, "the component of the fiber has ended, or never was", error);
  fiber_free (fiber);
  return FALSE;
}

static gboolean
wait_for (GyreFiber *self, gint64 delay)
{
  if (self->is_ending)
    return FALSE;
  self->delay = delay;
  yield (self);
  return !self->is_ending;
}

/**
 * gyre_fiber_wait_frame: (skip)
 * @self: the fiber that runs
 *
 * Gives the processor back until the next turn of the process: the next frame, unless its launch says that it has another
 * interval.
 *
 * Returns: whether it goes on; if not, its component ends, and the fiber should return soon
 *
 * Since: 0.1
 */
gboolean
gyre_fiber_wait_frame (GyreFiber *self)
{
  g_return_val_if_fail (self == current, FALSE);
  return wait_for (self, -1);
}

/**
 * gyre_fiber_wait: (skip)
 * @self: the fiber that runs
 * @nanoseconds: how long at least
 *
 * Gives the processor back until the first frame after that time. While the process is paused it waits on.
 *
 * Returns: whether it goes on; if not, its component ends, and the fiber should return soon
 *
 * Since: 0.1
 */
gboolean
gyre_fiber_wait (GyreFiber *self, gint64 nanoseconds)
{
  g_return_val_if_fail (self == current && nanoseconds >= 0, FALSE);
  return wait_for (self, nanoseconds);
}
