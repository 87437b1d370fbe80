/* gauss-twister.h: The stream of random numbers that a seed names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GAUSS_TWISTER_LENGTH 624

/**
 * GaussTwister:
 *
 * A Mersenne twister (MT19937) that gives, bit for bit, the numbers of Python's `random.Random (seed)`.
 *
 * A plain value: it lives inside its owner, may be copied (the copy goes on where the original stands) and needs no end.
 * Initialise it first, then fill. One thread at a time.
 */
typedef struct
{
  guint32 words[GAUSS_TWISTER_LENGTH];
  guint   index;  /* of the next word; always even, since a number takes two */
} GaussTwister;

void gauss_twister_init          (GaussTwister  *self,
                                  gint64         seed);
void gauss_twister_init_by_key   (GaussTwister  *self,
                                  const guint32 *key,
                                  gsize          length);
void gauss_twister_init_randomly (GaussTwister  *self);

void gauss_twister_fill          (GaussTwister  *self,
                                  double        *numbers,
                                  gsize          count);
void gauss_twister_fill_points   (GaussTwister  *self,
                                  const double  *intervals,
                                  double        *points,
                                  gsize          count,
                                  guint          dimension);

G_END_DECLS
