/* nameless.c: A module without a word of its author: behaviors whose arguments have no names, and nothing is explained
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

typedef struct
{
  GyreComponent parent_instance;

  gint64 reach;
} NamelessFrog;
typedef GyreComponentClass NamelessFrogClass;

static double
nameless_frog_leap (NamelessFrog *self, double how_far, gint64 times, GError **error)
{
  return how_far * (double) times;
}

static char *
nameless_frog_croak (NamelessFrog *self, const char *song, GError **error)
{
  return g_strdup (song);
}

GYRE_DEFINE_COMPONENT (NamelessFrog, nameless_frog, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_integer (reach, 3)),
  GYRE_BEHAVIORS (
    gyre_behavior (leap, nameless_frog_leap, (real, (real, ), (integer, ))),
    gyre_behavior (croak, nameless_frog_croak, (string, (string, )))),
  .family = "nameless.frog")

/* Nothing of its own at all. */
typedef NamelessFrog NamelessNewt;
typedef NamelessFrogClass NamelessNewtClass;

GYRE_DEFINE_COMPONENT (NamelessNewt, nameless_newt, nameless_frog_get_type (), GYRE_TRAITS (), GYRE_BEHAVIORS (), .family = "nameless.newt")

extern const char gyre_module_version[];
__attribute__ ((visibility ("default"))) const char gyre_module_version[] = "3.1";

GYRE_MODULE (nameless_frog_get_type, nameless_newt_get_type)
