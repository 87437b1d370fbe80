/* gyre-literal.h: The one grammar of values
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-spelling.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreLiteralKind:
 * @GYRE_LITERAL_NONE: the bare word `none`
 * @GYRE_LITERAL_BARE: text as it stands
 * @GYRE_LITERAL_QUOTED: text in quotes
 * @GYRE_LITERAL_LIST: a list of literals
 *
 * What a piece of a value's text is.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_LITERAL_NONE,
  GYRE_LITERAL_BARE,
  GYRE_LITERAL_QUOTED,
  GYRE_LITERAL_LIST,
} GyreLiteralKind;

/**
 * GYRE_LITERAL_MAXIMUM_DEPTH:
 *
 * How deep brackets may nest.
 *
 * Since: 0.1
 */
#define GYRE_LITERAL_MAXIMUM_DEPTH 64

/**
 * GyreLiteral: (skip)
 *
 * The parsed text of a value, and each of its elements. Whoever parsed a text frees the literal that came of it
 * ([method@Gyre.Literal.free]); the elements belong to it and live as long. A literal does not change: any thread may
 * read it.
 *
 * Since: 0.1
 */
typedef struct _GyreLiteral GyreLiteral;

GyreLiteral       *gyre_literal_parse_list    (const char        *text,
                                               GError           **error);
void               gyre_literal_free          (GyreLiteral       *literal);

GyreLiteralKind    gyre_literal_get_kind      (const GyreLiteral *literal);
gsize              gyre_literal_get_offset    (const GyreLiteral *literal);
gsize              gyre_literal_get_length    (const GyreLiteral *literal);
const GyreLiteral *gyre_literal_get_first     (const GyreLiteral *literal);
const GyreLiteral *gyre_literal_get_next      (const GyreLiteral *literal);
const char        *gyre_literal_peek_text     (const GyreLiteral *literal,
                                               gsize             *length);
char              *gyre_literal_dup_text      (const GyreLiteral *literal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreLiteral, gyre_literal_free)

GYRE_END_DECLARATIONS
