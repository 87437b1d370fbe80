/* gyre-described-trait.c: What a property or a facility is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-constraint.h"
#include "gyre-described-private.h"
#include "gyre-secrecy.h"

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

/* "facility gauss.shapes", "list of real". */
char *
gyre_described_kind_text (const GyreTrait *trait)
{
  g_autofree char *interface = gyre_trait_is_facility (trait) ? dup_interface (trait) : NULL;

  return interface != NULL ? g_strdup_printf ("facility %s", interface) : gyre_trait_dup_kind_text (trait);
}

static GType
get_choice_type (const GyreTrait *trait)
{
  const GyreTrait *subject = trait->element != NULL ? trait->element : trait;

  return gyre_trait_get_value_type (subject);
}

/* The ends of what a number can be, where its rules include them. */
static void
describe_bounds (GyreDescribedTrait *self, const GyreTrait *trait)
{
  const GyreTrait *subject = trait->element != NULL ? trait->element : trait;

  for (guint index = 0; index < self->constraints->len; index++)
    {
      const GyreConstraint *constraint = self->constraints->pdata[index];
      gboolean has_both = constraint->sort == GYRE_CONSTRAINT_BETWEEN;

      if ((constraint->sort == GYRE_CONSTRAINT_AT_LEAST || has_both) && self->least == NULL)
        self->least = g_strdup (constraint->parameter);
      if ((constraint->sort == GYRE_CONSTRAINT_AT_MOST || has_both) && self->most == NULL)
        self->most = g_strdup (has_both ? constraint->second : constraint->parameter);
      if (constraint->sort == GYRE_CONSTRAINT_NOT_NEGATIVE && self->least == NULL)
        self->least = g_strdup ("0");
      if (constraint->sort == GYRE_CONSTRAINT_POSITIVE && subject->whole && self->least == NULL)
        self->least = g_strdup ("1");
    }
}

/* Flags of a trait that no GObject property stands for, as an interface has it. */
static GStrv
list_flags (const GyreTrait *trait)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  g_strv_builder_add (words, "readable");
  if (!gyre_trait_is_construct_only (trait))
    g_strv_builder_add (words, "writable");
  else
    g_strv_builder_add_many (words, "writable", "construct-only", NULL);
  if (trait->descriptor.deprecated_since != NULL)
    g_strv_builder_add (words, "deprecated");
  return g_strv_builder_end (words);
}

/* What only a declaration of ours can say. */
static void
add_own_flags (GyreDescribedTrait *self, const GyreTrait *trait)
{
  const GyreTraitOptions *options = gyre_trait_get_options (trait);
  const struct { gboolean is_set; const char *word; } words[] = {
    { gyre_trait_is_secret (trait), "secret" }, { options->restart, "restart" }, { options->compute != NULL, "computed" },
    { options->delegate != NULL, "delegate" },
  };
  g_autoptr (GStrvBuilder) flags = g_strv_builder_new ();
  GStrv all;

  g_strv_builder_addv (flags, (const char **) self->flags);
  for (guint index = 0; index < G_N_ELEMENTS (words); index++)
    if (words[index].is_set)
      g_strv_builder_add (flags, words[index].word);
  all = g_strv_builder_end (flags);
  g_strfreev (self->flags);
  self->flags = all;
}

/* Whether the declaration is that of other code, whose GParamSpec is all that is known. */
static gboolean
is_foreign (const GyreTrait *trait)
{
  return gyre_trait_is_foreign (trait) && trait->options == NULL
         && (trait->descriptor.owner == NULL || GYRE_IS_ACTOR (trait->descriptor.owner));
}

static void
describe_native (GyreDescribedTrait *self, const GyreTrait *trait)
{
  GParamSpec *specification = gyre_trait_get_specification (trait);

  g_ptr_array_unref (self->values);
  self->values = gyre_described_words_of_type (get_choice_type (trait));
  if (specification != NULL)
    gyre_describe_specification (self, specification, is_foreign (trait));
  if (self->flags == NULL)
    self->flags = list_flags (trait);
  add_own_flags (self, trait);
  if (self->least == NULL && self->most == NULL)
    describe_bounds (self, trait);
}

/* What a configuration says before the equals sign, where it can say anything. */
static char *
dup_key (const GyreDescribedTrait *self, GyreRequirement *requirement)
{
  const char *family = GYRE_IS_ACTOR (requirement) ? gyre_requirement_get_family (requirement) : NULL;

  if (family == NULL || self->read_only || self->is_dynamic
      || !g_type_is_a (gyre_requirement_get_gtype (requirement), GYRE_TYPE_COMPONENT))
    return NULL;
  return g_strdup_printf ("%s.%s", family, self->name);
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
  char *text;

  if (specification == NULL || (specification->flags & G_PARAM_READABLE) == 0)
    return NULL;
  g_value_init (&native, specification->value_type);
  g_object_get_property (instance, specification->name, &native);
  text = gyre_described_print_value (&native, specification);
  return text != NULL ? text : g_strdup_value_contents (&native);
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

static void
describe_place (GyreDescribedTrait *self, const GyreTrait *trait, GyreRequirement *requirement)
{
  const GyreDescriptor *descriptor = &trait->descriptor;

  self->owner = dup_owner (descriptor);
  self->shadows = g_strdup (gyre_described_find_shadowed (descriptor));
  self->read_only = GYRE_IS_ACTOR (requirement) && !gyre_trait_is_writable (trait);
  self->is_dynamic = descriptor->owner == NULL;
  self->is_inherited = !self->is_dynamic && descriptor->owner != requirement;
  self->key = dup_key (self, requirement);
}

GyreDescribedTrait *
gyre_describe_trait (const GyreTrait *trait, GyreRequirement *requirement, GObject *instance)
{
  const GyreDescriptor *descriptor = &trait->descriptor;
  GyreDescribedTrait *self = gyre_described_trait_alloc ();

  self->name = g_strdup (descriptor->name);
  self->aliases = gyre_descriptor_dup_aliases (descriptor);
  self->kind = g_strdup (gyre_trait_get_kind_name (trait));
  self->element = trait->element != NULL ? g_strdup (gyre_trait_get_kind_name (trait->element)) : NULL;
  self->interface = gyre_trait_is_facility (trait) ? dup_interface (trait) : NULL;
  self->kind_text = gyre_described_kind_text (trait);
  self->words = dup_words (trait);
  gyre_described_say (descriptor, &self->summary, &self->description, &self->said_by);
  self->units = g_strdup (gyre_trait_get_units (trait));
  self->rules = gyre_trait_describe_constraints (trait);
  self->constraints = gyre_trait_list_constraints (trait);
  self->deprecated_since = g_strdup (descriptor->deprecated_since);
  self->nullable = gyre_trait_is_nullable (trait);
  self->construct_only = gyre_trait_is_construct_only (trait);
  describe_place (self, trait, requirement);
  if (!self->is_dynamic)
    describe_defaults (self, trait, requirement);
  if (self->interface != NULL)
    gyre_described_add_implementers (self->implementers, gyre_trait_get_value_type (trait));
  describe_native (self, trait);
  if (is_foreign (trait) && GYRE_IS_ACTOR (requirement) && !g_type_is_a (gyre_requirement_get_gtype (requirement), GYRE_TYPE_COMPONENT))
    {
      g_free (self->fallback.text);
      self->fallback.text = g_strdup (self->declared.text);
    }
  describe_value (self, trait, instance);
  hide_secret (self, trait);
  return self;
}
