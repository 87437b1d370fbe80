/* gyre-version.c: What a source has said before
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A version that was withdrawn is kept as long as somebody has pinned a setting of it: a value explains itself by its setting. The
 * newest ones are kept in any case, for those who have just looked at a setting and have not pinned it. So a program that
 * reads its configuration again and again does not grow.
 */
#include "gyre-batch-private.h"
#include "gyre-settings-private.h"

enum { GRACE = 16 };

gboolean
gyre_setting_pin (GyreSetting *setting)
{
  GyreVersion *version = setting->origin->version;

  if (version == NULL)
    return FALSE;
  if (g_atomic_int_add (&version->pins, 1) == 0)
    gyre_settings_ref (setting->origin->settings);
  return TRUE;
}

/* Only of a setting that was pinned. The last one lets the store go. */
void
gyre_setting_unpin (GyreSetting *setting)
{
  GyreSettings *settings = setting->origin->settings;

  if (g_atomic_int_dec_and_test (&setting->origin->version->pins))
    gyre_settings_unref (settings);
}

/* With the lock held: the store takes over what a batch says, in blocks of its own. */
GyreVersion *
gyre_version_adopt (GyreBatch *batch)
{
  GyreSettings *settings = batch->settings;
  GyreVersion *self = g_new0 (GyreVersion, 1);

  self->journal = batch->journal;
  for (guint index = 0; index < batch->origins->len; index++)
    ((GyreOrigin *) batch->origins->pdata[index])->version = self;
  self->origins = gyre_batch_hand_over (batch, NULL);
  if (self->journal.first != NULL)
    gyre_journal_seal (&settings->journal);
  return self;
}

/* The blocks stay where they are. */
void
gyre_version_free (gpointer data)
{
  GyreVersion *self = data;

  g_ptr_array_unref (self->origins);
  g_free (self);
}

/* Walks along the chain that a setting stood in are over. N.B. what was withdrawn before is cut before, so that nothing leads to
 * settings that go. */
static void
cut (GyreVersion *self)
{
  GyreJournalCursor cursor = { self->journal.first, 0 };
  GyreJournalCursor end = gyre_journal_get_end (&self->journal);
  GyreSetting *setting;

  if (self->is_cut)
    return;
  self->is_cut = TRUE;
  while ((setting = gyre_journal_step (&self->journal, &cursor, &end)) != NULL)
    setting->shadowed = NULL;
}

/* With the lock held: gives back what nobody has kept. */
void
gyre_settings_expire (GyreSettings *self)
{
  guint expired = self->versions.length > GRACE ? self->versions.length - GRACE : 0;

  if (self->visits > 0)
    return;
  for (GList *link = self->versions.head, *next; expired > 0; link = next, expired--)
    {
      GyreVersion *version = link->data;

      next = link->next;
      cut (version);
      if (g_atomic_int_get (&version->pins) > 0)
        continue;
      self->withdrawn -= version->journal.length;
      gyre_journal_remove (&self->journal, &version->journal);
      gyre_version_free (version);
      g_queue_delete_link (&self->versions, link);
    }
}

void
gyre_settings_hold (GyreSettings *self)
{
  g_mutex_lock (&self->mutex);
  gyre_settings_expire (self);
  self->visits++;
  g_mutex_unlock (&self->mutex);
}

void
gyre_settings_release (GyreSettings *self)
{
  g_mutex_lock (&self->mutex);
  self->visits--;
  g_mutex_unlock (&self->mutex);
}
