/* gyre-kin.c: Who holds whom
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-kin-private.h"

/* Members that are to be let go in this thread: a long line of descendants must not end with the stack. */
#define THREAD_LOCAL static __thread __attribute__ ((tls_model ("initial-exec")))
THREAD_LOCAL GPtrArray *leaving;

GyreKin *
gyre_kin_ensure (GyreComponent *component)
{
  GyreState *state = gyre_state_ensure (component);

  if (state->kin == NULL)
    state->kin = g_try_new0 (GyreKin, 1);
  return state->kin;
}

void
gyre_kin_free (GyreKin *kin)
{
  g_free (kin);
}

static gboolean
is_child_tie (const GyreTie *tie)
{
  return tie == &gyre_kin_peek (tie->member)->parent;
}

static GyreTies *
ties_of (const GyreTie *tie)
{
  GyreKin *kin = gyre_kin_peek (tie->holder);

  return is_child_tie (tie) ? &kin->children : &kin->members;
}

static void
append (GyreTies *ties, GyreTie *tie)
{
  tie->previous = ties->last;
  tie->next = NULL;
  if (ties->last != NULL)
    ties->last->next = tie;
  else
    ties->first = tie;
  ties->last = tie;
  ties->length++;
}

static void
drop (GyreTies *ties, GyreTie *tie)
{
  if (tie->previous != NULL)
    tie->previous->next = tie->next;
  else
    ties->first = tie->next;
  if (tie->next != NULL)
    tie->next->previous = tie->previous;
  else
    ties->last = tie->previous;
  ties->length--;
  ties->found = NULL;
}

void
gyre_kin_tie_child (GyreComponent *parent, GyreComponent *child)
{
  GyreTie *tie = &gyre_kin_peek (child)->parent;

  g_assert (tie->holder == NULL);
  tie->holder = parent;
  tie->member = g_object_ref (child);
  append (&gyre_kin_peek (parent)->children, tie);
}

gboolean
gyre_kin_tie_member (GyreComponent *holder, GyreComponent *member)
{
  GyreKin *kin = gyre_kin_peek (member);
  GyreTie *tie = g_try_new0 (GyreTie, 1);

  if (tie == NULL)
    return FALSE;
  tie->holder = holder;
  tie->member = g_object_ref (member);
  tie->other = kin->holders;
  kin->holders = tie;
  append (&gyre_kin_peek (holder)->members, tie);
  return TRUE;
}

/* A component stands in few holders, and a holder has many members. */
GyreTie *
gyre_kin_find_member (GyreComponent *holder, GyreComponent *member)
{
  GyreKin *kin = gyre_kin_peek (member);
  GyreTie *tie = kin != NULL ? kin->holders : NULL;

  while (tie != NULL && tie->holder != holder)
    tie = tie->other;
  return tie;
}

GyreComponent *
gyre_kin_untie (GyreTie *tie)
{
  GyreComponent *member = tie->member;
  GyreTie **place = &gyre_kin_peek (member)->holders;

  drop (ties_of (tie), tie);
  if (is_child_tie (tie))
    {
      *tie = (GyreTie) { NULL };
      return member;
    }
  while (*place != tie)
    place = &(*place)->other;
  *place = tie->other;
  g_free (tie);
  return member;
}

/* From whichever is next: one end, the other, or the one that was found last. So to go through all of them by position costs no
 * more than to go along the ties. */
GyreTie *
gyre_kin_get_nth (GyreTies *ties, guint position)
{
  GyreTie *tie = ties->first;
  guint here = 0;

  if (position >= ties->length)
    return NULL;
  if (ties->length - 1 - position < position)
    {
      tie = ties->last;
      here = ties->length - 1;
    }
  if (ties->found != NULL && ABS ((gint64) ties->position - position) < ABS ((gint64) here - position))
    {
      tie = ties->found;
      here = ties->position;
    }
  for (; here < position; here++)
    tie = tie->next;
  for (; here > position; here--)
    tie = tie->previous;
  ties->found = tie;
  ties->position = position;
  return tie;
}

static void
let_go (GyreTies *ties)
{
  GPtrArray *array = leaving;
  GPtrArray *own = array == NULL ? g_ptr_array_new () : NULL;

  if (ties->length == 0)
    {
      g_clear_pointer (&own, g_ptr_array_unref);
      return;
    }
  if (own != NULL)
    leaving = array = own;
  while (ties->last != NULL)
    g_ptr_array_add (array, gyre_kin_untie (ties->last));
  if (own == NULL)
    return;
  while (own->len > 0)
    g_object_unref (g_ptr_array_steal_index_fast (own, own->len - 1));
  leaving = NULL;
  g_ptr_array_unref (own);
}

void
gyre_kin_leave (GyreComponent *component)
{
  GyreKin *kin = gyre_kin_peek (component);

  if (kin == NULL)
    return;
  if (kin->parent.holder != NULL)
    g_object_unref (gyre_kin_untie (&kin->parent));
  while (kin->holders != NULL)
    g_object_unref (gyre_kin_untie (kin->holders));
  let_go (&kin->children);
  let_go (&kin->members);
}
