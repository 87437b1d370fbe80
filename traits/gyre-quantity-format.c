/* gyre-quantity-format.c: How a quantity is shown
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-quantity-format-private.h"
#include "gyre-real.h"
#include "gyre-value-error-private.h"

#include <math.h>
#include <string.h>

static char *
join (const char *number, const char *units)
{
  if (*units == '\0' || strcmp (units, "1") == 0)
    return g_strdup (number);
  /* `5 1/s` reads as five and one second; `5/s` is what it is. */
  if (g_str_has_prefix (units, "1/"))
    return g_strconcat (number, units + 1, NULL);
  return g_strconcat (number, " ", units, NULL);
}

/**
 * gyre_quantity_to_text: (skip)
 * @quantity: a quantity
 *
 * Returns: (transfer full): a text in base units that gyre_quantity_from_text() reads as the same quantity: `9.81 m/s^2`
 *
 * Since: 0.1
 */
char *
gyre_quantity_to_text (GyreQuantity quantity)
{
  g_autofree char *units = gyre_dimension_to_text (quantity.dimension);
  char buffer[GYRE_REAL_TEXT_SIZE];

  return join (gyre_real_to_string (quantity.magnitude, buffer), units);
}

/*
 * gyre_quantity_to_text_in: in these units, if the text reads back as the same quantity; else in base units.
 */
char *
gyre_quantity_to_text_in (GyreQuantity quantity, const char *units)
{
  char buffer[GYRE_REAL_TEXT_SIZE];
  GyreQuantity again;
  double number;

  if (units != NULL && gyre_quantity_convert (quantity, units, &number, NULL))
    {
      g_autofree char *text = join (gyre_real_to_string (number, buffer), units);
      if (gyre_quantity_from_text (text, -1, &again, NULL) && again.dimension == quantity.dimension
          && gyre_real_equal (again.magnitude, quantity.magnitude))
        return g_steal_pointer (&text);
    }
  return gyre_quantity_to_text (quantity);
}

static gsize
count_digits (const char *text)
{
  return strspn (text, "0123456789");
}

/* `.2f`, `%+8.3e`: what printf takes for one double, and nothing else. */
static gboolean
read_number_format (const char *text, char *format, gsize size)
{
  const char *cursor = text + (*text == '%' ? 1 : 0);
  const char *start = cursor;
  gsize width, precision;

  cursor += strspn (cursor, "+- #0");
  width = count_digits (cursor);
  cursor += width;
  if (*cursor == '.')
    cursor++;
  precision = count_digits (cursor);
  cursor += precision;
  if (width > 2 || precision > 2 || cursor - start > 10 || *cursor == '\0' || strchr ("eEfFgG", *cursor) == NULL || cursor[1] != '\0')
    return FALSE;
  g_snprintf (format, size, "%%%s", start);
  return TRUE;
}

typedef struct
{
  char number[16];      /* for printf; empty for the shortest text that reads back */
  const char *label;    /* as @text has it: `mile|miles`; NULL for the units */
} Format;

static gboolean
refuse_format (const char *part, GError **error)
{
  gyre_value_error_set (error, GYRE_VALUE_ERROR_SYNTAX, GYRE_VALUE_ERROR_NOWHERE,
                        "a format is .2f, or value=.2f, or label=mile|miles, or several of them with commas between",
                        "must be a format of a quantity, has '%s'", part);
  return FALSE;
}

static gboolean
read_format (char **parts, Format *format, GError **error)
{
  for (; *parts != NULL; parts++)
    {
      char *part = g_strstrip (*parts);

      if (g_str_has_prefix (part, "label="))
        format->label = part + strlen ("label=");
      else if (*part != '\0'
               && !read_number_format (part + (g_str_has_prefix (part, "value=") ? strlen ("value=") : 0), format->number,
                                       sizeof format->number))
        return refuse_format (part, error);
    }
  return TRUE;
}

/* One of `singular|plural`. */
static char *
choose_label (const char *label, gboolean is_one)
{
  const char *bar = strchr (label, '|');

  if (bar == NULL)
    return g_strdup (label);
  return is_one ? g_strndup (label, bar - label) : g_strdup (bar + 1);
}

static char *
write_number (double number, const char *format)
{
  char shortest[GYRE_REAL_TEXT_SIZE];
  char *text;

  if (*format == '\0')
    return g_strdup (gyre_real_to_string (number, shortest));
  /* 309 digits before the point, 99 behind it. */
  text = g_malloc (512);
  return g_ascii_formatd (text, 512, format, number);
}

/**
 * gyre_quantity_format: (skip)
 * @quantity: a quantity
 * @units: (nullable): an expression of units: `km/h`; %NULL for base units
 * @format: (nullable): how: `.2f` is a format of printf() for one number; `value=.2f, label=mile|miles` says also what stands in
 *   place of the units, for one and for others; %NULL for as many digits as it takes
 * @error: return location for an error of [error@Gyre.ValueError]
 *
 * Writes a quantity for a person: `72.00 km/h`. Without a label the text can be read again.
 *
 * Returns: (transfer full): the text; %NULL with @error set where the units are of another dimension, or the format is none
 *
 * Since: 0.1
 */
char *
gyre_quantity_format (GyreQuantity quantity, const char *units, const char *format, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (format != NULL ? format : "", ",", -1);
  g_autofree char *base = gyre_dimension_to_text (quantity.dimension);
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  Format how = { "", NULL };
  double number = quantity.magnitude;

  if (units != NULL && !gyre_quantity_convert (quantity, units, &number, error))
    return NULL;
  if (!read_format (parts, &how, error))
    return NULL;
  text = write_number (number, how.number);
  if (how.label == NULL)
    return join (text, units != NULL ? units : base);
  label = choose_label (how.label, number == 1);
  return *label != '\0' ? g_strconcat (text, " ", label, NULL) : g_steal_pointer (&text);
}
