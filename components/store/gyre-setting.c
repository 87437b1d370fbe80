/* gyre-setting.c: One thing that was said, and where
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A configuration may have a million settings, so one is 48 bytes and the text of its value. A locator is made when
 * somebody asks for it; what all settings of a section share stands once, in their origin.
 */
#include "gyre-setting.h"
#include "gyre-settings-private.h"

#include <string.h>

G_STATIC_ASSERT (GLIB_SIZEOF_VOID_P != 8 || sizeof (GyreSetting) == 48);

G_DEFINE_BOXED_TYPE (GyreSetting, gyre_setting, gyre_setting_ref, gyre_setting_unref)

/* The origin of settings in @settings that nothing is known about yet. */
GyreOrigin *
gyre_origin_new (GyreSettings *settings, GyreCategory category)
{
  GyreOrigin *self = g_new0 (GyreOrigin, 1);

  self->settings = settings;
  self->category = category;
  return self;
}

/* The same source; the conditions of @origin are those around the copy. */
GyreOrigin *
gyre_origin_copy (const GyreOrigin *origin)
{
  GyreOrigin *self = gyre_origin_new (origin->settings, origin->category);

  self->kind = origin->kind;
  self->source = origin->source;
  self->locator = origin->locator != NULL ? gyre_locator_ref (origin->locator) : NULL;
  self->through = origin->through != NULL ? gyre_locator_ref (origin->through) : NULL;
  self->file = origin->file != NULL ? g_ref_string_acquire (origin->file) : NULL;
  self->function = origin->function != NULL ? g_ref_string_acquire (origin->function) : NULL;
  return self;
}

void
gyre_origin_free (GyreOrigin *self)
{
  g_clear_pointer (&self->locator, gyre_locator_unref);
  g_clear_pointer (&self->through, gyre_locator_unref);
  g_clear_pointer (&self->file, g_ref_string_release);
  g_clear_pointer (&self->function, g_ref_string_release);
  g_free (self->family);
  g_free (self);
}

static GyreLocator *
locate_directly (const GyreOrigin *self, guint line, guint column)
{
  if (self->locator != NULL)
    return gyre_locator_ref (self->locator);
  switch ((GyreLocatorKind) self->kind)
    {
    case GYRE_LOCATOR_FILE:
      return gyre_locator_new_file (self->file, line, column);
    case GYRE_LOCATOR_ARGUMENT:
      return gyre_locator_new_argument (self->file, line, column);
    case GYRE_LOCATOR_ENVIRONMENT:
      return gyre_locator_new_variable (self->file, column);
    case GYRE_LOCATOR_SOURCE:
      return gyre_locator_new_source (self->file, line, self->function);
    case GYRE_LOCATOR_DEFAULT:
    default:
      return gyre_locator_new_default (self->file, line);
    }
}

/* The place in the source, and what the source came through. For an argument, the line is its position. */
GyreLocator *
gyre_origin_locate (const GyreOrigin *self, guint line, guint column)
{
  g_autoptr (GyreLocator) direct = locate_directly (self, line, column);

  return self->through != NULL ? gyre_locator_new_through (direct, self->through) : g_steal_pointer (&direct);
}

static inline int
get_weight (const GyreSetting *self)
{
  return self->origin->category * 2 + (self->origin->conditions > 0);
}

/* Puts a setting that is later than all others at its place in the chain. A chain may have a million settings; it is walked
 * in steps of one weight, of which there are no more than twenty. */
void
gyre_setting_link (GyreSetting **strongest, GyreSetting *setting)
{
  int weight = get_weight (setting);
  GyreSetting **link = strongest;

  while (*link != NULL && get_weight (*link) > weight)
    link = &(*link)->weakest->shadowed;
  setting->shadowed = *link;
  setting->weakest = *link != NULL && get_weight (*link) == weight ? (*link)->weakest : setting;
  *link = setting;
}

/* Settings of one rank are of one load: which of them is stronger their places tell, also of different keys. */
gboolean
gyre_setting_is_stronger (const GyreSetting *left, const GyreSetting *right)
{
  int difference = get_weight (left) - get_weight (right);

  if (difference != 0)
    return difference > 0;
  if (left->rank != right->rank)
    return left->rank > right->rank;
  if (left->origin->source != right->origin->source)
    return left->origin->source > right->origin->source;
  return left->key_line != right->key_line ? left->key_line > right->key_line : left->key_column > right->key_column;
}

/* Makes one chain of two, each in the order of priority. */
GyreSetting *
gyre_setting_merge (GyreSetting *left, GyreSetting *right)
{
  GyreSetting *merged = NULL;
  GyreSetting *group = NULL;
  GyreSetting **link = &merged;

  while (left != NULL || right != NULL)
    {
      GyreSetting **from = right == NULL || (left != NULL && gyre_setting_is_stronger (left, right)) ? &left : &right;
      GyreSetting *next = *from;

      *from = next->shadowed;
      *link = next;
      link = &next->shadowed;
      if (group == NULL || get_weight (group) != get_weight (next))
        group = next;
      group->weakest = next;
    }
  *link = NULL;
  return merged;
}

static GMutexLocker *
lock (const GyreSetting *self)
{
  return g_mutex_locker_new (&self->origin->settings->mutex);
}

static char *
dup_name (const GyreSetting *self, guint32 node, gboolean resolve)
{
  GyreNodes *nodes = &self->origin->settings->nodes;
  GString *text = g_string_new (NULL);
  g_autoptr (GMutexLocker) locker = NULL;

  locker = lock (self);
  gyre_nodes_append_name (nodes, resolve ? gyre_nodes_resolve (nodes, node) : node, text);
  return g_string_free (text, FALSE);
}

/**
 * gyre_setting_ref: (skip)
 * @setting: a setting
 *
 * Keeps @setting and its store. Without a reference a setting stays until its source has come in %GYRE_SETTINGS_GRACE more versions.
 *
 * Returns: (transfer full): @setting
 *
 * Since: 0.1
 */
GyreSetting *
gyre_setting_ref (GyreSetting *setting)
{
  g_return_val_if_fail (setting != NULL, NULL);
  gyre_settings_ref (setting->origin->settings);
  gyre_setting_pin (setting);
  return setting;
}

/**
 * gyre_setting_unref: (skip)
 * @setting: (transfer full): a setting
 *
 * Since: 0.1
 */
void
gyre_setting_unref (GyreSetting *setting)
{
  GyreSettings *settings;

  g_return_if_fail (setting != NULL);
  settings = setting->origin->settings;
  if (setting->origin->version != NULL)
    gyre_setting_unpin (setting);
  gyre_settings_unref (settings);
}

/**
 * gyre_setting_dup_key:
 * @setting: a setting
 *
 * Returns: (transfer full): the dotted key, with the names that aliases stand for
 *
 * Since: 0.1
 */
char *
gyre_setting_dup_key (GyreSetting *setting)
{
  g_return_val_if_fail (setting != NULL, NULL);
  return dup_name (setting, setting->node, TRUE);
}

/**
 * gyre_setting_dup_written_key:
 * @setting: a setting
 *
 * Returns: (transfer full): the dotted key, whose last part is the one that was written even if it is an alias
 *
 * Since: 0.1
 */
char *
gyre_setting_dup_written_key (GyreSetting *setting)
{
  g_return_val_if_fail (setting != NULL, NULL);
  return dup_name (setting, setting->node, FALSE);
}

/**
 * gyre_setting_dup_component:
 * @setting: a setting
 *
 * Returns: (transfer full): the dotted key without its last part: what the setting speaks of
 *
 * Since: 0.1
 */
char *
gyre_setting_dup_component (GyreSetting *setting)
{
  guint32 parent;

  g_return_val_if_fail (setting != NULL, NULL);
  parent = gyre_settings_get_parent (setting->origin->settings, setting->node);
  return dup_name (setting, parent, TRUE);
}

/**
 * gyre_setting_get_fragment:
 * @setting: a setting
 *
 * Returns: (transfer none): the last part of the key as it was written, such as the name or an alias of a trait
 *
 * Since: 0.1
 */
const char *
gyre_setting_get_fragment (GyreSetting *setting)
{
  g_return_val_if_fail (setting != NULL, NULL);
  return gyre_settings_get_fragment (setting->origin->settings, setting->node);
}

/**
 * gyre_setting_get_node:
 * @setting: a setting
 *
 * Returns: the node of its key in the store
 *
 * Since: 0.1
 */
guint
gyre_setting_get_node (GyreSetting *setting)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (setting != NULL, GYRE_SETTINGS_NOWHERE);
  locker = lock (setting);
  return gyre_nodes_resolve (&setting->origin->settings->nodes, setting->node);
}

/**
 * gyre_setting_get_value:
 * @setting: a setting
 *
 * Returns: (transfer none): the text of the value
 *
 * Since: 0.1
 */
const char *
gyre_setting_get_value (GyreSetting *setting)
{
  g_return_val_if_fail (setting != NULL, NULL);
  return setting->value;
}

/**
 * gyre_setting_get_value_length:
 * @setting: a setting
 *
 * Returns: how many bytes the value has; more than its text shows where there are zero bytes in it
 *
 * Since: 0.1
 */
gsize
gyre_setting_get_value_length (GyreSetting *setting)
{
  g_return_val_if_fail (setting != NULL, 0);
  return (guint) g_atomic_int_get (&setting->length) & GYRE_SETTING_MAXIMUM_LENGTH;
}

/**
 * gyre_setting_operator_to_string:
 * @operator: an operator
 *
 * Returns: (transfer none): how pfg and cfg write it: "=", "+=", "-=", "^="
 *
 * Since: 0.1
 */
const char *
gyre_setting_operator_to_string (GyreSettingOperator operator)
{
  static const char * const texts[] = { "=", "+=", "-=", "^=" };

  g_return_val_if_fail ((guint) operator < G_N_ELEMENTS (texts), NULL);
  return texts[operator];
}

/**
 * gyre_setting_get_operator:
 * @setting: a setting
 *
 * Returns: what it does with what weaker settings said of the same key
 *
 * Since: 0.1
 */
GyreSettingOperator
gyre_setting_get_operator (GyreSetting *setting)
{
  g_return_val_if_fail (setting != NULL, GYRE_SETTING_ASSIGN);
  return ((guint) g_atomic_int_get (&setting->length) >> GYRE_SETTING_OPERATOR_SHIFT) & 3;
}

/**
 * gyre_setting_get_priority: (skip)
 * @setting: a setting
 *
 * Returns: how much weight it has
 *
 * Since: 0.1
 */
GyrePriority
gyre_setting_get_priority (GyreSetting *setting)
{
  g_return_val_if_fail (setting != NULL, GYRE_PRIORITY_NONE);
  return (GyrePriority) {
    .category = setting->origin->category,
    .conditional = setting->origin->conditions > 0,
    .rank = setting->rank,
  };
}

/**
 * gyre_setting_get_category:
 * @setting: a setting
 *
 * Returns: who said it
 *
 * Since: 0.1
 */
GyreCategory
gyre_setting_get_category (GyreSetting *setting)
{
  g_return_val_if_fail (setting != NULL, GYRE_CATEGORY_UNINITIALIZED);
  return setting->origin->category;
}

/**
 * gyre_setting_get_rank:
 * @setting: a setting
 *
 * Returns: its order within the category, from 1; 0 while it is in a batch
 *
 * Since: 0.1
 */
guint
gyre_setting_get_rank (GyreSetting *setting)
{
  g_return_val_if_fail (setting != NULL, 0);
  return setting->rank;
}

/**
 * gyre_setting_get_shadowed:
 * @setting: a setting
 *
 * Finds what would be said without this setting. Settings that hold under conditions are in the chain, whether the
 * conditions hold or not.
 *
 * Returns: (transfer none) (nullable): the next weaker setting of the same key
 *
 * Since: 0.1
 */
GyreSetting *
gyre_setting_get_shadowed (GyreSetting *setting)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (setting != NULL, NULL);
  locker = lock (setting);
  return setting->shadowed;
}

/**
 * gyre_setting_is_withdrawn:
 * @setting: a setting
 *
 * Returns: whether its source has come in a later version, which took its place
 *
 * Since: 0.1
 */
gboolean
gyre_setting_is_withdrawn (GyreSetting *setting)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (setting != NULL, FALSE);
  locker = lock (setting);
  return setting->rank > 0 && setting->weakest == NULL;
}

/**
 * gyre_setting_dup_locator:
 * @setting: a setting
 *
 * Returns: (transfer full): where the value was said
 *
 * Since: 0.1
 */
GyreLocator *
gyre_setting_dup_locator (GyreSetting *setting)
{
  g_return_val_if_fail (setting != NULL, NULL);
  return gyre_origin_locate (setting->origin, setting->value_line, setting->value_column);
}

/**
 * gyre_setting_dup_key_locator:
 * @setting: a setting
 *
 * Returns: (transfer full): where the key was said
 *
 * Since: 0.1
 */
GyreLocator *
gyre_setting_dup_key_locator (GyreSetting *setting)
{
  g_return_val_if_fail (setting != NULL, NULL);
  return gyre_origin_locate (setting->origin, setting->key_line, setting->key_column);
}

/**
 * gyre_setting_get_conditions:
 * @setting: a setting
 *
 * Returns: how many conditions must hold for @setting to count
 *
 * Since: 0.1
 */
guint
gyre_setting_get_conditions (GyreSetting *setting)
{
  g_return_val_if_fail (setting != NULL, 0);
  return setting->origin->conditions;
}

static const GyreOrigin *
get_condition (GyreSetting *setting, guint index)
{
  const GyreOrigin *condition = setting->origin;

  while (condition->conditions > index + 1)
    condition = condition->outer;
  return condition;
}

/**
 * gyre_setting_dup_condition:
 * @setting: a setting
 * @index: which condition, the outermost section first
 * @name: (out) (optional) (transfer full): the dotted name of an instance
 * @family: (out) (optional) (transfer full): the family that it must be of, as written
 *
 * Tells one condition of @setting.
 *
 * Since: 0.1
 */
void
gyre_setting_dup_condition (GyreSetting *setting, guint index, char **name, char **family)
{
  const GyreOrigin *condition;

  g_return_if_fail (setting != NULL && index < setting->origin->conditions);
  condition = get_condition (setting, index);
  if (name != NULL)
    *name = dup_name (setting, condition->node, TRUE);
  if (family != NULL)
    *family = g_strdup (condition->family);
}

/**
 * gyre_setting_dup_condition_locator:
 * @setting: a setting
 * @index: which condition, the outermost section first
 *
 * Returns: (transfer full): where the condition was said
 *
 * Since: 0.1
 */
GyreLocator *
gyre_setting_dup_condition_locator (GyreSetting *setting, guint index)
{
  const GyreOrigin *condition;

  g_return_val_if_fail (setting != NULL && index < setting->origin->conditions, NULL);
  condition = get_condition (setting, index);
  return gyre_origin_locate (condition, condition->line, condition->column);
}

/**
 * gyre_setting_mark_used:
 * @setting: a setting
 *
 * Notes that somebody took the setting into account, whether it won or not.
 *
 * Since: 0.1
 */
void
gyre_setting_mark_used (GyreSetting *setting)
{
  g_return_if_fail (setting != NULL);
  g_atomic_int_or ((guint *) &setting->length, GYRE_SETTING_USED);
}

/**
 * gyre_setting_is_used:
 * @setting: a setting
 *
 * Returns: whether somebody took the setting into account
 *
 * Since: 0.1
 */
gboolean
gyre_setting_is_used (GyreSetting *setting)
{
  g_return_val_if_fail (setting != NULL, FALSE);
  return g_atomic_int_get (&setting->length) < 0;
}
