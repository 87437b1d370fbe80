/* gyre-load.c: Settings that can be said anew
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Ranks are numbers, and others keep some of them: those of later loads can't move to make room. So a load has the ranks
 * that its first version took, and at least one; when a later version has more settings, the last ones share the last rank,
 * and their order is told by where they stand in their sources.
 */
#include "gyre-load.h"
#include "gyre-batch-private.h"
#include "gyre-settings-private.h"

#include <string.h>

/* A key that the old version or the new one speaks of. */
typedef struct
{
  guint32 node;
  guint first;          /* what decided before: from here in the list of settings, strongest first */
  guint length;
  GyreSetting *fresh;   /* what the new version says: a chain */
} Touched;

typedef struct
{
  GyreSettings *settings;
  GyreLoad *load;
  GHashTable *positions;    /* of nodes in `touched` */
  GArray *touched;
  GPtrArray *before;
} Replacement;

/**
 * gyre_settings_new_load:
 * @settings: the store
 *
 * Takes the number of a load, which [method@Gyre.Batch.commit_load] fills. Its place in the order of precedence is that of
 * the first commit.
 *
 * Returns: a number, from 1
 *
 * Since: 0.1
 */
guint
gyre_settings_new_load (GyreSettings *settings)
{
  g_autoptr (GMutexLocker) locker = NULL;
  GyreLoad load = { 0 };

  g_return_val_if_fail (settings != NULL, 0);
  locker = g_mutex_locker_new (&settings->mutex);
  g_array_append_val (settings->loads, load);
  return settings->loads->len;
}

static gboolean
is_same_text (const char *left, const char *right)
{
  return g_strcmp0 (left, right) == 0;
}

static gboolean
is_same_locator (GyreLocator *left, GyreLocator *right)
{
  g_autofree char *left_text = NULL;
  g_autofree char *right_text = NULL;

  if (left == NULL || right == NULL)
    return left == right;
  left_text = gyre_locator_to_string (left);
  right_text = gyre_locator_to_string (right);
  return is_same_text (left_text, right_text) && gyre_locator_get_column (left) == gyre_locator_get_column (right);
}

/* Whether both speak of the same instances: their conditions, from the innermost outward. */
static gboolean
has_same_conditions (const GyreOrigin *left, const GyreOrigin *right)
{
  if (left->conditions != right->conditions)
    return FALSE;
  for (; left->conditions > 0; left = left->outer, right = right->outer)
    if (left->node != right->node || !is_same_text (left->family, right->family))
      return FALSE;
  return TRUE;
}

static gboolean
is_same_origin (const GyreOrigin *left, const GyreOrigin *right)
{
  if (!has_same_conditions (left, right) || left->kind != right->kind || !is_same_text (left->file, right->file)
      || !is_same_text (left->function, right->function) || !is_same_locator (left->locator, right->locator)
      || !is_same_locator (left->through, right->through))
    return FALSE;
  for (; left->conditions > 0; left = left->outer, right = right->outer)
    if (left->line != right->line || left->column != right->column)
      return FALSE;
  return TRUE;
}

/* Whether both say the same of their keys. */
static gboolean
is_same_value (GyreSetting *left, GyreSetting *right)
{
  gsize length = gyre_setting_get_value_length (left);

  return length == gyre_setting_get_value_length (right) && gyre_setting_get_operator (left) == gyre_setting_get_operator (right)
         && memcmp (left->value, right->value, length) == 0;
}

static gboolean
is_same_setting (GyreSetting *left, GyreSetting *right)
{
  return left->node == right->node && left->key_line == right->key_line && left->key_column == right->key_column
         && left->value_line == right->value_line && left->value_column == right->value_column && is_same_value (left, right);
}

/* Whether a batch says what a load says already, at the same places. */
static gboolean
is_same_version (GyreSettings *settings, const GyreLoad *load, GyreBatch *batch)
{
  GyreJournalCursor cursor = load->begin, other_cursor = { NULL, 0 };
  GyreJournalCursor end = gyre_journal_get_end (&batch->journal);
  const GyreOrigin *origin = NULL, *other_origin = NULL;
  GyreSetting *setting, *other;

  if (!load->is_loaded || load->length != batch->journal.length)
    return FALSE;
  while ((setting = gyre_journal_step (&settings->journal, &cursor, &load->end)) != NULL)
    {
      other = gyre_journal_step (&batch->journal, &other_cursor, &end);
      if (!is_same_setting (setting, other))
        return FALSE;
      if ((setting->origin != origin || other->origin != other_origin) && !is_same_origin (setting->origin, other->origin))
        return FALSE;
      origin = setting->origin;
      other_origin = other->origin;
    }
  return TRUE;
}

/* Whether nothing that is weaker matters. */
static gboolean
is_decisive (GyreSetting *setting)
{
  return setting->origin->conditions == 0 && gyre_setting_get_operator (setting) == GYRE_SETTING_ASSIGN;
}

/* Notes a key, and what decides about it before anything has changed. */
static Touched *
touch (Replacement *self, guint32 node)
{
  gpointer position = NULL;
  Touched touched = { node, self->before->len, 0, NULL };
  GyreSetting *setting;

  if (g_hash_table_lookup_extended (self->positions, GUINT_TO_POINTER (node), NULL, &position))
    return &g_array_index (self->touched, Touched, GPOINTER_TO_UINT (position));
  for (setting = gyre_nodes_get (&self->settings->nodes, node)->strongest; setting != NULL; setting = setting->shadowed)
    {
      g_ptr_array_add (self->before, setting);
      if (is_decisive (setting))
        break;
    }
  touched.length = self->before->len - touched.first;
  g_hash_table_insert (self->positions, GUINT_TO_POINTER (node), GUINT_TO_POINTER (self->touched->len));
  g_array_append_val (self->touched, touched);
  return &g_array_index (self->touched, Touched, self->touched->len - 1);
}

/* Marks what the old version said. It is still in the chains. */
static void
withdraw_old (Replacement *self)
{
  GyreJournalCursor cursor = self->load->begin;
  GyreSetting *setting;

  while ((setting = gyre_journal_step (&self->settings->journal, &cursor, &self->load->end)) != NULL)
    {
      touch (self, gyre_nodes_resolve (&self->settings->nodes, setting->node));
      setting->weakest = NULL;
      self->settings->withdrawn++;
    }
}

/* Makes chains of what the new version says, with the ranks of the load. */
static void
rank_new (Replacement *self, GyreBatch *batch)
{
  GyreJournalCursor cursor = { NULL, 0 };
  GyreJournalCursor end = gyre_journal_get_end (&batch->journal);
  GyreSetting *setting;

  for (guint32 index = 0; (setting = gyre_journal_step (&batch->journal, &cursor, &end)) != NULL; index++)
    {
      Touched *touched = touch (self, gyre_nodes_resolve (&self->settings->nodes, setting->node));

      setting->rank = self->load->rank + MIN (index, self->load->ranks - 1);
      gyre_setting_link (&touched->fresh, setting);
    }
}

/* A chain without what was withdrawn, which still leads to what was weaker: who walks along it gets on. */
static GyreSetting *
filter_chain (GyreSetting *setting)
{
  GyreSetting *kept = NULL;
  GyreSetting **link = &kept;

  for (; setting != NULL; setting = setting->shadowed)
    if (setting->weakest != NULL)
      {
        *link = setting;
        link = &setting->shadowed;
      }
  *link = NULL;
  return kept;
}

static GyreSetting *
find_winner (GyreSetting **settings, guint length)
{
  for (guint index = 0; index < length; index++)
    if (settings[index]->origin->conditions == 0)
      return settings[index];
  return NULL;
}

/* Tells how what decides about a key has changed, if it has. */
static void
compare (Replacement *self, const Touched *touched, GArray *changes)
{
  GyreSetting **before = (GyreSetting **) self->before->pdata + touched->first;
  GyreSetting *after = gyre_nodes_get (&self->settings->nodes, touched->node)->strongest;
  GyreSettingChange change = { touched->node, find_winner (before, touched->length), after, FALSE };
  gboolean moved = FALSE;
  guint index = 0;

  for (; after != NULL && index < touched->length; after = after->shadowed, index++)
    {
      moved = moved || after != before[index];
      change.differs = change.differs || (after != before[index] && !(is_same_value (after, before[index])
                                                                      && has_same_conditions (after->origin, before[index]->origin)));
      if (is_decisive (after))
        {
          after = NULL;
          index++;
          break;
        }
    }
  change.differs = change.differs || after != NULL || index < touched->length;
  while (change.after != NULL && change.after->origin->conditions > 0)
    change.after = change.after->shadowed;
  if (moved || change.differs)
    g_array_append_val (changes, change);
}

/* Puts the new version in the place of the old one, key by key. */
static void
relink (Replacement *self, GArray *changes)
{
  GyreNodes *nodes = &self->settings->nodes;
  g_autoptr (GArray) empty = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint index = 0; index < self->touched->len; index++)
    {
      const Touched *touched = &g_array_index (self->touched, Touched, index);
      GyreNode *node = gyre_nodes_get (nodes, touched->node);

      node->strongest = gyre_setting_merge (filter_chain (node->strongest), touched->fresh);
      if (node->strongest != NULL)
        gyre_nodes_show (nodes, touched->node);
      else
        g_array_append_val (empty, touched->node);
      compare (self, touched, changes);
    }
  gyre_nodes_hide (nodes, empty);
}

/* With the lock held: what the first version of a load takes for good. */
static void
begin_load (GyreSettings *settings, GyreLoad *load, GyreBatch *batch)
{
  if (load->is_loaded)
    return;
  load->is_loaded = TRUE;
  load->ranks = MAX (batch->journal.length, 1);
  load->rank = settings->ranks[batch->category] + 1;
  load->category = batch->category;
  settings->ranks[batch->category] += load->ranks;
}

static GArray *
replace (GyreSettings *settings, GyreLoad *load, GyreBatch *batch)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (GyreSettingChange));
  g_autoptr (GHashTable) positions = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (Touched));
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  Replacement replacement = { settings, load, positions, touched, before };

  begin_load (settings, load, batch);
  withdraw_old (&replacement);
  rank_new (&replacement, batch);
  relink (&replacement, changes);
  load->length = batch->journal.length;
  if (load->version != NULL)
    g_queue_push_tail (&settings->versions, load->version);
  load->version = gyre_version_adopt (batch);
  load->begin = (GyreJournalCursor) { load->version->journal.first, 0 };
  load->end = gyre_journal_get_end (&load->version->journal);
  gyre_settings_expire (settings);
  return changes;
}

/**
 * gyre_batch_commit_load: (skip)
 * @batch: a batch
 * @load: the number of a load, always of the same category
 *
 * Makes everything in @batch part of the store, in the place of what @load said before, at once for all other threads. The
 * batch is empty afterwards, as after [method@Gyre.Batch.commit]. Where nothing at all has changed, the settings of the
 * batch go, and those of the store stay as they are.
 *
 * Returns: (transfer full) (element-type Gyre.SettingChange): what is decided in another way now, or is said elsewhere, in no
 *   order of importance: keys of the old version first, then those that are new; free it with g_array_unref()
 *
 * Since: 0.1
 */
GArray *
gyre_batch_commit_load (GyreBatch *batch, guint load)
{
  GyreSettings *settings;
  GArray *changes = NULL;
  GyreLoad *record = NULL;
  gboolean is_valid;

  g_return_val_if_fail (batch != NULL, NULL);
  settings = batch->settings;
  g_mutex_lock (&settings->mutex);
  is_valid = load > 0 && load <= settings->loads->len;
  if (is_valid)
    record = &g_array_index (settings->loads, GyreLoad, load - 1);
  is_valid = is_valid && (!record->is_loaded || record->category == batch->category);
  if (is_valid && is_same_version (settings, record, batch))
    {
      gyre_journal_clear (&batch->journal);
      changes = g_array_new (FALSE, FALSE, sizeof (GyreSettingChange));
    }
  else if (is_valid)
    changes = replace (settings, record, batch);
  g_mutex_unlock (&settings->mutex);
  g_return_val_if_fail (is_valid, NULL);
  gyre_batch_begin_again (batch);
  return changes;
}

/**
 * gyre_settings_foreach_of_load:
 * @settings: the store
 * @load: the number of a load
 * @function: (scope call): visits a setting; called without the lock
 * @data: for @function
 *
 * Visits what the last version of a load says, in its order.
 *
 * Since: 0.1
 */
void
gyre_settings_foreach_of_load (GyreSettings *settings, guint load, GyreSettingFunction function, gpointer data)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GyreLoad record = { 0 };
  GyreSetting *setting;

  g_return_if_fail (settings != NULL && function != NULL);
  g_mutex_lock (&settings->mutex);
  if (load > 0 && load <= settings->loads->len)
    record = g_array_index (settings->loads, GyreLoad, load - 1);
  while ((setting = gyre_journal_step (&settings->journal, &record.begin, &record.end)) != NULL)
    g_ptr_array_add (found, setting);
  settings->visits++;
  g_mutex_unlock (&settings->mutex);
  for (guint index = 0; index < found->len; index++)
    function (found->pdata[index], data);
  g_mutex_lock (&settings->mutex);
  settings->visits--;
  g_mutex_unlock (&settings->mutex);
}

typedef struct
{
  const char *source;
  GyreSettingFunction function;
  gpointer data;
} SourceVisit;

static void
visit_of_source (GyreSetting *setting, gpointer data)
{
  SourceVisit *visit = data;

  if (setting->origin->file != NULL && strcmp (setting->origin->file, visit->source) == 0)
    visit->function (setting, visit->data);
}

/**
 * gyre_settings_foreach_of_source:
 * @settings: the store
 * @source: the name of a file, an argument or a variable, as it was given
 * @function: (scope call): visits a setting; called without the lock
 * @data: for @function
 *
 * Visits what was said in one source and is not withdrawn, in order. It looks at everything that was said.
 *
 * Since: 0.1
 */
void
gyre_settings_foreach_of_source (GyreSettings *settings, const char *source, GyreSettingFunction function, gpointer data)
{
  SourceVisit visit = { source, function, data };

  g_return_if_fail (settings != NULL && source != NULL && function != NULL);
  gyre_settings_foreach (settings, visit_of_source, &visit);
}
