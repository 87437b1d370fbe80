/* gyre-resolution.c: From the text that says a component to the component
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     gauss.shapes.ball          a new instance of the family
 *     gauss.shapes.ball#unit     the instance `unit` of the family: the living one, or a new one
 *     #unit                      the living instance `unit`, or a new one of the default class
 *     #GaussBall0                the living instance that has no name of its own
 *     ball                       where shapes are asked for: gauss.shapes.ball
 *     gauss.shapes               where an interface is named: what it suggests
 */
#include "gyre-resolution-private.h"
#include "gyre-class.h"
#include "gyre-compatibility.h"
#include "gyre-identity-private.h"
#include "gyre-name.h"
#include "gyre-reservation-private.h"

/* Splits a specification and checks that both parts are names. */
gboolean
gyre_resolution_check (GyreExecutive *executive, const char *text, char **family, char **name, GError **error)
{
  const char *reason = "it is empty";

  gyre_specification_split (text, family, name);
  if ((*family != NULL || *name != NULL) && (*family == NULL || gyre_name_is_valid (*family, &reason))
      && (*name == NULL || gyre_name_is_valid (*name, &reason)))
    return TRUE;
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_SPECIFICATION,
               "'%s' says no component: %s; write family, family#name or #name", text, reason);
  g_clear_pointer (family, g_free);
  g_clear_pointer (name, g_free);
  return FALSE;
}

/* Finds a class, loading its module if nobody knows it, and checks that it does what is asked for. Nothing is built. */
GyreActor *
gyre_resolution_find_class (GyreExecutive *executive, const char *family, GType type, GError **error)
{
  g_autofree char *hint = NULL;
  GError *problem = NULL;
  GyreActor *actor = gyre_specification_find_class (executive, family, type, &hint, &problem);

  if (actor == NULL)
    {
      gboolean is_unknown = g_error_matches (problem, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN);
      g_set_error (error, GYRE_COMPONENT_ERROR, is_unknown ? GYRE_COMPONENT_ERROR_UNKNOWN : GYRE_COMPONENT_ERROR_INCOMPATIBLE,
                   "%s%s%s", problem->message, hint != NULL ? "; " : "", hint != NULL ? hint : "");
      g_error_free (problem);
    }
  return actor;
}

static gboolean
refuse_class (GObject *instance, GyreActor *actor, GError **error)
{
  GyreComponent *component = GYRE_COMPONENT (instance);
  g_autoptr (GyreLocator) locator = gyre_component_dup_locator (component);
  g_autofree char *place = gyre_locator_to_string (locator);

  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_NAME, "'%s' is the name of an instance of %s (%s)",
               gyre_component_get_name (component), gyre_requirement_get_public_name (GYRE_REQUIREMENT (actor)), place);
  return FALSE;
}

/* What asks for a class and not for an interface gets a pointer to the struct of it: structure alone is not enough. */
static gboolean
check_type (GObject *instance, GType type, GError **error)
{
  if (type == G_TYPE_INVALID || g_type_is_a (G_OBJECT_TYPE (instance), type))
    return TRUE;
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INCOMPATIBLE, "must be a %s, is a %s", g_type_name (type),
               G_OBJECT_TYPE_NAME (instance));
  return FALSE;
}

static gboolean
check_role (GyreActor *actor, GyreRole *role, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (gyre_requirement_is_compatible (GYRE_REQUIREMENT (actor), GYRE_REQUIREMENT (role), &cause))
    return TRUE;
  g_set_error_literal (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INCOMPATIBLE, cause->message);
  return FALSE;
}

/* Whether a living instance is of a class, if one is said, and does what is asked for. */
gboolean
gyre_resolution_check_instance (GyreExecutive *executive, GObject *instance, const char *family, GType type,
                                GError **error)
{
  GyreActor *actor = gyre_actor_get (G_OBJECT_TYPE (instance));
  GyreActor *wanted = family != NULL ? gyre_resolution_find_class (executive, family, type, error) : NULL;
  GyreRole *role = gyre_role_get (type);

  if (family != NULL && wanted == NULL)
    return FALSE;
  if (GYRE_IS_COMPONENT (instance) && gyre_identity_has (GYRE_COMPONENT (instance), GYRE_IDENTITY_DELETED))
    {
      g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_DELETED, "must be a living component, this one is deleted");
      return FALSE;
    }
  if (wanted != NULL && wanted != actor && GYRE_IS_COMPONENT (instance))
    return refuse_class (instance, actor, error);
  if (role == NULL)
    return check_type (instance, type, error);
  return check_role (actor, role, error);
}

static GObject *
build (GyreExecutive *executive, GyreActor *actor, const char *name, GyreLocator *locator, GError **error)
{
  const GyreConstruction construction = { .name = name, .locator = locator };
  GObject *instance;

  gyre_executive_push (executive);
  instance = gyre_attribute_classifier_call (GYRE_ATTRIBUTE_CLASSIFIER (actor), &construction, error);
  gyre_executive_pop (executive);
  return instance;
}

/*
 * gyre_resolution_run:
 * @type: the interface or class that is asked for; G_TYPE_INVALID for any
 * @default_family: the class for a name that nobody has; NULL for what the interface suggests
 * @default_name: the name of a new instance that the text gives none
 * @locator: where it is asked for
 *
 * Finds the instance that a text means, or builds it. Returns a reference.
 */
GObject *
gyre_resolution_run (GyreExecutive *executive, const char *text, GType type, const char *default_family,
                     const char *default_name, GyreLocator *locator, GError **error)
{
  g_autofree char *family = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GObject) instance = NULL;
  GyreRole *role = gyre_role_get (type);
  GyreActor *actor;

  if (!gyre_resolution_check (executive, text, &family, &name, error))
    return NULL;
  if (name != NULL)
    {
      gyre_reservation_wait (executive, name);
      instance = gyre_nameserver_find (gyre_executive_get_nameserver (executive), name);
      if (instance == NULL)
        instance = (GObject *) gyre_executive_find_component (executive, name);
    }
  if (instance != NULL)
    return gyre_resolution_check_instance (executive, instance, family, type, error) ? g_steal_pointer (&instance) : NULL;
  if (family == NULL)
    family = g_strdup (default_family != NULL ? default_family : role != NULL ? gyre_role_get_implementation (role) : NULL);
  if (family == NULL)
    {
      g_autofree char *hint = gyre_nameserver_suggest (gyre_executive_get_nameserver (executive), name);
      g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN,
                   "there is no instance '%s', and nothing says of what class it should be%s%s", name,
                   hint != NULL ? "; " : "", hint != NULL ? hint : "");
      return NULL;
    }
  actor = gyre_resolution_find_class (executive, family, type, error);
  return actor != NULL ? build (executive, actor, name != NULL ? name : default_name, locator, error) : NULL;
}
