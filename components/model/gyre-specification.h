/* gyre-specification.h: The text that says which component is meant
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-component.h"

GYRE_BEGIN_DECLARATIONS

gboolean   gyre_specification_split      (const char     *text,
                                          char          **family,
                                          char          **name,
                                          GError        **error);
GyreActor *gyre_specification_find_class (GyreExecutive  *executive,
                                          const char     *family,
                                          GyreRole       *role,
                                          GError        **error);
GObject   *gyre_specification_resolve    (GyreExecutive  *executive,
                                          const char     *text,
                                          GyreRole       *role,
                                          const char     *default_family,
                                          const char     *default_name,
                                          GyreLocator    *locator,
                                          GError        **error);

GYRE_END_DECLARATIONS
