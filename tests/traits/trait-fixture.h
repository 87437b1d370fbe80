/* trait-fixture.h: Statements about what a trait reads, prints and refuses
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

#include <math.h>
#include <string.h>

/* Traits live as long as the process: somebody has to hold them. */
static GPtrArray *fixture_traits;

#define MAKE_TRAIT(...) fixture_make ((GyreTraitDeclaration) { .field = "field", __VA_ARGS__ })
#define BOOLEAN .kind = &gyre_kind_boolean, .storage = GYRE_STORAGE_BOOLEAN
#define INTEGER(width) .kind = &gyre_kind_integer, .storage = GYRE_STORAGE_##width
#define REAL .kind = &gyre_kind_real, .storage = GYRE_STORAGE_DOUBLE
#define POINTER(kind_) .kind = &gyre_kind_##kind_, .storage = GYRE_STORAGE_POINTER
#define LIST_OF(element_) POINTER (list), .element = &gyre_kind_##element_
#define MAYBE(kind_, storage_) .kind = &gyre_kind_##kind_, .storage = GYRE_STORAGE_MAYBE_##storage_

static inline GyreTrait *
fixture_make (GyreTraitDeclaration declaration)
{
  GyreTrait *trait = gyre_trait_new (&declaration);

  if (fixture_traits == NULL)
    fixture_traits = g_ptr_array_new ();
  g_ptr_array_add (fixture_traits, trait);
  return trait;
}

/* Reads a text that is a value. */
static inline GyreValue
fixture_read (const GyreTrait *trait, const char *text)
{
  g_autoptr (GError) error = NULL;
  GyreValue value = GYRE_NONE;

  if (!gyre_trait_parse (trait, text, &value, &error))
    g_error ("'%s' %s", text, error->message);
  return value;
}

/* What is printed reads back as the same value. */
static inline void
assert_survives (const GyreTrait *trait, GyreValue value)
{
  g_autofree char *printed = gyre_trait_print (trait, value);
  GyreValue again = fixture_read (trait, printed);

  g_assert_true (gyre_kind_equal (gyre_trait_get_kind (trait), value, again));
  gyre_kind_clear (gyre_trait_get_kind (trait), &again);
}

static inline void
assert_reads (const GyreTrait *trait, const char *text, const char *expected)
{
  GyreValue value = fixture_read (trait, text);
  g_autofree char *printed = gyre_trait_print (trait, value);

  g_assert_cmpstr (printed, ==, expected);
  assert_survives (trait, value);
  gyre_kind_clear (gyre_trait_get_kind (trait), &value);
}

static inline void
assert_refuses (const GyreTrait *trait, const char *text, GyreValueError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  GyreValue value = { .present = TRUE };

  g_assert_false (gyre_trait_parse (trait, text, &value, &error));
  g_assert_cmpstr (error->message, ==, message);
  g_assert_error (error, GYRE_VALUE_ERROR, (int) code);
  g_assert_false (value.present);
}

static inline void
assert_hint (const GyreTrait *trait, const char *text, const char *hint)
{
  g_autoptr (GError) error = NULL;
  GyreValue value;

  g_assert_false (gyre_trait_parse (trait, text, &value, &error));
  g_assert_cmpstr (gyre_value_error_get_hint (error), ==, hint);
}

/* These take a native value over. */
static inline void
assert_takes (const GyreTrait *trait, GValue native, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = NULL;
  GyreValue value = GYRE_NONE;

  gyre_trait_from_gvalue (trait, &native, &value, &error);
  g_assert_no_error (error);
  printed = gyre_trait_print (trait, value);
  g_assert_cmpstr (printed, ==, expected);
  if (!gyre_trait_is_facility (trait))
    gyre_kind_clear (gyre_trait_get_kind (trait), &value);
  g_value_unset (&native);
}

static inline void
assert_refuses_native (const GyreTrait *trait, GValue native, GyreValueError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  GyreValue value = { .present = TRUE };

  g_assert_false (gyre_trait_from_gvalue (trait, &native, &value, &error));
  g_assert_cmpstr (error->message, ==, message);
  g_assert_error (error, GYRE_VALUE_ERROR, (int) code);
  g_assert_false (gyre_value_error_get_offset (error, NULL));
  g_assert_false (value.present);
  g_value_unset (&native);
}

#define FIXTURE_NATIVE(name, type, g_type, setter) \
  static inline GValue \
  name (type content) \
  { \
    GValue native = G_VALUE_INIT; \
    setter (g_value_init (&native, g_type), content); \
    return native; \
  }
FIXTURE_NATIVE (native_boolean, gboolean, G_TYPE_BOOLEAN, g_value_set_boolean)
FIXTURE_NATIVE (native_char, gint8, G_TYPE_CHAR, g_value_set_schar)
FIXTURE_NATIVE (native_int, int, G_TYPE_INT, g_value_set_int)
FIXTURE_NATIVE (native_uint, guint, G_TYPE_UINT, g_value_set_uint)
FIXTURE_NATIVE (native_long, glong, G_TYPE_LONG, g_value_set_long)
FIXTURE_NATIVE (native_ulong, gulong, G_TYPE_ULONG, g_value_set_ulong)
FIXTURE_NATIVE (native_int64, gint64, G_TYPE_INT64, g_value_set_int64)
FIXTURE_NATIVE (native_uint64, guint64, G_TYPE_UINT64, g_value_set_uint64)
FIXTURE_NATIVE (native_float, float, G_TYPE_FLOAT, g_value_set_float)
FIXTURE_NATIVE (native_double, double, G_TYPE_DOUBLE, g_value_set_double)
FIXTURE_NATIVE (native_string, const char *, G_TYPE_STRING, g_value_set_string)
FIXTURE_NATIVE (native_strings, const char * const *, G_TYPE_STRV, g_value_set_boxed)
FIXTURE_NATIVE (native_array, GyreArray *, GYRE_TYPE_ARRAY, g_value_set_boxed)

static inline GValue
native_variant (const char *text)
{
  GValue native = G_VALUE_INIT;

  g_value_take_variant (g_value_init (&native, G_TYPE_VARIANT), g_variant_new_parsed (text, NULL));
  return native;
}
