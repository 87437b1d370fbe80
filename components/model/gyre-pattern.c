/* gyre-pattern.c: Which components and traits somebody wants to hear of
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-pattern-private.h"
#include "gyre-class.h"
#include "gyre-dynamic-private.h"
#include "gyre-name.h"

#include <string.h>

struct _GyrePattern
{
  GType type;          /* G_TYPE_INVALID without a family */
  GStrv name;          /* the fragments of the name, with wildcards */
  char *trait;         /* NULL for all */
};

static gboolean
refuse (const char *text, const char *reason, GError **error)
{
  g_set_error (error, GYRE_NAME_ERROR, GYRE_NAME_ERROR_INVALID, "'%s' is no pattern: %s", text, reason);
  return FALSE;
}

static gboolean
check_fragment (const char *text, const char *fragment, GError **error)
{
  g_autofree char *reason = NULL;

  if (strchr (fragment, '*') == NULL || g_str_equal (fragment, "*") || g_str_equal (fragment, "**"))
    return TRUE;
  reason = g_strdup_printf ("in '%s' a * is only a part; * stands for one whole fragment, ** for any number", fragment);
  return refuse (text, reason, error);
}

/* Splits the path; a trailing ** is any name that goes on, and all traits. */
static gboolean
take_path (GyrePattern *self, const char *text, const char *path, GError **error)
{
  g_auto (GStrv) fragments = NULL;
  const char *reason = NULL;
  guint last;

  if (!gyre_name_is_valid (path, &reason))
    return refuse (text, reason, error);
  fragments = g_strsplit (path, ".", -1);
  last = g_strv_length (fragments) - 1;
  for (guint index = 0; index <= last; index++)
    if (!check_fragment (text, fragments[index], error))
      return FALSE;
  if (last == 0 && !g_str_equal (path, "**"))
    return refuse (text, "it has no name before that of a trait; write '*.' before it for the trait of each component with a name "
                         "of one fragment, '**.' for that of each component with a name", error);
  if (!g_str_equal (fragments[last], "**"))
    {
      self->trait = g_str_equal (fragments[last], "*") ? NULL : g_strdup (fragments[last]);
      g_clear_pointer (&fragments[last], g_free);
    }
  self->name = g_steal_pointer (&fragments);
  return TRUE;
}

/* The class of a family is known, and so are its traits. */
static gboolean
take_family (GyrePattern *self, GyreExecutive *executive, const char *family, GError **error)
{
  GyreRequirement *requirement = gyre_executive_find_family (executive, family, error);
  GyreDescriptor *descriptor;

  if (requirement == NULL)
    return FALSE;
  self->type = gyre_requirement_get_gtype (requirement);
  if (!GYRE_IS_ACTOR (requirement) || self->trait == NULL)
    return TRUE;
  if (gyre_actor_is_open (GYRE_ACTOR (requirement)) && gyre_requirement_find_trait (requirement, self->trait) == NULL)
    return TRUE;
  descriptor = gyre_requirement_get_trait (requirement, self->trait, error);
  if (descriptor == NULL || descriptor->sort != GYRE_DESCRIPTOR_BEHAVIOR)
    return descriptor != NULL;
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "%s.%s is a behavior and has no value", family,
               descriptor->name);
  return FALSE;
}

static gboolean
is_literal (GStrv fragments)
{
  for (; *fragments != NULL; fragments++)
    if (strchr (*fragments, '*') != NULL)
      return FALSE;
  return TRUE;
}

/* If exactly one component is meant and it lives, its traits are known. */
static gboolean
check_instance (GyrePattern *self, GyreExecutive *executive, GError **error)
{
  g_autofree char *name = is_literal (self->name) ? g_strjoinv (".", self->name) : NULL;
  g_autoptr (GObject) instance = name != NULL ? gyre_nameserver_find (gyre_executive_get_nameserver (executive), name) : NULL;

  return self->trait == NULL || !GYRE_IS_COMPONENT (instance) || gyre_component_is_open (GYRE_COMPONENT (instance))
         || gyre_requirement_get_trait (GYRE_REQUIREMENT (gyre_component_get_actor (GYRE_COMPONENT (instance))), self->trait,
                                        error) != NULL;
}

/*
 * gyre_pattern_new:
 *
 * Reads a pattern. What can never be a name, a family that nobody knows, and a trait that the class does not have, where one
 * class is meant, are errors.
 */
GyrePattern *
gyre_pattern_new (GyreExecutive *executive, const char *text, GError **error)
{
  GyrePattern *self = g_new0 (GyrePattern, 1);
  const char *hash = strchr (text, '#');
  g_autofree char *family = hash != NULL ? g_strndup (text, hash - text) : NULL;

  if (take_path (self, text, hash != NULL ? hash + 1 : text, error)
      && (family == NULL || take_family (self, executive, family, error)) && check_instance (self, executive, error))
    return self;
  gyre_pattern_free (self);
  return NULL;
}

void
gyre_pattern_free (GyrePattern *pattern)
{
  g_strfreev (pattern->name);
  g_free (pattern->trait);
  g_free (pattern);
}

/* On a mismatch the last ** takes one fragment more, so the work is at most the product of both lengths. */
static gboolean
match_fragments (GStrv pattern, GStrv name)
{
  GStrv after_star = NULL, retry = NULL;

  while (*name != NULL)
    if (*pattern != NULL && g_str_equal (*pattern, "**"))
      {
        after_star = ++pattern;
        retry = name;
      }
    else if (*pattern != NULL && (g_str_equal (*pattern, "*") || g_str_equal (*pattern, *name)))
      {
        pattern++;
        name++;
      }
    else if (after_star != NULL)
      {
        pattern = after_star;
        name = ++retry;
      }
    else
      return FALSE;
  while (*pattern != NULL && g_str_equal (*pattern, "**"))
    pattern++;
  return *pattern == NULL;
}

/* Whether a component is meant, and which trait of it: NULL for all. */
gboolean
gyre_pattern_match (GyrePattern *pattern, GyreComponent *component, const GyreTrait **trait)
{
  const char *name = gyre_component_get_name (component);
  g_auto (GStrv) fragments = NULL;
  GyreDescriptor *descriptor = NULL;
  GyreDynamic *dynamic;

  if (name == NULL || (pattern->type != G_TYPE_INVALID && !g_type_is_a (G_OBJECT_TYPE (component), pattern->type)))
    return FALSE;
  if (pattern->trait != NULL)
    {
      descriptor = gyre_requirement_find_trait (GYRE_REQUIREMENT (gyre_component_get_actor (component)), pattern->trait);
      dynamic = descriptor == NULL ? gyre_dynamic_find (component, pattern->trait) : NULL;
      if (dynamic != NULL)
        descriptor = &dynamic->trait.descriptor;
      if (descriptor == NULL || descriptor->sort == GYRE_DESCRIPTOR_BEHAVIOR)
        return FALSE;
    }
  *trait = (const GyreTrait *) descriptor;
  fragments = g_strsplit (name, ".", -1);
  return match_fragments (pattern->name, fragments);
}
