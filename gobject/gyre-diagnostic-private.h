/* gyre-diagnostic-private.h: A diagnostic in one line, for those who join several
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-diagnostic.h"

void gyre_diagnostic_append_line (GyreDiagnostic *diagnostic,
                                  GString        *text);
