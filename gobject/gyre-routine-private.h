/* gyre-routine-private.h: What debug information tells of a function
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>
#include <glib-object.h>

typedef struct
{
  char *name;                   /* NULL: unknown */
  char *type;                   /* as C writes it; NULL: unknown */
} GyreRoutineParameter;

/* What nobody knows is NULL, or 0. */
typedef struct
{
  char *name;
  char *file;                   /* as the compiler was told it, without what leads out of its folder */
  guint line;
  char *result;
  GPtrArray *parameters;        /* GyreRoutineParameter; empty where there is no debug information */
} GyreRoutine;

/* Never NULL. Any thread. */
GyreRoutine *gyre_routine_find   (GCallback      function);
void          gyre_routine_free   (GyreRoutine  *self);

/* The file of the library that an address belongs to; NULL for the program itself, and for what no file has brought. */
char         *gyre_routine_dup_module (gconstpointer address);
gboolean      gyre_routine_is_of_file (gconstpointer address);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreRoutine, gyre_routine_free)
