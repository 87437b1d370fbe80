/* gyre-binding.c: Traits that follow other values
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A binding puts its text as an expression into the cell of the trait and listens there; what it hears it sets as if somebody
 * had set it. Whoever sets the trait otherwise ends the binding: it notices by the place that the trait's value has.
 */
#include "gyre-binding-private.h"
#include "gyre-commit-private.h"
#include "gyre-flow-private.h"
#include "gyre-foreign-value-private.h"
#include "gyre-requirement-private.h"
#include "gyre-revision-private.h"
#include "gyre-shape-private.h"
#include "gyre-shown-private.h"
#include "gyre-value-error.h"

#include <string.h>

#define PLACE __builtin_return_address (0)

/* A property of another object has a kind that no text says, perhaps. */
static gboolean
can_follow (const GyreTrait *trait)
{
  if (gyre_trait_is_dynamic (trait))
    return gyre_trait_takes_any_kind (trait) || (trait->kind != &gyre_kind_object && trait->kind != &gyre_kind_boxed);
  return !gyre_trait_is_facility (trait) && !gyre_trait_is_foreign (trait);
}

gboolean
gyre_binding_is_meant (const GyreTrait *trait, const char *text)
{
  return strchr (text, '{') != NULL && can_follow (trait) && gyre_text_has_references (text, -1);
}

static void
binding_free (GyreBinding *self)
{
  gyre_expression_unref (self->expression);
  gyre_provenance_clear (&self->provenance);
  g_free (self->text);
  g_free (self);
}

static void
unlink_binding (GyreBonds *bonds, GyreBinding *binding)
{
  GyreBinding **link = &bonds->first;

  while (*link != NULL && *link != binding)
    link = &(*link)->next;
  if (*link != NULL)
    *link = binding->next;
}

/* The trait keeps its value and is an ordinary one again. */
static void
end_binding (GyreBinding *binding)
{
  GyreBonds *bonds = gyre_state_peek (binding->component)->bonds;
  GyreRevision *revision = gyre_revision_begin (bonds->bindings);

  gyre_graph_unwatch (gyre_bindings_get_graph (bonds->bindings), binding->cell);
  unlink_binding (bonds, binding);
  gyre_revision_touch (revision, binding->cell);
  gyre_revision_end (revision, NULL);
  binding_free (binding);
}

GyreBinding *
gyre_binding_peek (GyreComponent *component, const GyreTrait *trait)
{
  GyreBinding *binding = gyre_bindings_find (component, trait);

  if (binding == NULL || gyre_binding_is_in_force (binding))
    return binding;
  end_binding (binding);
  return NULL;
}

void
gyre_binding_end (GyreComponent *component, const GyreTrait *trait)
{
  GyreBinding *binding = gyre_bindings_find (component, trait);

  if (binding != NULL)
    end_binding (binding);
}

GyreLocator *
gyre_binding_dup_input_locator (GyreBinding *binding)
{
  GyreBonds *bonds = gyre_state_peek (binding->component)->bonds;
  GyreGraph *graph = gyre_bindings_get_graph (bonds->bindings);
  guint length = 0;
  g_autofree GyreCell *inputs = gyre_graph_dup_inputs (graph, binding->cell, &length);
  GyreLocator *locator = NULL;

  for (guint index = 0; index < length && locator == NULL; index++)
    locator = gyre_graph_dup_locator (graph, inputs[index]);
  return locator;
}

/* The values that the trait would get are good ones until now; this one is not, and the last good one stays. */
static void
tell_refused (GyreBinding *binding, const GError *error)
{
  g_autoptr (GyreLocator) locator = gyre_provenance_dup_locator (&binding->provenance);
  g_autoptr (GyreLocator) input = gyre_binding_dup_input_locator (binding);
  g_autofree char *place = locator != NULL ? gyre_locator_to_string (locator) : NULL;
  g_autofree char *other = input != NULL ? gyre_locator_to_string (input) : NULL;

  if (binding->is_told)
    return;
  binding->is_told = TRUE;
  g_warning ("%s: %s%s%s%s", place != NULL ? place : "nowhere", error->message, other != NULL ? " (from " : "",
             other != NULL ? other : "", other != NULL ? ")" : "");
}

/* An attribute that nobody has declared takes the kind of what it follows. */
static gboolean
commit_attribute (GyreBinding *binding, const GyreTerm *term, GError **error)
{
  const GyreTrait *shape = NULL;
  GyreValue value = GYRE_NONE;

  if (gyre_shape_read_term (term, &shape, &value, error))
    return gyre_dynamic_commit (binding->component, binding->trait, shape, value, gyre_provenance_copy (&binding->provenance), error);
  gyre_component_prefix_error (binding->component, binding->trait, error);
  return FALSE;
}

/* The object is set, and tells. */
static gboolean
commit_property (GyreBinding *binding, const GyreTerm *term, GError **error)
{
  GyreValue value = GYRE_NONE;

  if (gyre_scale_from_term (&binding->scale, binding->trait, term, &value, error))
    return gyre_shown_commit_value (binding->component, binding->trait, value, gyre_provenance_copy (&binding->provenance), error);
  gyre_component_prefix_error (binding->component, binding->trait, error);
  return FALSE;
}

static gboolean
commit_trait (GyreBinding *binding, const GyreTerm *term, GError **error)
{
  GyreComponent *component = binding->component;
  GyreValue value = GYRE_NONE;

  if (gyre_scale_from_term (&binding->scale, binding->trait, term, &value, error))
    return gyre_component_commit (component, binding->trait, value, gyre_provenance_copy (&binding->provenance), error);
  gyre_component_prefix_error (component, binding->trait, error);
  return FALSE;
}

static gboolean
commit_term (GyreBinding *binding, const GyreTerm *term, GError **error)
{
  GyreComponent *component = binding->component;
  const GyreTrait *trait = binding->trait;
  gboolean is_dynamic = gyre_trait_is_dynamic (trait);
  gboolean done;

  if (is_dynamic)
    gyre_dynamic_hold (component, (GyreDynamic *) trait);
  binding->is_committing = TRUE;
  if (gyre_trait_is_shown (trait))
    done = commit_property (binding, term, error);
  else
    done = (is_dynamic ? commit_attribute : commit_trait) (binding, term, error);
  /* Whoever heard of it can have ended the binding. */
  binding = gyre_bindings_find (component, trait);
  if (binding != NULL)
    binding->is_committing = FALSE;
  if (is_dynamic)
    gyre_dynamic_let_go (component, (GyreDynamic *) trait);
  return done;
}

/* Sets what a watch has told. */
void
gyre_binding_hear (GyreBinding *binding, const GyreNotice *notice)
{
  g_autoptr (GError) error = NULL;

  if (!binding->is_committing && !gyre_binding_is_in_force (binding))
    end_binding (binding);
  else if (notice->error == NULL && commit_term (binding, &notice->value, &error))
    return;
  else if (error != NULL)
    tell_refused (binding, error);
  else if (notice->error != NULL && !g_error_matches (notice->error, GYRE_GRAPH_ERROR, GYRE_GRAPH_ERROR_UNDEFINED))
    tell_refused (binding, notice->error);
}

void
gyre_binding_follow (GyreBindings *bindings, GyreBinding *binding)
{
  binding->watch = gyre_graph_watch_together (gyre_bindings_get_graph (bindings), binding->cell, gyre_flow_on_notices, bindings);
}

/* Gives the trait its place before its first value, so that it counts as said while its inputs are undefined. */
static void
take_place (GyreBinding *binding)
{
  GyreProvenance provenance = gyre_provenance_copy (&binding->provenance);

  if (gyre_trait_is_dynamic (binding->trait))
    gyre_dynamic_take_place ((GyreDynamic *) binding->trait, provenance);
  else
    gyre_state_set_provenance (binding->component, binding->trait->descriptor.index, provenance);
}

static GyreBinding *
binding_new (GyreComponent *component, const GyreTrait *trait, const char *text, GyreProvenance provenance, GError **error)
{
  GyreExpression *expression = NULL;
  GyreBinding *self;

  if (!trait->writable)
    g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_READ_ONLY, "can't be set");
  else
    expression = gyre_scale_compile (trait, text, error);
  if (expression == NULL)
    {
      gyre_provenance_clear (&provenance);
      return NULL;
    }
  self = g_new0 (GyreBinding, 1);
  self->component = component;
  self->trait = trait;
  self->expression = expression;
  self->text = g_strdup (text);
  self->provenance = provenance;
  self->is_committing = TRUE;
  gyre_scale_init (&self->scale, trait);
  self->is_direct = gyre_flow_is_direct (self);
  return self;
}

/* Whether the trait can have what was worked out. */
static gboolean
can_take (const GyreBinding *binding, const GyreTerm *term, GError **error)
{
  const GyreTrait *trait = binding->trait;
  GyreValue value = GYRE_NONE;
  gboolean is_good = gyre_trait_takes_any_kind (trait) ? gyre_shape_read_term (term, &trait, &value, error)
                                                       : gyre_scale_from_term (&binding->scale, trait, term, &value, error)
                                                         && gyre_trait_validate (trait, value, error);

  gyre_kind_clear (trait->kind, &value);
  return is_good;
}

/* Whether the first value can be had and set. Inputs that are not there yet are no reason to refuse. */
static gboolean
try_value (GyreBinding *binding, GyreRevision *revision, GError **error)
{
  GyreTerm term = { .kind = GYRE_TERM_UNDEFINED };
  g_autoptr (GError) problem = NULL;
  gboolean is_good;

  if (!gyre_proposal_read (gyre_revision_get_proposal (revision), binding->cell, &term, &problem))
    {
      is_good = g_error_matches (problem, GYRE_GRAPH_ERROR, GYRE_GRAPH_ERROR_UNDEFINED);
      if (!is_good)
        g_propagate_error (error, g_steal_pointer (&problem));
      return is_good;
    }
  is_good = can_take (binding, &term, error);
  gyre_term_clear (&term);
  return is_good;
}

static void
undo (GyreBonds *bonds, GyreBinding *fresh, GyreBinding *old)
{
  unlink_binding (bonds, fresh);
  if (old != NULL)
    {
      old->next = bonds->first;
      bonds->first = old;
    }
  binding_free (fresh);
}

/* Reads the cell, now that all is in force, and follows it from now on. */
static gboolean
start (GyreBindings *bindings, GyreBinding *binding, GError **error)
{
  GyreGraph *graph = gyre_bindings_get_graph (bindings);
  GyreTerm term = { .kind = GYRE_TERM_UNDEFINED };
  gboolean done = TRUE;

  take_place (binding);
  binding->is_committing = FALSE;
  gyre_binding_follow (bindings, binding);
  if (gyre_graph_read (graph, binding->cell, &term, NULL))
    done = commit_term (binding, &term, error);
  gyre_term_clear (&term);
  return done;
}

static gboolean
install (GyreBindings *bindings, GyreBinding *fresh, GError **error)
{
  GyreRevision *revision = gyre_revision_begin (bindings);
  GyreBonds *bonds = gyre_bindings_ensure_bonds (bindings, fresh->component);
  GyreBinding *old = gyre_bindings_find (fresh->component, fresh->trait);
  g_autofree char *key = gyre_trait_dup_path (fresh->trait, bonds->owner);
  gboolean done;

  if (old != NULL)
    unlink_binding (bonds, old);
  fresh->next = bonds->first;
  bonds->first = fresh;
  fresh->cell = gyre_bindings_require (bindings, key);
  *gyre_bonds_get_cell (bonds, fresh->trait) = fresh->cell;
  gyre_revision_touch (revision, fresh->cell);
  done = gyre_revision_check (revision, error) && try_value (fresh, revision, error);
  if (!done)
    gyre_revision_drop (revision);
  else
    done = gyre_revision_end (revision, error);
  if (!done)
    undo (bonds, fresh, old);
  else if (old != NULL)
    binding_free (old);
  return done;
}

/* On failure nothing has changed: an old binding goes on. */
gboolean
gyre_binding_bind (GyreComponent *component, const GyreTrait *trait, const char *text, GyreProvenance provenance, GError **error)
{
  GyreBindings *bindings = gyre_bindings_get (gyre_component_get_executive (component));
  GyreBinding *binding;

  gyre_binding_attach ();
  binding = binding_new (component, trait, text, provenance, error);
  if (binding == NULL || !install (bindings, binding, error))
    {
      gyre_component_prefix_error (component, trait, error);
      return FALSE;
    }
  return start (bindings, binding, error);
}

gboolean
gyre_binding_bind_class (GyreComponent *component, GError **error)
{
  GyreBirth *birth = gyre_component_get_birth (component);
  GyreState *state = gyre_state_peek (component);

  for (guint slot = 0; birth->texts != NULL && slot < birth->n_slots; slot++)
    {
      GyreProvenance provenance;

      if (birth->texts[slot] == NULL
          || (state != NULL && state->provenances != NULL && gyre_provenance_is_set (&state->provenances[slot])))
        continue;
      provenance = gyre_provenance_copy (&birth->provenances[slot]);
      provenance.from_class = GYRE_MEDIATOR_CLASS;
      if (!gyre_binding_bind (component, gyre_component_get_slot (component, slot), birth->texts[slot], provenance, error))
        return FALSE;
      state = gyre_state_peek (component);
    }
  return TRUE;
}

/* Everybody who has cells hears of its own changes here: a bound trait that was set otherwise is bound no more, and others are
 * told what it is now. */
static void
on_change (GyreComponent *component, const GyreTrait *trait)
{
  GyreState *state = gyre_state_peek (component);
  GyreBonds *bonds = state->bonds;
  GyreCell cell = bonds != NULL ? *gyre_bonds_get_cell (bonds, trait) : GYRE_CELL_NONE;
  GyreBinding *binding;
  GyreScale scale;

  if (cell == GYRE_CELL_NONE)
    return;
  binding = gyre_bindings_find (component, trait);
  if (binding != NULL)
    {
      if (!binding->is_committing)
        end_binding (binding);
      return;
    }
  gyre_scale_init (&scale, trait);
  gyre_graph_set (gyre_bindings_get_graph (bonds->bindings), cell,
                  gyre_scale_to_term (&scale, trait, gyre_component_peek (component, trait)));
}

void
gyre_binding_attach (void)
{
  static gsize is_done;

  if (g_once_init_enter (&is_done))
    {
      gyre_commit_set_listener (on_change);
      g_once_init_leave (&is_done, 1);
    }
}

/* Takes the descriptor, or the error. */
static const GyreTrait *
check_trait (GyreComponent *self, GyreDescriptor *descriptor, GError **error)
{
  g_autofree char *subject = NULL;

  if (descriptor == NULL || (descriptor->sort != GYRE_DESCRIPTOR_BEHAVIOR && can_follow ((const GyreTrait *) descriptor)))
    return (const GyreTrait *) descriptor;
  subject = gyre_component_dup_subject (self);
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "%s.%s: can't be bound: it is no property with a value that a text says",
               subject, descriptor->name);
  return NULL;
}

static const GyreTrait *
find_trait (GyreComponent *self, const char *name, GError **error)
{
  return check_trait (self, gyre_dynamic_get (self, name, error), error);
}

/**
 * gyre_component_bind:
 * @self: a component
 * @trait: a name or alias of a property; in an open class of any attribute, which takes the kind of what it follows
 * @text: a text with references: `{other.trait} * 2`, or for a text `/data/{run.name}.txt`; `{.trait}` is one of its own
 * @error: return location for an error of %GYRE_COMPONENT_ERROR, which knows the place in @text
 *
 * Makes a trait follow other values, until it is set otherwise. What is named may come later: until then the trait keeps
 * what it has. A trait can't be made to follow itself: the error then has the whole circle with every place.
 *
 * Returns: whether it is bound; if not, nothing has changed
 *
 * Since: 0.1
 */
gboolean
gyre_component_bind (GyreComponent *self, const char *trait, const char *text, GError **error)
{
  const GyreTrait *found;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL && text != NULL, FALSE);

  found = check_trait (self, gyre_dynamic_get_settable (self, trait, error), error);
  return found != NULL
         && (gyre_trait_is_dynamic (found) ? gyre_dynamic_bind : gyre_binding_bind) (self, found, text, gyre_provenance_of_address (PLACE), error);
}

/**
 * gyre_component_unbind:
 * @self: a component
 * @trait: a name or alias of a property
 * @error: return location for an error
 *
 * Lets a trait keep the value that it has now. What is not bound stays as it is.
 *
 * Returns: whether there is such a property
 *
 * Since: 0.1
 */
gboolean
gyre_component_unbind (GyreComponent *self, const char *trait, GError **error)
{
  const GyreTrait *found;
  GyreBinding *binding;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL, FALSE);

  found = find_trait (self, trait, error);
  binding = found != NULL ? gyre_binding_peek (self, found) : NULL;
  if (binding != NULL)
    end_binding (binding);
  return found != NULL;
}

/**
 * gyre_component_get_binding:
 * @self: a component
 * @trait: a name or alias of a property
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): the text that it follows; %NULL without an error when it follows nothing
 *
 * Since: 0.1
 */
const char *
gyre_component_get_binding (GyreComponent *self, const char *trait, GError **error)
{
  const GyreTrait *found;
  GyreBinding *binding;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL, NULL);

  found = find_trait (self, trait, error);
  binding = found != NULL ? gyre_binding_peek (self, found) : NULL;
  return binding != NULL ? binding->text : NULL;
}

/* Why a binding gives no value now, with the place where it was said. */
static gboolean
check_binding (GyreBinding *binding, GError **error)
{
  GyreBonds *bonds = gyre_state_peek (binding->component)->bonds;
  g_autoptr (GyreLocator) locator = NULL;
  g_autofree char *place = NULL;
  GyreTerm term = { .kind = GYRE_TERM_UNDEFINED };
  gboolean is_good;

  is_good = gyre_graph_read (gyre_bindings_get_graph (bonds->bindings), binding->cell, &term, error) && can_take (binding, &term, error);
  gyre_term_clear (&term);
  if (is_good)
    return TRUE;
  gyre_component_prefix_error (binding->component, binding->trait, error);
  locator = gyre_provenance_dup_locator (&binding->provenance);
  place = locator != NULL ? gyre_locator_to_string (locator) : g_strdup ("nowhere");
  g_prefix_error (error, "%s: ", place);
  return FALSE;
}

/**
 * gyre_component_check_binding:
 * @self: a component
 * @trait: a name or alias of a property
 * @error: return location for what is wrong, with the place where the binding was said
 *
 * Tells whether a trait has the value that it should follow. A trait that is not bound has.
 *
 * Returns: whether it has; if not, it has its last good value, or the default
 *
 * Since: 0.1
 */
gboolean
gyre_component_check_binding (GyreComponent *self, const char *trait, GError **error)
{
  const GyreTrait *found;
  GyreBinding *binding;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self) && trait != NULL, FALSE);

  found = find_trait (self, trait, error);
  if (found == NULL)
    return FALSE;
  binding = gyre_binding_peek (self, found);
  return binding == NULL || check_binding (binding, error);
}

static void
report_binding (GyreBinding *binding, gpointer report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreLocator) locator = gyre_provenance_dup_locator (&binding->provenance);
  GyreBonds *bonds = gyre_state_peek (binding->component)->bonds;
  g_autofree char *subject = gyre_component_dup_subject (binding->component);
  GyreTerm term = { .kind = GYRE_TERM_UNDEFINED };

  if (gyre_graph_read (gyre_bindings_get_graph (bonds->bindings), binding->cell, &term, &error))
    gyre_term_clear (&term);
  else if (g_error_matches (error, GYRE_GRAPH_ERROR, GYRE_GRAPH_ERROR_UNDEFINED))
    gyre_report_error (report, locator, "say it, or build the instance", "%s.%s: %s", subject, binding->trait->descriptor.name,
                       gyre_trait_is_secret (binding->trait) ? "what it follows is not said" : error->message);
}

/* Tells every binding that has no value because nobody has said what it follows. */
void
gyre_binding_report_undefined (GyreExecutive *executive, GyreReport *report)
{
  GyreBindings *bindings = gyre_bindings_peek (executive);

  if (bindings != NULL)
    gyre_bindings_foreach (bindings, report_binding, report);
}
