/* gyre-composition-private.h: What several settings say of one list together
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A composition starts from the text of a whole value and takes one setting after the other, the weakest first. It knows of
 * each element who said it. It is made when it is needed and kept nowhere: the settings never go away.
 */
#pragma once

#include "gyre-provenance-private.h"
#include "gyre-setting-chooser-private.h"

typedef struct _GyreComposition GyreComposition;

gboolean         gyre_composition_is_possible  (const GyreTrait      *trait);
gboolean         gyre_composition_check        (const GyreTrait      *trait,
                                                GyreSettingOperator   operator,
                                                GError              **error);
GyreComposition *gyre_composition_new          (const GyreTrait      *trait);
void             gyre_composition_free         (GyreComposition      *self);
gboolean         gyre_composition_start        (GyreComposition      *self,
                                                const char           *text,
                                                const GyreProvenance *provenance,
                                                GError              **error);
gboolean         gyre_composition_apply        (GyreComposition      *self,
                                                const GyreSettingLink *link,
                                                GError              **error);
gboolean         gyre_composition_apply_chain  (GyreComposition      *self,
                                                GArray               *chain,
                                                guint                 first,
                                                GyreSetting         **culprit,
                                                GError              **error);
guint            gyre_composition_get_length   (GyreComposition      *self);
char            *gyre_composition_dup_text     (GyreComposition      *self);
GyreLocator     *gyre_composition_dup_locator  (GyreComposition      *self,
                                                guint                 index);
GyreLocator     *gyre_composition_dup_key_locator (GyreComposition   *self,
                                                const char           *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreComposition, gyre_composition_free)
