/* test-memory.c: Large blocks of memory
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-memory-private.h"

#include <string.h>

static void
assert_usable (gsize size)
{
  char *memory = gyre_memory_allocate (size);

  memset (memory, 7, size);
  gyre_memory_advise (memory, size);
  for (gsize offset = 0; offset < size; offset += 4093)
    g_assert_cmpint (memory[offset], ==, 7);
  gyre_memory_free (memory, size);
}

static void
test_sizes (void)
{
  assert_usable (1);
  assert_usable (GYRE_MEMORY_LARGE - 1);
  assert_usable (GYRE_MEMORY_LARGE);
  assert_usable (3 * GYRE_MEMORY_LARGE + 17);
}

static void
test_alignment (void)
{
  gpointer memory = gyre_memory_allocate (GYRE_MEMORY_LARGE);

  g_assert_cmpuint ((gsize) memory % GYRE_MEMORY_LARGE, ==, 0);
  gyre_memory_free (memory, GYRE_MEMORY_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/memory/advice-changes-no-byte", test_sizes);
  g_test_add_func ("/store/memory/large-block-begins-with-a-large-page", test_alignment);
  return g_test_run ();
}
