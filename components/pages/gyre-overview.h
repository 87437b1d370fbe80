/* gyre-overview.h: The classes of a package that has many, in groups
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-markup.h"

/* More classes than a picture of all of them can show. */
#define GYRE_OVERVIEW_MANY 150

/* Classes that derive from the same one, or whose families begin in the same way. */
typedef struct
{
  const char *name;             /* of the ancestor, or the beginning of the families */
  GyreDescription *description; /* of the ancestor; NULL: the catalogue has none, or there is no such class */
  const char *parent;           /* the group of which it is a part; NULL: none */
  guint count;                  /* how many classes, those of its parts too */
  GPtrArray *members;           /* of GyreDescription: those that are in none of its parts */
} GyreOverviewGroup;

/* (element-type GyreOverviewGroup) (transfer full) (nullable): the largest first; NULL: the package is small, or has no groups */
GPtrArray *gyre_overview_list       (GyreCatalogue           *catalogue,
                                     const char              *package);

/* Where the list of a group stands on the page of all classes. */
char      *gyre_overview_dup_anchor (const char              *package,
                                     const GyreOverviewGroup *group);

/* Dot text; NULL as above. Links lead to the pages of classes, or to the lists of groups in the same page. */
char      *gyre_overview_draw       (GyreCatalogue           *catalogue,
                                     const char              *package);
