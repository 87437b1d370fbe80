/* gyre-expression-scanner-private.h: The words of an expression
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-value-error.h"

typedef enum
{
  GYRE_TOKEN_END,
  GYRE_TOKEN_NUMBER,
  GYRE_TOKEN_WORD,
  GYRE_TOKEN_REFERENCE,    /* with its braces */
  GYRE_TOKEN_QUOTED,       /* with its quotes */
  GYRE_TOKEN_SIGN,         /* one or two characters */
} GyreTokenKind;

typedef struct
{
  GyreTokenKind kind;
  const char *start;
  const char *end;
} GyreToken;

gboolean    gyre_token_scan             (const char  *text,
                                         const char  *cursor,
                                         const char  *end,
                                         GyreToken   *token,
                                         GError     **error);
gboolean    gyre_token_is               (const GyreToken *token,
                                         const char  *text);
const char *gyre_expression_find_closing (const char *cursor,
                                         const char  *end);
char       *gyre_reference_trim         (const char  *text,
                                         gsize        length);
gboolean    gyre_expression_refuse      (const char  *text,
                                         const char  *place,
                                         GyreValueError code,
                                         const char  *hint,
                                         GError     **error,
                                         const char  *format,
                                         ...) G_GNUC_PRINTF (6, 7);
