/* test-assignments.c: Many values that traits shall have, all or none
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-assignments-private.h"
#include "model-fixtures.h"

typedef struct { GyreComponent parent_instance; double x; char *label; } TestLimited;
typedef struct { GyreComponentClass parent_class; } TestLimitedClass;

/* A note is no mistake. */
static void
check_limit (GyreComponent *component, GyreReport *report)
{
  double x = ((TestLimited *) component)->x;

  gyre_report_note (report, NULL, NULL, "x is %g", x);
  if (x > 10)
    gyre_report_error (report, NULL, NULL, "%g is too much", x);
}

static void
test_limited_class_initialize (gpointer type_class, gpointer data)
{
  ((GyreComponentClass *) type_class)->validate = check_limit;
}

GYRE_DEFINE_COMPONENT (TestLimited, test_limited, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_real (x, 1.0), gyre_string (label, "plain")), GYRE_BEHAVIORS (),
  .family = "test.limited", .class_initialize = test_limited_class_initialize)

static guint n_heard;

static void
on_notify (GObject *object, GParamSpec *specification, gpointer data)
{
  n_heard++;
}

static void
propose (GPtrArray *assignments, gpointer component, const char *trait, const char *text)
{
  GyreAssignment *assignment = g_new0 (GyreAssignment, 1);
  GyreDescriptor *descriptor = gyre_requirement_find_trait (GYRE_REQUIREMENT (gyre_component_get_actor (component)), trait);

  assignment->provenance = gyre_provenance_of_address (NULL);
  g_assert_true (gyre_assignment_read_text (assignment, component, (GyreTrait *) descriptor, text, NULL));
  g_ptr_array_add (assignments, assignment);
}

static void
assignment_free (gpointer assignment)
{
  gyre_assignment_clear (assignment);
  g_free (assignment);
}

static void
test_all_or_none (void)
{
  g_autoptr (GyreComponent) first = test_new (test_limited_get_type (), "first-limited");
  g_autoptr (GyreComponent) second = test_new (test_limited_get_type (), "second-limited");
  g_autoptr (GPtrArray) assignments = g_ptr_array_new_with_free_func (assignment_free);
  g_autoptr (GError) error = NULL;

  g_signal_connect (first, "notify", G_CALLBACK (on_notify), NULL);
  propose (assignments, first, "label", "new");
  propose (assignments, first, "x", "11");
  propose (assignments, second, "x", "12");
  g_assert_false (gyre_assignments_run (assignments, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "first-limited: 11 is too much",
                     "second-limited: 12 is too much");
  g_assert_cmpuint (n_heard, ==, 0);
  test_assert_text (first, "label", "plain");
  g_ptr_array_set_size (assignments, 0);
  propose (assignments, first, "label", "new");
  propose (assignments, first, "x", "9");
  g_assert_true (gyre_assignments_run (assignments, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_heard, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/assignments/every-mistake-is-told-and-nothing-set", test_all_or_none);
  return g_test_run ();
}
