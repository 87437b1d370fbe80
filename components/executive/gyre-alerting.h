/* gyre-alerting.h: Which alerts of an executive are printed, logged and heard
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-alert.h"
#include "gyre-executive.h"

GYRE_BEGIN_DECLARATIONS

/* Printing and logging have levels of their own; an error goes to both, always. What neither they nor a listener wants is not
 * even made into text. Any thread. */
void     gyre_executive_alert_from         (GyreExecutive      *self,
                                            const char         *file,
                                            guint               line,
                                            const char         *function,
                                            GyreAlertLevel      level,
                                            const char         *format,
                                            ...) G_GNUC_PRINTF (6, 7);

/**
 * gyre_executive_alert: (skip)
 * @self: an executive
 * @level: how much it matters
 * @...: what is said, as printf () has it, and its arguments
 *
 * Says something in the name of the executive itself. The alert tells the line of the program that says it.
 *
 * Since: 0.1
 */
#define gyre_executive_alert(self, level, ...) gyre_executive_alert_from ((self), __FILE__, __LINE__, G_STRFUNC, (level), __VA_ARGS__)

void     gyre_executive_set_print_level    (GyreExecutive      *self,
                                            GyreAlertLevel      level);
void     gyre_executive_set_log_level      (GyreExecutive      *self,
                                            GyreAlertLevel      level);
gboolean gyre_executive_set_log_file       (GyreExecutive      *self,
                                            const char         *path,
                                            gboolean            is_json,
                                            guint64             maximum_size,
                                            guint               n_kept,
                                            GError            **error);
void     gyre_executive_set_structured_log (GyreExecutive      *self,
                                            gboolean            is_structured);
guint64  gyre_executive_connect_alerts     (GyreExecutive      *self,
                                            GyreAlertFunction   function,
                                            gpointer            user_data,
                                            GDestroyNotify      destroy);
void     gyre_executive_disconnect_alerts  (GyreExecutive      *self,
                                            guint64             connection);

GYRE_END_DECLARATIONS
