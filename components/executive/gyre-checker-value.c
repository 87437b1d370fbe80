/* gyre-checker-value.c: Whether the value of a setting can be that of a trait
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-checker-value-private.h"
#include "gyre-executive-private.h"
#include "gyre-expression-container-private.h"
#include "gyre-former-private.h"
#include "gyre-literal.h"
#include "gyre-name.h"
#include "gyre-target-private.h"
#include "gyre-specification-private.h"
#include "gyre-value-error-private.h"

#include <string.h>

/* A class can break several promises, one a line, and a circle has many cells; a diagnostic has one line. */
static char *
dup_one_line (const char *message, const char *separator)
{
  g_auto (GStrv) lines = g_strsplit (message, "\n", -1);

  for (guint index = 0; lines[index] != NULL; index++)
    g_strstrip (lines[index]);
  return g_strjoinv (separator, lines);
}

static void
check_facility (GyreChecker *self, guint index, const GyreTrait *trait, const char *path, const char *text)
{
  g_autofree char *family = NULL;
  g_autofree char *name = NULL;
  g_autofree char *hint = NULL;
  g_autoptr (GError) error = NULL;
  const char *reason = NULL;

  gyre_specification_split (text, &family, &name);
  if (strchr (text, '#') != NULL && !gyre_name_is_valid (name, &reason))
    gyre_checker_tell (self, GYRE_SEVERITY_ERROR, gyre_checker_dup_value_place (self, index, strchr (self->text->str, '#') - self->text->str),
          "write a family, family#name, #name, or none", "%s: behind the '#', %s", path, reason);
  if (family != NULL && gyre_specification_find_class (self->executive, family, gyre_trait_get_value_type (trait),
                                                       &hint, &error) == NULL)
    {
      g_autofree char *message = dup_one_line (error->message, "; ");

      gyre_checker_tell (self, GYRE_SEVERITY_ERROR, gyre_checker_dup_value_place (self, index, 0), hint, "%s: %s", path, message);
    }
}

/* The offset of an error counts characters; a structured kind sees the text as it was written. */
static void
tell_value_error (GyreChecker *self, guint index, const char *path, const GError *error)
{
  gsize offset = 0;

  if (!gyre_value_error_get_offset (error, &offset))
    offset = 0;
  offset = MIN (offset, (gsize) g_utf8_strlen (self->text->str, self->text->len));
  offset = g_utf8_offset_to_pointer (self->text->str, offset) - self->text->str;
  gyre_checker_tell (self, GYRE_SEVERITY_ERROR, gyre_checker_dup_value_place (self, index, offset), gyre_value_error_get_hint (error),
        "%s: %s", path, gyre_value_error_get_statement (error));
}

/* The whole name of what an event speaks of; a trait by its canonical name. */
static char *
dup_key (GyreChecker *self, const GyreEvent *event, const GyreTrait *trait, char **owner)
{
  const char *section = gyre_checker_get_section (self, event->section)->name;
  g_autofree char *key = g_strdup_printf ("%s%s%.*s", section, *section != '\0' ? "." : "", (int) event->key_length, event->key);
  char *dot = strrchr (key, '.');

  *owner = dot != NULL ? g_strndup (key, dot - key) : g_strdup ("");
  if (trait == NULL || dot == NULL || trait->descriptor.name == NULL)
    return g_steal_pointer (&key);
  return gyre_trait_dup_path (trait, *owner);
}

static gboolean
is_unconditional (GyreChecker *self, const GyreEvent *event, guint index)
{
  return event->kind == GYRE_EVENT_ASSIGNMENT
         && (self->events == NULL || gyre_events_get_section (self->events, event->section)->n_conditions == 0);
}

/* Settings that hold under the same conditions hold together. @may_be_new makes the circle if it is not there. */
static GyreCircle *
find_circle (GyreChecker *self, const GyreEvent *event, guint index, gboolean may_be_new)
{
  g_autoptr (GString) conditions = NULL;
  GyreCircle *circle;

  if (is_unconditional (self, event, index))
    return self->circle;
  if (!may_be_new && g_hash_table_size (self->circles) == 0)
    return NULL;
  conditions = g_string_new (NULL);
  for (guint number = event->section; number != 0; number = gyre_events_get_section (self->events, number)->parent)
    {
      const GyreEventSection *section = gyre_events_get_section (self->events, number);

      if (section->family != NULL)
        g_string_append_printf (conditions, "%s#%.*s ", gyre_checker_get_section (self, number)->name, (int) section->family_length,
                                section->family);
    }
  circle = g_hash_table_lookup (self->circles, conditions->str);
  if (circle == NULL && may_be_new)
    {
      circle = gyre_circle_new (self->executive);
      g_hash_table_insert (self->circles, g_strdup (conditions->str), circle);
    }
  return circle;
}

/* The class of a component that a reference names: a family, or what a condition around the setting says. */
static GyreRequirement *
find_class (GyreChecker *self, const GyreEvent *event, guint index, const char *component)
{
  const GyreTarget *target;

  for (guint number = self->events != NULL ? event->section : 0; number != 0; number = gyre_events_get_section (self->events, number)->parent)
    if (gyre_checker_get_section (self, number)->record != NULL && g_str_equal (gyre_checker_get_section (self, number)->name, component))
      return gyre_checker_get_section (self, number)->record;
  target = gyre_checker_find_target (self, component, index);
  return target->next == NULL ? target->record : NULL;
}

/* An open class has what anybody gives it. */
static gboolean
can_have (GyreRequirement *record, const char *name)
{
  return gyre_requirement_find_trait (record, name) != NULL || gyre_former_find (record, name) != NULL
         || (GYRE_IS_ACTOR (record) && gyre_actor_is_open (GYRE_ACTOR (record)));
}

/* What a class has not can't be followed, whoever is built. What nobody knows today can be there when it is wanted. */
static void
check_names (GyreChecker *self, const GyreEvent *event, guint index, const char *key, const char *owner, const GyreExpression *expression)
{
  for (guint number = 0; number < gyre_expression_get_length (expression); number++)
    {
      const char *name = gyre_expression_get_name (expression, number);
      g_autofree char *component = gyre_reference_resolve (name, owner);
      char *dot = component != NULL ? strrchr (component, '.') : NULL;
      GyreRequirement *record;
      g_autofree char *hint = NULL;
      gsize offset = g_utf8_offset_to_pointer (self->text->str, gyre_expression_get_offset (expression, number)) - self->text->str;

      if (dot == NULL)
        continue;
      *dot++ = '\0';
      record = find_class (self, event, index, component);
      if (record == NULL || can_have (record, dot))
        continue;
      hint = gyre_requirement_suggest_trait (record, dot);
      gyre_checker_tell (self, GYRE_SEVERITY_ERROR, gyre_checker_dup_value_place (self, index, offset), hint,
                         "%s: follows '%s', and %s has no trait '%s'", key, name, gyre_requirement_get_public_name (record), dot);
    }
}

static GyreExpression *
compile (GyreChecker *self, const GyreTrait *trait, GError **error)
{
  if (trait == NULL)
    return gyre_circle_compile (self->text->str, error);
  return gyre_expression_new_for (trait, self->text->str, self->text->len, error);
}

/* A text that follows other values: what they will be nobody knows yet. @trait is NULL where nobody knows what it is for. */
static void
check_references (GyreChecker *self, const GyreEvent *event, guint index, const char *path, const GyreTrait *trait)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreExpression) expression = compile (self, trait, &error);
  g_autoptr (GyreLocator) place = NULL;
  g_autofree char *owner = NULL;
  g_autofree char *key = dup_key (self, event, trait, &owner);

  if (expression == NULL)
    tell_value_error (self, index, path != NULL ? path : key, error);
  else
    {
      check_names (self, event, index, path != NULL ? path : key, owner, expression);
      place = gyre_checker_dup_value_place (self, index, 0);
      gyre_circle_add (find_circle (self, event, index, TRUE), key, owner, expression, place);
    }
}

static gboolean
has_references (GyreChecker *self, const GyreEvent *event)
{
  g_string_truncate (self->text, 0);
  g_string_append_len (self->text, event->value, event->value_length);
  return memchr (event->value, '{', event->value_length) != NULL && gyre_text_has_references (self->text->str, self->text->len);
}

/* A plain value takes the place of one that followed others. */
static void
forget_references (GyreChecker *self, const GyreEvent *event, guint index, const GyreTrait *trait)
{
  g_autofree char *owner = NULL;
  g_autofree char *key = NULL;

  GyreCircle *circle = find_circle (self, event, index, FALSE);

  if (circle == NULL || gyre_circle_is_empty (circle))
    return;
  key = dup_key (self, event, trait, &owner);
  gyre_circle_remove (circle, key);
}

/* A setting of a name of which nobody knows what it is: it can be one that others refer to. */
void
gyre_checker_check_untyped (GyreChecker *self, const GyreEvent *event, guint index)
{
  if (has_references (self, event))
    check_references (self, event, index, NULL, NULL);
  else
    forget_references (self, event, index, NULL);
}

static const char *
get_operator (GyreChecker *self, guint index)
{
  return self->events != NULL ? gyre_events_get_operator (self->events, index) : "=";
}

static gboolean
check_operator (GyreChecker *self, guint index, const char *path, const GyreTrait *trait)
{
  const char *operator = get_operator (self, index);

  if (strcmp (operator, "=") == 0 || trait->element != NULL || trait->kind == &gyre_kind_array)
    return TRUE;
  gyre_checker_tell (self, GYRE_SEVERITY_ERROR, gyre_checker_dup_value_place (self, index, 0), "write '=' to set the value",
        "%s: '%s' is for lists, sets and mappings, this is of kind %s", path, operator, trait->kind->name);
  return FALSE;
}

/* What is taken out of a mapping are keys. */
static gboolean
parse_value (GyreChecker *self, guint index, const GyreTrait *trait, GyreValue *value, GError **error)
{
  GyreLiteral *keys;

  if (strcmp (get_operator (self, index), "-=") != 0 || !gyre_target_has_entries (trait))
    return gyre_trait_parse (trait, self->text->str, value, error);
  *value = GYRE_NONE;
  keys = gyre_literal_parse_list (self->text->str, error);
  if (keys == NULL)
    return FALSE;
  gyre_literal_free (keys);
  return TRUE;
}

void
gyre_checker_check_value (GyreChecker *self, const GyreEvent *event, guint index, GyreRequirement *record, const GyreTrait *trait)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  GyreValue value;
  gboolean is_good;

  if (has_references (self, event) && !gyre_trait_is_facility (trait) && !gyre_trait_is_foreign (trait))
    {
      path = gyre_trait_dup_path (trait, gyre_requirement_get_public_name (record));
      self->is_secret = gyre_trait_is_secret (trait);
      check_references (self, event, index, path, trait);
      self->is_secret = FALSE;
      return;
    }
  forget_references (self, event, index, trait);
  is_good = parse_value (self, index, trait, &value, &error);
  if (is_good && !gyre_trait_is_facility (trait) && strcmp (get_operator (self, index), "=") == 0)
    {
      gyre_kind_clear (gyre_trait_get_kind (trait), &value);
      return;
    }
  path = gyre_trait_dup_path (trait, gyre_requirement_get_public_name (record));
  self->is_secret = gyre_trait_is_secret (trait);
  if (!check_operator (self, index, path, trait))
    {
      if (is_good)
        gyre_kind_clear (gyre_trait_get_kind (trait), &value);
      self->is_secret = FALSE;
      return;
    }
  if (!is_good)
    tell_value_error (self, index, path, error);
  else if (value.present && gyre_trait_is_facility (trait))
    check_facility (self, index, trait, path, value.string);
  self->is_secret = FALSE;
  if (is_good)
    gyre_kind_clear (gyre_trait_get_kind (trait), &value);
}

/* What a part has by default; it can be of another class, so only what the default has is checked. */
void
gyre_checker_check_part (GyreChecker *self, const GyreEvent *event, guint index, guint fragment, const GyreTrait *facility,
                         const char *name)
{
  g_autofree char *family = NULL;
  g_autofree char *instance = NULL;
  GyreRole *role = (GyreRole *) gyre_role_get (gyre_trait_get_value_type (facility));
  const char *text = facility->initial.text != NULL ? facility->initial.text : role != NULL ? gyre_role_get_implementation (role) : NULL;
  GyreActor *actor;
  GyreDescriptor *descriptor;

  if (text == NULL)
    return;
  gyre_specification_split (text, &family, &instance);
  actor = family != NULL ? gyre_specification_find_class (self->executive, family, gyre_trait_get_value_type (facility), NULL, NULL)
                         : NULL;
  descriptor = actor != NULL ? gyre_requirement_find_trait (GYRE_REQUIREMENT (actor), name) : NULL;
  if (descriptor != NULL && descriptor->sort != GYRE_DESCRIPTOR_BEHAVIOR && event->kind == GYRE_EVENT_ASSIGNMENT)
    gyre_checker_check_value (self, event, index, GYRE_REQUIREMENT (actor), (const GyreTrait *) descriptor);
  self->facility = facility;
  if (actor != NULL && descriptor == NULL && gyre_former_find (GYRE_REQUIREMENT (actor), name) != NULL)
    gyre_checker_check_former (self, event, index, fragment, GYRE_REQUIREMENT (actor), name,
                               gyre_former_find (GYRE_REQUIREMENT (actor), name));
  self->facility = NULL;
}

/* Relative names in an entry start from the component, as those in the whole mapping do. */
static void
check_entry_references (GyreChecker *self, const GyreEvent *event, guint index, const char *path, const GyreTrait *mapping)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreExpression) expression = compile (self, mapping->element, &error);
  g_autoptr (GyreLocator) place = NULL;
  g_autofree char *owner = NULL;
  g_autofree char *key = dup_key (self, event, NULL, &owner);
  char *dot = strrchr (owner, '.');

  if (expression == NULL)
    {
      tell_value_error (self, index, path, error);
      return;
    }
  if (dot != NULL)
    *dot = '\0';
  check_names (self, event, index, path, owner, expression);
  place = gyre_checker_dup_value_place (self, index, 0);
  gyre_circle_add (find_circle (self, event, index, TRUE), key, owner, expression, place);
}

void
gyre_checker_check_entry (GyreChecker *self, const GyreEvent *event, guint index, const char *path, const GyreTrait *mapping)
{
  g_autoptr (GError) error = NULL;
  GyreValue value = GYRE_NONE;

  if (has_references (self, event))
    {
      if (gyre_trait_is_facility (mapping->element))
        gyre_checker_tell (self, GYRE_SEVERITY_ERROR, gyre_checker_dup_value_place (self, index, 0),
                           "write a family, family#name, #name, or none", "%s: what is a component can't follow other values", path);
      else
        check_entry_references (self, event, index, path, mapping);
      return;
    }
  forget_references (self, event, index, NULL);
  if (!gyre_trait_parse (mapping->element, self->text->str, &value, &error))
    tell_value_error (self, index, path, error);
  gyre_kind_clear (mapping->element->kind, &value);
}

static void
check_circle (GyreChecker *self, GyreCircle *circle)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  GyreLocator *place = NULL;

  if (gyre_circle_is_empty (circle) || gyre_circle_check (circle, &place, &error))
    return;
  message = dup_one_line (error->message, " ");
  gyre_checker_tell (self, GYRE_SEVERITY_ERROR, place, "let one of them have a value of its own", "%s", message);
}

/* Everything that follows in a circle, once all of the load is known. What holds under conditions is known to its end of the file. */
void
gyre_checker_check_circles (GyreChecker *self)
{
  GHashTableIter iterator;
  gpointer circle;

  check_circle (self, self->circle);
  g_hash_table_iter_init (&iterator, self->circles);
  while (g_hash_table_iter_next (&iterator, NULL, &circle))
    check_circle (self, circle);
  g_hash_table_remove_all (self->circles);
}
