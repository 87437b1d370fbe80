/* gyre-alerts.c: Where alerts go: the terminal, the log, and whoever wants to hear them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One lock for the sinks, so that lines of different threads do not mix; those who hear alerts are called without it.
 */
#include "gyre-alerts-private.h"
#include "gyre-log-file-private.h"

#include <stdio.h>

#define LOG_DOMAIN "Gyre"

typedef struct
{
  gatomicrefcount references;
  guint64 number;
  GyreAlertFunction function;
  gpointer user_data;
  GDestroyNotify destroy;
} Listener;

struct _GyreAlerts
{
  GyreSurroundings *surroundings;
  gint print_level;             /* atomic, as the next two: asked for every alert */
  gint log_level;
  gint n_listeners;
  gboolean is_structured;

  GMutex lock;
  GyreLogFile *file;
  GPtrArray *listeners;         /* of Listener */
  guint64 last_number;
};

static void
listener_unref (gpointer data)
{
  Listener *self = data;

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_free (self);
}

GyreAlerts *
gyre_alerts_new (GyreSurroundings *surroundings)
{
  GyreAlerts *self = g_new0 (GyreAlerts, 1);

  self->surroundings = gyre_surroundings_ref (surroundings);
  self->print_level = GYRE_ALERT_WARNING;
  self->log_level = GYRE_ALERT_NOTICE;
  g_mutex_init (&self->lock);
  self->listeners = g_ptr_array_new_with_free_func (listener_unref);
  return self;
}

void
gyre_alerts_free (GyreAlerts *self)
{
  g_clear_pointer (&self->file, gyre_log_file_free);
  g_ptr_array_unref (self->listeners);
  g_mutex_clear (&self->lock);
  gyre_surroundings_unref (self->surroundings);
  g_free (self);
}

void
gyre_alerts_set_print_level (GyreAlerts *self, GyreAlertLevel level)
{
  g_atomic_int_set (&self->print_level, (gint) level);
}

void
gyre_alerts_set_log_level (GyreAlerts *self, GyreAlertLevel level)
{
  g_atomic_int_set (&self->log_level, (gint) level);
}

gboolean
gyre_alerts_set_log_file (GyreAlerts *self, const char *path, gboolean is_json, guint64 maximum_size, guint n_kept, GError **error)
{
  GyreLogFile *file = path != NULL ? gyre_log_file_open (path, maximum_size, n_kept, error) : NULL;
  GyreLogFile *old;

  if (path != NULL && file == NULL)
    return FALSE;
  if (file != NULL)
    gyre_log_file_set_json (file, is_json);
  g_mutex_lock (&self->lock);
  old = self->file;
  self->file = file;
  g_mutex_unlock (&self->lock);
  g_clear_pointer (&old, gyre_log_file_free);
  return TRUE;
}

void
gyre_alerts_set_structured (GyreAlerts *self, gboolean is_structured)
{
  g_mutex_lock (&self->lock);
  self->is_structured = is_structured;
  g_mutex_unlock (&self->lock);
}

guint64
gyre_alerts_connect (GyreAlerts *self, GyreAlertFunction function, gpointer user_data, GDestroyNotify destroy)
{
  Listener *listener = g_new0 (Listener, 1);
  guint64 number;

  g_atomic_ref_count_init (&listener->references);
  listener->function = function;
  listener->user_data = user_data;
  listener->destroy = destroy;
  g_mutex_lock (&self->lock);
  number = listener->number = ++self->last_number;
  g_ptr_array_add (self->listeners, listener);
  g_atomic_int_inc (&self->n_listeners);
  g_mutex_unlock (&self->lock);
  return number;
}

void
gyre_alerts_disconnect (GyreAlerts *self, guint64 connection)
{
  Listener *gone = NULL;

  g_mutex_lock (&self->lock);
  for (guint index = 0; gone == NULL && index < self->listeners->len; index++)
    if (((Listener *) self->listeners->pdata[index])->number == connection)
      gone = g_ptr_array_steal_index (self->listeners, index);
  if (gone != NULL)
    g_atomic_int_add (&self->n_listeners, -1);
  g_mutex_unlock (&self->lock);
  g_clear_pointer (&gone, listener_unref);
}

gboolean
gyre_alerts_is_wanted (GyreAlerts *self, GyreAlertLevel level, GyreAlertLevel verbosity)
{
  if (level == GYRE_ALERT_ERROR)
    return TRUE;
  if (level > verbosity)
    return FALSE;
  return (gint) level <= g_atomic_int_get (&self->print_level) || (gint) level <= g_atomic_int_get (&self->log_level)
         || g_atomic_int_get (&self->n_listeners) > 0;
}

static gpointer
listener_ref (gconstpointer data, gpointer user_data)
{
  g_atomic_ref_count_inc (&((Listener *) data)->references);
  return (gpointer) data;
}

/* In the order in which they came; who goes meanwhile may hear this one still. */
static void
tell_listeners (GyreAlerts *self, GyreAlert *alert)
{
  g_autoptr (GPtrArray) listeners = NULL;

  if (g_atomic_int_get (&self->n_listeners) == 0)
    return;
  g_mutex_lock (&self->lock);
  listeners = g_ptr_array_copy (self->listeners, listener_ref, NULL);
  g_mutex_unlock (&self->lock);
  g_ptr_array_set_free_func (listeners, listener_unref);
  for (guint index = 0; index < listeners->len; index++)
    {
      Listener *listener = listeners->pdata[index];

      listener->function (alert, listener->user_data);
    }
}

static GLogLevelFlags
get_log_flags (GyreAlertLevel level)
{
  static const GLogLevelFlags flags[] = {
    G_LOG_LEVEL_CRITICAL, G_LOG_LEVEL_WARNING, G_LOG_LEVEL_MESSAGE, G_LOG_LEVEL_INFO, G_LOG_LEVEL_DEBUG, G_LOG_LEVEL_DEBUG,
  };

  return flags[level];
}

static const char *
get_journal_priority (GyreAlertLevel level)
{
  static const char * const priorities[] = { "3", "4", "5", "6", "7", "7" };

  return priorities[level];
}

static void
add_field (GyreAlertFields *self, const char *key, const char *value)
{
  if (value != NULL)
    self->fields[self->n_fields++] = (GLogField) { key, value, -1 };
}

void
gyre_alert_fields_fill (GyreAlertFields *self, GyreAlert *alert)
{
  GyreLocator *locator = gyre_alert_get_locator (alert);

  *self = (GyreAlertFields) { .place = locator != NULL ? gyre_locator_to_string (locator) : NULL };
  if (locator != NULL && gyre_locator_get_line (locator) > 0)
    self->line = g_strdup_printf ("%u", gyre_locator_get_line (locator));
  add_field (self, "MESSAGE", gyre_alert_get_message (alert));
  add_field (self, "PRIORITY", get_journal_priority (gyre_alert_get_level (alert)));
  add_field (self, "GLIB_DOMAIN", LOG_DOMAIN);
  add_field (self, "GYRE_LEVEL", gyre_alert_level_get_name (gyre_alert_get_level (alert)));
  add_field (self, "GYRE_COMPONENT", gyre_alert_get_name (alert));
  add_field (self, "GYRE_FAMILY", gyre_alert_get_family (alert));
  add_field (self, "GYRE_PLACE", self->place);
  add_field (self, "CODE_FILE", self->line != NULL ? gyre_locator_get_file (locator) : NULL);
  add_field (self, "CODE_LINE", self->line);
  add_field (self, "CODE_FUNC", self->line != NULL ? gyre_locator_get_function (locator) : NULL);
}

void
gyre_alert_fields_clear (GyreAlertFields *self)
{
  g_free (self->place);
  g_free (self->line);
}

/* Written by the writer directly: an alert of a component is no fault of the program, and must not end it where G_DEBUG makes
 * criticals fatal. */
static void
write_structured (GyreAlert *alert)
{
  GLogLevelFlags flags = get_log_flags (gyre_alert_get_level (alert));
  GyreAlertFields fields;

  gyre_alert_fields_fill (&fields, alert);
  if (g_log_writer_is_journald (fileno (stderr)))
    g_log_writer_journald (flags, fields.fields, fields.n_fields, NULL);
  else
    g_log_writer_standard_streams (flags, fields.fields, fields.n_fields, NULL);
  gyre_alert_fields_clear (&fields);
}

static void
print (GyreAlerts *self, GyreAlert *alert)
{
  g_autofree char *text = NULL;

  if (self->is_structured)
    {
      write_structured (alert);
      return;
    }
  text = gyre_alert_to_string (alert);
  fprintf (stderr, "%s\n", text);
}

static void
write_out (GyreAlerts *self, GyreAlert *alert)
{
  gint level = (gint) gyre_alert_get_level (alert);

  g_mutex_lock (&self->lock);
  if (level == GYRE_ALERT_ERROR || level <= g_atomic_int_get (&self->print_level))
    print (self, alert);
  if (self->file != NULL && (level == GYRE_ALERT_ERROR || level <= g_atomic_int_get (&self->log_level)))
    gyre_log_file_write (self->file, alert);
  g_mutex_unlock (&self->lock);
}

GyreAlert *
gyre_alerts_give (GyreAlerts *self, GyreAlertLevel level, GyreAlertLevel verbosity, const GyreAlertOrigin *origin,
                  const char *format, va_list arguments)
{
  GyreAlert *alert;

  if (!gyre_alerts_is_wanted (self, level, verbosity))
    return NULL;
  alert = gyre_alert_new (level, origin, gyre_surroundings_get_date (self->surroundings), g_strdup_vprintf (format, arguments));
  tell_listeners (self, alert);
  write_out (self, alert);
  return alert;
}

void
gyre_alerts_flush (GyreAlerts *self)
{
  g_mutex_lock (&self->lock);
  if (self->file != NULL)
    gyre_log_file_flush (self->file);
  g_mutex_unlock (&self->lock);
}
