/* gyre-setting.h: One thing that was said, and where
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-locator.h"
#include "gyre-priority.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreSetting:
 *
 * One thing that was said: a key, the text of a value, how much weight it has, where the key and the value stand, and the
 * conditions under which it holds.
 *
 * A setting belongs to its [struct@Gyre.Settings] and lives as long: nothing that was said is ever forgotten, so a plain
 * pointer stays good while the store is there. [method@Gyre.Setting.ref] keeps the whole store. (A setting that is still
 * in a [struct@Gyre.Batch] goes when the batch is dropped: do not keep it.) Any thread may read a setting.
 *
 * Since: 0.1
 */
typedef struct _GyreSetting GyreSetting;

/**
 * GyreSettingOperator:
 * @GYRE_SETTING_ASSIGN: `=`: the value takes the place of what there was
 * @GYRE_SETTING_APPEND: `+=`: its elements come behind those that there are
 * @GYRE_SETTING_REMOVE: `-=`: its elements are taken out
 * @GYRE_SETTING_PREPEND: `^=`: its elements come before those that there are
 *
 * What a setting does with what weaker ones said of the same key. All but the first are for lists, sets and mappings.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_SETTING_ASSIGN,
  GYRE_SETTING_APPEND,
  GYRE_SETTING_REMOVE,
  GYRE_SETTING_PREPEND,
} GyreSettingOperator;

const char   *gyre_setting_operator_to_string     (GyreSettingOperator operator);

#define GYRE_TYPE_SETTING (gyre_setting_get_type ())
GType         gyre_setting_get_type               (void);

GyreSetting  *gyre_setting_ref                    (GyreSetting  *setting);
void          gyre_setting_unref                  (GyreSetting  *setting);

char         *gyre_setting_dup_key                (GyreSetting  *setting);
char         *gyre_setting_dup_written_key        (GyreSetting  *setting);
char         *gyre_setting_dup_component          (GyreSetting  *setting);
const char   *gyre_setting_get_fragment           (GyreSetting  *setting);
guint         gyre_setting_get_node               (GyreSetting  *setting);
const char   *gyre_setting_get_value              (GyreSetting  *setting);
gsize         gyre_setting_get_value_length       (GyreSetting  *setting);

GyreSettingOperator gyre_setting_get_operator     (GyreSetting  *setting);

GyrePriority  gyre_setting_get_priority           (GyreSetting  *setting);
GyreCategory  gyre_setting_get_category           (GyreSetting  *setting);
guint         gyre_setting_get_rank               (GyreSetting  *setting);
GyreSetting  *gyre_setting_get_shadowed           (GyreSetting  *setting);
gboolean      gyre_setting_is_withdrawn           (GyreSetting  *setting);

GyreLocator  *gyre_setting_dup_locator            (GyreSetting  *setting);
GyreLocator  *gyre_setting_dup_key_locator        (GyreSetting  *setting);

guint         gyre_setting_get_conditions         (GyreSetting  *setting);
void          gyre_setting_dup_condition          (GyreSetting  *setting,
                                                   guint         index,
                                                   char        **name,
                                                   char        **family);
GyreLocator  *gyre_setting_dup_condition_locator  (GyreSetting  *setting,
                                                   guint         index);

void          gyre_setting_mark_used              (GyreSetting  *setting);
gboolean      gyre_setting_is_used                (GyreSetting  *setting);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreSetting, gyre_setting_unref)

GYRE_END_DECLARATIONS
