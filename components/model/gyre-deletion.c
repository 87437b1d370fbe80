/* gyre-deletion.c: The end of a component and of all that it owns
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The tree is taken down from its leaves without recursion. Code of others runs in between and may change what is left of it:
 * each step looks anew. Who is on the way to be deleted is marked, so that nobody deletes it twice or gives it children.
 *
 * N.B. the original unregistered a parent before its children, which then did not find it, could only delete what `create` had
 * made, and left whoever stood in two lists in one of them.
 */
#include "gyre-deletion.h"
#include "gyre-class.h"
#include "gyre-component-private.h"
#include "gyre-dynamic-private.h"
#include "gyre-facility-container-private.h"
#include "gyre-facility-private.h"
#include "gyre-identity-private.h"
#include "gyre-kin-private.h"
#include "gyre-commit-private.h"
#include "gyre-shard-private.h"

typedef struct
{
  GyreExecutive *executive;
  GyreShard *shard;
  GyreComponent *root;        /* held: code of others can delete what is above it meanwhile */
  GHashTable *kept;           /* what ended and is kept by somebody, maybe by a trait; held; NULL for none */
} Deletion;

static GyreTie *
get_parent_tie (GyreComponent *component)
{
  GyreKin *kin = gyre_kin_peek (component);

  return kin != NULL && kin->parent.holder != NULL ? &kin->parent : NULL;
}

/* The youngest child that nobody else is deleting at this moment, further up in this thread. */
static GyreComponent *
get_next_child (GyreComponent *component)
{
  GyreKin *kin = gyre_kin_peek (component);
  GyreTie *tie = kin != NULL ? kin->children.last : NULL;

  while (tie != NULL && gyre_identity_has (tie->member, GYRE_IDENTITY_DELETING))
    tie = tie->previous;
  return tie != NULL ? tie->member : NULL;
}

static GObject *
get_part (GyreComponent *component, const GyreTrait *trait, guint index)
{
  if (gyre_trait_is_facility (trait))
    return index == 0 ? *(GObject **) gyre_component_get_field (component, trait) : NULL;
  return gyre_facility_container_get_part (component, trait, index);
}

/* Who comes next with the name of the host builds parts of its own, and must not find the old ones by their names. */
static void
free_names_of_parts (GyreComponent *component)
{
  const guint16 *owned = ((GyreComponentClass *) G_OBJECT_GET_CLASS (component))->owned;
  const char *name = gyre_component_get_name (component);
  g_autofree char *prefix = name != NULL ? g_strconcat (name, ".", NULL) : NULL;

  for (; prefix != NULL && owned != NULL && *owned != G_MAXUINT16; owned++)
    {
      GObject *part;

      for (guint index = 0; (part = get_part (component, gyre_component_get_slot (component, *owned), index)) != NULL; index++)
        {
          const char *part_name = GYRE_IS_COMPONENT (part) ? gyre_component_get_name (GYRE_COMPONENT (part)) : NULL;
          if (part_name == NULL || !g_str_has_prefix (part_name, prefix))
            continue;
          free_names_of_parts (GYRE_COMPONENT (part));
          gyre_component_release_name (GYRE_COMPONENT (part));
        }
    }
}

static void
leave_all (GyreComponent *component)
{
  GyreKin *kin = gyre_kin_peek (component);

  free_names_of_parts (component);
  gyre_component_leave (component);
  if (kin != NULL)
    gyre_kin_leave (component);
}

static void
keep (Deletion *self, GObject *object)
{
  if (self->kept == NULL)
    self->kept = g_hash_table_new (NULL, NULL);
  g_hash_table_add (self->kept, object);
}

/* Its children have ended. */
static void
end_one (Deletion *self, GyreComponent *component)
{
  GObject *object = g_object_ref (G_OBJECT (component));

  gyre_component_tell_deleted (component);
  gyre_identity_set (component, GYRE_IDENTITY_DELETED);
  leave_all (component);
  if (g_atomic_int_get (&object->ref_count) > (component == self->root ? 2 : 1))
    keep (self, object);
  else
    gyre_shard_bury (self->shard, object);
}

static void
end_tree (Deletion *self)
{
  GyreComponent *component = self->root;

  gyre_identity_set (component, GYRE_IDENTITY_DELETING);
  while (component != NULL)
    {
      GyreComponent *child = get_next_child (component);
      GyreTie *tie = component != self->root ? get_parent_tie (component) : NULL;
      GyreComponent *parent = tie != NULL ? tie->holder : NULL;

      if (child != NULL)
        gyre_identity_set (child, GYRE_IDENTITY_DELETING);
      else
        end_one (self, component);
      component = child != NULL ? child : parent;
    }
}

static void
clear_slot (Deletion *self, GyreComponent *owner, const GyreTrait *trait)
{
  if (gyre_trait_is_facility (trait))
    {
      gpointer part = *(gpointer *) gyre_component_get_field (owner, trait);
      if (part != NULL && g_hash_table_contains (self->kept, part))
        gyre_facility_drop (owner, trait);
    }
  else
    gyre_facility_container_drop (owner, trait, self->kept);
}

static gboolean
can_hold (const GyreTrait *trait)
{
  return gyre_trait_is_facility (trait) || gyre_facility_container_can_hold (trait);
}

static void
clear_owner (Deletion *self, GyreComponent *owner)
{
  const guint16 *owned = ((GyreComponentClass *) G_OBJECT_GET_CLASS (owner))->owned;

  for (; owned != NULL && *owned != G_MAXUINT16; owned++)
    if (can_hold (gyre_component_get_slot (owner, *owned)))
      clear_slot (self, owner, gyre_component_get_slot (owner, *owned));
  gyre_dynamics_drop (owner, self->kept);
}

static gboolean
class_can_hold (GyreComponentClass *class, GyreActor *actor)
{
  for (const guint16 *owned = class->owned; owned != NULL && *owned != G_MAXUINT16; owned++)
    if (can_hold (((const GyreTrait **) class->slots)[*owned]))
      return TRUE;
  return gyre_actor_is_open (actor);
}

static void
clear_extent (Deletion *self, GyreActor *actor)
{
  g_autoptr (GPtrArray) owners = gyre_actor_get_extent (actor);

  for (guint number = 0; number < owners->len; number++)
    if (gyre_component_get_executive (owners->pdata[number]) == self->executive
        && !gyre_identity_has (owners->pdata[number], GYRE_IDENTITY_DELETED))
      clear_owner (self, owners->pdata[number]);
}

/* Those that have ended and hold each other would stay for ever. */
static void
clear_kept (Deletion *self)
{
  GHashTableIter iterator;
  gpointer object;

  g_hash_table_iter_init (&iterator, self->kept);
  while (g_hash_table_iter_next (&iterator, &object, NULL))
    clear_owner (self, object);
}

/* Nobody writes down which traits and attributes hold a component, so all that could are looked at, once for the whole tree; and
 * only when somebody keeps a part of it. */
static void
clear_owners (Deletion *self)
{
  g_autoptr (GPtrArray) classes = gyre_registrar_list_classes (gyre_registrar_get_default ());

  for (guint index = 0; index < classes->len; index++)
    {
      GyreActor *actor = classes->pdata[index];
      gpointer class = g_type_class_peek (gyre_requirement_get_gtype (GYRE_REQUIREMENT (actor)));

      if (class != NULL && g_type_is_a (G_TYPE_FROM_CLASS (class), GYRE_TYPE_COMPONENT) && class_can_hold (class, actor))
        clear_extent (self, actor);
    }
  clear_kept (self);
}

static void
bury_kept (Deletion *self)
{
  GHashTableIter iterator;
  gpointer object;

  g_hash_table_iter_init (&iterator, self->kept);
  while (g_hash_table_iter_next (&iterator, &object, NULL))
    gyre_shard_bury (self->shard, object);
  g_hash_table_unref (self->kept);
}

/**
 * gyre_component_delete:
 * @self: a component, however it came to be
 *
 * Ends the life of a component and of its descendants, whoever keeps references to them: first the children, the youngest
 * first, each with its own children before it. For each one, in this order: the hook and signal `deleted`, when all of it but
 * its children is still there; then its name is free, its handle is stale, its mailbox, timers and queued instructions are gone; and
 * its parent and its holders have it no more. When all have ended, traits and attributes that hold one of them are none, or
 * lists without it, and whoever listens to their owners hears so. (Instances of classes that keep no extent are not looked at.)
 *
 * Whoever keeps a reference has a component that says that it is deleted, whose values can be read and not set any more. What runs in a
 * frame when it is deleted, also by itself, runs to its end: its memory stays until the end of the frame.
 *
 * To delete a component that is deleted, or is about to be, does nothing. It is done in the thread that uses the component.
 *
 * Returns: whether it was deleted now, and not before
 *
 * Since: 0.1
 */
gboolean
gyre_component_delete (GyreComponent *self)
{
  Deletion deletion = { NULL };

  g_return_val_if_fail (GYRE_IS_COMPONENT (self), FALSE);

  if (gyre_identity_has (self, GYRE_IDENTITY_DELETING))
    return FALSE;
  deletion.executive = g_object_ref (gyre_component_get_executive (self));
  deletion.shard = gyre_executive_get_shard (deletion.executive);
  deletion.root = g_object_ref (self);
  end_tree (&deletion);
  if (deletion.kept != NULL)
    {
      clear_owners (&deletion);
      bury_kept (&deletion);
    }
  gyre_shard_bury (deletion.shard, G_OBJECT (deletion.root));
  g_object_unref (deletion.executive);
  return TRUE;
}

/**
 * gyre_component_is_deleted:
 * @self: a component
 *
 * Returns: whether somebody has deleted it, or it has ended in another way
 *
 * Since: 0.1
 */
gboolean
gyre_component_is_deleted (GyreComponent *self)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), TRUE);
  return gyre_identity_has (self, GYRE_IDENTITY_DELETED | GYRE_IDENTITY_ENDED);
}
