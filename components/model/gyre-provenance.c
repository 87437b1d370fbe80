/* gyre-provenance.c: Who said a value, in sixteen bytes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-provenance-private.h"
#include "gyre-setting-private.h"

GyreProvenance
gyre_provenance_of_locator (GyreCategory category, GyreLocator *locator)
{
  GyreProvenance provenance = { .category = category, .kind = GYRE_SOURCE_LOCATOR };

  provenance.source = locator != NULL ? gyre_locator_ref (locator) : gyre_locator_new_default (NULL, 0);
  return provenance;
}

GyreProvenance
gyre_provenance_of_setting (GyreSetting *setting)
{
  GyrePriority priority = gyre_setting_get_priority (setting);

  return (GyreProvenance) {
    .category = priority.category, .conditional = priority.conditional, .rank = priority.rank,
    .kind = GYRE_SOURCE_SETTING, .source = setting, .is_pinned = gyre_setting_pin (setting),
  };
}

GyrePriority
gyre_provenance_get_priority (const GyreProvenance *provenance)
{
  if (!gyre_provenance_is_set (provenance))
    return GYRE_PRIORITY_NONE;
  return (GyrePriority) { provenance->category, provenance->conditional, provenance->rank };
}

/* Where the value was said; NULL where nobody knows. */
GyreLocator *
gyre_provenance_dup_locator (const GyreProvenance *provenance)
{
  switch (provenance->kind)
    {
    case GYRE_SOURCE_LOCATOR: return gyre_locator_ref ((GyreLocator *) provenance->source);
    case GYRE_SOURCE_ADDRESS:
      return provenance->source != NULL ? gyre_locator_new_address (provenance->source)
                                        : gyre_locator_new_source ("g_object_set", 0, NULL);
    case GYRE_SOURCE_SETTING: return gyre_setting_dup_locator ((GyreSetting *) provenance->source);
    case GYRE_SOURCE_NONE:
    default: return NULL;
    }
}

GyreProvenance
gyre_provenance_copy (const GyreProvenance *provenance)
{
  if (provenance->kind == GYRE_SOURCE_LOCATOR)
    gyre_locator_ref ((GyreLocator *) provenance->source);
  else if (provenance->is_pinned)
    gyre_setting_pin ((GyreSetting *) provenance->source);
  return *provenance;
}

void
gyre_provenance_clear (GyreProvenance *provenance)
{
  if (provenance->kind == GYRE_SOURCE_LOCATOR)
    gyre_locator_unref ((GyreLocator *) provenance->source);
  else if (provenance->is_pinned)
    gyre_setting_unpin ((GyreSetting *) provenance->source);
  *provenance = (GyreProvenance) { .kind = GYRE_SOURCE_NONE };
}
