/* gyre-term-private.h: What the numbers among the terms are spared
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-term.h"

static inline gboolean
gyre_term_owns (const GyreTerm *term)
{
  return term->kind >= GYRE_TERM_STRING;
}

static inline gboolean
gyre_term_is_number (const GyreTerm *term)
{
  return term->kind == GYRE_TERM_INTEGER || term->kind == GYRE_TERM_REAL;
}

static inline double
gyre_term_get_real (const GyreTerm *term)
{
  return term->kind == GYRE_TERM_INTEGER ? (double) term->integer : term->real;
}

static inline GyreTerm
gyre_term_from_integer (gint64 integer)
{
  return (GyreTerm) { .kind = GYRE_TERM_INTEGER, .integer = integer };
}

static inline GyreTerm
gyre_term_from_real (double real, GyreDimension dimension)
{
  return (GyreTerm) { .kind = GYRE_TERM_REAL, .dimension = dimension, .real = real };
}

static inline GyreTerm
gyre_term_from_boolean (gboolean boolean)
{
  return (GyreTerm) { .kind = GYRE_TERM_BOOLEAN, .integer = boolean ? 1 : 0 };
}

static inline GyreTerm
gyre_term_from_list (GyreTermList *list)
{
  return (GyreTerm) { .kind = GYRE_TERM_LIST, .list = list };
}

GyreTerm    gyre_term_from_string  (const char     *text,
                                    gssize          length);
guint       gyre_term_get_weight   (const GyreTerm *term);
void        gyre_term_append       (const GyreTerm *term,
                                    GString        *text);
void        gyre_term_append_element (const GyreTerm *term,
                                    GString        *text);
const char *gyre_term_kind_to_name (const GyreTerm *term);
