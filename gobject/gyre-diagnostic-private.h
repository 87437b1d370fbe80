/* gyre-diagnostic-private.h: A diagnostic in one line, for those who join several, and one of a line that is very long
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-diagnostic.h"

void gyre_diagnostic_append_line (GyreDiagnostic *diagnostic,
                                  GString        *text);
GyreDiagnostic *gyre_diagnostic_new_around (GyreSeverity  severity,
                                            GyreLocator  *locator,
                                            const char   *message,
                                            const char   *hint,
                                            const char   *excerpt,
                                            guint         column);
