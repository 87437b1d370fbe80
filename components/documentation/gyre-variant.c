/* gyre-variant.c: Places, mistakes, events and values as nested values, and these as JSON
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A dictionary is `a{sv}` and a list `av`, so that every one can be taken apart by code that knows nothing of its form. What is
 * not there is a maybe without a value, which JSON calls null.
 */
#include "gyre-variant-private.h"
#include "gyre-array.h"
#include "gyre-component.h"
#include "gyre-signature.h"

#include <json-glib/json-glib.h>
#include <math.h>

/* A text as a value, null where there is none. N.B. a variant must not hold a text that is not UTF-8. */
GVariant *
gyre_variant_new_text (const char *text)
{
  if (text == NULL)
    return g_variant_new_maybe (G_VARIANT_TYPE_STRING, NULL);
  return g_variant_new_take_string (g_utf8_make_valid (text, -1));
}

void
gyre_fields_add_variant (GVariantBuilder *fields, const char *name, GVariant *value)
{
  g_variant_builder_add (fields, "{sv}", name, value != NULL ? value : gyre_variant_new_text (NULL));
}

void
gyre_fields_add_text (GVariantBuilder *fields, const char *name, const char *text)
{
  gyre_fields_add_variant (fields, name, gyre_variant_new_text (text));
}

static GVariant *
new_texts (const char * const *texts)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("av"));
  for (guint index = 0; texts != NULL && texts[index] != NULL; index++)
    g_variant_builder_add (&list, "v", gyre_variant_new_text (texts[index]));
  return g_variant_builder_end (&list);
}

void
gyre_fields_add_texts (GVariantBuilder *fields, const char *name, const char * const *texts)
{
  gyre_fields_add_variant (fields, name, new_texts (texts));
}

void
gyre_fields_add_number (GVariantBuilder *fields, const char *name, gint64 number)
{
  gyre_fields_add_variant (fields, name, g_variant_new_int64 (number));
}

void
gyre_fields_add_boolean (GVariantBuilder *fields, const char *name, gboolean value)
{
  gyre_fields_add_variant (fields, name, g_variant_new_boolean (value));
}

void
gyre_fields_add_locator (GVariantBuilder *fields, const char *name, GyreLocator *locator)
{
  gyre_fields_add_variant (fields, name, locator != NULL ? gyre_locator_to_variant (locator) : NULL);
}

void
gyre_fields_add_priority (GVariantBuilder *fields, GyrePriority priority)
{
  gyre_fields_add_text (fields, "priority", gyre_category_get_name (priority.category));
  gyre_fields_add_number (fields, "rank", priority.rank);
}

static const char *
name_kind (GyreLocatorKind kind)
{
  static const char * const names[] = {
    [GYRE_LOCATOR_DEFAULT] = "default",
    [GYRE_LOCATOR_FILE] = "file",
    [GYRE_LOCATOR_ARGUMENT] = "argument",
    [GYRE_LOCATOR_ENVIRONMENT] = "environment",
    [GYRE_LOCATOR_SOURCE] = "source",
  };

  return names[kind];
}

static void
add_place (GVariantBuilder *fields, GyreLocator *locator)
{
  gyre_fields_add_text (fields, "kind", name_kind (gyre_locator_get_kind (locator)));
  gyre_fields_add_text (fields, "file", gyre_locator_get_file (locator));
  gyre_fields_add_number (fields, "line", gyre_locator_get_line (locator));
  gyre_fields_add_number (fields, "column", gyre_locator_get_column (locator));
  if (gyre_locator_get_function (locator) != NULL)
    gyre_fields_add_text (fields, "function", gyre_locator_get_function (locator));
}

/**
 * gyre_locator_to_variant:
 * @locator: a locator
 *
 * Makes a dictionary with the fields kind (`file`, `argument`, `environment`, `source`, `default`), file, line, column, and through, a
 * list of such dictionaries. Of an argument, file is its text and line its position; a line or column that nobody knows is 0.
 *
 * Returns: (transfer floating): the dictionary
 *
 * Since: 0.1
 */
GVariant *
gyre_locator_to_variant (GyreLocator *locator)
{
  GVariantBuilder fields, through;

  g_return_val_if_fail (locator != NULL, NULL);

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_init (&through, G_VARIANT_TYPE ("av"));
  add_place (&fields, locator);
  for (GyreLocator *place = gyre_locator_get_through (locator); place != NULL; place = gyre_locator_get_through (place))
    {
      GVariantBuilder outer;

      g_variant_builder_init (&outer, G_VARIANT_TYPE_VARDICT);
      add_place (&outer, place);
      g_variant_builder_add (&outer, "{sv}", "through", new_texts (NULL));
      g_variant_builder_add (&through, "v", g_variant_builder_end (&outer));
    }
  gyre_fields_add_variant (&fields, "through", g_variant_builder_end (&through));
  return g_variant_builder_end (&fields);
}

static const char *
name_severity (GyreSeverity severity)
{
  return severity == GYRE_SEVERITY_ERROR ? "error" : severity == GYRE_SEVERITY_WARNING ? "warning" : "note";
}

/**
 * gyre_diagnostic_to_variant:
 * @diagnostic: a diagnostic
 *
 * Makes a dictionary with the fields file, line, column, severity (`error`, `warning`, `note`), message, hint.
 *
 * Returns: (transfer floating): the dictionary
 *
 * Since: 0.1
 */
GVariant *
gyre_diagnostic_to_variant (GyreDiagnostic *diagnostic)
{
  GyreLocator *locator;
  GVariantBuilder fields;

  g_return_val_if_fail (diagnostic != NULL, NULL);

  locator = gyre_diagnostic_get_locator (diagnostic);
  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  gyre_fields_add_text (&fields, "file", locator != NULL ? gyre_locator_get_file (locator) : NULL);
  gyre_fields_add_number (&fields, "line", locator != NULL ? gyre_locator_get_line (locator) : 0);
  gyre_fields_add_number (&fields, "column", locator != NULL ? gyre_locator_get_column (locator) : 0);
  gyre_fields_add_text (&fields, "severity", name_severity (gyre_diagnostic_get_severity (diagnostic)));
  gyre_fields_add_text (&fields, "message", gyre_diagnostic_get_message (diagnostic));
  gyre_fields_add_text (&fields, "hint", gyre_diagnostic_get_hint (diagnostic));
  return g_variant_builder_end (&fields);
}

/**
 * gyre_report_to_variant:
 * @report: a report
 *
 * Makes a list of what gyre_diagnostic_to_variant() makes.
 *
 * Returns: (transfer floating): the list
 *
 * Since: 0.1
 */
GVariant *
gyre_report_to_variant (GyreReport *report)
{
  GVariantBuilder list;

  g_return_val_if_fail (report != NULL, NULL);

  g_variant_builder_init (&list, G_VARIANT_TYPE ("av"));
  for (guint index = 0; index < gyre_report_get_length (report); index++)
    g_variant_builder_add (&list, "v", gyre_diagnostic_to_variant (gyre_report_get_diagnostic (report, index)));
  return g_variant_builder_end (&list);
}

static GVariant *
list_conditions (GyreEvents *events, guint index)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("av"));
  for (guint number = 0; number < gyre_events_get_condition_count (events, index); number++)
    {
      g_auto (GStrv) name = NULL;
      g_auto (GStrv) family = NULL;
      GVariantBuilder condition;

      gyre_events_dup_condition (events, index, number, &name, &family);
      g_variant_builder_init (&condition, G_VARIANT_TYPE_VARDICT);
      gyre_fields_add_texts (&condition, "name", (const char * const *) name);
      gyre_fields_add_texts (&condition, "family", (const char * const *) family);
      g_variant_builder_add (&list, "v", g_variant_builder_end (&condition));
    }
  return g_variant_builder_end (&list);
}

static GVariant *
new_event (GyreEvents *events, guint index, GyreSecrecy *secrecy)
{
  static const char * const kinds[] = { "assignment", "conditional", "command", "source" };
  g_auto (GStrv) key = gyre_events_dup_key (events, index);
  g_auto (GStrv) component = gyre_events_dup_component (events, index);
  g_autofree char *value = secrecy != NULL && gyre_secrecy_covers_event (secrecy, events, index)
                             ? g_strdup ("***") : gyre_events_dup_value (events, index);
  g_autoptr (GyreLocator) locator = gyre_events_dup_key_locator (events, index);
  g_autoptr (GyreLocator) place = gyre_events_dup_value_locator (events, index, 0);
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  gyre_fields_add_text (&fields, "kind", kinds[gyre_events_get_kind (events, index)]);
  gyre_fields_add_texts (&fields, "key", (const char * const *) key);
  gyre_fields_add_text (&fields, "operator", gyre_events_get_operator (events, index));
  gyre_fields_add_text (&fields, "value", value);
  gyre_fields_add_texts (&fields, "component", (const char * const *) component);
  gyre_fields_add_variant (&fields, "conditions", list_conditions (events, index));
  gyre_fields_add_locator (&fields, "locator", locator);
  gyre_fields_add_locator (&fields, "value-locator", place);
  return g_variant_builder_end (&fields);
}

/**
 * gyre_events_to_variant:
 * @events: the events of a configuration
 *
 * Makes a list of dictionaries with the fields kind (`assignment`, `conditional`, `command`, `source`), key, operator, value, component,
 * conditions (each with name and family), locator (of the key), and value-locator. Dotted names are lists of their fragments.
 *
 * Returns: (transfer floating): the list
 *
 * Since: 0.1
 */
GVariant *
gyre_events_to_variant (GyreEvents *events)
{
  return gyre_events_to_variant_without_secrets (events, NULL);
}

/**
 * gyre_events_to_variant_without_secrets: (skip)
 * @events: the events of a configuration
 * @secrecy: (nullable): what is known about secrets; %NULL shows everything
 *
 * The same as gyre_events_to_variant(), with `***` for each value that could be a secret.
 *
 * Returns: (transfer floating): the list
 *
 * Since: 0.1
 */
GVariant *
gyre_events_to_variant_without_secrets (GyreEvents *events, GyreSecrecy *secrecy)
{
  GVariantBuilder list;

  g_return_val_if_fail (events != NULL, NULL);

  g_variant_builder_init (&list, G_VARIANT_TYPE ("av"));
  for (guint index = 0; index < gyre_events_get_length (events); index++)
    g_variant_builder_add (&list, "v", new_event (events, index, secrecy));
  return g_variant_builder_end (&list);
}

/* JSON has no word for what is no number. */
static GVariant *
new_real (double value)
{
  if (isnan (value))
    return g_variant_new_string ("nan");
  if (isinf (value))
    return g_variant_new_string (value > 0 ? "inf" : "-inf");
  return g_variant_new_double (value);
}

/* The part of an array from *next on that has the dimensions from @dimension on. */
static GVariant *
new_rows (const GyreArray *array, guint dimension, gsize *next)
{
  GVariantBuilder list;

  if (dimension == array->rank)
    return new_real (array->values[(*next)++]);
  g_variant_builder_init (&list, G_VARIANT_TYPE ("av"));
  for (gsize index = 0; index < array->shape[dimension]; index++)
    g_variant_builder_add (&list, "v", new_rows (array, dimension + 1, next));
  return g_variant_builder_end (&list);
}

static GVariant *
new_object (GObject *object)
{
  g_autofree char *specification = NULL;

  if (GYRE_IS_COMPONENT (object))
    specification = gyre_component_dup_specification (GYRE_COMPONENT (object));
  return gyre_variant_new_text (object == NULL ? NULL : specification != NULL ? specification : G_OBJECT_TYPE_NAME (object));
}

static GVariant *
new_array (const GyreArray *array)
{
  gsize next = 0;

  return array != NULL ? new_rows (array, 0, &next) : gyre_variant_new_text (NULL);
}

/* What has no form of its own is told as the text that a person would see. */
static GVariant *
new_other (const GValue *value)
{
  g_autofree char *text = gyre_argument_print_value (value);

  return gyre_variant_new_text (text);
}

/**
 * gyre_value_to_variant:
 * @value: the result of a behavior, or one of its arguments
 *
 * Turns a value into one that JSON can say: arrays become nested lists, reals that are no numbers the texts `nan`, `inf` and `-inf`,
 * components their specifications; a behavior without a result gives null.
 *
 * Returns: (transfer floating): the value
 *
 * Since: 0.1
 */
GVariant *
gyre_value_to_variant (const GValue *value)
{
  if (value == NULL || !G_IS_VALUE (value))
    return gyre_variant_new_text (NULL);
  if (G_VALUE_HOLDS_DOUBLE (value))
    return new_real (g_value_get_double (value));
  if (G_VALUE_HOLDS_BOOLEAN (value))
    return g_variant_new_boolean (g_value_get_boolean (value));
  if (G_VALUE_HOLDS_INT64 (value))
    return g_variant_new_int64 (g_value_get_int64 (value));
  if (G_VALUE_HOLDS_STRING (value))
    return gyre_variant_new_text (g_value_get_string (value));
  if (G_VALUE_HOLDS (value, GYRE_TYPE_ARRAY))
    return new_array (g_value_get_boxed (value));
  if (G_VALUE_HOLDS_OBJECT (value))
    return new_object (g_value_get_object (value));
  if (G_VALUE_HOLDS_VARIANT (value) && g_value_get_variant (value) != NULL)
    return g_value_get_variant (value);
  return new_other (value);
}

/**
 * gyre_variant_to_json:
 * @variant: a value; consumed if it is floating
 *
 * Writes a nested value as JSON, indented by two blanks a level. Reals are written so that they read back exactly.
 *
 * Returns: (transfer full): the text, without a newline at its end
 *
 * Since: 0.1
 */
char *
gyre_variant_to_json (GVariant *variant)
{
  g_autoptr (GVariant) owned = NULL;
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (variant != NULL, NULL);

  owned = g_variant_ref_sink (variant);
  node = json_gvariant_serialize (owned);
  return json_to_string (node, TRUE);
}
