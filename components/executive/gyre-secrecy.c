/* gyre-secrecy.c: What of a configuration nobody may see
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The line of a mistake is shown up to the first word that could be the key of a secret. Of a line without such a word nothing is
 * shown if the value of a secret above could reach it: unless there was no mistake in that, and another setting has begun since.
 */
#include "gyre-secrecy.h"
#include "gyre-executive-private.h"
#include "gyre-former-private.h"
#include "gyre-name.h"
#include "gyre-trait.h"

#include <string.h>

/* Words of a mistake that are as long as this are taken from the value. */
#define SHARED 4

/* How far up somebody looks for the secret whose value a line could belong to; then it could. */
#define FARTHEST 4096

enum { LINE_UNSEEN, LINE_PLAIN, LINE_WITH_NAME };

struct _GyreSecrecy
{
  GyreSource *source;       /* NULL: a command line or an environment */
  GPtrArray *names;         /* of char *, of all secrets; ends with NULL */
  GHashTable *known;        /* of words that were looked at: whether they could be one */
  GByteArray *lines;        /* of lines that were looked at, from 1: see below */
};

static void
add_name (GyreSecrecy *self, const char *name)
{
  if (name != NULL && *name != '\0')
    g_ptr_array_add (self->names, g_strdup (name));
}

static void
add_trait (GyreSecrecy *self, const GyreTrait *trait)
{
  g_auto (GStrv) former = gyre_former_dup_names (trait);
  GStrv aliases = g_strsplit (trait->descriptor.aliases != NULL ? trait->descriptor.aliases : "", ",", -1);

  add_name (self, trait->descriptor.name);
  for (guint index = 0; aliases[index] != NULL; index++)
    add_name (self, g_strstrip (aliases[index]));
  for (guint index = 0; former[index] != NULL; index++)
    add_name (self, former[index]);
  g_strfreev (aliases);
}

static void
add_classes (GyreSecrecy *self, GyreExecutive *executive)
{
  g_autoptr (GPtrArray) classes = gyre_registrar_list_classes (gyre_executive_get_registrar (executive));

  for (guint index = 0; index < classes->len; index++)
    {
      g_autoptr (GPtrArray) traits = gyre_requirement_get_traits (classes->pdata[index]);

      for (guint number = 0; traits != NULL && number < traits->len; number++)
        if (gyre_descriptor_get_sort (traits->pdata[number]) != GYRE_DESCRIPTOR_BEHAVIOR
            && gyre_trait_is_secret (traits->pdata[number]))
          add_trait (self, traits->pdata[number]);
    }
  g_ptr_array_add (self->names, NULL);
}

/* A name that no loaded class declares could be that of a class in a module that nobody has asked for yet. */
static void
load_packages (GyreExecutive *executive)
{
  g_auto (GStrv) packages = gyre_linker_list_available (gyre_executive_get_linker (executive));

  for (guint index = 0; packages[index] != NULL; index++)
    if (!gyre_registrar_has_package (gyre_executive_get_registrar (executive), packages[index]))
      gyre_executive_load_package (executive, packages[index], NULL);
}

/**
 * gyre_secrecy_new: (skip)
 * @executive: an executive, which loads all modules that it finds
 * @source: (nullable): the text that is to be shown in parts
 *
 * Learns which names secrets have.
 *
 * Returns: (transfer full): what it has learnt
 *
 * Since: 0.1
 */
GyreSecrecy *
gyre_secrecy_new (GyreExecutive *executive, GyreSource *source)
{
  GyreSecrecy *self;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (executive), NULL);

  self = g_new0 (GyreSecrecy, 1);
  self->source = source != NULL ? gyre_source_ref (source) : NULL;
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lines = g_byte_array_new ();
  load_packages (executive);
  add_classes (self, executive);
  return self;
}

/**
 * gyre_secrecy_free: (skip)
 * @secrecy: (transfer full): what was learnt
 *
 * Since: 0.1
 */
void
gyre_secrecy_free (GyreSecrecy *secrecy)
{
  g_clear_pointer (&secrecy->source, gyre_source_unref);
  g_ptr_array_unref (secrecy->names);
  g_hash_table_unref (secrecy->known);
  g_byte_array_unref (secrecy->lines);
  g_free (secrecy);
}

/* Whether a word is the name of a secret, or meant to be one. */
static gboolean
is_name (GyreSecrecy *self, const char *word, gsize length)
{
  const char * const *names = (const char * const *) self->names->pdata;
  g_autofree char *copy = g_strndup (word, length);
  gpointer known;
  gboolean is_found;

  if (g_hash_table_lookup_extended (self->known, copy, NULL, &known))
    return GPOINTER_TO_INT (known);
  is_found = g_strv_contains (names, copy) || gyre_name_find_similar (copy, names) != NULL;
  g_hash_table_insert (self->known, g_steal_pointer (&copy), GINT_TO_POINTER (is_found));
  return is_found;
}

static gboolean
is_part_of_name (char byte)
{
  return g_ascii_isalnum (byte) || byte == '-' || byte == '_' || (guchar) byte >= 0x80;
}

/* The escapes of json, yaml and XML that can stand for letters. */
static gboolean
is_escape (const char *text)
{
  return (text[0] == '\\' && text[1] != '\0' && strchr ("uUx", text[1]) != NULL) || (text[0] == '&' && text[1] == '#');
}

/* What stands behind the first word of a text that could be the key of a secret; NULL: there is none. A word with an escape in it
 * could be any. */
static const char *
find_value (GyreSecrecy *self, const char *text)
{
  while (*text != '\0')
    {
      const char *stop = text;

      while (is_part_of_name (*stop))
        stop++;
      if (is_escape (text) || (stop > text && is_name (self, text, stop - text)))
        return MAX (stop, text + 1);
      text = MAX (stop, text + 1);
    }
  return NULL;
}

/**
 * gyre_secrecy_covers: (skip)
 * @secrecy: what was learnt
 * @key: a dotted key
 *
 * Returns: whether a value of this key could be a secret, whatever class it is meant for
 *
 * Since: 0.1
 */
gboolean
gyre_secrecy_covers (GyreSecrecy *secrecy, const char *key)
{
  g_auto (GStrv) fragments = NULL;

  g_return_val_if_fail (secrecy != NULL && key != NULL, FALSE);

  fragments = g_strsplit (key, ".", -1);
  for (guint index = 0; fragments[index] != NULL; index++)
    if (is_name (secrecy, fragments[index], strlen (fragments[index])))
      return TRUE;
  return FALSE;
}

/**
 * gyre_secrecy_covers_event: (skip)
 * @secrecy: what was learnt
 * @events: what a configuration says
 * @index: which event
 *
 * Returns: whether the value of the event could be a secret
 *
 * Since: 0.1
 */
gboolean
gyre_secrecy_covers_event (GyreSecrecy *secrecy, GyreEvents *events, guint index)
{
  g_auto (GStrv) fragments = NULL;

  g_return_val_if_fail (secrecy != NULL && events != NULL, FALSE);

  fragments = gyre_events_dup_key (events, index);
  for (guint number = 0; fragments[number] != NULL; number++)
    if (is_name (secrecy, fragments[number], strlen (fragments[number])))
      return TRUE;
  return FALSE;
}

/**
 * gyre_secrecy_covers_setting: (skip)
 * @secrecy: what was learnt
 * @requirement: (nullable): the class that the setting speaks of, where it is known
 * @key: its dotted key, with the trait at the end
 *
 * Returns: whether the value of the setting is a secret; if class or trait are not known, whether it could be one
 *
 * Since: 0.1
 */
gboolean
gyre_secrecy_covers_setting (GyreSecrecy *secrecy, GyreRequirement *requirement, const char *key)
{
  const char *last;
  GyreDescriptor *trait;

  g_return_val_if_fail (secrecy != NULL && key != NULL, FALSE);

  last = strrchr (key, '.') != NULL ? strrchr (key, '.') + 1 : key;
  trait = requirement != NULL ? gyre_requirement_find_trait (requirement, last) : NULL;
  if (trait == NULL)
    return gyre_secrecy_covers (secrecy, key);
  return gyre_descriptor_get_sort (trait) != GYRE_DESCRIPTOR_BEHAVIOR && gyre_trait_is_secret ((const GyreTrait *) trait);
}

/**
 * gyre_secrecy_conceal_locator:
 * @locator: (nullable): a place
 *
 * Gives the place of a secret without its value, which an argument of a command line has.
 *
 * Returns: (transfer full) (nullable): the place
 *
 * Since: 0.1
 */
GyreLocator *
gyre_secrecy_conceal_locator (GyreLocator *locator)
{
  g_autoptr (GyreLocator) own = NULL;
  g_autofree char *argument = NULL;
  GyreLocator *through;
  const char *text;

  if (locator == NULL)
    return NULL;
  through = gyre_locator_get_through (locator);
  text = gyre_locator_get_file (locator);
  if (gyre_locator_get_kind (locator) != GYRE_LOCATOR_ARGUMENT || text == NULL || strchr (text, '=') == NULL)
    return gyre_locator_ref (locator);
  argument = g_strdup_printf ("%.*s=***", (int) strcspn (text, "="), text);
  own = gyre_locator_new_argument (argument, gyre_locator_get_line (locator), gyre_locator_get_column (locator));
  return through != NULL ? gyre_locator_new_through (own, through) : g_steal_pointer (&own);
}

/* The last event whose key stands at or before the end of a line; G_MAXUINT: none. */
static guint
find_event (GyreEvents *events, guint line)
{
  guint low = 0;
  guint high = gyre_events_get_length (events);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      g_autoptr (GyreLocator) place = gyre_events_dup_key_locator (events, middle);

      if (gyre_locator_get_line (place) <= line)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? low - 1 : G_MAXUINT;
}

static gboolean
has_mistake (GyreReport *found, guint line)
{
  for (guint index = 0; index < gyre_report_get_length (found); index++)
    {
      GyreDiagnostic *diagnostic = gyre_report_get_diagnostic (found, index);
      GyreLocator *place = gyre_diagnostic_get_locator (diagnostic);

      if (place != NULL && gyre_diagnostic_get_severity (diagnostic) == GYRE_SEVERITY_ERROR
          && gyre_locator_get_line (place) == line)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_name (GyreSecrecy *self, guint line)
{
  guint length = self->lines->len;

  if (length <= line)
    {
      g_byte_array_set_size (self->lines, MAX (line + 1, 2 * length));
      memset (self->lines->data + length, LINE_UNSEEN, self->lines->len - length);
    }
  if (self->lines->data[line] == LINE_UNSEEN)
    {
      g_autofree char *text = gyre_source_dup_line (self->source, line);

      self->lines->data[line] = text != NULL && find_value (self, text) != NULL ? LINE_WITH_NAME : LINE_PLAIN;
    }
  return self->lines->data[line] == LINE_WITH_NAME;
}

/* Whether the value of a secret that begins in a line above could reach a line. */
static gboolean
is_reached (GyreSecrecy *self, GyreEvents *events, GyreReport *found, guint line)
{
  guint above = line - 1;
  guint last;
  g_autoptr (GyreLocator) key = NULL;

  while (above > 0 && line - above < FARTHEST && !has_name (self, above))
    above--;
  if (above == 0)
    return FALSE;
  last = find_event (events, line);
  if (last == G_MAXUINT || has_mistake (found, above))
    return TRUE;
  key = gyre_events_dup_key_locator (events, last);
  return gyre_locator_get_line (key) <= above;
}

/* Whether two texts have as many bytes in common, one after the other, as tell something. */
static gboolean
shares (const char *message, const char *hidden)
{
  gsize length = strlen (hidden);

  for (gsize index = 0; index + SHARED <= length; index++)
    {
      char piece[SHARED + 1];

      memcpy (piece, hidden + index, SHARED);
      piece[SHARED] = '\0';
      if (strstr (message, piece) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Whether a message quotes a part of what is hidden, however short. */
static gboolean
quotes (const char *message, const char *hidden)
{
  g_auto (GStrv) parts = NULL;

  if (message == NULL)
    return FALSE;
  if (shares (message, hidden))
    return TRUE;
  parts = g_strsplit (message, "'", -1);
  for (guint index = 1; parts[0] != NULL && parts[index] != NULL; index += 2)
    {
      if (*parts[index] != '\0' && strstr (hidden, parts[index]) != NULL)
        return TRUE;
      if (parts[index + 1] == NULL)
        break;
    }
  return FALSE;
}

/* The same mistake without what is hidden of its line. */
static GyreDiagnostic *
dup_concealed (GyreDiagnostic *diagnostic, const char *excerpt, const char *line)
{
  const char *hidden = line + strspn (line, " \t=+-^:\"'>");
  gboolean is_quoted = quotes (gyre_diagnostic_get_message (diagnostic), hidden);
  gboolean has_hint = !is_quoted && !quotes (gyre_diagnostic_get_hint (diagnostic), hidden);
  g_autoptr (GyreLocator) place = gyre_secrecy_conceal_locator (gyre_diagnostic_get_locator (diagnostic));

  return gyre_diagnostic_new (gyre_diagnostic_get_severity (diagnostic), place,
                              is_quoted ? "something is wrong here; it is not shown, because it could be a secret"
                                        : gyre_diagnostic_get_message (diagnostic),
                              has_hint ? gyre_diagnostic_get_hint (diagnostic) : NULL, excerpt);
}

/* A mistake in a word of a command line, whose place is the word. */
static GyreDiagnostic *
conceal_argument (GyreSecrecy *self, GyreDiagnostic *diagnostic)
{
  GyreLocator *place = gyre_diagnostic_get_locator (diagnostic);
  const char *text = place != NULL ? gyre_locator_get_file (place) : NULL;
  const char *value = text != NULL ? find_value (self, text) : NULL;
  g_autofree char *excerpt = NULL;

  if (value == NULL || (gyre_locator_get_kind (place) != GYRE_LOCATOR_ARGUMENT && gyre_locator_get_kind (place) != GYRE_LOCATOR_ENVIRONMENT))
    return gyre_diagnostic_ref (diagnostic);
  if (gyre_diagnostic_get_excerpt (diagnostic) != NULL)
    excerpt = g_strdup_printf ("%.*s%s", (int) strcspn (text, "="), text, strchr (text, '=') != NULL ? "=***" : "");
  return dup_concealed (diagnostic, excerpt, value);
}

static GyreDiagnostic *
conceal_one (GyreSecrecy *self, GyreEvents *events, GyreReport *found, GyreDiagnostic *diagnostic)
{
  GyreLocator *place = gyre_diagnostic_get_locator (diagnostic);
  guint line = place != NULL ? gyre_locator_get_line (place) : 0;
  g_autofree char *text = NULL;
  g_autofree char *excerpt = NULL;
  const char *value;

  if (self->source == NULL || place == NULL || gyre_locator_get_kind (place) != GYRE_LOCATOR_FILE)
    return conceal_argument (self, diagnostic);
  text = line > 0 ? gyre_source_dup_line (self->source, line) : NULL;
  if (text == NULL)
    return gyre_diagnostic_ref (diagnostic);
  if (is_reached (self, events, found, line))
    return dup_concealed (diagnostic, NULL, text);
  value = find_value (self, text);
  if (value == NULL)
    return gyre_diagnostic_ref (diagnostic);
  if (gyre_diagnostic_get_excerpt (diagnostic) != NULL)
    excerpt = g_strdup_printf ("%.*s%s", (int) (value - text), text, *value != '\0' ? " ***" : "");
  return dup_concealed (diagnostic, excerpt, value);
}

/**
 * gyre_secrecy_conceal: (skip)
 * @secrecy: what was learnt, for the source of @events
 * @events: what was read
 * @found: the mistakes that were found
 * @report: where they are told without what could be a secret
 *
 * Since: 0.1
 */
void
gyre_secrecy_conceal (GyreSecrecy *secrecy, GyreEvents *events, GyreReport *found, GyreReport *report)
{
  g_return_if_fail (secrecy != NULL && events != NULL && found != NULL && report != NULL && found != report);

  for (guint index = 0; index < gyre_report_get_length (found); index++)
    {
      GyreDiagnostic *diagnostic = gyre_report_get_diagnostic (found, index);
      g_autoptr (GyreDiagnostic) shown = secrecy->names->len > 1 ? conceal_one (secrecy, events, found, diagnostic)
                                                                 : gyre_diagnostic_ref (diagnostic);

      gyre_report_add (report, shown);
    }
}
