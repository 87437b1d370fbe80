/* gyre-dynamic.h: Attributes that nobody has declared
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An instance of a class that is declared `.open = TRUE` takes attributes of any name: as keywords when it is built, from the
 * settings of its name and of its family, and from all setters of #GyreComponent. They are read, observed, explained and reset as
 * traits are. An attribute has the kind of its value, and a value of another kind gives it another kind: observers hear that the old
 * value went (the new value is none), and then that the new one came. A text says the kind by how it is written (`3` integer, `2.5` real,
 * `true` boolean, `3 km` quantity, `(1, 2)` list, else and in quotes string), except that an attribute which is no string keeps its
 * kind where that kind can read the text.
 *
 * An attribute follows others, and is followed, as a trait does: then it has the kind of what it follows, and is none until that is there.
 * Transactions set it and take it back, its history can be kept, and patterns mean it. What is a property of another object
 * (see #GyreProxy) can be followed, and follows in its own kind until somebody sets it otherwise, the object too. GObject does not
 * know attributes.
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
