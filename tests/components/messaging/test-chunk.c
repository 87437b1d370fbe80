/* test-chunk.c: The blocks of memory in which messages lie
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-chunk-private.h"

static void
test_reference_leads_to_the_message (void)
{
  GyreChunks chunks;
  GyreChunk *held[100];

  gyre_chunks_init (&chunks);
  for (guint index = 0; index < G_N_ELEMENTS (held); index++)
    {
      GyreMessage *message;
      held[index] = gyre_chunks_take (&chunks, index == 50 ? 1000000 : 0);
      message = (GyreMessage *) ((char *) held[index] + GYRE_CHUNK_BEGIN + 8 * index);
      g_assert_true (gyre_message_get_chunk (message) == held[index]);
      g_assert_true (gyre_chunks_find (&chunks, gyre_message_get_reference (message)) == message);
    }
  g_assert_null (gyre_chunks_find (&chunks, 0));
  gyre_chunks_clear (&chunks);
}

static void
test_numbers_and_chunks_are_used_again (void)
{
  GyreChunks chunks;
  GyreChunk *first, *second;
  guint32 number;

  gyre_chunks_init (&chunks);
  first = gyre_chunks_take (&chunks, 0);
  second = gyre_chunks_take (&chunks, 0);
  number = first->number;
  gyre_chunks_release (&chunks, first);
  g_assert_cmpuint (chunks.n_bytes, ==, GYRE_CHUNK_SIZE);
  g_assert_true (gyre_chunks_take (&chunks, 0) == first);
  g_assert_cmpuint (first->number, ==, number);
  gyre_chunks_release (&chunks, second);
  gyre_chunks_release (&chunks, first);
  g_assert_cmpuint (chunks.n_bytes, ==, 0);
  gyre_chunks_clear (&chunks);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messaging/chunk/reference-leads-to-the-message", test_reference_leads_to_the_message);
  g_test_add_func ("/messaging/chunk/numbers-and-chunks-are-used-again", test_numbers_and_chunks_are_used_again);
  return g_test_run ();
}
