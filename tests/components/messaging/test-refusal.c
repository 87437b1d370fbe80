/* test-refusal.c: Why a message is not accepted
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-refusal-private.h"

#include <string.h>

static void
test_says_what_is_wrong_and_what_to_do (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_refusal_when_full (G_GUINT64_CONSTANT (3) << 32 | 12, 100, 8000, 8096, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_FULL);
  g_assert_cmpstr (error->message, ==,
                   "message to handle 30000000c: 100 bytes must fit, 8000 of 8096 are in use; send it again when the receiver has read");
  g_clear_error (&error);
  g_assert_false (gyre_refusal_of_size (12, 9000, 8096, &error));
  g_assert_nonnull (strstr (error->message, "let its mailbox grow"));
}

static void
test_nothing_is_written_when_nobody_asks (void)
{
  g_assert_false (gyre_refusal_of_receiver (1, NULL));
  g_assert_false (gyre_refusal_of_size (1, 1, 1, NULL));
  g_assert_false (gyre_refusal_when_full (1, 1, 1, 1, NULL));
  g_assert_false (gyre_refusal_of_lane (1, 1, NULL));
  g_assert_false (gyre_refusal_of_memory (1, 1, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messaging/refusal/says-what-is-wrong-and-what-to-do", test_says_what_is_wrong_and_what_to_do);
  g_test_add_func ("/messaging/refusal/nothing-is-written-when-nobody-asks", test_nothing_is_written_when_nobody_asks);
  return g_test_run ();
}
