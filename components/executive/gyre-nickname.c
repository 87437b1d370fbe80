/* gyre-nickname.c: By which name configuration files know a machine
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-nickname-private.h"
#include "gyre-literal.h"

#include <string.h>

#define HOSTS "gyre.hosts"

typedef struct
{
  const char *full_name;
  char *short_name;
  GyreReport *report;
  GyreSetting *strongest;
  char *nickname;
} Search;

static void
tell (Search *search, GyreSetting *setting, const GError *error)
{
  g_autoptr (GyreLocator) place = gyre_setting_dup_locator (setting);

  gyre_report_error (search->report, place, "write a regular expression that host names match",
                     "the hosts of '%s' can't be read: %s", gyre_setting_get_fragment (setting), error->message);
}

static gboolean
matches (Search *search, GyreSetting *setting)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gyre_literal_scalar (gyre_setting_get_value (setting), NULL, NULL, &error);
  g_autofree char *whole = text != NULL ? g_strdup_printf ("\\A(?:%s)\\z", text) : NULL;
  g_autoptr (GRegex) alone = text != NULL ? g_regex_new (text, G_REGEX_CASELESS, 0, &error) : NULL;
  g_autoptr (GRegex) expression = alone != NULL ? g_regex_new (whole, G_REGEX_CASELESS, 0, &error) : NULL;

  if (error != NULL)
    tell (search, setting, error);
  return expression != NULL && (g_regex_match (expression, search->full_name, 0, NULL)
                                || g_regex_match (expression, search->short_name, 0, NULL));
}

static void
visit_host (GyreSettings *settings, guint node, const char *fragment, GyreSetting *winner, gpointer data)
{
  Search *search = data;

  if (winner == NULL)
    return;
  gyre_setting_mark_used (winner);
  if (!matches (search, winner))
    return;
  if (search->strongest != NULL
      && gyre_priority_compare (gyre_setting_get_priority (winner), gyre_setting_get_priority (search->strongest)) < 0)
    return;
  search->strongest = winner;
  g_free (search->nickname);
  search->nickname = g_strdup (fragment);
}

char *
gyre_nickname_find (GyreSettings *settings, const char *full_name, GyreReport *report)
{
  Search search = { full_name, g_strndup (full_name, strcspn (full_name, ".")), report, NULL, NULL };
  guint node = gyre_settings_find (settings, HOSTS);

  if (node != GYRE_SETTINGS_NOWHERE)
    gyre_settings_foreach_child (settings, node, visit_host, &search);
  g_free (search.short_name);
  return search.nickname;
}
