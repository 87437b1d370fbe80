/* test-descriptor.c: What every member of a class says of itself
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

/* Descriptors live as long as the process. */
static GyreDescriptor *
keep (gpointer descriptor)
{
  static gpointer kept[8];
  static guint count;

  return kept[count++] = descriptor;
}

static GyreDescriptor *
make_descriptor (const char *aliases)
{
  const GyreTraitDeclaration row = {
    .field = "memory_size", .kind = &gyre_kind_integer, .aliases = aliases, .summary = "how much",
    .description = "At *most*.", .deprecated_since = "0.2",
  };
  return keep (gyre_trait_new (&row));
}

static void
test_texts (void)
{
  GyreDescriptor *descriptor = make_descriptor (NULL);

  g_assert_cmpstr (gyre_descriptor_get_name (descriptor), ==, "memory-size");
  g_assert_cmpint (gyre_descriptor_get_sort (descriptor), ==, GYRE_DESCRIPTOR_PROPERTY);
  g_assert_cmpstr (gyre_descriptor_get_summary (descriptor), ==, "how much");
  g_assert_cmpstr (gyre_descriptor_get_description (descriptor), ==, "At *most*.");
  g_assert_cmpstr (gyre_descriptor_get_deprecated_since (descriptor), ==, "0.2");
  g_assert_null (gyre_descriptor_get_owner (descriptor));
}

static void
test_aliases (void)
{
  g_auto (GStrv) none = gyre_descriptor_dup_aliases (make_descriptor (NULL));
  g_auto (GStrv) aliases = gyre_descriptor_dup_aliases (make_descriptor (" β , the size of it,m"));

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (g_strv_length (aliases), ==, 3);
  g_assert_cmpstr (aliases[0], ==, "β");
  g_assert_cmpstr (aliases[1], ==, "the size of it");
  g_assert_cmpstr (aliases[2], ==, "m");
}

static void
test_boxed (void)
{
  GyreDescriptor *descriptor = make_descriptor (NULL);
  GyreDescriptor *copy = g_boxed_copy (GYRE_TYPE_DESCRIPTOR, descriptor);

  g_assert_true (copy == descriptor);
  g_boxed_free (GYRE_TYPE_DESCRIPTOR, copy);
  g_assert_cmpstr (gyre_descriptor_get_name (descriptor), ==, "memory-size");
}

static void
test_sorts (void)
{
  const GyreTraitDeclaration facility = { .field = "shape", .kind = &gyre_kind_facility };
  const GyreBehaviorDeclaration behavior = { .name = "grow" };

  g_assert_cmpint (gyre_descriptor_get_sort (keep (gyre_trait_new (&facility))), ==, GYRE_DESCRIPTOR_FACILITY);
  g_assert_cmpint (gyre_descriptor_get_sort (keep (gyre_behavior_new (&behavior))), ==, GYRE_DESCRIPTOR_BEHAVIOR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gobject/descriptor/says-what-was-declared", test_texts);
  g_test_add_func ("/gobject/descriptor/aliases-are-split-at-commas-and-keep-inner-blanks", test_aliases);
  g_test_add_func ("/gobject/descriptor/copy-is-the-descriptor-itself", test_boxed);
  g_test_add_func ("/gobject/descriptor/knows-its-sort", test_sorts);
  return g_test_run ();
}
