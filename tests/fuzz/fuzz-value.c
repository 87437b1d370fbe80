/* fuzz-value.c: Any bytes, read as a value in every way
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is read must be printed so that it reads back, and what is refused must say why and where.
 */
#include <gyre.h>

#include <math.h>
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
require_place (const GError *error, const char *text)
{
  gsize offset;

  require (error != NULL && error->domain == GYRE_VALUE_ERROR && g_utf8_validate (error->message, -1, NULL));
  if (gyre_value_error_get_offset (error, &offset))
    require (offset <= strlen (text));
}

static void
try_number (const char *text, gsize size)
{
  g_autoptr (GError) error = NULL;
  char printed[GYRE_REAL_TEXT_SIZE];
  GyreNumber number, again;
  double real;

  gyre_real_from_decimal (text, size, &real);
  if (!gyre_number_from_text (text, size, &number, &error))
    {
      require (error != NULL);
      return;
    }
  require (gyre_number_from_text (gyre_real_to_string (number.real, printed), -1, &again, NULL));
  require (isnan (number.real) ? isnan (again.real) : memcmp (&number.real, &again.real, sizeof number.real) == 0);
}

static void
try_scalar (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *again = NULL;
  gboolean is_none = FALSE;
  g_autofree char *meaning = gyre_literal_scalar (text, &is_none, NULL, &error);

  if (meaning == NULL)
    {
      if (!is_none)
        require_place (error, text);
      return;
    }
  printed = gyre_literal_quote (meaning);
  again = gyre_literal_scalar (printed, NULL, NULL, NULL);
  require (g_strcmp0 (meaning, again) == 0);
}

static void
try_element (const GyreLiteral *element)
{
  g_autofree char *meaning = gyre_literal_dup_text (element);
  g_autofree char *printed = gyre_literal_quote_element (meaning);
  g_autoptr (GyreLiteral) list = gyre_literal_parse_list (printed, NULL);
  g_autofree char *again = NULL;

  require (list != NULL && gyre_literal_get_length (list) == 1);
  again = gyre_literal_dup_text (gyre_literal_get_first (list));
  require (strcmp (meaning, again) == 0);
}

static void
walk (const GyreLiteral *literal)
{
  gsize length = 0;

  if (gyre_literal_get_kind (literal) == GYRE_LITERAL_BARE || gyre_literal_get_kind (literal) == GYRE_LITERAL_QUOTED)
    try_element (literal);
  for (const GyreLiteral *element = gyre_literal_get_first (literal); element != NULL; element = gyre_literal_get_next (element))
    {
      require (gyre_literal_get_offset (element) >= gyre_literal_get_offset (literal));
      walk (element);
      length++;
    }
  require (length == gyre_literal_get_length (literal));
}

static void
try_list (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreLiteral) list = gyre_literal_parse_list (text, &error);

  if (list != NULL)
    walk (list);
  else
    require_place (error, text);
}

static void
try_array (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreArray) array = gyre_array_new_from_text (text, &error);
  g_autoptr (GyreArray) again = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *printed_again = NULL;

  if (array == NULL)
    {
      require_place (error, text);
      return;
    }
  printed = gyre_array_to_string (array);
  again = gyre_array_new_from_text (printed, NULL);
  require (again != NULL);
  printed_again = gyre_array_to_string (again);
  require (strcmp (printed, printed_again) == 0);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *path = gyre_path_normalize (text);
  g_autofree char *path_again = gyre_path_normalize (path);

  try_number ((const char *) data, size);
  try_scalar (text);
  try_list (text);
  try_array (text);
  require (strcmp (path, path_again) == 0);
  return 0;
}
