/* gyre-current.c: Which executive a thread works for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-executive-private.h"

/* Reading these costs one instruction each, also in a library that is loaded late. */
#define THREAD_LOCAL static __thread __attribute__ ((tls_model ("initial-exec")))
THREAD_LOCAL GyreExecutive *current;
THREAD_LOCAL GSList *pushed;  /* those below the current one, the last first */

/**
 * gyre_executive_get_current:
 *
 * Returns: (transfer none): the executive that this thread has pushed last, else the one of the process
 *
 * Since: 0.1
 */
GyreExecutive *
gyre_executive_get_current (void)
{
  return current != NULL ? current : gyre_executive_get_default ();
}

/**
 * gyre_executive_push:
 * @self: an executive
 *
 * Makes an executive the current one of this thread until gyre_executive_pop(). The thread keeps it alive.
 *
 * Since: 0.1
 */
void
gyre_executive_push (GyreExecutive *self)
{
  g_return_if_fail (GYRE_IS_EXECUTIVE (self));

  if (current != NULL)
    pushed = g_slist_prepend (pushed, current);
  current = g_object_ref (self);
}

/**
 * gyre_executive_pop:
 * @self: the executive that this thread has pushed last
 *
 * Makes the one before it the current one again.
 *
 * Since: 0.1
 */
void
gyre_executive_pop (GyreExecutive *self)
{
  g_return_if_fail (GYRE_IS_EXECUTIVE (self) && self == current);

  current = pushed != NULL ? pushed->data : NULL;
  pushed = g_slist_delete_link (pushed, pushed);
  g_object_unref (self);
}

GyreExecutive *
gyre_executive_exchange_current (GyreExecutive *new_current)
{
  GyreExecutive *old = current;

  current = new_current;
  return old;
}
