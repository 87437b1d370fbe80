/* gyre-checker.c: Whether settings fit the classes that they speak of
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A key is a name and the name of a trait. What is known about a name (a target) is worked out once; names repeat from line to
 * line, so most settings cost a comparison of two names, the look-up of a trait, and the reading of the value.
 */
#include "gyre-checker-value-private.h"
#include "gyre-executive-private.h"
#include "gyre-former-private.h"
#include "gyre-name.h"

#include <string.h>

static void
section_clear (gpointer data)
{
  GyreCheckerSection *self = data;

  g_free (self->name);
}

GyreChecker *
gyre_checker_new (GyreExecutive *executive)
{
  GyreChecker *self = g_new0 (GyreChecker, 1);

  self->executive = executive;
  self->targets = gyre_targets_new (executive);
  self->circle = gyre_circle_new (executive);
  self->circles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) gyre_circle_free);
  self->name = g_string_new (NULL);
  self->text = g_string_new (NULL);
  self->sections = g_array_new (FALSE, TRUE, sizeof (GyreCheckerSection));
  g_array_set_clear_func (self->sections, section_clear);
  self->wounds = g_array_new (FALSE, FALSE, sizeof (guint64));
  return self;
}

void
gyre_checker_free (GyreChecker *self)
{
  gyre_targets_free (self->targets);
  gyre_circle_free (self->circle);
  g_hash_table_unref (self->circles);
  g_string_free (self->name, TRUE);
  g_string_free (self->text, TRUE);
  g_array_unref (self->sections);
  g_array_unref (self->wounds);
  g_free (self);
}

GyreCheckerSection *
gyre_checker_get_section (GyreChecker *self, guint section)
{
  return &g_array_index (self->sections, GyreCheckerSection, section);
}

static char *
dup_excerpt (GyreChecker *self, GyreLocator *place)
{
  GyreSource *source = gyre_events_get_source (self->events);

  if (place == NULL)
    return NULL;
  if (source != NULL)
    return gyre_source_dup_line (source, gyre_locator_get_line (place));
  return g_strdup (gyre_locator_get_file (place));
}

/* Takes the place. */
void
gyre_checker_tell (GyreChecker *self, GyreSeverity severity, GyreLocator *place, const char *hint, const char *format, ...)
{
  g_autoptr (GyreDiagnostic) diagnostic = NULL;
  g_autofree char *excerpt = self->events != NULL && !self->is_secret ? dup_excerpt (self, place) : NULL;
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  diagnostic = gyre_diagnostic_new (severity, place, message, hint, excerpt);
  gyre_report_add (self->report, diagnostic);
  g_clear_pointer (&place, gyre_locator_unref);
}

static GyreLocator *
dup_own_locator (GyreChecker *self)
{
  return self->locator != NULL ? gyre_locator_ref (self->locator) : NULL;
}

/* The place of a fragment of the key of an event. */
static GyreLocator *
dup_key_place (GyreChecker *self, guint index, guint fragment)
{
  return self->events != NULL ? gyre_events_dup_fragment_locator (self->events, index, fragment) : dup_own_locator (self);
}

GyreLocator *
gyre_checker_dup_value_place (GyreChecker *self, guint index, gsize offset)
{
  return self->events != NULL ? gyre_events_dup_value_locator (self->events, index, offset) : dup_own_locator (self);
}

/* A module that can't be loaded is a warning: the key can be meant for an instance that happens to be called like it. */
const GyreTarget *
gyre_checker_find_target (GyreChecker *self, const char *name, guint index)
{
  g_autofree char *warning = NULL;
  const GyreTarget *target = gyre_targets_find (self->targets, name, &warning);

  if (warning != NULL)
    gyre_checker_tell (self, GYRE_SEVERITY_WARNING, dup_key_place (self, index, 0), NULL, "%s", warning);
  return target;
}

/* The target of a key that has several fragments. The key before this one often had the same. */
static const GyreTarget *
find_deep_target (GyreChecker *self, const GyreEvent *event, gsize length, guint index)
{
  if (self->last_target != NULL && self->last_section == event->section && self->last_length == length &&
      memcmp (self->last_prefix, event->key, length) == 0)
    return self->last_target;

  g_string_assign (self->name, gyre_checker_get_section (self, event->section)->name);
  if (self->name->len > 0)
    g_string_append_c (self->name, '.');
  g_string_append_len (self->name, event->key, length);
  self->last_section = event->section;
  self->last_prefix = event->key;
  self->last_length = length;
  self->last_target = gyre_checker_find_target (self, self->name->str, index);
  return self->last_target;
}

static const GyreTarget *
find_section_target (GyreChecker *self, guint number, guint index)
{
  GyreCheckerSection *section = gyre_checker_get_section (self, number);

  if (section->target == NULL)
    section->target = gyre_checker_find_target (self, section->name, index);
  return section->target;
}

static void
tell_unknown_trait (GyreChecker *self, guint index, guint fragment, GyreRequirement *record, const char *name)
{
  g_autofree char *hint = gyre_requirement_suggest_trait (record, name);

  gyre_checker_tell (self, GYRE_SEVERITY_ERROR, dup_key_place (self, index, fragment), hint, "%s has no trait '%s'",
        gyre_requirement_get_public_name (record), name);
}

/* A key that goes on behind the name of a trait. */
static void
tell_too_deep (GyreChecker *self, guint index, guint fragment, const char *path, const GyreDescriptor *descriptor)
{
  gyre_checker_tell (self, GYRE_SEVERITY_ERROR, dup_key_place (self, index, fragment + 1), NULL,
        "%s: is a property, which has no traits", path);
}

/* What stands in a part, and the entries of a mapping. Returns FALSE when the trait has neither. */
static gboolean
check_inside (GyreChecker *self, const GyreEvent *event, guint index, const GyreTarget *target, gsize last)
{
  GyreDescriptor *descriptor = gyre_requirement_find_trait (target->record, target->next);
  gboolean is_direct = target->length == target->matched + 1;
  g_autofree char *name = g_strndup (event->key + last, event->key_length - last);
  g_autofree char *path = NULL;

  if (descriptor == NULL || descriptor->sort == GYRE_DESCRIPTOR_BEHAVIOR)
    return FALSE;
  if (gyre_trait_is_facility ((const GyreTrait *) descriptor))
    {
      if (is_direct)
        gyre_checker_check_part (self, event, index, target->matched + 1, (const GyreTrait *) descriptor, name);
      return TRUE;
    }
  if (!gyre_target_has_entries ((const GyreTrait *) descriptor)
      || (!is_direct && !gyre_trait_is_facility (((const GyreTrait *) descriptor)->element)))
    return FALSE;
  path = g_strdup_printf ("%s.%s.%s", gyre_requirement_get_public_name (target->record), descriptor->name, name);
  if (is_direct)
    gyre_checker_check_entry (self, event, index, path, (const GyreTrait *) descriptor);
  return TRUE;
}

/* A trait that is called otherwise today. Who asks for it gets it; the value is checked then in any case. */
void
gyre_checker_check_former (GyreChecker *self, const GyreEvent *event, guint index, guint fragment, GyreRequirement *record,
                           const char *name, const GyreTrait *trait)
{
  gboolean is_over = self->outdated == NULL && gyre_former_is_over (self->executive, record, trait);
  g_autofree char *hint = g_strdup_printf ("write '%s'", trait->descriptor.name);

  if (self->outdated != NULL)
    self->outdated (index, record, trait, name, self->facility, self->outdated_data);
  else
    gyre_checker_tell (self, is_over ? GYRE_SEVERITY_ERROR : GYRE_SEVERITY_WARNING, dup_key_place (self, index, fragment), hint,
          "%s.%s: is called '%s' now", gyre_requirement_get_public_name (record), name, trait->descriptor.name);
  if (!is_over)
    gyre_checker_check_value (self, event, index, record, trait);
}

static void
check_deprecated (GyreChecker *self, const GyreEvent *event, guint index, guint fragment, GyreRequirement *record, const char *name,
                  const GyreTrait *trait)
{
  if (self->outdated != NULL)
    self->outdated (index, record, trait, name, self->facility, self->outdated_data);
  else
    gyre_checker_tell (self, GYRE_SEVERITY_WARNING, dup_key_place (self, index, fragment), NULL, "%s.%s: deprecated since %s",
          gyre_requirement_get_public_name (record), trait->descriptor.name, trait->descriptor.deprecated_since);
  gyre_checker_check_value (self, event, index, record, trait);
}

/* Checks a setting of a trait of a class, which is the given fragment of the key; with more behind it or not. */
static void
check_trait (GyreChecker *self, const GyreEvent *event, guint index, GyreRequirement *record, const char *name, guint fragment,
             gboolean has_more)
{
  GyreDescriptor *descriptor = gyre_requirement_find_trait (record, name);
  g_autofree char *path = NULL;

  if (G_LIKELY (descriptor != NULL && descriptor->sort != GYRE_DESCRIPTOR_BEHAVIOR && !has_more &&
                descriptor->deprecated_since == NULL && gyre_trait_is_writable ((const GyreTrait *) descriptor)))
    {
      gyre_checker_check_value (self, event, index, record, (const GyreTrait *) descriptor);
      return;
    }
  if (descriptor == NULL && !has_more && gyre_former_find (record, name) != NULL)
    {
      gyre_checker_check_former (self, event, index, fragment, record, name, gyre_former_find (record, name));
      return;
    }
  if (descriptor == NULL)
    {
      if (has_more || !GYRE_IS_ACTOR (record) || !gyre_actor_is_open (GYRE_ACTOR (record)))
        tell_unknown_trait (self, index, fragment, record, name);
      return;
    }
  path = g_strconcat (gyre_requirement_get_public_name (record), ".", gyre_descriptor_get_name (descriptor), NULL);
  if (descriptor->sort == GYRE_DESCRIPTOR_BEHAVIOR)
    gyre_checker_tell (self, GYRE_SEVERITY_ERROR, dup_key_place (self, index, fragment), NULL, "%s: is a behavior, which has no value", path);
  else if (has_more)
    tell_too_deep (self, index, fragment, path, descriptor);
  else if (!gyre_trait_is_writable ((const GyreTrait *) descriptor))
    gyre_checker_tell (self, GYRE_SEVERITY_ERROR, dup_key_place (self, index, fragment), NULL, "%s: can't be set", path);
  else
    check_deprecated (self, event, index, fragment, record, name, (const GyreTrait *) descriptor);
}

/* The bytes of a key before its last dot, and that dot; 0 when there is none. */
static inline gsize
find_last_fragment (const GyreEvent *event)
{
  const char *dot = memrchr (event->key, '.', event->key_length);

  return dot != NULL ? dot + 1 - event->key : 0;
}

/* A name that can have no settings is told for each key, but once for a section that is called so. */
static void
tell_wrong_target (GyreChecker *self, guint index, const GyreTarget *target, GyreCheckerSection *section)
{
  if (section != NULL && section->is_told)
    return;
  if (section != NULL)
    section->is_told = TRUE;
  gyre_checker_tell (self, target->is_open ? GYRE_SEVERITY_WARNING : GYRE_SEVERITY_ERROR, dup_key_place (self, index, 0), target->hint,
        "%s", target->message);
}

/* Whether the whole key is the family of a class in a package that is known, which somebody has given a value. */
static gboolean
is_family_of_package (GyreChecker *self, const GyreEvent *event)
{
  const char *section = gyre_checker_get_section (self, event->section)->name;

  g_string_assign (self->name, section);
  g_string_append_printf (self->name, "%s%.*s", *section != '\0' ? "." : "", (int) event->key_length, event->key);
  return gyre_executive_peek_family (self->executive, self->name->str) != NULL;
}

/* Whether the whole key is the family of a class, which somebody has given a value. */
static gboolean
is_family (GyreChecker *self, const GyreTarget *target, const GyreEvent *event, gsize last)
{
  if (!GYRE_IS_ROLE (target->record) || target->next != NULL)
    return FALSE;
  g_string_assign (self->name, gyre_requirement_get_family (target->record));
  g_string_append_c (self->name, '.');
  g_string_append_len (self->name, event->key + last, event->key_length - last);
  return gyre_executive_peek_family (self->executive, self->name->str) != NULL;
}

static void
check_assignment (GyreChecker *self, const GyreEvent *event, guint index)
{
  gsize last = find_last_fragment (event);
  const GyreTarget *target = last > 0 ? find_deep_target (self, event, last - 1, index)
                                  : find_section_target (self, event->section, index);

  if ((target->message != NULL && is_family (self, target, event, last))
      || (target->is_of_package && target->record == NULL && target->message == NULL && is_family_of_package (self, event)))
    gyre_checker_tell (self, GYRE_SEVERITY_ERROR, dup_key_place (self, index, 0), "settings are for the traits of a class",
          "'%s' is a family, which has no value", self->name->str);
  else if (target->message != NULL)
    tell_wrong_target (self, index, target, last == 0 ? gyre_checker_get_section (self, event->section) : NULL);
  else if (target->record != NULL && target->next != NULL && check_inside (self, event, index, target, last))
    return;
  else if (target->record != NULL && target->next != NULL)
    check_trait (self, event, index, target->record, target->next, target->matched, TRUE);
  else if (target->record != NULL)
    {
      g_string_truncate (self->name, 0);
      g_string_append_len (self->name, event->key + last, event->key_length - last);
      check_trait (self, event, index, target->record, self->name->str, target->matched, FALSE);
    }
  else
    gyre_checker_check_untyped (self, event, index);
}

/* What stands in a part of a component of a known class is left to run time; only who asks for names of former times gets those. What
 * is no part and no mapping holds nothing. */
static void
check_conditional_part (GyreChecker *self, const GyreEvent *event, guint index, GyreRequirement *record, gsize last)
{
  guint depth = gyre_events_get_section (self->events, event->section)->depth;
  gsize length = (const char *) memchr (event->key, '.', event->key_length) - event->key;
  g_autofree char *part = g_strndup (event->key, length);
  g_autofree char *name = g_strndup (event->key + last, event->key_length - last);
  g_autofree char *path = g_strconcat (gyre_requirement_get_public_name (record), ".", part, NULL);
  GyreDescriptor *descriptor = gyre_requirement_find_trait (record, part);

  if (descriptor == NULL || descriptor->sort == GYRE_DESCRIPTOR_BEHAVIOR)
    return;
  if (self->outdated != NULL && gyre_trait_is_facility ((const GyreTrait *) descriptor) && length == last - 1)
    gyre_checker_check_part (self, event, index, depth + 1, (const GyreTrait *) descriptor, name);
  else if (!gyre_trait_is_facility ((const GyreTrait *) descriptor) && !gyre_target_has_entries ((const GyreTrait *) descriptor))
    tell_too_deep (self, index, depth, path, descriptor);
}

/* The same where the part is a section of its own. */
static void
check_enclosed (GyreChecker *self, guint index, guint number)
{
  const GyreEventSection *section = gyre_events_get_section (self->events, number);
  GyreRequirement *record = gyre_checker_get_section (self, section->parent)->record;
  g_autofree char *part = NULL;
  g_autofree char *path = NULL;
  GyreDescriptor *descriptor;

  if (section->family != NULL || number == 0 || section->path_length == 0 || record == NULL)
    return;
  part = g_strndup (section->path, section->path_length);
  part[strcspn (part, ".")] = '\0';
  path = g_strconcat (gyre_requirement_get_public_name (record), ".", part, NULL);
  descriptor = gyre_requirement_find_trait (record, part);
  if (descriptor != NULL && descriptor->sort != GYRE_DESCRIPTOR_BEHAVIOR && !gyre_trait_is_facility ((const GyreTrait *) descriptor)
      && !gyre_target_has_entries ((const GyreTrait *) descriptor))
    tell_too_deep (self, index, gyre_events_get_section (self->events, section->parent)->depth, path, descriptor);
}

/* The innermost condition on the component itself, not on what it stands in, says of which class it is. */
static void
check_conditional (GyreChecker *self, const GyreEvent *event, guint index)
{
  const GyreEventSection *section = gyre_events_get_section (self->events, event->section);
  guint number = event->section;
  guint depth = section->depth;
  gsize last = find_last_fragment (event);
  GyreRequirement *record;

  while (section->family == NULL && number != 0 && gyre_events_get_section (self->events, section->parent)->depth == depth)
    {
      number = section->parent;
      section = gyre_events_get_section (self->events, number);
    }
  record = gyre_checker_get_section (self, number)->record;
  if (record == NULL)
    {
      check_enclosed (self, index, event->section);
      return;
    }
  if (last > 0)
    {
      check_conditional_part (self, event, index, record, last);
      return;
    }
  g_string_truncate (self->name, 0);
  g_string_append_len (self->name, event->key, event->key_length);
  check_trait (self, event, index, record, self->name->str, depth, FALSE);
}

static GyreLocator *
dup_family_place (GyreChecker *self, const GyreEventSection *section)
{
  return gyre_locator_new_file (gyre_source_get_name (gyre_events_get_source (self->events)), section->line, section->family_column);
}

/* Finds the class that a condition names. */
static GyreRequirement *
check_condition (GyreChecker *self, const GyreEventSection *section)
{
  g_autofree char *family = g_strndup (section->family, section->family_length);
  g_autofree char *package = gyre_name_dup_package (family);
  g_autofree char *message = NULL;
  g_autofree char *hint = NULL;
  gboolean has_module = gyre_targets_has_module (self->targets, package);
  GyreRequirement *record;

  if (!gyre_registrar_has_package (gyre_executive_get_registrar (self->executive), package) && !has_module)
    {
      hint = gyre_targets_suggest_package (self->targets, family);
      if (hint != NULL)
        gyre_checker_tell (self, GYRE_SEVERITY_ERROR, dup_family_place (self, section), hint, "no family '%s'", family);
      return NULL;
    }
  record = gyre_executive_find_family (self->executive, family, NULL);
  if (GYRE_IS_ACTOR (record))
    return record;
  if (record != NULL)
    message = g_strdup_printf ("a condition must name the family of a class, '%s' is an interface", family);
  else
    {
      message = gyre_executive_explain_missing (self->executive, family);
      hint = gyre_registrar_suggest_family (gyre_executive_get_registrar (self->executive), family);
    }
  /* What no module brings the program can still declare. */
  gyre_checker_tell (self, record == NULL && !has_module ? GYRE_SEVERITY_WARNING : GYRE_SEVERITY_ERROR,
        dup_family_place (self, section), hint, "%s", message);
  return NULL;
}

static void
read_sections (GyreChecker *self)
{
  g_array_set_size (self->sections, 0);
  for (guint number = 0; number < self->events->sections->len; number++)
    {
      const GyreEventSection *section = gyre_events_get_section (self->events, number);
      const char *outer = number > 0 ? gyre_checker_get_section (self, section->parent)->name : "";
      GyreCheckerSection note = { NULL };

      note.name = g_strdup_printf ("%s%s%.*s", outer, *outer != '\0' && section->path_length > 0 ? "." : "",
                                   (int) section->path_length, section->path_length > 0 ? section->path : "");
      if (section->family != NULL)
        note.record = check_condition (self, section);
      g_array_append_val (self->sections, note);
    }
}

static gint
compare_wounds (gconstpointer left, gconstpointer right)
{
  guint64 first = *(const guint64 *) left;
  guint64 second = *(const guint64 *) right;

  return first < second ? -1 : first > second;
}

static guint64
get_wound (guint line, guint column)
{
  return (guint64) line << 32 | column;
}

/* Where the codec has told mistakes. */
static void
read_wounds (GyreChecker *self)
{
  g_array_set_size (self->wounds, 0);
  for (guint index = 0; gyre_events_get_source (self->events) != NULL && index < gyre_report_get_length (self->report); index++)
    {
      GyreLocator *place = gyre_diagnostic_get_locator (gyre_report_get_diagnostic (self->report, index));
      guint64 wound = place != NULL ? get_wound (gyre_locator_get_line (place), gyre_locator_get_column (place)) : 0;

      g_array_append_val (self->wounds, wound);
    }
  g_array_sort (self->wounds, compare_wounds);
}

/* A value that goes on in other lines ends where the next event begins. N.B. This reads the line, which can be as long as the file:
 * only to be asked for one event before each wound. */
static guint64
find_value_end (GyreChecker *self, const GyreEvent *event, guint index)
{
  g_autoptr (GyreLocator) end = gyre_events_dup_value_locator (self->events, index, event->value_length);
  g_autofree char *line = gyre_source_dup_line (gyre_events_get_source (self->events), event->value_line);

  if (line == NULL || gyre_locator_get_line (end) != event->value_line
      || gyre_locator_get_column (end) <= g_utf8_strlen (line, -1) + 1)
    return get_wound (gyre_locator_get_line (end), gyre_locator_get_column (end));
  return G_MAXUINT64;
}

/* Whether the codec has told a mistake inside of the value of an event: then it is not the value that was meant. */
static gboolean
is_torn (GyreChecker *self, const GyreEvent *event, guint index)
{
  guint64 start = get_wound (event->value_line, event->value_column);
  const GyreEvent *next = index + 1 < self->events->length ? gyre_events_get (self->events, index + 1) : NULL;
  guint low = 0;
  guint high = self->wounds->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->wounds, guint64, middle) < start)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->wounds->len || (next != NULL && g_array_index (self->wounds, guint64, low) >= get_wound (next->line, next->column)))
    return FALSE;
  return g_array_index (self->wounds, guint64, low) <= find_value_end (self, event, index);
}

void
gyre_checker_check (GyreChecker *self, GyreEvents *events, GyreReport *report)
{
  self->events = events;
  self->report = report;
  self->last_target = NULL;
  read_wounds (self);
  read_sections (self);
  for (guint index = 0; index < events->length; index++)
    {
      const GyreEvent *event = gyre_events_get (events, index);

      if (self->wounds->len > 0 && is_torn (self, event, index))
        continue;
      if (event->kind == GYRE_EVENT_ASSIGNMENT)
        check_assignment (self, event, index);
      else if (event->kind == GYRE_EVENT_CONDITIONAL)
        check_conditional (self, event, index);
    }
  gyre_checker_check_circles (self);
  self->events = NULL;
  self->report = NULL;
}

void
gyre_checker_set_outdated (GyreChecker *checker, GyreCheckerOutdated outdated, gpointer data)
{
  checker->outdated = outdated;
  checker->outdated_data = data;
}

void
gyre_checker_check_setting (GyreChecker *self, const char *key, const char *text, GyreLocator *locator, GyreReport *report)
{
  GyreEvent event = { .key = key, .key_length = strlen (key), .value = text, .value_length = strlen (text),
                      .kind = GYRE_EVENT_ASSIGNMENT };
  GyreCheckerSection root = { g_strdup ("") };

  self->report = report;
  self->locator = locator;
  self->last_target = NULL;
  g_array_set_size (self->sections, 0);
  g_array_append_val (self->sections, root);
  check_assignment (self, &event, 0);
  gyre_checker_check_circles (self);
  self->report = NULL;
  self->locator = NULL;
}
