/* gyre-diagnostic.h: One mistake, told in full
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-locator.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreSeverity:
 * @GYRE_SEVERITY_NOTE: worth knowing; nothing is wrong
 * @GYRE_SEVERITY_WARNING: probably not what was meant
 * @GYRE_SEVERITY_ERROR: a broken rule; what it stands in is not used
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_SEVERITY_NOTE,
  GYRE_SEVERITY_WARNING,
  GYRE_SEVERITY_ERROR,
} GyreSeverity;

/**
 * GyreDiagnostic:
 *
 * An immutable, counted record of one mistake: place, message (subject, rule, what was found), a hint, and the line of text
 * that it stands in where there is one. Any thread may use it.
 *
 * Since: 0.1
 */
typedef struct _GyreDiagnostic GyreDiagnostic;

#define GYRE_TYPE_DIAGNOSTIC (gyre_diagnostic_get_type ())
GType gyre_diagnostic_get_type (void);

GyreDiagnostic *gyre_diagnostic_new           (GyreSeverity     severity,
                                               GyreLocator     *locator,
                                               const char      *message,
                                               const char      *hint,
                                               const char      *excerpt);
GyreDiagnostic *gyre_diagnostic_ref           (GyreDiagnostic  *diagnostic);
void            gyre_diagnostic_unref         (GyreDiagnostic  *diagnostic);

GyreSeverity    gyre_diagnostic_get_severity  (GyreDiagnostic  *diagnostic);
GyreLocator    *gyre_diagnostic_get_locator   (GyreDiagnostic  *diagnostic);
const char     *gyre_diagnostic_get_message   (GyreDiagnostic  *diagnostic);
const char     *gyre_diagnostic_get_hint      (GyreDiagnostic  *diagnostic);
const char     *gyre_diagnostic_get_excerpt   (GyreDiagnostic  *diagnostic);
char           *gyre_diagnostic_to_string     (GyreDiagnostic  *diagnostic);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreDiagnostic, gyre_diagnostic_unref)

GYRE_END_DECLARATIONS
