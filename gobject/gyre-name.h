/* gyre-name.h: Dotted names: families of classes, names of instances, keys of settings
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

GYRE_BEGIN_DECLARATIONS

gboolean     gyre_name_is_valid          (const char         *name,
                                          const char        **reason);
GStrv        gyre_name_split             (const char         *name);
char        *gyre_name_join              (const char * const *fragments,
                                          gssize              length);
char        *gyre_name_dup_package       (const char         *name);
char        *gyre_name_dup_property      (const char         *identifier);
const char  *gyre_name_find_similar      (const char         *word,
                                          const char * const *candidates);
char        *gyre_name_suggest           (const char         *word,
                                          const char * const *candidates);

GYRE_END_DECLARATIONS
