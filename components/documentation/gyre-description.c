/* gyre-description.c: What a class, an interface or an instance is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A description is made from the record of the class, and from the instance if there is one. It builds nothing: a facility that
 * nobody has asked for yet is told by the text that it will be built from.
 */
#include "gyre-declaration-error.h"
#include "gyre-described-private.h"
#include "gyre-dynamic.h"

G_DEFINE_BOXED_TYPE (GyreDescription, gyre_description, gyre_description_ref, gyre_description_unref)

static void
describe_members (GyreDescription *self, GyreRequirement *requirement, GObject *instance)
{
  g_autoptr (GPtrArray) members = gyre_requirement_get_traits (requirement);

  for (guint index = 0; index < members->len; index++)
    {
      const GyreDescriptor *descriptor = members->pdata[index];

      if (gyre_descriptor_get_sort (descriptor) == GYRE_DESCRIPTOR_BEHAVIOR)
        g_ptr_array_add (self->behaviors, gyre_describe_behavior ((const GyreBehavior *) descriptor, requirement));
      else
        g_ptr_array_add (self->traits, gyre_describe_trait ((const GyreTrait *) descriptor, requirement, instance));
    }
}

/* What nobody has declared comes last. */
static void
describe_attributes (GyreDescription *self, GyreRequirement *requirement, GyreComponent *instance)
{
  g_auto (GStrv) names = gyre_component_list_dynamic (instance);

  for (guint index = 0; names[index] != NULL; index++)
    g_ptr_array_add (self->traits, gyre_describe_trait (gyre_component_find_dynamic (instance, names[index]), requirement, G_OBJECT (instance)));
}

static GyreDescription *
description_new (GyreRequirement *requirement, GObject *instance)
{
  GyreDescription *self = gyre_description_alloc ();
  g_autoptr (GError) problem = NULL;
  GyreLocator *locator = gyre_requirement_get_locator (requirement);

  self->subject = GYRE_IS_ROLE (requirement) ? GYRE_DESCRIPTION_INTERFACE : GYRE_DESCRIPTION_CLASS;
  self->type = g_strdup (gyre_requirement_get_name (requirement));
  self->family = g_strdup (gyre_requirement_get_family (requirement));
  self->package = g_strdup (gyre_requirement_get_package (requirement));
  self->summary = g_strdup (gyre_requirement_get_summary (requirement));
  self->description = g_strdup (gyre_requirement_get_description (requirement));
  self->declared = locator != NULL ? gyre_locator_ref (locator) : NULL;
  self->is_internal = gyre_requirement_is_internal (requirement);
  self->mistakes = gyre_requirement_is_valid (requirement, &problem) ? NULL : g_strdup (problem->message);
  gyre_describe_relations (self, requirement);
  describe_members (self, requirement, instance);
  gyre_describe_signals (self, gyre_requirement_get_gtype (requirement));
  gyre_describe_module (self, gyre_requirement_get_gtype (requirement), requirement);
  self->example = gyre_describe_example (self, requirement);
  return self;
}

/**
 * gyre_description_new:
 * @requirement: the record of a class or an interface
 *
 * Describes a class, with the defaults that it has in the current executive, or an interface.
 *
 * Returns: (transfer full): the description
 *
 * Since: 0.1
 */
GyreDescription *
gyre_description_new (GyreRequirement *requirement)
{
  g_return_val_if_fail (GYRE_IS_REQUIREMENT (requirement), NULL);

  return description_new (requirement, NULL);
}

/* The traits that stand for the properties of an interface of other code. They live as long as the process, as all traits do. */
static GPtrArray *
get_properties (GType interface)
{
  GQuark quark = g_quark_from_static_string ("gyre-interface-properties");
  GPtrArray *traits = g_type_get_qdata (interface, quark);
  gpointer vtable;
  guint length = 0;
  g_autofree GParamSpec **properties = NULL;

  if (traits != NULL)
    return traits;
  vtable = g_type_default_interface_ref (interface);
  properties = g_object_interface_list_properties (vtable, &length);
  traits = g_ptr_array_new ();
  for (guint index = 0; index < length; index++)
    g_ptr_array_add (traits, gyre_trait_new_foreign (properties[index]));
  g_type_set_qdata (interface, quark, traits);
  return traits;
}

static GyreDescription *
describe_interface (GType interface)
{
  GyreDescription *self = gyre_description_alloc ();
  GPtrArray *traits = get_properties (interface);

  self->subject = GYRE_DESCRIPTION_INTERFACE;
  self->type = g_strdup (g_type_name (interface));
  gyre_describe_interface (self, interface);
  for (guint index = 0; index < traits->len; index++)
    {
      GyreDescribedTrait *trait = gyre_describe_trait (traits->pdata[index], NULL, NULL);

      trait->is_dynamic = FALSE;
      trait->owner = g_strdup (self->type);
      trait->read_only = !gyre_trait_is_writable (traits->pdata[index]);
      g_ptr_array_add (self->traits, trait);
    }
  gyre_describe_signals (self, interface);
  gyre_describe_module (self, interface, NULL);
  return self;
}

/**
 * gyre_description_new_for_type:
 * @type: a class or an interface, ours or of any other code that uses GObject
 * @error: return location for %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Describes a type. Of other code's classes and interfaces it tells what GObject knows of them: properties with their kinds, ranges and
 * declared defaults, signals, ancestors, interfaces. No instance is made.
 *
 * Fails with %GYRE_DECLARATION_ERROR_UNKNOWN when it is another sort of type.
 *
 * Returns: (transfer full): the description
 *
 * Since: 0.1
 */
GyreDescription *
gyre_description_new_for_type (GType type, GError **error)
{
  GyreRole *role = G_TYPE_IS_INTERFACE (type) ? gyre_role_get (type) : NULL;

  if (role != NULL)
    return gyre_description_new (GYRE_REQUIREMENT (role));
  if (G_TYPE_IS_INTERFACE (type) && type != G_TYPE_INTERFACE)
    return describe_interface (type);
  if (G_TYPE_IS_OBJECT (type))
    return gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (type)));
  g_set_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN,
               "%s is neither a class of objects nor an interface; only these can be described",
               type != G_TYPE_INVALID ? g_type_name (type) : "(no type)");
  return NULL;
}

/**
 * gyre_description_new_for_instance:
 * @instance: a component, or an object of any other class
 *
 * Describes an instance and the class that it is of. The instance must belong to the calling thread, as for every other use of it.
 *
 * Returns: (transfer full): the description
 *
 * Since: 0.1
 */
GyreDescription *
gyre_description_new_for_instance (GObject *instance)
{
  GyreDescription *self;

  g_return_val_if_fail (G_IS_OBJECT (instance), NULL);

  self = description_new (GYRE_REQUIREMENT (gyre_actor_get (G_OBJECT_TYPE (instance))), instance);
  self->subject = GYRE_DESCRIPTION_INSTANCE;
  if (GYRE_IS_COMPONENT (instance))
    {
      describe_attributes (self, GYRE_REQUIREMENT (gyre_component_get_actor (GYRE_COMPONENT (instance))), GYRE_COMPONENT (instance));
      self->name = g_strdup (gyre_component_get_name (GYRE_COMPONENT (instance)));
      self->specification = gyre_component_dup_specification (GYRE_COMPONENT (instance));
      self->built = gyre_component_dup_locator (GYRE_COMPONENT (instance));
      gyre_describe_life (self, GYRE_COMPONENT (instance));
    }
  return self;
}

/**
 * gyre_description_ref: (skip)
 * @description: a description
 *
 * Returns: (transfer full): @description
 *
 * Since: 0.1
 */
GyreDescription *
gyre_description_ref (GyreDescription *description)
{
  g_return_val_if_fail (description != NULL, NULL);

  g_atomic_int_inc (&description->references);
  return description;
}

static void
description_free (GyreDescription *self)
{
  g_free (self->type);
  g_free (self->family);
  g_free (self->package);
  g_free (self->module);
  g_free (self->version);
  g_free (self->example);
  g_free (self->name);
  g_free (self->specification);
  g_free (self->summary);
  g_free (self->description);
  g_free (self->implementation);
  g_free (self->mistakes);
  g_clear_pointer (&self->declared, gyre_locator_unref);
  g_clear_pointer (&self->built, gyre_locator_unref);
  g_ptr_array_unref (self->pedigree);
  g_ptr_array_unref (self->interfaces);
  g_ptr_array_unref (self->implementers);
  g_ptr_array_unref (self->traits);
  g_ptr_array_unref (self->behaviors);
  g_ptr_array_unref (self->hierarchy);
  g_ptr_array_unref (self->derived);
  g_ptr_array_unref (self->signals);
  g_ptr_array_unref (self->children);
  g_ptr_array_unref (self->sections);
  g_free (self);
}

/**
 * gyre_description_unref: (skip)
 * @description: (transfer full): a description
 *
 * Since: 0.1
 */
void
gyre_description_unref (GyreDescription *description)
{
  g_return_if_fail (description != NULL);

  if (g_atomic_int_dec_and_test (&description->references))
    description_free (description);
}

/**
 * gyre_description_get_public_name:
 * @description: a description
 *
 * Returns: (transfer none): the name of an instance, else the family, else the name of the type
 *
 * Since: 0.1
 */
const char *
gyre_description_get_public_name (GyreDescription *description)
{
  g_return_val_if_fail (description != NULL, NULL);

  if (description->name != NULL)
    return description->name;
  return description->family != NULL ? description->family : description->type;
}

/**
 * gyre_described_trait_get_units: (skip)
 * @trait: a trait of a description
 *
 * The units as a person would say them: what is declared with `.units = "1"` is "a pure number".
 *
 * Returns: (transfer none) (nullable): what a number counts; %NULL where nothing is said of it
 *
 * Since: 0.1
 */
const char *
gyre_described_trait_get_units (const GyreDescribedTrait *trait)
{
  g_return_val_if_fail (trait != NULL, NULL);

  return g_strcmp0 (trait->units, "1") == 0 ? "a pure number" : trait->units;
}

static gboolean
has_flag (const GyreDescribedTrait *trait, const char *word)
{
  return trait->flags != NULL && g_strv_contains ((const char * const *) trait->flags, word);
}

/**
 * gyre_described_trait_list_remarks: (skip)
 * @trait: a trait of a description
 *
 * What restricts its use, each in a few words: "can be none", "a change needs a restart".
 *
 * Returns: (transfer container): as many texts, ended by %NULL
 *
 * Since: 0.1
 */
const char **
gyre_described_trait_list_remarks (const GyreDescribedTrait *trait)
{
  static const struct { const char *flag; const char *remark; } remarks[] = {
    { "secret", "shown to nobody" }, { "restart", "a change needs a restart" },
    { "computed", "its default is made when it is first asked for" }, { "delegate", "shows and sets a value of a part" },
  };
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  g_return_val_if_fail (trait != NULL, NULL);

  if (trait->nullable)
    g_ptr_array_add (list, (gpointer) "can be none");
  if (trait->construct_only)
    g_ptr_array_add (list, (gpointer) "set only while the instance is built");
  if (trait->read_only)
    g_ptr_array_add (list, (gpointer) "can't be set");
  if (has_flag (trait, "writable") && !has_flag (trait, "readable"))
    g_ptr_array_add (list, (gpointer) "can't be read");
  for (guint index = 0; index < G_N_ELEMENTS (remarks); index++)
    if (has_flag (trait, remarks[index].flag))
      g_ptr_array_add (list, (gpointer) remarks[index].remark);
  g_ptr_array_add (list, NULL);
  return (const char **) g_ptr_array_free (g_steal_pointer (&list), FALSE);
}
