/* churn.c: Ten virtual hours of coming and going, after which the memory is what it was
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A frame is a second. In each, components are created under a parent, run, send each other messages, post instructions with and
 * without callbacks, and are deleted, some of them in the middle of all that.
 */
#include "gyre.h"
#include "gyre-handover-private.h"
#include "gyre-shard-private.h"

#include <malloc.h>
#include <string.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define AN_HOUR 3600
#define N_ALIVE 40
#define BOUND (64 * 1024)

typedef struct
{
  GyreComponent parent_instance;

  gint64 count;
} TestFly;
typedef struct { GyreComponentClass parent_class; } TestFlyClass;

typedef struct
{
  GyreExecutive *executive;
  GyreComponent *swarm;                 /* the parent */
  GyreComponent *alive[N_ALIVE];
  GRand *random;
  guint64 n_runs;
  guint64 n_received;
  guint64 n_told;
  gsize n_lost;                         /* bytes that each second leaves behind, as a fault would */
  gpointer lost;                        /* a list, so that it is found in the end */
} Swarm;

static Swarm *present;

static gboolean
test_fly_run (TestFly *self, GError **error)
{
  self->count++;
  present->n_runs++;
  if (self->count % 7 == 0)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "tired");
  return self->count % 7 != 0;
}

static gboolean
test_fly_buzz (TestFly *self, GError **error)
{
  return gyre_component_send (GYRE_COMPONENT (self), gyre_component_get_handle (present->alive[0]), 0, "bzz", 3,
                              GYRE_MESSAGE_NEXT_FRAME, error);
}

static gboolean
test_fly_receive (GyreComponent *self, GyreMessage *message, GError **error)
{
  present->n_received++;
  return TRUE;
}

static void
test_fly_class_initialize (gpointer type_class, gpointer data)
{
  GYRE_COMPONENT_CLASS (type_class)->receive = test_fly_receive;
}

GYRE_DEFINE_COMPONENT (TestFly, test_fly, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_integer (count, 0)),
  GYRE_BEHAVIORS (gyre_behavior (run, test_fly_run, (nothing)), gyre_behavior (buzz, test_fly_buzz, (nothing))),
  .family = "test.fly", .class_initialize = test_fly_class_initialize)

static void
hear (GyreInstruction *instruction, const GValue *result, const GError *error, gpointer data)
{
  ((Swarm *) data)->n_told++;
}

static GyreComponent *
create (Swarm *swarm, guint place)
{
  g_autofree char *name = place % 3 == 0 ? NULL : g_strdup_printf ("fly%u", place);
  g_autoptr (GError) error = NULL;
  GyreComponent *fly = gyre_component_create (swarm->swarm, test_fly_get_type (), name, &error, NULL);
  GyreLaunch how = { .interval_frames = place % 5, .interval_time = place % 2 * SECOND * 3, .phase = -1, .once = place % 7 == 0,
                     .restart = place % 3, .back_off = SECOND };

  g_assert_no_error (error);
  gyre_component_launch (fly, &how, &error);
  g_assert_no_error (error);
  return fly;
}

static void
talk (Swarm *swarm, GyreComponent *fly)
{
  g_autofree char *bytes = g_malloc0 (2000);
  GyreHandle handle = gyre_component_get_handle (fly);
  g_autoptr (GyreInstruction) instruction = gyre_instruction_new_for_handle (handle, "buzz", NULL, 0);

  gyre_component_send (fly, gyre_component_get_handle (swarm->alive[1]), g_rand_int_range (swarm->random, 0, 9), bytes,
                       (gsize) g_rand_int_range (swarm->random, 0, 2000), 0, NULL);
  if (g_rand_boolean (swarm->random))
    gyre_instruction_set_callback (instruction, hear, swarm, NULL);
  gyre_executive_post (swarm->executive, instruction, g_rand_int_range (swarm->random, 0, 5) * SECOND, NULL);
  if (g_rand_int_range (swarm->random, 0, 4) == 0)
    gyre_component_pause (fly, NULL);
  else
    gyre_component_resume (fly, NULL);
}

static void
lose (Swarm *swarm)
{
  gpointer *lost = g_malloc0 (MAX (swarm->n_lost, sizeof (gpointer)));

  *lost = swarm->lost;
  swarm->lost = lost;
}

static void
play (Swarm *swarm, guint n_seconds)
{
  GyreSurroundings *surroundings = gyre_executive_get_surroundings (swarm->executive);

  for (guint second = 0; second < n_seconds; second++)
    {
      for (guint count = 0; count < 3; count++)
        {
          guint place = (guint) g_rand_int_range (swarm->random, 0, N_ALIVE);

          gyre_component_delete (swarm->alive[place]);
          swarm->alive[place] = create (swarm, place);
          talk (swarm, swarm->alive[g_rand_int_range (swarm->random, 0, N_ALIVE)]);
        }
      if (swarm->n_lost > 0)
        lose (swarm);
      gyre_surroundings_advance_to (surroundings, gyre_surroundings_get_time (surroundings) + SECOND);
      g_assert_true (gyre_executive_step (swarm->executive, NULL));
    }
}

/* Everybody goes, and what was kept for the next peak too; then it is seen what is left. */
static void
settle (Swarm *swarm)
{
  GyreSurroundings *surroundings = gyre_executive_get_surroundings (swarm->executive);

  for (guint place = 0; place < N_ALIVE; place++)
    gyre_component_delete (swarm->alive[place]);
  for (guint frame = 0; frame < 2000; frame++)
    {
      gyre_surroundings_advance_to (surroundings, gyre_surroundings_get_time (surroundings) + SECOND);
      g_assert_true (gyre_executive_step (swarm->executive, NULL));
    }
}

static void
populate (Swarm *swarm)
{
  for (guint place = 0; place < N_ALIVE; place++)
    swarm->alive[place] = create (swarm, place);
}

/* N.B. some chunks are kept for the next peak for ever; how many there are at a moment says nothing. */
static gsize
get_memory (Swarm *swarm)
{
  struct mallinfo2 memory = mallinfo2 ();
  const GyreChunks *chunks = &gyre_executive_get_shard (swarm->executive)->messenger->mailboxes.chunks;

  g_assert_cmpuint (chunks->n_pooled, <=, 16);
  return memory.uordblks + memory.hblkhd - chunks->n_pooled * GYRE_CHUNK_ALIGNMENT;
}

static void
swarm_begin (Swarm *swarm, gsize n_lost)
{
  g_autoptr (GyreSurroundings) surroundings = gyre_surroundings_new_virtual (3);

  *swarm = (Swarm) { .executive = gyre_executive_new (), .random = g_rand_new_with_seed (3), .n_lost = n_lost };
  present = swarm;
  gyre_executive_set_surroundings (swarm->executive, surroundings, NULL);
  gyre_executive_push (swarm->executive);
  swarm->swarm = gyre_component_new (test_fly_get_type (), "swarm", NULL, NULL);
  populate (swarm);
}

static void
swarm_end (Swarm *swarm)
{
  gyre_component_delete (swarm->swarm);
  g_object_unref (swarm->swarm);
  gyre_executive_pop (swarm->executive);
  g_object_unref (swarm->executive);
  g_rand_free (swarm->random);
  for (gpointer *lost = swarm->lost, *next; lost != NULL; lost = next)
    {
      next = *lost;
      g_free (lost);
    }
}

/* How much more memory is in use after the hours than after the first one. */
static gsize
grow (guint n_hours, gsize n_lost)
{
  Swarm swarm;
  gsize before, after;

  swarm_begin (&swarm, n_lost);
  play (&swarm, AN_HOUR);
  settle (&swarm);
  before = get_memory (&swarm);
  populate (&swarm);
  play (&swarm, n_hours * AN_HOUR);
  settle (&swarm);
  after = get_memory (&swarm);
  g_assert_cmpuint (swarm.n_runs, >, n_hours * AN_HOUR);
  g_assert_cmpuint (swarm.n_received, >, n_hours * AN_HOUR);
  g_assert_cmpuint (swarm.n_told, >, n_hours * AN_HOUR / 2);
  swarm_end (&swarm);
  g_test_message ("%ld bytes more after %u hours", (long) after - (long) before, n_hours);
  return after > before ? after - before : 0;
}

static void
test_memory_is_flat (void)
{
  g_assert_cmpuint (grow (10, 0), <, BOUND);
}

static void
test_a_leak_is_seen (void)
{
  if (mallinfo2 ().uordblks == 0)
    g_test_skip ("this C library does not say how much memory is in use");
  else
    g_assert_cmpuint (grow (10, 2), >, BOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  stderr = fopen ("/dev/null", "w");
  /* What has a mapping of its own counts double for its alignment. */
  mallopt (M_MMAP_THRESHOLD, 32 * 1024 * 1024);
  g_test_add_func ("/simulator/churn/memory-is-flat-after-ten-hours", test_memory_is_flat);
  g_test_add_func ("/simulator/churn/a-leak-is-seen", test_a_leak_is_seen);
  return g_test_run ();
}
