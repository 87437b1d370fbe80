/* test-kind-boxed.c: The kind of boxed values of other code
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"

#include <stdio.h>

typedef struct { gint red; } Colour;

static gpointer
colour_copy (gpointer colour)
{
  return g_memdup2 (colour, sizeof (Colour));
}

static GType
colour_get_type (void)
{
  static GType type;

  if (type == 0)
    type = g_boxed_type_register_static ("Colour", colour_copy, g_free);
  return type;
}

static void
colour_to_text (const GValue *source, GValue *target)
{
  g_value_take_string (target, g_strdup_printf ("red %d", ((Colour *) g_value_get_boxed (source))->red));
}

static void
colour_from_text (const GValue *source, GValue *target)
{
  Colour colour;

  if (sscanf (g_value_get_string (source), "red %d", &colour.red) == 1)
    g_value_set_boxed (target, &colour);
}

static void
test_text (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (boxed), .get_type = colour_get_type);

  g_value_register_transform_func (colour_get_type (), G_TYPE_STRING, colour_to_text);
  g_value_register_transform_func (G_TYPE_STRING, colour_get_type (), colour_from_text);
  assert_reads (trait, "'red 5'", "red 5");
  assert_data (trait, "'red 5'", "red 5");
  assert_refuses (trait, "blue", GYRE_VALUE_ERROR_SYNTAX, "must be a text of a Colour, is 'blue' (at character 1)");
}

static void
test_no_text (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (boxed), .get_type = gyre_complex_get_type);
  GValue native = G_VALUE_INIT;

  g_value_set_boxed (g_value_init (&native, GYRE_TYPE_COMPLEX), &(GyreComplex) { 1, 2 });
  assert_takes (trait, native, "<GyreComplex>");
  assert_refuses (trait, "1+2j", GYRE_VALUE_ERROR_TYPE, "must be a value of type GyreComplex, which no text can say (at character 1)");
  assert_refuses_native (trait, native_int (1), GYRE_VALUE_ERROR_TYPE, "must be of kind boxed GyreComplex, is a value of type gint");
}

static GyreValue
make (GRand *random)
{
  return (GyreValue) { .present = TRUE, .pointer = gyre_boxed_new (colour_get_type (), &(Colour) { g_rand_int_range (random, -999, 999) }) };
}

static void
test_property (void)
{
  assert_property (MAKE_TRAIT (POINTER (boxed), .get_type = colour_get_type), make);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-boxed/text-is-what-its-author-registered", test_text);
  g_test_add_func ("/traits/kind-boxed/one-without-a-text-says-so", test_no_text);
  g_test_add_func ("/traits/kind-boxed/every-value-survives", test_property);
  return g_test_run ();
}
