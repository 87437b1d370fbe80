/* gyre-surroundings.c: What an executive gets from outside: time, chance and files
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-surroundings.h"

#include <sys/random.h>
#include <time.h>

struct _GyreSurroundings
{
  gatomicrefcount references;
  gboolean is_virtual;
  GyreSurroundingsTable table;
  gpointer data;
  gint64 time;                  /* of a virtual clock */
  guint64 state[4];             /* of virtual chance */
};

G_DEFINE_BOXED_TYPE (GyreSurroundings, gyre_surroundings, gyre_surroundings_ref, gyre_surroundings_unref)

#define NANOSECONDS G_GINT64_CONSTANT (1000000000)

/* The virtual world begins with the third millennium. */
#define FIRST_DATE (G_GINT64_CONSTANT (978307200) * NANOSECONDS)

/* The machine. */

static gint64
read_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (gint64) time.tv_sec * NANOSECONDS + time.tv_nsec;
}

static gint64
get_real_time (gpointer data)
{
  return read_clock (CLOCK_MONOTONIC);
}

static gint64
get_real_date (gpointer data)
{
  return read_clock (CLOCK_REALTIME);
}

/* N.B. the kernel gives up to 256 bytes whole once it has started, so there is nothing to wait or to look for. */
static guint64
get_real_random (gpointer data)
{
  guint64 number = 0;
  gssize n_read = getrandom (&number, sizeof number, 0);

  g_assert (n_read == sizeof number);
  return number;
}

static GInputStream *
read_real_file (gpointer data, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return G_INPUT_STREAM (g_file_read (file, NULL, error));
}

static GOutputStream *
write_real_file (gpointer data, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error));
}

static const GyreSurroundingsTable real_table = {
  get_real_time, get_real_date, get_real_random, read_real_file, write_real_file, NULL,
};

/* What follows from a seed: xoshiro256**, a generator of the public domain by Blackman and Vigna, filled by splitmix64. */

static guint64
rotate (guint64 word, guint bits)
{
  return word << bits | word >> (64 - bits);
}

static guint64
get_virtual_random (gpointer data)
{
  guint64 *state = ((GyreSurroundings *) data)->state;
  guint64 result = rotate (state[1] * 5, 7) * 9;
  guint64 shifted = state[1] << 17;

  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= shifted;
  state[3] = rotate (state[3], 45);
  return result;
}

static void
plant (guint64 *state, guint64 seed)
{
  for (guint index = 0; index < 4; index++)
    {
      guint64 word = seed += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

      word = (word ^ word >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
      word = (word ^ word >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
      state[index] = word ^ word >> 31;
    }
}

static gint64
get_virtual_time (gpointer data)
{
  return __atomic_load_n (&((GyreSurroundings *) data)->time, __ATOMIC_RELAXED);
}

static gint64
get_virtual_date (gpointer data)
{
  return FIRST_DATE + get_virtual_time (data);
}

static const GyreSurroundingsTable virtual_table = {
  get_virtual_time, get_virtual_date, get_virtual_random, read_real_file, write_real_file, NULL,
};

/**
 * gyre_surroundings_new_full: (skip)
 * @table: where everything comes from; copied
 * @data: what the functions get, freed by the table's @free
 * @is_virtual: whether the executive moves the clock itself by gyre_surroundings_advance_to(), in place of waiting. Then
 *   @get_time is not asked: the clock starts at 0 and is where it was moved to
 *
 * Surroundings of one's own, such as those of a test.
 *
 * Returns: (transfer full): the surroundings
 *
 * Since: 0.1
 */
GyreSurroundings *
gyre_surroundings_new_full (const GyreSurroundingsTable *table, gpointer data, gboolean is_virtual)
{
  GyreSurroundings *self = g_new0 (GyreSurroundings, 1);

  g_atomic_ref_count_init (&self->references);
  self->table = *table;
  self->data = data;
  self->is_virtual = is_virtual;
  return self;
}

/**
 * gyre_surroundings_new:
 *
 * Returns: (transfer full): the clock, the random numbers and the files of the machine
 *
 * Since: 0.1
 */
GyreSurroundings *
gyre_surroundings_new (void)
{
  return gyre_surroundings_new_full (&real_table, NULL, FALSE);
}

/**
 * gyre_surroundings_new_virtual:
 * @seed: from which all random numbers follow
 *
 * Time stands still until it is moved, beginning with 0, on 2001-01-01; files are those of the machine.
 *
 * Returns: (transfer full): surroundings in which a run can be repeated
 *
 * Since: 0.1
 */
GyreSurroundings *
gyre_surroundings_new_virtual (guint64 seed)
{
  GyreSurroundings *self = gyre_surroundings_new_full (&virtual_table, NULL, TRUE);

  self->data = self;
  plant (self->state, seed);
  return self;
}

GyreSurroundings *
gyre_surroundings_ref (GyreSurroundings *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
gyre_surroundings_unref (GyreSurroundings *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  if (self->table.free != NULL)
    self->table.free (self->data);
  g_free (self);
}

/**
 * gyre_surroundings_is_virtual:
 * @self: surroundings
 *
 * Returns: whether its clock is moved, and does not go by itself
 *
 * Since: 0.1
 */
gboolean
gyre_surroundings_is_virtual (GyreSurroundings *self)
{
  return self->is_virtual;
}

/**
 * gyre_surroundings_get_time:
 * @self: surroundings
 *
 * Returns: nanoseconds since some moment, the same for the whole run; it never goes back
 *
 * Since: 0.1
 */
gint64
gyre_surroundings_get_time (GyreSurroundings *self)
{
  return self->is_virtual ? get_virtual_time (self) : self->table.get_time (self->data);
}

/**
 * gyre_surroundings_get_date:
 * @self: surroundings
 *
 * Returns: nanoseconds since the beginning of 1970 in universal time
 *
 * Since: 0.1
 */
gint64
gyre_surroundings_get_date (GyreSurroundings *self)
{
  return self->table.get_date (self->data);
}

/**
 * gyre_surroundings_get_random:
 * @self: surroundings
 *
 * Of virtual surroundings, one thread asks.
 *
 * Returns: 64 random bits
 *
 * Since: 0.1
 */
guint64
gyre_surroundings_get_random (GyreSurroundings *self)
{
  return self->table.get_random (self->data);
}

/**
 * gyre_surroundings_get_chance:
 * @self: surroundings
 *
 * Returns: a random number from 0 up to but not including 1
 *
 * Since: 0.1
 */
double
gyre_surroundings_get_chance (GyreSurroundings *self)
{
  return (double) (gyre_surroundings_get_random (self) >> 11) * 0x1p-53;
}

/**
 * gyre_surroundings_advance_to:
 * @self: virtual surroundings
 * @time: what time it is from now on, in nanoseconds
 *
 * Moves the clock on. A time that is past already leaves it where it is.
 *
 * Since: 0.1
 */
void
gyre_surroundings_advance_to (GyreSurroundings *self, gint64 time)
{
  g_return_if_fail (self->is_virtual);

  if (time > self->time)
    __atomic_store_n (&self->time, time, __ATOMIC_RELAXED);
}

/**
 * gyre_surroundings_read_file:
 * @self: surroundings
 * @path: (type filename): which file
 * @error: return location for a #GError of GIO
 *
 * Returns: (nullable) (transfer full): its content
 *
 * Since: 0.1
 */
GInputStream *
gyre_surroundings_read_file (GyreSurroundings *self, const char *path, GError **error)
{
  return self->table.read_file (self->data, path, error);
}

/**
 * gyre_surroundings_write_file:
 * @self: surroundings
 * @path: (type filename): which file
 * @error: return location for a #GError of GIO
 *
 * Returns: (nullable) (transfer full): where to write its new content, which takes the place of the old when it is closed
 *
 * Since: 0.1
 */
GOutputStream *
gyre_surroundings_write_file (GyreSurroundings *self, const char *path, GError **error)
{
  return self->table.write_file (self->data, path, error);
}
