/* gyre-report.c: All mistakes of one piece of work
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-report.h"
#include "gyre-diagnostic-private.h"

struct _GyreReport
{
  gint references;
  guint errors;
  GPtrArray *diagnostics;   /* element-type GyreDiagnostic, in the order in which they were found */
};

G_DEFINE_BOXED_TYPE (GyreReport, gyre_report, gyre_report_ref, gyre_report_unref)

/**
 * gyre_report_new:
 *
 * Returns: (transfer full): a report without diagnostics
 *
 * Since: 0.1
 */
GyreReport *
gyre_report_new (void)
{
  GyreReport *self = g_slice_new0 (GyreReport);

  self->references = 1;
  self->diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) gyre_diagnostic_unref);
  return self;
}

/**
 * gyre_report_ref: (skip)
 * @report: a report
 *
 * Returns: (transfer full): @report
 *
 * Since: 0.1
 */
GyreReport *
gyre_report_ref (GyreReport *report)
{
  g_return_val_if_fail (report != NULL, NULL);
  g_atomic_int_inc (&report->references);
  return report;
}

/**
 * gyre_report_unref: (skip)
 * @report: (transfer full): a report
 *
 * Since: 0.1
 */
void
gyre_report_unref (GyreReport *report)
{
  g_return_if_fail (report != NULL);
  if (!g_atomic_int_dec_and_test (&report->references))
    return;
  g_ptr_array_unref (report->diagnostics);
  g_slice_free (GyreReport, report);
}

/**
 * gyre_report_add:
 * @report: a report
 * @diagnostic: (transfer none): a mistake; the report takes a reference of its own
 *
 * Adds a mistake after those that are there.
 *
 * Since: 0.1
 */
void
gyre_report_add (GyreReport *report, GyreDiagnostic *diagnostic)
{
  g_return_if_fail (report != NULL && diagnostic != NULL);
  g_ptr_array_add (report->diagnostics, gyre_diagnostic_ref (diagnostic));
  if (gyre_diagnostic_get_severity (diagnostic) >= GYRE_SEVERITY_ERROR)
    report->errors++;
}

static G_GNUC_PRINTF (5, 0) void
report_add_formatted (GyreReport *self, GyreSeverity severity, GyreLocator *locator, const char *hint,
                      const char *format, va_list arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  g_autoptr (GyreDiagnostic) diagnostic = gyre_diagnostic_new (severity, locator, message, hint, NULL);

  gyre_report_add (self, diagnostic);
}

/**
 * gyre_report_error: (skip)
 * @report: a report
 * @locator: (nullable): where the mistake is
 * @hint: (nullable): what may help
 * @format: the message, as for printf()
 * @...: what @format asks for
 *
 * Adds a broken rule.
 *
 * Since: 0.1
 */
void
gyre_report_error (GyreReport *report, GyreLocator *locator, const char *hint, const char *format, ...)
{
  va_list arguments;

  g_return_if_fail (report != NULL && format != NULL);
  va_start (arguments, format);
  report_add_formatted (report, GYRE_SEVERITY_ERROR, locator, hint, format, arguments);
  va_end (arguments);
}

/**
 * gyre_report_note: (skip)
 * @report: a report
 * @locator: (nullable): the place that it is about
 * @hint: (nullable): what may help
 * @format: the message, as for printf()
 * @...: what @format asks for
 *
 * Adds something worth knowing, which is no mistake.
 *
 * Since: 0.1
 */
void
gyre_report_note (GyreReport *report, GyreLocator *locator, const char *hint, const char *format, ...)
{
  va_list arguments;

  g_return_if_fail (report != NULL && format != NULL);
  va_start (arguments, format);
  report_add_formatted (report, GYRE_SEVERITY_NOTE, locator, hint, format, arguments);
  va_end (arguments);
}

/**
 * gyre_report_append:
 * @report: a report
 * @other: another one, which stays as it is
 *
 * Adds everything that @other holds, in its order.
 *
 * Since: 0.1
 */
void
gyre_report_append (GyreReport *report, GyreReport *other)
{
  guint length;

  g_return_if_fail (report != NULL && other != NULL);

  /* Counted before: a report may be appended to itself. */
  length = other->diagnostics->len;
  for (guint index = 0; index < length; index++)
    gyre_report_add (report, g_ptr_array_index (other->diagnostics, index));
}

/**
 * gyre_report_get_length:
 * @report: a report
 *
 * Returns: how many diagnostics it holds
 *
 * Since: 0.1
 */
guint
gyre_report_get_length (GyreReport *report)
{
  g_return_val_if_fail (report != NULL, 0);
  return report->diagnostics->len;
}

/**
 * gyre_report_get_errors:
 * @report: a report
 *
 * Returns: how many of its diagnostics are broken rules
 *
 * Since: 0.1
 */
guint
gyre_report_get_errors (GyreReport *report)
{
  g_return_val_if_fail (report != NULL, 0);
  return report->errors;
}

/**
 * gyre_report_get_diagnostic:
 * @report: a report
 * @index: which one, from 0
 *
 * Returns: (nullable) (transfer none): the diagnostic, or %NULL behind the last one
 *
 * Since: 0.1
 */
GyreDiagnostic *
gyre_report_get_diagnostic (GyreReport *report, guint index)
{
  g_return_val_if_fail (report != NULL, NULL);
  return index < report->diagnostics->len ? g_ptr_array_index (report->diagnostics, index) : NULL;
}

/**
 * gyre_report_to_string:
 * @report: a report
 *
 * Writes every diagnostic as [method@Gyre.Diagnostic.to_string] does, in order.
 *
 * Returns: (transfer full): the text, without a line end after the last line; empty when there is nothing to tell
 *
 * Since: 0.1
 */
char *
gyre_report_to_string (GyreReport *report)
{
  GString *text;

  g_return_val_if_fail (report != NULL, NULL);

  text = g_string_new (NULL);
  for (guint index = 0; index < report->diagnostics->len; index++)
    {
      g_autofree char *one = gyre_diagnostic_to_string (g_ptr_array_index (report->diagnostics, index));

      if (index > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, one);
    }
  return g_string_free (text, FALSE);
}

static char *
report_dup_errors (GyreReport *self)
{
  GString *text = g_string_new (NULL);

  for (guint index = 0; index < self->diagnostics->len; index++)
    {
      GyreDiagnostic *diagnostic = g_ptr_array_index (self->diagnostics, index);

      if (gyre_diagnostic_get_severity (diagnostic) < GYRE_SEVERITY_ERROR)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      gyre_diagnostic_append_line (diagnostic, text);
    }
  return g_string_free (text, FALSE);
}

/**
 * gyre_report_to_error: (skip)
 * @report: a report
 * @domain: the domain of the error
 * @code: its code
 * @error: (nullable): where the error goes
 *
 * Ends a piece of work: nothing happens when no rule was broken; otherwise @error tells all that were, one line each, as
 * `gauss.pfg:12:9: message (hint)`.
 *
 * Returns: %TRUE when no rule was broken
 *
 * Since: 0.1
 */
gboolean
gyre_report_to_error (GyreReport *report, GQuark domain, gint code, GError **error)
{
  g_return_val_if_fail (report != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (report->errors == 0)
    return TRUE;
  if (error != NULL)
    {
      g_autofree char *message = report_dup_errors (report);

      g_set_error_literal (error, domain, code, message);
    }
  return FALSE;
}
