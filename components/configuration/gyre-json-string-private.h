/* gyre-json-string-private.h: Reads the texts of json
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Most texts have no escapes: scanning finds their end, and they stay where they are. The others are decoded, with a piece
 * after each escape that tells where the text goes on.
 */
#pragma once

#include "gyre-listing-private.h"

#include <string.h>

/* A mistake in a text. What is wrong counts as a `?`. */
typedef struct
{
  const char *at;
  const char *reason;
  const char *hint;
} GyreJsonFault;

typedef struct
{
  GString *decoded;             /* the text that was decoded last */
  GArray *pieces;               /* of GyreNestingPiece: of it */
  GArray *faults;               /* of GyreJsonFault: in it */
  const char *stop;             /* its quote, or where it breaks off without one */
  guint wide;                   /* bytes of it, as written, that are not the first of their character */
} GyreJsonString;

void        gyre_json_string_init   (GyreJsonString   *self);
void        gyre_json_string_clear  (GyreJsonString   *self);
void        gyre_json_string_decode (GyreJsonString   *self,
                                     const char       *start,
                                     const char       *end,
                                     GyreNestingText  *text);

extern const guint8 gyre_json_string_classes[256];

#define GYRE_JSON_STRING_ALL(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

/* Steps over bytes of ASCII that stand for themselves, eight at a time. */
static inline const char *
gyre_json_string_skip (const char *at, const char *end)
{
#if G_BYTE_ORDER == G_LITTLE_ENDIAN && defined __GNUC__
  for (; end - at >= 8; at += 8)
    {
      guint64 word, quote, backslash, found;

      memcpy (&word, at, sizeof word);
      quote = word ^ GYRE_JSON_STRING_ALL ('"');
      backslash = word ^ GYRE_JSON_STRING_ALL ('\\');
      /* A borrow can only reach bytes behind the first one that is found. */
      found = ((quote - GYRE_JSON_STRING_ALL (1)) & ~quote) | ((backslash - GYRE_JSON_STRING_ALL (1)) & ~backslash)
              | (word - GYRE_JSON_STRING_ALL (32)) | word;
      found &= GYRE_JSON_STRING_ALL (0x80);
      if (found != 0)
        return at + (__builtin_ctzll (found) >> 3);
    }
#endif
  while (at < end && gyre_json_string_classes[(guchar) *at] == 0)
    at++;
  return at;
}

/* Finds the quote that ends the text at @start, or the first byte that makes it a text to be decoded, or @end. */
static inline const char *
gyre_json_string_scan (const char *start, const char *end, guint *wide)
{
  const char *at = start;

  for (;;)
    {
      at = gyre_json_string_skip (at, end);
      if (at == end || gyre_json_string_classes[(guchar) *at] == 1)
        return at;
      *wide += gyre_json_string_classes[(guchar) *at] == 2;
      at++;
    }
}
