/* savina.h: Six small programs of actors, as several libraries run them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * After Imam and Sarkar, Savina: an actor benchmark suite (AGERE 2014). Each runs in one thread and returns the seconds that it
 * took; @count is the number of messages, or of actors where they are created.
 */
#pragma once

#include <glib.h>

#define SAVINA_RING 100               /* actors in the ring */
#define SAVINA_FORKS 60               /* that the work goes to */
#define SAVINA_BIG 120                /* that all talk to each other */

typedef enum
{
  SAVINA_PING_PONG,
  SAVINA_THREAD_RING,
  SAVINA_COUNTING,
  SAVINA_FORK_JOIN,
  SAVINA_CREATE,
  SAVINA_BIG_TALK,
  N_SAVINA,
} SavinaProgram;

G_BEGIN_DECLS

void   savina_caf_begin (void);
void   savina_caf_end   (void);
double savina_caf_run   (SavinaProgram program,
                         guint         count);

G_END_DECLS
