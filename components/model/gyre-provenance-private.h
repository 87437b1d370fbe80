/* gyre-provenance-private.h: Who said a value, in sixteen bytes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Every value of a class and every value that an instance was given has one. A value that code has set keeps the address that
 * the setter was called from: that costs one store, and becomes file and line when somebody asks.
 */
#pragma once

#include "gyre-locator.h"
#include "gyre-priority.h"
#include "gyre-setting.h"

typedef enum
{
  GYRE_SOURCE_NONE,
  GYRE_SOURCE_LOCATOR,   /* a GyreLocator, owned */
  GYRE_SOURCE_ADDRESS,   /* an address of code */
  GYRE_SOURCE_SETTING,   /* a GyreSetting, pinned */
} GyreSourceKind;

/* The kinds that hold something are odd. */
#define GYRE_SOURCE_OWNS 1

/* Through whom a value came to an instance that said nothing itself. */
typedef enum
{
  GYRE_MEDIATOR_NONE,
  GYRE_MEDIATOR_CLASS,
  GYRE_MEDIATOR_HOST,    /* what the class of a component says of its parts: more special than what theirs says */
} GyreMediator;

typedef struct
{
  gint8 category;
  guint8 conditional;
  guint8 kind;           /* a GyreSourceKind */
  guint8 from_class : 4; /* of an instance: a GyreMediator */
  guint8 is_pinned : 4;  /* of a setting: that it can go when nobody keeps it */
  guint32 rank;
  gconstpointer source;
} GyreProvenance;

static inline GyreProvenance
gyre_provenance_of_address (gconstpointer address)
{
  return (GyreProvenance) { .category = GYRE_CATEGORY_EXPLICIT, .kind = GYRE_SOURCE_ADDRESS, .source = address };
}

static inline gboolean
gyre_provenance_is_set (const GyreProvenance *provenance)
{
  return provenance->kind != GYRE_SOURCE_NONE;
}

GyreProvenance gyre_provenance_of_locator   (GyreCategory          category,
                                             GyreLocator          *locator);
GyreProvenance gyre_provenance_of_setting   (GyreSetting          *setting);
GyrePriority   gyre_provenance_get_priority (const GyreProvenance *provenance);
GyreLocator   *gyre_provenance_dup_locator  (const GyreProvenance *provenance);
GyreProvenance gyre_provenance_copy         (const GyreProvenance *provenance);
void           gyre_provenance_clear        (GyreProvenance       *provenance);
