/* test-arena.c: Many chunks in a piece of memory that one entry of the processor's tables maps
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-arena-private.h"

static void
chunks_lie_one_after_the_other (void)
{
  GyreArena *arenas = NULL;
  GyreChunk *chunks[GYRE_ARENA_CHUNKS];

  for (guint index = 0; index < GYRE_ARENA_CHUNKS; index++)
    {
      chunks[index] = gyre_arenas_take (&arenas);
      g_assert_cmpuint ((gsize) chunks[index] - (gsize) chunks[0], ==, index * GYRE_CHUNK_ALIGNMENT);
      g_assert_cmpuint (chunks[index]->end, ==, GYRE_CHUNK_BEGIN);
      g_assert_cmpuint (chunks[index]->size, ==, GYRE_CHUNK_SIZE);
    }
  g_assert_cmpuint ((gsize) chunks[0] % GYRE_ARENA_SIZE, ==, 0);
  g_assert_null (arenas);
  for (guint index = 0; index < GYRE_ARENA_CHUNKS; index++)
    gyre_arenas_give_back (&arenas, chunks[index]);
  g_assert_null (arenas);
}

static void
what_is_idle_is_taken_before_more_memory_is (void)
{
  GyreArena *arenas = NULL;
  GyreChunk *first[GYRE_ARENA_CHUNKS], *second = NULL;

  for (guint index = 0; index < GYRE_ARENA_CHUNKS; index++)
    first[index] = gyre_arenas_take (&arenas);
  second = gyre_arenas_take (&arenas);
  g_assert_true (second->arena != first[0]->arena);
  gyre_arenas_give_back (&arenas, first[7]);
  g_assert_true (gyre_arenas_take (&arenas) == first[7]);
  for (guint index = 0; index < GYRE_ARENA_CHUNKS; index++)
    gyre_arenas_give_back (&arenas, first[index]);
  g_assert_true (arenas == second->arena);
  gyre_arenas_give_back (&arenas, second);
  g_assert_null (arenas);
}

static void
only_who_uses_much_gets_it (void)
{
  GyreChunk *held[100];
  guint n_alone = 0;
  GyreChunks chunks;

  gyre_chunks_init (&chunks);
  for (guint index = 0; index < G_N_ELEMENTS (held); index++)
    {
      held[index] = gyre_chunks_take (&chunks, 0);
      n_alone += held[index]->arena == NULL;
    }
  g_assert_cmpuint (n_alone, >=, GYRE_ARENA_CHUNKS);
  g_assert_cmpuint (n_alone, <=, GYRE_ARENA_CHUNKS + 1);
  for (guint index = 0; index < G_N_ELEMENTS (held); index++)
    gyre_chunks_release (&chunks, held[index]);
  for (guint frame = 0; frame < 64 * 12; frame++)
    gyre_chunks_trim (&chunks);
  g_assert_cmpuint (chunks.n_pooled, <=, 16);
  gyre_chunks_clear (&chunks);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messaging/arena/chunks-lie-one-after-the-other", chunks_lie_one_after_the_other);
  g_test_add_func ("/messaging/arena/what-is-idle-is-taken-before-more-memory-is", what_is_idle_is_taken_before_more_memory_is);
  g_test_add_func ("/messaging/arena/only-who-uses-much-gets-it", only_who_uses_much_gets_it);
  return g_test_run ();
}
