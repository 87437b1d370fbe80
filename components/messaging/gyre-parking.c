/* gyre-parking.c: How a thread waits for time or for another thread
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A futex when there is only a thread and a time to wait for, an eventfd and a timerfd when there are descriptors, too.
 *
 * N.B. the time-out of ppoll() would not do: the kernel makes it later by a thousandth, up to a tenth of a second.
 */
#include "gyre-parking-private.h"

#include <errno.h>
#include <linux/futex.h>
#include <poll.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#define NANOSECONDS G_GINT64_CONSTANT (1000000000)
#define FEW 8                 /* descriptors, for which there is room on the stack */

typedef enum
{
  AWAKE,
  WOKEN,
  PARKED,               /* on the futex */
  POLLING,              /* on the eventfd and others */
} State;

struct _GyreParking
{
  guint32 state;        /* State; atomic */
  int descriptor;
  int timer;            /* descriptor */
  gint64 time;          /* for which the timer is set */
};

/* A GPollFD is what poll () takes. */
G_STATIC_ASSERT (sizeof (GPollFD) == sizeof (struct pollfd));
G_STATIC_ASSERT (G_STRUCT_OFFSET (GPollFD, revents) == G_STRUCT_OFFSET (struct pollfd, revents));

GyreParking *
gyre_parking_new (void)
{
  GyreParking *parking = g_new0 (GyreParking, 1);

  parking->descriptor = eventfd (0, EFD_CLOEXEC | EFD_NONBLOCK);
  parking->timer = timerfd_create (CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
  parking->time = G_MAXINT64;
  if (parking->descriptor < 0 || parking->timer < 0)
    g_error ("no descriptor for an executive: %s", g_strerror (errno));
  return parking;
}

void
gyre_parking_free (GyreParking *parking)
{
  close (parking->descriptor);
  close (parking->timer);
  g_free (parking);
}

static struct timespec
get_timespec (gint64 time)
{
  return (struct timespec) { .tv_sec = time / NANOSECONDS, .tv_nsec = time % NANOSECONDS };
}

static gint64
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (gint64) now.tv_sec * NANOSECONDS + now.tv_nsec;
}

/* Whether it may wait now. N.B. an exchange where a store would do: it reads what the last one to wake has written, and so comes after
 * all that was published before. */
static gboolean
begin (GyreParking *self, State state)
{
  guint32 awake = AWAKE;

  if (__atomic_compare_exchange_n (&self->state, &awake, state, FALSE, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST))
    return TRUE;
  __atomic_exchange_n (&self->state, AWAKE, __ATOMIC_SEQ_CST);
  return FALSE;
}

static gboolean
end (GyreParking *self)
{
  return __atomic_exchange_n (&self->state, AWAKE, __ATOMIC_SEQ_CST) == WOKEN;
}

static gboolean
park_alone (GyreParking *self, gint64 time)
{
  struct timespec until = get_timespec (MAX (time, 0));

  if (!begin (self, PARKED))
    return TRUE;
  syscall (SYS_futex, &self->state, FUTEX_WAIT_BITSET_PRIVATE, PARKED, time == G_MAXINT64 ? NULL : &until, NULL,
           FUTEX_BITSET_MATCH_ANY);
  return end (self);
}

/* Polls the first of @polled, which are the caller's, and ours behind them. Returns: whether one of the caller's is ready. */
static gboolean
poll_all (GyreParking *self, GPollFD *polled, guint n_descriptors, gint64 time, gboolean waits)
{
  struct timespec at_once = { 0, 0 };
  gboolean is_ready = FALSE, is_timed;

  polled[n_descriptors] = (GPollFD) { .fd = self->descriptor, .events = G_IO_IN };
  polled[n_descriptors + 1] = (GPollFD) { .fd = self->timer, .events = G_IO_IN };
  waits = waits && (time == G_MAXINT64 || time > get_time ());
  is_timed = waits && time != G_MAXINT64;
  if (is_timed)
    gyre_parking_set_time (self, time);
  if (ppoll ((struct pollfd *) polled, n_descriptors + 1 + is_timed, waits ? NULL : &at_once, NULL) < 0)
    for (guint index = 0; index < n_descriptors; index++)
      polled[index].revents = 0;
  for (guint index = 0; index < n_descriptors; index++)
    is_ready = is_ready || polled[index].revents != 0;
  return is_ready;
}

static gboolean
park_polling (GyreParking *self, gint64 time, GPollFD *descriptors, guint n_descriptors)
{
  GPollFD few[FEW + 2];
  g_autofree GPollFD *many = n_descriptors > FEW ? g_new (GPollFD, n_descriptors + 2) : NULL;
  GPollFD *polled = many != NULL ? many : few;
  gboolean waits = gyre_parking_begin (self);
  gboolean is_woken, is_ready;

  memcpy (polled, descriptors, sizeof *polled * n_descriptors);
  is_ready = poll_all (self, polled, n_descriptors, time, waits);
  is_woken = !waits || gyre_parking_end (self);
  memcpy (descriptors, polled, sizeof *polled * n_descriptors);
  return is_woken || is_ready;
}

gboolean
gyre_parking_park (GyreParking *parking, gint64 time, GPollFD *descriptors, guint n_descriptors)
{
  if (n_descriptors == 0)
    return park_alone (parking, time);
  return park_polling (parking, time, descriptors, n_descriptors);
}

static void
ring (GyreParking *self)
{
  guint64 one = 1;
  gssize n_written = write (self->descriptor, &one, sizeof one);

  g_assert (n_written == sizeof one || errno == EAGAIN);
}

/* The exchange is a fence between what the caller has published and the state, as the one in begin() is between the state and what
 * the parker looks for: one of the two sees the other. N.B. a look at the state before it would need a fence of its own, which
 * costs as much, and which the thread sanitizer does not know. */
void
gyre_parking_wake (GyreParking *parking)
{
  guint32 old = __atomic_exchange_n (&parking->state, WOKEN, __ATOMIC_SEQ_CST);

  if (old == PARKED)
    syscall (SYS_futex, &parking->state, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
  else if (old == POLLING)
    ring (parking);
}

int
gyre_parking_get_descriptor (GyreParking *parking)
{
  return parking->descriptor;
}

gboolean
gyre_parking_begin (GyreParking *parking)
{
  return begin (parking, POLLING);
}

/* N.B. whoever began may have been robbed of the end by a frame in between; so it is the descriptor that is asked. */
gboolean
gyre_parking_end (GyreParking *parking)
{
  guint64 count;
  gboolean is_woken = end (parking);

  if (read (parking->descriptor, &count, sizeof count) < 0)
    g_assert (errno == EAGAIN || errno == EINTR);
  return is_woken;
}

int
gyre_parking_get_timer (GyreParking *parking)
{
  return parking->timer;
}

void
gyre_parking_set_time (GyreParking *parking, gint64 time)
{
  struct itimerspec until = { .it_value = get_timespec (MAX (time, 1)) };

  if (time == parking->time)
    return;
  if (time == G_MAXINT64)
    until.it_value = (struct timespec) { 0, 0 };
  timerfd_settime (parking->timer, TFD_TIMER_ABSTIME, &until, NULL);
  parking->time = time;
}
