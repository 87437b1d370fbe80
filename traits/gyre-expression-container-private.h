/* gyre-expression-container-private.h: Texts with references, read for a trait
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An element of a list and an entry of a mapping are read as a value of their kind would be: computed, or a text in which what
 * is between braces stands for its value. A mapping becomes a list of pairs of a key and a value.
 */
#pragma once

#include "gyre-expression.h"
#include "gyre-trait.h"

/* Whether the whole is computed, or is a text with values in it. */
GyreExpressionForm gyre_expression_get_form      (const GyreTrait  *trait);

/* gyre_expression_new() for a value of @trait. Elements that have no references are read by their kind. */
GyreExpression    *gyre_expression_new_for       (const GyreTrait  *trait,
                                                  const char       *text,
                                                  gssize            length,
                                                  GError          **error);

/* A text that the trait reads as the value of the term; pairs become entries. */
char              *gyre_expression_dup_text_for  (const GyreTrait  *trait,
                                                  const GyreTerm   *term);

/* The text of one element or entry, written so that it can stand among others. */
char              *gyre_expression_quote_element (const GyreTrait  *element,
                                                  const char       *text);
