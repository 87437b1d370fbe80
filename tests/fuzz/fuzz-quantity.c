/* fuzz-quantity.c: Any bytes, read as a quantity, a unit and a duration
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is read must be printed so that it reads back, and what is refused must say why and where.
 */
#include <gyre.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
require (gboolean fact)
{
  if (!fact)
    abort ();
}

static void
require_place (const GError *error, gsize size)
{
  gsize offset;

  require (error != NULL && error->domain == GYRE_VALUE_ERROR && g_utf8_validate (error->message, -1, NULL));
  if (gyre_value_error_get_offset (error, &offset))
    require (offset <= size);
}

static void
try_format (GyreQuantity quantity, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *formatted = gyre_quantity_format (quantity, NULL, text, &error);

  require ((formatted == NULL) == (error != NULL));
}

static void
try_quantity (const char *text, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = NULL;
  GyreQuantity quantity, again;

  if (!gyre_quantity_from_text (text, size, &quantity, &error))
    {
      require_place (error, size);
      return;
    }
  printed = gyre_quantity_to_text (quantity);
  require (gyre_quantity_from_text (printed, -1, &again, NULL));
  require (again.dimension == quantity.dimension && gyre_real_equal (again.magnitude, quantity.magnitude));
}

/* The bytes as units of something, and as a unit's name. */
static void
try_units (const char *text, gsize size)
{
  g_autofree char *hint = gyre_unit_suggest (text);
  g_autoptr (GError) error = NULL;
  GyreQuantity unit = { 1, GYRE_DIMENSIONLESS };
  double number, offset;

  gyre_unit_find (text, size, &unit, &offset);
  if (!gyre_quantity_convert (unit, text, &number, &error))
    require_place (error, size);
}

static void
try_trait (const GyreTrait *trait, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = NULL;
  GyreValue value, again;

  if (!gyre_trait_parse (trait, text, &value, &error))
    {
      require_place (error, strlen (text));
      return;
    }
  printed = gyre_trait_print (trait, value);
  require (gyre_trait_parse (trait, printed, &again, NULL));
  require (gyre_kind_equal (gyre_trait_get_kind (trait), value, again));
  gyre_kind_clear (gyre_trait_get_kind (trait), &value);
  gyre_kind_clear (gyre_trait_get_kind (trait), &again);
}

static const GyreTraitDeclaration declarations[] = {
  { .field = "a", .kind = &gyre_kind_quantity, .storage = GYRE_STORAGE_QUANTITY },
  { .field = "a", .kind = &gyre_kind_quantity, .storage = GYRE_STORAGE_QUANTITY, .units = "°C", .minimum = -300, .maximum = 1e9 },
  { .field = "a", .kind = &gyre_kind_quantity, .storage = GYRE_STORAGE_QUANTITY, .units = "dB" },
  { .field = "a", .kind = &gyre_kind_duration, .storage = GYRE_STORAGE_INT64 },
  { .field = "a", .kind = &gyre_kind_duration, .storage = GYRE_STORAGE_INT64, .units = "ms", .rule = GYRE_NOT (GYRE_IS_NEGATIVE) },
  { .field = "a", .kind = &gyre_kind_real, .storage = GYRE_STORAGE_DOUBLE, .units = "Hz" },
  { .field = "a", .kind = &gyre_kind_integer, .storage = GYRE_STORAGE_INT64, .units = "B" },
  { .field = "a", .kind = &gyre_kind_array, .storage = GYRE_STORAGE_POINTER, .units = "km/h" },
  { .field = "a", .kind = &gyre_kind_list, .storage = GYRE_STORAGE_POINTER, .element = &gyre_kind_real, .units = "s" },
};

static void
try_traits (const char *text)
{
  static GyreTrait *traits[G_N_ELEMENTS (declarations)];

  for (gsize index = 0; index < G_N_ELEMENTS (declarations); index++)
    {
      if (traits[index] == NULL)
        traits[index] = gyre_trait_new (&declarations[index]);
      try_trait (traits[index], text);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  try_quantity ((const char *) data, size);
  try_units (text, strlen (text));
  try_format ((GyreQuantity) { 1.5, GYRE_DIMENSIONLESS }, text);
  try_traits (text);
  return 0;
}
