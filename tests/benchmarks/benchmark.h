/* benchmark.h: The common frame of the benchmarks: rounds, medians, a table, JSON
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A program of this folder measures something of ours and, in turns in the same run, a peer, so that a busy machine slows both.
 * Usage of each: PROGRAM [--tiny] [FILE.json]. With --tiny everything runs once with small sizes and no time is judged: the
 * ordinary suite does so, that no benchmark can rot.
 */
#pragma once

#include <glib-object.h>

typedef struct _Benchmark Benchmark;

/* Measures so many operations; returns the seconds that they took, without what prepares and cleans up. */
typedef double (*BenchmarkMeasure) (guint    count,
                                    gpointer data);

/* What a limit speaks of. */
typedef enum
{
  BENCHMARK_RATIO_AT_MOST,   /* ours / peer */
  BENCHMARK_OURS_AT_MOST,
  BENCHMARK_OURS_AT_LEAST,
  BENCHMARK_PEER_AT_LEAST,   /* ours / peer, where more is better */
} BenchmarkBound;

Benchmark *benchmark_new      (const char       *name,
                               int               argc,
                               char            **argv);
gboolean   benchmark_is_tiny  (Benchmark        *self);
guint      benchmark_get_size (Benchmark        *self,
                               guint             full,
                               guint             tiny);
guint      benchmark_get_rounds (Benchmark      *self);
void       benchmark_compare  (Benchmark        *self,
                               const char       *what,
                               double            limit,
                               BenchmarkMeasure  ours,
                               BenchmarkMeasure  peer,
                               guint             count,
                               gpointer          data);
void       benchmark_tell     (Benchmark        *self,
                               const char       *what,
                               const char       *unit,
                               double            ours,
                               double            peer,
                               BenchmarkBound    bound,
                               double            limit);
int        benchmark_finish   (Benchmark        *self);

double     benchmark_now      (void);
gsize      benchmark_get_memory (void);
double     benchmark_get_median (double         *values,
                               guint             length);
char      *benchmark_dup_foreign (const char    *text);

/* The compiler must take it that the value is used here, and that any memory may have changed. */
#define BENCHMARK_KEEP(value) __asm__ volatile ("" : : "r,m" (value) : "memory")
