/* scarcity.c: Memory that is missing once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "scarcity.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

extern char __executable_start, etext;

static gint left = -1;                  /* until it is refused; -1: nothing is */
static gboolean is_open;
static gboolean was_refused;
static guint n_fatal;
static GThread *thread;

void
scarcity_begin (gint number)
{
  thread = g_thread_self ();
  left = number;
  was_refused = FALSE;
  n_fatal = 0;
  is_open = TRUE;
}

gboolean
scarcity_end (void)
{
  left = -1;
  is_open = FALSE;
  return was_refused;
}

guint
scarcity_get_n_fatal (void)
{
  return n_fatal;
}

static gboolean
is_refused (void)
{
  if (!is_open || left < 0 || g_thread_self () != thread || left-- > 0)
    return FALSE;
  left = -1;
  return was_refused = TRUE;
}

gpointer
g_try_malloc (gsize size)
{
  return size == 0 || is_refused () ? NULL : malloc (size);
}

gpointer
g_try_malloc0 (gsize size)
{
  return size == 0 || is_refused () ? NULL : calloc (1, size);
}

gpointer
g_try_malloc_n (gsize count, gsize size)
{
  return count == 0 || is_refused () ? NULL : calloc (count, size);
}

gpointer
g_try_malloc0_n (gsize count, gsize size)
{
  return count == 0 || is_refused () ? NULL : calloc (count, size);
}

gpointer
g_try_realloc_n (gpointer memory, gsize count, gsize size)
{
  return is_refused () ? NULL : realloc (memory, count * size);
}

gpointer
g_try_realloc (gpointer memory, gsize size)
{
  return is_refused () ? NULL : realloc (memory, size);
}

/* N.B. GLib's slices use it too, for other alignments. */
int
posix_memalign (void **memory, size_t alignment, size_t size)
{
  if (alignment == 65536 && is_refused ())
    return ENOMEM;
  *memory = aligned_alloc (alignment, (size + alignment - 1) & ~(alignment - 1));
  return *memory != NULL ? 0 : ENOMEM;
}

/* Those that end the program: counted when code of ours calls them. */

static gpointer
count (gpointer memory, const void *caller)
{
  if (memory == NULL)
    abort ();
  if (is_open && g_thread_self () == thread && (const char *) caller >= &__executable_start && (const char *) caller < &etext)
    n_fatal++;
  return memory;
}

gpointer
g_malloc (gsize size)
{
  return size == 0 ? NULL : count (malloc (size), __builtin_return_address (0));
}

gpointer
g_malloc0 (gsize size)
{
  return size == 0 ? NULL : count (calloc (1, size), __builtin_return_address (0));
}

gpointer
g_malloc_n (gsize number, gsize size)
{
  return number == 0 || size == 0 ? NULL : count (calloc (number, size), __builtin_return_address (0));
}

gpointer
g_malloc0_n (gsize number, gsize size)
{
  return number == 0 || size == 0 ? NULL : count (calloc (number, size), __builtin_return_address (0));
}
