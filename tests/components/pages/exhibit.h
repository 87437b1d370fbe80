/* exhibit.h: A class whose words are as odd as words can be, for the tests of pages
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

G_DECLARE_FINAL_TYPE (GyreSpecimen, gyre_specimen, GYRE, SPECIMEN, GyreComponent)

struct _GyreSpecimen
{
  GyreComponent parent_instance;

  double width;
  char *words;
};

static inline double
gyre_specimen_grow (GyreSpecimen *self, double factor, GError **error)
{
  return self->width * factor;
}

GYRE_DEFINE_COMPONENT (GyreSpecimen, gyre_specimen, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_real (width, 1.0, .aliases = "w", .units = "m", .minimum = 0, .summary = ".from | one\\end 'to' \"the\" other: -β-",
               .description = "# No\n\n.Pp\n\n'so `a|b`\n\n- *x*\n- y\n\n    code\n    .more\n"),
    gyre_string (words, ".No \"a|b\"", .summary = "'what it says")),
  GYRE_BEHAVIORS (
    gyre_behavior (grow, gyre_specimen_grow, (real, (real, factor)), .summary = "a_b *c* <d> `e` | f")),
  .family = "odd.specimen",
  .summary = ".Nm of \"an\" 'odd' \\ <specimen> *with* _marks_ | and β")
