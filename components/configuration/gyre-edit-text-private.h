/* gyre-edit-text-private.h: Where a change of a configuration's text would be made
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The text is read with the places of everything. A change is a replacement of some bytes; who makes it reads the result and
 * compares, so what is found here need only be right where the file is written as people write files.
 */
#pragma once

#include "gyre-codec.h"
#include "gyre-event-private.h"

typedef enum
{
  GYRE_EDIT_PFG,
  GYRE_EDIT_CFG,
  GYRE_EDIT_YAML,
  GYRE_EDIT_JSON,
  GYRE_EDIT_PML,
} GyreEditFormat;

typedef struct
{
  GyreEditFormat format;
  const char *text;             /* of the source */
  gsize length;
  GyreEvents *events;
  const char *line_end;         /* as the file ends its lines */
} GyreEditText;

/* The bytes from `start` to `stop` give way to `text`. */
typedef struct
{
  gsize start;
  gsize stop;
  char *text;
} GyreEditChange;

gboolean gyre_edit_text_find_format (const char          *encoding,
                                     GyreEditFormat      *format);
void     gyre_edit_text_read        (GyreEditText        *self,
                                     GyreEditFormat       format,
                                     GyreSource          *source,
                                     GyreReport          *report);
void     gyre_edit_text_set         (GyreEditText        *self,
                                     guint                event,
                                     const char          *value,
                                     GyreEditChange      *change);
void     gyre_edit_text_remove      (GyreEditText        *self,
                                     guint                event,
                                     GyreEditChange      *change);
void     gyre_edit_text_rename      (GyreEditText        *self,
                                     guint                event,
                                     const char          *key,
                                     GyreEditChange      *change);
gboolean gyre_edit_text_insert      (GyreEditText        *self,
                                     guint                section,
                                     const char          *key,
                                     GyreSettingOperator  operator,
                                     const char          *value,
                                     GyreEditChange      *change);
void     gyre_edit_text_append      (GyreEditText        *self,
                                     const char          *family,
                                     const char          *name,
                                     const char          *key,
                                     GyreSettingOperator  operator,
                                     const char          *value,
                                     GyreEditChange      *change);
