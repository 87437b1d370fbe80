/* gyre-foreign.c: Records of classes that other code has declared
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Plain G_DEFINE_TYPE, Python, Lua and JavaScript know nothing of declarations, and GObject has no hook that runs after their
 * class_init. So such a class is harvested when somebody first asks for its record: its properties become traits, and what the
 * other language said with gyre_foreign_declare() before becomes family, interfaces, aliases and behaviors.
 */
#include "gyre-foreign.h"
#include "gyre-actor-private.h"
#include "gyre-trampoline-private.h"
#include "gyre-foreign-private.h"
#include "gyre-class-private.h"
#include "gyre-declaration-private.h"
#include "gyre-record-private.h"
#include "gyre-requirement-private.h"

static GRecMutex lock;

static GQuark
declaration_quark (void)
{
  return g_quark_from_static_string ("gyre-foreign-declaration");
}

/* A property that overrides one of an interface is known as the interface's: the class that brings the interface has it. */
static gboolean
is_own (GType type, GParamSpec *property)
{
  GType owner = property->owner_type;

  return owner == type || (G_TYPE_IS_INTERFACE (owner) && !g_type_is_a (g_type_parent (type), owner));
}

static void
add_properties (GyreDeclaration *declaration, GType type)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (type);
  guint length = 0;
  g_autofree GParamSpec **properties = g_object_class_list_properties ((GObjectClass *) class, &length);

  for (guint index = 0; index < length; index++)
    if (is_own (type, properties[index]) && !gyre_declaration_has (declaration, properties[index]->name))
      gyre_declaration_add (declaration, &gyre_trait_new_foreign (properties[index])->descriptor);
}

static void
add_interfaces (GyreDeclaration *declaration, GType type)
{
  guint length = 0;
  g_autofree GType *interfaces = g_type_interfaces (type, &length);

  for (guint index = 0; index < length; index++)
    if (gyre_role_get (interfaces[index]) != NULL && !g_type_is_a (g_type_parent (type), interfaces[index]))
      gyre_declaration_implement (declaration, interfaces[index]);
}

/* Classes between GObject and the first component have no model: they only describe. */
static GyreActor *
new_actor (GType type)
{
  GType parent = g_type_parent (type);
  GyreRequirement *record;

  if (g_type_is_a (type, G_TYPE_OBJECT) && type != G_TYPE_OBJECT)
    gyre_actor_get (parent);
  record = gyre_record_new (G_TYPE_INVALID, GYRE_TYPE_ACTOR, &parent, 1, NULL);
  if (gyre_actor_get_record (GYRE_ACTOR (record))->model == NULL && !g_type_is_a (type, GYRE_TYPE_COMPONENT))
    gyre_actor_set_model (GYRE_ACTOR (record), gyre_class_get_model ());
  return GYRE_ACTOR (record);
}

static void
complete_component (GyreActor *actor, GType type)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (type);

  gyre_actor_complete (actor, class);
}

/* A class that is no component: the harvest and nothing else. */
static void
complete_other (GyreActor *actor)
{
  g_autoptr (GyreReport) report = gyre_report_new ();

  gyre_requirement_harvest (GYRE_REQUIREMENT (actor), report);
  gyre_record_set_state (gyre_requirement_get_record (GYRE_REQUIREMENT (actor)), GYRE_REQUIREMENT_READY);
}

/* Makes the record of a class that has none, once. */
GyreActor *
gyre_foreign_harvest (GType type)
{
  GyreActor *actor;
  GyreDeclaration *declaration;

  g_rec_mutex_lock (&lock);
  actor = gyre_actor_peek (type);
  if (actor == NULL)
    {
      actor = new_actor (type);
      declaration = g_type_get_qdata (type, declaration_quark ());
      if (declaration == NULL)
        declaration = gyre_attribute_classifier_prepare (GYRE_ATTRIBUTE_CLASSIFIER (actor), g_type_name (type), g_type_parent (type));
      add_properties (declaration, type);
      add_interfaces (declaration, type);
      gyre_actor_attach (actor, declaration, type);
      if (g_type_is_a (type, GYRE_TYPE_COMPONENT))
        complete_component (actor, type);
      else
        complete_other (actor);
    }
  g_rec_mutex_unlock (&lock);
  return actor;
}

/**
 * gyre_foreign_declare:
 * @type: a class that has no record yet
 * @declaration: what its language says about it: family, summary, interfaces, behaviors, and traits that have more to say than
 *   their GObject property
 *
 * Keeps what another language declares about a class until the class is harvested.
 *
 * Returns: %FALSE when the class has its record already
 *
 * Since: 0.1
 */
gboolean
gyre_foreign_declare (GType type, GyreDeclaration *declaration)
{
  g_return_val_if_fail (type != G_TYPE_INVALID && declaration != NULL, FALSE);

  if (gyre_actor_peek (type) != NULL)
    return FALSE;
  g_type_set_qdata (type, declaration_quark (), gyre_declaration_ref (declaration));
  return TRUE;
}

/**
 * gyre_foreign_new_trait:
 * @specification: a GObject property of the class
 * @aliases: (nullable): further names, separated by commas
 * @units: (nullable): what a number counts
 *
 * Makes the descriptor of a property with what a #GParamSpec has no room for.
 *
 * Returns: (transfer none): a descriptor for gyre_declaration_add()
 *
 * Since: 0.1
 */
GyreDescriptor *
gyre_foreign_new_trait (GParamSpec *specification, const char *aliases, const char *units)
{
  GyreTrait *trait;

  g_return_val_if_fail (G_IS_PARAM_SPEC (specification), NULL);

  trait = gyre_trait_new_foreign (specification);
  trait->descriptor.aliases = g_intern_string (aliases);
  trait->units = g_intern_string (units);
  return &trait->descriptor;
}

static GClosure *
find_constructor (GyreActor *actor)
{
  for (; actor != NULL; actor = gyre_actor_get_parent (actor))
    if (gyre_requirement_get_record (GYRE_REQUIREMENT (actor))->declaration->constructor != NULL)
      return gyre_requirement_get_record (GYRE_REQUIREMENT (actor))->declaration->constructor;
  return NULL;
}

/* Runs the constructor of another language, which calls those of its own ancestors itself. Returns what it has raised, or NULL. */
char *
gyre_constructor_run (GyreComponent *component)
{
  GClosure *constructor = find_constructor (gyre_component_get_actor (component));
  g_auto (GValue) parameter = G_VALUE_INIT;

  if (constructor == NULL)
    return NULL;
  g_free (gyre_trampoline_steal_raised ());
  g_value_set_object (g_value_init (&parameter, G_TYPE_OBJECT), component);
  g_closure_invoke (constructor, NULL, 1, &parameter, NULL);
  return gyre_trampoline_steal_raised ();
}
