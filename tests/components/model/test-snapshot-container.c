/* test-snapshot-container.c: The lists and mappings of components in a snapshot
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "snapshot-fixtures.h"

#include "gyre-snapshot-private.h"

#define TEST_TYPE_ROOM (test_room_get_type ())
G_DECLARE_FINAL_TYPE (TestRoom, test_room, TEST, ROOM, GyreComponent)

struct _TestRoom
{
  GyreComponent parent_instance;

  GyreList *boxes;
  GyreMapping *tools;
};

GyreList *test_room_get_boxes (TestRoom *self, GError **error);

/* What a configuration names are children, as if they had been created. */
static void
test_room_registered (GyreComponent *component)
{
  g_autoptr (GError) error = NULL;
  GyreList *boxes = test_room_get_boxes (TEST_ROOM (component), &error);

  for (guint index = 0; error == NULL && index < gyre_list_get_length (boxes); index++)
    gyre_component_adopt (component, GYRE_COMPONENT (gyre_list_get_object (boxes, index)), &error);
  g_assert_no_error (error);
}

static void
test_room_class_init (gpointer type_class, gpointer data)
{
  GYRE_COMPONENT_CLASS (type_class)->registered = test_room_registered;
}

GYRE_DEFINE_COMPONENT (TestRoom, test_room, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_facilities (boxes, test_open, "()"),
    gyre_facility_mapping (tools, test_shape, "()", .nullable = TRUE)),
  GYRE_BEHAVIORS (),
  .family = "test.room",
  .class_initialize = test_room_class_init)

static GyreComponent *
child (gpointer room, guint index)
{
  return gyre_component_get_child (GYRE_COMPONENT (room), index);
}

/* A configuration names children by family, and sets what they are by their names. */
static void
test_children (void)
{
  TestRoom *room;
  gpointer watched;

  g_type_class_unref (g_type_class_ref (TEST_TYPE_OPEN));
  test_load ("furnished.boxes = (test.open#trunk, test.open)\ntrunk.owner = Ida\nfurnished.boxes.1.owner = Max\n");
  room = test_new (TEST_TYPE_ROOM, "furnished");
  g_assert_cmpuint (gyre_component_count_children (GYRE_COMPONENT (room)), ==, 2);
  g_assert_cmpstr (gyre_component_get_name (child (room, 0)), ==, "trunk");
  test_assert_text (child (room, 0), "owner", "Ida");
  test_assert_text (child (room, 1), "owner", "Max");
  g_assert_true (gyre_component_get_parent (child (room, 1)) == GYRE_COMPONENT (room));
  watched = child (room, 0);
  g_object_add_weak_pointer (watched, &watched);
  test_delete (room);
  g_assert_null (watched);
}

static void
test_round_trip (void)
{
  TestRoom *room;
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) after = NULL;
  g_autoptr (GError) error = NULL;

  g_type_class_unref (g_type_class_ref (TEST_TYPE_BALL));
  g_type_class_unref (g_type_class_ref (TEST_TYPE_BOX));
  test_load ("kept-room.boxes = (test.open#kept-trunk, test.open)\n");
  room = test_new (TEST_TYPE_ROOM, "kept-room");
  test_set_text (room, "tools", "(left: test.shapes.ball, right: test.shapes.box)");
  g_assert_nonnull (gyre_component_fetch_mapping (room, 1, &error));
  g_assert_no_error (error);
  test_set_text (gyre_mapping_get_object (room->tools, "left"), "radius", "7");
  test_set_text (child (room, 0), "owner", "Ida");
  before = test_snapshot (room, GYRE_SNAPSHOT_PLAIN);
  test_delete (room);
  room = test_restore (before, GYRE_SNAPSHOT_PLAIN);
  g_assert_cmpuint (gyre_component_count_children (GYRE_COMPONENT (room)), ==, 2);
  g_assert_true (gyre_list_get_object (room->boxes, 0) == G_OBJECT (child (room, 0)));
  test_assert_text (child (room, 0), "owner", "Ida");
  g_assert_cmpfloat (TEST_BALL (gyre_mapping_get_object (room->tools, "left"))->radius, ==, 7);
  after = test_snapshot (room, GYRE_SNAPSHOT_PLAIN);
  if (!g_variant_equal (before, after))
    g_error ("%s\nbecame\n%s", g_variant_print (before, FALSE), g_variant_print (after, FALSE));
  test_delete (room);
}

static void
test_outside (void)
{
  g_autoptr (TestOpen) outside = test_new (TEST_TYPE_OPEN, "outside-trunk");
  TestRoom *room = test_new (TEST_TYPE_ROOM, NULL);
  GObject *objects[] = { G_OBJECT (outside), NULL };
  g_autoptr (GVariant) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GValue) list = G_VALUE_INIT;

  g_value_take_boxed (g_value_init (&list, GYRE_TYPE_LIST), gyre_list_new_of_objects (objects, 1));
  g_assert_true (gyre_component_set_value (GYRE_COMPONENT (room), "boxes", &list, &error));
  snapshot = test_snapshot (room, GYRE_SNAPSHOT_PLAIN);
  test_adopt (room, test_new (TEST_TYPE_OPEN, NULL));
  objects[1] = G_OBJECT (child (room, 0));
  g_value_take_boxed (&list, gyre_list_new_of_objects (objects, 2));
  g_assert_true (gyre_component_set_value (GYRE_COMPONENT (room), "boxes", &list, &error));
  g_assert_null (gyre_component_take_snapshot (GYRE_COMPONENT (room), GYRE_SNAPSHOT_PLAIN, &error));
  test_assert_error (error, GYRE_SNAPSHOT_ERROR, GYRE_SNAPSHOT_ERROR_VALUE, "test.room (TestRoom", ").boxes can't be saved", "others are not");
  test_delete (room);
  room = test_restore (snapshot, GYRE_SNAPSHOT_PLAIN);
  g_assert_true (gyre_list_get_object (test_room_get_boxes (room, &error), 0) == G_OBJECT (outside));
  g_assert_no_error (error);
  test_delete (room);
}

static void
assert_refused (const char *value, const char *text)
{
  g_autofree char *all = g_strdup_printf ("(2, [(-1, true, 'test.room', 'wrong-room', [%s], [])], [], [], [], [])", value);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) snapshot = g_variant_parse (G_VARIANT_TYPE (GYRE_SNAPSHOT_TYPE), all, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_null (gyre_component_new_from_snapshot (snapshot, GYRE_SNAPSHOT_PLAIN, &error));
  test_assert_error (error, GYRE_SNAPSHOT_ERROR, GYRE_SNAPSHOT_ERROR_FORMAT, "component 0 (test.room#wrong-room): ", text);
}

static void
test_mistakes (void)
{
  test_delete (test_new (TEST_TYPE_ROOM, NULL));
  assert_refused ("('boxes', <[uint32 5]>, 8, '', 0)", "boxes: there is no component 5");
  assert_refused ("('boxes', <{'a': uint32 0}>, 8, '', 0)", "boxes: can't be several components");
  assert_refused ("('tools', <[uint32 0]>, 8, '', 0)", "tools: can't be several components");
  assert_refused ("('tools', <{'a': uint32 9}>, 8, '', 0)", "tools: there is no component 9");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/snapshot-container/children-are-named-by-a-configuration", test_children);
  g_test_add_func ("/model/snapshot-container/children-and-parts-come-back-in-their-traits", test_round_trip);
  g_test_add_func ("/model/snapshot-container/components-outside-of-the-tree-are-said-by-name", test_outside);
  g_test_add_func ("/model/snapshot-container/mistake-is-told-with-its-place", test_mistakes);
  return g_test_run ();
}
