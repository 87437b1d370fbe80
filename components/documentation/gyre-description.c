/* gyre-description.c: What a class, an interface or an instance is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A description is made from the record of the class, and from the instance if there is one. It builds nothing: a facility that
 * nobody has asked for yet is told by the text that it will be built from.
 */
#include "gyre-description.h"
#include "gyre-dynamic.h"
#include "gyre-secrecy.h"
#include "gyre-behavior.h"
#include "gyre-constraint.h"
#include "gyre-registrar.h"

G_DEFINE_BOXED_TYPE (GyreDescription, gyre_description, gyre_description_ref, gyre_description_unref)

static void
described_class_free (gpointer data)
{
  GyreDescribedClass *self = data;

  g_free (self->type);
  g_free (self->family);
  g_free (self->summary);
  g_strfreev (self->asks);
  g_free (self);
}

static void
described_instance_free (gpointer data)
{
  GyreDescribedInstance *self = data;

  g_free (self->name);
  g_free (self->family);
  g_free (self->type);
  g_free (self);
}

static void
described_word_free (gpointer data)
{
  GyreDescribedWord *self = data;

  g_free (self->word);
  g_free (self->name);
  g_free (self->summary);
  g_free (self);
}

static void
described_section_free (gpointer data)
{
  GyreDescribedSection *self = data;

  g_free (self->title);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
described_value_clear (GyreDescribedValue *self)
{
  g_free (self->text);
  g_clear_pointer (&self->locator, gyre_locator_unref);
}

static void
described_trait_free (gpointer data)
{
  GyreDescribedTrait *self = data;

  g_free (self->name);
  g_strfreev (self->aliases);
  g_free (self->kind);
  g_free (self->kind_text);
  g_free (self->element);
  g_free (self->interface);
  g_strfreev (self->words);
  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->implementers);
  g_free (self->native);
  g_free (self->least);
  g_free (self->most);
  g_strfreev (self->flags);
  g_free (self->owner);
  g_free (self->shadows);
  g_free (self->key);
  g_free (self->summary);
  g_free (self->description);
  g_free (self->units);
  g_free (self->rules);
  g_ptr_array_unref (self->constraints);
  g_free (self->deprecated_since);
  described_value_clear (&self->declared);
  described_value_clear (&self->fallback);
  described_value_clear (&self->value);
  g_free (self);
}

static void
described_argument_free (gpointer data)
{
  GyreDescribedArgument *self = data;

  g_free (self->name);
  g_free (self->kind);
  g_free (self->summary);
  g_free (self->fallback);
  g_free (self->native);
  g_free (self);
}

static void
described_signal_free (gpointer data)
{
  GyreDescribedSignal *self = data;

  g_free (self->name);
  g_free (self->signature);
  g_free (self->result);
  g_ptr_array_unref (self->arguments);
  g_free (self->owner);
  g_free (self->summary);
  g_strfreev (self->flags);
  g_free (self);
}

static void
described_behavior_free (gpointer data)
{
  GyreDescribedBehavior *self = data;

  g_free (self->name);
  g_strfreev (self->aliases);
  g_free (self->signature);
  g_free (self->result);
  g_ptr_array_unref (self->arguments);
  g_free (self->owner);
  g_free (self->summary);
  g_free (self->description);
  g_free (self->deprecated_since);
  g_clear_pointer (&self->locator, gyre_locator_unref);
  g_free (self->symbol);
  g_free (self->shadows);
  g_free (self);
}

/* The family and the type of a record. */
static void
add_class (GPtrArray *classes, GyreRequirement *requirement)
{
  GyreDescribedClass *class = g_new (GyreDescribedClass, 1);

  *class = (GyreDescribedClass) {
    .type = g_strdup (gyre_requirement_get_name (requirement)),
    .family = g_strdup (gyre_requirement_get_family (requirement)),
    .summary = g_strdup (gyre_requirement_get_summary (requirement)),
  };
  g_ptr_array_add (classes, class);
}

static void
add_classes (GPtrArray *classes, GPtrArray *requirements, GyreRequirement *except)
{
  for (guint index = 0; requirements != NULL && index < requirements->len; index++)
    if (requirements->pdata[index] != (gpointer) except)
      add_class (classes, requirements->pdata[index]);
}

static char *
dup_owner (const GyreDescriptor *descriptor)
{
  return descriptor->owner != NULL ? g_strdup (gyre_requirement_get_public_name (descriptor->owner)) : NULL;
}

/* What a facility asks for: the family of an interface or a class, else the name of the type. */
static char *
dup_interface (const GyreTrait *trait)
{
  GType type = gyre_trait_get_value_type (trait);
  GyreRole *role = gyre_role_get (type);
  GyreActor *actor = role == NULL ? gyre_actor_peek (type) : NULL;
  GyreRequirement *requirement = role != NULL ? GYRE_REQUIREMENT (role) : actor != NULL ? GYRE_REQUIREMENT (actor) : NULL;

  if (requirement != NULL)
    return g_strdup (gyre_requirement_get_public_name (requirement));
  return type != G_TYPE_INVALID ? g_strdup (g_type_name (type)) : NULL;
}

static GStrv
dup_words (const GyreTrait *trait)
{
  const GyreTrait *subject = trait->element != NULL ? trait->element : trait;
  GType type = gyre_trait_get_value_type (subject);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  GEnumClass *class;

  if (!gyre_kind_is_a (subject->kind, &gyre_kind_enumeration) || !G_TYPE_IS_ENUM (type))
    return NULL;
  class = g_type_class_ref (type);
  for (guint index = 0; index < class->n_values; index++)
    g_strv_builder_add (words, class->values[index].value_nick);
  g_type_class_unref (class);
  return g_strv_builder_end (words);
}

static char *
dup_kind_text (const GyreTrait *trait, const char *interface)
{
  if (interface != NULL)
    return g_strdup_printf ("facility %s", interface);
  return gyre_trait_dup_kind_text (trait);
}

/* An interface promises a trait and has no value for it. */
static void
describe_defaults (GyreDescribedTrait *self, const GyreTrait *trait, GyreRequirement *requirement)
{
  const char *name = trait->descriptor.name;
  GyreLocator *locator;

  if (!GYRE_IS_ACTOR (requirement))
    return;
  locator = trait->descriptor.owner != NULL ? gyre_requirement_get_locator (trait->descriptor.owner) : NULL;
  self->declared = (GyreDescribedValue) {
    .text = gyre_trait_dup_initial_text (trait),
    .priority = { .category = GYRE_CATEGORY_DEFAULTS },
    .locator = gyre_locator_new_default (locator != NULL ? gyre_locator_get_file (locator) : NULL,
                                         locator != NULL ? gyre_locator_get_line (locator) : 0),
  };
  if (!gyre_requirement_is_valid (requirement, NULL))
    return;
  self->fallback.text = gyre_actor_dup_default (GYRE_ACTOR (requirement), name, NULL);
  self->fallback.locator = gyre_actor_dup_default_locator (GYRE_ACTOR (requirement), name, NULL);
  if (!gyre_actor_get_default_priority (GYRE_ACTOR (requirement), name, &self->fallback.priority, NULL))
    self->fallback.priority = self->declared.priority;
}

/* The text of a property of an object that is no component. */
static char *
dup_foreign_text (GObject *instance, const GyreTrait *trait)
{
  GParamSpec *specification = gyre_trait_get_specification (trait);
  g_auto (GValue) native = G_VALUE_INIT;

  if (specification == NULL || (specification->flags & G_PARAM_READABLE) == 0)
    return NULL;
  g_value_init (&native, specification->value_type);
  g_object_get_property (instance, specification->name, &native);
  return g_strdup_value_contents (&native);
}

static void
describe_value (GyreDescribedTrait *self, const GyreTrait *trait, GObject *instance)
{
  const char *name = trait->descriptor.name;

  self->value.priority = GYRE_PRIORITY_NONE;
  if (instance == NULL)
    return;
  if (!GYRE_IS_COMPONENT (instance))
    {
      self->value.text = dup_foreign_text (instance, trait);
      return;
    }
  self->value.text = gyre_component_dup_text (GYRE_COMPONENT (instance), name, NULL);
  self->value.locator = gyre_component_dup_value_locator (GYRE_COMPONENT (instance), name, NULL);
  gyre_component_get_value_priority (GYRE_COMPONENT (instance), name, &self->value.priority, NULL);
}

/* An argument that says a secret shows its value, and so does the text of one that follows others. */
static void
hide (GyreDescribedValue *value)
{
  g_autoptr (GyreLocator) place = value->locator;

  if (g_strcmp0 (value->text, "none") != 0 && value->text != NULL)
    {
      g_free (value->text);
      value->text = g_strdup ("***");
    }
  value->locator = gyre_secrecy_conceal_locator (place);
}

static void
hide_secret (GyreDescribedTrait *self, const GyreTrait *trait)
{
  if (!gyre_trait_is_secret (trait))
    return;
  hide (&self->declared);
  hide (&self->fallback);
  hide (&self->value);
}

static GyreDescribedTrait *
describe_trait (const GyreTrait *trait, GyreRequirement *requirement, GObject *instance)
{
  const GyreDescriptor *descriptor = &trait->descriptor;
  GyreDescribedTrait *self = g_new0 (GyreDescribedTrait, 1);

  self->name = g_strdup (descriptor->name);
  self->values = g_ptr_array_new_with_free_func (described_word_free);
  self->implementers = g_ptr_array_new_with_free_func (described_class_free);
  self->aliases = gyre_descriptor_dup_aliases (descriptor);
  self->kind = g_strdup (gyre_trait_get_kind_name (trait));
  self->element = trait->element != NULL ? g_strdup (gyre_trait_get_kind_name (trait->element)) : NULL;
  self->interface = gyre_trait_is_facility (trait) ? dup_interface (trait) : NULL;
  self->kind_text = dup_kind_text (trait, self->interface);
  self->words = dup_words (trait);
  self->owner = dup_owner (descriptor);
  self->summary = g_strdup (descriptor->summary);
  self->description = g_strdup (descriptor->description);
  self->units = g_strdup (gyre_trait_get_units (trait));
  self->rules = gyre_trait_describe_constraints (trait);
  self->constraints = gyre_trait_list_constraints (trait);
  self->deprecated_since = g_strdup (descriptor->deprecated_since);
  self->nullable = gyre_trait_is_nullable (trait);
  self->construct_only = gyre_trait_is_construct_only (trait);
  self->read_only = GYRE_IS_ACTOR (requirement) && !gyre_trait_is_writable (trait);
  self->is_dynamic = descriptor->owner == NULL;
  self->is_inherited = !self->is_dynamic && descriptor->owner != requirement;
  if (!self->is_dynamic)
    describe_defaults (self, trait, requirement);
  describe_value (self, trait, instance);
  hide_secret (self, trait);
  return self;
}

static GPtrArray *
describe_arguments (const GyreSignature *signature)
{
  GPtrArray *arguments = g_ptr_array_new_with_free_func (described_argument_free);

  for (guint index = 0; index < signature->length; index++)
    {
      const GyreArgument *argument = &signature->arguments[index];
      GyreDescribedArgument *described = g_new (GyreDescribedArgument, 1);

      *described = (GyreDescribedArgument) {
        .name = g_strdup (argument->name),
        .kind = g_strdup (gyre_argument_kind_get_name (argument->kind)),
        .summary = g_strdup (argument->summary),
        .fallback = g_strdup (argument->fallback),
      };
      g_ptr_array_add (arguments, described);
    }
  return arguments;
}

static GyreDescribedBehavior *
describe_behavior (const GyreBehavior *behavior, GyreRequirement *requirement)
{
  const GyreDescriptor *descriptor = &behavior->descriptor;
  const GyreSignature *signature = gyre_behavior_get_signature (behavior);
  GyreDescribedBehavior *self = g_new0 (GyreDescribedBehavior, 1);

  self->name = g_strdup (descriptor->name);
  self->aliases = gyre_descriptor_dup_aliases (descriptor);
  self->signature = gyre_behavior_dup_signature_text (behavior);
  self->result = g_strdup (gyre_argument_kind_get_name (signature->result));
  self->arguments = describe_arguments (signature);
  self->owner = dup_owner (descriptor);
  self->summary = g_strdup (descriptor->summary);
  self->description = g_strdup (descriptor->description);
  self->deprecated_since = g_strdup (descriptor->deprecated_since);
  self->is_inherited = descriptor->owner != requirement;
  return self;
}

static void
describe_members (GyreDescription *self, GyreRequirement *requirement, GObject *instance)
{
  g_autoptr (GPtrArray) members = gyre_requirement_get_traits (requirement);

  for (guint index = 0; index < members->len; index++)
    {
      const GyreDescriptor *descriptor = members->pdata[index];

      if (gyre_descriptor_get_sort (descriptor) == GYRE_DESCRIPTOR_BEHAVIOR)
        g_ptr_array_add (self->behaviors, describe_behavior ((const GyreBehavior *) descriptor, requirement));
      else
        g_ptr_array_add (self->traits, describe_trait ((const GyreTrait *) descriptor, requirement, instance));
    }
}

/* What nobody has declared comes last. */
static void
describe_attributes (GyreDescription *self, GyreRequirement *requirement, GyreComponent *instance)
{
  g_auto (GStrv) names = gyre_component_list_dynamic (instance);

  for (guint index = 0; names[index] != NULL; index++)
    g_ptr_array_add (self->traits, describe_trait (gyre_component_find_dynamic (instance, names[index]), requirement, G_OBJECT (instance)));
}

static void
describe_relations (GyreDescription *self, GyreRequirement *requirement)
{
  add_classes (self->pedigree, gyre_requirement_get_pedigree (requirement), NULL);
  if (GYRE_IS_ACTOR (requirement))
    {
      self->is_abstract = gyre_actor_is_abstract (GYRE_ACTOR (requirement));
      self->is_open = gyre_actor_is_open (GYRE_ACTOR (requirement));
      add_classes (self->interfaces, gyre_actor_get_roles (GYRE_ACTOR (requirement)), NULL);
    }
  else
    {
      g_autoptr (GPtrArray) implementers =
        gyre_registrar_list_implementers (gyre_registrar_get_default (), GYRE_ROLE (requirement));

      self->implementation = g_strdup (gyre_role_get_implementation (GYRE_ROLE (requirement)));
      add_classes (self->interfaces, gyre_requirement_get_pedigree (requirement), requirement);
      add_classes (self->implementers, implementers, NULL);
    }
}

static GyreDescription *
description_new (GyreRequirement *requirement, GObject *instance)
{
  GyreDescription *self = g_new0 (GyreDescription, 1);
  g_autoptr (GError) problem = NULL;
  GyreLocator *locator = gyre_requirement_get_locator (requirement);

  self->references = 1;
  self->subject = GYRE_IS_ROLE (requirement) ? GYRE_DESCRIPTION_INTERFACE : GYRE_DESCRIPTION_CLASS;
  self->type = g_strdup (gyre_requirement_get_name (requirement));
  self->family = g_strdup (gyre_requirement_get_family (requirement));
  self->package = g_strdup (gyre_requirement_get_package (requirement));
  self->summary = g_strdup (gyre_requirement_get_summary (requirement));
  self->description = g_strdup (gyre_requirement_get_description (requirement));
  self->declared = locator != NULL ? gyre_locator_ref (locator) : NULL;
  self->is_internal = gyre_requirement_is_internal (requirement);
  self->mistakes = gyre_requirement_is_valid (requirement, &problem) ? NULL : g_strdup (problem->message);
  self->pedigree = g_ptr_array_new_with_free_func (described_class_free);
  self->interfaces = g_ptr_array_new_with_free_func (described_class_free);
  self->implementers = g_ptr_array_new_with_free_func (described_class_free);
  self->traits = g_ptr_array_new_with_free_func (described_trait_free);
  self->behaviors = g_ptr_array_new_with_free_func (described_behavior_free);
  self->hierarchy = g_ptr_array_new_with_free_func (described_class_free);
  self->derived = g_ptr_array_new_with_free_func (described_class_free);
  self->signals = g_ptr_array_new_with_free_func (described_signal_free);
  self->children = g_ptr_array_new_with_free_func (described_instance_free);
  self->sections = g_ptr_array_new_with_free_func (described_section_free);
  describe_relations (self, requirement);
  describe_members (self, requirement, instance);
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
