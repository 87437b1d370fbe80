/* gyre-bindings.c: What names between braces mean, in one executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The lock guards the tables and is held while meanings are worked out, never while the graph tells of changes.
 *
 * N.B. Meanings are worked out with a list of what is still to do, not by recursion: settings that follow each other can be
 * a million.
 */
#include "gyre-bindings-private.h"
#include "gyre-class.h"
#include "gyre-commit-private.h"
#include "gyre-executive-private.h"
#include "gyre-requirement-private.h"
#include "gyre-setting-chooser-private.h"
#include "gyre-target-private.h"

#include <string.h>

typedef enum
{
  SENSE_NEW,                    /* nobody has looked yet */
  SENSE_UNDEFINED,
  SENSE_TRAIT,                  /* of a living instance, which sets the cell */
  SENSE_BOUND,                  /* the same, and the trait follows others */
  SENSE_FAMILY,
  SENSE_SAID,                   /* by a setting, or an alias for another name */
} Sense;

/* What a name means now. */
typedef struct
{
  GyreCell cell;
  guint owner_length;           /* of the key, before its last dot */
  Sense sense;
  guint revision;               /* the last one that looked at it */
  GyreBinding *binding;         /* of SENSE_BOUND */
} Meaning;

static void
cells_free (gpointer cells)
{
  g_array_unref (cells);
}

static GyreBindings *
bindings_new (GyreExecutive *executive)
{
  GyreBindings *self = g_new0 (GyreBindings, 1);

  self->executive = executive;
  self->graph = gyre_graph_new ();
  g_rec_mutex_init (&self->lock);
  self->meanings = g_ptr_array_new_with_free_func (g_free);
  self->owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, cells_free);
  self->unnamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->families = g_hash_table_new (NULL, NULL);
  self->free_numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->same = gyre_expression_new ("{same}", -1, GYRE_EXPRESSION_COMPUTED, NULL);
  return self;
}

void
gyre_bindings_free (gpointer data)
{
  GyreBindings *self = data;

  gyre_graph_unref (self->graph);
  g_ptr_array_unref (self->meanings);
  g_hash_table_unref (self->owners);
  g_hash_table_unref (self->unnamed);
  g_hash_table_unref (self->families);
  g_array_unref (self->free_numbers);
  gyre_expression_unref (self->same);
  g_rec_mutex_clear (&self->lock);
  g_free (self);
}

/* Those of an executive; NULL while nobody has used a reference. */
GyreBindings *
gyre_bindings_peek (GyreExecutive *executive)
{
  return gyre_executive_get_bindings (executive);
}

GyreBindings *
gyre_bindings_get (GyreExecutive *executive)
{
  GyreBindings *self = gyre_executive_get_bindings (executive);

  if (self == NULL)
    {
      GyreBindings *fresh = bindings_new (executive);
      self = gyre_executive_set_bindings (executive, fresh);
      if (self != fresh)
        gyre_bindings_free (fresh);
    }
  return self;
}

GyreGraph *
gyre_bindings_get_graph (GyreBindings *self)
{
  return self->graph;
}

static Meaning *
get_meaning (GyreBindings *self, GyreCell cell)
{
  return cell < self->meanings->len ? g_ptr_array_index (self->meanings, cell) : NULL;
}

static void
note_owner (GyreBindings *self, const char *key, gsize length, GyreCell cell)
{
  g_autofree char *owner = g_strndup (key, length);
  GArray *cells = g_hash_table_lookup (self->owners, owner);

  if (cells == NULL)
    {
      cells = g_array_new (FALSE, FALSE, sizeof (GyreCell));
      g_hash_table_insert (self->owners, g_steal_pointer (&owner), cells);
    }
  g_array_append_val (cells, cell);
}

/* The cell of a name; what it means is found out by a revision. Under the lock. */
GyreCell
gyre_bindings_require (GyreBindings *self, const char *key)
{
  GyreCell cell = gyre_graph_add (self->graph, key);
  const char *dot = strrchr (key, '.');
  Meaning *meaning = get_meaning (self, cell);

  if (meaning != NULL)
    return cell;
  meaning = g_new0 (Meaning, 1);
  meaning->cell = cell;
  meaning->owner_length = dot != NULL ? dot - key : 0;
  if (cell >= self->meanings->len)
    g_ptr_array_set_size (self->meanings, cell + 1);
  self->meanings->pdata[cell] = meaning;
  note_owner (self, key, meaning->owner_length, cell);
  return cell;
}

/* Numbers are used again, so that the graph has no more cells than components lived at the same time. */
static guint
take_number (GyreBindings *self)
{
  guint number = ++self->numbers;

  if (self->free_numbers->len == 0)
    return number;
  self->numbers--;
  number = g_array_index (self->free_numbers, guint, self->free_numbers->len - 1);
  g_array_set_size (self->free_numbers, self->free_numbers->len - 1);
  return number;
}

/* A component without a name gets one that only serves here and can't be written. */
GyreBonds *
gyre_bindings_ensure_bonds (GyreBindings *self, GyreComponent *component)
{
  GyreState *state = gyre_state_ensure (component);
  const char *name = gyre_component_get_name (component);
  GyreBonds *bonds = state->bonds;

  if (bonds != NULL)
    return bonds;
  bonds = g_malloc0 (sizeof (GyreBonds) + sizeof (GyreCell) * gyre_component_get_birth (component)->n_slots);
  bonds->bindings = self;
  if (name != NULL)
    bonds->owner = g_strdup (name);
  else
    {
      bonds->number = take_number (self);
      bonds->owner = g_strdup_printf ("%s#%u", G_OBJECT_TYPE_NAME (component), bonds->number);
      g_hash_table_insert (self->unnamed, g_strdup (bonds->owner), component);
    }
  state->bonds = bonds;
  gyre_commit_set_referenced (component, TRUE);
  return bonds;
}

GyreBinding *
gyre_bindings_find (GyreComponent *component, guint slot)
{
  GyreState *state = gyre_state_peek (component);
  GyreBonds *bonds = state != NULL ? state->bonds : NULL;
  GyreBinding *binding = bonds != NULL ? bonds->first : NULL;

  while (binding != NULL && binding->trait->descriptor.index != slot)
    binding = binding->next;
  return binding;
}

/* The binding that a watched cell is for, with a reference to its component. */
GyreBinding *
gyre_bindings_take_watched (GyreBindings *self, GyreCell cell, GyreComponent **component)
{
  Meaning *meaning;
  GyreBinding *binding;

  g_rec_mutex_lock (&self->lock);
  meaning = get_meaning (self, cell);
  binding = meaning != NULL ? meaning->binding : NULL;
  *component = binding != NULL ? g_object_ref (binding->component) : NULL;
  g_rec_mutex_unlock (&self->lock);
  return binding;
}

/*
 * gyre_bindings_peek_watched:
 * @bindings: (array length=length): gets the binding that each notice is for, or NULL
 *
 * Meanings, bindings and components are memory that nobody used lately, each found through the one before: so each kind is
 * fetched for all notices before the next one is looked at. Nothing that is bound ends while the lock is held.
 *
 * Returns: the revision of this: what was found is good until another one has begun
 */
guint
gyre_bindings_peek_watched (GyreBindings *self, const GyreNotice *notices, guint length, GyreBinding **bindings)
{
  guint revision;

  g_rec_mutex_lock (&self->lock);
  for (guint index = 0; index < length; index++)
    __builtin_prefetch (get_meaning (self, notices[index].cell));
  for (guint index = 0; index < length; index++)
    {
      Meaning *meaning = get_meaning (self, notices[index].cell);

      bindings[index] = meaning != NULL ? meaning->binding : NULL;
      __builtin_prefetch (bindings[index]);
      __builtin_prefetch ((char *) bindings[index] + 64);
    }
  for (guint index = 0; index < length; index++)
    if (bindings[index] != NULL && bindings[index]->watch != notices[index].serial)
      bindings[index] = NULL;
    else if (bindings[index] != NULL && (index == 0 || bindings[index - 1] == NULL
                                         || bindings[index - 1]->component != bindings[index]->component))
      __builtin_prefetch (bindings[index]->component, 1);
  for (guint index = 0; index < length; index++)
    if (bindings[index] != NULL)
      {
        const char *state = (const char *) gyre_state_peek (bindings[index]->component);

        __builtin_prefetch (state);
        __builtin_prefetch (state + 64);
        __builtin_prefetch (gyre_component_get_field (bindings[index]->component, bindings[index]->trait), 1);
      }
  for (guint index = 0; index < length; index++)
    if (bindings[index] != NULL && gyre_state_peek (bindings[index]->component)->provenances != NULL)
      __builtin_prefetch (&gyre_state_peek (bindings[index]->component)->provenances[bindings[index]->trait->descriptor.index]);
  revision = self->revision;
  g_rec_mutex_unlock (&self->lock);
  return revision;
}

/* Visits every binding, as long as its component lives. */
void
gyre_bindings_foreach (GyreBindings *self, void (*function) (GyreBinding *binding, gpointer data), gpointer data)
{
  for (GyreCell cell = 0; cell < self->meanings->len; cell++)
    {
      g_autoptr (GyreComponent) component = NULL;
      GyreBinding *binding = gyre_bindings_take_watched (self, cell, &component);

      if (binding != NULL)
        function (binding, data);
    }
}

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
    .before = g_array_new (FALSE, FALSE, sizeof (Meaning)),
    .number = __atomic_add_fetch (&self->revision, 1, __ATOMIC_RELEASE),
  };
  self->current = revision;
  return revision;
}

/* The name means something else perhaps. */
void
gyre_revision_touch (GyreRevision *revision, GyreCell cell)
{
  Meaning *meaning = get_meaning (revision->bindings, cell);

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

  if (get_meaning (revision->bindings, cell)->sense == SENSE_NEW)
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
bind_alias (GyreRevision *revision, Meaning *meaning, const char *owner, const GyreTrait *trait)
{
  g_autofree char *key = gyre_trait_dup_path (trait, owner);
  GyreCell input = use (revision, key);

  meaning->sense = SENSE_SAID;
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

/* What other code keeps, and parts, are told by their texts. */
static GyreTerm
dup_term (GyreComponent *component, const GyreTrait *trait)
{
  GyreScale scale;

  if (trait->storage != GYRE_STORAGE_NONE && !gyre_trait_is_facility (trait))
    {
      gyre_scale_init (&scale, trait);
      return gyre_scale_to_term (&scale, trait, gyre_component_peek (component, trait));
    }
  g_autofree char *text = gyre_component_dup_text (component, trait->descriptor.name, NULL);
  return gyre_term_from_text (text != NULL ? text : "none", -1);
}

static gboolean
mean_trait (GyreRevision *revision, Meaning *meaning, const char *owner, const char *name)
{
  g_autoptr (GyreComponent) component = find_instance (revision->bindings, owner);
  const GyreTrait *trait = component != NULL
                             ? find_property (GYRE_REQUIREMENT (gyre_component_get_actor (component)), name) : NULL;
  GyreBonds *bonds;

  if (trait == NULL)
    return FALSE;
  if (strcmp (trait->descriptor.name, name) != 0)
    {
      bind_alias (revision, meaning, owner, trait);
      return TRUE;
    }
  bonds = gyre_bindings_ensure_bonds (revision->bindings, component);
  bonds->cells[trait->descriptor.index] = meaning->cell;
  meaning->binding = gyre_bindings_find (component, trait->descriptor.index);
  meaning->sense = meaning->binding != NULL ? SENSE_BOUND : SENSE_TRAIT;
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
mean_text (GyreRevision *revision, Meaning *meaning, const char *owner, GyreExpression *expression, GyreLocator *locator)
{
  meaning->sense = SENSE_SAID;
  if (expression != NULL)
    {
      bind_expression (revision, meaning->cell, expression, owner, locator);
      gyre_expression_unref (expression);
    }
  return expression != NULL;
}

static gboolean
mean_family (GyreRevision *revision, Meaning *meaning, const char *owner, const char *name)
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
  meaning->sense = SENSE_FAMILY;
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
mean_setting (GyreRevision *revision, Meaning *meaning, const char *key, char *owner)
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
  meaning->sense = SENSE_SAID;
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
find_meaning (GyreRevision *revision, Meaning *meaning)
{
  const char *key = gyre_graph_get_name (revision->bindings->graph, meaning->cell);
  g_autofree char *owner = g_strndup (key, meaning->owner_length);
  const char *name = key + meaning->owner_length + (meaning->owner_length > 0);

  meaning->binding = NULL;
  meaning->sense = SENSE_UNDEFINED;
  g_hash_table_remove (revision->bindings->families, GUINT_TO_POINTER (meaning->cell));
  if ((meaning->owner_length > 0 && (mean_trait (revision, meaning, owner, name) || mean_family (revision, meaning, owner, name)))
      || mean_setting (revision, meaning, key, owner))
    return;
  meaning->sense = SENSE_UNDEFINED;
  gyre_proposal_forget (revision->proposal, meaning->cell);
}

static void
find_meanings (GyreRevision *revision)
{
  while (revision->pending->len > 0)
    {
      GyreCell cell = g_array_index (revision->pending, GyreCell, revision->pending->len - 1);

      g_array_set_size (revision->pending, revision->pending->len - 1);
      find_meaning (revision, get_meaning (revision->bindings, cell));
    }
}

static void
restore (GyreRevision *revision)
{
  for (guint index = revision->before->len; index > 0; index--)
    {
      const Meaning *before = &g_array_index (revision->before, Meaning, index - 1);
      Meaning *meaning = get_meaning (revision->bindings, before->cell);

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
