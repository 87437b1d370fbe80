/* test-foreign.c: Classes that other code and other languages declare
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <gio/gio.h>

#include <string.h>

/* A class that is written without a word of Gyre but its parent. */
typedef struct
{
  GyreComponent parent_instance;
  double height;
  int count;
  char *label;
} Plain;

typedef GyreComponentClass PlainClass;

enum { HEIGHT = 1, COUNT, LABEL };

static GType plain_get_type (void);
G_DEFINE_TYPE (Plain, plain, GYRE_TYPE_COMPONENT)

static void
plain_get_property (GObject *object, guint property, GValue *value, GParamSpec *specification)
{
  Plain *self = (Plain *) object;

  if (property == HEIGHT)
    g_value_set_double (value, self->height);
  else if (property == COUNT)
    g_value_set_int (value, self->count);
  else
    g_value_set_string (value, self->label);
}

static void
plain_set_property (GObject *object, guint property, const GValue *value, GParamSpec *specification)
{
  Plain *self = (Plain *) object;

  if (property == HEIGHT)
    self->height = g_value_get_double (value);
  else if (property == COUNT)
    self->count = g_value_get_int (value);
  else
    {
      g_free (self->label);
      self->label = g_value_dup_string (value);
    }
}

static void
plain_finalize (GObject *object)
{
  g_free (((Plain *) object)->label);
  G_OBJECT_CLASS (plain_parent_class)->finalize (object);
}

static void
plain_class_init (PlainClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = plain_get_property;
  object_class->set_property = plain_set_property;
  object_class->finalize = plain_finalize;
  g_object_class_install_property (object_class, HEIGHT,
                                   g_param_spec_double ("height", NULL, "from the ground", 0, 100, 1.5, G_PARAM_READWRITE));
  g_object_class_install_property (object_class, COUNT, g_param_spec_int ("count", NULL, NULL, 0, 9, 3, G_PARAM_READWRITE));
  g_object_class_install_property (object_class, LABEL, g_param_spec_string ("label", NULL, NULL, "x", G_PARAM_READWRITE));
}

static void
plain_init (Plain *self)
{
  self->height = 1.5;
  self->count = 3;
  self->label = g_strdup ("x");
}

/* Another one derives from it. */
typedef struct
{
  Plain parent_instance;
  double width;
} Derived;

typedef GyreComponentClass DerivedClass;

static GType derived_get_type (void);
G_DEFINE_TYPE (Derived, derived, plain_get_type ())

static void
derived_get_property (GObject *object, guint property, GValue *value, GParamSpec *specification)
{
  g_value_set_double (value, ((Derived *) object)->width);
}

static void
derived_set_property (GObject *object, guint property, const GValue *value, GParamSpec *specification)
{
  ((Derived *) object)->width = g_value_get_double (value);
}

static void
derived_class_init (DerivedClass *class)
{
  G_OBJECT_CLASS (class)->get_property = derived_get_property;
  G_OBJECT_CLASS (class)->set_property = derived_set_property;
  g_object_class_install_property (G_OBJECT_CLASS (class), 1,
                                   g_param_spec_double ("width", NULL, NULL, 0, 100, 0, G_PARAM_READWRITE));
}

static void
derived_init (Derived *self)
{
}

/* And one of which somebody else says more: as a binding does. */
typedef Derived Said;
typedef GyreComponentClass SaidClass;

static GType said_get_type (void);
G_DEFINE_TYPE (Said, said, plain_get_type ())

static void
said_class_init (SaidClass *class)
{
  derived_class_init (class);
}

static void
said_init (Said *self)
{
}

static void
declare_said (void)
{
  g_autoptr (GyreDeclaration) declaration = gyre_declaration_new ("Said", plain_get_type ());
  g_autoptr (GTypeClass) class = g_type_class_ref (said_get_type ());
  GParamSpec *width = g_object_class_find_property (G_OBJECT_CLASS (class), "width");

  gyre_declaration_set_family (declaration, "lab.said");
  gyre_declaration_set_summary (declaration, "somebody else's", NULL);
  gyre_declaration_add (declaration, gyre_foreign_new_trait (width, "w", "m"));
  g_assert_true (gyre_foreign_declare (said_get_type (), declaration));
  gyre_actor_get (said_get_type ());
  g_assert_false (gyre_foreign_declare (said_get_type (), declaration));
}

static GyreRequirement *
record_of (GType type)
{
  return GYRE_REQUIREMENT (gyre_actor_get (type));
}

static void
test_record (void)
{
  GyreRequirement *record = record_of (derived_get_type ());
  GPtrArray *local = gyre_requirement_get_local_traits (record);
  GPtrArray *inherited = gyre_requirement_get_inherited_traits (record);

  g_assert_true (gyre_requirement_is_valid (record, NULL));
  g_assert_null (gyre_requirement_get_family (record));
  g_assert_cmpuint (local->len, ==, 1);
  g_assert_cmpstr (gyre_descriptor_get_name (local->pdata[0]), ==, "width");
  g_assert_nonnull (gyre_requirement_find_trait (record, "height"));
  g_assert_true (gyre_descriptor_get_owner (gyre_requirement_find_trait (record, "height")) == record_of (plain_get_type ()));
  g_assert_cmpuint (inherited->len, >=, 3);
  g_assert_true (gyre_requirement_get_pedigree (record)->pdata[1] == record_of (plain_get_type ()));
}

static void
test_said (void)
{
  GyreRequirement *record = record_of (said_get_type ());
  GyreDescriptor *width = gyre_requirement_find_trait (record, "w");

  g_assert_cmpstr (gyre_requirement_get_family (record), ==, "lab.said");
  g_assert_cmpstr (gyre_requirement_get_summary (record), ==, "somebody else's");
  g_assert_nonnull (width);
  g_assert_cmpstr (gyre_trait_get_units (gyre_trait_of_descriptor (width)), ==, "m");
  g_assert_true (gyre_registrar_find (gyre_registrar_get_default (), "lab.said") == record);
}

static void
load (const char *text)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GError) error = NULL;

  gyre_executive_load_text (gyre_executive_get_current (), "test.pfg", text, GYRE_CATEGORY_USER, report, &error);
  g_assert_no_error (error);
}

static void
test_family (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) component = NULL;

  load ("lab.said.width = 7\nlab.said.label = 'by family'\n");
  component = gyre_component_new (said_get_type (), NULL, &error, NULL);
  g_assert_no_error (error);
  g_assert_cmpfloat (((Said *) component)->width, ==, 7);
  g_assert_cmpstr (((Plain *) component)->label, ==, "by family");
}

static void
test_name (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) component = NULL;
  g_autoptr (GyreLocator) locator = NULL;

  load ("tall.height = 42\n");
  component = gyre_component_new (derived_get_type (), "tall", &error, "width", 3.0, "count", 4, NULL);
  g_assert_no_error (error);
  g_assert_cmpfloat (((Plain *) component)->height, ==, 42);
  g_assert_cmpfloat (((Derived *) component)->width, ==, 3);
  g_assert_cmpint (((Plain *) component)->count, ==, 4);
  locator = gyre_component_dup_value_locator (component, "height", &error);
  g_assert_cmpint (gyre_locator_get_kind (locator), ==, GYRE_LOCATOR_FILE);
  g_assert_cmpuint (gyre_locator_get_line (locator), ==, 1);
}

static void
test_object_new (void)
{
  g_autoptr (GyreComponent) component = NULL;

  load ("made-plainly.count = 8\n");
  component = g_object_new (derived_get_type (), "name", "made-plainly", NULL);
  g_assert_cmpint (((Plain *) component)->count, ==, 8);
}

static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) component = NULL;

  component = gyre_component_new (derived_get_type (), NULL, &error, "height", -1.0, NULL);
  g_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_CONFIGURATION);
  g_assert_nonnull (strstr (error->message, "height"));
  g_assert_null (component);
  g_clear_error (&error);
  component = gyre_component_new (derived_get_type (), NULL, &error, NULL);
  g_assert_false (gyre_component_set_real (component, "height", 101, &error));
  g_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE);
  g_assert_cmpfloat (((Plain *) component)->height, ==, 1.5);
}

/* A class of GLib's, which overrides a property of an interface. */
static void
test_overridden (void)
{
  GyreRequirement *record = GYRE_REQUIREMENT (gyre_actor_get (G_TYPE_DEBUG_CONTROLLER_DBUS));
  GyreDescriptor *descriptor = gyre_requirement_get_trait (record, "debug-enabled", NULL);

  g_assert_nonnull (descriptor);
  g_assert_true (descriptor->owner == record);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  declare_said ();
  g_test_add_func ("/model/foreign/a-plain-class-has-a-record", test_record);
  g_test_add_func ("/model/foreign/what-a-binding-says-is-in-the-record", test_said);
  g_test_add_func ("/model/foreign/settings-of-the-family-reach-gobject", test_family);
  g_test_add_func ("/model/foreign/keywords-and-settings-of-the-name-reach-gobject", test_name);
  g_test_add_func ("/model/foreign/g-object-new-is-configured-by-name", test_object_new);
  g_test_add_func ("/model/foreign/a-refused-value-is-an-error", test_refused);
  g_test_add_func ("/model/foreign/a-property-that-overrides-one-of-an-interface-is-a-trait", test_overridden);
  return g_test_run ();
}
