/* witness.c: A module that leaves a trace whenever it is loaded
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <fcntl.h>
#include <unistd.h>

#define WITNESS_TYPE_STAND (witness_stand_get_type ())
G_DECLARE_FINAL_TYPE (WitnessStand, witness_stand, WITNESS, STAND, GyreComponent)

struct _WitnessStand
{
  GyreComponent parent_instance;

  char *oath;
  gint64 seats;
};

static gboolean
stand_swear (WitnessStand *self, gboolean loudly, GError **error)
{
  return TRUE;
}

GYRE_DEFINE_COMPONENT (WitnessStand, witness_stand, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_string (oath, "the whole truth", .member = "the truth, the whole truth, nothing", .summary = "what is sworn"),
    gyre_integer (seats, 1, .minimum = 0, .summary = "how many can sit")),
  GYRE_BEHAVIORS (gyre_behavior (swear, stand_swear, (nothing, (boolean, loudly)), .summary = "says it")),
  .family = "witness.stand",
  .summary = "where one speaks")

/* The loader runs it, before anybody has asked for anything. */
static void __attribute__ ((constructor))
leave_trace (void)
{
  const char *path = g_getenv ("WITNESS_TRACE");
  int file = path != NULL ? open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;

  if (g_getenv ("WITNESS_COMPLAINT") != NULL)
    g_warning ("%s", g_getenv ("WITNESS_COMPLAINT"));
  if (file < 0)
    return;
  if (write (file, "loaded\n", 7) != 7)
    g_warning ("%s can't be written", path);
  close (file);
}

GYRE_MODULE (witness_stand_get_type)
