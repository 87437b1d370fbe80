/* gyre-component.c: The root of all component classes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-component-private.h"
#include "gyre-accessor.h"
#include "gyre-actor-private.h"
#include "gyre-binding-private.h"
#include "gyre-census-private.h"
#include "gyre-class-private.h"
#include "gyre-commit-private.h"
#include "gyre-computed-private.h"
#include "gyre-construction-private.h"
#include "gyre-declaration-private.h"
#include "gyre-dynamic-private.h"
#include "gyre-facility-private.h"
#include "gyre-identity-private.h"
#include "gyre-kin-private.h"
#include "gyre-observers-private.h"
#include "gyre-record-private.h"
#include "gyre-requirement-private.h"
#include "gyre-signal.h"
#include "gyre-watch-private.h"

/* The property ids of traits are their slots and one; this one is beyond them. */
#define PROPERTY_NAME (G_MAXUINT16 + 1)

G_DEFINE_QUARK (gyre-component-error-quark, gyre_component_error)

static GObjectClass *parent_class;
static guint signal_deleted;

static void
warn (GError *error)
{
  g_warning ("%s", error->message);
  g_error_free (error);
}

static void
component_get_property (GObject *object, guint property, GValue *value, GParamSpec *specification)
{
  GyreComponent *self = (GyreComponent *) object;
  const GyreTrait *trait;

  if (property == PROPERTY_NAME)
    {
      g_value_set_string (value, gyre_component_get_name (self));
      return;
    }
  trait = gyre_component_get_slot (self, property - 1);
  if (gyre_trait_is_computed (trait))
    gyre_computed_settle (self, trait);
  if (G_LIKELY (trait->storage == GYRE_STORAGE_DOUBLE))
    g_value_set_double (value, *(double *) gyre_component_get_field (self, trait));
  else if (!gyre_trait_is_facility (trait))
    gyre_component_get_plain_value (self, trait, value);
  else
    gyre_component_get_facility_value (self, trait, value);
}

/* GObject hands its own default value when nobody has given one to a construct-only property: it is known by its address. */
static gboolean
is_given (const GValue *value, GParamSpec *specification)
{
  return !(specification->flags & G_PARAM_CONSTRUCT_ONLY) || value != g_param_spec_get_default_value (specification);
}

static void
component_set_property (GObject *object, guint property, const GValue *value, GParamSpec *specification)
{
  GyreComponent *self = (GyreComponent *) object;
  const GyreTrait *trait;
  GError *error = NULL;

  if (property == PROPERTY_NAME)
    {
      /* GObject comes here for every instance, nearly always with NULL; it has checked what the value holds. */
      const char *name = value->data[0].v_pointer;
      if (G_UNLIKELY (name != NULL))
        gyre_construction_claim (self, name);
      return;
    }
  trait = gyre_component_get_slot (self, property - 1);
  if (G_UNLIKELY (!is_given (value, specification)))
    return;
  if (G_LIKELY (trait->storage == GYRE_STORAGE_DOUBLE && G_VALUE_HOLDS_DOUBLE (value)))
    gyre_component_commit_real (self, property - 1, g_value_get_double (value), NULL, &error);
  else
    gyre_component_commit_gvalue (self, trait, value, gyre_provenance_of_address (NULL), &error);
  if (G_UNLIKELY (error != NULL))
    warn (error);
}

/* References that a dying instance holds to itself, see below. They go with the thread's next instance that dies, or with it. */
#define THREAD_LOCAL static __thread __attribute__ ((tls_model ("initial-exec")))
THREAD_LOCAL GSList *lingering;

static void
let_linger_go (gpointer list)
{
  lingering = NULL;
  g_slist_free_full (list, g_object_unref);
}

static GPrivate lingering_of_thread = G_PRIVATE_INIT (let_linger_go);

static void
set_lingering (GSList *list)
{
  lingering = list;
  g_private_set (&lingering_of_thread, list);
}

/* When this is the last unref and somebody has got the instance out of the extent meanwhile, g_object_unref() touches it once
 * more after dispose; it must be there then, even if the other one lets it go first. */
static void
linger (GObject *object)
{
  set_lingering (g_slist_prepend (lingering, g_object_ref (object)));
}

static void
end_lingering (void)
{
  GSList *list = lingering;

  set_lingering (NULL);
  let_linger_go (list);
}

/*
 * Whether GObject's own dispose would find nothing to do that is not done anyway: weak references and closures all stand in
 * qdata, and the last unref, which calls dispose, lets go of signal handlers once more right behind it. That call costs a
 * seventh of the life of an object.
 */
static gboolean
is_bare (GObject *object)
{
  return object->qdata == NULL && g_atomic_int_get (&object->ref_count) == 1;
}

/* Names and links go: who looks for the component from now on does not find it. It can happen twice. */
gboolean
gyre_component_leave (GyreComponent *self)
{
  GyreComponentClass *class = (GyreComponentClass *) G_OBJECT_GET_CLASS (self);
  GyreState *state = gyre_state_peek (self);
  GyreCensus *census = gyre_component_get_birth (self)->census;
  gboolean is_held = FALSE;

  if (class->extent != NULL && G_UNLIKELY (gyre_extent_remove (class->extent, (GyreExtentLink *) self->links)))
    gyre_identity_set (self, GYRE_IDENTITY_HANDED_OUT);
  if (G_UNLIKELY (gyre_census_has_index (census)))
    gyre_census_leave (census, self);
  if (self->handle != GYRE_HANDLE_NONE)
    is_held = gyre_identity_end (self);
  else
    gyre_identity_mark_ended (self);
  if (state != NULL && state->name != NULL)
    gyre_nameserver_unregister (gyre_executive_get_nameserver (gyre_component_get_executive (self)), state->name, G_OBJECT (self));
  if (state != NULL && state->bonds != NULL)
    gyre_bindings_left (self);
  return is_held;
}

/* N.B. the last reference can go in the midst of the component's own code, which uses its parts to the end: so all that is let go
 * then waits for the end of the frame. */
static void
component_dispose (GObject *object)
{
  GyreComponent *self = (GyreComponent *) object;
  GyreComponentClass *class = (GyreComponentClass *) G_OBJECT_GET_CLASS (object);
  GyreState *state = gyre_state_peek (self);

  if (G_UNLIKELY (lingering != NULL))
    end_lingering ();
  if (G_UNLIKELY (gyre_component_leave (self)))
    return;
  if (G_UNLIKELY (gyre_identity_has (self, GYRE_IDENTITY_HANDED_OUT)) && g_atomic_int_get (&object->ref_count) > 1)
    linger (object);
  if (state != NULL && state->kin != NULL)
    gyre_kin_leave (self);
  if (state != NULL && state->observers != NULL)
    g_clear_pointer (&state->observers, gyre_observers_free);
  if (G_UNLIKELY (class->computed != NULL))
    gyre_delegate_release (self);
  if (state != NULL && state->dynamics != NULL)
    gyre_dynamics_release (self);
  if (class->owned != NULL)
    gyre_facility_release_all (self, class->owned);
  if (is_bare (object))
    return;
  parent_class->dispose (object);
  if (g_atomic_int_get (&object->ref_count) > 1)
    gyre_component_get_birth (self)->is_kept = TRUE;
}

/* The component lives on without its name. */
void
gyre_component_release_name (GyreComponent *self)
{
  GyreState *state = gyre_state_peek (self);

  gyre_nameserver_unregister (gyre_executive_get_nameserver (gyre_component_get_executive (self)), state->name, G_OBJECT (self));
  g_clear_pointer (&state->name, g_free);
  gyre_identity_clear (self, GYRE_IDENTITY_NAMED);
  gyre_binding_rename (self);
  gyre_watch_name_changed (self, FALSE);
}

static void
clear_field (GyreComponent *self, const GyreTrait *trait)
{
  gpointer *field = gyre_component_get_field (self, trait);

  if (*field == NULL)
    return;
  if (gyre_trait_is_facility (trait))
    g_object_unref (*field);
  else
    trait->kind->clear ((GyreValue) { .present = TRUE, .pointer = *field });
  *field = NULL;
}

static void
component_finalize (GObject *object)
{
  GyreComponent *self = (GyreComponent *) object;
  GyreComponentClass *class = (GyreComponentClass *) G_OBJECT_GET_CLASS (object);
  const guint16 *owned = class->owned;
  GyreExecutive *held;

  for (guint index = 0; owned != NULL && owned[index] != G_MAXUINT16; index++)
    clear_field (self, gyre_component_get_slot (self, owned[index]));
  if (gyre_state_peek (self) != NULL)
    gyre_state_free (self);
  held = gyre_component_get_birth (self)->holds_executive ? gyre_component_get_birth (self)->executive : NULL;
  parent_class->finalize (object);
  /* The executive takes its births with it. */
  if (held != NULL)
    g_object_unref (held);
}

/* Runs for every derived class, before its own class_init: what was copied from the parent's struct and is not the class's goes. */
static void
component_base_init (gpointer type_class)
{
  GyreComponentClass *class = type_class;
  GObjectClass *object_class = type_class;

  class->actor = NULL;
  class->slots = NULL;
  class->birth = NULL;
  class->extent = NULL;
  class->owned = NULL;
  class->computed = NULL;
  object_class->get_property = component_get_property;
  object_class->set_property = component_set_property;
  object_class->constructed = gyre_construction_constructed;
}

static void
component_class_init (gpointer type_class, gpointer data)
{
  GObjectClass *object_class = type_class;

  parent_class = g_type_class_peek_parent (type_class);
  object_class->dispose = component_dispose;
  object_class->finalize = component_finalize;
  /**
   * GyreComponent:name:
   *
   * The public name of the component; %NULL for one without. It is unique among the living instances of an executive.
   *
   * Since: 0.1
   */
  g_object_class_install_property (object_class, PROPERTY_NAME,
                                   g_param_spec_string ("name", "name", "the public name of the component", NULL,
                                                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  /**
   * GyreComponent::deleted:
   * @self: the component
   *
   * Somebody deletes the component; all of it but its children is still there. See gyre_component_delete().
   *
   * Since: 0.1
   */
  signal_deleted = g_signal_new ("deleted", G_TYPE_FROM_CLASS (type_class), G_SIGNAL_RUN_LAST,
                                 G_STRUCT_OFFSET (GyreComponentClass, deleted), NULL, NULL, NULL, G_TYPE_NONE, 0);
  gyre_signal_set_summary (signal_deleted, "somebody deletes it; all of it but its children is still there");
}

void
gyre_component_tell_deleted (GyreComponent *self)
{
  g_signal_emit (self, signal_deleted, 0);
}

static void
component_init (GTypeInstance *instance, gpointer type_class)
{
  GyreComponentClass *class = type_class;

  if (G_UNLIKELY (class->actor == NULL))
    gyre_actor_get (G_TYPE_FROM_CLASS (class));
  gyre_construction_begin ((GyreComponent *) instance, class);
}

static GType
component_register (void)
{
  g_autoptr (GyreDeclaration) declaration = NULL;
  GyreActor *actor = g_object_new (GYRE_TYPE_ACTOR, NULL);
  g_autoptr (GError) error = NULL;

  gyre_actor_set_model (actor, gyre_class_get_model ());
  declaration = gyre_attribute_classifier_prepare (GYRE_ATTRIBUTE_CLASSIFIER (actor), "GyreComponent", G_TYPE_OBJECT);
  declaration->base_initialize = component_base_init;
  gyre_declaration_set_sizes (declaration, sizeof (GyreComponentClass), sizeof (GyreComponent));
  gyre_declaration_set_initializers (declaration, component_class_init, component_init);
  gyre_declaration_set_abstract (declaration, TRUE);
  gyre_declaration_set_internal (declaration, TRUE);
  gyre_declaration_set_summary (declaration, "the root of all component classes", NULL);
  if (!gyre_attribute_classifier_new_class (GYRE_ATTRIBUTE_CLASSIFIER (actor), declaration, &error))
    g_error ("GyreComponent: %s", error->message);
  return gyre_requirement_get_gtype (GYRE_REQUIREMENT (actor));
}

GType
gyre_component_get_type (void)
{
  static GType type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, component_register ());
  return type;
}

/**
 * gyre_component_get_actor:
 * @self: a component
 *
 * Returns: (transfer none): the record of its class
 *
 * Since: 0.1
 */
GyreActor *
gyre_component_get_actor (GyreComponent *self)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), NULL);
  return gyre_component_get_birth (self)->actor;
}

/**
 * gyre_component_get_name:
 * @self: a component
 *
 * Returns: (nullable) (transfer none): its public name
 *
 * Since: 0.1
 */
const char *
gyre_component_get_name (GyreComponent *self)
{
  GyreState *state;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self), NULL);

  state = gyre_state_peek (self);
  return state != NULL ? state->name : NULL;
}

/**
 * gyre_component_get_family:
 * @self: a component
 *
 * Returns: (nullable) (transfer none): the family of its class
 *
 * Since: 0.1
 */
const char *
gyre_component_get_family (GyreComponent *self)
{
  return gyre_requirement_get_family (GYRE_REQUIREMENT (gyre_component_get_actor (self)));
}

/**
 * gyre_component_dup_specification:
 * @self: a component
 *
 * Returns: (transfer full): "family#name", "#name" of a class without a family, "family" of a component without a name
 *
 * Since: 0.1
 */
char *
gyre_component_dup_specification (GyreComponent *self)
{
  const char *name = gyre_component_get_name (self);
  const char *family = gyre_requirement_get_public_name (GYRE_REQUIREMENT (gyre_component_get_actor (self)));

  return name != NULL ? g_strconcat (family, "#", name, NULL) : g_strdup (family);
}

/**
 * gyre_component_dup_locator:
 * @self: a component
 *
 * Returns: (nullable) (transfer full): where the instance was asked for; only instances with a name keep it
 *
 * Since: 0.1
 */
GyreLocator *
gyre_component_dup_locator (GyreComponent *self)
{
  GyreState *state;

  g_return_val_if_fail (GYRE_IS_COMPONENT (self), NULL);

  state = gyre_state_peek (self);
  return state != NULL && state->locator != NULL ? gyre_locator_ref (state->locator) : NULL;
}

/**
 * gyre_component_get_executive:
 * @self: a component
 *
 * Returns: (transfer none): the executive that was current when it was built
 *
 * Since: 0.1
 */
GyreExecutive *
gyre_component_get_executive (GyreComponent *self)
{
  g_return_val_if_fail (GYRE_IS_COMPONENT (self), NULL);
  return gyre_component_get_birth (self)->executive;
}
