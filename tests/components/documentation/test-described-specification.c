/* test-described-specification.c: What a GObject property says of itself
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#define TEST_TYPE_MODE (test_mode_get_type ())
#define TEST_TYPE_EXTRAS (test_extras_get_type ())

static GType
test_mode_get_type (void)
{
  static const GEnumValue values[] = {
    { -1, "TEST_MODE_NONE", "none" }, { 4, "A sentence for people", "some" }, { 0, NULL, NULL } };
  static GType type;

  if (type == 0)
    type = g_enum_register_static ("TestMode", values);
  return type;
}

static GType
test_extras_get_type (void)
{
  static const GFlagsValue values[] = {
    { 1, "TEST_EXTRAS_SALT", "salt" }, { 2, "TEST_EXTRAS_OIL", "oil" }, { 0, NULL, NULL } };
  static GType type;

  if (type == 0)
    type = g_flags_register_static ("TestExtras", values);
  return type;
}

typedef struct
{
  GParamSpec *specification;
  const char *kind_text;
  const char *native;
  const char *least;
  const char *most;
  const char *fallback;
  const char *flags;
} Row;

#define BOTH G_PARAM_READWRITE

typedef struct { GObject parent_instance; } TestPlate;
typedef GObjectClass TestPlateClass;
static GType test_plate_get_type (void);
G_DEFINE_TYPE (TestPlate, test_plate, G_TYPE_OBJECT)

static Row rows[32];
static guint n_rows;

static void
test_plate_set_property (GObject *object, guint number, const GValue *value, GParamSpec *specification)
{
}

static void
add (TestPlateClass *class, GParamSpec *specification, const char *kind_text, const char *native, const char *least, const char *most,
     const char *fallback, const char *flags)
{
  rows[n_rows++] = (Row) { specification, kind_text, native, least, most, fallback, flags };
  g_object_class_install_property (class, n_rows, specification);
}

static void
add_numbers (TestPlateClass *class)
{
  add (class, g_param_spec_char ("char", NULL, NULL, -3, 5, -2, BOTH), "integer", "gchar", "-3", "5", "-2", "readable,writable");
  add (class, g_param_spec_uchar ("uchar", NULL, NULL, 1, 200, 150, BOTH), "integer", "guchar", "1", "200", "150", "readable,writable");
  add (class, g_param_spec_int ("int", NULL, NULL, G_MININT, G_MAXINT, -7, BOTH), "integer", "gint", "-2147483648", "2147483647", "-7",
       "readable,writable");
  add (class, g_param_spec_uint ("uint", NULL, NULL, 0, G_MAXUINT, G_MAXUINT, BOTH), "integer", "guint", "0", "4294967295", "4294967295",
       "readable,writable");
  add (class, g_param_spec_long ("long", NULL, NULL, -9, 9, 8, BOTH), "integer", "glong", "-9", "9", "8", "readable,writable");
  add (class, g_param_spec_ulong ("ulong", NULL, NULL, 2, 9, 8, BOTH), "integer", "gulong", "2", "9", "8", "readable,writable");
  add (class, g_param_spec_int64 ("int64", NULL, NULL, G_MININT64, G_MAXINT64, 0, BOTH), "integer", "gint64", "-9223372036854775808",
       "9223372036854775807", "0", "readable,writable");
  add (class, g_param_spec_uint64 ("uint64", NULL, NULL, 0, G_MAXUINT64, G_MAXUINT64, BOTH), "integer", "guint64", "0",
       "18446744073709551615", "18446744073709551615", "readable,writable");
  add (class, g_param_spec_float ("float", NULL, NULL, 0, 0.1f, 0.1f, BOTH), "real", "gfloat", "0", "0.1", "0.1", "readable,writable");
  add (class, g_param_spec_double ("double", NULL, NULL, -1e300, 1e300, 0.1, BOTH), "real", "gdouble", "-1e+300", "1e+300", "0.1",
       "readable,writable");
}

static void
add_others (TestPlateClass *class)
{
  add (class, g_param_spec_boolean ("boolean", NULL, NULL, TRUE, BOTH), "boolean", "gboolean", NULL, NULL, "true", "readable,writable");
  add (class, g_param_spec_string ("string", NULL, NULL, "a b", BOTH), "string", "gchararray", NULL, NULL, "a b", "readable,writable");
  add (class, g_param_spec_string ("nothing", NULL, NULL, NULL, BOTH), "string", "gchararray", NULL, NULL, "none", "readable,writable");
  add (class, g_param_spec_enum ("enum", NULL, NULL, TEST_TYPE_MODE, 4, BOTH), "enumeration TestMode", "TestMode", NULL, NULL, "some",
       "readable,writable");
  add (class, g_param_spec_flags ("flags", NULL, NULL, TEST_TYPE_EXTRAS, 3, BOTH), "flags TestExtras", "TestExtras", NULL, NULL,
       "salt | oil", "readable,writable");
  add (class, g_param_spec_boxed ("boxed", NULL, NULL, G_TYPE_BYTES, BOTH), "boxed GBytes", "GBytes", NULL, NULL, "none",
       "readable,writable");
  add (class, g_param_spec_object ("object", NULL, NULL, G_TYPE_OBJECT, BOTH), "facility GObject", "GObject", NULL, NULL, "none",
       "readable,writable");
  add (class, g_param_spec_param ("param", NULL, NULL, G_TYPE_PARAM_INT, BOTH), "property GParamInt", "GParamInt", NULL, NULL, "none",
       "readable,writable");
  add (class, g_param_spec_variant ("variant", NULL, NULL, G_VARIANT_TYPE_INT32, g_variant_new_int32 (5), BOTH), "variant GVariant",
       "GVariant", NULL, NULL, "5", "readable,writable");
  add (class, g_param_spec_gtype ("gtype", NULL, NULL, G_TYPE_OBJECT, BOTH), "type", "GType", NULL, NULL, "GObject", "readable,writable");
  add (class, g_param_spec_unichar ("unichar", NULL, NULL, 0xe4, BOTH), "character", "guint", NULL, NULL, "ä", "readable,writable");
  add (class, g_param_spec_pointer ("pointer", NULL, NULL, BOTH), "pointer", "gpointer", NULL, NULL, "none", "readable,writable");
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  add (class, g_param_spec_value_array ("value-array", NULL, NULL, NULL, BOTH), "values GValueArray", "GValueArray", NULL, NULL, "none",
       "readable,writable");
  G_GNUC_END_IGNORE_DEPRECATIONS
}

static void
add_flags (TestPlateClass *class)
{
  add (class, g_param_spec_int ("secretive", NULL, NULL, 0, 1, 0, G_PARAM_WRITABLE), "integer", "gint", "0", "1", "0", "writable");
  add (class, g_param_spec_int ("shown", NULL, NULL, 0, 1, 0, G_PARAM_READABLE), "integer", "gint", "0", "1", "0", "readable");
  add (class, g_param_spec_int ("born", NULL, NULL, 0, 1, 0, BOTH | G_PARAM_CONSTRUCT_ONLY), "integer", "gint", "0", "1", "0",
       "readable,writable,construct-only");
  add (class, g_param_spec_int ("old", NULL, NULL, 0, 1, 0, BOTH | G_PARAM_DEPRECATED | G_PARAM_EXPLICIT_NOTIFY), "integer", "gint", "0",
       "1", "0", "readable,writable,explicit-notify,deprecated");
  add (class, g_param_spec_int ("user", NULL, NULL, 0, 1, 0, G_PARAM_READABLE | (1 << (G_PARAM_USER_SHIFT + 2))), "integer", "gint", "0",
       "1", "0", "readable,user-2");
}

static void
test_plate_class_init (TestPlateClass *class)
{
  class->set_property = test_plate_set_property;
  class->get_property = (void (*) (GObject *, guint, GValue *, GParamSpec *)) test_plate_set_property;
  add_numbers (class);
  add_others (class);
  add_flags (class);
}

static void
test_plate_init (TestPlate *self)
{
}

static const GyreDescribedTrait *
find (GyreDescription *description, const char *name)
{
  for (guint index = 0; index < description->traits->len; index++)
    if (g_str_equal (((GyreDescribedTrait *) description->traits->pdata[index])->name, name))
      return description->traits->pdata[index];
  g_error ("there is no trait %s", name);
}

static void
every_kind_of_property_is_told_as_it_says_itself (void)
{
  g_autoptr (GyreDescription) plate = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (test_plate_get_type ())));

  g_assert_cmpuint (n_rows, ==, 28);
  g_assert_cmpuint (plate->traits->len, ==, n_rows);
  for (guint index = 0; index < n_rows; index++)
    {
      const Row *row = &rows[index];
      const GyreDescribedTrait *trait = find (plate, row->specification->name);
      g_autofree char *flags = g_strjoinv (",", trait->flags);

      g_test_message ("%s", trait->name);
      g_assert_cmpstr (trait->kind_text, ==, row->kind_text);
      g_assert_cmpstr (trait->native, ==, row->native);
      g_assert_cmpstr (trait->least, ==, row->least);
      g_assert_cmpstr (trait->most, ==, row->most);
      g_assert_cmpstr (trait->declared.text, ==, row->fallback);
      g_assert_cmpstr (trait->fallback.text, ==, row->fallback);
      g_assert_cmpstr (flags, ==, row->flags);
    }
}

static void
values_of_enumerations_and_flags_are_told (void)
{
  g_autoptr (GyreDescription) plate = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (test_plate_get_type ())));
  const GyreDescribedWord *none = find (plate, "enum")->values->pdata[0];
  const GyreDescribedWord *some = find (plate, "enum")->values->pdata[1];
  const GyreDescribedWord *oil = find (plate, "flags")->values->pdata[1];

  g_assert_cmpstr (none->word, ==, "none");
  g_assert_cmpstr (none->name, ==, "TEST_MODE_NONE");
  g_assert_cmpint (none->value, ==, -1);
  g_assert_null (none->summary);
  g_assert_cmpstr (some->summary, ==, "A sentence for people");
  g_assert_cmpstr (oil->word, ==, "oil");
  g_assert_cmpint (oil->value, ==, 2);
}

static void
what_can_only_be_read_or_written_is_told_so (void)
{
  g_autoptr (GyreDescription) plate = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (test_plate_get_type ())));
  g_autofree char *text = gyre_description_to_text (plate, FALSE);

  g_assert_true (find (plate, "shown")->read_only);
  g_assert_false (find (plate, "secretive")->read_only);
  g_assert_true (find (plate, "born")->construct_only);
  g_assert_nonnull (find (plate, "old")->deprecated_since);
  g_assert_null (find (plate, "int")->key);
  g_assert_nonnull (strstr (text, "deprecated  since an unknown version\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/described-specification/every-kind-of-property-is-told-as-it-says-itself", every_kind_of_property_is_told_as_it_says_itself);
  g_test_add_func ("/documentation/described-specification/values-of-enumerations-and-flags-are-told", values_of_enumerations_and_flags_are_told);
  g_test_add_func ("/documentation/described-specification/what-can-only-be-read-or-written-is-told-so", what_can_only_be_read_or_written_is_told_so);
  return g_test_run ();
}
