/* gyre-alerting.c: Which alerts of an executive are printed, logged and heard
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-alerting.h"
#include "gyre-shard-private.h"

/**
 * gyre_executive_alert_from: (skip)
 * @self: an executive
 * @file: which file says it
 * @line: on which line
 * @function: (nullable): in which function
 * @level: how much it matters
 * @format: what is said, as printf () has it
 * @...: its arguments
 *
 * What the macro gyre_executive_alert() calls: says something in the name of the executive itself. A component has
 * gyre_component_alert().
 *
 * Since: 0.1
 */
void
gyre_executive_alert_from (GyreExecutive *self, const char *file, guint line, const char *function, GyreAlertLevel level,
                           const char *format, ...)
{
  GyreAlertPlace place = { file, line, function, NULL };
  GyreAlert *alert;
  va_list arguments;

  g_return_if_fail (GYRE_IS_EXECUTIVE (self));

  va_start (arguments, format);
  alert = gyre_shard_alert_valist (gyre_executive_get_shard (self), NULL, &place, level, format, arguments);
  va_end (arguments);
  g_clear_pointer (&alert, gyre_alert_unref);
}

/**
 * gyre_executive_set_print_level:
 * @self: an executive
 * @level: the least level that is printed on the standard error output; at first warnings
 *
 * Since: 0.1
 */
void
gyre_executive_set_print_level (GyreExecutive *self, GyreAlertLevel level)
{
  g_return_if_fail (GYRE_IS_EXECUTIVE (self));
  gyre_alerts_set_print_level (gyre_executive_get_shard (self)->alerts, level);
}

/**
 * gyre_executive_set_log_level:
 * @self: an executive
 * @level: the least level that is written to the log; at first notices
 *
 * Since: 0.1
 */
void
gyre_executive_set_log_level (GyreExecutive *self, GyreAlertLevel level)
{
  g_return_if_fail (GYRE_IS_EXECUTIVE (self));
  gyre_alerts_set_log_level (gyre_executive_get_shard (self)->alerts, level);
}

/**
 * gyre_executive_set_log_file:
 * @self: an executive
 * @path: (type filename) (nullable): to which file the log is added; %NULL for none
 * @is_json: whether each alert is a line of JSON
 * @maximum_size: at how many bytes the file is turned over: it becomes `path.1`, that `path.2`; 0 for never
 * @n_kept: how many old files are kept
 * @error: return location for a #GError of %G_IO_ERROR
 *
 * Returns: whether it could be opened; else the log is where it was
 *
 * Since: 0.1
 */
gboolean
gyre_executive_set_log_file (GyreExecutive *self, const char *path, gboolean is_json, guint64 maximum_size, guint n_kept,
                             GError **error)
{
  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), FALSE);
  return gyre_alerts_set_log_file (gyre_executive_get_shard (self)->alerts, path, is_json, maximum_size, n_kept, error);
}

/**
 * gyre_executive_set_structured_log:
 * @self: an executive
 * @is_structured: whether what is printed goes out with fields, to the journal where the standard error output is one's:
 *   `GYRE_COMPONENT`, `GYRE_FAMILY`, `GYRE_PLACE`, `GYRE_LEVEL`, `CODE_FILE`, `CODE_LINE`, `CODE_FUNC` besides those of GLib
 *
 * Since: 0.1
 */
void
gyre_executive_set_structured_log (GyreExecutive *self, gboolean is_structured)
{
  g_return_if_fail (GYRE_IS_EXECUTIVE (self));
  gyre_alerts_set_structured (gyre_executive_get_shard (self)->alerts, is_structured);
}

/**
 * gyre_executive_connect_alerts:
 * @self: an executive
 * @function: (scope notified) (closure user_data) (destroy destroy): hears alerts
 * @user_data: what it gets
 * @destroy: (nullable): frees that
 *
 * Hears every alert that the verbosity of its component lets through, printed or not, in the thread that gives it, before it is
 * printed and logged, each listener in the order of connecting.
 *
 * Returns: the number of the connection
 *
 * Since: 0.1
 */
guint64
gyre_executive_connect_alerts (GyreExecutive *self, GyreAlertFunction function, gpointer user_data, GDestroyNotify destroy)
{
  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), 0);
  g_return_val_if_fail (function != NULL, 0);

  return gyre_alerts_connect (gyre_executive_get_shard (self)->alerts, function, user_data, destroy);
}

/**
 * gyre_executive_disconnect_alerts:
 * @self: an executive
 * @connection: what gyre_executive_connect_alerts() returned
 *
 * Since: 0.1
 */
void
gyre_executive_disconnect_alerts (GyreExecutive *self, guint64 connection)
{
  g_return_if_fail (GYRE_IS_EXECUTIVE (self));
  gyre_alerts_disconnect (gyre_executive_get_shard (self)->alerts, connection);
}
