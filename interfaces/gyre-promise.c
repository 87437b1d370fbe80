/* gyre-promise.c: Whether one promised trait or behavior is kept
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A promise speaks to whoever uses a component without knowing its class: such code may set each value that the interface
 * allows, and may call each behavior as the interface says. So a trait may allow more than is promised and never less.
 *
 * The same holds for facilities. Strictly, a trait that is both read and set would have to ask for exactly the promised interface:
 * who sets needs everything that keeps the promise to be accepted, who reads would want nothing else to come back. We hold
 * to the one who sets: the trait may ask for the promised interface or for one that this extends. A refused setting can't be
 * helped by who makes it, whereas who reads asks the component that is there, and is told when it can't do something. It is
 * also the direction of the ranges, so that there is one rule to know.
 *
 * `none` has no such excuse, as nothing answers there: it must be allowed where that is promised, and may not be where it isn't.
 */
#include "gyre-promise-private.h"
#include "gyre-bound-private.h"
#include "gyre-behavior.h"
#include "gyre-bound-private.h"
#include "gyre-constraint.h"
#include "gyre-kind-native-private.h"
#include "gyre-literal.h"
#include "gyre-trait.h"

#include <math.h>
#include <string.h>

typedef struct
{
  GyreRequirement *subject;
  GyreDescriptor *promised;
  GyrePromiseFunction tell;
  gpointer data;
} Check;

static void
tell (Check *check, GyreCompatibilityError code, const char *hint, const char *format, ...) G_GNUC_PRINTF (4, 5);

static void
tell (Check *check, GyreCompatibilityError code, const char *hint, const char *format, ...)
{
  g_autofree char *detail = NULL;
  va_list arguments;

  va_start (arguments, format);
  detail = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  check->tell (code, check->promised, detail, hint, check->data);
}

/* "a behavior 'real measure ()'", "a trait of kind list of real" */
static char *
describe (const GyreDescriptor *descriptor)
{
  g_autofree char *text = NULL;

  if (descriptor->sort == GYRE_DESCRIPTOR_BEHAVIOR)
    {
      text = gyre_behavior_dup_signature_text ((const GyreBehavior *) descriptor);
      return g_strdup_printf ("a behavior '%s'", text);
    }
  text = gyre_trait_dup_kind_text ((const GyreTrait *) descriptor);
  return g_strdup_printf ("a trait of kind %s", text);
}

static void
tell_missing (Check *check, const GyreDescriptor *found)
{
  const char *name = check->promised->name;
  g_autofree char *wanted = describe (check->promised);
  g_autofree char *hint = NULL;

  if (found != NULL)
    {
      tell (check, GYRE_COMPATIBILITY_ERROR_MISSING, "a promise is kept by the canonical name only",
            "'%s' is only an alias of '%s', promised is %s", name, found->name, wanted);
      return;
    }
  hint = gyre_requirement_suggest_trait (check->subject, name);
  tell (check, GYRE_COMPATIBILITY_ERROR_MISSING, hint, "'%s' is missing, promised is %s", name, wanted);
}

static void
check_behavior (Check *check, const GyreBehavior *found)
{
  const GyreBehavior *promised = (const GyreBehavior *) check->promised;

  if (gyre_signature_equal (&found->signature, &promised->signature))
    return;
  g_autofree char *has = gyre_behavior_dup_signature_text (found);
  g_autofree char *wants = gyre_behavior_dup_signature_text (promised);
  tell (check, GYRE_COMPATIBILITY_ERROR_SIGNATURE, NULL, "behavior '%s' is '%s', promised '%s'",
        check->promised->name, has, wants);
}

/* Words of different enumerations, and types that no kind knows, have nothing to do with each other. */
static gboolean
is_of_kind (const GyreTrait *found, const GyreTrait *promised)
{
  if (!gyre_kind_is_a (found->kind, promised->kind))
    return FALSE;
  if (promised->kind == &gyre_kind_enumeration || promised->kind == &gyre_kind_flags)
    return gyre_trait_get_value_type (found) == gyre_trait_get_value_type (promised);
  if (promised->kind == &gyre_kind_opaque)
    return g_type_is_a (gyre_trait_get_value_type (found), gyre_trait_get_value_type (promised));
  return TRUE;
}

static gboolean
check_kind (Check *check, const GyreTrait *found, const GyreTrait *promised)
{
  g_autofree char *has = gyre_trait_dup_kind_text (found);
  g_autofree char *wants = gyre_trait_dup_kind_text (promised);

  if (!is_of_kind (found, promised))
    {
      tell (check, GYRE_COMPATIBILITY_ERROR_KIND, NULL, "trait '%s' is of kind %s, promised is %s",
            check->promised->name, has, wants);
      return FALSE;
    }
  if (promised->element != NULL && (found->element == NULL || !is_of_kind (found->element, promised->element)))
    {
      tell (check, GYRE_COMPATIBILITY_ERROR_ELEMENT, NULL, "trait '%s' is a %s, promised is a %s",
            check->promised->name, has, wants);
      return FALSE;
    }
  return TRUE;
}

static const char *
name_of_type (GType type)
{
  GyreRole *role = gyre_role_get (type);

  return role != NULL ? gyre_requirement_get_public_name (GYRE_REQUIREMENT (role)) : g_type_name (type);
}

/* GType knows of an interface what it extends, and that it is for objects. */
static void
check_facility (Check *check, const GyreTrait *found, const GyreTrait *promised)
{
  GType has = gyre_trait_get_value_type (found);
  GType wants = gyre_trait_get_value_type (promised);

  if (!g_type_is_a (wants, has))
    tell (check, GYRE_COMPATIBILITY_ERROR_INTERFACE, NULL, "facility '%s' asks for %s, promised is %s",
          check->promised->name, name_of_type (has), name_of_type (wants));
}

/* A property that other code declares says nothing about NULL. */
static gboolean
can_be_none (const GyreTrait *trait, gboolean unknown)
{
  return gyre_trait_is_foreign (trait) && trait->specification != NULL ? unknown : trait->nullable;
}

static void
check_access (Check *check, const GyreTrait *found, const GyreTrait *promised)
{
  const char *name = check->promised->name;

  if (!found->writable && promised->writable)
    tell (check, GYRE_COMPATIBILITY_ERROR_CONSTRAINT, NULL, "trait '%s' can't be set, promised is that it can", name);
  else if (found->construct_only && !promised->construct_only)
    tell (check, GYRE_COMPATIBILITY_ERROR_CONSTRAINT, NULL,
          "trait '%s' can only be set while an instance is built, promised is that it can be set at any time", name);
  if (!found->readable && promised->readable)
    tell (check, GYRE_COMPATIBILITY_ERROR_CONSTRAINT, NULL, "trait '%s' can't be read, promised is that it can", name);
  if (can_be_none (found, FALSE) && !promised->nullable)
    tell (check, GYRE_COMPATIBILITY_ERROR_CONSTRAINT, NULL, "trait '%s' can be none, promised is that it never is", name);
  else if (!can_be_none (found, TRUE) && can_be_none (promised, FALSE))
    tell (check, GYRE_COMPATIBILITY_ERROR_CONSTRAINT, NULL, "trait '%s' may not be none, promised is that it can be", name);
}

/* The width of a field is no rule: where nothing is said about how large a number can get, an int serves. That a field has no
 * sign is one. A foreign property's bounds come with its type. */
static gboolean
is_natural (const GyreTrait *trait, gint64 bound)
{
  gint64 minimum, maximum;

  gyre_storage_get_range (gyre_kind_integer_storage (trait), &minimum, &maximum);
  if (bound == 0)
    return FALSE;
  return bound == minimum || bound == maximum
         || (trait->storage == GYRE_STORAGE_NONE && trait->specification != NULL
             && (bound == G_MININT32 || bound == G_MAXINT32 || bound == G_MAXUINT32));
}

/* The least or the greatest value that a trait allows, as far as a rule says so. */
static long double
get_bound (const GyreTrait *trait, gboolean is_maximum)
{
  long double nowhere = is_maximum ? (long double) INFINITY : -(long double) INFINITY;

  if (!trait->bounded)
    return nowhere;
  if (!trait->whole)
    return is_maximum ? trait->real.maximum : trait->real.minimum;
  gint64 bound = is_maximum ? trait->integer.maximum : trait->integer.minimum;
  if (is_natural (trait, bound))
    return nowhere;
  return gyre_kind_integer_storage (trait) == GYRE_STORAGE_UINT64 ? (long double) (guint64) bound : (long double) bound;
}

/* Where the promise does say how large a number can get, the width of the field does count. */
static long double
get_limit (const GyreTrait *trait, gboolean is_maximum, long double promised)
{
  if (gyre_bound_is_infinite (promised) || !trait->bounded || !trait->whole)
    return get_bound (trait, is_maximum);
  return is_maximum ? trait->integer.maximum : trait->integer.minimum;
}

static gboolean
range_covers (const GyreTrait *found, const GyreTrait *promised)
{
  long double least = get_bound (promised, FALSE);
  long double greatest = get_bound (promised, TRUE);

  return get_limit (found, FALSE, least) <= least && get_limit (found, TRUE, greatest) >= greatest;
}

static char *
describe_range (const GyreTrait *trait)
{
  char *rules = gyre_trait_describe_constraints (trait);

  if (rules == NULL && trait->whole && trait->bounded)
    return g_strdup_printf ("from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, trait->integer.minimum, trait->integer.maximum);
  return rules != NULL ? rules : g_strdup ("anything");
}

static void
tell_constraint (Check *check, const GyreTrait *found, const GyreTrait *promised)
{
  g_autofree char *has = describe_range (found);
  g_autofree char *rules = gyre_trait_describe_constraints (promised);

  tell (check, GYRE_COMPATIBILITY_ERROR_CONSTRAINT, "a class may allow more than its interface and never less",
        "trait '%s' must be %s, promised is that it can be %s", check->promised->name, has,
        rules != NULL ? rules : "anything of its kind");
}

/* The promise allows a few values: each must be one for the trait. */
static void
check_members (Check *check, const GyreTrait *found, const GyreTrait *promised)
{
  g_autoptr (GyreLiteral) literal = gyre_literal_parse_list (gyre_trait_get_options (promised)->member, NULL);
  const GyreLiteral *element = literal != NULL ? gyre_literal_get_first (literal) : NULL;

  for (; element != NULL; element = gyre_literal_get_next (element))
    {
      g_autofree char *text = gyre_literal_dup_text (element);
      g_autofree char *quoted = gyre_literal_quote (text);
      g_autoptr (GError) error = NULL;
      GyreValue value = GYRE_NONE;

      if (!gyre_trait_parse (promised, quoted, &value, NULL))
        continue;
      gyre_kind_clear (promised->kind, &value);
      if (gyre_trait_parse (found, quoted, &value, &error))
        gyre_kind_clear (found->kind, &value);
      else
        tell (check, GYRE_COMPATIBILITY_ERROR_CONSTRAINT, NULL, "trait '%s' refuses %s, promised is that it can be: it %s",
              check->promised->name, text, error->message);
    }
}

/* Whether one regular expression allows all that another does can't be known, so it must be the same. */
static gboolean
texts_cover (const GyreTrait *found, const GyreTrait *promised)
{
  const char *like = gyre_trait_get_options (found)->like;

  return gyre_trait_get_options (found)->member == NULL
         && (like == NULL || g_strcmp0 (like, gyre_trait_get_options (promised)->like) == 0);
}

static void
check_rules (Check *check, const GyreTrait *found, const GyreTrait *promised)
{
  if (promised->element != NULL)
    check_rules (check, found->element, promised->element);
  if ((found->constraints & GYRE_NOT_EMPTY) && !(promised->constraints & GYRE_NOT_EMPTY)
      && gyre_trait_get_options (promised)->member == NULL)
    tell (check, GYRE_COMPATIBILITY_ERROR_CONSTRAINT, NULL, "trait '%s' must not be empty, promised is that it can be",
          check->promised->name);
  if (promised->element != NULL)
    return;
  if (gyre_trait_get_options (promised)->member != NULL)
    check_members (check, found, promised);
  else if (!texts_cover (found, promised) || !range_covers (found, promised) || !gyre_bound_covers (found, promised))
    tell_constraint (check, found, promised);
}

static gboolean
accepts_initial (const GyreTrait *found, const GyreTrait *promised, GError **error)
{
  GyreValue value = { .present = TRUE };

  if (gyre_kind_is_a (promised->kind, &gyre_kind_real))
    value.real = promised->initial.real;
  else if (gyre_kind_is_a (promised->kind, &gyre_kind_integer) || promised->kind == &gyre_kind_enumeration)
    value.integer = promised->initial.integer;
  else if (promised->kind == &gyre_kind_boolean || promised->kind == &gyre_kind_opaque)
    return TRUE;
  else
    {
      if (!gyre_trait_parse (found, promised->initial.text, &value, error))
        return FALSE;
      gyre_kind_clear (found->kind, &value);
      return TRUE;
    }
  return gyre_trait_validate (found, value, error);
}

/* An interface may suggest a default; 0 is also what a row has that suggests none. */
static void
check_initial (Check *check, const GyreTrait *found, const GyreTrait *promised)
{
  g_autoptr (GError) error = NULL;

  if (promised->initial.integer == 0 || promised->storage != GYRE_STORAGE_NONE || promised->specification != NULL
      || found->kind != promised->kind)
    return;
  if (!accepts_initial (found, promised, &error))
    tell (check, GYRE_COMPATIBILITY_ERROR_CONSTRAINT, NULL, "trait '%s' refuses the promised default: it %s",
          check->promised->name, error->message);
}

static void
check_trait (Check *check, const GyreTrait *found)
{
  const GyreTrait *promised = (const GyreTrait *) check->promised;

  if (!check_kind (check, found, promised))
    return;
  if (gyre_trait_is_facility (promised))
    check_facility (check, found, promised);
  check_access (check, found, promised);
  check_rules (check, found, promised);
  check_initial (check, found, promised);
}

/* Tells each way in which the subject does not keep what one trait or behavior of an interface promises. */
void
gyre_promise_check (GyreRequirement *subject, GyreDescriptor *promised, GyrePromiseFunction function, gpointer data)
{
  Check check = { subject, promised, function, data };
  GyreDescriptor *found = gyre_requirement_find_trait (subject, promised->name);
  gboolean is_behavior = promised->sort == GYRE_DESCRIPTOR_BEHAVIOR;

  if (found == NULL || strcmp (found->name, promised->name) != 0)
    {
      tell_missing (&check, found);
      return;
    }
  if ((found->sort == GYRE_DESCRIPTOR_BEHAVIOR) != is_behavior)
    {
      g_autofree char *has = describe (found);
      g_autofree char *wants = describe (promised);
      tell (&check, GYRE_COMPATIBILITY_ERROR_KIND, NULL, "'%s' is %s, promised is %s", promised->name, has, wants);
    }
  else if (is_behavior)
    check_behavior (&check, (const GyreBehavior *) found);
  else
    check_trait (&check, (const GyreTrait *) found);
}
