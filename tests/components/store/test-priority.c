/* test-priority.c: How much weight a setting has
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

static void
test_category_decides (void)
{
  GyrePriority user = { GYRE_CATEGORY_USER, TRUE, 1000 };
  GyrePriority command = { GYRE_CATEGORY_COMMAND, FALSE, 1 };

  g_assert_cmpint (gyre_priority_compare (user, command), <, 0);
  g_assert_cmpint (gyre_priority_compare (command, user), >, 0);
}

static void
test_conditional_beats_later (void)
{
  GyrePriority conditional = { GYRE_CATEGORY_USER, TRUE, 1 };
  GyrePriority later = { GYRE_CATEGORY_USER, FALSE, 2 };

  g_assert_cmpint (gyre_priority_compare (conditional, later), >, 0);
}

static void
test_later_beats_earlier (void)
{
  GyrePriority earlier = { GYRE_CATEGORY_USER, FALSE, 1 };
  GyrePriority later = { GYRE_CATEGORY_USER, FALSE, G_MAXUINT32 };

  g_assert_cmpint (gyre_priority_compare (earlier, later), <, 0);
  g_assert_cmpint (gyre_priority_compare (later, earlier), >, 0);
  g_assert_cmpint (gyre_priority_compare (later, later), ==, 0);
}

static void
test_none_is_weakest (void)
{
  GyrePriority first = { GYRE_CATEGORY_DEFAULTS, FALSE, 0 };

  g_assert_cmpint (gyre_priority_compare (GYRE_PRIORITY_NONE, first), <, 0);
  g_assert_cmpstr (gyre_category_get_name (GYRE_PRIORITY_NONE.category), ==, "uninitialized");
}

static void
test_names_round_trip (void)
{
  static const char *const names[] = { "defaults", "boot", "discovery", "package", "construction",
                                       "persistent", "user", "command", "explicit", "framework" };

  g_assert_cmpint (G_N_ELEMENTS (names), ==, GYRE_CATEGORIES);
  for (int index = 0; index < GYRE_CATEGORIES; index++)
    {
      GyreCategory category;

      g_assert_cmpstr (gyre_category_get_name (index), ==, names[index]);
      g_assert_true (gyre_category_from_name (names[index], &category));
      g_assert_cmpint (category, ==, index);
    }
}

static void
test_unknown_name (void)
{
  GyreCategory category = GYRE_CATEGORY_BOOT;

  g_assert_false (gyre_category_from_name ("uninitialized", &category));
  g_assert_false (gyre_category_from_name ("User", &category));
  g_assert_cmpint (category, ==, GYRE_CATEGORY_BOOT);
  g_assert_cmpstr (gyre_category_get_name (GYRE_CATEGORIES), ==, "uninitialized");
}

static void
test_text (void)
{
  g_autofree char *plain = gyre_priority_to_string ((GyrePriority) { GYRE_CATEGORY_USER, FALSE, 3 });
  g_autofree char *conditional = gyre_priority_to_string ((GyrePriority) { GYRE_CATEGORY_COMMAND, TRUE, 4 });

  g_assert_cmpstr (plain, ==, "user 3");
  g_assert_cmpstr (conditional, ==, "command 4, conditional");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/priority/category-decides-first", test_category_decides);
  g_test_add_func ("/store/priority/conditional-beats-later-unconditional", test_conditional_beats_later);
  g_test_add_func ("/store/priority/later-beats-earlier", test_later_beats_earlier);
  g_test_add_func ("/store/priority/none-is-weaker-than-a-default", test_none_is_weakest);
  g_test_add_func ("/store/priority/every-category-has-its-name", test_names_round_trip);
  g_test_add_func ("/store/priority/unknown-name-changes-nothing", test_unknown_name);
  g_test_add_func ("/store/priority/text-tells-category-rank-and-condition", test_text);
  return g_test_run ();
}
