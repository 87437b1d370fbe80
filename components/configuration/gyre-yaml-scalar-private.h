/* gyre-yaml-scalar-private.h: The texts of yaml, where they were written and what they mean
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-listing-private.h"
#include "gyre-source.h"

#include <yaml.h>

typedef struct
{
  const char *source;           /* the whole text */
  gsize length;
  GArray *pieces;               /* of GyreNestingPiece: of the text that was read last */
} GyreYamlScalar;

void              gyre_yaml_scalar_init    (GyreYamlScalar      *self,
                                            GyreSource          *source);
void              gyre_yaml_scalar_clear   (GyreYamlScalar      *self);
void              gyre_yaml_scalar_read    (GyreYamlScalar      *self,
                                            const yaml_event_t  *event,
                                            GyreNestingText     *text);
GyreNestingScalar gyre_yaml_scalar_resolve (GyreNestingText     *text);
