/* gyre-shape.c: What a value that nobody has declared is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A native value says its kind by its type. A text says it by how it is written: `true` and `false` are booleans, what begins as a
 * number and can be read as one is an integer or a real, a number and, behind a blank, units that are known are a quantity, brackets
 * make a list, anything else and what is in quotes is a string. So `no` is a string: nobody has said that a truth was asked for; and
 * so are `2nd`, `3D` and `90s`, which are more often names than nanodays, and `5 pm`, which is no length. The elements of a list can be none, so that all lists are
 * #GyreList natively and say their kind again.
 */
#include "gyre-shape-private.h"
#include "gyre-component.h"
#include "gyre-declare.h"
#include "gyre-literal.h"
#include "gyre-measure-private.h"
#include "gyre-quotation-private.h"

#include <gio/gio.h>
#include <string.h>

static GMutex lock;
static GHashTable *shapes;      /* name → GyreTrait, for ever */

/* The kinds that need no type and no elements, which a name alone says. */
static const GyreKind * const plain_kinds[] = {
  &gyre_kind_boolean, &gyre_kind_integer, &gyre_kind_real, &gyre_kind_string, &gyre_kind_array, &gyre_kind_complex,
  &gyre_kind_decimal, &gyre_kind_fraction, &gyre_kind_date, &gyre_kind_timestamp, &gyre_kind_uri, &gyre_kind_internet_address,
  &gyre_kind_variant, &gyre_kind_quantity,
};

/* The kinds that need a type. */
static const GyreKind * const typed_kinds[] = {
  &gyre_kind_enumeration, &gyre_kind_flags, &gyre_kind_object, &gyre_kind_boxed,
};

static GyreTrait *
shape_new (const GyreKind *kind, GType type, const GyreTrait *element)
{
  const GyreTraitDeclaration declaration = { .kind = kind, .storage = GYRE_STORAGE_DYNAMIC, GYRE_UNBOUNDED, .nullable = TRUE };
  GyreTrait *self = gyre_trait_new (&declaration);

  self->descriptor.name = self->descriptor.identifier = "attribute";
  self->has_type = type != G_TYPE_INVALID;
  if (self->has_type)
    self->type = type;
  self->element = (GyreTrait *) element;
  self->specification = g_param_spec_ref_sink (kind->specify (self, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  return self;
}

static char *
dup_name (const GyreKind *kind, GType type, const GyreTrait *element)
{
  g_autofree char *inner = element != NULL ? gyre_shape_dup_name (element) : NULL;

  if (inner != NULL)
    return g_strdup_printf ("%s of %s", kind->name, inner);
  return type != G_TYPE_INVALID ? g_strdup_printf ("%s %s", kind->name, g_type_name (type)) : g_strdup (kind->name);
}

static const GyreTrait *
get (const GyreKind *kind, GType type, const GyreTrait *element)
{
  char *name = dup_name (kind, type, element);
  GyreTrait *shape;

  g_mutex_lock (&lock);
  if (shapes == NULL)
    shapes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  shape = g_hash_table_lookup (shapes, name);
  if (shape == NULL)
    {
      shape = shape_new (kind, type, element);
      g_hash_table_insert (shapes, g_steal_pointer (&name), shape);
    }
  g_mutex_unlock (&lock);
  g_free (name);
  return shape;
}

/* The shape of a kind that needs nothing else. */
const GyreTrait *
gyre_shape_get_plain (const GyreKind *kind)
{
  return get (kind, G_TYPE_INVALID, NULL);
}

/* "list of integer", "enumeration GtkAlign": gyre_shape_from_name() finds it again. */
char *
gyre_shape_dup_name (const GyreTrait *shape)
{
  return dup_name (shape->kind, shape->has_type ? shape->type : G_TYPE_INVALID, shape->element);
}

static const GyreKind *
find_kind (const char *name, gsize length, const GyreKind * const *kinds, guint n_kinds)
{
  for (guint index = 0; index < n_kinds; index++)
    if (strlen (kinds[index]->name) == length && memcmp (kinds[index]->name, name, length) == 0)
      return kinds[index];
  return NULL;
}

static gboolean
fits (const GyreKind *kind, GType type)
{
  if (kind == &gyre_kind_enumeration || kind == &gyre_kind_flags)
    return kind == &gyre_kind_enumeration ? G_TYPE_IS_ENUM (type) : G_TYPE_IS_FLAGS (type);
  return kind == &gyre_kind_object ? g_type_is_a (type, G_TYPE_OBJECT) : G_TYPE_IS_BOXED (type);
}

static const GyreTrait *
find_typed (const char *name)
{
  const char *blank = strchr (name, ' ');
  const GyreKind *kind = blank != NULL ? find_kind (name, blank - name, typed_kinds, G_N_ELEMENTS (typed_kinds)) : NULL;
  GType type = kind != NULL ? g_type_from_name (blank + 1) : G_TYPE_INVALID;

  return type != G_TYPE_INVALID && fits (kind, type) && !G_TYPE_IS_ABSTRACT (type) ? get (kind, type, NULL) : NULL;
}

static const GyreTrait *
find_named (const char *name, guint depth)
{
  const GyreKind *container = g_str_has_prefix (name, "list of ") ? &gyre_kind_list
                              : g_str_has_prefix (name, "mapping of ") ? &gyre_kind_mapping : NULL;
  const GyreKind *kind = find_kind (name, strlen (name), plain_kinds, G_N_ELEMENTS (plain_kinds));
  const GyreTrait *element;

  if (kind != NULL)
    return gyre_shape_get_plain (kind);
  if (container == NULL || depth == GYRE_LITERAL_MAXIMUM_DEPTH)
    return find_typed (name);
  element = find_named (name + strlen (container->name) + strlen (" of "), depth + 1);
  return element != NULL ? get (container, G_TYPE_INVALID, element) : NULL;
}

/* What gyre_shape_dup_name() has written, maybe in another process, in which a type is not known. */
const GyreTrait *
gyre_shape_from_name (const char *name, GError **error)
{
  const GyreTrait *shape = find_named (name, 0);

  if (shape == NULL)
    g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "'%s' is no kind of an attribute that is known here", name);
  return shape;
}

static const GyreKind *
kind_of_type (GType type)
{
  static const struct { GType type; const GyreKind *kind; } numbers[] = {
    { G_TYPE_BOOLEAN, &gyre_kind_boolean }, { G_TYPE_CHAR, &gyre_kind_integer }, { G_TYPE_UCHAR, &gyre_kind_integer },
    { G_TYPE_INT, &gyre_kind_integer }, { G_TYPE_UINT, &gyre_kind_integer }, { G_TYPE_LONG, &gyre_kind_integer },
    { G_TYPE_ULONG, &gyre_kind_integer }, { G_TYPE_INT64, &gyre_kind_integer }, { G_TYPE_UINT64, &gyre_kind_integer },
    { G_TYPE_FLOAT, &gyre_kind_real }, { G_TYPE_DOUBLE, &gyre_kind_real }, { G_TYPE_STRING, &gyre_kind_string },
    { G_TYPE_VARIANT, &gyre_kind_variant },
  };
  const struct { GType type; const GyreKind *kind; } boxes[] = {
    { GYRE_TYPE_ARRAY, &gyre_kind_array }, { GYRE_TYPE_COMPLEX, &gyre_kind_complex }, { GYRE_TYPE_DECIMAL, &gyre_kind_decimal },
    { GYRE_TYPE_FRACTION, &gyre_kind_fraction }, { G_TYPE_DATE, &gyre_kind_date }, { G_TYPE_DATE_TIME, &gyre_kind_timestamp },
    { GYRE_TYPE_QUANTITY, &gyre_kind_quantity }, { G_TYPE_URI, &gyre_kind_uri }, { GYRE_TYPE_INTERNET_ADDRESS, &gyre_kind_internet_address },
  };

  for (guint index = 0; index < G_N_ELEMENTS (numbers); index++)
    if (numbers[index].type == type)
      return numbers[index].kind;
  for (guint index = 0; index < G_N_ELEMENTS (boxes); index++)
    if (boxes[index].type == type)
      return boxes[index].kind;
  return NULL;
}

static const GyreTrait *shape_of_list (GyreList *list);

static const GyreTrait *
shape_of_mapping (GyreMapping *mapping)
{
  const GyreKind *kind = gyre_mapping_get_kind (mapping);
  gboolean is_plain = find_kind (kind->name, strlen (kind->name), plain_kinds, G_N_ELEMENTS (plain_kinds)) == kind;

  return is_plain ? get (&gyre_kind_mapping, G_TYPE_INVALID, gyre_shape_get_plain (kind)) : NULL;
}

/* Of values of one kind, which may be lists again. */
static const GyreTrait *
shape_of_list (GyreList *list)
{
  guint length = gyre_list_get_length (list);
  const GyreKind *kind = length > 0 ? gyre_list_get_kind (list, 0) : &gyre_kind_string;
  const GyreTrait *element = NULL;

  for (guint index = 1; index < length; index++)
    if (gyre_list_get_kind (list, index) != kind)
      return NULL;
  if (kind == &gyre_kind_list && gyre_list_get_value (list, 0).present)
    element = shape_of_list (gyre_list_get_list (list, 0));
  else if (find_kind (kind->name, strlen (kind->name), plain_kinds, G_N_ELEMENTS (plain_kinds)) == kind)
    element = gyre_shape_get_plain (kind);
  return element != NULL ? get (&gyre_kind_list, G_TYPE_INVALID, element) : NULL;
}

/* What is no value of ours keeps its own type. */
static const GyreTrait *
shape_of_boxed (const GValue *value)
{
  if (G_VALUE_HOLDS (value, G_TYPE_STRV))
    return get (&gyre_kind_list, G_TYPE_INVALID, gyre_shape_get_plain (&gyre_kind_string));
  if (G_VALUE_HOLDS (value, GYRE_TYPE_LIST) || G_VALUE_HOLDS (value, GYRE_TYPE_MAPPING))
    {
      gpointer container = g_value_get_boxed (value);
      if (container == NULL)
        return gyre_shape_get_plain (&gyre_kind_string);
      return G_VALUE_HOLDS (value, GYRE_TYPE_LIST) ? shape_of_list (container) : shape_of_mapping (container);
    }
  if (G_VALUE_HOLDS (value, GYRE_TYPE_BOXED) && g_value_get_boxed (value) != NULL)
    return get (&gyre_kind_boxed, gyre_boxed_get_content_type (g_value_get_boxed (value)), NULL);
  return get (&gyre_kind_boxed, G_VALUE_TYPE (value), NULL);
}

/* The shape of a native value; an error for what no kind holds. */
const GyreTrait *
gyre_shape_of_native (const GValue *value, GError **error)
{
  const GyreKind *kind = kind_of_type (G_VALUE_TYPE (value));
  const GyreTrait *shape = NULL;

  if (kind != NULL)
    return gyre_shape_get_plain (kind);
  if (G_VALUE_HOLDS_ENUM (value) || G_VALUE_HOLDS_FLAGS (value))
    return get (G_VALUE_HOLDS_ENUM (value) ? &gyre_kind_enumeration : &gyre_kind_flags, G_VALUE_TYPE (value), NULL);
  if (G_VALUE_HOLDS_OBJECT (value))
    return get (&gyre_kind_object, G_TYPE_OBJECT, NULL);
  if (G_VALUE_HOLDS_BOXED (value))
    shape = shape_of_boxed (value);
  if (shape == NULL)
    g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "no kind of values holds a %s; declare a trait for it",
                 G_VALUE_TYPE_NAME (value));
  return shape;
}

static gboolean
reads (const GyreKind *kind, const char *text)
{
  const GyreTrait *shape = gyre_shape_get_plain (kind);
  GyreValue value = GYRE_NONE;
  gboolean is_read = gyre_trait_parse (shape, text, &value, NULL);

  gyre_kind_clear (kind, &value);
  return is_read;
}

/* Digits with a point or an exponent. The kinds of numbers read more than that, which need not be meant: 2026-11-21 is 1994.
 * Returns where it ends, NULL where there is none. */
static const char *
skip_real (const char *digits)
{
  gsize whole = strspn (digits, "0123456789");
  const char *end = digits + whole;
  gsize fraction = 0;

  if (*end == '.')
    {
      fraction = strspn (end + 1, "0123456789");
      end += 1 + fraction;
    }
  if (whole + fraction == 0 || (*end != 'e' && *end != 'E'))
    return whole + fraction > 0 ? end : NULL;
  end += end[1] == '-' || end[1] == '+' ? 2 : 1;
  return g_ascii_isdigit (*end) ? end + strspn (end, "0123456789") : NULL;
}

/* Units begin with a letter, or a sign as ° and %; a division, as quantities are printed, needs no blank: `5/s`. */
static gboolean
begins_units (const char *text)
{
  const char *units = text + strspn (text, " \t");

  if (strcmp (units, "am") == 0 || strcmp (units, "pm") == 0)
    return FALSE;
  if (units == text)
    return *units == '/';
  return g_ascii_isalpha (*units) || *units == '%' || *units == '/' || (*units & 0x80) != 0;
}

/* All of it is read as a quantity: more numbers with units can follow, `1 h 30 min`. */
static gboolean
is_quantity (const char *word, const char *digits)
{
  const char *end = skip_real (digits);
  GyreMeasure measure;

  return end != NULL && begins_units (end) && gyre_measure_read (word, -1, &measure, NULL) && measure.has_unit
         && reads (&gyre_kind_quantity, word);
}

/* Of a bare word without blanks around it. */
static const GyreKind *
kind_of_word (const char *word)
{
  const char *digits = word + (*word == '-' || *word == '+');
  gboolean is_whole = *digits != '\0' && digits[strspn (digits, "0123456789")] == '\0';
  const char *end;

  if (strcmp (word, "true") == 0 || strcmp (word, "false") == 0)
    return &gyre_kind_boolean;
  if (is_whole && reads (&gyre_kind_integer, word))
    return &gyre_kind_integer;
  if (is_whole)
    return &gyre_kind_string;
  end = skip_real (digits);
  if (end != NULL && *end == '\0' && reads (&gyre_kind_real, word))
    return &gyre_kind_real;
  return is_quantity (word, digits) ? &gyre_kind_quantity : &gyre_kind_string;
}

static const GyreTrait *shape_of_literals (const GyreLiteral *list);

static const GyreTrait *
shape_of_literal (const GyreLiteral *literal)
{
  g_autofree char *word = NULL;

  if (gyre_literal_get_kind (literal) == GYRE_LITERAL_LIST)
    return shape_of_literals (literal);
  if (gyre_literal_get_kind (literal) != GYRE_LITERAL_BARE)
    return gyre_shape_get_plain (&gyre_kind_string);
  word = gyre_literal_dup_text (literal);
  return gyre_shape_get_plain (kind_of_word (word));
}

/* What both can be: an integer is a real, too, and everything that is no list is a text. */
static const GyreTrait *
unite (const GyreTrait *left, const GyreTrait *right)
{
  const GyreTrait *integer = gyre_shape_get_plain (&gyre_kind_integer);
  const GyreTrait *real = gyre_shape_get_plain (&gyre_kind_real);

  if (left == NULL || right == NULL || left == right)
    return left == NULL ? right : left;
  if ((left == integer || left == real) && (right == integer || right == real))
    return real;
  if (left->element == NULL && right->element == NULL)
    return gyre_shape_get_plain (&gyre_kind_string);
  if (left->element != NULL && right->element != NULL)
    return get (&gyre_kind_list, G_TYPE_INVALID, unite (left->element, right->element));
  return gyre_shape_get_plain (&gyre_kind_string);
}

static const GyreTrait *
shape_of_literals (const GyreLiteral *list)
{
  const GyreTrait *element = NULL;

  for (const GyreLiteral *part = gyre_literal_get_first (list); part != NULL; part = gyre_literal_get_next (part))
    element = unite (element, shape_of_literal (part));
  return get (&gyre_kind_list, G_TYPE_INVALID, element != NULL ? element : gyre_shape_get_plain (&gyre_kind_string));
}

/* Whether the first bracket belongs to a list, and not to a word: `(so) it goes`. */
static gboolean
begins_list (const GyreLiteral *literal)
{
  const GyreLiteral *first = literal != NULL ? gyre_literal_get_first (literal) : NULL;

  return literal != NULL && (first == NULL || gyre_literal_get_kind (first) != GYRE_LITERAL_BARE || gyre_literal_get_offset (first) > 0);
}

/* A text whose brackets make no list that can be read is just a text. */
static const GyreTrait *
shape_of_brackets (const char *text)
{
  g_autoptr (GyreLiteral) literal = gyre_literal_parse_list (text, NULL);
  const GyreTrait *shape = begins_list (literal) ? shape_of_literals (literal) : NULL;
  GyreValue value = GYRE_NONE;

  if (shape == NULL || !gyre_trait_parse (shape, text, &value, NULL))
    return gyre_shape_get_plain (&gyre_kind_string);
  gyre_kind_clear (shape->kind, &value);
  return shape;
}

/* The shape of a value by how it is written. */
const GyreTrait *
gyre_shape_of_text (const char *text)
{
  g_autofree char *word = g_strstrip (g_strdup (text));

  if (*word == '(' || *word == '[')
    return shape_of_brackets (word);
  return gyre_shape_get_plain (kind_of_word (word));
}

/* The shape and the value of what an expression has yielded. A number with a dimension is a quantity. */
gboolean
gyre_shape_read_term (const GyreTerm *term, const GyreTrait **shape, GyreValue *value, GError **error)
{
  g_autofree char *text = NULL;
  gboolean is_number = term->kind == GYRE_TERM_REAL && term->dimension == GYRE_DIMENSIONLESS;

  *value = (GyreValue) { .present = TRUE };
  *shape = gyre_shape_get_plain (&gyre_kind_string);
  if (term->kind == GYRE_TERM_BOOLEAN)
    *shape = gyre_shape_get_plain (&gyre_kind_boolean);
  else if (term->kind == GYRE_TERM_INTEGER || is_number)
    *shape = gyre_shape_get_plain (is_number ? &gyre_kind_real : &gyre_kind_integer);
  if (term->kind == GYRE_TERM_BOOLEAN)
    value->boolean = term->boolean;
  else if (term->kind == GYRE_TERM_INTEGER)
    value->integer = term->integer;
  else if (is_number)
    value->real = term->real;
  else if (term->kind == GYRE_TERM_STRING)
    value->string = g_strdup (term->string);
  else if (term->kind != GYRE_TERM_REAL && term->kind != GYRE_TERM_LIST)
    *value = GYRE_NONE;
  else
    {
      text = gyre_term_to_text (*term);
      *value = GYRE_NONE;
      *shape = term->kind == GYRE_TERM_REAL ? gyre_shape_get_plain (&gyre_kind_quantity) : gyre_shape_of_text (text);
      return gyre_trait_parse (*shape, text, value, error);
    }
  return TRUE;
}

/* A text that says the value and its shape, wherever there is one: a string that looks like a number gets quotes, a whole real a
 * fraction, a ratio its unit. The trait of a property has its kind for ever. */
char *
gyre_shape_print (const GyreTrait *shape, GyreValue value)
{
  char first[2] = { 0 };
  char *text = gyre_trait_print (shape, value);

  if (!value.present || gyre_trait_is_foreign (shape) || gyre_shape_of_text (text) == shape)
    return text;
  if ((shape->kind == &gyre_kind_real && strpbrk (text, ".eEn") == NULL)
      || (shape->kind == &gyre_kind_quantity && value.dimension == GYRE_DIMENSIONLESS))
    {
      g_autofree char *bare = text;
      return g_strconcat (bare, shape->kind == &gyre_kind_real ? ".0" : " one", NULL);
    }
  if (shape->kind != &gyre_kind_string)
    return text;
  g_free (text);
  first[0] = value.string[strspn (value.string, " \t\n")];
  return gyre_quotation_write (value.string, first);
}
