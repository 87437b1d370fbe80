/* gyre-yaml-plain-private.h: Reads yaml that uses little of the language
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Most files are maps by indentation, whose values are words, texts in quotes on one line, and lists of these. Such a text is
 * read here without libyaml, which would need most of the time. What the text says, and where, is the same: a text that has
 * anything else in it, right or wrong, is refused before anything of it was told, and libyaml reads it.
 */
#pragma once

#include "gyre-nesting-private.h"

gboolean gyre_yaml_plain_read (GyreNesting *nesting,
                               const char  *text,
                               gsize        length);
