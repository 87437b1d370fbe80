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

static GType
test_get_type (void)
{
  static const GEnumValue words[] = { { 0, "TEST_A", "none" }, { -1, "TEST_B", "a, b" }, { 5, "TEST_C", "letter" }, { 0, NULL, NULL } };
  static GType type;

  if (type == 0)
    type = g_enum_register_static ("TestWord", words);
  return type;
}

/* One trait of each kind whose values have a text, with and without rules. */
static const GyreTraitDeclaration declarations[] = {
  { .field = "a", .kind = &gyre_kind_boolean, .storage = GYRE_STORAGE_BOOLEAN },
  { .field = "a", .kind = &gyre_kind_integer, .storage = GYRE_STORAGE_INT64 },
  { .field = "a", .kind = &gyre_kind_integer, .storage = GYRE_STORAGE_UINT8, .constraints = GYRE_POSITIVE },
  { .field = "a", .kind = &gyre_kind_integer, .storage = GYRE_STORAGE_MAYBE_INTEGER },
  { .field = "a", .kind = &gyre_kind_real, .storage = GYRE_STORAGE_DOUBLE },
  { .field = "a", .kind = &gyre_kind_real, .storage = GYRE_STORAGE_MAYBE_REAL, .constraints = GYRE_NOT_NEGATIVE },
  { .field = "a", .kind = &gyre_kind_string, .storage = GYRE_STORAGE_POINTER, .nullable = TRUE },
  { .field = "a", .kind = &gyre_kind_string, .storage = GYRE_STORAGE_POINTER, .like = "[a-z]+", .member = "a, 'b c'" },
  { .field = "a", .kind = &gyre_kind_path, .storage = GYRE_STORAGE_POINTER, .nullable = TRUE },
  { .field = "a", .kind = &gyre_kind_facility, .storage = GYRE_STORAGE_POINTER, .nullable = TRUE, .get_type = g_object_get_type },
  { .field = "a", .kind = &gyre_kind_enumeration, .storage = GYRE_STORAGE_INT32, .get_type = test_get_type },
  { .field = "a", .kind = &gyre_kind_array, .storage = GYRE_STORAGE_POINTER, .nullable = TRUE },
  { .field = "a", .kind = &gyre_kind_array, .storage = GYRE_STORAGE_POINTER, .constraints = GYRE_POSITIVE | GYRE_NOT_EMPTY },
  { .field = "a", .kind = &gyre_kind_list, .storage = GYRE_STORAGE_POINTER, .element = &gyre_kind_string, .nullable = TRUE },
  { .field = "a", .kind = &gyre_kind_list, .storage = GYRE_STORAGE_POINTER, .element = &gyre_kind_path },
  { .field = "a", .kind = &gyre_kind_list, .storage = GYRE_STORAGE_POINTER, .element = &gyre_kind_integer, .minimum = -5, .maximum = 100 },
  { .field = "a", .kind = &gyre_kind_list, .storage = GYRE_STORAGE_POINTER, .element = &gyre_kind_real },
  { .field = "a", .kind = &gyre_kind_set, .storage = GYRE_STORAGE_POINTER, .element = &gyre_kind_string },
  { .field = "a", .kind = &gyre_kind_mapping, .storage = GYRE_STORAGE_POINTER, .element = &gyre_kind_real },
  { .field = "a", .kind = &gyre_kind_list, .storage = GYRE_STORAGE_POINTER,
    .of = (const GyreTraitDeclaration[]) { { .kind = &gyre_kind_mapping, .element = &gyre_kind_string } } },
  { .field = "a", .kind = &gyre_kind_list, .storage = GYRE_STORAGE_POINTER, .element = &gyre_kind_boolean },
  { .field = "a", .kind = &gyre_kind_list, .storage = GYRE_STORAGE_POINTER, .element = &gyre_kind_enumeration,
    .get_type = test_get_type },
};

static void
try_trait (const GyreTrait *trait, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = NULL;
  GyreValue value, again;

  if (!gyre_trait_parse (trait, text, &value, &error))
    {
      require_place (error, text);
      require (!value.present);
      return;
    }
  printed = gyre_trait_print (trait, value);
  require (gyre_trait_parse (trait, printed, &again, NULL));
  require (gyre_kind_equal (gyre_trait_get_kind (trait), value, again));
  gyre_kind_clear (gyre_trait_get_kind (trait), &value);
  gyre_kind_clear (gyre_trait_get_kind (trait), &again);
}

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
  g_autofree char *path = gyre_path_normalize (text);
  g_autofree char *path_again = gyre_path_normalize (path);

  try_number ((const char *) data, size);
  try_scalar (text);
  try_list (text);
  try_array (text);
  try_traits (text);
  require (strcmp (path, path_again) == 0);
  return 0;
}
