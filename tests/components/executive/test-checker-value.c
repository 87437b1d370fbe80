/* test-checker-value.c: Whether the value of a setting can be that of a trait
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <string.h>

typedef struct { GyreComponent parent_instance; double size; char *text; GyreList *list; } TestThing;
typedef struct { GyreComponentClass parent_class; } TestThingClass;

GYRE_DEFINE_COMPONENT (TestThing, test_thing, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_real (size, 1), gyre_string (text, ""), gyre_list (list, real, "[]")),
  GYRE_BEHAVIORS (), .family = "test.thing")

/* What is told of a text, in one line. */
static char *
check (const char *text)
{
  g_autoptr (GyreExecutive) executive = gyre_executive_new ();
  g_autoptr (GyreReport) report = gyre_report_new ();

  gyre_actor_get (test_thing_get_type ());
  gyre_executive_load_text (executive, "a.pfg", text, GYRE_CATEGORY_USER, report, NULL);
  return gyre_report_to_string (report);
}

static void
test_references (void)
{
  g_autofree char *good = check ("test.thing.size = {a.b} + 1\ntest.thing.text = is {a.b}!\ntest.thing.list = ({a.b}, 2)\nb.c = {d}\n");
  g_autofree char *bad = check ("test.thing.size = {a.b} + * 2\n");
  g_autofree char *open = check ("test.thing.text = is {a.b\n");

  g_assert_cmpstr (good, ==, "");
  g_assert_nonnull (strstr (bad, "a.pfg:1:27"));
  g_assert_nonnull (strstr (bad, "test.thing.size"));
  g_assert_nonnull (strstr (open, "a.pfg:1:"));
}

static void
test_circles (void)
{
  g_autofree char *self = check ("a.b = {a.b}\n");
  g_autofree char *family = check ("test.thing.size = {c.d}\nc.d = {test.thing.size}\n");

  g_assert_nonnull (strstr (self, "a.pfg:1:7"));
  g_assert_nonnull (strstr (family, "test.thing.size"));
  g_assert_nonnull (strstr (family, "c.d"));
}

typedef struct { GyreComponent parent_instance; double size; } TestBag;
typedef struct { GyreComponentClass parent_class; } TestBagClass;

GYRE_DEFINE_COMPONENT (TestBag, test_bag, GYRE_TYPE_COMPONENT, GYRE_TRAITS (gyre_real (size, 1)), GYRE_BEHAVIORS (), .family = "test.bag",
  .open = TRUE)

/* What a class has not can't be followed; an open class can have it. */
static void
test_open (void)
{
  g_autofree char *closed = check ("test.thing.size = {test.thing.sise}\n");
  g_autofree char *open = NULL;

  gyre_actor_get (test_bag_get_type ());
  open = check ("test.thing.size = {test.bag.weight}\nb # test.bag:\n  double = 2\ntest.thing.text = {b.double}\n");
  g_assert_nonnull (strstr (closed, "has no trait 'sise'"));
  g_assert_cmpstr (open, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/executive/checker-value/references-are-compiled-when-they-are-loaded", test_references);
  g_test_add_func ("/executive/checker-value/circles-are-told", test_circles);
  g_test_add_func ("/executive/checker-value/attributes-of-open-classes-can-be-followed", test_open);
  return g_test_run ();
}
