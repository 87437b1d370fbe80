/* guide.c: What the guide shows in C, compiled and run
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

typedef enum
{
  LAB_SWEET,
  LAB_SOUR,
} LabTaste;

static GType
lab_taste_get_type (void)
{
  static const GEnumValue words[] = { { LAB_SWEET, "LAB_SWEET", "sweet" }, { LAB_SOUR, "LAB_SOUR", "sour" }, { 0, NULL, NULL } };
  static GType type;

  if (type == 0)
    type = g_enum_register_static ("LabTaste", words);
  return type;
}

G_DECLARE_FINAL_TYPE (Shelf, shelf, LAB, SHELF, GyreComponent)

struct _Shelf
{
  GyreComponent parent_instance;

  GyreList *names, *grid, *flavours, *range, *holidays;
  GyreMapping *weights;
  GDate *start;
  GyreDecimal *price;
  gint64 opening;
  double ratio;
};

GYRE_DEFINE_COMPONENT (Shelf, shelf, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_list    (names, string, "(a, b)"),
    gyre_list    (grid, GYRE_LIST_OF (GYRE_OF (real, .minimum = 0)), "()"),
    gyre_set     (flavours, GYRE_ENUMERATION_OF (lab_taste), "()"),
    gyre_tuple   (range, (real, GYRE_OF (real, .nullable = TRUE)), "(0, none)"),
    gyre_mapping (weights, real, "(a: 1, \"b c\": 2)", .minimum = 0),
    gyre_real (ratio, 1, .rule = GYRE_ALL_OF (GYRE_GREATER_THAN (0), GYRE_NOT (GYRE_EQUAL_TO (3)))),
    gyre_date    (start, "2026-08-02", .least = "2020-01-01", .greatest = "2029-12-31"),
    gyre_decimal (price, "9.90", .constraints = GYRE_POSITIVE, .greatest = "1e40"),
    gyre_time    (opening, "09:00", .rule = GYRE_IN_RANGE ("08:00", "17:30")),
    gyre_list    (holidays, date, "()", .least = "2020-01-01")),
  GYRE_BEHAVIORS ())

G_DECLARE_FINAL_TYPE (Box, box, LAB, BOX, GyreComponent)

struct _Box
{
  GyreComponent parent_instance;

  double low;
  double high;
};

#define BOX(object) LAB_BOX (object)

static void
box_validate (GyreComponent *component, GyreReport *report)
{
  Box *self = BOX (component);

  if (self->low > self->high)
    gyre_report_error (report, NULL, "raise both in one transaction", "low must not be above high");
}

static void
box_class_initialize (gpointer type_class, gpointer data)
{
  GYRE_COMPONENT_CLASS (type_class)->validate = box_validate;
}

GYRE_DEFINE_COMPONENT (Box, box, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_real (low, 0.0), gyre_real (high, 10.0)),
  GYRE_BEHAVIORS (),
  .class_initialize = box_class_initialize)

static void
spring_changed (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_print ("%s: from %g to %g\n", gyre_trait_get_name (change->trait), change->old_value.real, change->new_value.real);
}

static void
follow (GyreComponent *door)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) window = gyre_component_new_family ("lab.spring", "window", &error, NULL);
  gulong observer = gyre_component_observe (door, "stiffness", spring_changed, NULL, NULL, &error);

  if (!gyre_component_bind (door, "stiffness", "2 * {window.stiffness}", &error))
    g_printerr ("%s\n", error->message);
  gyre_component_unobserve (door, observer);
  g_assert_no_error (error);
}

static void
remember (GyreComponent *door)
{
  g_autoptr (GError) error = NULL;

  gyre_component_track_history (door, NULL, 100, &error);
  gyre_component_set_real (door, "stiffness", 5, NULL);

  g_autoptr (GPtrArray) entries = gyre_component_list_history (door, "stiffness", &error);
  g_assert_no_error (error);
  g_print ("%u values\n", entries->len);
}

static void
change_together (GyreExecutive *executive, GyreComponent *box)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreTransaction) transaction = gyre_transaction_begin (executive);

  gyre_transaction_set_real (transaction, box, "low", 20, NULL);
  gyre_transaction_set_real (transaction, box, "high", 30, NULL);
  if (!gyre_transaction_commit (transaction, &error))
    g_printerr ("%s\n", error->message);
  g_assert_no_error (error);
}

static void
be_reached (GyreExecutive *executive)
{
  g_autoptr (GError) error = NULL;

  gyre_executive_listen (executive, "tower", &error);
  g_assert_no_error (error);
}

static void
set (GyreComponent *spring)
{
  g_autoptr (GError) error = NULL;

  if (!gyre_component_set_real (spring, "stiffness", -1, &error))
    g_print ("%s\n", error->message);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) door = gyre_component_new_family ("lab.spring", "door", &error, NULL);
  g_autoptr (GyreComponent) shelf = gyre_component_new (shelf_get_type (), "shelf", &error, NULL);
  g_autoptr (GyreComponent) box = gyre_component_new (box_get_type (), "box", &error, NULL);

  g_assert_no_error (error);
  follow (door);
  set (door);
  remember (door);
  change_together (gyre_executive_get_default (), box);
  be_reached (gyre_executive_get_default ());
  g_assert_true (GYRE_IS_COMPONENT (shelf));
  return 0;
}
