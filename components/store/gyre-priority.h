/* gyre-priority.h: How much weight a setting has
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreCategory:
 * @GYRE_CATEGORY_UNINITIALIZED: nothing was said
 * @GYRE_CATEGORY_DEFAULTS: the default of a declaration
 * @GYRE_CATEGORY_BOOT: found when the program starts
 * @GYRE_CATEGORY_DISCOVERY: found by looking around
 * @GYRE_CATEGORY_PACKAGE: the configuration of a package, beside its module or of the system
 * @GYRE_CATEGORY_CONSTRUCTION: said where an instance is built
 * @GYRE_CATEGORY_PERSISTENT: found in the folders of the user, or kept from an earlier run
 * @GYRE_CATEGORY_USER: configuration files that the user names
 * @GYRE_CATEGORY_COMMAND: the environment and the command line
 * @GYRE_CATEGORY_EXPLICIT: said by the program's own code
 * @GYRE_CATEGORY_FRAMEWORK: what Gyre itself needs
 *
 * Who said it, weakest first.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_CATEGORY_UNINITIALIZED = -1,
  GYRE_CATEGORY_DEFAULTS,
  GYRE_CATEGORY_BOOT,
  GYRE_CATEGORY_DISCOVERY,
  GYRE_CATEGORY_PACKAGE,
  GYRE_CATEGORY_CONSTRUCTION,
  GYRE_CATEGORY_PERSISTENT,
  GYRE_CATEGORY_USER,
  GYRE_CATEGORY_COMMAND,
  GYRE_CATEGORY_EXPLICIT,
  GYRE_CATEGORY_FRAMEWORK,
} GyreCategory;

/* How many categories there are that something can be said in. */
#define GYRE_CATEGORIES (GYRE_CATEGORY_FRAMEWORK + 1)

/**
 * GyrePriority:
 * @category: a [enum@Gyre.Category]
 * @conditional: 1 for a setting that holds under conditions, else 0
 * @rank: the order within the category, from 1; 0 before the setting is part of a store
 *
 * The weight of a setting: the category decides, then a conditional setting beats an unconditional one, then the later
 * beats the earlier. Plain data of 8 bytes, handed over by value.
 *
 * Since: 0.1
 */
typedef struct
{
  gint8 category;
  guint8 conditional;
  guint32 rank;
} GyrePriority;

/**
 * GYRE_PRIORITY_NONE: (skip)
 *
 * The priority of a value that nobody has set: every other one beats it.
 *
 * Since: 0.1
 */
#define GYRE_PRIORITY_NONE ((GyrePriority) { .category = GYRE_CATEGORY_UNINITIALIZED })

const char *gyre_category_get_name  (GyreCategory   category);
gboolean    gyre_category_from_name (const char    *name,
                                     GyreCategory  *category);

int         gyre_priority_compare   (GyrePriority   left,
                                     GyrePriority   right);
char       *gyre_priority_to_string (GyrePriority   priority);

GYRE_END_DECLARATIONS
