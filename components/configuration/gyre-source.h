/* gyre-source.h: The text of a configuration file in memory
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-report.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreConfigurationError:
 * @GYRE_CONFIGURATION_ERROR_NOT_FOUND: there is no such file
 * @GYRE_CONFIGURATION_ERROR_UNREADABLE: the file cannot be read, or is too large
 * @GYRE_CONFIGURATION_ERROR_UNKNOWN_ENCODING: no codec reads such a file
 * @GYRE_CONFIGURATION_ERROR_INVALID: the configuration has mistakes
 * @GYRE_CONFIGURATION_ERROR_UNWRITABLE: the file cannot be written
 * @GYRE_CONFIGURATION_ERROR_CHANGED: somebody else has changed the file since it was read
 *
 * What can be wrong with a configuration as a whole.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_CONFIGURATION_ERROR_NOT_FOUND,
  GYRE_CONFIGURATION_ERROR_UNREADABLE,
  GYRE_CONFIGURATION_ERROR_UNKNOWN_ENCODING,
  GYRE_CONFIGURATION_ERROR_INVALID,
  GYRE_CONFIGURATION_ERROR_UNWRITABLE,
  GYRE_CONFIGURATION_ERROR_CHANGED,
} GyreConfigurationError;

#define GYRE_CONFIGURATION_ERROR (gyre_configuration_error_quark ())
GQuark gyre_configuration_error_quark (void);

/**
 * GyreSource:
 *
 * An immutable, counted text with the name that the user gave it. Any thread may use it.
 *
 * The text is always valid UTF-8 without NUL bytes, so whoever reads it need not look: a byte that is neither is kept as a
 * `?`, at the same offset, and told by [method@Gyre.Source.check]. A byte order mark is not part of the text. Lines end in
 * `\n` or `\r\n`; lines and columns count from 1, columns in characters.
 *
 * Since: 0.1
 */
typedef struct _GyreSource GyreSource;

#define GYRE_TYPE_SOURCE (gyre_source_get_type ())
GType gyre_source_get_type (void);

GyreSource  *gyre_source_new_from_file  (const char   *path,
                                         GError      **error);
GyreSource  *gyre_source_new_from_bytes (const char   *name,
                                         GBytes       *bytes);
GyreSource  *gyre_source_ref            (GyreSource   *source);
void         gyre_source_unref          (GyreSource   *source);

const char  *gyre_source_get_name       (GyreSource   *source);
const char  *gyre_source_get_text       (GyreSource   *source,
                                         gsize        *length);
char        *gyre_source_dup_line       (GyreSource   *source,
                                         guint         line);
void         gyre_source_find_place     (GyreSource   *source,
                                         gsize         offset,
                                         guint        *line,
                                         guint        *column);
gboolean     gyre_source_check          (GyreSource   *source,
                                         GyreReport   *report);
gboolean     gyre_source_is_text        (GyreSource   *source);
void         gyre_source_report         (GyreSource   *source,
                                         GyreReport   *report,
                                         guint         line,
                                         guint         column,
                                         const char   *hint,
                                         const char   *format,
                                         ...) G_GNUC_PRINTF (6, 7);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreSource, gyre_source_unref)

GYRE_END_DECLARATIONS
