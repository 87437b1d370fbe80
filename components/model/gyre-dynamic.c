/* gyre-dynamic.c: Attributes that nobody has declared
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-dynamic-private.h"
#include "gyre-assignment-private.h"
#include "gyre-binding-private.h"
#include "gyre-commit-private.h"
#include "gyre-history-private.h"
#include "gyre-hooks-private.h"
#include "gyre-identity-private.h"
#include "gyre-name.h"
#include "gyre-observers-private.h"
#include "gyre-requirement-private.h"
#include "gyre-shape-private.h"
#include "gyre-shown-private.h"
#include "gyre-watch-private.h"

#include <string.h>

/* In the order in which they came. */
struct _GyreDynamics
{
  GHashTable *table;             /* the name, owned by the attribute → GyreDynamic, owned */
  GPtrArray *order;
  GyreShown *shown;              /* the properties of another object; NULL for nearly all */
  gboolean is_over;              /* the component was disposed of: nothing has a value any more */
};

/* A trait that is told is not changed any more: who hears of it can give the attribute another kind, and others hear behind him. */
struct _GyreFace
{
  GyreTrait trait;
  const GyreTrait *shape;
  GyreDynamic *dynamic;
  GyreFace *next;
};

static GyreDynamics *
peek (GyreComponent *component)
{
  GyreState *state = gyre_state_peek (component);

  return state != NULL ? state->dynamics : NULL;
}

static GyreDynamics *
ensure (GyreComponent *component)
{
  GyreState *state = gyre_state_ensure (component);
  GyreDynamics *self = state->dynamics;

  if (self != NULL)
    return self;
  self = g_new0 (GyreDynamics, 1);
  self->table = g_hash_table_new (g_str_hash, g_str_equal);
  self->order = g_ptr_array_new ();
  state->dynamics = self;
  return self;
}

void
gyre_dynamic_free (gpointer dynamic)
{
  GyreDynamic *self = dynamic;

  if (self->shape != NULL)
    gyre_kind_clear (self->shape->kind, &self->value);
  gyre_provenance_clear (&self->provenance);
  for (GyreFace *face = self->faces, *next; face != NULL; face = next)
    {
      next = face->next;
      g_free (face);
    }
  g_clear_pointer (&self->property, g_param_spec_unref);
  g_free ((char *) self->trait.descriptor.name);
  g_free (self);
}

void
gyre_dynamics_free (gpointer dynamics)
{
  GyreDynamics *self = dynamics;

  g_clear_pointer (&self->shown, gyre_shown_free);
  for (guint index = 0; index < self->order->len; index++)
    gyre_dynamic_free (self->order->pdata[index]);
  g_hash_table_unref (self->table);
  g_ptr_array_unref (self->order);
  g_free (self);
}

/* The shape says everything but the name. */
void
gyre_dynamic_take_shape (GyreDynamic *self, const GyreTrait *shape)
{
  const char *name = self->trait.descriptor.name;

  self->trait = *(shape != NULL ? shape : gyre_shape_get_plain (&gyre_kind_string));
  self->trait.storage = GYRE_STORAGE_DYNAMIC;
  self->trait.descriptor.name = self->trait.descriptor.identifier = name;
  self->trait.descriptor.index = G_MAXUINT16;
  self->shape = shape;
}

/* A component that goes lets other objects go that its attributes hold. Who is being told of one can still look at it. */
void
gyre_dynamics_release (GyreComponent *component)
{
  GyreDynamics *self = peek (component);

  if (self == NULL)
    return;
  self->is_over = TRUE;
  if (self->shown != NULL)
    gyre_shown_end (self->shown);
  for (guint index = 0; index < self->order->len; index++)
    {
      GyreDynamic *dynamic = self->order->pdata[index];
      const GyreTrait *shape = dynamic->shape;
      GyreValue value = dynamic->value;

      dynamic->value = GYRE_NONE;
      gyre_dynamic_take_shape (dynamic, NULL);
      if (shape != NULL)
        gyre_kind_clear (shape->kind, &value);
    }
}

/* Both spellings mean the same, as with traits. */
GyreDynamic *
gyre_dynamic_find_own (GyreComponent *component, const char *name)
{
  GyreDynamics *self = peek (component);
  GyreDynamic *found = self != NULL ? g_hash_table_lookup (self->table, name) : NULL;
  g_autofree char *spelt = NULL;

  if (self == NULL || found != NULL || strchr (name, '_') == NULL)
    return found;
  spelt = gyre_name_dup_property (name);
  return g_hash_table_lookup (self->table, spelt);
}

GyreDynamic *
gyre_dynamic_find (GyreComponent *component, const char *name)
{
  GyreDynamic *found = gyre_dynamic_find_own (component, name);
  GyreDynamics *self = peek (component);
  GyreDynamic *shown = NULL;

  if (self != NULL && self->shown != NULL && (found == NULL || found->shape == NULL || gyre_shown_is_first (self->shown)))
    shown = gyre_shown_find (self->shown, name);
  return shown != NULL ? shown : found;
}

gboolean
gyre_dynamics_has_own (GyreComponent *component, const char *name)
{
  GyreDynamic *own = gyre_dynamic_find_own (component, name);

  return own != NULL && own->shape != NULL;
}

void
gyre_dynamics_show (GyreComponent *component, GyreShown *shown)
{
  GyreDynamics *self = ensure (component);

  g_clear_pointer (&self->shown, gyre_shown_free);
  self->shown = shown;
}

GyreShown *
gyre_dynamics_get_shown (GyreComponent *component)
{
  GyreDynamics *self = peek (component);

  return self != NULL ? self->shown : NULL;
}

/* An attribute that has no value yet. Patterns that mean it are looked at again when it is told of. */
GyreDynamic *
gyre_dynamics_add (GyreComponent *component, const char *name)
{
  GyreDynamics *self = ensure (component);
  GyreDynamic *fresh = g_new0 (GyreDynamic, 1);

  fresh->trait.descriptor.name = gyre_name_dup_property (name);
  gyre_dynamic_take_shape (fresh, NULL);
  g_hash_table_insert (self->table, (gpointer) fresh->trait.descriptor.name, fresh);
  g_ptr_array_add (self->order, fresh);
  gyre_state_peek (component)->watched = 0;
  return fresh;
}

/* An attribute without a value goes, if nobody can know it. */
static void
drop_unused (GyreComponent *component, GyreDynamic *dynamic)
{
  GyreDynamics *self = peek (component);

  if (self == NULL || self->is_over || dynamic->property != NULL || dynamic->users > 0 || dynamic->shape != NULL || gyre_state_peek (component)->observers != NULL)
    return;
  g_hash_table_remove (self->table, dynamic->trait.descriptor.name);
  g_ptr_array_remove (self->order, dynamic);
  gyre_dynamic_free (dynamic);
}

/* Others run while it changes: it stays until the outermost change ends, unless the component goes. */
void
gyre_dynamic_hold (GyreComponent *component, GyreDynamic *dynamic)
{
  g_object_ref (component);
  dynamic->users++;
}

void
gyre_dynamic_let_go (GyreComponent *component, GyreDynamic *dynamic)
{
  dynamic->users--;
  drop_unused (component, dynamic);
  g_object_unref (component);
}

const GyreTrait *
gyre_dynamic_get_face (GyreDynamic *dynamic, const GyreTrait *shape)
{
  GyreFace *face = dynamic->faces;

  while (face != NULL && face->shape != shape)
    face = face->next;
  if (face != NULL)
    return &face->trait;
  face = g_new (GyreFace, 1);
  *face = (GyreFace) { *shape, shape, dynamic, dynamic->faces };
  face->trait.descriptor.name = face->trait.descriptor.identifier = dynamic->trait.descriptor.name;
  face->trait.descriptor.index = G_MAXUINT16;
  face->trait.storage = GYRE_STORAGE_DYNAMIC;
  dynamic->faces = face;
  return &face->trait;
}

/* What was told as this belongs to that attribute. */
GyreDynamic *
gyre_dynamic_of_face (const GyreTrait *face)
{
  return ((const GyreFace *) face)->dynamic;
}

static void
tell_observers (GyreComponent *component, GyreDynamic *dynamic, const GyreChange *change)
{
  GyreComponentClass *class = GYRE_COMPONENT_GET_CLASS (component);
  GyreState *state = gyre_state_peek (component);

  gyre_watch_refresh (component);
  if ((state->listening & GYRE_LISTENING_OBSERVERS) && state->observers != NULL)
    gyre_observers_notify_of (state->observers, component, &dynamic->trait, change);
  if (class->trait_modified != NULL && state->complete && !gyre_identity_has (component, GYRE_IDENTITY_ENDED))
    gyre_hooks_trait_modified (component, change->trait);
}

/* Tells the history, who follows the attribute, observers and the hook of the class. The component is held, and with it the
 * attribute. */
void
gyre_dynamic_tell (GyreComponent *component, GyreDynamic *dynamic, const GyreTrait *shape, GyreValue old_value, GyreValue new_value)
{
  const GyreChange change = { gyre_dynamic_get_face (dynamic, shape), old_value, gyre_kind_copy (shape->kind, new_value), component };
  GyreValue copy = change.new_value;

  dynamic->users++;
  gyre_component_tell_first (component, &dynamic->trait);
  tell_observers (component, dynamic, &change);
  dynamic->users--;
  gyre_kind_clear (shape->kind, &copy);
}

/* The old value goes. Whoever hears of it can have set the attribute again. */
static void
remove_value (GyreComponent *component, GyreDynamic *dynamic)
{
  const GyreTrait *shape = dynamic->shape;
  GyreValue old_value = dynamic->value;

  dynamic->value = GYRE_NONE;
  if (old_value.present)
    {
      const GyreChange change = { gyre_dynamic_get_face (dynamic, shape), old_value, GYRE_NONE, component };
      tell_observers (component, dynamic, &change);
    }
  gyre_kind_clear (shape->kind, &old_value);
}

/* What the attribute was, if the rules of the class refuse what it shall be. */
static gboolean
judge (GyreComponent *component, GyreDynamic *dynamic, const GyreTrait *shape, GyreValue value, GError **error)
{
  const GyreTrait *old_shape = dynamic->shape;
  GyreValue old_value = dynamic->value;
  gboolean is_good;

  if (!gyre_component_has_rules (component))
    return TRUE;
  gyre_dynamic_take_shape (dynamic, shape);
  dynamic->value = value;
  is_good = gyre_component_check_rules (component, error);
  gyre_dynamic_take_shape (dynamic, old_shape);
  dynamic->value = old_value;
  return is_good;
}

/* Stores and tells. The component is held by the caller. Those who hear can set the attribute again: the copy stays. */
static void
store (GyreComponent *component, GyreDynamic *dynamic, const GyreTrait *shape, GyreValue value)
{
  gboolean is_new = dynamic->shape == NULL;
  GyreValue old_value, copy;

  if (dynamic->shape != NULL && dynamic->shape != shape)
    remove_value (component, dynamic);
  if (peek (component)->is_over)
    {
      gyre_kind_clear (shape->kind, &value);
      return;
    }
  if (dynamic->shape != shape && dynamic->shape != NULL)
    gyre_kind_clear (dynamic->shape->kind, &dynamic->value);
  old_value = dynamic->value;
  gyre_dynamic_take_shape (dynamic, shape);
  dynamic->value = value;
  copy = gyre_kind_copy (shape->kind, value);
  if (is_new)
    gyre_bindings_attribute_changed (component);
  if (gyre_kind_equal (shape->kind, old_value, copy))
    gyre_history_say_again (component, &dynamic->trait);
  else
    gyre_dynamic_tell (component, dynamic, shape, old_value, copy);
  gyre_kind_clear (shape->kind, &copy);
  gyre_kind_clear (shape->kind, &old_value);
}

/* Keeps a value of a shape, and takes both. */
gboolean
gyre_dynamic_commit (GyreComponent *component, const GyreTrait *trait, const GyreTrait *shape, GyreValue value,
                     GyreProvenance provenance, GError **error)
{
  GyreDynamic *dynamic = (GyreDynamic *) trait;

  if (!gyre_component_check_settable (component, trait, error) || !judge (component, dynamic, shape, value, error))
    {
      gyre_kind_clear (shape->kind, &value);
      gyre_provenance_clear (&provenance);
      gyre_component_prefix_error (component, trait, error);
      drop_unused (component, dynamic);
      return FALSE;
    }
  gyre_provenance_clear (&dynamic->provenance);
  dynamic->provenance = provenance;
  gyre_dynamic_hold (component, dynamic);
  store (component, dynamic, shape, value);
  gyre_dynamic_let_go (component, dynamic);
  return TRUE;
}

static gboolean
refuse (GyreComponent *component, const GyreTrait *trait, GyreProvenance *provenance, GError **error)
{
  gyre_provenance_clear (provenance);
  gyre_component_prefix_error (component, trait, error);
  drop_unused (component, (GyreDynamic *) trait);
  return FALSE;
}

/* The kind that the attribute has, where that can read the text and does not read every text; else what the text looks like. */
gboolean
gyre_dynamic_read_text (const GyreDynamic *dynamic, const char *text, const GyreTrait **shape, GyreValue *value, GError **error)
{
  *shape = dynamic->shape;
  if (*shape != NULL && (*shape)->kind != &gyre_kind_string && gyre_trait_parse (*shape, text, value, NULL) && value->present)
    return TRUE;
  *shape = gyre_shape_of_text (text);
  return gyre_trait_parse (*shape, text, value, error);
}

gboolean
gyre_dynamic_bind (GyreComponent *component, const GyreTrait *trait, const char *text, GyreProvenance provenance, GError **error)
{
  GyreDynamic *dynamic = (GyreDynamic *) trait;
  gboolean done;

  gyre_dynamic_hold (component, dynamic);
  done = gyre_binding_bind (component, trait, text, provenance, error);
  gyre_dynamic_let_go (component, dynamic);
  return done;
}

/* What it has until there is a value that it can follow: it is there, and none. */
void
gyre_dynamic_take_place (GyreDynamic *dynamic, GyreProvenance provenance)
{
  gyre_provenance_clear (&dynamic->provenance);
  dynamic->provenance = provenance;
  if (dynamic->shape == NULL)
    gyre_dynamic_take_shape (dynamic, gyre_shape_get_plain (&gyre_kind_string));
}

gboolean
gyre_dynamic_commit_text (GyreComponent *component, const GyreTrait *trait, const char *text, GyreProvenance provenance, GError **error)
{
  const GyreTrait *shape = NULL;
  GyreValue value = GYRE_NONE;

  if (G_UNLIKELY (gyre_binding_is_meant (trait, text)))
    return gyre_dynamic_bind (component, trait, text, provenance, error);
  if (gyre_dynamic_of_trait (trait)->property != NULL)
    return gyre_shown_commit_text (component, trait, text, provenance, error);
  if (!gyre_dynamic_read_text (gyre_dynamic_of_trait (trait), text, &shape, &value, error))
    return refuse (component, trait, &provenance, error);
  return gyre_dynamic_commit (component, trait, shape, value, provenance, error);
}

gboolean
gyre_dynamic_commit_native (GyreComponent *component, const GyreTrait *trait, const GValue *native, GyreProvenance provenance,
                            GError **error)
{
  const GyreTrait *shape;
  GyreValue value = GYRE_NONE;

  if (gyre_dynamic_of_trait (trait)->property != NULL)
    return gyre_shown_commit_native (component, trait, native, provenance, error);
  shape = gyre_shape_of_native (native, error);
  if (shape == NULL || !gyre_trait_from_gvalue (shape, native, &value, error))
    return refuse (component, trait, &provenance, error);
  return gyre_dynamic_commit (component, trait, shape, value, provenance, error);
}

/* The attribute is not there any more. */
void
gyre_dynamic_withdraw (GyreComponent *component, GyreDynamic *dynamic)
{
  if (dynamic->shape == NULL)
    return;
  gyre_dynamic_hold (component, dynamic);
  gyre_binding_end (component, &dynamic->trait);
  remove_value (component, dynamic);
  if (dynamic->shape != NULL)
    {
      gyre_kind_clear (dynamic->shape->kind, &dynamic->value);
      gyre_provenance_clear (&dynamic->provenance);
      gyre_dynamic_take_shape (dynamic, NULL);
      gyre_history_record (component, &dynamic->trait);
      dynamic->cell = GYRE_CELL_NONE;
      gyre_bindings_attribute_changed (component);
    }
  gyre_dynamic_let_go (component, dynamic);
}

gboolean
gyre_dynamic_remove (GyreComponent *component, GyreDynamic *dynamic, GError **error)
{
  if (dynamic->shape != NULL && !judge (component, dynamic, NULL, GYRE_NONE, error))
    {
      gyre_component_prefix_error (component, &dynamic->trait, error);
      return FALSE;
    }
  gyre_dynamic_withdraw (component, dynamic);
  return TRUE;
}

static gboolean
is_among (const GyreDynamic *dynamic, GHashTable *objects)
{
  return dynamic->shape != NULL && dynamic->shape->kind == &gyre_kind_object && dynamic->value.present
         && g_hash_table_contains (objects, dynamic->value.object);
}

/* Objects that have ended go; its listeners hear of it. Those can change the list. */
void
gyre_dynamics_drop (GyreComponent *component, GHashTable *objects)
{
  GyreDynamics *self = peek (component);

  for (guint index = 0; self != NULL && !self->is_over && index < self->order->len; index++)
    {
      GyreDynamic *dynamic = self->order->pdata[index];

      if (!is_among (dynamic, objects))
        continue;
      gyre_provenance_clear (&dynamic->provenance);
      dynamic->provenance = gyre_provenance_of_address (NULL);
      gyre_dynamic_hold (component, dynamic);
      store (component, dynamic, dynamic->shape, GYRE_NONE);
      gyre_dynamic_let_go (component, dynamic);
    }
}

void
gyre_dynamics_arrange (GyreComponent *component, GPtrArray *names)
{
  GyreDynamics *self = peek (component);
  g_autoptr (GHashTable) late = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) old_order = self != NULL ? g_steal_pointer (&self->order) : NULL;

  if (self == NULL)
    return;
  self->order = g_ptr_array_sized_new (old_order->len);
  for (guint index = 0; index < names->len; index++)
    if (g_hash_table_contains (self->table, names->pdata[index]))
      g_hash_table_add (late, g_hash_table_lookup (self->table, names->pdata[index]));
  for (guint index = 0; index < old_order->len; index++)
    if (!g_hash_table_contains (late, old_order->pdata[index]))
      g_ptr_array_add (self->order, old_order->pdata[index]);
  for (guint index = 0; index < names->len; index++)
    if (g_hash_table_remove (late, g_hash_table_lookup (self->table, names->pdata[index])))
      g_ptr_array_add (self->order, g_hash_table_lookup (self->table, names->pdata[index]));
}

/* Nobody follows anything of the component any more. */
void
gyre_dynamics_forget_cells (GyreComponent *component)
{
  GyreDynamics *self = peek (component);

  for (guint index = 0; self != NULL && index < self->order->len; index++)
    ((GyreDynamic *) self->order->pdata[index])->cell = GYRE_CELL_NONE;
  if (self != NULL && self->shown != NULL)
    gyre_shown_forget_cells (self->shown);
}

/* What was said for the family came through the declaration of the class, as with traits; and a value that is followed was said
 * there, in the end. */
GyreLocator *
gyre_dynamic_dup_locator (GyreComponent *component, const GyreTrait *trait)
{
  const GyreProvenance *provenance = &gyre_dynamic_of_trait (trait)->provenance;
  g_autoptr (GyreLocator) direct = gyre_provenance_dup_locator (provenance);
  GyreLocator *declared = gyre_requirement_get_locator (GYRE_REQUIREMENT (gyre_component_get_actor (component)));
  GyreBinding *binding = direct != NULL ? gyre_binding_peek (component, trait) : NULL;
  g_autoptr (GyreLocator) input = binding != NULL ? gyre_binding_dup_input_locator (binding) : NULL;

  if (input != NULL)
    return gyre_locator_new_through (direct, input);
  if (direct != NULL && declared != NULL && provenance->from_class == GYRE_MEDIATOR_CLASS)
    return gyre_locator_new_through (direct, declared);
  return g_steal_pointer (&direct);
}

gboolean
gyre_dynamics_are_over (GyreComponent *component)
{
  GyreDynamics *self = peek (component);

  return self != NULL && self->is_over;
}

guint
gyre_dynamics_get_length (GyreComponent *component)
{
  GyreDynamics *self = peek (component);

  return self != NULL ? self->order->len : 0;
}

GyreDynamic *
gyre_dynamics_get (GyreComponent *component, guint index)
{
  return peek (component)->order->pdata[index];
}
