/* test-declaration.c: That a declaration keeps what it is told, in order
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <string.h>

static GyreDescriptor *
make_descriptor (const char *name)
{
  static GyreBehavior *kept[8];    /* they live as long as the process */
  static guint count;
  const GyreBehaviorDeclaration row = { .name = name };

  return (GyreDescriptor *) (kept[count++] = gyre_behavior_new (&row));
}

static void
test_order (void)
{
  g_autoptr (GyreDeclaration) declaration = gyre_declaration_new ("Something", G_TYPE_OBJECT);
  static const char * const names[] = { "zebra", "ant", "mole" };

  g_assert_cmpuint (gyre_declaration_get_length (declaration), ==, 0);
  for (guint index = 0; index < G_N_ELEMENTS (names); index++)
    gyre_declaration_add (declaration, make_descriptor (names[index]));
  g_assert_cmpuint (gyre_declaration_get_length (declaration), ==, 3);
  for (guint index = 0; index < G_N_ELEMENTS (names); index++)
    g_assert_cmpstr (gyre_descriptor_get_name (gyre_declaration_get_descriptor (declaration, index)), ==, names[index]);
}

static void
test_texts_are_kept (void)
{
  g_autofree char *name = g_strdup ("Interesting");
  g_autofree char *family = g_strdup ("test.declaration.interface");
  g_autofree char *summary = g_strdup ("one line");
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("a.c", 3, 1);
  g_autoptr (GyreDeclaration) declaration = gyre_declaration_new (name, G_TYPE_INTERFACE);
  GyreRequirement *record;

  gyre_declaration_set_family (declaration, family);
  gyre_declaration_set_summary (declaration, summary, "much\n\nmore");
  gyre_declaration_set_internal (declaration, TRUE);
  gyre_declaration_set_locator (declaration, locator);
  memset (name, 'x', 3);
  memset (family, 'x', 3);
  memset (summary, 'x', 3);

  record = GYRE_REQUIREMENT (gyre_role_get (gyre_interface_register (declaration, G_TYPE_INVALID, NULL)));
  g_assert_cmpstr (gyre_requirement_get_name (record), ==, "Interesting");
  g_assert_cmpstr (gyre_requirement_get_family (record), ==, "test.declaration.interface");
  g_assert_cmpstr (gyre_requirement_get_summary (record), ==, "one line");
  g_assert_cmpstr (gyre_requirement_get_description (record), ==, "much\n\nmore");
  g_assert_true (gyre_requirement_is_internal (record));
  g_assert_true (gyre_requirement_get_locator (record) == locator);
}

static void
test_boxed (void)
{
  GyreDeclaration *declaration = gyre_declaration_new ("Boxed", G_TYPE_OBJECT);
  GyreDeclaration *copy = g_boxed_copy (GYRE_TYPE_DECLARATION, declaration);

  gyre_declaration_unref (declaration);
  g_assert_cmpstr (gyre_declaration_get_name (copy), ==, "Boxed");
  g_boxed_free (GYRE_TYPE_DECLARATION, copy);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gobject/declaration/members-keep-their-order", test_order);
  g_test_add_func ("/gobject/declaration/texts-are-its-own", test_texts_are_kept);
  g_test_add_func ("/gobject/declaration/copy-is-a-reference", test_boxed);
  return g_test_run ();
}
