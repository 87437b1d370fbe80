/* gyre-unique-name.c: Names that are given, and names that are made
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A component without a name is called by its class and its number: Exponential0. That is worked out when somebody asks, and
 * then stays. Where the name of the class ends with a digit, or somebody was given such a name before, there is a # between
 * both: the eleventh of A and the first of A1 are A11 and A1#1. Given names can't have a #, so this form is always free.
 *
 * N.B. the original left 0 out and had no mark: there A1 was the second of A and the first of A1, and the later one silently
 * took the place of the earlier.
 */
#include "gyre-unique-name-private.h"
#include "gyre-census-private.h"
#include "gyre-class.h"
#include "gyre-class-state-private.h"
#include "gyre-requirement-private.h"
#include "gyre-state-private.h"

#include <string.h>

#define MARK '#'

/* Held while a name that could be one of both sorts is given or made. Nameserver and census stand below it; to let go
 * of what they found can run code of others, which comes here again. */
static GRecMutex lock;

/* A name that says class and number. */
typedef struct
{
  GyreActor *actor;
  guint64 number;
  gboolean is_marked;
} Automatic;

static GyreNameserver *
nameserver_of (GyreComponent *component)
{
  return gyre_executive_get_nameserver (gyre_component_get_executive (component));
}

static gboolean
ends_with_digit (const char *text, gsize length)
{
  return length > 0 && g_ascii_isdigit (text[length - 1]);
}

/* The class whose type has this name; its record is there when it has instances. */
static GyreActor *
find_actor (const char *name, gsize length)
{
  g_autofree char *copy = g_strndup (name, length);
  GType type = g_type_from_name (copy);

  return type != G_TYPE_INVALID && g_type_is_a (type, GYRE_TYPE_COMPONENT) && g_type_class_peek (type) != NULL
           ? gyre_actor_get (type) : NULL;
}

/* Digits as they are printed: no zero stands in front. */
static gboolean
read_number (const char *digits, guint64 *number)
{
  return (digits[0] != '0' || digits[1] == '\0') && g_ascii_string_to_unsigned (digits, 10, 0, G_MAXUINT64 >> GYRE_IDENTITY_FLAG_BITS,
                                                                                number, NULL);
}

static gboolean
read_automatic (const char *name, Automatic *automatic)
{
  const char *mark = strrchr (name, MARK);
  gsize length = mark != NULL ? (gsize) (mark - name) : strlen (name);
  const char *digits;

  while (mark == NULL && ends_with_digit (name, length))
    length--;
  digits = mark != NULL ? mark + 1 : name + length;
  automatic->is_marked = mark != NULL;
  if (length == 0 || *digits == '\0' || !read_number (digits, &automatic->number))
    return FALSE;
  automatic->actor = find_actor (name, length);
  return automatic->actor != NULL;
}

static GyreComponent *
find_numbered (GyreExecutive *executive, GyreActor *actor, guint64 number)
{
  GyreExtent *extent = gyre_actor_is_tracked (actor) ? &gyre_actor_get_record (actor)->extent : NULL;
  GyreClassState *state = gyre_class_state_get (actor, executive);

  return gyre_census_find (&state->census, extent, gyre_requirement_get_gtype (GYRE_REQUIREMENT (actor)), number);
}

static gboolean
refuse (const char *name, const Automatic *automatic, GyreLocator *locator, GError **error)
{
  GyreRequirement *requirement = GYRE_REQUIREMENT (automatic->actor);
  g_autofree char *held = gyre_locator_to_string (gyre_requirement_get_locator (requirement));
  g_autofree char *wanted = gyre_locator_to_string (locator);

  g_set_error (error, GYRE_NAME_ERROR, GYRE_NAME_ERROR_TAKEN,
               "'%s': a name belongs to one object, is that of number %" G_GUINT64_FORMAT " of the class %s (%s), which was built "
               "without a name; asked for again (%s)", name, automatic->number, g_type_name (gyre_requirement_get_gtype (requirement)),
               held, wanted);
  return FALSE;
}

static gboolean
is_called_so (GyreComponent *component, const Automatic *automatic)
{
  return automatic->is_marked || !gyre_identity_has (component, GYRE_IDENTITY_NAMED | GYRE_IDENTITY_MARKED);
}

gboolean
gyre_unique_name_give (GyreComponent *component, const char *name, GyreLocator *locator, GError **error)
{
  g_autoptr (GyreComponent) holder = NULL;
  Automatic automatic;
  gboolean done = TRUE;

  if (G_UNLIKELY (ends_with_digit (name, strlen (name)) && read_automatic (name, &automatic)))
    {
      g_rec_mutex_lock (&lock);
      holder = find_numbered (gyre_component_get_executive (component), automatic.actor, automatic.number);
      done = holder == NULL || holder == component || !is_called_so (holder, &automatic)
             || refuse (name, &automatic, locator, error);
      done = done && gyre_nameserver_register (nameserver_of (component), name, G_OBJECT (component), locator, error);
      g_rec_mutex_unlock (&lock);
    }
  else
    done = gyre_nameserver_register (nameserver_of (component), name, G_OBJECT (component), locator, error);
  if (done)
    gyre_identity_set (component, GYRE_IDENTITY_NAMED);
  return done;
}

static char *
print_automatic (GyreComponent *component, gboolean is_marked)
{
  return g_strdup_printf (is_marked ? "%s#%" G_GUINT64_FORMAT : "%s%" G_GUINT64_FORMAT, G_OBJECT_TYPE_NAME (component),
                          gyre_component_get_number (component));
}

/* An instance of a class that keeps no extent is found from now on. */
static void
settle (GyreComponent *component)
{
  GyreBirth *birth = gyre_component_get_birth (component);
  const char *class_name = G_OBJECT_TYPE_NAME (component);
  g_autofree char *plain = print_automatic (component, FALSE);
  g_autoptr (GObject) holder = NULL;

  g_rec_mutex_lock (&lock);
  holder = gyre_nameserver_find (nameserver_of (component), plain);
  if (ends_with_digit (class_name, strlen (class_name)) || holder != NULL)
    gyre_identity_set (component, GYRE_IDENTITY_MARKED);
  gyre_identity_set (component, GYRE_IDENTITY_SETTLED);
  g_rec_mutex_unlock (&lock);
  if (!birth->is_tracked && !gyre_identity_has (component, GYRE_IDENTITY_ENDED))
    gyre_census_enter (birth->census, component);
}

/**
 * gyre_component_get_number:
 * @self: a component
 *
 * Returns: its number among the instances of exactly its class in its executive, from 0 on; no later one gets it
 *
 * Since: 0.1
 */
guint64
gyre_component_get_number (GyreComponent *self)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), 0);
  return gyre_identity_get_number (self);
}

/**
 * gyre_component_dup_unique_name:
 * @self: a component
 *
 * The name that it was given, else the name of its class and its number: `Exponential0`. Once somebody has asked, that stays
 * its name, and gyre_executive_find_component() finds it for as long as it lives. With a # between both,
 * `Exponential#0`, it can always be written; where the name of the class ends with a digit, or something else is called
 * `Exponential0`, that is its name.
 *
 * Returns: (transfer full): a name that no other living component of the executive has
 *
 * Since: 0.1
 */
char *
gyre_component_dup_unique_name (GyreComponent *self)
{
  const char *name;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self), NULL);

  name = gyre_component_get_name (self);
  if (name != NULL)
    return g_strdup (name);
  if (!gyre_identity_has (self, GYRE_IDENTITY_SETTLED))
    settle (self);
  return print_automatic (self, gyre_identity_has (self, GYRE_IDENTITY_MARKED));
}

/**
 * gyre_executive_find_component:
 * @executive: an executive
 * @name: a name or alias that was given, or what gyre_component_dup_unique_name() makes
 *
 * Finds a component in any thread; given names come before those that are made.
 *
 * Returns: (transfer full) (nullable): the living component that is called so
 *
 * Since: 0.1
 */
GyreComponent *
gyre_executive_find_component (GyreExecutive *executive, const char *name)
{
  g_autoptr (GObject) object = NULL;
  g_autoptr (GyreComponent) component = NULL;
  Automatic automatic;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (executive) && name != NULL, NULL);

  object = gyre_nameserver_find (gyre_executive_get_nameserver (executive), name);
  if (object != NULL)
    return GYRE_IS_COMPONENT (object) ? GYRE_COMPONENT (g_steal_pointer (&object)) : NULL;
  if (!ends_with_digit (name, strlen (name)) || !read_automatic (name, &automatic))
    return NULL;
  component = find_numbered (executive, automatic.actor, automatic.number);
  return component != NULL && is_called_so (component, &automatic) ? g_steal_pointer (&component) : NULL;
}

/**
 * gyre_actor_find_number:
 * @self: the record of a component class
 * @number: the number of an instance
 *
 * Finds an instance of exactly this class in the current executive, in any thread. The first call makes an index of all that
 * live. Of a class that keeps no extent only those are found whose unique name somebody has asked for.
 *
 * Returns: (transfer full) (nullable): the living instance
 *
 * Since: 0.1
 */
GyreComponent *
gyre_actor_find_number (GyreActor *self, guint64 number)
{
  g_return_val_if_fail (GYRE_IS_ACTOR (self), NULL);
  return find_numbered (gyre_executive_get_current (), self, number);
}
