/* gyre-target-private.h: What the settings of a name are about
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The name is what stands before the last fragment of a key. What is known about names and packages is kept, so a table should
 * not live longer than the loading of one configuration.
 */
#pragma once

#include "gyre-executive.h"
#include "gyre-trait.h"

typedef struct
{
  GyreRequirement *record;  /* the class or interface of the longest prefix that is a family; NULL: nobody knows */
  guint matched;            /* fragments of that family */
  guint length;             /* fragments of the whole name */
  char *next;               /* where the name is longer than the family: its first fragment behind it */
  char *message;            /* when there can be no settings of this name: why */
  char *hint;
  gboolean is_of_package;   /* it begins with a package that has classes */
  gboolean is_open;         /* the program can still declare a class that makes it right: then it is only a warning */
} GyreTarget;

typedef struct _GyreTargets GyreTargets;

GyreTargets      *gyre_targets_new        (GyreExecutive  *executive);
void              gyre_targets_free       (GyreTargets    *targets);

/* Whether there is a module of the package on the path of the linker. */
gboolean          gyre_targets_has_module (GyreTargets    *targets,
                                           const char     *package);

/* The family that a name was meant to begin with, when only its package is misspelt: a hint. */
char             *gyre_targets_suggest_package (GyreTargets *targets,
                                           const char     *name);

/* Loads the module of the name's package if there is one; when it can't be loaded, @warning says why, the first time. */
const GyreTarget *gyre_targets_find       (GyreTargets    *targets,
                                           const char     *name,
                                           char          **warning);

/* Whether the values of a trait are mappings, whose entries can be said one by one. */
gboolean          gyre_target_has_entries (const GyreTrait *trait);
