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

static void
assert_arguments (GType type, const char *signal, const char *names, const char *signature)
{
  g_autoptr (GyreDescription) description = gyre_description_new_for_type (type, NULL);
  const GyreDescribedSignal *described = find (description, signal);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint index = 0; index < described->arguments->len; index++)
    g_string_append_printf (text, "%s%s", index > 0 ? ", " : "", ((GyreDescribedArgument *) described->arguments->pdata[index])->name);
  g_assert_cmpstr (text->str, ==, names);
  g_assert_cmpstr (described->signature, ==, signature);
}

static void
arguments_are_called_by_the_words_of_their_types (void)
{
  GyreExecutive *executive = pond_begin ("");

  assert_arguments (G_TYPE_APPLICATION, "command-line", "application_command_line",
                    "integer command-line (GApplicationCommandLine application_command_line)");
  assert_arguments (G_TYPE_APPLICATION, "open", "pointer, integer, string", "nothing open (gpointer pointer, integer, string)");
  assert_arguments (G_TYPE_DBUS_OBJECT_MANAGER, "interface-added", "d_bus_object, d_bus_interface",
                    "nothing interface-added (GDBusObject d_bus_object, GDBusInterface d_bus_interface)");
  assert_arguments (G_TYPE_LIST_MODEL, "items-changed", "integer, integer_2, integer_3",
                    "nothing items-changed (integer, integer integer_2, integer integer_3)");
  pond_end (executive);
}

static void
what_somebody_said_comes_first (void)
{
  GyreExecutive *executive = pond_begin ("");
  guint signal = g_signal_new ("eaten", POND_TYPE_WEED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, POND_TYPE_FISH, POND_TYPE_FISH,
                               G_TYPE_DOUBLE);

  assert_arguments (POND_TYPE_WEED, "eaten", "fish, fish_2, real", "nothing eaten (PondFish fish, PondFish fish_2, real)");
  gyre_signal_set_arguments (signal, "eater, fish, ");
  assert_arguments (POND_TYPE_WEED, "eaten", "eater, fish, real", "nothing eaten (PondFish eater, PondFish fish, real)");
  pond_end (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/described-signal/signal-tells-what-it-says-and-how-it-runs", signal_tells_what_it_says_and_how_it_runs);
  g_test_add_func ("/documentation/described-signal/signals-of-ancestors-are-told-too", signals_of_ancestors_are_told_too);
  g_test_add_func ("/documentation/described-signal/arguments-are-called-by-the-words-of-their-types",
                   arguments_are_called_by_the_words_of_their_types);
  g_test_add_func ("/documentation/described-signal/what-somebody-said-comes-first", what_somebody_said_comes_first);
  return g_test_run ();
}
