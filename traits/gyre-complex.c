/* gyre-complex.c: A complex number
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The text is cut in two, at a comma between parentheses or at the sign before the imaginary part, and each part is a number as
 * any other.
 */
#include "gyre-complex.h"
#include "gyre-number.h"
#include "gyre-parser-private.h"
#include "gyre-value-error-private.h"

#include <math.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (GyreComplex, gyre_complex, gyre_complex_copy, gyre_complex_free)

/**
 * gyre_complex_copy:
 * @complex: a number
 *
 * Returns: (transfer full): a copy
 *
 * Since: 0.1
 */
GyreComplex *
gyre_complex_copy (const GyreComplex *complex)
{
  GyreComplex *copy = g_new (GyreComplex, 1);

  *copy = *complex;
  return copy;
}

/**
 * gyre_complex_free:
 * @complex: (transfer full): a number
 *
 * Since: 0.1
 */
void
gyre_complex_free (GyreComplex *complex)
{
  g_free (complex);
}

/**
 * gyre_complex_equal:
 * @complex: a number
 * @other: another
 *
 * Returns: whether both parts are the same to the bit; any not-a-number is any other
 *
 * Since: 0.1
 */
gboolean
gyre_complex_equal (const GyreComplex *complex, const GyreComplex *other)
{
  g_return_val_if_fail (complex != NULL && other != NULL, FALSE);
  return gyre_real_equal (complex->real, other->real) && gyre_real_equal (complex->imaginary, other->imaginary);
}

/* A piece of the text: characters before it count for the place of a mistake. */
typedef struct
{
  const char *text;
  const char *start;
  const char *end;
  GError **error;
} Piece;

static gboolean
byte_is_blank (char byte)
{
  return byte != '\0' && strchr (" \t\n\v\f\r", byte) != NULL;
}

static void
piece_trim (Piece *piece)
{
  while (piece->start < piece->end && byte_is_blank (*piece->start))
    piece->start++;
  while (piece->end > piece->start && byte_is_blank (piece->end[-1]))
    piece->end--;
}

static gsize
piece_offset (const Piece *piece)
{
  return gyre_parser_count_characters (piece->text, piece->start);
}

static gboolean
read_number (const Piece *piece, double *number)
{
  GyreNumber found;
  GError *problem = NULL;

  if (gyre_real_from_decimal (piece->start, piece->end - piece->start, number))
    return TRUE;
  if (gyre_number_from_text (piece->start, piece->end - piece->start, &found, &problem))
    {
      *number = found.real;
      return TRUE;
    }
  gyre_value_error_relocate (problem, piece_offset (piece), NULL);
  g_propagate_error (piece->error, problem);
  return FALSE;
}

/* The bracket that closes the one at the start, or the end of the piece; and the comma between them. */
static const char *
find_closing (const Piece *piece, const char **comma)
{
  gsize depth = 0;

  *comma = NULL;
  for (const char *byte = piece->start; byte < piece->end; byte++)
    {
      depth += *byte == '(' ? 1 : 0;
      if (*byte == ')' && --depth == 0)
        return byte;
      if (*byte == ',' && depth == 1 && *comma == NULL)
        *comma = byte;
    }
  return piece->end;
}

/* A letter that belongs to a number: `4j`, `4.j`, `(1+2)j`, `+j`, `infj`; the `i` of `pi` does not. */
static gboolean
has_imaginary_unit (const Piece *piece)
{
  char unit = piece->end > piece->start ? piece->end[-1] : '\0';
  char before = piece->end > piece->start + 1 ? piece->end[-2] : '+';

  if (unit == 'j' || unit == 'J')
    return TRUE;
  return (unit == 'i' || unit == 'I') && (g_ascii_isdigit (before) || strchr (".)+-", before) != NULL || byte_is_blank (before));
}

static gboolean
is_exponent_sign (const char *start, const char *sign)
{
  return sign - start >= 2 && (sign[-1] == 'e' || sign[-1] == 'E') && (g_ascii_isdigit (sign[-2]) || sign[-2] == '.');
}

/* The last sign outside of parentheses that joins two parts: not the sign of a number, of an exponent or of a factor. */
static const char *
find_sign (const Piece *piece)
{
  const char *found = piece->start;
  char before = '\0';
  gsize depth = 0;

  for (const char *byte = piece->start; byte < piece->end; byte++)
    {
      depth += *byte == '(' ? 1 : 0;
      depth -= *byte == ')' && depth > 0 ? 1 : 0;
      if ((*byte == '+' || *byte == '-') && depth == 0 && before != '\0' && strchr ("+-*/%(", before) == NULL
          && !is_exponent_sign (piece->start, byte))
        found = byte;
      if (!byte_is_blank (*byte))
        before = *byte;
    }
  return found;
}

static gboolean
read_imaginary (Piece *piece, double *number)
{
  double factor = 1;

  piece_trim (piece);
  if (piece->start < piece->end && (*piece->start == '+' || *piece->start == '-'))
    factor = *piece->start++ == '-' ? -1 : 1;
  piece_trim (piece);
  *number = 1;
  if (piece->start < piece->end && !read_number (piece, number))
    return FALSE;
  *number *= factor;
  return TRUE;
}

static gboolean
read_sum (Piece *piece, GyreComplex *complex)
{
  Piece real = *piece;
  Piece imaginary = *piece;

  complex->imaginary = 0;
  if (!has_imaginary_unit (piece))
    return read_number (piece, &complex->real);
  imaginary.end--;
  imaginary.start = real.end = find_sign (&imaginary);
  piece_trim (&real);
  complex->real = 0;
  return (real.start == real.end || read_number (&real, &complex->real)) && read_imaginary (&imaginary, &complex->imaginary);
}

static gboolean
read_pair (Piece *piece, const char *comma, GyreComplex *complex)
{
  Piece real = *piece;
  Piece imaginary = *piece;

  real.start++;
  real.end = comma;
  imaginary.start = comma + 1;
  imaginary.end--;
  piece_trim (&real);
  piece_trim (&imaginary);
  return read_number (&real, &complex->real) && read_number (&imaginary, &complex->imaginary);
}

/**
 * gyre_complex_from_text: (skip)
 * @text: a text; any bytes are allowed
 * @complex: (out): the number
 * @error: return location for an error of [error@Gyre.ValueError]
 *
 * Reads `3+4j`, `4j`, `(3, 4)` or a plain number; `i` and `j` are the same, and each part can be arithmetic.
 *
 * Returns: whether @text is a complex number
 *
 * Since: 0.1
 */
gboolean
gyre_complex_from_text (const char *text, GyreComplex *complex, GError **error)
{
  Piece piece = { .text = text, .start = text, .error = error };
  const char *comma;
  const char *closing;

  g_return_val_if_fail (text != NULL && complex != NULL, FALSE);

  piece.end = text + strlen (text);
  if (piece.end - piece.start > GYRE_NUMBER_MAXIMUM_LENGTH)
    return gyre_number_from_text (text, -1, &(GyreNumber) { 0 }, error);
  piece_trim (&piece);
  if (piece.start == piece.end)
    {
      gyre_value_error_set (error, GYRE_VALUE_ERROR_SYNTAX, 0, "write 3+4j or (3, 4)", "must be a complex number, is empty");
      return FALSE;
    }
  closing = *piece.start == '(' ? find_closing (&piece, &comma) : piece.end;
  if (closing != piece.end - 1 || *piece.start != '(')
    return read_sum (&piece, complex);
  if (comma != NULL)
    return read_pair (&piece, comma, complex);
  piece.start++;
  piece.end--;
  piece_trim (&piece);
  return read_sum (&piece, complex);
}

/**
 * gyre_complex_to_text: (skip)
 * @complex: a number
 *
 * Returns: (transfer full): `3+4j`, with as many digits as it takes to read the same again
 *
 * Since: 0.1
 */
char *
gyre_complex_to_text (const GyreComplex *complex)
{
  char real[GYRE_REAL_TEXT_SIZE];
  char imaginary[GYRE_REAL_TEXT_SIZE];

  g_return_val_if_fail (complex != NULL, NULL);
  gyre_real_to_string (complex->real, real);
  gyre_real_to_string (complex->imaginary, imaginary);
  return g_strdup_printf ("%s%s%sj", real, *imaginary == '-' ? "" : "+", imaginary);
}
