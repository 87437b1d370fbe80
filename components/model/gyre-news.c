/* gyre-news.c: What changes the meaning of names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-news-private.h"
#include "gyre-binding-private.h"
#include "gyre-commit-private.h"
#include "gyre-dynamic-private.h"
#include "gyre-identity-private.h"
#include "gyre-requirement-private.h"
#include "gyre-revision-private.h"

/* Nobody has asked for this change in particular, so what is wrong with it goes to the log. */
static void
end_or_warn (GyreRevision *revision)
{
  g_autoptr (GError) error = NULL;

  if (!gyre_revision_end (revision, &error))
    g_warning ("%s", error->message);
}

/* A component has got its name and its values. */
void
gyre_bindings_came (GyreComponent *component)
{
  GyreBindings *self = gyre_bindings_peek (gyre_component_get_executive (component));
  const char *name = gyre_component_get_name (component);
  GyreRevision *revision;

  if (self == NULL || name == NULL)
    return;
  revision = gyre_revision_begin (self);
  gyre_revision_touch_owner (revision, name);
  end_or_warn (revision);
}

/* A component has an attribute that nobody has declared, or has it no more. */
void
gyre_bindings_attribute_changed (GyreComponent *component)
{
  GyreBindings *self = gyre_bindings_peek (gyre_component_get_executive (component));
  GyreState *state = gyre_state_peek (component);
  GyreBonds *bonds = state != NULL ? state->bonds : NULL;
  const char *owner = bonds != NULL ? bonds->owner : gyre_component_get_name (component);
  GyreRevision *revision;

  if (self == NULL || owner == NULL || gyre_identity_has (component, GYRE_IDENTITY_ENDED))
    return;
  revision = gyre_revision_begin (self);
  gyre_revision_touch_owner (revision, owner);
  end_or_warn (revision);
}

static void
free_bonds (GyreBonds *bonds)
{
  GyreBinding *next;

  for (GyreBinding *binding = bonds->first; binding != NULL; binding = next)
    {
      next = binding->next;
      gyre_expression_unref (binding->expression);
      gyre_provenance_clear (&binding->provenance);
      g_free (binding->text);
      g_free (binding);
    }
  g_free (bonds->owner);
  g_free (bonds);
}

/* A component goes, or gives its name back: nobody finds it by the name any more. */
void
gyre_bindings_left (GyreComponent *component)
{
  GyreState *state = gyre_state_peek (component);
  GyreBonds *bonds = state != NULL ? state->bonds : NULL;
  GyreRevision *revision;

  if (bonds == NULL)
    return;
  revision = gyre_revision_begin (bonds->bindings);
  for (GyreBinding *binding = bonds->first; binding != NULL; binding = binding->next)
    gyre_graph_unwatch (bonds->bindings->graph, binding->cell);
  if (bonds->number > 0)
    {
      g_hash_table_remove (bonds->bindings->unnamed, bonds->owner);
      g_array_append_val (bonds->bindings->free_numbers, bonds->number);
    }
  state->bonds = NULL;
  gyre_dynamics_forget_cells (component);
  gyre_commit_set_referenced (component, FALSE);
  gyre_revision_touch_owner (revision, bonds->owner);
  end_or_warn (revision);
  free_bonds (bonds);
}

static const GyreProvenance *
get_provenance (GyreComponent *component, const GyreTrait *trait)
{
  return gyre_trait_is_dynamic (trait) ? &gyre_dynamic_of_trait (trait)->provenance
                                       : gyre_state_get_provenance (component, trait->descriptor.index);
}

/* A component that goes on without its name: what was relative to the name means something else now, or nothing. */
void
gyre_binding_rename (GyreComponent *component)
{
  GyreState *state = gyre_state_peek (component);
  GyreBonds *bonds = state != NULL ? state->bonds : NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) traits = g_ptr_array_new ();

  if (bonds == NULL)
    return;
  for (GyreBinding *binding = bonds->first; binding != NULL; binding = binding->next)
    {
      if (gyre_trait_is_dynamic (binding->trait))
        gyre_dynamic_hold (component, (GyreDynamic *) binding->trait);
      g_ptr_array_add (texts, g_strdup (binding->text));
      g_ptr_array_add (traits, (gpointer) binding->trait);
    }
  gyre_bindings_left (component);
  for (guint index = 0; index < traits->len; index++)
    {
      const GyreTrait *trait = g_ptr_array_index (traits, index);
      g_autoptr (GError) error = NULL;

      if (!gyre_binding_bind (component, trait, g_ptr_array_index (texts, index), gyre_provenance_copy (get_provenance (component, trait)),
                              &error))
        g_warning ("%s", error->message);
      if (gyre_trait_is_dynamic (trait))
        gyre_dynamic_let_go (component, (GyreDynamic *) trait);
    }
}

static void
touch_setting (GyreRevision *revision, GyreSetting *setting)
{
  g_autofree char *key = gyre_setting_dup_key (setting);
  GyreCell cell = gyre_graph_find (revision->bindings->graph, key);

  if (cell != GYRE_CELL_NONE)
    gyre_revision_touch (revision, cell);
}

static void
touch_families (GyreRevision *revision)
{
  g_autoptr (GList) cells = g_hash_table_get_keys (revision->bindings->families);

  for (GList *link = cells; link != NULL; link = link->next)
    gyre_revision_touch (revision, GPOINTER_TO_UINT (link->data));
}

/* New settings are in force, and classes and instances have taken them up. */
void
gyre_bindings_configured (GyreExecutive *executive, GPtrArray *settings)
{
  GyreBindings *self = gyre_bindings_peek (executive);
  GyreRevision *revision;

  if (self == NULL)
    return;
  revision = gyre_revision_begin (self);
  for (guint index = 0; index < settings->len; index++)
    touch_setting (revision, g_ptr_array_index (settings, index));
  touch_families (revision);
  end_or_warn (revision);
}

static void
touch_class (GyreRevision *revision, GyreActor *actor)
{
  const char *family = gyre_requirement_get_family (GYRE_REQUIREMENT (actor));

  if (family != NULL)
    gyre_revision_touch_owner (revision, family);
  touch_families (revision);
}

/* A class is known now, or has other values than before. That can come out while meanings are worked out: then it belongs to
 * that. */
void
gyre_bindings_class_changed (GyreExecutive *executive, GyreActor *actor)
{
  GyreBindings *self = gyre_bindings_peek (executive);
  GyreRevision *revision;

  if (self == NULL)
    return;
  g_rec_mutex_lock (&self->lock);
  revision = self->current != NULL ? NULL : gyre_revision_begin (self);
  touch_class (self->current, actor);
  g_rec_mutex_unlock (&self->lock);
  if (revision != NULL)
    end_or_warn (revision);
}
