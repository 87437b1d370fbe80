/* gyre-description-variant.c: A description as a nested value
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-constraint.h"
#include "gyre-description.h"
#include "gyre-variant-private.h"

static GVariant *
new_classes (GPtrArray *classes)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("av"));
  for (guint index = 0; index < classes->len; index++)
    {
      const GyreDescribedClass *class = classes->pdata[index];
      GVariantBuilder fields;

      g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
      gyre_fields_add_text (&fields, "type", class->type);
      gyre_fields_add_text (&fields, "family", class->family);
      g_variant_builder_add (&list, "v", g_variant_builder_end (&fields));
    }
  return g_variant_builder_end (&list);
}

static GVariant *
new_constraints (GPtrArray *constraints)
{
  static const char * const names[] = { "at-least", "at-most", "positive", "member", "like", "not-empty" };
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("av"));
  for (guint index = 0; index < constraints->len; index++)
    {
      const GyreConstraint *constraint = constraints->pdata[index];
      GVariantBuilder fields;

      g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
      gyre_fields_add_text (&fields, "rule", names[constraint->sort]);
      gyre_fields_add_text (&fields, "parameter", constraint->parameter);
      g_variant_builder_add (&list, "v", g_variant_builder_end (&fields));
    }
  return g_variant_builder_end (&list);
}

static GVariant *
new_value (const GyreDescribedValue *value)
{
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  gyre_fields_add_text (&fields, "value", value->text);
  gyre_fields_add_priority (&fields, value->priority);
  gyre_fields_add_locator (&fields, "locator", value->locator);
  return g_variant_builder_end (&fields);
}

static GVariant *
new_trait (const GyreDescribedTrait *trait, GyreDescriptionSubject subject)
{
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  gyre_fields_add_text (&fields, "name", trait->name);
  gyre_fields_add_texts (&fields, "aliases", (const char * const *) trait->aliases);
  gyre_fields_add_text (&fields, "kind", trait->kind);
  gyre_fields_add_text (&fields, "type", trait->kind_text);
  gyre_fields_add_text (&fields, "element", trait->element);
  gyre_fields_add_text (&fields, "interface", trait->interface);
  gyre_fields_add_texts (&fields, "words", (const char * const *) trait->words);
  gyre_fields_add_text (&fields, "owner", trait->owner);
  gyre_fields_add_text (&fields, "summary", trait->summary);
  gyre_fields_add_text (&fields, "description", trait->description);
  gyre_fields_add_text (&fields, "units", trait->units);
  gyre_fields_add_text (&fields, "range", trait->rules);
  gyre_fields_add_variant (&fields, "constraints", new_constraints (trait->constraints));
  gyre_fields_add_text (&fields, "deprecated-since", trait->deprecated_since);
  gyre_fields_add_boolean (&fields, "nullable", trait->nullable);
  gyre_fields_add_boolean (&fields, "construct-only", trait->construct_only);
  gyre_fields_add_boolean (&fields, "read-only", trait->read_only);
  gyre_fields_add_boolean (&fields, "inherited", trait->is_inherited);
  gyre_fields_add_boolean (&fields, "dynamic", trait->is_dynamic);
  if (subject != GYRE_DESCRIPTION_INTERFACE)
    {
      gyre_fields_add_text (&fields, "declared", trait->declared.text);
      gyre_fields_add_text (&fields, "default", trait->fallback.text);
      gyre_fields_add_variant (&fields, "default-from", new_value (&trait->fallback));
    }
  if (subject == GYRE_DESCRIPTION_INSTANCE)
    {
      gyre_fields_add_text (&fields, "value", trait->value.text);
      gyre_fields_add_priority (&fields, trait->value.priority);
      gyre_fields_add_locator (&fields, "locator", trait->value.locator);
    }
  return g_variant_builder_end (&fields);
}

static GVariant *
new_arguments (GPtrArray *arguments)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("av"));
  for (guint index = 0; index < arguments->len; index++)
    {
      const GyreDescribedArgument *argument = arguments->pdata[index];
      GVariantBuilder fields;

      g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
      gyre_fields_add_text (&fields, "name", argument->name);
      gyre_fields_add_text (&fields, "kind", argument->kind);
      gyre_fields_add_text (&fields, "summary", argument->summary);
      gyre_fields_add_text (&fields, "default", argument->fallback);
      g_variant_builder_add (&list, "v", g_variant_builder_end (&fields));
    }
  return g_variant_builder_end (&list);
}

static GVariant *
new_behavior (const GyreDescribedBehavior *behavior)
{
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  gyre_fields_add_text (&fields, "name", behavior->name);
  gyre_fields_add_texts (&fields, "aliases", (const char * const *) behavior->aliases);
  gyre_fields_add_text (&fields, "signature", behavior->signature);
  gyre_fields_add_text (&fields, "result", behavior->result);
  gyre_fields_add_variant (&fields, "arguments", new_arguments (behavior->arguments));
  gyre_fields_add_text (&fields, "owner", behavior->owner);
  gyre_fields_add_text (&fields, "summary", behavior->summary);
  gyre_fields_add_text (&fields, "description", behavior->description);
  gyre_fields_add_text (&fields, "deprecated-since", behavior->deprecated_since);
  gyre_fields_add_boolean (&fields, "inherited", behavior->is_inherited);
  return g_variant_builder_end (&fields);
}

static void
add_members (GVariantBuilder *fields, GyreDescription *self)
{
  GVariantBuilder traits, behaviors;

  g_variant_builder_init (&traits, G_VARIANT_TYPE ("av"));
  for (guint index = 0; index < self->traits->len; index++)
    g_variant_builder_add (&traits, "v", new_trait (self->traits->pdata[index], self->subject));
  gyre_fields_add_variant (fields, "traits", g_variant_builder_end (&traits));
  g_variant_builder_init (&behaviors, G_VARIANT_TYPE ("av"));
  for (guint index = 0; index < self->behaviors->len; index++)
    g_variant_builder_add (&behaviors, "v", new_behavior (self->behaviors->pdata[index]));
  gyre_fields_add_variant (fields, "behaviors", g_variant_builder_end (&behaviors));
}

/**
 * gyre_description_to_variant:
 * @description: a description
 *
 * Makes a dictionary of everything in a description: subject (`class`, `interface`, `instance`), type, family, hierarchy, interfaces,
 * traits, behaviors and so on. What is not there is null.
 *
 * Returns: (transfer floating): the dictionary
 *
 * Since: 0.1
 */
GVariant *
gyre_description_to_variant (GyreDescription *description)
{
  static const char * const subjects[] = { "class", "interface", "instance" };
  GVariantBuilder fields;

  g_return_val_if_fail (description != NULL, NULL);

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  gyre_fields_add_text (&fields, "subject", subjects[description->subject]);
  gyre_fields_add_text (&fields, "name", description->name);
  gyre_fields_add_text (&fields, "specification", description->specification);
  gyre_fields_add_text (&fields, "type", description->type);
  gyre_fields_add_text (&fields, "family", description->family);
  gyre_fields_add_text (&fields, "package", description->package);
  gyre_fields_add_text (&fields, "summary", description->summary);
  gyre_fields_add_text (&fields, "description", description->description);
  gyre_fields_add_boolean (&fields, "abstract", description->is_abstract);
  gyre_fields_add_boolean (&fields, "open", description->is_open);
  gyre_fields_add_boolean (&fields, "internal", description->is_internal);
  gyre_fields_add_text (&fields, "mistakes", description->mistakes);
  gyre_fields_add_locator (&fields, "locator", description->declared);
  gyre_fields_add_locator (&fields, "built", description->built);
  gyre_fields_add_variant (&fields, "hierarchy", new_classes (description->pedigree));
  gyre_fields_add_variant (&fields, "interfaces", new_classes (description->interfaces));
  if (description->subject == GYRE_DESCRIPTION_INTERFACE)
    {
      gyre_fields_add_text (&fields, "implementation", description->implementation);
      gyre_fields_add_variant (&fields, "implementers", new_classes (description->implementers));
    }
  add_members (&fields, description);
  return g_variant_builder_end (&fields);
}
