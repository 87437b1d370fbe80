/* gyre-batch.c: Settings that arrive together: all of them or none
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A batch has a journal and origins of its own. Only names are taken from the store at once, hidden; the chains and the
 * ranks see nothing before the commit, which hands the blocks over as they are. So there is nothing to undo.
 */
#include "gyre-batch-private.h"

#include <string.h>

static inline GyreBatchSection *
get_section (GyreBatch *self)
{
  return &g_array_index (self->sections, GyreBatchSection, self->sections->len - 1);
}

/* The origin of a source that is named now. */
static GyreOrigin *
origin_new (GyreBatch *self)
{
  GyreOrigin *origin = gyre_origin_new (self->settings, self->category);

  origin->through = self->through != NULL ? gyre_locator_ref (self->through) : NULL;
  return origin;
}

/* Closes all sections; what comes now is from @origin. */
static void
begin_source (GyreBatch *self, GyreOrigin *origin)
{
  GyreBatchSection root = { GYRE_NODE_ROOT, origin };

  origin->source = ++self->sources;
  g_ptr_array_add (self->origins, origin);
  g_array_set_size (self->sections, 0);
  g_array_append_val (self->sections, root);
}

/**
 * gyre_batch_new: (skip)
 * @settings: the store that it will become a part of
 * @category: who says what is in it
 *
 * Returns: (transfer full): an empty batch
 *
 * Since: 0.1
 */
GyreBatch *
gyre_batch_new (GyreSettings *settings, GyreCategory category)
{
  GyreBatch *self;

  g_return_val_if_fail (settings != NULL && category >= 0 && category < GYRE_CATEGORIES, NULL);

  self = g_new0 (GyreBatch, 1);
  self->settings = gyre_settings_ref (settings);
  self->category = category;
  self->origins = g_ptr_array_new_with_free_func ((GDestroyNotify) gyre_origin_free);
  self->sections = g_array_new (FALSE, FALSE, sizeof (GyreBatchSection));
  begin_source (self, origin_new (self));
  return self;
}

/**
 * gyre_batch_free: (skip)
 * @batch: (transfer full): a batch
 *
 * Drops what was not committed. The store is as if it had never been said.
 *
 * Since: 0.1
 */
void
gyre_batch_free (GyreBatch *batch)
{
  g_return_if_fail (batch != NULL);
  gyre_journal_clear (&batch->journal);
  g_clear_pointer (&batch->through, gyre_locator_unref);
  g_ptr_array_unref (batch->origins);
  g_array_unref (batch->sections);
  gyre_settings_unref (batch->settings);
  g_free (batch);
}

/**
 * gyre_batch_set_source: (skip)
 * @batch: a batch
 * @kind: what sort of place the next settings come from
 * @file: (nullable): the file, the text of the argument, or the name of the variable
 * @function: (nullable): the function of a line of a program
 *
 * Names the source of what comes next. All sections are closed. For an argument, the lines that follow are its position.
 *
 * Since: 0.1
 */
void
gyre_batch_set_source (GyreBatch *batch, GyreLocatorKind kind, const char *file, const char *function)
{
  GyreOrigin *origin;

  g_return_if_fail (batch != NULL);
  origin = origin_new (batch);
  origin->kind = kind;
  origin->file = file != NULL ? g_ref_string_new (file) : NULL;
  origin->function = function != NULL ? g_ref_string_new (function) : NULL;
  begin_source (batch, origin);
}

/**
 * gyre_batch_set_locator: (skip)
 * @batch: a batch
 * @locator: where everything that comes next is said
 *
 * Names the one place of what comes next, whatever lines follow. All sections are closed.
 *
 * Since: 0.1
 */
void
gyre_batch_set_locator (GyreBatch *batch, GyreLocator *locator)
{
  GyreOrigin *origin;

  g_return_if_fail (batch != NULL && locator != NULL);
  origin = origin_new (batch);
  origin->locator = gyre_locator_ref (locator);
  begin_source (batch, origin);
}

/**
 * gyre_batch_set_through: (skip)
 * @batch: a batch
 * @through: (nullable): the place that the sources named from now on come through, such as the line that includes a file
 *
 * Says why the next sources are read: `inner.cfg:3:5 through outer.cfg:1:1`. The source that is open keeps what it has.
 *
 * Since: 0.1
 */
void
gyre_batch_set_through (GyreBatch *batch, GyreLocator *through)
{
  g_return_if_fail (batch != NULL);
  if (through != NULL)
    gyre_locator_ref (through);
  g_clear_pointer (&batch->through, gyre_locator_unref);
  batch->through = through;
}

static inline gsize
get_length (const char *text, gssize length)
{
  return length >= 0 ? (gsize) length : strlen (text);
}

static guint32
add_node (GyreBatch *self, guint32 parent, const char *path, gsize length)
{
  guint32 node;

  if (self->is_holding)
    return gyre_nodes_add (&self->settings->nodes, parent, path, length);
  g_mutex_lock (&self->settings->mutex);
  node = gyre_nodes_add (&self->settings->nodes, parent, path, length);
  g_mutex_unlock (&self->settings->mutex);
  return node;
}

/*
 * gyre_batch_hold:
 * @batch: a batch
 *
 * Takes the lock of the store for the insertions that follow, instead of taking it for each, until gyre_batch_release().
 * Meanwhile nothing but sections and insertions of this batch may be called, and no function of a user.
 */
void
gyre_batch_hold (GyreBatch *batch)
{
  g_assert (!batch->is_holding);
  g_mutex_lock (&batch->settings->mutex);
  batch->is_holding = TRUE;
}

/*
 * gyre_batch_release:
 * @batch: a batch
 *
 * Gives the lock back.
 */
void
gyre_batch_release (GyreBatch *batch)
{
  g_assert (batch->is_holding);
  batch->is_holding = FALSE;
  g_mutex_unlock (&batch->settings->mutex);
}

/**
 * gyre_batch_push_section: (skip)
 * @batch: a batch
 * @path: the dotted name of the section within the one around it; empty for the same
 * @path_length: its length in bytes, -1 if it ends with a zero byte
 * @family: (nullable): the family that the instance of that name must be of
 * @family_length: its length in bytes, -1 if it ends with a zero byte
 * @line: where the section is said; of use for a condition
 * @column: its column in characters
 *
 * Opens a section. With a @family, what is said in it holds under that condition and under those of the sections around it.
 *
 * Since: 0.1
 */
void
gyre_batch_push_section (GyreBatch *batch, const char *path, gssize path_length,
                         const char *family, gssize family_length, guint line, guint column)
{
  GyreBatchSection section;
  gsize length;

  g_return_if_fail (batch != NULL && path != NULL);

  section = *get_section (batch);
  length = get_length (path, path_length);
  if (length > 0)
    section.node = add_node (batch, section.node, path, length);
  if (family != NULL)
    {
      GyreOrigin *outer = section.origin;

      section.origin = gyre_origin_copy (outer);
      section.origin->outer = outer;
      section.origin->conditions = outer->conditions + 1;
      section.origin->node = section.node;
      section.origin->family = g_strndup (family, get_length (family, family_length));
      section.origin->line = line;
      section.origin->column = column;
      g_ptr_array_add (batch->origins, section.origin);
    }
  g_array_append_val (batch->sections, section);
}

/**
 * gyre_batch_pop_section: (skip)
 * @batch: a batch
 *
 * Closes the innermost section.
 *
 * Since: 0.1
 */
void
gyre_batch_pop_section (GyreBatch *batch)
{
  g_return_if_fail (batch != NULL && batch->sections->len > 1);
  g_array_set_size (batch->sections, batch->sections->len - 1);
}

/**
 * gyre_batch_get_depth: (skip)
 * @batch: a batch
 *
 * Returns: how many sections are open
 *
 * Since: 0.1
 */
guint
gyre_batch_get_depth (GyreBatch *batch)
{
  g_return_val_if_fail (batch != NULL, 0);
  return batch->sections->len - 1;
}

/**
 * gyre_batch_insert: (skip)
 * @batch: a batch
 * @key: the key within the section, dotted for something below it
 * @key_length: its length in bytes, -1 if it ends with a zero byte
 * @key_line: where the key stands
 * @key_column: its column in characters
 * @value: the text of the value, less than 512 MiB
 * @value_length: its length in bytes, -1 if it ends with a zero byte
 * @value_line: where the value stands
 * @value_column: its column in characters
 *
 * Says one thing. A part of a key that is empty is a name like any other here: whoever reads a file refuses it before.
 *
 * Returns: (transfer none): the setting; it goes when the batch goes without commit
 *
 * Since: 0.1
 */
GyreSetting *
gyre_batch_insert (GyreBatch *batch, const char *key, gssize key_length, guint key_line, guint key_column,
                   const char *value, gssize value_length, guint value_line, guint value_column)
{
  const GyreBatchSection *section;
  GyreSetting *setting;
  gsize length;

  g_return_val_if_fail (batch != NULL && key != NULL && value != NULL, NULL);
  length = get_length (value, value_length);
  g_return_val_if_fail (length <= GYRE_SETTING_MAXIMUM_LENGTH, NULL);

  section = get_section (batch);
  setting = gyre_journal_append (&batch->journal, value, length);
  setting->origin = section->origin;
  setting->node = add_node (batch, section->node, key, get_length (key, key_length));
  setting->key_line = key_line;
  setting->key_column = MIN (key_column, G_MAXUINT16);
  setting->value_line = value_line;
  setting->value_column = MIN (value_column, G_MAXUINT16);
  return setting;
}

/**
 * gyre_batch_set_operator: (skip)
 * @batch: a batch
 * @setting: what gyre_batch_insert() returned
 * @operator: what it does with what weaker ones said
 *
 * Makes a setting one that adds to others or takes from them.
 *
 * Since: 0.1
 */
void
gyre_batch_set_operator (GyreBatch *batch, GyreSetting *setting, GyreSettingOperator operator)
{
  g_return_if_fail (batch != NULL && setting != NULL);
  setting->length = (gint) (((guint) setting->length & ~((guint) 3 << GYRE_SETTING_OPERATOR_SHIFT))
                            | (guint) operator << GYRE_SETTING_OPERATOR_SHIFT);
}

/**
 * gyre_batch_get_length: (skip)
 * @batch: a batch
 *
 * Returns: how many settings wait for the commit
 *
 * Since: 0.1
 */
guint
gyre_batch_get_length (GyreBatch *batch)
{
  g_return_val_if_fail (batch != NULL, 0);
  return batch->journal.length;
}

/**
 * gyre_batch_foreach: (skip)
 * @batch: a batch
 * @function: (scope call): visits a setting
 * @data: for @function
 *
 * Visits what waits for the commit, in order.
 *
 * Since: 0.1
 */
void
gyre_batch_foreach (GyreBatch *batch, GyreSettingFunction function, gpointer data)
{
  GyreJournalCursor cursor = { NULL, 0 };
  GyreJournalCursor end;
  GyreSetting *setting;

  g_return_if_fail (batch != NULL && function != NULL);
  end = gyre_journal_get_end (&batch->journal);
  while ((setting = gyre_journal_step (&batch->journal, &cursor, &end)) != NULL)
    function (setting, data);
}

/**
 * gyre_batch_commit: (skip)
 * @batch: a batch
 *
 * Makes everything part of the store, at once for all other threads: each setting gets the next rank of the category. The
 * batch is empty afterwards, with no open section, and the source stays.
 *
 * Since: 0.1
 */
void
gyre_batch_commit (GyreBatch *batch)
{
  GyreSettings *settings;
  GyreJournalCursor cursor = { NULL, 0 };
  GyreJournalCursor end;
  GyreSetting *setting;

  g_return_if_fail (batch != NULL);
  settings = batch->settings;
  end = gyre_journal_get_end (&batch->journal);

  g_mutex_lock (&settings->mutex);
  while ((setting = gyre_journal_step (&batch->journal, &cursor, &end)) != NULL)
    gyre_settings_link (settings, setting);
  gyre_batch_hand_over (batch, settings->origins);
  g_mutex_unlock (&settings->mutex);
  gyre_batch_begin_again (batch);
}

/* With the lock held: the store takes over what was said, and @origins, if there are some, where. The source stays for what comes
 * next. Returns where it was said, if nobody has taken it over. */
GPtrArray *
gyre_batch_hand_over (GyreBatch *self, GPtrArray *origins)
{
  GyreOrigin *source = gyre_origin_copy (g_array_index (self->sections, GyreBatchSection, 0).origin);
  GPtrArray *said = g_steal_pointer (&self->origins);

  gyre_journal_adopt (&self->settings->journal, &self->journal);
  if (origins != NULL)
    g_ptr_array_extend_and_steal (origins, g_steal_pointer (&said));
  self->origins = g_ptr_array_new_with_free_func ((GDestroyNotify) gyre_origin_free);
  begin_source (self, source);
  return said;
}

/* Forgets everything but the source. */
void
gyre_batch_begin_again (GyreBatch *self)
{
  GyreOrigin *source = gyre_origin_copy (g_array_index (self->sections, GyreBatchSection, 0).origin);

  g_ptr_array_set_size (self->origins, 0);
  self->sources = 0;
  begin_source (self, source);
}
