/* gyre-gir-type.h: The words and defaults of a type that a repository names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gmodule.h>
#include <gyre.h>

/* A class or an interface of the process. */
typedef struct _GyreGirType GyreGirType;

GyreGirType *gyre_gir_type_new          (GModule            *libraries[],
                                         const char         *get_type);
void         gyre_gir_type_free         (GyreGirType        *self);

char        *gyre_gir_type_dup_words    (GyreGirType        *self);
char        *gyre_gir_type_dup_property (GyreGirType        *self,
                                         const char         *name);
char        *gyre_gir_type_dup_default  (GyreGirType        *self,
                                         const char         *name);
char        *gyre_gir_type_dup_signal   (GyreGirType        *self,
                                         const char         *name);
const char  *gyre_gir_type_get_argument (GyreGirType        *self,
                                         const char         *signal,
                                         guint               index);
GyreLocator *gyre_gir_type_get_place    (GyreGirType        *self);
