/* gyre-json-string-private.h: Reads the texts of json
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Most texts have no escapes: scanning finds their end, and they stay where they are. The others are decoded, with a piece
 * after each escape that tells where the text goes on.
 */
#pragma once

#include "gyre-listing-private.h"

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

/* Finds the quote that ends the text at @start, or the first byte that makes it a text to be decoded, or @end. */
static inline const char *
gyre_json_string_scan (const char *start, const char *end, guint *wide)
{
  const char *at = start;

  for (;;)
    {
      while (at < end && gyre_json_string_classes[(guchar) *at] == 0)
        at++;
      if (at == end || gyre_json_string_classes[(guchar) *at] == 1)
        return at;
      ++*wide;
      at++;
    }
}
