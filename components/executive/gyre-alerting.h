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
void     gyre_executive_alert              (GyreExecutive      *self,
                                            GyreAlertLevel      level,
                                            const char         *format,
                                            ...) G_GNUC_PRINTF (3, 4);
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
