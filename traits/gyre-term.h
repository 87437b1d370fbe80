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

/* An immutable, counted list. Whoever makes one fills the terms before anybody else sees it, and then seals it. */
struct _GyreTermList
{
  gint     references;
  guint    length;
  guint    weight;    /* terms in it and in the lists in it, and itself; 0 before it is sealed */
  guint    depth;     /* of lists in lists */
  GyreTerm terms[];
};

/**
 * GYRE_TERM_MAXIMUM_WEIGHT: (skip)
 *
 * How many terms a list that is computed may have, with those of the lists in it, counted as often as they stand there.
 *
 * Since: 0.1
 */
#define GYRE_TERM_MAXIMUM_WEIGHT 1048576

/**
 * GYRE_TERM_MAXIMUM_DEPTH: (skip)
 *
 * How deep lists that are computed may nest.
 *
 * Since: 0.1
 */
#define GYRE_TERM_MAXIMUM_DEPTH 64

/**
 * GYRE_TERM_MAXIMUM_LENGTH: (skip)
 *
 * How many bytes a text that is computed may have.
 *
 * Since: 0.1
 */
#define GYRE_TERM_MAXIMUM_LENGTH 4194304

GyreTerm      gyre_term_copy            (GyreTerm        term);
void          gyre_term_clear           (GyreTerm       *term);
gboolean      gyre_term_equal           (GyreTerm        term,
                                         GyreTerm        other);
GyreTermList *gyre_term_list_new        (guint           length);
void          gyre_term_list_seal       (GyreTermList   *list);

/* What a text without references is: an integer, a real, a quantity with its unit, `none`, yes or no (`true`, `false`), a
 * list in brackets, else a string. */
GyreTerm      gyre_term_from_text       (const char     *text,
                                         gssize          length);

/* A text that the kinds of traits read as the same value. */
char         *gyre_term_to_text         (GyreTerm        term);

GYRE_END_DECLARATIONS
