/* gyre-signal.c: What a signal is for, and how its arguments are called
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * GObject keeps words about properties and none about signals, and of arguments their types alone. They are kept here, by the number of
 * the signal, for the life of the process, as signals are.
 */
#include "gyre-signal.h"

static GMutex lock;
static GHashTable *summaries;   /* number of a signal → its summary, interned */
static GHashTable *arguments;   /* number of a signal → the names of its arguments, GStrv */
static GyreSignalNamer present_namer;   /* whoever else knows names; NULL: nobody */

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

/**
 * gyre_signal_set_arguments:
 * @signal: the number of a signal, which g_signal_new() has given
 * @names: the names of its arguments, with commas between them: `"how_far, how_often"`
 *
 * Says how the arguments of a signal are called, to all who describe its class. There must be as many as the signal has. Call it in the
 * class_init function that makes the signal. It can be called from any thread.
 *
 * Since: 0.1
 */
void
gyre_signal_set_arguments (guint signal, const char *names)
{
  g_auto (GStrv) list = NULL;
  GSignalQuery query;

  g_return_if_fail (signal != 0);
  g_return_if_fail (names != NULL);

  list = g_strsplit (names, ",", -1);
  g_signal_query (signal, &query);
  g_return_if_fail (g_strv_length (list) == query.n_params);
  for (guint index = 0; list[index] != NULL; index++)
    g_strstrip (list[index]);
  g_mutex_lock (&lock);
  if (arguments == NULL)
    arguments = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_strfreev);
  g_hash_table_insert (arguments, GUINT_TO_POINTER (signal), g_steal_pointer (&list));
  g_mutex_unlock (&lock);
}

/**
 * gyre_signal_set_namer: (skip)
 * @namer: (nullable): who is asked for the names that no declaration says; %NULL: nobody
 *
 * There is one, the last that was set. It can be called from any thread.
 *
 * Since: 0.1
 */
void
gyre_signal_set_namer (GyreSignalNamer namer)
{
  g_mutex_lock (&lock);
  present_namer = namer;
  g_mutex_unlock (&lock);
}

/**
 * gyre_signal_dup_arguments:
 * @signal: the number of a signal
 *
 * It can be called from any thread.
 *
 * Returns: (transfer full) (nullable): the names of its arguments, an empty one where there is none; %NULL where nobody has said them
 *
 * Since: 0.1
 */
GStrv
gyre_signal_dup_arguments (guint signal)
{
  GyreSignalNamer function;
  GStrv names;

  g_mutex_lock (&lock);
  names = arguments != NULL ? g_strdupv (g_hash_table_lookup (arguments, GUINT_TO_POINTER (signal))) : NULL;
  function = present_namer;
  g_mutex_unlock (&lock);
  return names != NULL || function == NULL ? names : function (signal);
}
