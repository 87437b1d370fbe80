/* gyre-report.h: All mistakes of one piece of work
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-diagnostic.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreReport:
 *
 * Collects diagnostics in the order in which they are found, so that one run tells every mistake. Counted; not for
 * several threads at once.
 *
 * Since: 0.1
 */
typedef struct _GyreReport GyreReport;

#define GYRE_TYPE_REPORT (gyre_report_get_type ())
GType gyre_report_get_type (void);

GyreReport     *gyre_report_new            (void);
GyreReport     *gyre_report_ref            (GyreReport      *report);
void            gyre_report_unref          (GyreReport      *report);

void            gyre_report_add            (GyreReport      *report,
                                            GyreDiagnostic  *diagnostic);
void            gyre_report_error          (GyreReport      *report,
                                            GyreLocator     *locator,
                                            const char      *hint,
                                            const char      *format,
                                            ...) G_GNUC_PRINTF (4, 5);
void            gyre_report_note           (GyreReport      *report,
                                            GyreLocator     *locator,
                                            const char      *hint,
                                            const char      *format,
                                            ...) G_GNUC_PRINTF (4, 5);
void            gyre_report_append         (GyreReport      *report,
                                            GyreReport      *other);

guint           gyre_report_get_length     (GyreReport      *report);
guint           gyre_report_get_errors     (GyreReport      *report);
GyreDiagnostic *gyre_report_get_diagnostic (GyreReport      *report,
                                            guint            index);
char           *gyre_report_to_string      (GyreReport      *report);
gboolean        gyre_report_to_error       (GyreReport      *report,
                                            GQuark           domain,
                                            gint             code,
                                            GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreReport, gyre_report_unref)

GYRE_END_DECLARATIONS
