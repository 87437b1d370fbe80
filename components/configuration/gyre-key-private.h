/* gyre-key-private.h: Dotted names as people write them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Blanks may stand around the dots, and a `;` has a backslash before it where it would begin a comment. What comes out is
 * the text as it was written wherever it has none of that, else a copy in the arena of the events.
 */
#pragma once

#include "gyre-event-private.h"

/* Where a fragment of a copied name was written. */
typedef struct
{
  guint offset;
  const char *at;
} GyreKeyPiece;

typedef struct
{
  const char *name;
  guint length;
  guint fragments;
  const char *wrong;    /* the place of a mistake */
  const char *reason;   /* the rule that it breaks; NULL: none */
  GArray *pieces;       /* of GyreKeyPiece; empty when the name is as it was written */
} GyreKey;

void     gyre_key_init  (GyreKey     *key);
void     gyre_key_clear (GyreKey     *key);
gboolean gyre_key_read  (GyreKey     *key,
                         GyreEvents  *events,
                         const char  *start,
                         const char  *stop);

GyreSettingOperator gyre_key_read_operator (const char  *start,
                                            const char **stop);
