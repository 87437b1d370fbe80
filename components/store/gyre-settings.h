/* gyre-settings.h: The tree of everything that was said
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-setting.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreSettings:
 *
 * The tree of everything that was said about families, instances and packages that exist or may exist one day. A node is a
 * dotted name; it is a number (0 for nowhere, 1 for the root) that never changes. The settings of a node form a chain,
 * strongest first; settings that hold under conditions stand in the same chain, and whoever asks judges them.
 *
 * Order of calls: fill it through a [struct@Gyre.Batch] (or [method@Gyre.Settings.insert] for a single setting); find the
 * node of a component; look at its children; choose each one's setting; mark what was used.
 *
 * Counted. Any thread may do anything at any time. The lock inside is a leaf: it is never held while a function of the
 * caller runs. Walks that call back first note the nodes or settings to be visited, which stay good as nothing is ever
 * removed; what arrives meanwhile is not visited, and the callback may use and change the store.
 *
 * Since: 0.1
 */
typedef struct _GyreSettings GyreSettings;

#define GYRE_SETTINGS_NOWHERE 0
#define GYRE_SETTINGS_ROOT 1

/**
 * GyreConditionFunction:
 * @name: the dotted name of an instance
 * @family: the family that the instance must be of
 * @data: the caller's data
 *
 * Judges one condition.
 *
 * Returns: whether the condition holds
 *
 * Since: 0.1
 */
typedef gboolean (*GyreConditionFunction) (const char *name,
                                           const char *family,
                                           gpointer    data);

/**
 * GyreNodeFunction:
 * @settings: the store
 * @node: a node
 * @fragment: the last part of the node's name
 * @winner: (nullable): the strongest unconditional setting of the node
 * @data: the caller's data
 *
 * Visits a node.
 *
 * Since: 0.1
 */
typedef void (*GyreNodeFunction) (GyreSettings *settings,
                                  guint         node,
                                  const char   *fragment,
                                  GyreSetting  *winner,
                                  gpointer      data);

/**
 * GyreSettingFunction:
 * @setting: a setting
 * @data: the caller's data
 *
 * Visits a setting.
 *
 * Since: 0.1
 */
typedef void (*GyreSettingFunction) (GyreSetting *setting,
                                     gpointer     data);

#define GYRE_TYPE_SETTINGS (gyre_settings_get_type ())
GType         gyre_settings_get_type            (void);

GyreSettings *gyre_settings_new                 (void);
GyreSettings *gyre_settings_ref                 (GyreSettings           *settings);
void          gyre_settings_unref               (GyreSettings           *settings);

GyreSetting  *gyre_settings_insert              (GyreSettings           *settings,
                                                 GyreCategory            category,
                                                 const char             *key,
                                                 const char             *value,
                                                 GyreLocator            *locator);
GyrePriority  gyre_settings_next_priority       (GyreSettings           *settings,
                                                 GyreCategory            category);
gboolean      gyre_settings_alias               (GyreSettings           *settings,
                                                 const char             *alias,
                                                 const char             *target,
                                                 GError                **error);

guint         gyre_settings_find                (GyreSettings           *settings,
                                                 const char             *name);
guint         gyre_settings_find_child          (GyreSettings           *settings,
                                                 guint                   node,
                                                 const char             *name);
guint         gyre_settings_get_parent          (GyreSettings           *settings,
                                                 guint                   node);
const char   *gyre_settings_get_fragment        (GyreSettings           *settings,
                                                 guint                   node);
char         *gyre_settings_dup_name            (GyreSettings           *settings,
                                                 guint                   node);
guint         gyre_settings_get_length          (GyreSettings           *settings);

GyreSetting  *gyre_settings_get_strongest       (GyreSettings           *settings,
                                                 guint                   node);
GyreSetting  *gyre_settings_get_winner          (GyreSettings           *settings,
                                                 guint                   node);
GyreSetting  *gyre_settings_choose              (GyreSettings           *settings,
                                                 guint                   node,
                                                 GyreConditionFunction   judge,
                                                 gpointer                data);

void          gyre_settings_foreach_child       (GyreSettings           *settings,
                                                 guint                   node,
                                                 GyreNodeFunction        function,
                                                 gpointer                data);
void          gyre_settings_foreach_node        (GyreSettings           *settings,
                                                 guint                   node,
                                                 GyreNodeFunction        function,
                                                 gpointer                data);
void          gyre_settings_foreach_conditional (GyreSettings           *settings,
                                                 guint                   node,
                                                 GyreSettingFunction     function,
                                                 gpointer                data);
void          gyre_settings_foreach             (GyreSettings           *settings,
                                                 GyreSettingFunction     function,
                                                 gpointer                data);
void          gyre_settings_foreach_unused      (GyreSettings           *settings,
                                                 GyreSettingFunction     function,
                                                 gpointer                data);
char         *gyre_settings_suggest_child       (GyreSettings           *settings,
                                                 guint                   node,
                                                 const char             *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreSettings, gyre_settings_unref)

GYRE_END_DECLARATIONS
