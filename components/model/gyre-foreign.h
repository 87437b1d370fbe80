/* gyre-foreign.h: Classes that other code and other languages declare
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-class.h"

GYRE_BEGIN_DECLARATIONS

gboolean        gyre_foreign_declare   (GType            type,
                                        GyreDeclaration *declaration);
GyreDescriptor *gyre_foreign_new_trait (GParamSpec      *specification,
                                        const char      *aliases,
                                        const char      *units);

GYRE_END_DECLARATIONS
