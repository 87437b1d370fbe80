/* gyre-record.c: How a type finds its record
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-record-private.h"
#include "gyre-declaration-error.h"
#include "gyre-declaration-private.h"
#include "gyre-requirement-private.h"

#include <string.h>

static GQuark
record_quark (void)
{
  static GQuark quark;

  if (G_UNLIKELY (quark == 0))
    quark = g_quark_from_static_string ("gyre-record");
  return quark;
}

void
gyre_record_attach (GType type, GyreRequirement *record)
{
  g_type_set_qdata (type, record_quark (), record);
}

/* The record of exactly this type, or NULL. */
GyreRequirement *
gyre_record_peek (GType type)
{
  return type != G_TYPE_INVALID ? g_type_get_qdata (type, record_quark ()) : NULL;
}

static gboolean
is_type_name (const char *name)
{
  if (strlen (name) < 3 || !(g_ascii_isalpha (name[0]) || name[0] == '_'))
    return FALSE;
  return name[strspn (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_+")] == '\0';
}

/* GType itself only warns when a name is wrong or taken, so we ask before. */
gboolean
gyre_record_check_type_name (const char *name, GError **error)
{
  GType taken = g_type_from_name (name);
  GyreRequirement *record = gyre_record_peek (taken);

  if (!is_type_name (name))
    {
      g_set_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_NAME,
                   "'%s' can't be the name of a type: that has at least three letters, digits, or any of _ - +, "
                   "and begins with a letter or _", name);
      return FALSE;
    }
  if (taken == G_TYPE_INVALID)
    return TRUE;
  g_autofree char *place = record != NULL ? gyre_requirement_describe_place (record) : g_strdup (name);
  g_set_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_NAME,
               "the type name %s is taken: %s", name, place);
  return FALSE;
}

/* GTypeInfo has 16 bits for a size, and what is larger would be cut off without a word. */
gboolean
gyre_record_check_sizes (GyreDeclaration *declaration, GError **error)
{
  gsize largest = MAX (declaration->class_size, declaration->instance_size);

  if (largest <= G_MAXUINT16)
    return TRUE;
  g_set_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_INVALID,
               "%s: a struct may have at most %u bytes, has %" G_GSIZE_FORMAT, declaration->name, G_MAXUINT16, largest);
  return FALSE;
}

/* Interfaces have a role, classes an actor; a type without instances can't be anybody's record. */
static gboolean
check_metaclass (GType metaclass, GType fallback, GError **error)
{
  if (g_type_is_a (metaclass, fallback) && !G_TYPE_IS_ABSTRACT (metaclass))
    return TRUE;
  g_set_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_METACLASS, "%s can't be a metaclass here: it must be %s or "
               "derive from it, and not be abstract", g_type_name (metaclass), g_type_name (fallback));
  return FALSE;
}

/*
 * gyre_record_new:
 * @metaclass: the metaclass that the declaration names, or 0
 * @fallback: the metaclass where neither declaration nor bases name one
 *
 * Makes an empty record by Python's rule: the metaclass is the most derived one among the declared one and those of the
 * bases, and it must derive from all of them.
 */
GyreRequirement *
gyre_record_new (GType metaclass, GType fallback, const GType *bases, guint n_bases, GError **error)
{
  GType winner = metaclass != G_TYPE_INVALID ? metaclass : fallback;

  if (!check_metaclass (winner, fallback, error))
    return NULL;
  for (guint index = 0; index < n_bases; index++)
    {
      GyreRequirement *base = gyre_record_peek (bases[index]);
      GType candidate = base != NULL ? G_OBJECT_TYPE (base) : G_TYPE_INVALID;

      if (candidate == G_TYPE_INVALID || g_type_is_a (winner, candidate))
        continue;
      if (!g_type_is_a (candidate, winner))
        {
          g_set_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_METACLASS,
                       "metaclass conflict: %s is not derived from %s, the metaclass of the base %s",
                       g_type_name (winner), g_type_name (candidate), g_type_name (bases[index]));
          return NULL;
        }
      winner = candidate;
    }
  return g_object_new (winner, NULL);
}
