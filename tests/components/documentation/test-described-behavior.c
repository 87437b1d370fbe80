/* test-described-behavior.c: What can be called, and how
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "pond.h"

#define POND_TYPE_FROG (pond_frog_get_type ())
typedef struct
{
  GyreComponent parent_instance;
} PondFrog;
typedef GyreComponentClass PondFrogClass;

static double
pond_frog_leap (PondFrog *self, double how_far, gint64 times, GError **error)
{
  return how_far * (double) times;
}

static char *
pond_frog_croak (PondFrog *self, const char *text, double volume, GError **error)
{
  return g_strdup_printf ("%s %g", text, volume);
}

GYRE_DEFINE_COMPONENT (PondFrog, pond_frog, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (
    gyre_behavior (leap, pond_frog_leap, (real, (real, ), (integer, ))),
    gyre_behavior (croak, pond_frog_croak, (string, (string, text), (real, volume, .fallback = "1")))),
  .family = "pond.frog")

static GyreDescription *
describe_frog (void)
{
  return gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_FROG)));
}

static const GyreDescribedArgument *
get_argument (GyreDescription *description, guint behavior, guint index)
{
  const GyreDescribedBehavior *found = description->behaviors->pdata[behavior];

  return found->arguments->pdata[index];
}

static void
declaration_says_what_must_be_said (void)
{
  g_autoptr (GyreDescription) frog = describe_frog ();
  const GyreDescribedBehavior *croak = frog->behaviors->pdata[1];

  g_assert_cmpstr (croak->signature, ==, "string croak (string text, real volume = 1)");
  g_assert_true (croak->can_fail);
  g_assert_true (get_argument (frog, 1, 0)->is_required);
  g_assert_false (get_argument (frog, 1, 1)->is_required);
  g_assert_cmpstr (get_argument (frog, 1, 1)->fallback, ==, "1");
  g_assert_cmpstr (get_argument (frog, 1, 0)->native, ==, "const char *");
}

static void
words_that_are_left_out_are_those_of_the_interface (void)
{
  g_autoptr (GyreDescription) weed = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_WEED)));
  g_autoptr (GyreDescription) food = gyre_description_new (GYRE_REQUIREMENT (gyre_role_get (POND_TYPE_FOOD)));
  const GyreDescribedBehavior *weigh = weed->behaviors->pdata[0];
  g_autofree char *text = gyre_description_to_text (weed, FALSE);

  g_assert_cmpstr (weigh->summary, ==, "how heavy it is");
  g_assert_cmpstr (weigh->said_by, ==, "pond.food");
  g_assert_nonnull (strstr (text, "words of    pond.food"));
  g_assert_null (((const GyreDescribedBehavior *) food->behaviors->pdata[0])->said_by);
}

static void
names_that_are_left_out_come_from_debug_information (void)
{
  g_autoptr (GyreDescription) frog = describe_frog ();
  const GyreDescribedBehavior *leap = frog->behaviors->pdata[0];

  if (leap->locator == NULL)
    {
      g_assert_cmpstr (leap->signature, ==, "real leap (real ?, integer ?)");
      g_test_skip ("built without debug information, or without libdw");
      return;
    }
  g_assert_cmpstr (leap->signature, ==, "real leap (real how_far, integer times)");
  g_assert_cmpstr (get_argument (frog, 0, 0)->native, ==, "double");
  g_assert_cmpstr (get_argument (frog, 0, 1)->native, ==, "gint64");
  g_assert_cmpstr (leap->symbol, ==, "pond_frog_leap");
  g_assert_true (g_str_has_suffix (gyre_locator_get_file (leap->locator), "test-described-behavior.c"));
  g_assert_cmpuint (gyre_locator_get_line (leap->locator), >, 10);
}

static void
promise_of_an_interface_has_no_place (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreDescription) food = gyre_description_new (GYRE_REQUIREMENT (gyre_role_get (POND_TYPE_FOOD)));
  const GyreDescribedBehavior *weigh = food->behaviors->pdata[0];

  g_assert_null (weigh->locator);
  g_assert_null (weigh->symbol);
  pond_end (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/described-behavior/words-that-are-left-out-are-those-of-the-interface", words_that_are_left_out_are_those_of_the_interface);
  g_test_add_func ("/documentation/described-behavior/declaration-says-what-must-be-said", declaration_says_what_must_be_said);
  g_test_add_func ("/documentation/described-behavior/names-that-are-left-out-come-from-debug-information", names_that_are_left_out_come_from_debug_information);
  g_test_add_func ("/documentation/described-behavior/promise-of-an-interface-has-no-place", promise_of_an_interface_has_no_place);
  return g_test_run ();
}
