/* gyre-dynamic.h: Attributes that nobody has declared
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An instance of a class that is declared `.open = TRUE` takes attributes of any name: as keywords when it is built, from the
 * settings of its name and of its family, and from all setters of #GyreComponent. They are read, observed, explained and reset as
 * traits are. An attribute has the kind of its value, and a value of another kind gives it another kind: observers hear that the old
 * value went (the new value is none), and then that the new one came. A text says the kind by how it is written, except that an
 * attribute which is no string keeps its kind where that kind can read the text. Attributes follow no references, are no members of
 * transactions, and GObject does not know them.
 */
#pragma once

#include "gyre-component.h"

GYRE_BEGIN_DECLARATIONS

gboolean         gyre_component_is_open      (GyreComponent  *self);
char           **gyre_component_list_dynamic (GyreComponent  *self);
const GyreTrait *gyre_component_find_dynamic (GyreComponent  *self,
                                              const char     *name);
gboolean         gyre_component_unset        (GyreComponent  *self,
                                              const char     *name,
                                              GError        **error);

GYRE_END_DECLARATIONS
