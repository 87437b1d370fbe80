/* gyre-foreign-private.h: Records of classes that other code has declared
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-component.h"

#include "gyre-class.h"

GyreActor *gyre_foreign_harvest (GType type);

/* Runs the constructor that another language gave a class. Returns what it has raised, or NULL. */
char *gyre_constructor_run (GyreComponent *component);
