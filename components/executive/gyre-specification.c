/* gyre-specification.c: Which class the text of a facility stands for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-specification-private.h"
#include "gyre-compatibility.h"
#include "gyre-executive-private.h"
#include "gyre-name.h"

#include <string.h>

void
gyre_specification_split (const char *specification, char **family, char **name)
{
  const char *hash = strchr (specification, '#');

  *family = g_strstrip (hash != NULL ? g_strndup (specification, hash - specification) : g_strdup (specification));
  if (**family == '\0')
    g_clear_pointer (family, g_free);
  *name = hash != NULL ? g_strstrip (g_strdup (hash + 1)) : NULL;
}

/* The record of what a facility asks for, if it has one. */
static GyreRequirement *
find_promise (GType type)
{
  if (G_TYPE_IS_INTERFACE (type))
    return (GyreRequirement *) gyre_role_get (type);
  return type != G_TYPE_INVALID ? (GyreRequirement *) gyre_actor_peek (type) : NULL;
}

/* What a short name is relative to: the family of an interface, the folder of a class's. */
static char *
dup_base (GyreRequirement *promise)
{
  const char *family = promise != NULL ? gyre_requirement_get_family (promise) : NULL;
  const char *dot = family != NULL ? strrchr (family, '.') : NULL;

  if (family == NULL || GYRE_IS_ROLE (promise))
    return g_strdup (family);
  return dot != NULL ? g_strndup (family, dot - family) : NULL;
}

/* What is known goes before what must be loaded: a short name must not make us look for a module of that name first. */
static GyreRequirement *
find_record (GyreExecutive *executive, const char *family, GyreRequirement *promise)
{
  g_autofree char *base = dup_base (promise);
  GyreRequirement *record = gyre_executive_peek_family (executive, family);

  if (record == NULL && base != NULL)
    {
      g_autofree char *full = g_strconcat (base, ".", family, NULL);

      record = gyre_executive_find_family (executive, full, NULL);
    }
  if (record == NULL)
    record = gyre_executive_find_family (executive, family, NULL);
  /* A class without a family is known by the name of its type. */
  return record != NULL ? record : (GyreRequirement *) gyre_actor_peek (g_type_from_name (family));
}

/* The families of all classes, and how they can be written where the promise is asked for. */
static char *
suggest (const char *family, GyreRequirement *promise)
{
  g_autoptr (GPtrArray) classes = gyre_registrar_list_classes (gyre_registrar_get_default ());
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();
  g_autofree char *base = dup_base (promise);
  gsize length = base != NULL ? strlen (base) : 0;

  for (guint index = 0; index < classes->len; index++)
    {
      const char *candidate = gyre_requirement_get_family (classes->pdata[index]);

      if (candidate != NULL && base != NULL && strncmp (candidate, base, length) == 0 && candidate[length] == '.')
        g_ptr_array_add (candidates, (gpointer) (candidate + length + 1));
      if (candidate != NULL)
        g_ptr_array_add (candidates, (gpointer) candidate);
    }
  g_ptr_array_add (candidates, NULL);
  return gyre_name_suggest (family, (const char * const *) candidates->pdata);
}

/* The default implementation of an interface. */
static GyreRequirement *
find_implementation (GyreExecutive *executive, GyreRole *role, GError **error)
{
  const char *implementation = gyre_role_get_implementation (role);
  const char *name = gyre_requirement_get_public_name (GYRE_REQUIREMENT (role));
  GyreRequirement *record;

  if (implementation == NULL)
    {
      g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN,
                   "must be a class, '%s' is an interface without a default", name);
      return NULL;
    }
  record = find_record (executive, implementation, GYRE_REQUIREMENT (role));
  if (GYRE_IS_ACTOR (record))
    return record;
  g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN,
               "the default of the interface '%s' must be a class, nobody knows '%s'", name, implementation);
  return NULL;
}

static gboolean
check_class (GyreActor *actor, GType type, GyreRequirement *promise, GError **error)
{
  const char *name = gyre_requirement_get_public_name (GYRE_REQUIREMENT (actor));

  if (gyre_actor_is_abstract (actor))
    {
      g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION,
                   "must be a class that has instances, '%s' is abstract", name);
      return FALSE;
    }
  if (promise != NULL && GYRE_IS_ROLE (promise))
    return gyre_requirement_is_compatible (GYRE_REQUIREMENT (actor), promise, error);
  if (type == G_TYPE_INVALID || g_type_is_a (gyre_requirement_get_gtype (GYRE_REQUIREMENT (actor)), type))
    return TRUE;
  g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_CONFIGURATION, "must be a %s, is a %s",
               promise != NULL ? gyre_requirement_get_public_name (promise) : g_type_name (type), name);
  return FALSE;
}

GyreActor *
gyre_specification_find_class (GyreExecutive *executive, const char *family, GType type, char **hint, GError **error)
{
  GyreRequirement *promise = find_promise (type);
  GyreRequirement *record = find_record (executive, family, promise);

  if (record == NULL)
    {
      g_autofree char *message = gyre_executive_explain_missing (executive, family);

      if (hint != NULL)
        *hint = suggest (family, promise);
      g_set_error_literal (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN, message);
      return NULL;
    }
  if (GYRE_IS_ROLE (record))
    record = find_implementation (executive, GYRE_ROLE (record), error);
  return record != NULL && check_class (GYRE_ACTOR (record), type, promise, error) ? GYRE_ACTOR (record) : NULL;
}
