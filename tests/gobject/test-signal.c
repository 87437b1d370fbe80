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

static GStrv
name_everything (guint signal)
{
  return g_strsplit ("somebody,", ",", -1);
}

static void
arguments_have_the_names_that_somebody_said (void)
{
  guint named = g_signal_new ("named-thing", G_TYPE_INITIALLY_UNOWNED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  guint other = g_signal_new ("other-thing", G_TYPE_INITIALLY_UNOWNED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  g_auto (GStrv) said = NULL;
  g_auto (GStrv) found = NULL;

  g_assert_null (gyre_signal_dup_arguments (named));
  gyre_signal_set_arguments (named, "how_far, how_often");
  gyre_signal_set_namer (name_everything);
  said = gyre_signal_dup_arguments (named);
  found = gyre_signal_dup_arguments (other);
  gyre_signal_set_namer (NULL);
  g_assert_cmpuint (g_strv_length (said), ==, 2);
  g_assert_cmpstr (said[1], ==, "how_often");
  g_assert_cmpstr (found[0], ==, "somebody");
  g_assert_null (gyre_signal_dup_arguments (other));
}

static void
too_few_names_are_refused (void)
{
  guint signal = g_signal_new ("short-thing", G_TYPE_INITIALLY_UNOWNED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  g_test_expect_message ("Gyre", G_LOG_LEVEL_CRITICAL, "*n_params*");
  gyre_signal_set_arguments (signal, "alone");
  g_test_assert_expected_messages ();
  g_assert_null (gyre_signal_dup_arguments (signal));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gobject/signal/has-the-words-that-somebody-said", a_signal_has_the_words_that_somebody_said);
  g_test_add_func ("/gobject/signal/a-description-tells-them", a_description_tells_them);
  g_test_add_func ("/gobject/signal/arguments-have-the-names-that-somebody-said", arguments_have_the_names_that_somebody_said);
  g_test_add_func ("/gobject/signal/too-few-names-are-refused", too_few_names_are_refused);
  return g_test_run ();
}
