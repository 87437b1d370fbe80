/* gyre-settings-walk.c: Walks over everything that was said
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A walk notes what it will visit while it has the lock, and calls back without it.
 */
#include "gyre-settings.h"
#include "gyre-name.h"
#include "gyre-nameserver.h"
#include "gyre-settings-private.h"
#include <string.h>

static GArray *
list_children (GyreSettings *self, guint node)
{
  GArray *children = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GMutexLocker) locker = NULL;

  locker = g_mutex_locker_new (&self->mutex);
  node = gyre_settings_check_node (self, node);
  if (node == GYRE_NODE_NONE)
    return children;
  for (guint32 child = gyre_nodes_get_first (&self->nodes, node); child != 0; child = gyre_nodes_get_next (&self->nodes, child))
    g_array_append_val (children, child);
  return children;
}

/* Every node below @node about which something was said: a node before its children, children as they were first shown. */
static GArray *
list_nodes (GyreSettings *self, guint node)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GMutexLocker) locker = NULL;
  GyreNodes *nodes = &self->nodes;
  guint32 top, place;

  locker = g_mutex_locker_new (&self->mutex);
  top = gyre_settings_check_node (self, node);
  place = top;
  while (place != GYRE_NODE_NONE)
    {
      guint32 next = gyre_nodes_get_first (nodes, place);

      if (gyre_nodes_get (nodes, place)->strongest != NULL)
        g_array_append_val (list, place);
      for (; next == 0 && place != top; place = gyre_nodes_get (nodes, place)->parent)
        next = gyre_nodes_get_next (nodes, place);
      place = next;
    }
  return list;
}

static void
visit_nodes (GyreSettings *self, GArray *list, GyreNodeFunction function, gpointer data)
{
  for (guint index = 0; index < list->len; index++)
    {
      guint32 node = g_array_index (list, guint32, index);

      function (self, node, gyre_settings_get_fragment (self, node), gyre_settings_get_winner (self, node), data);
    }
}

/**
 * gyre_settings_foreach_child:
 * @settings: the store
 * @node: a node
 * @function: (scope call): visits a node; called without the lock
 * @data: for @function
 *
 * Visits the children of a node in the order in which they were first mentioned.
 *
 * Since: 0.1
 */
void
gyre_settings_foreach_child (GyreSettings *settings, guint node, GyreNodeFunction function, gpointer data)
{
  g_autoptr (GArray) children = NULL;

  g_return_if_fail (settings != NULL && function != NULL);
  children = list_children (settings, node);
  visit_nodes (settings, children, function, data);
}

/**
 * gyre_settings_foreach_node:
 * @settings: the store
 * @node: a node, or the root
 * @function: (scope call): visits a node; called without the lock
 * @data: for @function
 *
 * Visits every node at or below @node that has settings, in the order of a dump: a node, then its children in the order in
 * which they were first mentioned.
 *
 * Since: 0.1
 */
void
gyre_settings_foreach_node (GyreSettings *settings, guint node, GyreNodeFunction function, gpointer data)
{
  g_autoptr (GArray) list = NULL;

  g_return_if_fail (settings != NULL && function != NULL);
  list = list_nodes (settings, node);
  visit_nodes (settings, list, function, data);
}

/**
 * gyre_settings_foreach_conditional:
 * @settings: the store
 * @node: the node of a component
 * @function: (scope call): visits a setting; called without the lock
 * @data: for @function
 *
 * Visits the settings of the component's traits that hold under conditions: trait by trait in the order of first mention, the
 * strongest first.
 *
 * Since: 0.1
 */
void
gyre_settings_foreach_conditional (GyreSettings *settings, guint node, GyreSettingFunction function, gpointer data)
{
  g_autoptr (GArray) children = NULL;

  g_return_if_fail (settings != NULL && function != NULL);
  children = list_children (settings, node);
  for (guint index = 0; index < children->len; index++)
    {
      GyreSetting *setting = gyre_settings_get_strongest (settings, g_array_index (children, guint32, index));

      for (; setting != NULL; setting = gyre_setting_get_shadowed (setting))
        if (setting->origin->conditions > 0)
          function (setting, data);
    }
}

static void
visit_settings (GyreSettings *self, gboolean used_too, GyreSettingFunction function, gpointer data)
{
  GyreJournalCursor cursor = { NULL, 0 };
  GyreJournalCursor end;

  g_mutex_lock (&self->mutex);
  self->visits++;
  end = gyre_journal_get_end (&self->journal);
  while (TRUE)
    {
      GyreSetting *setting;

      do
        setting = gyre_journal_step (&self->journal, &cursor, &end);
      while (setting != NULL && setting->weakest == NULL);
      if (setting == NULL)
        break;
      g_mutex_unlock (&self->mutex);
      if (used_too || !gyre_setting_is_used (setting))
        function (setting, data);
      g_mutex_lock (&self->mutex);
    }
  self->visits--;
  g_mutex_unlock (&self->mutex);
}

/**
 * gyre_settings_foreach:
 * @settings: the store
 * @function: (scope call): visits a setting; called without the lock
 * @data: for @function
 *
 * Visits everything that was said and not withdrawn, in the order in which it became part of the store.
 *
 * Since: 0.1
 */
void
gyre_settings_foreach (GyreSettings *settings, GyreSettingFunction function, gpointer data)
{
  g_return_if_fail (settings != NULL && function != NULL);
  visit_settings (settings, TRUE, function, data);
}

/**
 * gyre_settings_foreach_unused:
 * @settings: the store
 * @function: (scope call): visits a setting; called without the lock
 * @data: for @function
 *
 * Visits, in the same order, what nobody has taken into account.
 *
 * Since: 0.1
 */
void
gyre_settings_foreach_unused (GyreSettings *settings, GyreSettingFunction function, gpointer data)
{
  g_return_if_fail (settings != NULL && function != NULL);
  visit_settings (settings, FALSE, function, data);
}

/**
 * gyre_settings_suggest_child:
 * @settings: the store
 * @node: a node
 * @word: a misspelt name of one of its children
 *
 * Returns: (transfer full) (nullable): a question such as `did you mean 'radius'?`
 *
 * Since: 0.1
 */
char *
gyre_settings_suggest_child (GyreSettings *settings, guint node, const char *word)
{
  g_autoptr (GArray) children = NULL;
  g_autoptr (GPtrArray) words = NULL;

  g_return_val_if_fail (settings != NULL && word != NULL, NULL);
  children = list_children (settings, node);
  words = g_ptr_array_new ();
  for (guint index = 0; index < children->len; index++)
    g_ptr_array_add (words, (gpointer) gyre_settings_get_fragment (settings, g_array_index (children, guint32, index)));
  g_ptr_array_add (words, NULL);
  return gyre_name_suggest (word, (const char * const *) words->pdata);
}
