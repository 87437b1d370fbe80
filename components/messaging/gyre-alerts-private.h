/* gyre-alerts-private.h: Where alerts go: the terminal, the log, and whoever wants to hear them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Print level and log level are separate. An alert that neither level nor listener wants is never formatted. Errors always go
 * to all. The log is written as lines of text or of JSON, and turned over when it grows beyond its size; the journal gets
 * fields (g_log_structured). Any thread.
 */
#pragma once

#include "gyre-alert-private.h"
#include "gyre-surroundings.h"

typedef struct _GyreAlerts GyreAlerts;

/* What the journal gets: its own fields and ours. They live as long as the alert, until they are cleared. */
typedef struct
{
  GLogField fields[10];
  gsize n_fields;
  char *place;
  char *line;
} GyreAlertFields;

void        gyre_alert_fields_fill      (GyreAlertFields       *self,
                                         GyreAlert             *alert);
void        gyre_alert_fields_clear     (GyreAlertFields       *self);

GyreAlerts *gyre_alerts_new             (GyreSurroundings      *surroundings);
void        gyre_alerts_free            (GyreAlerts            *self);

void        gyre_alerts_set_print_level (GyreAlerts            *self,
                                         GyreAlertLevel         level);
void        gyre_alerts_set_log_level   (GyreAlerts            *self,
                                         GyreAlertLevel         level);

/* @path NULL: no file. When it has @maximum_size bytes (0: never) it becomes `path.1`, and so on up to @n_kept. */
gboolean    gyre_alerts_set_log_file    (GyreAlerts            *self,
                                         const char            *path,
                                         gboolean               is_json,
                                         guint64                maximum_size,
                                         guint                  n_kept,
                                         GError               **error);
void        gyre_alerts_set_structured  (GyreAlerts            *self,
                                         gboolean               is_structured);

/* Hears every alert that the verbosity of its component lets through, printed or not, in the thread that gives it, before it is
 * printed and logged. */
guint64     gyre_alerts_connect         (GyreAlerts            *self,
                                         GyreAlertFunction      function,
                                         gpointer               user_data,
                                         GDestroyNotify         destroy);
void        gyre_alerts_disconnect      (GyreAlerts            *self,
                                         guint64                connection);

/* Whether anybody would take it: asked before anything is formatted. @verbosity is the component's: what is less important than
 * that is not said. */
gboolean    gyre_alerts_is_wanted       (GyreAlerts            *self,
                                         GyreAlertLevel         level,
                                         GyreAlertLevel         verbosity);

/* Returns the alert, or NULL when nobody wants it: then nothing was formatted. */
GyreAlert  *gyre_alerts_give            (GyreAlerts            *self,
                                         GyreAlertLevel         level,
                                         GyreAlertLevel         verbosity,
                                         const GyreAlertOrigin *origin,
                                         const char            *format,
                                         va_list                arguments) G_GNUC_PRINTF (5, 0);
void        gyre_alerts_flush           (GyreAlerts            *self);
