/* observers.c: What it costs that somebody hears of a change, and to set several traits together
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The peer of an observer is a signal of Qt 6, where the build has found it. The peer of a transaction are single sets.
 */
#include "balls.h"
#ifdef HAVE_QT
#include "qt-ball.h"
#endif

#include <math.h>

enum { MOST = 1000 };

typedef struct
{
  OurBall *quiet, *heard, *matched;
  OurBall *many[MOST];
  gpointer peer;
  guint size;               /* of a transaction */
  double sum;
} Subjects;

/* Each value differs from the one before, so each is a change. */
#define VALUE(index) ((double) ((index) & 1) + 1.0)

#define MEASURE(function, statement) \
  static double \
  function (guint count, gpointer data) \
  { \
    Subjects *self = data; \
    double start = benchmark_now (); \
    for (guint index = 0; index < count; index++) \
      { \
        statement; \
        BENCHMARK_KEEP (self); \
      } \
    return benchmark_now () - start; \
  }

MEASURE (set_quiet, our_ball_set_radius (self->quiet, VALUE (index), NULL))
MEASURE (set_heard, our_ball_set_radius (self->heard, VALUE (index), NULL))
MEASURE (set_matched, our_ball_set_radius (self->matched, VALUE (index), NULL))
#ifdef HAVE_QT
MEASURE (set_peer, qt_ball_set_radius (self->peer, VALUE (index)))
#endif

static void
on_change (GyreComponent *component, const GyreChange *change, gpointer data)
{
  Subjects *self = data;

  self->sum += change->new_value.real;
}

/* So many sets, in transactions of some size. */
static double
set_together (guint count, gpointer data)
{
  Subjects *self = data;
  double start = benchmark_now ();

  for (guint done = 0; done < count; done += self->size)
    {
      GyreTransaction *transaction = gyre_transaction_begin (gyre_executive_get_default ());
      for (guint index = 0; index < self->size; index++)
        gyre_transaction_set_real (transaction, GYRE_COMPONENT (self->many[index]), "radius", VALUE (done / self->size + index), NULL);
      gyre_transaction_commit (transaction, NULL);
      gyre_transaction_unref (transaction);
    }
  return benchmark_now () - start;
}

static double
set_singly (guint count, gpointer data)
{
  Subjects *self = data;
  double start = benchmark_now ();

  for (guint done = 0; done < count; done += self->size)
    for (guint index = 0; index < self->size; index++)
      gyre_component_set_real (GYRE_COMPONENT (self->many[index]), "radius", VALUE (done / self->size + index), NULL);
  return benchmark_now () - start;
}

static void
compare_observers (Benchmark *benchmark, Subjects *subjects)
{
  guint count = 500000;

  gyre_component_observe (GYRE_COMPONENT (subjects->heard), "radius", on_change, subjects, NULL, NULL);
#ifdef HAVE_QT
  subjects->peer = qt_ball_new_heard ();
  benchmark_compare (benchmark, "typed set, one observer, against a signal of Qt 6", 1.0 / 2, set_heard, set_peer, count, subjects);
  qt_ball_free (subjects->peer);
#else
  g_print ("typed set, one observer, against a signal of Qt 6: not measured, the build has not found Qt 6 and a C++ compiler\n");
#endif
  benchmark_compare (benchmark, "typed set, one observer, against nobody", NAN, set_heard, set_quiet, count, subjects);
  gyre_executive_observe (gyre_executive_get_default (), "benchmark.matched.radius", on_change, subjects, NULL, NULL);
  benchmark_compare (benchmark, "typed set heard through a pattern, against one observer", NAN, set_matched, set_heard, count, subjects);
}

/* Nobody hears of the quiet one; first without any pattern, then with a thousand that do not match it. */
static void
compare_patterns (Benchmark *benchmark, Subjects *subjects)
{
  guint count = 500000;
  double before = set_quiet (count, subjects), after;

  for (guint round = 0; round < benchmark_get_rounds (benchmark); round++)
    before = MIN (before, set_quiet (count, subjects));
  for (guint index = 0; index < MOST; index++)
    {
      g_autofree char *pattern = g_strdup_printf ("other.*.part%u.radius", index);
      gyre_executive_observe (gyre_executive_get_default (), pattern, on_change, subjects, NULL, NULL);
    }
  after = set_quiet (count, subjects);
  for (guint round = 0; round < benchmark_get_rounds (benchmark); round++)
    after = MIN (after, set_quiet (count, subjects));
  benchmark_tell (benchmark, "typed set under 1000 patterns that do not match, against none", "ns", after / count * 1e9,
                  before / count * 1e9, BENCHMARK_RATIO_AT_MOST, 1.1);
}

static void
compare_transactions (Benchmark *benchmark, Subjects *subjects)
{
  const guint sizes[] = { 1, 10, 1000 };

  for (guint index = 0; index < G_N_ELEMENTS (sizes); index++)
    {
      g_autofree char *what = g_strdup_printf ("set in transactions of %u, each, against single sets by name", sizes[index]);
      subjects->size = benchmark_get_size (benchmark, sizes[index], MIN (sizes[index], 10));
      benchmark_compare (benchmark, what, NAN, set_together, set_singly, 50000, subjects);
    }
}

int
main (int argc, char **argv)
{
  Benchmark *benchmark = benchmark_new ("observers", argc, argv);
  Subjects subjects = { g_object_new (OUR_TYPE_BALL, "name", "benchmark.quiet", NULL), g_object_new (OUR_TYPE_BALL, NULL),
                        g_object_new (OUR_TYPE_BALL, "name", "benchmark.matched", NULL) };

  for (guint index = 0; index < MOST; index++)
    subjects.many[index] = g_object_new (OUR_TYPE_BALL, NULL);
  compare_patterns (benchmark, &subjects);
  compare_observers (benchmark, &subjects);
  compare_transactions (benchmark, &subjects);
  if (subjects.sum <= 0.0)
    g_error ("nobody has heard anything");
  for (guint index = 0; index < MOST; index++)
    g_object_unref (subjects.many[index]);
  g_object_unref (subjects.quiet);
  g_object_unref (subjects.heard);
  g_object_unref (subjects.matched);
  return benchmark_finish (benchmark);
}
