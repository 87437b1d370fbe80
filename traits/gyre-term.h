/* gyre-term.h: A value while an expression is computed
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-quantity.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreTermKind: (skip)
 * @GYRE_TERM_UNDEFINED: nothing has been said
 * @GYRE_TERM_NONE: `none`
 * @GYRE_TERM_BOOLEAN: yes or no
 * @GYRE_TERM_INTEGER: a whole number
 * @GYRE_TERM_REAL: a number, with a dimension or without
 * @GYRE_TERM_STRING: a text
 * @GYRE_TERM_LIST: terms, one after the other
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_TERM_UNDEFINED,
  GYRE_TERM_NONE,
  GYRE_TERM_BOOLEAN,
  GYRE_TERM_INTEGER,
  GYRE_TERM_REAL,
  GYRE_TERM_STRING,
  GYRE_TERM_LIST,
} GyreTermKind;

typedef struct _GyreTermList GyreTermList;

/**
 * GyreTerm: (skip)
 * @kind: a #GyreTermKind
 * @dimension: of a real, its dimension
 * @boolean: of a boolean
 * @integer: of an integer
 * @real: of a real, in base units
 * @string: of a string: a #GRefString, owned
 * @list: of a list, owned
 *
 * A value while an expression is computed, 16 bytes. Numbers own nothing.
 *
 * Since: 0.1
 */
typedef struct
{
  guint32       kind;
  GyreDimension dimension;
  union
  {
    gboolean      boolean;
    gint64        integer;
    double        real;
    char         *string;
    GyreTermList *list;
  };
} GyreTerm;

/* An immutable, counted list. */
struct _GyreTermList
{
  gint     references;
  guint    length;
  GyreTerm terms[];
};

GyreTerm      gyre_term_copy            (GyreTerm        term);
void          gyre_term_clear           (GyreTerm       *term);
gboolean      gyre_term_equal           (GyreTerm        term,
                                         GyreTerm        other);
GyreTermList *gyre_term_list_new        (guint           length);

/* What a text without references is: an integer, a real, a quantity with its unit, `none`, yes or no (`true`, `false`), a
 * list in brackets, else a string. */
GyreTerm      gyre_term_from_text       (const char     *text,
                                         gssize          length);

/* A text that the kinds of traits read as the same value. */
char         *gyre_term_to_text         (GyreTerm        term);

GYRE_END_DECLARATIONS
