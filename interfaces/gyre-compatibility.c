/* gyre-compatibility.c: Whether a class keeps what an interface promises
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * gyre-promise.c has the rules for one trait; here they are asked about all traits of a promise, and the answers collected.
 */
#include "gyre-compatibility-private.h"
#include "gyre-promise-private.h"

G_DEFINE_QUARK (gyre-compatibility-error-quark, gyre_compatibility_error)

typedef struct
{
  GyreCompatibilityError code;
  const char *subject;    /* interned */
  char *message;
} BrokenPromise;

struct _GyreCompatibility
{
  gint references;
  GArray *broken;         /* BrokenPromise */
};

G_DEFINE_BOXED_TYPE (GyreCompatibility, gyre_compatibility, gyre_compatibility_ref, gyre_compatibility_unref)

static void
broken_promise_clear (gpointer data)
{
  BrokenPromise *broken = data;
  g_free (broken->message);
}

static GyreCompatibility *
compatibility_new (void)
{
  GyreCompatibility *self = g_new0 (GyreCompatibility, 1);

  self->references = 1;
  self->broken = g_array_new (FALSE, FALSE, sizeof (BrokenPromise));
  g_array_set_clear_func (self->broken, broken_promise_clear);
  return self;
}

static void
compatibility_add (GyreCompatibility *self, GyreCompatibilityError code, const char *subject, char *message)
{
  BrokenPromise broken = { code, g_intern_string (subject), message };
  g_array_append_val (self->broken, broken);
}

static BrokenPromise *
compatibility_get (GyreCompatibility *self, guint index)
{
  return &g_array_index (self->broken, BrokenPromise, index);
}

/* "gauss.shapes.ball does not keep gauss.shapes: " and what is broken */
static char *
compose (GyreRequirement *subject, GyreRequirement *promise, const char *detail)
{
  return g_strdup_printf ("%s does not keep %s: %s", gyre_requirement_get_public_name (subject),
                          gyre_requirement_get_public_name (promise), detail);
}

/* Whether an interface is, extends, or is extended by another. A class that declares a base may stand where an interface that
 * extends it is asked for: whether it does all that is wanted, its traits say. */
static gboolean
is_of_one_line (GyreRole *role, GyreRole *other)
{
  return gyre_role_extends (role, other) || gyre_role_extends (other, role);
}

/* What a class has declared stands for what it means to be: nobody takes it for something else because the words happen to
 * fit. A class that declares no interface at all can be taken by its words only. */
static gboolean
has_obligation (GyreActor *actor, GyreRole *promise)
{
  gboolean declares = FALSE;

  for (; actor != NULL; actor = gyre_actor_get_parent (actor))
    {
      GPtrArray *implements = gyre_actor_get_implements (actor);
      for (guint index = 0; index < implements->len; index++)
        if (is_of_one_line (g_ptr_array_index (implements, index), promise))
          return TRUE;
      declares = declares || implements->len > 0;
    }
  return !declares;
}

static char *
list_declared (GyreActor *actor)
{
  GString *text = g_string_new (NULL);

  for (; actor != NULL; actor = gyre_actor_get_parent (actor))
    {
      GPtrArray *implements = gyre_actor_get_implements (actor);
      for (guint index = 0; index < implements->len; index++)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                                gyre_requirement_get_public_name (g_ptr_array_index (implements, index)));
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  GyreCompatibility *report;
  GyreRequirement *subject;
  GyreRequirement *promise;
} Collection;

static void
collect (GyreCompatibilityError code, GyreDescriptor *promised, const char *detail, const char *hint, gpointer data)
{
  Collection *collection = data;
  g_autofree char *helpful = hint != NULL ? g_strdup_printf ("%s (%s)", detail, hint) : g_strdup (detail);

  compatibility_add (collection->report, code, promised->name,
                     compose (collection->subject, collection->promise, helpful));
}

static void
collect_obligation (Collection *collection)
{
  GyreActor *actor = GYRE_ACTOR (collection->subject);

  if (has_obligation (actor, GYRE_ROLE (collection->promise)))
    return;
  g_autofree char *declared = list_declared (actor);
  g_autofree char *detail = g_strdup_printf ("it has declared %s and not %s", declared,
                                             gyre_requirement_get_public_name (collection->promise));
  compatibility_add (collection->report, GYRE_COMPATIBILITY_ERROR_OBLIGATION,
                     gyre_requirement_get_public_name (collection->promise),
                     compose (collection->subject, collection->promise, detail));
}

/* A class's traits are there when its class struct is; that of a type that is made once stays. */
static void
make_class (GyreRequirement *requirement)
{
  if (GYRE_IS_ACTOR (requirement))
    g_type_class_unref (g_type_class_ref (gyre_requirement_get_gtype (requirement)));
}

/**
 * gyre_compatibility_check:
 * @subject: a class or an interface
 * @promise: an interface, or a class that @subject shall stand in for
 *
 * Compares what @subject is with what @promise promises. Each trait and behavior of @promise must be there by its canonical
 * name, be of the same kind or a specialised one, and allow at least what is promised: each value of its range, the same
 * elements and signatures, facilities of the same interface or of one that this extends. A class that has declared interfaces
 * must have declared @promise, one that extends it, or one that it extends; a class without any passes by its traits alone.
 * Anything keeps its own promises.
 *
 * It can be called from any thread. The class of @subject is made if it was not by now.
 *
 * Returns: (transfer full): a report of each broken promise
 *
 * Since: 0.1
 */
GyreCompatibility *
gyre_compatibility_check (GyreRequirement *subject, GyreRequirement *promise)
{
  g_return_val_if_fail (GYRE_IS_REQUIREMENT (subject) && GYRE_IS_REQUIREMENT (promise), NULL);

  Collection collection = { compatibility_new (), subject, promise };
  if (subject == promise)
    return collection.report;

  make_class (subject);
  make_class (promise);
  if (GYRE_IS_ACTOR (subject) && GYRE_IS_ROLE (promise))
    collect_obligation (&collection);
  g_autoptr (GPtrArray) promised = gyre_requirement_get_traits (promise);
  for (guint index = 0; index < promised->len; index++)
    gyre_promise_check (subject, g_ptr_array_index (promised, index), collect, &collection);
  return collection.report;
}

/**
 * gyre_compatibility_ref: (skip)
 * @report: a report
 *
 * Returns: (transfer full): @report
 *
 * Since: 0.1
 */
GyreCompatibility *
gyre_compatibility_ref (GyreCompatibility *report)
{
  g_atomic_int_inc (&report->references);
  return report;
}

/**
 * gyre_compatibility_unref: (skip)
 * @report: (transfer full): a report
 *
 * Since: 0.1
 */
void
gyre_compatibility_unref (GyreCompatibility *report)
{
  if (!g_atomic_int_dec_and_test (&report->references))
    return;
  g_array_unref (report->broken);
  g_free (report);
}

/**
 * gyre_compatibility_holds:
 * @report: a report
 *
 * Returns: whether no promise is broken
 *
 * Since: 0.1
 */
gboolean
gyre_compatibility_holds (GyreCompatibility *report)
{
  g_return_val_if_fail (report != NULL, FALSE);
  return report->broken->len == 0;
}

/**
 * gyre_compatibility_get_length:
 * @report: a report
 *
 * Returns: the number of broken promises
 *
 * Since: 0.1
 */
guint
gyre_compatibility_get_length (GyreCompatibility *report)
{
  g_return_val_if_fail (report != NULL, 0);
  return report->broken->len;
}

/**
 * gyre_compatibility_get_code:
 * @report: a report
 * @index: below the length
 *
 * Returns: in which way the promise is broken
 *
 * Since: 0.1
 */
GyreCompatibilityError
gyre_compatibility_get_code (GyreCompatibility *report, guint index)
{
  g_return_val_if_fail (report != NULL && index < report->broken->len, GYRE_COMPATIBILITY_ERROR_MISSING);
  return compatibility_get (report, index)->code;
}

/**
 * gyre_compatibility_get_subject:
 * @report: a report
 * @index: below the length
 *
 * Returns: (transfer none): the canonical name of the promised trait; for an obligation the public name of the interface
 *
 * Since: 0.1
 */
const char *
gyre_compatibility_get_subject (GyreCompatibility *report, guint index)
{
  g_return_val_if_fail (report != NULL && index < report->broken->len, NULL);
  return compatibility_get (report, index)->subject;
}

/**
 * gyre_compatibility_get_message:
 * @report: a report
 * @index: below the length
 *
 * Returns: (transfer none): one line that names both sides, what is found and what is promised
 *
 * Since: 0.1
 */
const char *
gyre_compatibility_get_message (GyreCompatibility *report, guint index)
{
  g_return_val_if_fail (report != NULL && index < report->broken->len, NULL);
  return compatibility_get (report, index)->message;
}

/**
 * gyre_compatibility_to_string:
 * @report: a report
 *
 * Returns: (transfer full): a line for each broken promise, without a newline at the end; empty when all are kept
 *
 * Since: 0.1
 */
char *
gyre_compatibility_to_string (GyreCompatibility *report)
{
  g_return_val_if_fail (report != NULL, NULL);

  GString *text = g_string_new (NULL);
  for (guint index = 0; index < report->broken->len; index++)
    g_string_append_printf (text, "%s%s", index > 0 ? "\n" : "", compatibility_get (report, index)->message);
  return g_string_free (text, FALSE);
}

/**
 * gyre_compatibility_to_error:
 * @report: a report
 * @error: return location for an error of %GYRE_COMPATIBILITY_ERROR: the code of the first broken promise, the text of all
 *
 * Returns: whether no promise is broken
 *
 * Since: 0.1
 */
gboolean
gyre_compatibility_to_error (GyreCompatibility *report, GError **error)
{
  g_return_val_if_fail (report != NULL, FALSE);

  if (report->broken->len == 0)
    return TRUE;
  g_autofree char *text = gyre_compatibility_to_string (report);
  g_set_error_literal (error, GYRE_COMPATIBILITY_ERROR, compatibility_get (report, 0)->code, text);
  return FALSE;
}

/**
 * gyre_requirement_is_compatible:
 * @subject: a class or an interface
 * @promise: an interface, or a class that @subject shall stand in for
 * @error: return location for an error of %GYRE_COMPATIBILITY_ERROR
 *
 * gyre_compatibility_check() for those who only want to know whether it holds.
 *
 * Returns: whether @subject keeps all that @promise promises
 *
 * Since: 0.1
 */
gboolean
gyre_requirement_is_compatible (GyreRequirement *subject, GyreRequirement *promise, GError **error)
{
  g_return_val_if_fail (GYRE_IS_REQUIREMENT (subject) && GYRE_IS_REQUIREMENT (promise), FALSE);

  g_autoptr (GyreCompatibility) report = gyre_compatibility_check (subject, promise);
  return gyre_compatibility_to_error (report, error);
}

typedef struct
{
  GyreRequirement *subject;
  GyreReport *report;
} Diagnosis;

static void
diagnose (GyreCompatibilityError code, GyreDescriptor *promised, const char *detail, const char *hint, gpointer data)
{
  Diagnosis *diagnosis = data;
  g_autofree char *message = compose (diagnosis->subject, promised->owner, detail);
  GyreLocator *promised_at = gyre_requirement_get_locator (promised->owner);
  g_autofree char *place = promised_at != NULL ? gyre_locator_to_string (promised_at) : NULL;
  g_autofree char *where = place != NULL ? g_strdup_printf ("it is promised at %s", place) : NULL;

  gyre_report_error (diagnosis->report, gyre_requirement_get_locator (diagnosis->subject), hint != NULL ? hint : where,
                     "%s", message);
}

/* Whether another of the roles extends the owner of a promised trait and redeclares it: then that one is asked about. */
static gboolean
is_redeclared (GPtrArray *roles, GyreDescriptor *promised)
{
  for (guint index = 0; index < roles->len; index++)
    {
      GyreRequirement *role = g_ptr_array_index (roles, index);
      GyreDescriptor *nearest = role != promised->owner && GYRE_IS_ROLE (role)
                                && gyre_role_extends (GYRE_ROLE (role), GYRE_ROLE (promised->owner))
                                ? gyre_requirement_find_trait (role, promised->name) : NULL;
      if (nearest != NULL && nearest != promised && nearest->name == promised->name)
        return TRUE;
    }
  return FALSE;
}

/*
 * gyre_compatibility_report:
 * @actor: a class whose traits have been harvested
 * @report: takes each broken promise
 *
 * The check of a class when it is declared, against all roles that it is obliged to. The roles contain their bases, so each of
 * them is asked for its own traits only, and a broken promise is told once.
 */
void
gyre_compatibility_report (GyreActor *actor, GyreReport *report)
{
  GPtrArray *roles = gyre_actor_get_roles (actor);
  Diagnosis diagnosis = { GYRE_REQUIREMENT (actor), report };

  for (guint index = 0; index < roles->len; index++)
    {
      GPtrArray *promised = gyre_requirement_get_local_traits (g_ptr_array_index (roles, index));
      for (guint local = 0; local < promised->len; local++)
        if (!is_redeclared (roles, g_ptr_array_index (promised, local)))
          gyre_promise_check (diagnosis.subject, g_ptr_array_index (promised, local), diagnose, &diagnosis);
    }
}

/*
 * gyre_compatibility_report_bases:
 * @role: an interface whose traits have been harvested
 * @report: takes each broken promise
 *
 * The check of an interface when it is declared: what it redeclares must keep what its bases promise, for who implements it is
 * taken for an implementation of the bases.
 */
void
gyre_compatibility_report_bases (GyreRole *role, GyreReport *report)
{
  GPtrArray *pedigree = gyre_requirement_get_pedigree (GYRE_REQUIREMENT (role));
  Diagnosis diagnosis = { GYRE_REQUIREMENT (role), report };

  for (guint index = 1; index < pedigree->len; index++)
    {
      GPtrArray *promised = gyre_requirement_get_local_traits (g_ptr_array_index (pedigree, index));
      for (guint local = 0; local < promised->len; local++)
        gyre_promise_check (diagnosis.subject, g_ptr_array_index (promised, local), diagnose, &diagnosis);
    }
}
