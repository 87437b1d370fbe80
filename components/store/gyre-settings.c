/* gyre-settings.c: The tree of everything that was said
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Three parts: the nodes, the journal that holds the settings in the order in which they were said, and the chains that
 * lead from a node to its settings. Nothing is ever moved; that is what makes walks without the lock safe. What a load
 * withdraws leaves the chains, has no `weakest` any more, and stays where it is until its version expires.
 */
#include "gyre-settings.h"
#include "gyre-name.h"
#include "gyre-nameserver.h"
#include "gyre-settings-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (GyreSettings, gyre_settings, gyre_settings_ref, gyre_settings_unref)

/**
 * gyre_settings_new:
 *
 * Returns: (transfer full): an empty store
 *
 * Since: 0.1
 */
GyreSettings *
gyre_settings_new (void)
{
  GyreSettings *self = g_new0 (GyreSettings, 1);

  self->references = 1;
  g_mutex_init (&self->mutex);
  gyre_nodes_init (&self->nodes);
  self->origins = g_ptr_array_new_with_free_func ((GDestroyNotify) gyre_origin_free);
  self->loads = g_array_new (FALSE, FALSE, sizeof (GyreLoad));
  return self;
}

/**
 * gyre_settings_ref: (skip)
 * @settings: a store
 *
 * Returns: (transfer full): @settings
 *
 * Since: 0.1
 */
GyreSettings *
gyre_settings_ref (GyreSettings *settings)
{
  g_return_val_if_fail (settings != NULL, NULL);
  g_atomic_int_inc (&settings->references);
  return settings;
}

/**
 * gyre_settings_unref: (skip)
 * @settings: (transfer full): a store
 *
 * Since: 0.1
 */
void
gyre_settings_unref (GyreSettings *settings)
{
  g_return_if_fail (settings != NULL);
  if (!g_atomic_int_dec_and_test (&settings->references))
    return;
  gyre_journal_clear (&settings->journal);
  g_ptr_array_unref (settings->origins);
  for (guint index = 0; index < settings->loads->len; index++)
    g_clear_pointer (&g_array_index (settings->loads, GyreLoad, index).version, gyre_version_free);
  g_array_unref (settings->loads);
  g_queue_clear_full (&settings->versions, gyre_version_free);
  gyre_nodes_clear (&settings->nodes);
  g_mutex_clear (&settings->mutex);
  g_free (settings);
}

/* With the lock held: gives a setting its rank and its place in the chain of its node. */
void
gyre_settings_link (GyreSettings *self, GyreSetting *setting)
{
  guint32 node = gyre_nodes_resolve (&self->nodes, setting->node);

  setting->rank = ++self->ranks[setting->origin->category];
  gyre_setting_link (&gyre_nodes_get (&self->nodes, node)->strongest, setting);
  gyre_nodes_show (&self->nodes, node);
}

/**
 * gyre_settings_insert:
 * @settings: the store
 * @category: who says it
 * @key: a dotted key
 * @value: the text of the value
 * @locator: (nullable): where it is said
 *
 * Says one thing. What comes from a file or a command line goes through a [struct@Gyre.Batch].
 *
 * Returns: (transfer none): the setting
 *
 * Since: 0.1
 */
GyreSetting *
gyre_settings_insert (GyreSettings *settings, GyreCategory category, const char *key, const char *value, GyreLocator *locator)
{
  g_autoptr (GMutexLocker) locker = NULL;
  GyreSetting *setting;

  g_return_val_if_fail (settings != NULL && key != NULL && value != NULL, NULL);
  g_return_val_if_fail (category >= 0 && category < GYRE_CATEGORIES, NULL);
  g_return_val_if_fail (strlen (value) <= GYRE_SETTING_MAXIMUM_LENGTH, NULL);

  locker = g_mutex_locker_new (&settings->mutex);
  setting = gyre_journal_append (&settings->journal, value, strlen (value));
  setting->origin = gyre_origin_new (settings, category);
  setting->origin->locator = locator != NULL ? gyre_locator_ref (locator) : NULL;
  g_ptr_array_add (settings->origins, setting->origin);
  setting->node = gyre_nodes_add (&settings->nodes, GYRE_NODE_ROOT, key, strlen (key));
  gyre_settings_link (settings, setting);
  return setting;
}

/**
 * gyre_settings_next_priority: (skip)
 * @settings: the store
 * @category: who says it
 *
 * Takes the next rank of a category, for a value that is kept elsewhere.
 *
 * Returns: a priority that beats everything said in @category so far without conditions
 *
 * Since: 0.1
 */
GyrePriority
gyre_settings_next_priority (GyreSettings *settings, GyreCategory category)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (settings != NULL && category >= 0 && category < GYRE_CATEGORIES, GYRE_PRIORITY_NONE);
  locker = g_mutex_locker_new (&settings->mutex);
  return (GyrePriority) { .category = category, .rank = ++settings->ranks[category] };
}

static gboolean
merge_names (GyreSettings *self, const char *alias, const char *target, GError **error)
{
  guint32 from = gyre_nodes_add (&self->nodes, GYRE_NODE_ROOT, alias, strlen (alias));
  guint32 to = gyre_nodes_add (&self->nodes, GYRE_NODE_ROOT, target, strlen (target));

  to = gyre_nodes_resolve (&self->nodes, to);
  if (gyre_nodes_resolve (&self->nodes, from) == to)
    return TRUE;
  if (gyre_nodes_get (&self->nodes, from)->moved)
    {
      g_set_error (error, GYRE_NAME_ERROR, GYRE_NAME_ERROR_TAKEN,
                   "'%s': must stand for one name, stands for another one than '%s' already", alias, target);
      return FALSE;
    }
  if (!gyre_nodes_merge (&self->nodes, from, to))
    {
      g_set_error (error, GYRE_NAME_ERROR, GYRE_NAME_ERROR_INVALID,
                   "'%s': an alias and its name must not lie within each other, '%s' does", alias, target);
      return FALSE;
    }
  return TRUE;
}

/**
 * gyre_settings_alias:
 * @settings: the store
 * @alias: a dotted name
 * @target: the dotted name that it stands for from now on
 * @error: where to put a [error@Gyre.NameError]
 *
 * Makes @alias and everything below it stand for @target. What was said about both before becomes one chain in the order of
 * priority, as if it had been said about @target.
 *
 * Returns: whether it does; if not, nothing has changed
 *
 * Since: 0.1
 */
gboolean
gyre_settings_alias (GyreSettings *settings, const char *alias, const char *target, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (settings != NULL && alias != NULL && target != NULL, FALSE);
  locker = g_mutex_locker_new (&settings->mutex);
  return merge_names (settings, alias, target, error);
}

/* With the lock held: what a number that a caller gave stands for, nowhere if it is none. */
guint32
gyre_settings_check_node (GyreSettings *self, guint node)
{
  if (node == GYRE_NODE_NONE || node >= self->nodes.length)
    return GYRE_NODE_NONE;
  return gyre_nodes_resolve (&self->nodes, node);
}

/**
 * gyre_settings_find:
 * @settings: the store
 * @name: a dotted name
 *
 * Returns: the node, [const@Gyre.SETTINGS_NOWHERE] if nothing was said about it or anything below it
 *
 * Since: 0.1
 */
guint
gyre_settings_find (GyreSettings *settings, const char *name)
{
  return gyre_settings_find_child (settings, GYRE_SETTINGS_ROOT, name);
}

/**
 * gyre_settings_find_child:
 * @settings: the store
 * @node: a node
 * @name: a name below it, dotted for more than one level
 *
 * Returns: the node, [const@Gyre.SETTINGS_NOWHERE] if nothing was said about it or anything below it
 *
 * Since: 0.1
 */
guint
gyre_settings_find_child (GyreSettings *settings, guint node, const char *name)
{
  g_autoptr (GMutexLocker) locker = NULL;
  guint32 child = GYRE_NODE_NONE;

  g_return_val_if_fail (settings != NULL && name != NULL, GYRE_SETTINGS_NOWHERE);
  locker = g_mutex_locker_new (&settings->mutex);
  node = gyre_settings_check_node (settings, node);
  if (node != GYRE_NODE_NONE)
    child = gyre_nodes_find (&settings->nodes, node, name, strlen (name));
  if (child == GYRE_NODE_NONE)
    return GYRE_SETTINGS_NOWHERE;
  child = gyre_nodes_resolve (&settings->nodes, child);
  return gyre_nodes_get (&settings->nodes, child)->shown ? child : GYRE_SETTINGS_NOWHERE;
}

/**
 * gyre_settings_get_parent:
 * @settings: the store
 * @node: a node
 *
 * Returns: the node above it, [const@Gyre.SETTINGS_NOWHERE] above the root
 *
 * Since: 0.1
 */
guint
gyre_settings_get_parent (GyreSettings *settings, guint node)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (settings != NULL, GYRE_SETTINGS_NOWHERE);
  locker = g_mutex_locker_new (&settings->mutex);
  if (node >= settings->nodes.length)
    return GYRE_SETTINGS_NOWHERE;
  return gyre_settings_check_node (settings, gyre_nodes_get (&settings->nodes, node)->parent);
}

/**
 * gyre_settings_get_fragment:
 * @settings: the store
 * @node: a node
 *
 * Returns: (transfer none): the last part of its name, which stays good as long as the store; empty for the root
 *
 * Since: 0.1
 */
const char *
gyre_settings_get_fragment (GyreSettings *settings, guint node)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (settings != NULL, NULL);
  locker = g_mutex_locker_new (&settings->mutex);
  if (node >= settings->nodes.length)
    return "";
  return gyre_fragments_get_text (settings->nodes.fragments, gyre_nodes_get (&settings->nodes, node)->fragment, NULL);
}

/**
 * gyre_settings_dup_name:
 * @settings: the store
 * @node: a node
 *
 * Returns: (transfer full): its dotted name
 *
 * Since: 0.1
 */
char *
gyre_settings_dup_name (GyreSettings *settings, guint node)
{
  g_autoptr (GMutexLocker) locker = NULL;
  GString *text;

  g_return_val_if_fail (settings != NULL, NULL);
  text = g_string_new (NULL);
  locker = g_mutex_locker_new (&settings->mutex);
  gyre_nodes_append_name (&settings->nodes, gyre_settings_check_node (settings, node), text);
  return g_string_free (text, FALSE);
}

/**
 * gyre_settings_get_length:
 * @settings: the store
 *
 * Returns: how many things were said, without those that were withdrawn
 *
 * Since: 0.1
 */
guint
gyre_settings_get_length (GyreSettings *settings)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (settings != NULL, 0);
  locker = g_mutex_locker_new (&settings->mutex);
  return settings->journal.length - settings->withdrawn;
}

/**
 * gyre_settings_get_strongest:
 * @settings: the store
 * @node: a node
 *
 * Returns: (transfer none) (nullable): the strongest setting of the node, whether it holds or not: the head of the chain
 *   that [method@Gyre.Setting.get_shadowed] leads along
 *
 * Since: 0.1
 */
GyreSetting *
gyre_settings_get_strongest (GyreSettings *settings, guint node)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (settings != NULL, NULL);
  locker = g_mutex_locker_new (&settings->mutex);
  node = gyre_settings_check_node (settings, node);
  return node != GYRE_NODE_NONE ? gyre_nodes_get (&settings->nodes, node)->strongest : NULL;
}

/* With the lock held: the strongest setting that has no conditions. Those with conditions are skipped by weight. */
static GyreSetting *
find_unconditional (GyreSettings *self, guint32 node)
{
  GyreSetting *setting = node != GYRE_NODE_NONE ? gyre_nodes_get (&self->nodes, node)->strongest : NULL;

  while (setting != NULL && setting->origin->conditions > 0)
    setting = setting->weakest->shadowed;
  return setting;
}

/**
 * gyre_settings_get_winner:
 * @settings: the store
 * @node: a node
 *
 * Returns: (transfer none) (nullable): the strongest setting of the node that holds without conditions
 *
 * Since: 0.1
 */
GyreSetting *
gyre_settings_get_winner (GyreSettings *settings, guint node)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (settings != NULL, NULL);
  locker = g_mutex_locker_new (&settings->mutex);
  return find_unconditional (settings, gyre_settings_check_node (settings, node));
}

/* Without the lock: whether all conditions hold; the outermost is asked last. */
static gboolean
judge_setting (GyreSetting *setting, GyreConditionFunction judge, gpointer data)
{
  const GyreOrigin *condition = setting->origin;

  for (; condition != NULL && condition->conditions > 0; condition = condition->outer)
    {
      g_autofree char *name = gyre_settings_dup_name (condition->settings, condition->node);

      if (!judge (name, condition->family, data))
        return FALSE;
    }
  return TRUE;
}

/**
 * gyre_settings_choose:
 * @settings: the store
 * @node: a node
 * @judge: (scope call): judges a condition; called without the lock
 * @data: for @judge
 *
 * Finds the strongest setting of a node all of whose conditions hold.
 *
 * Returns: (transfer none) (nullable): the setting
 *
 * Since: 0.1
 */
GyreSetting *
gyre_settings_choose (GyreSettings *settings, guint node, GyreConditionFunction judge, gpointer data)
{
  GyreSetting *setting;

  g_return_val_if_fail (settings != NULL && judge != NULL, NULL);
  setting = gyre_settings_get_strongest (settings, node);
  while (setting != NULL && !judge_setting (setting, judge, data))
    setting = gyre_setting_get_shadowed (setting);
  return setting;
}
