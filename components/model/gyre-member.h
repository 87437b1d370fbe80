/* gyre-member.h: Members of a class that are declared by function calls
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Other languages have no struct and no table. They say each trait with a call, and its field is laid out behind those that
 * are there already; apart from that the class is like any other: its values lie in the instance.
 */
#pragma once

#include "gyre-class.h"

GYRE_BEGIN_DECLARATIONS

gboolean gyre_declaration_add_trait    (GyreDeclaration    *declaration,
                                        const char         *name,
                                        const char         *kind,
                                        const char         *initial,
                                        GType               type,
                                        GVariant           *options,
                                        GError            **error);
gboolean gyre_declaration_add_behavior (GyreDeclaration    *declaration,
                                        const char         *name,
                                        const char         *result,
                                        const char * const *arguments,
                                        GVariant           *options,
                                        GClosure           *closure,
                                        GError            **error);

GYRE_END_DECLARATIONS
