/* gyre-environment.c: Settings in the environment
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-environment.h"
#include "gyre-key-private.h"
#include "gyre-name.h"

#include <string.h>

#define PREFIX "GYRE__"

/* One variable. */
typedef struct
{
  GyreEvents *events;
  GyreReport *report;
  const char *text;     /* NAME=value */
  guint position;       /* from 1 */
} Variable;

static void
report_variable (const Variable *self, guint column, const char *hint, const char *format, ...)
{
  g_autofree char *name = g_strndup (self->text, strcspn (self->text, "="));
  g_autofree char *readable = g_utf8_make_valid (name, -1);
  g_autoptr (GyreLocator) locator = gyre_locator_new_variable (readable, column);
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  gyre_report_error (self->report, locator, hint, "%s", message);
}

/* Turns the name behind the prefix into a key. Returns the rule that it breaks, or NULL. */
static const char *
translate (const char *start, const char *stop, GString *key)
{
  for (const char *at = start; at < stop;)
    {
      gsize underscores = strspn (at, "_");

      underscores = MIN (underscores, (gsize) (stop - at));
      if (underscores > 2)
        return "must not have more than two '_' in a row";
      if (underscores > 0 && (at == start || at + underscores == stop))
        return "a fragment of a name must not be empty, or begin or end with '_'";
      if (underscores == 0)
        g_string_append_c (key, *at);
      else
        g_string_append_c (key, underscores == 2 ? '.' : '-');
      at += MAX (underscores, 1);
    }
  return NULL;
}

/* Reads the name of the variable. Returns whether it is a key. */
static gboolean
read_name (const Variable *self, GString *key, GyreSettingOperator *operator)
{
  const char *start = self->text + strlen (PREFIX);
  const char *stop = self->text + strcspn (self->text, "=");
  const char *reason;

  *operator = gyre_key_read_operator (start, &stop);
  reason = translate (start, stop, key);
  if (reason == NULL && !gyre_name_is_valid (key->str, &reason))
    g_assert (reason != NULL);
  if (reason != NULL)
    report_variable (self, 0, "'__' stands for a dot and '_' for a '-': " PREFIX "gauss__memory_size is gauss.memory-size",
                     "variable: %s", reason);
  return reason == NULL;
}

/* Tells a value that is not text. */
static gboolean
check_value (const Variable *self, const char *value)
{
  const char *wrong;

  if (g_utf8_validate (value, -1, &wrong))
    return TRUE;
  report_variable (self, 1 + g_utf8_strlen (value, wrong - value), NULL, "the value of a variable must be UTF-8, is not at byte 0x%02x",
                   (guchar) *wrong);
  return FALSE;
}

/* Tells two variables of one key: which one counts would be chance. */
static gboolean
check_twice (const Variable *self, GHashTable *keys, const char *key, GyreSettingOperator operator)
{
  g_autofree char *whole = g_strconcat (key, gyre_setting_operator_to_string (operator), NULL);
  const char *other = g_hash_table_lookup (keys, whole);

  if (other != NULL)
    report_variable (self, 0, "unset one of the two", "%s: a key must be said once in the environment, is said in %.*s too", key,
                     (int) strcspn (other, "="), other);
  else
    g_hash_table_insert (keys, g_steal_pointer (&whole), (gpointer) self->text);
  return other == NULL;
}

static void
add_event (const Variable *self, const GString *key, GyreSettingOperator operator, const char *value)
{
  char *copy = gyre_events_allocate (self->events, key->len);

  *gyre_events_add (self->events) = (GyreEvent) {
    .key = memcpy (copy, key->str, key->len),
    .key_length = key->len,
    .value = value,
    .value_length = strlen (value),
    .line = self->position,
    .value_line = self->position,
    .value_column = 1,
    .kind = GYRE_EVENT_ASSIGNMENT,
    .operator = operator,
  };
}

static void
read_variable (const Variable *self, GHashTable *keys)
{
  g_autoptr (GString) key = g_string_new (NULL);
  const char *value = strchr (self->text, '=') + 1;
  GyreSettingOperator operator;
  gboolean has_name = read_name (self, key, &operator);
  gboolean has_value = check_value (self, value);

  if (has_name && has_value && check_twice (self, keys, key->str, operator))
    add_event (self, key, operator, value);
}

static int
compare_variables (gconstpointer left, gconstpointer right)
{
  return strcmp (*(char * const *) left, *(char * const *) right);
}

/* The variables that are settings, in an order that does not depend on who made the environment. */
static GPtrArray *
list_variables (const char * const *environment)
{
  GPtrArray *variables = g_ptr_array_new ();

  for (guint index = 0; environment[index] != NULL; index++)
    if (g_str_has_prefix (environment[index], PREFIX) && strchr (environment[index], '=') != NULL)
      g_ptr_array_add (variables, (gpointer) environment[index]);
  g_ptr_array_sort (variables, compare_variables);
  g_ptr_array_add (variables, NULL);
  return variables;
}

/**
 * gyre_environment_parse:
 * @environment: (array zero-terminated=1): variables, `NAME=value`, as g_get_environ() gives them
 * @report: where every mistake is told, each with the name of its variable
 *
 * Reads the settings in an environment: `GYRE__a__b=1`. They have the priority of the command line, and are said before its
 * arguments. Variables with other names are left alone. Where @report has errors after it, the events should not be used.
 *
 * Returns: (transfer full): the events, in the alphabetical order of the variables
 *
 * Since: 0.1
 */
GyreEvents *
gyre_environment_parse (const char * const *environment, GyreReport *report)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) variables = NULL;
  GyreEvents *events;

  g_return_val_if_fail (environment != NULL && report != NULL, NULL);

  variables = list_variables (environment);
  events = gyre_events_new_for_environment ((const char * const *) variables->pdata);
  for (guint index = 0; events->arguments[index] != NULL; index++)
    {
      Variable variable = { events, report, events->arguments[index], index + 1 };

      read_variable (&variable, keys);
    }
  return events;
}
