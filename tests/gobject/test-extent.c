/* test-extent.c: That the living are listed in the order of their birth, and nobody else
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-extent-private.h"

typedef struct
{
  GObject parent_instance;
  GyreExtentLink link;
} Member;

typedef GObjectClass MemberClass;

GType member_get_type (void);
G_DEFINE_TYPE (Member, member, G_TYPE_OBJECT)

static GyreExtent extent;

static void
member_dispose (GObject *object)
{
  gyre_extent_remove (&extent, &((Member *) object)->link);
  G_OBJECT_CLASS (member_parent_class)->dispose (object);
}

static void
member_class_init (MemberClass *class)
{
  class->dispose = member_dispose;
}

static void
member_init (Member *self)
{
}

static Member *
bear (void)
{
  Member *member = g_object_new (member_get_type (), NULL);

  gyre_extent_add (&extent, &member->link);
  return member;
}

static void
begin (void)
{
  extent = (GyreExtent) { .lock = 0 };
  gyre_extent_initialize (&extent, G_STRUCT_OFFSET (Member, link));
}

static void
test_order (void)
{
  begin ();
  g_autoptr (GObject) first = (GObject *) bear ();
  GObject *second = (GObject *) bear ();
  g_autoptr (GObject) third = (GObject *) bear ();
  g_autoptr (GPtrArray) all = gyre_extent_snapshot (&extent, g_type_class_peek (member_get_type ()));

  g_assert_cmpuint (all->len, ==, 3);
  g_assert_true (g_ptr_array_index (all, 0) == first);
  g_assert_true (g_ptr_array_index (all, 1) == second);
  g_assert_true (g_ptr_array_index (all, 2) == third);

  g_ptr_array_set_size (all, 0);
  g_object_unref (second);
  g_autoptr (GPtrArray) rest = gyre_extent_snapshot (&extent, g_type_class_peek (member_get_type ()));
  g_assert_cmpuint (rest->len, ==, 2);
  g_assert_true (g_ptr_array_index (rest, 1) == third);
  g_assert_cmpuint (extent.births, ==, 3);
}

static void
test_weak (void)
{
  begin ();
  Member *member = bear ();
  g_autoptr (GPtrArray) all = gyre_extent_snapshot (&extent, g_type_class_peek (member_get_type ()));

  g_assert_cmpuint (((GObject *) member)->ref_count, ==, 2);
  g_ptr_array_set_size (all, 0);
  g_object_unref (member);
  g_assert_cmpuint (gyre_extent_get_length (&extent), ==, 0);
}

static void
test_remove_twice (void)
{
  begin ();
  g_autoptr (GObject) member = (GObject *) bear ();
  g_autoptr (GObject) other = (GObject *) bear ();

  g_object_run_dispose (member);
  g_object_run_dispose (member);
  g_assert_cmpuint (gyre_extent_get_length (&extent), ==, 1);
  g_assert_nonnull (other);
}

static gpointer
live_and_die (gpointer data)
{
  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GObject) member = (GObject *) bear ();
      g_autoptr (GObject) other = (GObject *) bear ();

      g_assert_cmpuint (gyre_extent_get_length (&extent), >=, 2);
      g_assert_true (member != other);
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  begin ();
  for (guint index = 0; index < G_N_ELEMENTS (threads); index++)
    threads[index] = g_thread_new ("life", live_and_die, NULL);
  for (guint index = 0; index < G_N_ELEMENTS (threads); index++)
    g_thread_join (threads[index]);
  g_assert_cmpuint (gyre_extent_get_length (&extent), ==, 0);
  g_assert_cmpuint (extent.births, ==, 4000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gobject/extent/lists-the-living-oldest-first", test_order);
  g_test_add_func ("/gobject/extent/keeps-nobody-alive", test_weak);
  g_test_add_func ("/gobject/extent/dispose-can-run-twice", test_remove_twice);
  g_test_add_func ("/gobject/extent/births-and-deaths-in-several-threads", test_threads);
  return g_test_run ();
}
