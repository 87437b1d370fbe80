/* gyre-signal.c: What a signal is for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * GObject keeps words about properties and none about signals. They are kept here, by the number of the signal, for the life of the
 * process, as signals are.
 */
#include "gyre-signal.h"

static GMutex lock;
static GHashTable *summaries;   /* number of a signal → its summary, interned */

/**
 * gyre_signal_set_summary:
 * @signal: the number of a signal, which g_signal_new() has given
 * @summary: what it is for, in one line
 *
 * Says what a signal is for, to all who describe its class. Call it in the class_init function that makes the signal. It can be called
 * from any thread.
 *
 * Since: 0.1
 */
void
gyre_signal_set_summary (guint signal, const char *summary)
{
  g_return_if_fail (signal != 0);
  g_return_if_fail (summary != NULL);

  g_mutex_lock (&lock);
  if (summaries == NULL)
    summaries = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (summaries, GUINT_TO_POINTER (signal), (gpointer) g_intern_string (summary));
  g_mutex_unlock (&lock);
}

/**
 * gyre_signal_get_summary:
 * @signal: the number of a signal
 *
 * It can be called from any thread.
 *
 * Returns: (transfer none) (nullable): what it is for, in one line; %NULL where nobody has said it
 *
 * Since: 0.1
 */
const char *
gyre_signal_get_summary (guint signal)
{
  const char *summary;

  g_mutex_lock (&lock);
  summary = summaries != NULL ? g_hash_table_lookup (summaries, GUINT_TO_POINTER (signal)) : NULL;
  g_mutex_unlock (&lock);
  return summary;
}
