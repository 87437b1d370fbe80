/* gyre-setting-private.h: How a setting is kept
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-settings.h"

/* What all settings of one section have in common: the source, and the conditions of the section. A section that adds a
 * condition has an origin of its own, which leads outward to those of the sections around it. */
typedef struct _GyreOrigin GyreOrigin;
typedef struct _GyreVersion GyreVersion;

struct _GyreOrigin
{
  GyreSettings *settings;   /* not counted: the store outlives its settings */
  GyreOrigin *outer;        /* the condition around this one */
  GyreVersion *version;     /* what it can be withdrawn with; NULL where that can't be */
  GyreLocator *locator;     /* of everything in here, when there is one */
  GyreLocator *through;     /* what names the source, such as the line of another file that includes it */
  char *file;               /* a GRefString */
  char *function;           /* a GRefString */
  char *family;             /* of the condition */
  guint32 node;             /* of the condition */
  guint32 source;           /* its number in the batch: later sources were named later */
  guint line;               /* of the condition */
  guint column;
  guint conditions;         /* how many, with those around */
  guint8 kind;
  gint8 category;
};

/* 48 bytes and the text of the value, in a block of a journal. */
struct _GyreSetting
{
  GyreOrigin *origin;
  GyreSetting *shadowed;    /* the next weaker one of the same key */
  GyreSetting *weakest;     /* for the strongest one of its weight (category and conditional): the weakest of that weight; for
                             * others of a chain anything, but NULL when it was withdrawn */
  guint32 node;             /* as it is written; the node may stand for another one */
  guint32 rank;
  guint32 key_line;
  guint32 value_line;
  guint16 key_column;
  guint16 value_column;
  gint length;              /* of the value; above it the operator; the highest bit: was used */
  char value[];
};

#define GYRE_SETTING_USED ((guint) 1 << 31)
#define GYRE_SETTING_OPERATOR_SHIFT 29
#define GYRE_SETTING_MAXIMUM_LENGTH (((guint) 1 << GYRE_SETTING_OPERATOR_SHIFT) - 1)

/* Keeps a setting, also when its source has come in later versions. Returns FALSE where there is nothing to keep it from. */
gboolean     gyre_setting_pin     (GyreSetting      *setting);
void         gyre_setting_unpin   (GyreSetting      *setting);

/* Keeps all settings from here to the release, also those that are withdrawn meanwhile. What was withdrawn before can go here. */
void         gyre_settings_hold    (GyreSettings    *settings);
void         gyre_settings_release (GyreSettings    *settings);

GyreOrigin  *gyre_origin_new      (GyreSettings     *settings,
                                   GyreCategory      category);
GyreOrigin  *gyre_origin_copy     (const GyreOrigin *origin);
void         gyre_origin_free     (GyreOrigin       *origin);
GyreLocator *gyre_origin_locate   (const GyreOrigin *origin,
                                   guint             line,
                                   guint             column);

void         gyre_setting_link    (GyreSetting     **strongest,
                                   GyreSetting      *setting);
gboolean     gyre_setting_is_stronger (const GyreSetting *left,
                                       const GyreSetting *right);
GyreSetting *gyre_setting_merge   (GyreSetting      *left,
                                   GyreSetting      *right);

static inline gsize
gyre_setting_get_size (gsize value_length)
{
  return (sizeof (GyreSetting) + value_length + 1 + 7) & ~(gsize) 7;
}
