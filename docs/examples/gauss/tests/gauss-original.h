/* gauss-original.h: What the Python original says, where there is a Python
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GaussOriginal:
 * @quarter_circle: the first integral
 * @quarter_circle_seconds: the time it took, without the start of Python
 * @gaussian: the second integral
 * @gaussian_seconds: the time it took
 *
 * One run of `original/gauss.py`.
 */
typedef struct
{
  double quarter_circle;
  double quarter_circle_seconds;
  double gaussian;
  double gaussian_seconds;
} GaussOriginal;

char    *gauss_original_find_python (void);
char    *gauss_original_run_python  (const char * const *arguments,
                                     GError            **error);
gboolean gauss_original_run         (gsize               samples,
                                     gint64              seed,
                                     GaussOriginal      *original,
                                     GError            **error);

G_END_DECLS
