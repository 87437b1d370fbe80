/* test-attribute-classifier.c: That the four steps of a metaclass can be overridden
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

typedef GyreAttributeClassifier Recorder;
typedef GyreAttributeClassifierClass RecorderClass;

GType recorder_get_type (void);
G_DEFINE_TYPE (Recorder, recorder, GYRE_TYPE_ATTRIBUTE_CLASSIFIER)

static GString *steps;

static GyreDeclaration *
recorder_prepare (GyreAttributeClassifier *classifier, const char *name, GType parent)
{
  g_autofree char *longer = g_strconcat (name, "Prepared", NULL);

  g_string_append (steps, "prepare ");
  return GYRE_ATTRIBUTE_CLASSIFIER_CLASS (recorder_parent_class)->prepare (classifier, longer, parent);
}

static gboolean
recorder_new_class (GyreAttributeClassifier *classifier, GyreDeclaration *declaration, GError **error)
{
  g_string_append_printf (steps, "new %s ", gyre_declaration_get_name (declaration));
  return TRUE;
}

static void
recorder_init_class (GyreAttributeClassifier *classifier, gpointer type_class, GyreReport *report)
{
  g_string_append (steps, "init ");
  gyre_report_error (report, NULL, NULL, "told");
}

static GObject *
recorder_call (GyreAttributeClassifier *classifier, const GyreConstruction *construction, GError **error)
{
  g_string_append_printf (steps, "call %s ", construction->name);
  return GYRE_ATTRIBUTE_CLASSIFIER_CLASS (recorder_parent_class)->call (classifier, construction, error);
}

static void
recorder_class_init (RecorderClass *class)
{
  class->prepare = recorder_prepare;
  class->new_class = recorder_new_class;
  class->init_class = recorder_init_class;
  class->call = recorder_call;
}

static void
recorder_init (Recorder *self)
{
}

static void
test_steps (void)
{
  g_autoptr (GyreAttributeClassifier) record = g_object_new (recorder_get_type (), NULL);
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreDeclaration) declaration = NULL;
  const GyreConstruction construction = { .name = "somebody" };

  steps = g_string_new (NULL);
  declaration = gyre_attribute_classifier_prepare (record, "Thing", G_TYPE_OBJECT);
  g_assert_true (gyre_attribute_classifier_new_class (record, declaration, NULL));
  gyre_attribute_classifier_init_class (record, NULL, report);
  g_assert_null (gyre_attribute_classifier_call (record, &construction, NULL));
  g_assert_cmpstr (steps->str, ==, "prepare new ThingPrepared init call somebody ");
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 1);
  g_string_free (steps, TRUE);
}

static void
test_call (void)
{
  g_autoptr (GyreAttributeClassifier) record = g_object_new (GYRE_TYPE_ROLE, NULL);
  const GyreConstruction construction = { .name = NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_attribute_classifier_call (record, &construction, &error));
  g_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gobject/attribute-classifier/all-four-steps-can-be-overridden", test_steps);
  g_test_add_func ("/gobject/attribute-classifier/an-interface-builds-nothing", test_call);
  return g_test_run ();
}
