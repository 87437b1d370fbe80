/* test-signal.c: What a signal is for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

static void
a_signal_has_the_words_that_somebody_said (void)
{
  guint first = g_signal_new ("first-thing", G_TYPE_INITIALLY_UNOWNED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  guint second = g_signal_new ("second-thing", G_TYPE_INITIALLY_UNOWNED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  char words[] = "something begins";

  g_assert_null (gyre_signal_get_summary (first));
  gyre_signal_set_summary (first, words);
  words[0] = 'S';
  g_assert_cmpstr (gyre_signal_get_summary (first), ==, "something begins");
  g_assert_null (gyre_signal_get_summary (second));
  gyre_signal_set_summary (first, "something ends");
  g_assert_cmpstr (gyre_signal_get_summary (first), ==, "something ends");
}

static void
a_description_tells_them (void)
{
  g_autoptr (GyreDescription) description = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (GYRE_TYPE_BASE_PROCESS)));
  const GyreDescribedSignal *found = NULL;

  for (guint index = 0; index < description->signals->len; index++)
    {
      const GyreDescribedSignal *signal = description->signals->pdata[index];

      found = g_str_equal (signal->name, "deleted") ? signal : found;
    }
  g_assert_nonnull (found);
  g_assert_cmpstr (found->summary, ==, "somebody deletes it; all of it but its children is still there");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gobject/signal/has-the-words-that-somebody-said", a_signal_has_the_words_that_somebody_said);
  g_test_add_func ("/gobject/signal/a-description-tells-them", a_description_tells_them);
  return g_test_run ();
}
