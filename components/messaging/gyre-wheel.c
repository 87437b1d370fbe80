/* gyre-wheel.c: Timers, as many as there are, each in constant time
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Time is counted in ticks. A timer stands at the level of the highest byte in which its tick differs from the current one, in
 * the spoke of that byte. So all timers of a level share the higher bytes with the current tick, the spokes of a level never
 * wrap around, and the first occupied spoke of the lowest occupied level is always the next: a turn goes from one occupied
 * spoke to the next, however far apart they are, and a timer moves down at most once a level.
 *
 * A timer that is armed anew for later, as time-outs are, stays where it is, too early, until its spoke comes up: so that costs
 * no more than writing down the time.
 *
 * Frames can be shorter than a tick. Then a tick is emptied in parts: all of its timers are looked at when one of them is due, and none
 * of them when none is. N.B. a tick kept in order would make it dearer to put timers into it, which is what short frames do most.
 */
#include "gyre-wheel-private.h"

#define TICK_BITS 14                    /* a tick is 16 µs */
#define SPOKE_BITS 8
#define N_SPOKES (1 << SPOKE_BITS)
#define N_LEVELS 7                      /* 7 bytes and the tick are more than 63 bits */
#define N_WORDS (N_SPOKES / 64)
#define LONGEST_SEARCH 32               /* timers that are looked at for the next due time */

struct _GyreWheel
{
  guint64 current;                      /* tick; no timer stands before it */
  guint64 length;
  gint64 earliest;                      /* no timer of the current tick is due before */
  guint8 levels;                        /* a bit for each level that has timers */
  guint64 occupied[N_LEVELS][N_WORDS];  /* a bit for each spoke that has timers */
  GyreTimer *spokes[N_LEVELS][N_SPOKES];
};

static guint64
tick_of (gint64 time)
{
  return (guint64) MAX (time, 0) >> TICK_BITS;
}

GyreWheel *
gyre_wheel_new (gint64 now)
{
  GyreWheel *self = g_new0 (GyreWheel, 1);

  self->current = tick_of (now);
  self->earliest = G_MAXINT64;
  return self;
}

/* Timers that are still in it belong to others, who forget that they were. */
void
gyre_wheel_free (GyreWheel *wheel)
{
  g_free (wheel);
}

static void
place (GyreWheel *self, GyreTimer *timer)
{
  guint64 tick = MAX (tick_of (timer->due), self->current);
  guint64 difference = tick ^ self->current;
  guint level = difference == 0 ? 0 : (63 - (guint) __builtin_clzll (difference)) / SPOKE_BITS;
  guint spoke = (tick >> (level * SPOKE_BITS)) & (N_SPOKES - 1);
  GyreTimer **head = &self->spokes[level][spoke];

  timer->next = *head;
  timer->link = head;
  if (timer->next != NULL)
    timer->next->link = &timer->next;
  *head = timer;
  self->occupied[level][spoke / 64] |= G_GUINT64_CONSTANT (1) << spoke % 64;
  self->levels |= 1 << level;
  if (difference == 0)
    self->earliest = MIN (self->earliest, timer->due);
}

static void
mark_empty (GyreWheel *self, guint level, guint spoke)
{
  guint64 left = 0;

  self->occupied[level][spoke / 64] &= ~(G_GUINT64_CONSTANT (1) << spoke % 64);
  for (guint word = 0; word < N_WORDS; word++)
    left |= self->occupied[level][word];
  if (left == 0)
    self->levels &= ~(1 << level);
}

static void
unlink_timer (GyreWheel *self, GyreTimer *timer)
{
  GyreTimer **link = timer->link;

  *link = timer->next;
  if (timer->next != NULL)
    timer->next->link = link;
  else if (link >= &self->spokes[0][0] && link < &self->spokes[0][0] + N_LEVELS * N_SPOKES && *link == NULL)
    mark_empty (self, (guint) (link - &self->spokes[0][0]) / N_SPOKES, (guint) (link - &self->spokes[0][0]) % N_SPOKES);
  timer->link = NULL;
  self->length--;
}

void
gyre_wheel_insert (GyreWheel *wheel, GyreTimer *timer, gint64 due, guint64 order)
{
  gboolean stays = timer->link != NULL && due >= timer->due;

  if (timer->link != NULL && !stays)
    unlink_timer (wheel, timer);
  timer->due = due;
  timer->order = order;
  if (stays)
    return;
  place (wheel, timer);
  wheel->length++;
}

void
gyre_wheel_cancel (GyreWheel *wheel, GyreTimer *timer)
{
  if (timer->link != NULL)
    unlink_timer (wheel, timer);
}

static gboolean
goes_before (const GyreTimer *timer, const GyreTimer *other)
{
  return timer->due < other->due || (timer->due == other->due && timer->order < other->order);
}

static GyreTimer *
merge (GyreTimer *left, GyreTimer *right)
{
  GyreTimer *first = NULL;
  GyreTimer **end = &first;

  while (left != NULL && right != NULL)
    {
      GyreTimer **smaller = goes_before (right, left) ? &right : &left;

      *end = *smaller;
      end = &(*smaller)->next;
      *smaller = *end;
    }
  *end = left != NULL ? left : right;
  return first;
}

/* A merge sort from below: runs[n] is sorted and has 2ⁿ timers, or is empty. */
static GyreTimer *
sort (GyreTimer *list)
{
  GyreTimer *runs[64] = { NULL };
  GyreTimer *sorted = NULL;
  guint n_runs = 0;

  while (list != NULL)
    {
      GyreTimer *run = list;
      guint index = 0;

      list = list->next;
      run->next = NULL;
      for (; index < n_runs && runs[index] != NULL; index++)
        {
          run = merge (runs[index], run);
          runs[index] = NULL;
        }
      runs[index] = run;
      n_runs = MAX (n_runs, index + 1);
    }
  for (guint index = 0; index < n_runs; index++)
    sorted = sorted == NULL ? runs[index] : runs[index] == NULL ? sorted : merge (runs[index], sorted);
  return sorted;
}

static gboolean
is_sorted (const GyreTimer *list)
{
  while (list != NULL && list->next != NULL && goes_before (list, list->next))
    list = list->next;
  return list == NULL || list->next == NULL;
}

/* The first occupied spoke of the lowest occupied level, and the tick with which it begins. */
static gboolean
find_next (GyreWheel *self, guint *level, guint *spoke, guint64 *tick)
{
  guint word = 0;

  if (self->levels == 0)
    return FALSE;
  *level = (guint) __builtin_ctz (self->levels);
  while (self->occupied[*level][word] == 0)
    word++;
  *spoke = word * 64 + (guint) __builtin_ctzll (self->occupied[*level][word]);
  *tick = self->current >> *level * SPOKE_BITS & ~(guint64) (N_SPOKES - 1);
  *tick = (*tick | *spoke) << *level * SPOKE_BITS;
  return TRUE;
}

static GyreTimer *
empty_spoke (GyreWheel *self, guint level, guint spoke)
{
  GyreTimer *list = self->spokes[level][spoke];

  self->spokes[level][spoke] = NULL;
  mark_empty (self, level, spoke);
  return list;
}

static void
move_down (GyreWheel *self, GyreTimer *list)
{
  while (list != NULL)
    {
      GyreTimer *next = list->next;

      place (self, list);
      list = next;
    }
}

/* Of a spoke those that are due; the others go back, or on to where they belong. Timers go to the front of their spoke and come out of it the other way
 * round, so mostly they are in order already. */
static GyreTimer *
take_due_of (GyreWheel *self, GyreTimer *list, gint64 now)
{
  GyreTimer *due = NULL;

  while (list != NULL)
    {
      GyreTimer *next = list->next;

      if (list->due > now || tick_of (list->due) > self->current)
        place (self, list);
      else
        {
          list->next = due;
          list->link = NULL;
          due = list;
          self->length--;
        }
      list = next;
    }
  return due;
}

/* Returns: the end of what is there then. */
static GyreTimer **
append (GyreTimer **end, GyreTimer *list)
{
  *end = list;
  while (*end != NULL)
    end = &(*end)->next;
  return end;
}

GyreTimer *
gyre_wheel_take_due (GyreWheel *wheel, gint64 now)
{
  GyreTimer *due = NULL;
  GyreTimer **end = &due;
  guint64 target = MAX (tick_of (now), wheel->current);
  gboolean is_partial = FALSE;
  guint level, spoke;
  guint64 tick;

  if (target == wheel->current && now < wheel->earliest)
    return NULL;
  wheel->earliest = G_MAXINT64;
  while (!is_partial && find_next (wheel, &level, &spoke, &tick) && tick <= target)
    {
      GyreTimer *list = empty_spoke (wheel, level, spoke);

      wheel->current = MAX (wheel->current, tick);
      if (level > 0)
        {
          move_down (wheel, list);
          continue;
        }
      is_partial = wheel->current == target;
      list = take_due_of (wheel, list, now);
      end = append (end, is_sorted (list) ? list : sort (list));
    }
  wheel->current = target;
  return due;
}

/* Of the first spoke, which begins with @tick, the timers that belong to a later one go there. Returns: whether there were any
 * among those that are looked at. */
static gboolean
put_right (GyreWheel *self, guint level, guint spoke, guint64 tick)
{
  guint64 end = tick + (G_GUINT64_CONSTANT (1) << level * SPOKE_BITS);
  gboolean any = FALSE;
  guint searched = 0;
  GyreTimer *next;

  for (GyreTimer *timer = self->spokes[level][spoke]; timer != NULL && searched++ < LONGEST_SEARCH; timer = next)
    {
      next = timer->next;
      if (tick_of (timer->due) < end)
        continue;
      gyre_wheel_cancel (self, timer);
      place (self, timer);
      self->length++;
      any = TRUE;
    }
  return any;
}

gint64
gyre_wheel_get_next_due (GyreWheel *wheel)
{
  guint level, spoke, searched = 0;
  guint64 tick;
  gint64 due = G_MAXINT64;

  do
    if (!find_next (wheel, &level, &spoke, &tick))
      return G_MAXINT64;
  while (put_right (wheel, level, spoke, tick));
  for (GyreTimer *timer = wheel->spokes[level][spoke]; timer != NULL; timer = timer->next)
    {
      if (searched++ == LONGEST_SEARCH)
        return (gint64) (tick << TICK_BITS);
      due = MIN (due, timer->due);
    }
  return due;
}

guint64
gyre_wheel_get_length (GyreWheel *wheel)
{
  return wheel->length;
}
