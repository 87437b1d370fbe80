/* gyre-checker-value-private.h: Whether the value of a setting can be that of a trait
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The checker's own insides, for the two files that it is made of.
 */
#pragma once

#include "gyre-checker-private.h"
#include "gyre-circle-private.h"
#include "gyre-target-private.h"
#include "gyre-trait.h"

/* What is known about a section of the file. */
typedef struct
{
  char *name;               /* in full */
  const GyreTarget *target;           /* of keys that are one fragment */
  GyreRequirement *record;  /* the class that the condition of this section names */
  gboolean is_told;         /* that there can be no settings of this name */
} GyreCheckerSection;

struct _GyreChecker
{
  GyreExecutive *executive;
  GyreTargets *targets;
  GString *name;            /* room for names and texts, from one setting to the next */
  GString *text;

  GyreEvents *events;       /* NULL while a setting from code is checked */
  GyreLocator *locator;     /* its place */
  GyreReport *report;
  GArray *sections;         /* of GyreCheckerSection */

  GyreCircle *circle;       /* what follows what */
  GHashTable *circles;      /* the same for what holds under conditions: conditions → GyreCircle */
  GArray *wounds;           /* of guint64: line and column of what the codec has told */

  guint last_section;       /* the name before the last fragment of the key before this one */
  const char *last_prefix;
  gsize last_length;
  const GyreTarget *last_target;
  GyreCheckerOutdated outdated;   /* NULL: it goes into the report */
  gpointer outdated_data;
  const GyreTrait *facility;      /* of the part that is spoken of; NULL: the component itself */
  gboolean is_secret;       /* nobody may see the line that is spoken of */
};

/* Takes the place. */
void         gyre_checker_tell             (GyreChecker      *self,
                                            GyreSeverity      severity,
                                            GyreLocator      *place,
                                            const char       *hint,
                                            const char       *format,
                                            ...) G_GNUC_PRINTF (5, 6);
GyreLocator *gyre_checker_dup_value_place  (GyreChecker      *self,
                                            guint             index,
                                            gsize             offset);
GyreCheckerSection *gyre_checker_get_section (GyreChecker    *self,
                                            guint             section);
const GyreTarget *gyre_checker_find_target (GyreChecker      *self,
                                            const char       *name,
                                            guint             index);

void         gyre_checker_check_value      (GyreChecker      *self,
                                            const GyreEvent  *event,
                                            guint             index,
                                            GyreRequirement  *record,
                                            const GyreTrait  *trait);
/* Of a trait that is called otherwise today; @fragment of the key is its former name. */
void         gyre_checker_check_former     (GyreChecker      *self,
                                            const GyreEvent  *event,
                                            guint             index,
                                            guint             fragment,
                                            GyreRequirement  *record,
                                            const char       *name,
                                            const GyreTrait  *trait);
/* Of a name of which nobody knows what it is. */
void         gyre_checker_check_untyped    (GyreChecker      *self,
                                            const GyreEvent  *event,
                                            guint             index);
/* Of something in a part. */
void         gyre_checker_check_part       (GyreChecker      *self,
                                            const GyreEvent  *event,
                                            guint             index,
                                            guint             fragment,
                                            const GyreTrait  *facility,
                                            const char       *name);
/* Of an entry of a mapping. */
void         gyre_checker_check_entry      (GyreChecker      *self,
                                            const GyreEvent  *event,
                                            guint             index,
                                            const char       *path,
                                            const GyreTrait  *mapping);
/* Everything that follows in a circle, once all of the load is known. */
void         gyre_checker_check_circles    (GyreChecker      *self);
