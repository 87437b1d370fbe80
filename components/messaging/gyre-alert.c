/* gyre-alert.c: What a component has to say to people
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-alert-private.h"

#include <json-glib/json-glib.h>

struct _GyreAlert
{
  gatomicrefcount references;
  GyreAlertLevel level;
  char *message;
  char *name;
  char *family;
  GyreHandle handle;
  GyreLocator *locator;
  gint64 date;
  guint64 frame;
};

G_DEFINE_BOXED_TYPE (GyreAlert, gyre_alert, gyre_alert_ref, gyre_alert_unref)

static const GEnumValue levels[] = {
  { GYRE_ALERT_ERROR, "GYRE_ALERT_ERROR", "error" },
  { GYRE_ALERT_WARNING, "GYRE_ALERT_WARNING", "warning" },
  { GYRE_ALERT_NOTICE, "GYRE_ALERT_NOTICE", "notice" },
  { GYRE_ALERT_INFORMATION, "GYRE_ALERT_INFORMATION", "information" },
  { GYRE_ALERT_DETAIL, "GYRE_ALERT_DETAIL", "detail" },
  { GYRE_ALERT_DEBUG, "GYRE_ALERT_DEBUG", "debug" },
  { 0, NULL, NULL },
};

GType
gyre_alert_level_get_type (void)
{
  static GType type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("GyreAlertLevel", levels));
  return type;
}

/**
 * gyre_alert_level_get_name:
 * @level: a level
 *
 * Returns: (transfer none): its word, as configurations have it
 *
 * Since: 0.1
 */
const char *
gyre_alert_level_get_name (GyreAlertLevel level)
{
  g_return_val_if_fail (level <= GYRE_ALERT_DEBUG, NULL);
  return levels[level].value_nick;
}

/**
 * gyre_alert_level_from_name:
 * @name: a word
 * @level: (out): the level that has it
 *
 * Returns: whether there is one
 *
 * Since: 0.1
 */
gboolean
gyre_alert_level_from_name (const char *name, GyreAlertLevel *level)
{
  for (guint index = 0; levels[index].value_nick != NULL; index++)
    if (g_ascii_strcasecmp (levels[index].value_nick, name) == 0)
      {
        *level = levels[index].value;
        return TRUE;
      }
  return FALSE;
}

/* Takes @message. */
GyreAlert *
gyre_alert_new (GyreAlertLevel level, const GyreAlertOrigin *origin, gint64 date, char *message)
{
  GyreAlert *self = g_new0 (GyreAlert, 1);

  g_atomic_ref_count_init (&self->references);
  self->level = level;
  self->message = message;
  self->name = g_strdup (origin->name);
  self->family = g_strdup (origin->family);
  self->handle = origin->handle;
  self->locator = origin->locator != NULL ? gyre_locator_ref (origin->locator) : NULL;
  self->date = date;
  self->frame = origin->frame;
  return self;
}

GyreAlert *
gyre_alert_ref (GyreAlert *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
gyre_alert_unref (GyreAlert *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->locator, gyre_locator_unref);
  g_free (self->message);
  g_free (self->name);
  g_free (self->family);
  g_free (self);
}

/**
 * gyre_alert_get_level:
 * @self: an alert
 *
 * Returns: how much it matters
 *
 * Since: 0.1
 */
GyreAlertLevel
gyre_alert_get_level (const GyreAlert *self)
{
  return self->level;
}

/**
 * gyre_alert_get_message:
 * @self: an alert
 *
 * Returns: (transfer none): what is said
 *
 * Since: 0.1
 */
const char *
gyre_alert_get_message (const GyreAlert *self)
{
  return self->message;
}

/**
 * gyre_alert_get_name:
 * @self: an alert
 *
 * Returns: (nullable) (transfer none): the unique name of the component that says it; %NULL when it is the executive itself
 *
 * Since: 0.1
 */
const char *
gyre_alert_get_name (const GyreAlert *self)
{
  return self->name;
}

/**
 * gyre_alert_get_family:
 * @self: an alert
 *
 * Returns: (nullable) (transfer none): the family of that component
 *
 * Since: 0.1
 */
const char *
gyre_alert_get_family (const GyreAlert *self)
{
  return self->family;
}

/**
 * gyre_alert_get_handle:
 * @self: an alert
 *
 * Returns: the handle of that component, which may have ended since
 *
 * Since: 0.1
 */
GyreHandle
gyre_alert_get_handle (const GyreAlert *self)
{
  return self->handle;
}

/**
 * gyre_alert_get_locator:
 * @self: an alert
 *
 * Returns: (nullable) (transfer none): the place that it is about
 *
 * Since: 0.1
 */
GyreLocator *
gyre_alert_get_locator (const GyreAlert *self)
{
  return self->locator;
}

/**
 * gyre_alert_get_date:
 * @self: an alert
 *
 * Returns: when it was said, in nanoseconds since the beginning of 1970 in universal time
 *
 * Since: 0.1
 */
gint64
gyre_alert_get_date (const GyreAlert *self)
{
  return self->date;
}

/**
 * gyre_alert_get_frame:
 * @self: an alert
 *
 * Returns: in which frame; 0 when none ran
 *
 * Since: 0.1
 */
guint64
gyre_alert_get_frame (const GyreAlert *self)
{
  return self->frame;
}

/* Of a line of a program, file and line will do. */
static char *
print_place (GyreLocator *locator)
{
  if (gyre_locator_get_kind (locator) == GYRE_LOCATOR_SOURCE && gyre_locator_get_line (locator) > 0)
    return g_strdup_printf ("%s:%u", gyre_locator_get_file (locator), gyre_locator_get_line (locator));
  return gyre_locator_to_string (locator);
}

static gboolean
is_only_said (GyreAlertLevel level)
{
  return level == GYRE_ALERT_NOTICE || level == GYRE_ALERT_INFORMATION;
}

/**
 * gyre_alert_to_string:
 * @self: an alert
 *
 * The line of a program that gives notice or information is left out: it tells people nothing.
 *
 * Returns: (transfer full): "level: name: place: message", without what it does not have
 *
 * Since: 0.1
 */
char *
gyre_alert_to_string (const GyreAlert *self)
{
  GString *text = g_string_new (levels[self->level].value_nick);

  g_string_append (text, ": ");
  if (self->name != NULL)
    g_string_append_printf (text, "%s: ", self->name);
  if (self->locator != NULL && (gyre_locator_get_kind (self->locator) != GYRE_LOCATOR_SOURCE || !is_only_said (self->level)))
    {
      g_autofree char *place = print_place (self->locator);

      g_string_append_printf (text, "%s: ", place);
    }
  g_string_append (text, self->message);
  return g_string_free (text, FALSE);
}

static void
add_string (JsonBuilder *builder, const char *member, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder, const char *member, guint64 number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, (gint64) number);
}

static char *
print_date (gint64 date)
{
  g_autoptr (GDateTime) seconds = g_date_time_new_from_unix_utc (date / 1000000000);
  g_autofree char *text = g_date_time_format (seconds, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%06dZ", text, (int) (date % 1000000000 / 1000));
}

/**
 * gyre_alert_to_json:
 * @self: an alert
 *
 * Members: `date`, `level`, `message`, and where there are such: `component`, `family`, `place`, `file`, `line`, `frame`. The
 * message is made valid UTF-8.
 *
 * Returns: (transfer full): one line of JSON, without its end
 *
 * Since: 0.1
 */
char *
gyre_alert_to_json (const GyreAlert *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *date = print_date (self->date);
  g_autofree char *message = g_utf8_make_valid (self->message, -1);
  g_autofree char *place = self->locator != NULL ? print_place (self->locator) : NULL;

  json_builder_begin_object (builder);
  add_string (builder, "date", date);
  add_string (builder, "level", levels[self->level].value_nick);
  add_string (builder, "component", self->name);
  add_string (builder, "family", self->family);
  add_string (builder, "place", place);
  if (self->locator != NULL && gyre_locator_get_line (self->locator) > 0)
    {
      add_string (builder, "file", gyre_locator_get_file (self->locator));
      add_number (builder, "line", gyre_locator_get_line (self->locator));
    }
  if (self->frame > 0)
    add_number (builder, "frame", self->frame);
  add_string (builder, "message", message);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
