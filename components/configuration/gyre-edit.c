/* gyre-edit.c: Changes a configuration file and keeps the rest of it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-edit-private.h"
#include "gyre-edit-file-private.h"
#include "gyre-edit-text-private.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct _GyreEdit
{
  char *path;           /* as the user wrote it */
  char *name;           /* the same, to be shown */
  GyreEditFormat format;
  GBytes *original;     /* what the file had when it was read */
  GBytes *bytes;        /* with the changes */
  GyreSource *source;
  GyreEditText text;
};

/* What is to be changed, taken apart. */
typedef struct
{
  char *family;         /* NULL: without condition */
  char *section;        /* NULL: outside of all sections */
  char *meaning;        /* what dup_meaning() gives for its event, without the value */
} Target;

static void
target_clear (Target *target)
{
  g_free (target->family);
  g_free (target->section);
  g_free (target->meaning);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, target_clear)

/* Drops blanks around dots. */
static char *
dup_name (const char *name)
{
  g_auto (GStrv) fragments = g_strsplit (name, ".", -1);

  for (guint index = 0; fragments[index] != NULL; index++)
    g_strstrip (fragments[index]);
  return g_strjoinv (".", fragments);
}

static char *
join_meaning (const char *conditions, const char *name, GyreSettingOperator operator)
{
  return g_strdup_printf ("%s\001%s\001%s", conditions, name, gyre_setting_operator_to_string (operator));
}

static void
target_init (Target *target, const char *section, const char *key, GyreSettingOperator operator)
{
  const char *hash = section != NULL ? strchr (section, '#') : NULL;
  g_autofree char *family = hash != NULL ? g_strndup (section, hash - section) : NULL;
  g_autofree char *conditions = NULL;
  g_autofree char *last = dup_name (key);
  g_autofree char *name = NULL;

  target->family = family != NULL ? dup_name (family) : NULL;
  target->section = section != NULL && *section != '\0' ? dup_name (hash != NULL ? hash + 1 : section) : NULL;
  conditions = hash != NULL ? g_strdup_printf ("%s#%s;", target->family, target->section) : g_strdup ("");
  name = target->section != NULL ? g_strconcat (target->section, ".", last, NULL) : g_strdup (last);
  target->meaning = join_meaning (conditions, name, operator);
}

static char *
join (GStrv list)
{
  g_auto (GStrv) owned = list;

  return g_strjoinv (".", owned);
}

static char *
dup_conditions (GyreEvents *events, guint index)
{
  GString *text = g_string_new (NULL);

  for (guint condition = 0; condition < gyre_events_get_condition_count (events, index); condition++)
    {
      g_autofree char *name_text = NULL;
      g_autofree char *family_text = NULL;
      GStrv name, family;

      gyre_events_dup_condition (events, index, condition, &name, &family);
      name_text = join (name);
      family_text = join (family);
      g_string_append_printf (text, "%s#%s;", family_text, name_text);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_event_name (GyreEvents *events, guint index)
{
  g_autofree char *component = join (gyre_events_dup_component (events, index));
  g_autofree char *key = join (gyre_events_dup_key (events, index));

  return g_strconcat (component, *component != '\0' ? "." : "", key, NULL);
}

/* What an event is about. */
static char *
dup_meaning (GyreEvents *events, guint index)
{
  g_autofree char *conditions = dup_conditions (events, index);
  g_autofree char *name = dup_event_name (events, index);

  return join_meaning (conditions, name, gyre_events_get (events, index)->operator);
}

/* What each event says. */
static GPtrArray *
dup_all (GyreEvents *events)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);

  for (guint index = 0; index < events->length; index++)
    {
      g_autofree char *meaning = dup_meaning (events, index);
      g_autofree char *value = gyre_events_dup_value (events, index);

      g_ptr_array_add (all, g_strconcat (meaning, "\001", value, NULL));
    }
  return all;
}

/* Finds the event that the file says last; G_MAXUINT: none. */
static guint
find_event (GyreEdit *self, const char *meaning)
{
  guint found = G_MAXUINT;

  for (guint index = 0; index < self->text.events->length; index++)
    {
      g_autofree char *other = dup_meaning (self->text.events, index);

      if (strcmp (meaning, other) == 0)
        found = index;
    }
  return found;
}

/* Places and rules, without what the file says there: whether it is a secret nobody knows here. */
static char *
dup_mistakes (GyreReport *report)
{
  static const char * const found[] = { ", is '", ", is followed by '", ", has '", ", goes on with '", ", holds '" };
  GString *text = g_string_new (NULL);

  for (guint index = 0; index < gyre_report_get_length (report); index++)
    {
      GyreDiagnostic *diagnostic = gyre_report_get_diagnostic (report, index);
      const char *message = gyre_diagnostic_get_message (diagnostic);
      g_autofree char *place = gyre_locator_to_string (gyre_diagnostic_get_locator (diagnostic));
      gsize length = strlen (message);

      for (guint number = 0; number < G_N_ELEMENTS (found); number++)
        if (strstr (message, found[number]) != NULL)
          length = MIN (length, (gsize) (strstr (message, found[number]) - message));
      g_string_append_printf (text, "%s%s: error: %.*s", index > 0 ? "\n" : "", place, (int) length, message);
    }
  return g_string_free (text, FALSE);
}

static gboolean
load (GyreEdit *self, GBytes *bytes, GError **error)
{
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes (self->name, bytes);
  g_autofree char *told = NULL;
  GyreEditText text;

  gyre_edit_text_read (&text, self->format, source, report);
  if (gyre_report_get_errors (report) > 0)
    {
      gyre_events_unref (text.events);
      told = dup_mistakes (report);
      g_set_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_INVALID, "%s", told);
      return FALSE;
    }
  g_clear_pointer (&self->text.events, gyre_events_unref);
  g_clear_pointer (&self->source, gyre_source_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->text = text;
  self->source = g_steal_pointer (&source);
  self->bytes = g_bytes_ref (bytes);
  return TRUE;
}

static GBytes *
read_file (const char *path, const char *name, GError **error)
{
  g_autoptr (GError) reason = NULL;
  char *text;
  gsize length;

  if (g_file_get_contents (path, &text, &length, &reason))
    return g_bytes_new_take (text, length);
  g_set_error (error, GYRE_CONFIGURATION_ERROR,
               g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOENT) ? GYRE_CONFIGURATION_ERROR_NOT_FOUND
                                                                          : GYRE_CONFIGURATION_ERROR_UNREADABLE,
               "%s: cannot be read: %s", name, reason->message);
  return NULL;
}

/**
 * gyre_edit_open: (skip)
 * @path: (type filename): a configuration file
 * @error: return location of an error
 *
 * Reads a file that is to be changed. One with mistakes is refused: fails with %GYRE_CONFIGURATION_ERROR_INVALID, and
 * otherwise as [func@Gyre.Source.new_from_file] and [func@Gyre.Codec.find_for_file].
 *
 * Returns: (transfer full): an edit, or %NULL with @error set
 *
 * Since: 0.1
 */
GyreEdit *
gyre_edit_open (const char *path, GError **error)
{
  g_autoptr (GyreEdit) self = NULL;
  const GyreCodec *codec;

  g_return_val_if_fail (path != NULL, NULL);

  codec = gyre_codec_find_for_file (path, error);
  if (codec == NULL)
    return NULL;
  self = g_new0 (GyreEdit, 1);
  self->path = g_strdup (path);
  self->name = g_filename_display_name (path);
  if (!gyre_edit_text_find_format (gyre_codec_get_encoding (codec), &self->format))
    {
      g_set_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_UNKNOWN_ENCODING,
                   "%s: the encoding '%s' can be read, but not written", self->name, gyre_codec_get_encoding (codec));
      return NULL;
    }
  self->original = read_file (path, self->name, error);
  if (self->original == NULL || !load (self, self->original, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * gyre_edit_free: (skip)
 * @edit: (transfer full): an edit; what was not saved is lost
 *
 * Since: 0.1
 */
void
gyre_edit_free (GyreEdit *edit)
{
  g_clear_pointer (&edit->text.events, gyre_events_unref);
  g_clear_pointer (&edit->source, gyre_source_unref);
  g_clear_pointer (&edit->bytes, g_bytes_unref);
  g_clear_pointer (&edit->original, g_bytes_unref);
  g_free (edit->path);
  g_free (edit->name);
  g_free (edit);
}

/* The bytes with a change made in the text, which begins behind a byte order mark. */
static GBytes *
join_change (GyreEdit *self, const GyreEditChange *change)
{
  gsize length;
  const char *bytes = g_bytes_get_data (self->bytes, &length);
  gsize mark = length - self->text.length;
  GString *text = g_string_new_len (bytes, mark + change->start);

  g_string_append (text, change->text);
  g_string_append_len (text, bytes + mark + change->stop, length - mark - change->stop);
  return g_string_free_to_bytes (text);
}

/* Whether the events are the expected ones; of one that was added, the place is free. */
static gboolean
says (GyreEvents *events, GPtrArray *expected, const char *added)
{
  g_autoptr (GPtrArray) found = dup_all (events);
  guint skipped = 0;

  if (found->len != expected->len + (added != NULL))
    return FALSE;
  for (guint index = 0; index < found->len; index++)
    {
      if (added != NULL && skipped == 0
          && (index == expected->len || strcmp (found->pdata[index], expected->pdata[index]) != 0))
        {
          if (strcmp (found->pdata[index], added) != 0)
            return FALSE;
          skipped = 1;
        }
      else if (strcmp (found->pdata[index], expected->pdata[index - skipped]) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Makes a change if what comes of it says what is expected, and nothing else. */
static gboolean
apply (GyreEdit *self, GyreEditChange *change, GPtrArray *expected, const char *added, GError **error)
{
  g_autoptr (GBytes) before = g_bytes_ref (self->bytes);
  g_autoptr (GBytes) after = join_change (self, change);

  g_clear_pointer (&change->text, g_free);
  if (!load (self, after, error))
    return FALSE;
  if (says (self->text.events, expected, added))
    return TRUE;
  load (self, before, NULL);
  g_set_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_INVALID,
               "%s: the change would change something else too, or cannot be said in this format at this place", self->name);
  return FALSE;
}

static gboolean
replace (GyreEdit *self, guint event, const Target *target, const char *value, GError **error)
{
  g_autoptr (GPtrArray) expected = dup_all (self->text.events);
  GyreEditChange change;

  g_free (expected->pdata[event]);
  expected->pdata[event] = g_strconcat (target->meaning, "\001", value, NULL);
  gyre_edit_text_set (&self->text, event, value, &change);
  return apply (self, &change, expected, NULL, error);
}

/* Whether a section has just this name and this condition. */
static gboolean
is_section (GyreEvents *events, guint number, const Target *target)
{
  g_autofree char *path = g_strdup ("");
  const char *family = NULL;
  gsize family_length = 0;
  guint conditions = gyre_events_get_section (events, number)->n_conditions;

  if (conditions > 0)
    {
      family = gyre_events_get_section (events, number)->family;
      family_length = gyre_events_get_section (events, number)->family_length;
    }
  for (; number != 0; number = gyre_events_get_section (events, number)->parent)
    {
      const GyreEventSection *section = gyre_events_get_section (events, number);
      g_autofree char *rest = g_steal_pointer (&path);

      path = g_strdup_printf ("%.*s%s%s", (int) section->path_length, section->path, *rest != '\0' ? "." : "", rest);
    }
  if (strcmp (path, target->section != NULL ? target->section : "") != 0 || conditions != (target->family != NULL))
    return FALSE;
  return target->family == NULL || (family != NULL && strlen (target->family) == family_length
                                    && memcmp (family, target->family, family_length) == 0);
}

static gboolean
add (GyreEdit *self, const Target *target, const char *key, GyreSettingOperator operator, const char *value, GError **error)
{
  g_autoptr (GPtrArray) expected = dup_all (self->text.events);
  g_autofree char *added = g_strconcat (target->meaning, "\001", value, NULL);
  GyreEditChange change;

  for (guint number = self->text.events->sections->len; number-- > 0;)
    if (is_section (self->text.events, number, target)
        && gyre_edit_text_insert (&self->text, number, key, operator, value, &change)
        && apply (self, &change, expected, added, NULL))
      return TRUE;
  gyre_edit_text_append (&self->text, target->family, target->section, key, operator, value, &change);
  return apply (self, &change, expected, added, error);
}

/**
 * gyre_edit_set: (skip)
 * @edit: an edit
 * @section: (nullable): the section
 * @key: the dotted name within it
 * @operator: what the value does with what there is
 * @value: the text of a value, as it stands behind the `=` of a pfg
 * @error: return location of an error
 *
 * Gives a key a value: where it has one, there; else in its section, or in a new one at the end. Where the file says the key
 * more than once, the last one counts. Fails with %GYRE_CONFIGURATION_ERROR_INVALID, and nothing has changed then.
 *
 * Returns: whether it was done
 *
 * Since: 0.1
 */
gboolean
gyre_edit_set (GyreEdit *edit, const char *section, const char *key, GyreSettingOperator operator, const char *value,
               GError **error)
{
  g_auto (Target) target = { NULL };
  g_autofree char *trimmed = NULL;
  g_autofree char *present = NULL;
  guint event;

  g_return_val_if_fail (edit != NULL && key != NULL && value != NULL, FALSE);

  trimmed = g_strstrip (g_strdup (value));
  target_init (&target, section, key, operator);
  event = find_event (edit, target.meaning);
  if (event == G_MAXUINT)
    return add (edit, &target, key, operator, trimmed, error);
  present = gyre_events_dup_value (edit->text.events, event);
  return strcmp (present, trimmed) == 0 || replace (edit, event, &target, trimmed, error);
}

static gboolean
set_missing (GyreEdit *self, const char *section, const char *key, GError **error)
{
  g_set_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_NOT_FOUND, "%s: must set '%s'%s%s%s, does not",
               self->name, key, section != NULL ? " in '" : "", section != NULL ? section : "", section != NULL ? "'" : "");
  return FALSE;
}

/**
 * gyre_edit_remove: (skip)
 * @edit: an edit
 * @section: (nullable): the section
 * @key: the dotted name within it
 * @operator: the operator of the setting
 * @error: return location of an error
 *
 * Takes a setting out of the file, with its lines. Fails with %GYRE_CONFIGURATION_ERROR_NOT_FOUND or
 * %GYRE_CONFIGURATION_ERROR_INVALID, and nothing has changed then.
 *
 * Returns: whether it was done
 *
 * Since: 0.1
 */
gboolean
gyre_edit_remove (GyreEdit *edit, const char *section, const char *key, GyreSettingOperator operator, GError **error)
{
  g_auto (Target) target = { NULL };
  g_autoptr (GPtrArray) expected = NULL;
  GyreEditChange change;
  guint event;

  g_return_val_if_fail (edit != NULL && key != NULL, FALSE);

  target_init (&target, section, key, operator);
  event = find_event (edit, target.meaning);
  if (event == G_MAXUINT)
    return set_missing (edit, section, key, error);
  expected = dup_all (edit->text.events);
  g_ptr_array_remove_index (expected, event);
  gyre_edit_text_remove (&edit->text, event, &change);
  return apply (edit, &change, expected, NULL, error);
}

GyreEvents *
gyre_edit_get_events (GyreEdit *edit)
{
  return edit->text.events;
}

/* What an event is about once its key within its section is another one. */
static char *
dup_renamed_meaning (GyreEdit *self, guint event, const char *key)
{
  const GyreEvent *record = gyre_events_get (self->text.events, event);
  g_autofree char *conditions = dup_conditions (self->text.events, event);
  g_autofree char *name = dup_event_name (self->text.events, event);
  g_autofree char *renamed = g_strdup_printf ("%.*s%s", (int) (strlen (name) - record->key_length), name, key);

  return join_meaning (conditions, renamed, record->operator);
}

gboolean
gyre_edit_rename_event (GyreEdit *edit, guint event, const char *key, GError **error)
{
  g_autoptr (GPtrArray) expected = dup_all (edit->text.events);
  g_autofree char *meaning = dup_renamed_meaning (edit, event, key);
  g_autofree char *value = gyre_events_dup_value (edit->text.events, event);
  GyreEditChange change;

  g_free (expected->pdata[event]);
  expected->pdata[event] = g_strconcat (meaning, "\001", value, NULL);
  gyre_edit_text_rename (&edit->text, event, key, &change);
  return apply (edit, &change, expected, NULL, error);
}

/**
 * gyre_edit_rename: (skip)
 * @edit: an edit
 * @section: (nullable): the section
 * @key: the dotted name within it
 * @new_key: the dotted name that it shall have in that section
 * @error: return location of an error
 *
 * Gives a setting that assigns another name and keeps its value and its place. Fails as [method@Gyre.Edit.remove] does.
 *
 * Returns: whether it was done
 *
 * Since: 0.1
 */
gboolean
gyre_edit_rename (GyreEdit *edit, const char *section, const char *key, const char *new_key, GError **error)
{
  g_auto (Target) target = { NULL };
  g_autofree char *whole = NULL;
  const char *written;
  guint event;

  g_return_val_if_fail (edit != NULL && key != NULL && new_key != NULL, FALSE);

  target_init (&target, section, key, GYRE_SETTING_ASSIGN);
  event = find_event (edit, target.meaning);
  if (event == G_MAXUINT)
    return set_missing (edit, section, key, error);
  whole = g_strdup_printf ("%s%s%s", target.section != NULL ? target.section : "", target.section != NULL ? "." : "", new_key);
  written = whole;
  for (guint depth = gyre_events_get_section (edit->text.events, gyre_events_get (edit->text.events, event)->section)->depth;
       depth > 0 && strchr (written, '.') != NULL; depth--)
    written = strchr (written, '.') + 1;
  return gyre_edit_rename_event (edit, event, written, error);
}

/**
 * gyre_edit_dup_bytes: (skip)
 * @edit: an edit
 *
 * Returns: (transfer full): what would be saved
 *
 * Since: 0.1
 */
GBytes *
gyre_edit_dup_bytes (GyreEdit *edit)
{
  g_return_val_if_fail (edit != NULL, NULL);
  return g_bytes_ref (edit->bytes);
}

/**
 * gyre_edit_save: (skip)
 * @edit: an edit
 * @error: return location of an error
 *
 * Puts the changed file into the place of the old one, at once: nobody sees half of it. Where nothing has changed, nothing is
 * written. A symbolic link stays, and the file that it leads to is changed. Fails with %GYRE_CONFIGURATION_ERROR_CHANGED if the
 * file is not the one that was read, and with %GYRE_CONFIGURATION_ERROR_UNWRITABLE.
 *
 * Returns: whether the file is as it should be
 *
 * Since: 0.1
 */
gboolean
gyre_edit_save (GyreEdit *edit, GError **error)
{
  g_autoptr (GBytes) present = NULL;
  char *path;
  gboolean is_good;

  g_return_val_if_fail (edit != NULL, FALSE);

  if (g_bytes_equal (edit->bytes, edit->original))
    return TRUE;
  present = read_file (edit->path, edit->name, error);
  if (present == NULL)
    return FALSE;
  if (!g_bytes_equal (present, edit->original))
    {
      g_set_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_CHANGED,
                   "%s: somebody else has changed the file since it was read", edit->name);
      return FALSE;
    }
  path = realpath (edit->path, NULL);
  is_good = path != NULL && gyre_edit_file_replace (path, edit->bytes);
  if (!is_good)
    g_set_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_UNWRITABLE, "%s: cannot be written: %s",
                 edit->name, g_strerror (errno));
  free (path);
  if (!is_good)
    return FALSE;
  g_bytes_unref (edit->original);
  edit->original = g_bytes_ref (edit->bytes);
  return TRUE;
}
