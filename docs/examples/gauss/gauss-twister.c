/* gauss-twister.c: The stream of random numbers that a seed names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * After Makoto Matsumoto and Takuji Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed uniform pseudo-random
 * number generator" (1998), with the seeding by array of 2002, which is what CPython uses.
 */
#include "gauss-twister.h"

#include <errno.h>
#include <sys/random.h>

#define LENGTH GAUSS_TWISTER_LENGTH
#define MIDDLE 397

static void
init_by_word (GaussTwister *self, guint32 word)
{
  self->words[0] = word;
  for (guint index = 1; index < LENGTH; index++)
    {
      guint32 previous = self->words[index - 1];

      self->words[index] = 1812433253u * (previous ^ (previous >> 30)) + index;
    }
  self->index = LENGTH;
}

/* Goes to the next word of the state; the first one stands for the one after the last. */
static guint
next_index (GaussTwister *self, guint index)
{
  if (index + 1 < LENGTH)
    return index + 1;
  self->words[0] = self->words[LENGTH - 1];
  return 1;
}

static guint32
mix (GaussTwister *self, guint index, guint32 factor)
{
  guint32 previous = self->words[index - 1];

  return self->words[index] ^ ((previous ^ (previous >> 30)) * factor);
}

/**
 * gauss_twister_init_by_key:
 * @self: the twister
 * @key: (array length=length): the words of the key
 * @length: how many, at least 1
 *
 * Starts the stream that a key of any length names.
 */
void
gauss_twister_init_by_key (GaussTwister *self, const guint32 *key, gsize length)
{
  guint index = 1;
  gsize position = 0;

  g_return_if_fail (self != NULL && key != NULL && length > 0);

  init_by_word (self, 19650218u);
  for (gsize step = 0; step < MAX (length, LENGTH); step++)
    {
      self->words[index] = mix (self, index, 1664525u) + key[position] + (guint32) position;
      index = next_index (self, index);
      position = position + 1 < length ? position + 1 : 0;
    }
  for (guint step = 0; step < LENGTH - 1; step++)
    {
      self->words[index] = mix (self, index, 1566083941u) - index;
      index = next_index (self, index);
    }
  self->words[0] = 0x80000000u;
}

/**
 * gauss_twister_init:
 * @self: the twister
 * @seed: any integer; as in Python, a negative one names the stream of its absolute value
 *
 * Starts the stream of Python's `random.Random (seed)`.
 */
void
gauss_twister_init (GaussTwister *self, gint64 seed)
{
  guint64 magnitude = seed < 0 ? - (guint64) seed : (guint64) seed;
  guint32 key[2] = { (guint32) magnitude, (guint32) (magnitude >> 32) };

  gauss_twister_init_by_key (self, key, key[1] != 0 ? 2 : 1);
}

/**
 * gauss_twister_init_randomly:
 * @self: the twister
 *
 * Starts a stream that nobody can name, from the system's own source of randomness.
 */
void
gauss_twister_init_randomly (GaussTwister *self)
{
  guint32 key[LENGTH];
  gsize filled = 0;

  while (filled < sizeof key)
    {
      gssize got = getrandom ((guint8 *) key + filled, sizeof key - filled, 0);

      if (got > 0)
        filled += got;
      else if (errno != EINTR)
        break;
    }
  /* A system without getrandom: GLib knows the other ways. */
  for (gsize index = filled / sizeof key[0]; index < LENGTH; index++)
    key[index] = g_random_int ();
  gauss_twister_init_by_key (self, key, LENGTH);
}

static inline guint32
twist (guint32 upper, guint32 lower, guint32 middle)
{
  guint32 word = (upper & 0x80000000u) | (lower & 0x7fffffffu);

  return middle ^ (word >> 1) ^ (-(word & 1u) & 0x9908b0dfu);
}

/* Makes the next words of the state. Three loops without a branch or a remainder, so that the compiler can vectorise. */
static void
renew (GaussTwister *self)
{
  guint32 *words = self->words;

  for (guint index = 0; index < LENGTH - MIDDLE; index++)
    words[index] = twist (words[index], words[index + 1], words[index + MIDDLE]);
  for (guint index = LENGTH - MIDDLE; index < LENGTH - 1; index++)
    words[index] = twist (words[index], words[index + 1], words[index + MIDDLE - LENGTH]);
  words[LENGTH - 1] = twist (words[LENGTH - 1], words[0], words[MIDDLE - 1]);
  self->index = 0;
}

static inline guint32
temper (guint32 word)
{
  word ^= word >> 11;
  word ^= (word << 7) & 0x9d2c5680u;
  word ^= (word << 15) & 0xefc60000u;
  return word ^ (word >> 18);
}

/**
 * gauss_twister_fill:
 * @self: the twister
 * @numbers: (out caller-allocates) (array length=count): room for the numbers
 * @count: how many
 *
 * Takes the next numbers of the stream, uniform in [0, 1) with 53 bits: Python's `random ()`.
 */
void
gauss_twister_fill (GaussTwister *self, double *numbers, gsize count)
{
  while (count > 0)
    {
      const guint32 *words;
      gsize length;

      if (self->index == LENGTH)
        renew (self);
      words = self->words + self->index;
      length = MIN (count, (LENGTH - self->index) / 2);
      for (gsize index = 0; index < length; index++)
        {
          /* 27 and 26 bits: both fit a signed word, which converts faster, and their sum is exact. */
          gint32 high = (gint32) (temper (words[2 * index]) >> 5);
          gint32 low = (gint32) (temper (words[2 * index + 1]) >> 6);

          numbers[index] = (high * 0x1p26 + low) * 0x1p-53;
        }
      self->index += 2 * length;
      numbers += length;
      count -= length;
    }
}

/* Stretches numbers from [0, 1) over the intervals of their axes, as Python's `uniform` does: a + (b - a) × number. */
static G_ALWAYS_INLINE inline void
stretch (const double *intervals, double *points, gsize count, guint dimension)
{
  for (gsize index = 0; index < count; index++)
    for (guint axis = 0; axis < dimension; axis++)
      {
        double lower = intervals[2 * axis];
        double upper = intervals[2 * axis + 1];
        double *coordinate = points + index * dimension + axis;

        *coordinate = lower + (upper - lower) * *coordinate;
      }
}

/**
 * gauss_twister_fill_points:
 * @self: the twister
 * @intervals: lower and upper end for each axis: @dimension × 2 numbers
 * @points: (out caller-allocates): room for @count × @dimension numbers, point after point
 * @count: how many points
 * @dimension: the numbers of a point
 *
 * Takes the next points of the stream, point after point and in each axis after axis: what Python gives for
 * `[uniform (a, b) for a, b in intervals]`, @count times.
 */
void
gauss_twister_fill_points (GaussTwister *self, const double *intervals, double *points, gsize count, guint dimension)
{
  gauss_twister_fill (self, points, count * dimension);
  /* A dimension that the compiler knows makes a loop without an inner loop. */
  switch (dimension)
    {
    case 1:
      stretch (intervals, points, count, 1);
      break;
    case 2:
      stretch (intervals, points, count, 2);
      break;
    case 3:
      stretch (intervals, points, count, 3);
      break;
    default:
      stretch (intervals, points, count, dimension);
      break;
    }
}
