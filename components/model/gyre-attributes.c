/* gyre-attributes.c: Many traits of one component at once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * All ways lead through a transaction. Every value is looked at, so that one error tells all that is wrong.
 */
#include "gyre-attributes.h"
#include "gyre-commit-private.h"
#include "gyre-creation-private.h"
#include "gyre-transaction.h"

#include <string.h>

/* What is to be set, by whom, and what is wrong with it. */
typedef struct
{
  GyreComponent *component;
  GyreTransaction *transaction;
  GyreLocator *locator;
  GyreReport *report;
} Setting;

#define PLACE __builtin_return_address (0)

static Setting
begin (GyreComponent *component, gconstpointer place)
{
  return (Setting) { component, gyre_transaction_begin (gyre_component_get_executive (component)),
                     gyre_locator_new_address (place), gyre_report_new () };
}

/* Takes the error, if there is one. */
static void
note (Setting *self, GError *problem)
{
  if (problem == NULL)
    return;
  gyre_report_error (self->report, NULL, NULL, "%s", problem->message);
  g_error_free (problem);
}

static void
set_value (Setting *self, const char *name, const GValue *value)
{
  GError *problem = NULL;

  gyre_transaction_set_value_from (self->transaction, self->component, name, value, GYRE_CATEGORY_EXPLICIT, self->locator, &problem);
  note (self, problem);
}

static void
set_text (Setting *self, const char *name, const char *text)
{
  GError *problem = NULL;

  gyre_transaction_set_text_from (self->transaction, self->component, name, text, GYRE_CATEGORY_EXPLICIT, self->locator, &problem);
  note (self, problem);
}

static gboolean
end (Setting *self, GError **error)
{
  gboolean done = gyre_report_to_error (self->report, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, error)
                  && gyre_transaction_commit (self->transaction, error);

  gyre_transaction_unref (self->transaction);
  gyre_locator_unref (self->locator);
  gyre_report_unref (self->report);
  return done;
}

/**
 * gyre_component_set_attributes: (skip)
 * @self: a component
 * @error: return location for an error of %GYRE_COMPONENT_ERROR that tells everything that is wrong
 * @...: pairs of the name or alias of a trait and its value as g_object_set() takes it, ended by %NULL
 *
 * Sets many traits, or none. What stands behind an unknown name can't be read, so nothing is said about it.
 *
 * Returns: whether they are set
 *
 * Since: 0.1
 */
gboolean
gyre_component_set_attributes (GyreComponent *self, GError **error, ...)
{
  Setting setting;
  GError *problem = NULL;
  const char *name;
  va_list arguments;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self), FALSE);

  setting = begin (self, PLACE);
  va_start (arguments, error);
  while (problem == NULL && (name = va_arg (arguments, const char *)) != NULL)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      if (gyre_creation_collect (gyre_component_get_actor (self), name, &arguments, &value, &problem))
        set_value (&setting, name, &value);
    }
  va_end (arguments);
  note (&setting, problem);
  return end (&setting, error);
}

/**
 * gyre_component_set_attributes_with_values: (rename-to gyre_component_set_attributes)
 * @self: a component
 * @traits: (array length=n_traits): names or aliases
 * @values: (array length=n_traits): their values
 * @n_traits: how many
 * @error: return location for an error that tells everything that is wrong
 *
 * Sets many traits, or none.
 *
 * Returns: whether they are set
 *
 * Since: 0.1
 */
gboolean
gyre_component_set_attributes_with_values (GyreComponent *self, const char * const *traits, const GValue *values, guint n_traits,
                                           GError **error)
{
  Setting setting;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && (n_traits == 0 || (traits != NULL && values != NULL)), FALSE);

  setting = begin (self, PLACE);
  for (guint index = 0; index < n_traits; index++)
    set_value (&setting, traits[index], &values[index]);
  return end (&setting, error);
}

/* Data of a kind that has some; the text of all others, and of what shall become a component. */
static void
set_variant (Setting *self, const char *name, GVariant *variant)
{
  GyreRequirement *requirement = GYRE_REQUIREMENT (gyre_component_get_actor (self->component));
  GyreDescriptor *descriptor = gyre_requirement_find_trait (requirement, name);
  const GyreTrait *trait = descriptor != NULL && descriptor->sort != GYRE_DESCRIPTOR_BEHAVIOR ? (const GyreTrait *) descriptor : NULL;
  g_auto (GValue) native = G_VALUE_INIT;
  GyreValue value = GYRE_NONE;
  GError *problem = NULL;

  if (trait == NULL || trait->kind == NULL || trait->kind->from_variant == NULL || gyre_trait_is_facility (trait))
    {
      g_autofree char *text = g_variant_is_of_type (variant, G_VARIANT_TYPE_STRING) ? g_variant_dup_string (variant, NULL)
                                                                                    : g_variant_print (variant, FALSE);
      set_text (self, name, text);
      return;
    }
  if (trait->kind->from_variant (trait, variant, &value, &problem))
    {
      g_value_init (&native, trait->specification->value_type);
      gyre_trait_to_gvalue (trait, value, &native);
      set_value (self, name, &native);
    }
  gyre_component_prefix_error (self->component, trait, problem != NULL ? &problem : NULL);
  note (self, problem);
  gyre_kind_clear (trait->kind, &value);
}

/**
 * gyre_component_set_attributes_from_variant:
 * @self: a component
 * @dictionary: names or aliases of traits and their values, of the type `a{sv}`; the values as the description of a component
 *   has them: numbers, texts, arrays, dictionaries
 * @error: return location for an error that tells everything that is wrong
 *
 * Sets many traits, or none.
 *
 * Returns: whether they are set
 *
 * Since: 0.1
 */
gboolean
gyre_component_set_attributes_from_variant (GyreComponent *self, GVariant *dictionary, GError **error)
{
  g_autoptr (GVariant) held = NULL;
  Setting setting;
  GVariantIter iterator;
  const char *name;
  GVariant *value;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && dictionary != NULL, FALSE);

  held = g_variant_ref_sink (dictionary);
  if (!g_variant_is_of_type (dictionary, G_VARIANT_TYPE_VARDICT))
    {
      g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "attributes must be a dictionary of type a{sv}, are %s",
                   g_variant_get_type_string (dictionary));
      return FALSE;
    }
  setting = begin (self, PLACE);
  g_variant_iter_init (&iterator, dictionary);
  while (g_variant_iter_next (&iterator, "{&sv}", &name, &value))
    {
      set_variant (&setting, name, value);
      g_variant_unref (value);
    }
  return end (&setting, error);
}

/* Behind a quoted piece, of which the first character is given; where the text ends, there. */
static const char *
skip_quoted (const char *text)
{
  char quote = *text++;

  while (*text != '\0' && *text != quote)
    text += *text == '\\' && text[1] != '\0' ? 2 : 1;
  return *text != '\0' ? text + 1 : text;
}

/* Behind a value: it ends with a space that stands neither in quotes nor in brackets. */
static const char *
skip_value (const char *text)
{
  guint depth = 0;

  while (*text != '\0' && (depth > 0 || !g_ascii_isspace (*text)))
    {
      if (strchr ("([{", *text) != NULL)
        depth++;
      else if (strchr (")]}", *text) != NULL && depth > 0)
        depth--;
      text = *text == '\'' || *text == '"' ? skip_quoted (text) : text + 1;
    }
  return text;
}

static const char *
skip_space (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return text;
}

/* One `name=value`. Returns what follows; NULL when there is no such thing. */
static const char *
read_pair (Setting *self, const char *text, const char *whole)
{
  const char *sign = text + strcspn (text, "= \t\r\n");
  const char *start = sign + (*sign != '\0');
  const char *rest;
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  if (*sign != '=' || sign == text)
    {
      gyre_report_error (self->report, NULL, NULL, "character %" G_GSIZE_FORMAT " of “%s”: expected NAME=VALUE with no space around the =",
                         (gsize) (text - whole) + 1, whole);
      return NULL;
    }
  rest = skip_value (start);
  name = g_strndup (text, sign - text);
  value = g_strndup (start, rest - start);
  set_text (self, name, value);
  return rest;
}

/**
 * gyre_component_set_attributes_from_text:
 * @self: a component
 * @text: `radius=2 label='two words' points=(1, 2)`: names or aliases, each with a = and a value as files have it, spaces
 *   between them; a value with spaces stands in quotes or brackets
 * @error: return location for an error that tells everything that is wrong
 *
 * Sets many traits, or none.
 *
 * Returns: whether they are set
 *
 * Since: 0.1
 */
gboolean
gyre_component_set_attributes_from_text (GyreComponent *self, const char *text, GError **error)
{
  Setting setting;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && text != NULL, FALSE);

  setting = begin (self, PLACE);
  for (const char *rest = skip_space (text); rest != NULL && *rest != '\0'; rest = rest != NULL ? skip_space (rest) : NULL)
    rest = read_pair (&setting, rest, text);
  return end (&setting, error);
}
