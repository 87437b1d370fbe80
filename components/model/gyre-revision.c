/* gyre-revision.c: A change of what names between braces mean
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * N.B. Meanings are worked out with a list of what is still to do, not by recursion: settings that follow each other can be
 * a million.
 */
#include "gyre-revision-private.h"
#include "gyre-class.h"
#include "gyre-commit-private.h"
#include "gyre-dynamic-private.h"
#include "gyre-executive-private.h"
#include "gyre-requirement-private.h"
#include "gyre-setting-chooser-private.h"
#include "gyre-target-private.h"

#include <string.h>

/* Begins to work out meanings; the lock is held until the end. */
GyreRevision *
gyre_revision_begin (GyreBindings *self)
{
  GyreRevision *revision = g_new (GyreRevision, 1);

  g_rec_mutex_lock (&self->lock);
  *revision = (GyreRevision) {
    .outer = self->current,
    .bindings = self,
    .proposal = gyre_proposal_new (self->graph),
    .pending = g_array_new (FALSE, FALSE, sizeof (GyreCell)),
    .before = g_array_new (FALSE, FALSE, sizeof (GyreMeaning)),
    .number = __atomic_add_fetch (&self->revision, 1, __ATOMIC_RELEASE),
  };
  self->current = revision;
  return revision;
}

/* The name means something else perhaps. */
void
gyre_revision_touch (GyreRevision *revision, GyreCell cell)
{
  GyreMeaning *meaning = gyre_meaning_get (revision->bindings, cell);

  if (meaning == NULL || meaning->revision == revision->number)
    return;
  g_array_append_val (revision->before, *meaning);
  meaning->revision = revision->number;
  g_array_append_val (revision->pending, cell);
}

void
gyre_revision_touch_owner (GyreRevision *revision, const char *owner)
{
  GArray *cells = g_hash_table_lookup (revision->bindings->owners, owner);

  for (guint index = 0; cells != NULL && index < cells->len; index++)
    gyre_revision_touch (revision, g_array_index (cells, GyreCell, index));
}

GyreProposal *
gyre_revision_get_proposal (GyreRevision *revision)
{
  return revision->proposal;
}

/* The cell of a name that an expression uses; whoever is new is looked up as well. */
static GyreCell
use (GyreRevision *revision, const char *key)
{
  GyreCell cell = gyre_bindings_require (revision->bindings, key);

  if (gyre_meaning_get (revision->bindings, cell)->sense == GYRE_SENSE_NEW)
    gyre_revision_touch (revision, cell);
  return cell;
}

/* A name that leads too far out means nothing, and has a cell that says so. */
static void
bind_expression (GyreRevision *revision, GyreCell cell, GyreExpression *expression, const char *owner, GyreLocator *locator)
{
  guint length = gyre_expression_get_length (expression);
  g_autofree GyreCell *inputs = g_new (GyreCell, length + 1);

  for (guint index = 0; index < length; index++)
    {
      g_autofree char *key = gyre_reference_resolve (gyre_expression_get_name (expression, index), owner);

      inputs[index] = use (revision, key != NULL ? key : gyre_expression_get_name (expression, index));
    }
  gyre_proposal_bind (revision->proposal, cell, expression, inputs, locator);
}

static void
bind_alias (GyreRevision *revision, GyreMeaning *meaning, const char *owner, const GyreTrait *trait)
{
  g_autofree char *key = gyre_trait_dup_path (trait, owner);
  GyreCell input = use (revision, key);

  meaning->sense = GYRE_SENSE_SAID;
  gyre_proposal_bind (revision->proposal, meaning->cell, revision->bindings->same, &input, NULL);
}

static GyreComponent *
find_instance (GyreBindings *self, const char *owner)
{
  GObject *object;

  if (strchr (owner, '#') == NULL)
    {
      object = gyre_nameserver_find (gyre_executive_get_nameserver (self->executive), owner);
      if (object == NULL || GYRE_IS_COMPONENT (object))
        return (GyreComponent *) object;
      g_object_unref (object);
      return NULL;
    }
  object = g_hash_table_lookup (self->unnamed, owner);
  return object != NULL ? (GyreComponent *) g_object_ref (object) : NULL;
}

static const GyreTrait *
find_property (GyreRequirement *requirement, const char *name)
{
  GyreDescriptor *descriptor = gyre_requirement_find_trait (requirement, name);

  return descriptor != NULL && descriptor->sort != GYRE_DESCRIPTOR_BEHAVIOR ? (const GyreTrait *) descriptor : NULL;
}

/* An attribute that nobody has declared is there when it has a value, or shall get one. */
static const GyreTrait *
find_attribute (GyreComponent *component, const char *name)
{
  GyreDynamic *dynamic = gyre_dynamic_find (component, name);

  return dynamic != NULL && (dynamic->shape != NULL || gyre_bindings_find (component, &dynamic->trait) != NULL) ? &dynamic->trait : NULL;
}

/* What other code keeps, and parts, are told by their texts. */
static GyreTerm
dup_term (GyreComponent *component, const GyreTrait *trait)
{
  GyreScale scale;

  if (trait->storage != GYRE_STORAGE_NONE && !gyre_trait_is_facility (trait) && trait->kind != &gyre_kind_object)
    {
      gyre_scale_init (&scale, trait);
      return gyre_scale_to_term (&scale, trait, gyre_component_peek (component, trait));
    }
  g_autofree char *text = gyre_component_dup_text (component, trait->descriptor.name, NULL);
  return gyre_term_from_text (text != NULL ? text : "none", -1);
}

static gboolean
mean_trait (GyreRevision *revision, GyreMeaning *meaning, const char *owner, const char *name)
{
  g_autoptr (GyreComponent) component = find_instance (revision->bindings, owner);
  const GyreTrait *trait = component != NULL
                             ? find_property (GYRE_REQUIREMENT (gyre_component_get_actor (component)), name) : NULL;
  GyreBonds *bonds;

  if (trait == NULL && component != NULL)
    trait = find_attribute (component, name);
  if (trait == NULL)
    return FALSE;
  if (strcmp (trait->descriptor.name, name) != 0)
    {
      bind_alias (revision, meaning, owner, trait);
      return TRUE;
    }
  bonds = gyre_bindings_ensure_bonds (revision->bindings, component);
  *gyre_bonds_get_cell (bonds, trait) = meaning->cell;
  meaning->binding = gyre_bindings_find (component, trait);
  meaning->sense = meaning->binding != NULL ? GYRE_SENSE_BOUND : GYRE_SENSE_TRAIT;
  if (meaning->binding == NULL)
    gyre_proposal_set (revision->proposal, meaning->cell, dup_term (component, trait), NULL);
  else
    {
      g_autoptr (GyreLocator) locator = gyre_provenance_dup_locator (&meaning->binding->provenance);
      bind_expression (revision, meaning->cell, meaning->binding->expression, owner, locator);
    }
  return TRUE;
}

/* A text that belongs to no trait yet: a computation if it is one, else a text with values in it. */
static GyreExpression *
compile_untyped (const char *text)
{
  GyreExpression *expression = gyre_expression_new (text, -1, GYRE_EXPRESSION_COMPUTED, NULL);

  return expression != NULL ? expression : gyre_expression_new (text, -1, GYRE_EXPRESSION_WRITTEN, NULL);
}

static gboolean
mean_text (GyreRevision *revision, GyreMeaning *meaning, const char *owner, GyreExpression *expression, GyreLocator *locator)
{
  meaning->sense = GYRE_SENSE_SAID;
  if (expression != NULL)
    {
      bind_expression (revision, meaning->cell, expression, owner, locator);
      gyre_expression_unref (expression);
    }
  return expression != NULL;
}

static gboolean
mean_family (GyreRevision *revision, GyreMeaning *meaning, const char *owner, const char *name)
{
  GyreExecutive *executive = revision->bindings->executive;
  GyreRequirement *record = gyre_executive_peek_family (executive, owner);
  const GyreTrait *trait = GYRE_IS_ACTOR (record) ? find_property (record, name) : NULL;
  g_autoptr (GyreLocator) locator = NULL;
  GyreScale scale;
  GyreBirth *birth;
  guint slot;

  if (trait == NULL || gyre_trait_is_facility (trait) || gyre_trait_is_foreign (trait))
    return FALSE;
  if (strcmp (trait->descriptor.name, name) != 0)
    {
      bind_alias (revision, meaning, owner, trait);
      return TRUE;
    }
  slot = trait->descriptor.index;
  birth = gyre_birth_get (g_type_class_peek (gyre_requirement_get_gtype (record)), executive);
  g_hash_table_add (revision->bindings->families, GUINT_TO_POINTER (meaning->cell));
  locator = gyre_provenance_dup_locator (&birth->provenances[slot]);
  if (birth->texts != NULL && birth->texts[slot] != NULL)
    mean_text (revision, meaning, owner, gyre_scale_compile (trait, birth->texts[slot], NULL), locator);
  else
    {
      gyre_scale_init (&scale, trait);
      gyre_proposal_set (revision->proposal, meaning->cell, gyre_scale_to_term (&scale, trait, birth->values[slot]), locator);
    }
  meaning->sense = GYRE_SENSE_FAMILY;
  return TRUE;
}

/* Relative names in an entry of a mapping start from its component. */
static void
leave_mapping (GyreBindings *self, char *owner)
{
  char *dot = strrchr (owner, '.');
  g_autoptr (GyreComponent) component = NULL;
  const GyreTrait *trait;

  if (dot == NULL)
    return;
  *dot = '\0';
  component = find_instance (self, owner);
  trait = component != NULL ? find_property (GYRE_REQUIREMENT (gyre_component_get_actor (component)), dot + 1) : NULL;
  if (trait == NULL || !gyre_target_has_entries (trait))
    *dot = '.';
}

static gboolean
mean_setting (GyreRevision *revision, GyreMeaning *meaning, const char *key, char *owner)
{
  GyreSettings *settings = gyre_executive_get_settings (revision->bindings->executive);
  guint node = gyre_settings_find (settings, key);
  GyreSetting *setting = node != GYRE_SETTINGS_NOWHERE ? gyre_settings_get_winner (settings, node) : NULL;
  g_autoptr (GyreLocator) locator = NULL;
  const char *text;

  if (setting == NULL)
    return FALSE;
  gyre_setting_mark_used (setting);
  text = gyre_setting_get_value (setting);
  locator = gyre_setting_dup_locator (setting);
  meaning->sense = GYRE_SENSE_SAID;
  if (!gyre_text_has_references (text, -1))
    gyre_proposal_set (revision->proposal, meaning->cell, gyre_term_from_text (text, -1), locator);
  else
    {
      leave_mapping (revision->bindings, owner);
      return mean_text (revision, meaning, owner, compile_untyped (text), locator);
    }
  return TRUE;
}

static void
find_meaning (GyreRevision *revision, GyreMeaning *meaning)
{
  const char *key = gyre_graph_get_name (revision->bindings->graph, meaning->cell);
  g_autofree char *owner = g_strndup (key, meaning->owner_length);
  const char *name = key + meaning->owner_length + (meaning->owner_length > 0);

  meaning->binding = NULL;
  meaning->sense = GYRE_SENSE_UNDEFINED;
  g_hash_table_remove (revision->bindings->families, GUINT_TO_POINTER (meaning->cell));
  if ((meaning->owner_length > 0 && (mean_trait (revision, meaning, owner, name) || mean_family (revision, meaning, owner, name)))
      || mean_setting (revision, meaning, key, owner))
    return;
  meaning->sense = GYRE_SENSE_UNDEFINED;
  gyre_proposal_forget (revision->proposal, meaning->cell);
}

static void
find_meanings (GyreRevision *revision)
{
  while (revision->pending->len > 0)
    {
      GyreCell cell = g_array_index (revision->pending, GyreCell, revision->pending->len - 1);

      g_array_set_size (revision->pending, revision->pending->len - 1);
      find_meaning (revision, gyre_meaning_get (revision->bindings, cell));
    }
}

static void
restore (GyreRevision *revision)
{
  for (guint index = revision->before->len; index > 0; index--)
    {
      const GyreMeaning *before = &g_array_index (revision->before, GyreMeaning, index - 1);
      GyreMeaning *meaning = gyre_meaning_get (revision->bindings, before->cell);

      *meaning = *before;
    }
}

/* Whether what was found out can be. Works out everything that was touched; the end is still to come. */
gboolean
gyre_revision_check (GyreRevision *revision, GError **error)
{
  find_meanings (revision);
  return gyre_proposal_check (revision->proposal, error);
}

static void
free_revision (GyreRevision *revision)
{
  gyre_proposal_free (revision->proposal);
  g_array_unref (revision->pending);
  g_array_unref (revision->before);
  g_free (revision);
}

/* All names mean what they meant. */
void
gyre_revision_drop (GyreRevision *revision)
{
  restore (revision);
  revision->bindings->current = revision->outer;
  g_rec_mutex_unlock (&revision->bindings->lock);
  free_revision (revision);
}

/* Puts the new meanings in force, or, when they would go in a circle, none. */
gboolean
gyre_revision_end (GyreRevision *revision, GError **error)
{
  GyreBindings *self = revision->bindings;
  gboolean done;

  find_meanings (revision);
  self->current = revision->outer;
  g_rec_mutex_unlock (&self->lock);
  done = gyre_proposal_commit (revision->proposal, error);
  if (!done)
    {
      g_rec_mutex_lock (&self->lock);
      restore (revision);
      g_rec_mutex_unlock (&self->lock);
    }
  free_revision (revision);
  return done;
}
