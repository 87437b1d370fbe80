/* gyre-command-line.h: Settings on the command line
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-event.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreShortOption:
 * @letter: the letter behind a single `-`
 * @key: the key that it assigns to
 * @value: (nullable): what it assigns; %NULL when the value is the next word, `-n 5`, or stands behind a `=`, `-n=5`
 *
 * A short option of an application. A table of them ends with a letter of 0; its texts are static.
 *
 * Since: 0.1
 */
typedef struct
{
  char letter;
  const char *key;
  const char *value;
} GyreShortOption;

GyreEvents *gyre_command_line_parse      (const char * const     *arguments,
                                          GyreReport             *report);
GyreEvents *gyre_command_line_parse_with (const char * const     *arguments,
                                          const GyreShortOption  *options,
                                          GyreReport             *report);

GYRE_END_DECLARATIONS
