/* test-described-signal.c: What objects of a class tell those who connect to them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "pond.h"

static const GyreDescribedSignal *
find (GyreDescription *description, const char *name)
{
  for (guint index = 0; index < description->signals->len; index++)
    if (g_str_equal (((GyreDescribedSignal *) description->signals->pdata[index])->name, name))
      return description->signals->pdata[index];
  g_error ("there is no signal %s", name);
}

static void
signal_tells_what_it_says_and_how_it_runs (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GObject) action = G_OBJECT (g_simple_action_new ("swim", NULL));
  g_autoptr (GyreDescription) description = gyre_description_new_for_instance (action);
  const GyreDescribedSignal *activate = find (description, "activate");
  const GyreDescribedArgument *argument = activate->arguments->pdata[0];

  g_assert_true (description->signals->pdata[0] == activate);
  g_assert_false (activate->is_inherited);
  g_assert_cmpstr (activate->owner, ==, "GSimpleAction");
  g_assert_cmpstr (activate->signature, ==, "nothing activate (variant)");
  g_assert_cmpstr (argument->kind, ==, "variant");
  g_assert_cmpstr (argument->native, ==, "GVariant");
  g_assert_true (g_strv_contains ((const char * const *) activate->flags, "run-last"));
  pond_end (executive);
}

static void
signals_of_ancestors_are_told_too (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreDescription) pike = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_PIKE)));
  const GyreDescribedSignal *notify = find (pike, "notify");

  g_assert_true (notify->is_inherited);
  g_assert_cmpstr (notify->owner, ==, "GObject");
  g_assert_cmpstr (notify->signature, ==, "nothing notify (property)");
  g_assert_true (g_strv_contains ((const char * const *) notify->flags, "detailed"));
  pond_end (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/described-signal/signal-tells-what-it-says-and-how-it-runs", signal_tells_what_it_says_and_how_it_runs);
  g_test_add_func ("/documentation/described-signal/signals-of-ancestors-are-told-too", signals_of_ancestors_are_told_too);
  return g_test_run ();
}
