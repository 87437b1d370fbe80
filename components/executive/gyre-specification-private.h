/* gyre-specification-private.h: Which class the text of a facility stands for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A specification is `family`, `family#name` or `#name`. The family can be short, relative to that of the facility's interface,
 * and it can be an interface's own, which stands for its default implementation.
 */
#pragma once

#include "gyre-executive.h"

/* Splits a specification at its `#`. An absent part is NULL, but a name that should stand behind a `#` and does not is empty,
 * so that who checks names refuses it. Blanks around the parts are no part of them. */
void       gyre_specification_split      (const char     *specification,
                                          char          **family,
                                          char          **name);

/* Finds a class that can stand where @type is asked for, G_TYPE_INVALID for anything; loads modules, builds nothing. */
GyreActor *gyre_specification_find_class (GyreExecutive  *executive,
                                          const char     *family,
                                          GType           type,
                                          char          **hint,
                                          GError        **error);
