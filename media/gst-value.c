/* gst-value.c: The texts of values that elements have
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a trait of ours could hold is written as a trait writes it, GStreamer's own types as GStreamer writes them: in its lists without
 * the type before each element.
 */
#include "gst-value.h"

#include <string.h>

/* The types of the elements of a list say what everybody sees. */
static void
append_plain (GString *text, const char *serialized)
{
  static const char * const types[] = { "(string)", "(int)", "(fraction)", "(boolean)", "(double)", "(float)", "(uint)" };

  for (const char *place = serialized; *place != '\0';)
    {
      gsize skipped = 0;

      for (guint index = 0; index < G_N_ELEMENTS (types) && skipped == 0; index++)
        if (g_str_has_prefix (place, types[index]))
          skipped = strlen (types[index]);
      if (skipped == 0)
        g_string_append_c (text, *place++);
      place += skipped;
    }
}

static gboolean
append_field (GQuark name, const GValue *value, gpointer data)
{
  GString *text = data;
  g_autofree char *serialized = GST_VALUE_HOLDS_CAPS (value) ? gyre_gst_caps_dup_text (g_value_get_boxed (value))
                                : gst_value_serialize (value);

  g_string_append_printf (text, ", %s=", g_quark_to_string (name));
  append_plain (text, serialized != NULL ? serialized : G_VALUE_TYPE_NAME (value));
  return TRUE;
}

/* The features are told where they are not the ordinary memory. */
static void
append_structure (GString *text, GstStructure *structure, GstCapsFeatures *features)
{
  g_string_append (text, gst_structure_get_name (structure));
  if (features != NULL && (gst_caps_features_is_any (features)
                           || !gst_caps_features_is_equal (features, GST_CAPS_FEATURES_MEMORY_SYSTEM_MEMORY)))
    {
      g_autofree char *names = gst_caps_features_to_string (features);

      g_string_append_printf (text, "(%s)", names);
    }
  gst_structure_foreach (structure, append_field, text);
}

/* `video/x-raw, width=[ 1, 2147483647 ]; video/x-bayer`. */
char *
gyre_gst_caps_dup_text (GstCaps *caps)
{
  GString *text = g_string_new (NULL);

  if (gst_caps_is_any (caps) || gst_caps_is_empty (caps))
    g_string_append (text, gst_caps_is_any (caps) ? "ANY" : "EMPTY");
  else
    for (guint index = 0; index < gst_caps_get_size (caps); index++)
      {
        g_string_append (text, index > 0 ? "; " : "");
        append_structure (text, gst_caps_get_structure (caps, index), gst_caps_get_features (caps, index));
      }
  return g_string_free (text, FALSE);
}

/* The shortest text that reads as the same number. */
static char *
dup_float_text (float number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 1; digits <= 9; digits++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%dg", digits);

      if ((float) g_ascii_strtod (g_ascii_formatd (text, sizeof text, format, number), NULL) == number)
        break;
    }
  return g_strdup (text);
}

static char *
dup_enumeration_text (const GValue *value)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (G_VALUE_TYPE (value));
  const GEnumValue *word = g_enum_get_value ((GEnumClass *) class, g_value_get_enum (value));

  return word != NULL ? gyre_literal_quote (word->value_nick) : g_strdup_printf ("%d", g_value_get_enum (value));
}

/* The words in the order in which they are declared, one for each bit; of several bits that have a word, that word and no other. */
static char *
dup_flags_text (const GValue *value)
{
  g_autoptr (GTypeClass) held = g_type_class_ref (G_VALUE_TYPE (value));
  GFlagsClass *class = (GFlagsClass *) held;
  guint left = g_value_get_flags (value);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint index = 0; index < class->n_values; index++)
    if (class->values[index].value == left)
      return gyre_literal_quote (class->values[index].value_nick);
  for (guint index = 0; index < class->n_values; index++)
    {
      guint bits = class->values[index].value;

      if (bits == 0 || (left & bits) != bits)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? " | " : "", class->values[index].value_nick);
      left &= ~bits;
    }
  if (left != 0)
    g_string_append_printf (text, "%s0x%x", text->len > 0 ? " | " : "", left);
  return text->len > 0 ? gyre_literal_quote (text->str) : g_strdup ("()");
}

static char *
dup_number_text (const GValue *value)
{
  char text[GYRE_REAL_TEXT_SIZE];
  g_auto (GValue) whole = G_VALUE_INIT;

  if (G_VALUE_HOLDS_BOOLEAN (value))
    return g_strdup (g_value_get_boolean (value) ? "true" : "false");
  if (G_VALUE_HOLDS_FLOAT (value))
    return dup_float_text (g_value_get_float (value));
  if (G_VALUE_HOLDS_DOUBLE (value))
    return g_strdup (gyre_real_to_string (g_value_get_double (value), text));
  if (G_VALUE_HOLDS_UINT64 (value))
    return g_strdup_printf ("%" G_GUINT64_FORMAT, g_value_get_uint64 (value));
  if (G_VALUE_HOLDS_ULONG (value))
    return g_strdup_printf ("%lu", g_value_get_ulong (value));
  g_value_init (&whole, G_TYPE_INT64);
  if (G_VALUE_HOLDS_ENUM (value) || G_VALUE_HOLDS_FLAGS (value) || !g_value_transform (value, &whole))
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT, g_value_get_int64 (&whole));
}

/* What GStreamer can write is written as GStreamer writes it; what nobody can is told by its type. */
static char *
dup_pointer_text (const GValue *value)
{
  char *text;

  if (g_value_fits_pointer (value) && g_value_peek_pointer (value) == NULL)
    return g_strdup ("none");
  if (GST_VALUE_HOLDS_CAPS (value))
    return gyre_gst_caps_dup_text (g_value_get_boxed (value));
  if (G_VALUE_HOLDS_OBJECT (value))
    return g_strdup_printf ("<%s>", G_OBJECT_TYPE_NAME (g_value_get_object (value)));
  text = G_VALUE_HOLDS_POINTER (value) ? NULL : gst_value_serialize (value);
  return text != NULL ? text : g_strdup_printf ("<%s>", G_VALUE_TYPE_NAME (value));
}

/* The value of a property, as a configuration of ours would say it where one could. */
char *
gyre_gst_value_dup_text (const GValue *value)
{
  char *text = dup_number_text (value);

  if (text != NULL)
    return text;
  if (G_VALUE_HOLDS_ENUM (value))
    return dup_enumeration_text (value);
  if (G_VALUE_HOLDS_FLAGS (value))
    return dup_flags_text (value);
  if (G_VALUE_HOLDS_STRING (value) && g_value_get_string (value) != NULL)
    {
      g_autofree char *valid = g_utf8_make_valid (g_value_get_string (value), -1);

      return gyre_literal_quote (valid);
    }
  return dup_pointer_text (value);
}
