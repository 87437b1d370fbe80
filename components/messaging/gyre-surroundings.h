/* gyre-surroundings.h: What an executive gets from outside: time, chance and files
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-duration.h"

#include <gio/gio.h>

GYRE_BEGIN_DECLARATIONS

/**
 * GyreSurroundingsTable: (skip)
 * @get_time: nanoseconds since some moment; never goes back
 * @get_date: nanoseconds since 1970 in universal time
 * @get_random: 64 random bits
 * @read_file: opens a file for reading
 * @write_file: makes a file anew, for writing
 * @free: (nullable): when the surroundings go
 *
 * Everything that a run gets from outside itself goes through these functions, so that a run with others in their place can be
 * repeated, disturbed and sped up.
 *
 * Since: 0.1
 */
typedef struct
{
  gint64         (*get_time)   (gpointer      data);
  gint64         (*get_date)   (gpointer      data);
  guint64        (*get_random) (gpointer      data);
  GInputStream  *(*read_file)  (gpointer      data,
                                const char   *path,
                                GError      **error);
  GOutputStream *(*write_file) (gpointer      data,
                                const char   *path,
                                GError      **error);
  void           (*free)       (gpointer      data);
} GyreSurroundingsTable;

#define GYRE_TYPE_SURROUNDINGS (gyre_surroundings_get_type ())
/**
 * GyreSurroundings:
 *
 * Time, chance and files, as an executive and its components see them: those of the machine, or virtual ones with a clock that
 * stands still until somebody moves it and numbers that follow from a seed.
 *
 * Counted references, any thread; a virtual clock is moved by one thread at a time.
 *
 * Since: 0.1
 */
typedef struct _GyreSurroundings GyreSurroundings;

GType             gyre_surroundings_get_type    (void);
GyreSurroundings *gyre_surroundings_new         (void);
GyreSurroundings *gyre_surroundings_new_virtual (guint64                      seed);
GyreSurroundings *gyre_surroundings_new_full    (const GyreSurroundingsTable *table,
                                                 gpointer                     data,
                                                 gboolean                     is_virtual);
GyreSurroundings *gyre_surroundings_ref         (GyreSurroundings            *self);
void              gyre_surroundings_unref       (GyreSurroundings            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreSurroundings, gyre_surroundings_unref)

gboolean          gyre_surroundings_is_virtual  (GyreSurroundings            *self);
gint64            gyre_surroundings_get_time    (GyreSurroundings            *self);
gint64            gyre_surroundings_get_date    (GyreSurroundings            *self);
guint64           gyre_surroundings_get_random  (GyreSurroundings            *self);
double            gyre_surroundings_get_chance  (GyreSurroundings            *self);

/* Moves a virtual clock on; it never goes back. */
void              gyre_surroundings_advance_to  (GyreSurroundings            *self,
                                                 gint64                       time);

GInputStream     *gyre_surroundings_read_file   (GyreSurroundings            *self,
                                                 const char                  *path,
                                                 GError                     **error);
GOutputStream    *gyre_surroundings_write_file  (GyreSurroundings            *self,
                                                 const char                  *path,
                                                 GError                     **error);

GYRE_END_DECLARATIONS
