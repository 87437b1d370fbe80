/* gyre-yaml-mistake-private.h: What libyaml complains about, in our words
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

#include <yaml.h>

#define GYRE_YAML_MISTAKE_MEMORY "there must be memory to read the text, is not enough"

typedef struct
{
  const yaml_mark_t *mark;      /* the place; NULL where libyaml knows the byte only */
  const char *reason;
  const char *hint;
} GyreYamlMistake;

void gyre_yaml_mistake_read (GyreYamlMistake      *self,
                             const yaml_parser_t  *parser);
void gyre_yaml_mistake_look (GyreYamlMistake      *self,
                             const char           *text,
                             gsize                 offset,
                             gsize                 length);
