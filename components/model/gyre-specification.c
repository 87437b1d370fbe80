/* gyre-specification.c: The text that says which component is meant
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     gauss.shapes.ball          a new instance of the family
 *     gauss.shapes.ball#unit     the instance `unit` of the family: the living one, or a new one
 *     #unit                      the living instance `unit`, or a new one of the default class
 *     ball                       where shapes are asked for: gauss.shapes.ball
 *     gauss.shapes               where an interface is named: what it suggests
 */
#include "gyre-specification.h"
#include "gyre-class.h"
#include "gyre-compatibility.h"
#include "gyre-name.h"

#include <string.h>

/**
 * gyre_specification_split:
 * @text: "family", "family#name" or "#name"
 * @family: (out) (nullable): the family
 * @name: (out) (nullable): the name
 * @error: return location for %GYRE_COMPONENT_ERROR_SPECIFICATION
 *
 * Returns: whether the text is a specification
 *
 * Since: 0.1
 */
gboolean
gyre_specification_split (const char *text, char **family, char **name, GError **error)
{
  const char *hash = strchr (text, '#');
  const char *reason = NULL;

  *family = g_strstrip (hash != NULL ? g_strndup (text, hash - text) : g_strdup (text));
  *name = hash != NULL ? g_strstrip (g_strdup (hash + 1)) : NULL;
  if (**family == '\0')
    g_clear_pointer (family, g_free);
  if ((*family == NULL || gyre_name_is_valid (*family, &reason)) && (*name == NULL || gyre_name_is_valid (*name, &reason))
      && (*family != NULL || *name != NULL))
    return TRUE;
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_SPECIFICATION,
               "'%s' says no component: %s; write family, family#name or #name", text, reason != NULL ? reason : "it is empty");
  g_clear_pointer (family, g_free);
  g_clear_pointer (name, g_free);
  return FALSE;
}

/* A short name is relative to the family of the interface: where shapes are asked for, `ball` is gauss.shapes.ball. */
static GyreRequirement *
find_requirement (GyreExecutive *executive, const char *family, GyreRole *role, GError **error)
{
  const char *base = role != NULL ? gyre_requirement_get_family (GYRE_REQUIREMENT (role)) : NULL;
  g_autofree char *relative = base != NULL ? g_strconcat (base, ".", family, NULL) : NULL;
  GyreRequirement *found = gyre_registrar_find (gyre_executive_get_registrar (executive), family);
  g_autoptr (GError) problem = NULL;

  if (found == NULL && relative != NULL)
    found = gyre_executive_find_family (executive, relative, strchr (family, '.') == NULL ? &problem : NULL);
  if (found == NULL && (relative == NULL || strchr (family, '.') != NULL))
    found = gyre_executive_find_family (executive, family, problem == NULL ? &problem : NULL);
  if (found == NULL && g_type_from_name (family) != G_TYPE_INVALID && g_type_is_a (g_type_from_name (family), G_TYPE_OBJECT))
    found = (GyreRequirement *) gyre_actor_get (g_type_from_name (family));
  if (found == NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return found;
}

/**
 * gyre_specification_find_class:
 * @executive: an executive
 * @family: a family, a name relative to the interface's family, the family of an interface, or the name of a type
 * @role: (nullable): what is asked for
 * @error: return location for an error
 *
 * Finds a class without building anything of it, and checks that it does what is asked for.
 *
 * Returns: (transfer none) (nullable): the class
 *
 * Since: 0.1
 */
GyreActor *
gyre_specification_find_class (GyreExecutive *executive, const char *family, GyreRole *role, GError **error)
{
  GyreRequirement *found = find_requirement (executive, family, role, error);
  const char *suggested;

  if (found == NULL)
    return NULL;
  if (GYRE_IS_ROLE (found))
    {
      suggested = gyre_role_get_implementation (GYRE_ROLE (found));
      if (suggested != NULL)
        return gyre_specification_find_class (executive, suggested, role, error);
      g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_SPECIFICATION,
                   "%s is an interface that suggests no implementation", family);
      return NULL;
    }
  if (role != NULL && !gyre_requirement_is_compatible (found, GYRE_REQUIREMENT (role), error))
    return NULL;
  return GYRE_ACTOR (found);
}

static gboolean
check_instance (GObject *instance, const char *family, GyreExecutive *executive, GyreRole *role, GError **error)
{
  GyreActor *actor = gyre_actor_get (G_OBJECT_TYPE (instance));
  GyreActor *wanted = NULL;

  if (family != NULL)
    {
      wanted = gyre_specification_find_class (executive, family, role, error);
      if (wanted == NULL)
        return FALSE;
    }
  if (wanted != NULL && wanted != actor)
    {
      g_autoptr (GyreLocator) locator = GYRE_IS_COMPONENT (instance)
                                        ? gyre_component_dup_locator (GYRE_COMPONENT (instance)) : NULL;
      g_autofree char *place = gyre_locator_to_string (locator);
      g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_NAME, "'%s' is the name of an instance of %s (%s)",
                   GYRE_IS_COMPONENT (instance) ? gyre_component_get_name (GYRE_COMPONENT (instance)) : "it",
                   gyre_requirement_get_public_name (GYRE_REQUIREMENT (actor)), place);
      return FALSE;
    }
  return role == NULL || gyre_requirement_is_compatible (GYRE_REQUIREMENT (actor), GYRE_REQUIREMENT (role), error);
}

static GObject *
build (GyreActor *actor, const char *name, GyreLocator *locator, GError **error)
{
  const GyreConstruction construction = { .name = name, .locator = locator };

  return gyre_attribute_classifier_call (GYRE_ATTRIBUTE_CLASSIFIER (actor), &construction, error);
}

/**
 * gyre_specification_resolve:
 * @executive: an executive
 * @text: a specification
 * @role: (nullable): what is asked for
 * @default_family: (nullable): the class for a name that nobody has; %NULL for what @role suggests
 * @default_name: (nullable): the name of a new instance that the text gives none
 * @locator: (nullable): where it is asked for
 * @error: return location for an error
 *
 * Finds the instance that a text means, or builds it.
 *
 * Returns: (transfer full) (nullable): an instance that does what is asked for
 *
 * Since: 0.1
 */
GObject *
gyre_specification_resolve (GyreExecutive *executive, const char *text, GyreRole *role, const char *default_family,
                            const char *default_name, GyreLocator *locator, GError **error)
{
  g_autofree char *family = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GObject) instance = NULL;
  GyreActor *actor;

  if (!gyre_specification_split (text, &family, &name, error))
    return NULL;
  if (name != NULL)
    instance = gyre_nameserver_find (gyre_executive_get_nameserver (executive), name);
  if (instance != NULL)
    return check_instance (instance, family, executive, role, error) ? g_steal_pointer (&instance) : NULL;
  if (family == NULL)
    family = g_strdup (default_family != NULL ? default_family : role != NULL ? gyre_role_get_implementation (role) : NULL);
  if (family == NULL)
    {
      g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "there is no instance '%s', and no class to make it of",
                   name);
      return NULL;
    }
  actor = gyre_specification_find_class (executive, family, role, error);
  return actor != NULL ? build (actor, name != NULL ? name : default_name, locator, error) : NULL;
}
