/* fuzz-kinds.c: Any bytes, read by every kind of one value
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is read is printed, and reads back as the same value with the same text; it travels as data and arrives; what is refused says
 * why, and where within the text.
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

static GType
words_get_type (void)
{
  static const GFlagsValue words[] = { { 1, "WORDS_A", "a" }, { 2, "WORDS_NONE", "none" }, { 4, "WORDS_C", "c d" }, { 24, "WORDS_PAIR", "pair" }, { 0, NULL, NULL } };
  static GType type;

  if (type == 0)
    type = g_flags_register_static ("FuzzWords", words);
  return type;
}

#define TEXT(kind_) { .field = "a", .kind = &gyre_kind_##kind_, .storage = GYRE_STORAGE_POINTER, .nullable = TRUE }
#define FORMAT(kind_, format_) { .field = "a", .kind = &gyre_kind_##kind_, .storage = GYRE_STORAGE_POINTER, .format = format_ }
static const GyreTraitDeclaration declarations[] = {
  { .field = "a", .kind = &gyre_kind_integer, .storage = GYRE_STORAGE_UINT64 },
  { .field = "a", .kind = &gyre_kind_complex, .storage = GYRE_STORAGE_COMPLEX },
  { .field = "a", .kind = &gyre_kind_fraction, .storage = GYRE_STORAGE_FRACTION },
  { .field = "a", .kind = &gyre_kind_flags, .storage = GYRE_STORAGE_UINT32, .get_type = words_get_type },
  { .field = "a", .kind = &gyre_kind_time, .storage = GYRE_STORAGE_TIME },
  { .field = "a", .kind = &gyre_kind_time, .storage = GYRE_STORAGE_TIME, .format = "%I.%M %p" },
  TEXT (decimal), TEXT (date), FORMAT (date, "%d.%m.%y"), TEXT (timestamp), FORMAT (timestamp, "%H:%M %d %b %Y %z"),
  TEXT (uri), FORMAT (uri, "http, https"), TEXT (internet_address), TEXT (variant), FORMAT (variant, "a{sv}"),
  TEXT (environment_variable), TEXT (input_stream), TEXT (output_stream),
};

static void
try_data (const GyreTrait *trait, GyreValue value)
{
  const GyreKind *kind = gyre_trait_get_kind (trait);
  g_autoptr (GVariant) variant = g_variant_ref_sink (kind->to_variant (trait, value));
  GyreValue again = GYRE_NONE;

  require (kind->from_variant (trait, variant, &again, NULL));
  require (gyre_kind_equal (kind, value, again));
  gyre_kind_clear (kind, &again);
}

static void
try_trait (const GyreTrait *trait, const char *text)
{
  const GyreKind *kind = gyre_trait_get_kind (trait);
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *printed_again = NULL;
  GyreValue value, again;
  gsize offset;

  if (!gyre_trait_parse (trait, text, &value, &error))
    {
      require (error != NULL && error->domain == GYRE_VALUE_ERROR && g_utf8_validate (error->message, -1, NULL));
      require (!gyre_value_error_get_offset (error, &offset) || offset <= strlen (text));
      require (!value.present);
      return;
    }
  printed = gyre_trait_print (trait, value);
  require (gyre_trait_parse (trait, printed, &again, NULL));
  require (gyre_kind_equal (kind, value, again));
  printed_again = gyre_trait_print (trait, again);
  require (strcmp (printed, printed_again) == 0);
  if (value.present)
    try_data (trait, value);
  gyre_kind_clear (kind, &value);
  gyre_kind_clear (kind, &again);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static GyreTrait *traits[G_N_ELEMENTS (declarations)];
  g_autofree char *text = g_strndup ((const char *) data, size);

  for (gsize index = 0; index < G_N_ELEMENTS (declarations); index++)
    {
      if (traits[index] == NULL)
        traits[index] = gyre_trait_new (&declarations[index]);
      try_trait (traits[index], text);
    }
  return 0;
}
