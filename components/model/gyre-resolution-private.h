/* gyre-resolution-private.h: From the text that says a component to the component
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-component.h"
#include "gyre-specification-private.h"

gboolean   gyre_resolution_check      (GyreExecutive  *executive,
                                       const char     *text,
                                       char          **family,
                                       char          **name,
                                       GError        **error);
GyreActor *gyre_resolution_find_class (GyreExecutive  *executive,
                                       const char     *family,
                                       GType           type,
                                       GError        **error);
gboolean   gyre_resolution_check_instance (GyreExecutive *executive,
                                       GObject        *instance,
                                       const char     *family,
                                       GType           type,
                                       GError        **error);
GObject   *gyre_resolution_run        (GyreExecutive  *executive,
                                       const char     *text,
                                       GType           type,
                                       const char     *default_family,
                                       const char     *default_name,
                                       GyreLocator    *locator,
                                       GError        **error);
