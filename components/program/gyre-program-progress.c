/* gyre-program-progress.c: How far a behavior is, as a bar on a terminal
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The bar is drawn on standard error, and only when that is a terminal. It appears after a moment, so that what is done quickly does not
 * flicker, and it is redrawn so seldom that it costs nothing.
 */
#include "gyre-program.h"

#include <stdio.h>
#include <unistd.h>

#define WIDTH 40
#define PATIENCE (G_USEC_PER_SEC / 4)
#define PERIOD (G_USEC_PER_SEC / 10)

static gint64 next_drawing;
static gboolean is_drawn;
static gboolean is_listening;

static void
draw (double fraction, gpointer data)
{
  gint64 now = g_get_monotonic_time ();
  int filled = (int) (fraction * WIDTH);

  if (now < next_drawing)
    return;
  next_drawing = now + PERIOD;
  is_drawn = TRUE;
  fprintf (stderr, "\r[%.*s%*s] %3d %%", filled, "########################################", WIDTH - filled, "",
           (int) (fraction * 100));
}

void
gyre_program_begin_progress (void)
{
  is_listening = isatty (STDERR_FILENO);
  if (!is_listening)
    return;
  is_drawn = FALSE;
  next_drawing = g_get_monotonic_time () + PATIENCE;
  gyre_progress_push (draw, NULL);
}

void
gyre_program_end_progress (void)
{
  if (is_listening)
    gyre_progress_pop ();
  if (is_drawn)
    fprintf (stderr, "\r%*s\r", WIDTH + 8, "");
  is_listening = is_drawn = FALSE;
}
