/* gyre-descriptor.h: What can be harvested from a declaration
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-locator.h"

GYRE_BEGIN_DECLARATIONS

typedef struct _GyreRequirement GyreRequirement;

/**
 * GyreDescriptorSort:
 * @GYRE_DESCRIPTOR_PROPERTY: a value
 * @GYRE_DESCRIPTOR_FACILITY: another component
 * @GYRE_DESCRIPTOR_BEHAVIOR: something that can be called
 *
 * The three sorts of traits.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_DESCRIPTOR_PROPERTY,
  GYRE_DESCRIPTOR_FACILITY,
  GYRE_DESCRIPTOR_BEHAVIOR,
} GyreDescriptorSort;

/**
 * GyreDescriptor:
 *
 * A named member of a class or interface that the harvest finds: the common head of all traits. A descriptor belongs to
 * exactly one class record and lives as long as the process. After its class was made nobody changes it, so any thread may
 * read it.
 *
 * Since: 0.1
 */
typedef struct _GyreDescriptor GyreDescriptor;

struct _GyreDescriptor
{
  /*< private >*/
  const char *name;          /* canonical: words with dashes */
  const char *identifier;    /* as the declaration spells it, with underscores */
  const char *aliases;       /* separated by commas; blanks inside an alias count */
  const char *summary;
  const char *description;
  const char *deprecated_since;
  GyreRequirement *owner;    /* NULL until a record takes it */
  guint16 index;             /* the slot in its class and in every class derived from it */
  guint8 sort;               /* a GyreDescriptorSort */
};

#define GYRE_TYPE_DESCRIPTOR (gyre_descriptor_get_type ())
GType gyre_descriptor_get_type (void);

const char         *gyre_descriptor_get_name             (const GyreDescriptor *descriptor);
GyreDescriptorSort  gyre_descriptor_get_sort             (const GyreDescriptor *descriptor);
GStrv               gyre_descriptor_dup_aliases          (const GyreDescriptor *descriptor);
const char         *gyre_descriptor_get_summary          (const GyreDescriptor *descriptor);
const char         *gyre_descriptor_get_description      (const GyreDescriptor *descriptor);
const char         *gyre_descriptor_get_deprecated_since (const GyreDescriptor *descriptor);
GyreRequirement    *gyre_descriptor_get_owner            (const GyreDescriptor *descriptor);

GYRE_END_DECLARATIONS
