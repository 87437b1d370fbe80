/* gyre-memory-private.h: Large blocks of memory
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A million settings are a hundred megabytes, and a fifth of the time of loading them went into the kernel's handing out of
 * pages of 4 KiB. What is large enough asks for large pages, which is an advice and never an error.
 */
#pragma once

#include <glib.h>

#include <sys/mman.h>

#define GYRE_MEMORY_LARGE ((gsize) 2 * 1024 * 1024)

/* Tells the kernel that a range will be used as a whole. */
static inline void
gyre_memory_advise (gpointer memory, gsize size)
{
#ifdef MADV_HUGEPAGE
  gsize first = ((gsize) memory + GYRE_MEMORY_LARGE - 1) & ~(GYRE_MEMORY_LARGE - 1);
  gsize end = ((gsize) memory + size) & ~(GYRE_MEMORY_LARGE - 1);

  if (first < end)
    madvise ((gpointer) first, end - first, MADV_HUGEPAGE);
#endif
}

/* Gives memory, which gyre_memory_free() takes back; what is in a small block is unknown, a large one is zero. N.B. the C
 * library wastes as much again when it is asked for alignment. */
static inline gpointer
gyre_memory_allocate (gsize size)
{
  char *memory, *aligned;
  gsize before;

  if (size < GYRE_MEMORY_LARGE)
    return g_malloc (size);
  size = (size + GYRE_MEMORY_LARGE - 1) & ~(GYRE_MEMORY_LARGE - 1);
  memory = mmap (NULL, size + GYRE_MEMORY_LARGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED)
    g_error ("%s: no memory for %" G_GSIZE_FORMAT " bytes", G_STRLOC, size);
  aligned = (char *) (((gsize) memory + GYRE_MEMORY_LARGE - 1) & ~(GYRE_MEMORY_LARGE - 1));
  before = aligned - memory;
  if (before > 0)
    munmap (memory, before);
  munmap (aligned + size, GYRE_MEMORY_LARGE - before);
  gyre_memory_advise (aligned, size);
  return aligned;
}

static inline void
gyre_memory_free (gpointer memory, gsize size)
{
  if (size < GYRE_MEMORY_LARGE)
    g_free (memory);
  else
    munmap (memory, (size + GYRE_MEMORY_LARGE - 1) & ~(GYRE_MEMORY_LARGE - 1));
}
