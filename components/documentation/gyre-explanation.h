/* gyre-explanation.h: Which setting is in force, and which ones lost
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-executive.h"

GYRE_BEGIN_DECLARATIONS

GVariant *gyre_explanation_of_key  (GyreExecutive  *executive,
                                    const char     *key,
                                    GError        **error);
GVariant *gyre_explanation_of_all  (GyreExecutive  *executive);
char     *gyre_explanation_to_text (GyreExecutive  *executive,
                                    const char     *encoding,
                                    GError        **error);
char     *gyre_explanation_to_pfg  (GyreExecutive  *executive);

GYRE_END_DECLARATIONS
