/* gyre-progress.c: How far a piece of work is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-progress.h"

#include <math.h>

typedef struct _Listener Listener;

struct _Listener
{
  GyreProgressFunction function;
  gpointer data;
  Listener *outer;
};

/* Reading it costs one instruction, also in a library that is loaded late. */
static __thread __attribute__ ((tls_model ("initial-exec"))) Listener *listener;

/**
 * gyre_progress_push: (skip)
 * @function: what is called with each report
 * @data: its data
 *
 * Listens to the work that this thread does from now on, until gyre_progress_pop(). The listener pushed last hears everything; the ones
 * below it hear nothing meanwhile.
 *
 * Since: 0.1
 */
void
gyre_progress_push (GyreProgressFunction function, gpointer data)
{
  Listener *fresh = g_new (Listener, 1);

  *fresh = (Listener) { function, data, listener };
  listener = fresh;
}

/**
 * gyre_progress_pop: (skip)
 *
 * Ends what gyre_progress_push() began.
 *
 * Since: 0.1
 */
void
gyre_progress_pop (void)
{
  Listener *last = listener;

  g_return_if_fail (last != NULL);

  listener = last->outer;
  g_free (last);
}

/**
 * gyre_progress_report:
 * @fraction: how much of the work is done, from 0 to 1; anything else is taken as the nearest of the two
 *
 * Says how far the work of this thread is. A behavior calls it as often as it likes, once for each block of its work for example.
 *
 * Since: 0.1
 */
void
gyre_progress_report (double fraction)
{
  if (G_UNLIKELY (listener != NULL && listener->function != NULL))
    listener->function (isnan (fraction) ? 0.0 : CLAMP (fraction, 0.0, 1.0), listener->data);
}
