/* gyre-transaction.c: Several traits of several components, all or none
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-transaction-private.h"
#include "gyre-assignments-private.h"
#include "gyre-computed-private.h"
#include "gyre-dynamic-private.h"
#include "gyre-reflection-private.h"
#include "gyre-restoration-private.h"

/* Up to so many assignments are found by looking at each. */
enum { FEW = 8 };

struct _GyreTransaction
{
  gint references;
  GThread *thread;
  GyreExecutive *executive;
  GyreTransaction *outer;       /* that it belongs to */
  GyreTransaction *below;       /* that was begun before it in this thread, of any executive; NULL once it has ended */
  gboolean is_open;
  GPtrArray *assignments;         /* of GyreAssignment, in the order of the sets */
  GHashTable *known;            /* the same as a set; NULL for a few */
  GError *refused;              /* the first set that was */
};

#define THREAD_LOCAL static __thread __attribute__ ((tls_model ("initial-exec")))
THREAD_LOCAL GyreTransaction *newest;

G_DEFINE_BOXED_TYPE (GyreTransaction, gyre_transaction, gyre_transaction_ref, gyre_transaction_unref)

static void
assignment_free (gpointer assignment)
{
  gyre_assignment_clear (assignment);
  g_slice_free (GyreAssignment, assignment);
}

static guint
assignment_hash (gconstpointer assignment)
{
  const GyreAssignment *self = assignment;

  return g_direct_hash (self->component) * 31 + self->trait->descriptor.index;
}

static gboolean
assignment_equal (gconstpointer one, gconstpointer other)
{
  const GyreAssignment *first = one, *second = other;

  return first->component == second->component && first->trait == second->trait;
}

static GyreTransaction *
find_open (GyreExecutive *executive)
{
  GyreTransaction *open = newest;

  while (open != NULL && open->executive != executive)
    open = open->below;
  return open;
}

/**
 * gyre_transaction_begin:
 * @executive: whose components are to be set
 *
 * Begins a transaction, or a part of the one that this thread has begun for the executive and not ended.
 *
 * Returns: (transfer full): a transaction
 *
 * Since: 0.1
 */
GyreTransaction *
gyre_transaction_begin (GyreExecutive *executive)
{
  GyreTransaction *self;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (executive), NULL);

  self = g_slice_new0 (GyreTransaction);
  self->references = 1;
  self->thread = g_thread_self ();
  self->executive = g_object_ref (executive);
  self->outer = find_open (executive);
  if (self->outer != NULL)
    gyre_transaction_ref (self->outer);
  self->assignments = g_ptr_array_new_with_free_func (assignment_free);
  self->is_open = TRUE;
  self->below = newest;
  newest = self;
  return self;
}

/**
 * gyre_transaction_ref: (skip)
 * @transaction: a transaction
 *
 * Returns: (transfer full): @transaction
 *
 * Since: 0.1
 */
GyreTransaction *
gyre_transaction_ref (GyreTransaction *transaction)
{
  g_return_val_if_fail (transaction != NULL, NULL);
  transaction->references++;
  return transaction;
}

/* Takes it from among the open ones, wherever it stands. */
static void
end (GyreTransaction *self)
{
  GyreTransaction **place = &newest;

  while (*place != NULL && *place != self)
    place = &(*place)->below;
  if (*place != NULL)
    *place = self->below;
  self->below = NULL;
  self->is_open = FALSE;
}

/**
 * gyre_transaction_cancel:
 * @transaction: a transaction
 *
 * Ends it; nothing is set. Of one that has ended it does nothing.
 *
 * Since: 0.1
 */
void
gyre_transaction_cancel (GyreTransaction *transaction)
{
  g_return_if_fail (transaction != NULL && transaction->thread == g_thread_self ());

  if (transaction->is_open)
    end (transaction);
  g_clear_pointer (&transaction->known, g_hash_table_unref);
  g_ptr_array_set_size (transaction->assignments, 0);
}

/**
 * gyre_transaction_unref: (skip)
 * @transaction: (transfer full): a transaction
 *
 * Since: 0.1
 */
void
gyre_transaction_unref (GyreTransaction *transaction)
{
  g_return_if_fail (transaction != NULL && transaction->thread == g_thread_self ());

  if (--transaction->references > 0)
    return;
  gyre_transaction_cancel (transaction);
  g_ptr_array_unref (transaction->assignments);
  g_clear_error (&transaction->refused);
  g_clear_pointer (&transaction->outer, gyre_transaction_unref);
  g_object_unref (transaction->executive);
  g_slice_free (GyreTransaction, transaction);
}

static GyreAssignment *
find_assignment (GyreTransaction *self, const GyreAssignment *like)
{
  if (self->known != NULL)
    return g_hash_table_lookup (self->known, like);
  for (guint index = 0; index < self->assignments->len; index++)
    if (assignment_equal (g_ptr_array_index (self->assignments, index), like))
      return g_ptr_array_index (self->assignments, index);
  return NULL;
}

static void
know_all (GyreTransaction *self)
{
  self->known = g_hash_table_new (assignment_hash, assignment_equal);
  for (guint index = 0; index < self->assignments->len; index++)
    g_hash_table_add (self->known, g_ptr_array_index (self->assignments, index));
}

/* The last word about a trait counts; its place among the others is that of the first. */
static void
take (GyreTransaction *self, GyreAssignment *assignment)
{
  GyreAssignment *known = find_assignment (self, assignment);

  if (known != NULL)
    {
      gyre_assignment_clear (known);
      *known = *assignment;
      return;
    }
  known = g_slice_dup (GyreAssignment, assignment);
  g_ptr_array_add (self->assignments, known);
  if (self->known != NULL)
    g_hash_table_add (self->known, known);
  else if (self->assignments->len > FEW)
    know_all (self);
}

static gboolean
refuse (GyreTransaction *self, GError *problem, GError **error)
{
  if (self->refused == NULL)
    self->refused = g_error_copy (problem);
  g_propagate_error (error, problem);
  return FALSE;
}

/* Takes the descriptor, or the error. */
static const GyreTrait *
check_trait (GyreTransaction *self, GyreComponent *component, GyreDescriptor *descriptor, GError **error)
{
  g_autofree char *subject = NULL;

  if (descriptor == NULL)
    return NULL;
  if (descriptor->sort != GYRE_DESCRIPTOR_BEHAVIOR && gyre_component_get_executive (component) == self->executive)
    return (const GyreTrait *) descriptor;
  subject = gyre_component_dup_subject (component);
  if (descriptor->sort == GYRE_DESCRIPTOR_BEHAVIOR)
    g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "%s.%s is a behavior and has no value", subject,
                 descriptor->name);
  else
    g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INVALID, "%s.%s: its component belongs to another executive "
                 "than the transaction", subject, descriptor->name);
  return NULL;
}

static const GyreTrait *
find_trait (GyreTransaction *self, GyreComponent *component, const char *name, GError **error)
{
  GyreDescriptor *descriptor;

  descriptor = gyre_component_get_executive (component) == self->executive
                 ? gyre_dynamic_get_settable (component, name, error)
                 : gyre_requirement_get_trait (GYRE_REQUIREMENT (gyre_component_get_actor (component)), name, error);
  return check_trait (self, component, descriptor, error);
}

/* A value, or with no value a text, that a trait shall have. */
typedef struct
{
  const GValue *value;
  const char *text;
  GyreProvenance provenance;
  gboolean is_reset;             /* what code has said before does not count any more */
} Saying;

static gboolean
is_delegated (const GyreTrait *trait)
{
  return gyre_trait_is_computed (trait) && trait->options->delegate != NULL;
}

static gboolean say (GyreTransaction *self, GyreComponent *component, const GyreTrait *trait, Saying *saying, GError **error);

/* What other code keeps is shown when that tells. */
static void
show_part (GyreTransaction *self, GyreComponent *component, const GyreTrait *trait, GyreComponent *part, const GyreTrait *target)
{
  GyreAssignment shown = { .component = NULL };

  if (gyre_trait_is_foreign (target))
    return;
  gyre_reflection_start (&shown, component, trait, part, target);
  take (self, &shown);
}

/* The part has it in its own kind, so the value goes there as text. */
static gboolean
say_to_part (GyreTransaction *self, GyreComponent *component, const GyreTrait *trait, Saying *saying, GError **error)
{
  const GyreTrait *target = NULL;
  GyreComponent *part;
  GyreValue value = GYRE_NONE;
  g_autofree char *text = NULL;

  if (!gyre_component_check_settable (component, trait, error)
      || (saying->text == NULL && !gyre_trait_from_gvalue (trait, saying->value, &value, error)))
    {
      gyre_component_prefix_error (component, trait, error);
      return FALSE;
    }
  if (saying->text == NULL)
    saying->text = text = gyre_trait_print (trait, value);
  gyre_kind_clear (trait->kind, &value);
  part = gyre_delegate_fetch (component, trait, &target, error);
  if (part == NULL)
    return FALSE;
  if (!say (self, part, target, saying, error))
    return FALSE;
  show_part (self, component, trait, part, target);
  return TRUE;
}

static gboolean
say (GyreTransaction *self, GyreComponent *component, const GyreTrait *trait, Saying *saying, GError **error)
{
  GyreAssignment assignment = { .provenance = saying->provenance, .is_reset = saying->is_reset };

  if (is_delegated (trait))
    return say_to_part (self, component, trait, saying, error);
  saying->provenance = (GyreProvenance) { .kind = GYRE_SOURCE_NONE };
  if (saying->text != NULL ? !gyre_assignment_read_text (&assignment, component, trait, saying->text, error)
                           : !gyre_assignment_read_gvalue (&assignment, component, trait, saying->value, error))
    return FALSE;
  take (self, &assignment);
  return TRUE;
}

gboolean
gyre_transaction_say (GyreTransaction *self, GyreComponent *component, const char *name, const GValue *value, const char *text,
                      GyreProvenance provenance, GError **error)
{
  Saying saying = { value, text, provenance, FALSE };
  GError *problem = NULL;
  const GyreTrait *trait = find_trait (self, component, name, &problem);

  if (trait != NULL && say (self, component, trait, &saying, &problem))
    return TRUE;
  gyre_provenance_clear (&saying.provenance);
  return refuse (self, problem, error);
}

static gboolean restore (GyreTransaction *self, GyreComponent *component, const GyreTrait *trait, GError **error);

/* The part has what its own class gives. */
static gboolean
restore_part (GyreTransaction *self, GyreComponent *component, const GyreTrait *trait, GError **error)
{
  const GyreTrait *target = NULL;
  GyreComponent *part = gyre_delegate_fetch (component, trait, &target, error);

  if (part == NULL || !restore (self, part, target, error))
    return FALSE;
  show_part (self, component, trait, part, target);
  return TRUE;
}

static gboolean
restore (GyreTransaction *self, GyreComponent *component, const GyreTrait *trait, GError **error)
{
  Saying saying = { .provenance = { .kind = GYRE_SOURCE_NONE }, .is_reset = TRUE };
  GyreAssignment assignment = { .component = NULL };
  g_autofree char *text = NULL;
  GError *problem = NULL;
  gboolean done = FALSE;

  if (!gyre_component_check_settable (component, trait, error))
    {
      gyre_component_prefix_error (component, trait, error);
      return FALSE;
    }
  saying.text = text = gyre_restoration_dup_said (component, trait, &saying.provenance, &problem);
  if (problem != NULL)
    g_propagate_error (error, problem);
  else if (text != NULL)
    done = say (self, component, trait, &saying, error);
  else if (gyre_trait_is_dynamic (trait))
    {
      gyre_restoration_read_absence (&assignment, component, trait);
      take (self, &assignment);
      done = TRUE;
    }
  else if (is_delegated (trait))
    done = restore_part (self, component, trait, error);
  else if (gyre_restoration_read (&assignment, component, trait, error))
    {
      take (self, &assignment);
      done = TRUE;
    }
  gyre_provenance_clear (&saying.provenance);
  return done;
}

/* What shall be there in the transaction counts as if it were there. */
static gboolean
is_there (GyreTransaction *self, GyreComponent *component, const GyreTrait *trait)
{
  const GyreAssignment like = { .component = component, .trait = trait };
  const GyreAssignment *known = gyre_trait_is_dynamic (trait) ? find_assignment (self, &like) : NULL;

  if (known != NULL)
    return !known->is_removed;
  return !gyre_trait_is_dynamic (trait) || gyre_dynamic_of_trait (trait)->shape != NULL;
}

/* A name that nobody has given a value leads to nothing, as outside of transactions. */
static const GyreTrait *
find_known (GyreTransaction *self, GyreComponent *component, const char *name, GError **error)
{
  GyreDynamic *dynamic = gyre_component_is_open (component) ? gyre_dynamic_find (component, name) : NULL;
  const GyreTrait *trait;

  if (dynamic != NULL && dynamic->shape == NULL && is_there (self, component, &dynamic->trait))
    return &dynamic->trait;
  trait = check_trait (self, component, gyre_dynamic_get (component, name, error), error);
  if (trait == NULL || is_there (self, component, trait))
    return trait;
  gyre_restoration_refuse_unknown (component, trait, error);
  return NULL;
}

gboolean
gyre_transaction_restore (GyreTransaction *self, GyreComponent *component, const char *name, GError **error)
{
  GError *problem = NULL;
  const GyreTrait *trait = find_known (self, component, name, &problem);

  return (trait != NULL && restore (self, component, trait, &problem)) || refuse (self, problem, error);
}

gboolean
gyre_transaction_remove (GyreTransaction *self, GyreComponent *component, const char *name, GError **error)
{
  GyreAssignment assignment = { .component = NULL };
  GError *problem = NULL;
  const GyreTrait *trait = find_known (self, component, name, &problem);

  if (trait == NULL || !gyre_dynamic_check_removable (component, trait, &problem))
    return refuse (self, problem, error);
  gyre_restoration_read_absence (&assignment, component, trait);
  take (self, &assignment);
  return TRUE;
}

gboolean
gyre_transaction_is_usable (GyreTransaction *self)
{
  return self != NULL && self->is_open && self->thread == g_thread_self ();
}

static void
hand_over (GyreTransaction *outer, GPtrArray *assignments)
{
  for (guint index = 0; index < assignments->len; index++)
    {
      GyreAssignment *assignment = g_ptr_array_index (assignments, index);
      take (outer, assignment);
      *assignment = (GyreAssignment) { .component = NULL };
    }
}

/**
 * gyre_transaction_commit:
 * @transaction: an open transaction
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR
 *
 * Sets everything, or nothing. The transaction has ended in either case.
 *
 * Returns: whether everything is set; of a transaction within another one, whether that one has taken it
 *
 * Since: 0.1
 */
gboolean
gyre_transaction_commit (GyreTransaction *transaction, GError **error)
{
  g_autoptr (GPtrArray) assignments = NULL;

  g_return_val_if_fail (transaction != NULL && transaction->is_open && transaction->thread == g_thread_self (), FALSE);

  end (transaction);
  assignments = g_steal_pointer (&transaction->assignments);
  transaction->assignments = g_ptr_array_new_with_free_func (assignment_free);
  g_clear_pointer (&transaction->known, g_hash_table_unref);
  if (transaction->refused != NULL)
    {
      g_propagate_error (error, g_error_copy (transaction->refused));
      return FALSE;
    }
  if (transaction->outer == NULL)
    return gyre_assignments_run (assignments, error);
  if (transaction->outer->is_open)
    {
      hand_over (transaction->outer, assignments);
      return TRUE;
    }
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INVALID, "the transaction that this one belongs to has ended");
  return FALSE;
}
