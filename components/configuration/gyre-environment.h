/* gyre-environment.h: Settings in the environment
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A variable whose name begins with `GYRE__` is a setting:
 *
 * | in the name of the variable | in the key |
 * |---|---|
 * | `GYRE__` at the beginning | nothing |
 * | `__` | `.` |
 * | `_` | `-` |
 * | letters, digits and everything else | the same; case counts |
 * | `+`, `-` or `^` at the end | an operator, as before the `=` in a file |
 *
 * So `GYRE__gauss__shapes__ball__radius=2` sets gauss.shapes.ball.radius, and `GYRE__mesh__memory_size=64` sets
 * mesh.memory-size. A name that has underscores of its own can't be said in the environment. Shells take letters, digits and
 * underscores; the rest can be said with env(1): `env 'GYRE__mesh__shapes+=ball' program`.
 */
#pragma once

#include "gyre-event.h"

GYRE_BEGIN_DECLARATIONS

GyreEvents *gyre_environment_parse (const char * const  *environment,
                                    GyreReport          *report);

GYRE_END_DECLARATIONS
