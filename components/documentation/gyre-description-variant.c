/* gyre-description-variant.c: A description as a nested value
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Every field of a description has its field here, also where it is empty, so that gyre_description_new_from_variant() makes the same
 * description of it. A field of one name means the same everywhere.
 */
#include "gyre-constraint.h"
#include "gyre-described-private.h"
#include "gyre-variant-private.h"

typedef GVariant *(*NewVariant) (gconstpointer part);

static GVariant *
new_list (GPtrArray *parts, NewVariant new_part)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("av"));
  for (guint index = 0; parts != NULL && index < parts->len; index++)
    g_variant_builder_add (&list, "v", new_part (parts->pdata[index]));
  return g_variant_builder_end (&list);
}

static GVariant *
new_class (gconstpointer part)
{
  const GyreDescribedClass *class = part;
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  gyre_fields_add_text (&fields, "type", class->type);
  gyre_fields_add_text (&fields, "family", class->family);
  gyre_fields_add_text (&fields, "summary", class->summary);
  gyre_fields_add_texts (&fields, "asks", (const char * const *) class->asks);
  return g_variant_builder_end (&fields);
}

static GVariant *
new_word (gconstpointer part)
{
  const GyreDescribedWord *word = part;
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  gyre_fields_add_text (&fields, "word", word->word);
  gyre_fields_add_text (&fields, "name", word->name);
  gyre_fields_add_number (&fields, "value", word->value);
  gyre_fields_add_text (&fields, "summary", word->summary);
  return g_variant_builder_end (&fields);
}

static GVariant *
new_constraint (gconstpointer part)
{
  const GyreConstraint *constraint = part;
  g_autofree char *text = gyre_constraint_to_string (constraint);
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  gyre_fields_add_text (&fields, "rule", gyre_described_rules[constraint->sort]);
  gyre_fields_add_text (&fields, "parameter", constraint->parameter);
  gyre_fields_add_text (&fields, "second", constraint->second);
  gyre_fields_add_text (&fields, "text", text);
  gyre_fields_add_variant (&fields, "parts", new_list (constraint->parts, new_constraint));
  return g_variant_builder_end (&fields);
}

static void
add_value (GVariantBuilder *fields, const GyreDescribedValue *value)
{
  gyre_fields_add_text (fields, "value", value->text);
  gyre_fields_add_priority (fields, value->priority);
  gyre_fields_add_boolean (fields, "conditional", value->priority.conditional != 0);
  gyre_fields_add_locator (fields, "locator", value->locator);
}

static GVariant *
new_value (const GyreDescribedValue *value)
{
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  add_value (&fields, value);
  return g_variant_builder_end (&fields);
}

static void
add_nature (GVariantBuilder *fields, const GyreDescribedTrait *trait)
{
  gyre_fields_add_text (fields, "kind", trait->kind);
  gyre_fields_add_text (fields, "type", trait->kind_text);
  gyre_fields_add_text (fields, "element", trait->element);
  gyre_fields_add_text (fields, "interface", trait->interface);
  gyre_fields_add_texts (fields, "words", (const char * const *) trait->words);
  gyre_fields_add_variant (fields, "values", new_list (trait->values, new_word));
  gyre_fields_add_variant (fields, "implementers", new_list (trait->implementers, new_class));
  gyre_fields_add_text (fields, "native", trait->native);
  gyre_fields_add_text (fields, "least", trait->least);
  gyre_fields_add_text (fields, "most", trait->most);
  gyre_fields_add_texts (fields, "flags", (const char * const *) trait->flags);
}

static GVariant *
new_trait (gconstpointer part)
{
  const GyreDescribedTrait *trait = part;
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  gyre_fields_add_text (&fields, "name", trait->name);
  gyre_fields_add_texts (&fields, "aliases", (const char * const *) trait->aliases);
  add_nature (&fields, trait);
  gyre_fields_add_text (&fields, "owner", trait->owner);
  gyre_fields_add_text (&fields, "shadows", trait->shadows);
  gyre_fields_add_text (&fields, "said-by", trait->said_by);
  gyre_fields_add_text (&fields, "key", trait->key);
  gyre_fields_add_text (&fields, "summary", trait->summary);
  gyre_fields_add_text (&fields, "description", trait->description);
  gyre_fields_add_text (&fields, "units", trait->units);
  gyre_fields_add_text (&fields, "range", trait->rules);
  gyre_fields_add_variant (&fields, "constraints", new_list (trait->constraints, new_constraint));
  gyre_fields_add_text (&fields, "deprecated-since", trait->deprecated_since);
  gyre_fields_add_boolean (&fields, "nullable", trait->nullable);
  gyre_fields_add_boolean (&fields, "construct-only", trait->construct_only);
  gyre_fields_add_boolean (&fields, "read-only", trait->read_only);
  gyre_fields_add_boolean (&fields, "inherited", trait->is_inherited);
  gyre_fields_add_boolean (&fields, "dynamic", trait->is_dynamic);
  gyre_fields_add_text (&fields, "declared", trait->declared.text);
  gyre_fields_add_variant (&fields, "declared-from", new_value (&trait->declared));
  gyre_fields_add_text (&fields, "default", trait->fallback.text);
  gyre_fields_add_variant (&fields, "default-from", new_value (&trait->fallback));
  add_value (&fields, &trait->value);
  return g_variant_builder_end (&fields);
}

static GVariant *
new_argument (gconstpointer part)
{
  const GyreDescribedArgument *argument = part;
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  gyre_fields_add_text (&fields, "name", argument->name);
  gyre_fields_add_text (&fields, "kind", argument->kind);
  gyre_fields_add_text (&fields, "summary", argument->summary);
  gyre_fields_add_text (&fields, "default", argument->fallback);
  gyre_fields_add_text (&fields, "native", argument->native);
  gyre_fields_add_boolean (&fields, "required", argument->is_required);
  gyre_fields_add_boolean (&fields, "variable", argument->is_variable);
  return g_variant_builder_end (&fields);
}

static GVariant *
new_behavior (gconstpointer part)
{
  const GyreDescribedBehavior *behavior = part;
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  gyre_fields_add_text (&fields, "name", behavior->name);
  gyre_fields_add_texts (&fields, "aliases", (const char * const *) behavior->aliases);
  gyre_fields_add_text (&fields, "signature", behavior->signature);
  gyre_fields_add_text (&fields, "result", behavior->result);
  gyre_fields_add_variant (&fields, "arguments", new_list (behavior->arguments, new_argument));
  gyre_fields_add_text (&fields, "owner", behavior->owner);
  gyre_fields_add_text (&fields, "shadows", behavior->shadows);
  gyre_fields_add_text (&fields, "said-by", behavior->said_by);
  gyre_fields_add_text (&fields, "summary", behavior->summary);
  gyre_fields_add_text (&fields, "description", behavior->description);
  gyre_fields_add_text (&fields, "deprecated-since", behavior->deprecated_since);
  gyre_fields_add_boolean (&fields, "can-fail", behavior->can_fail);
  gyre_fields_add_boolean (&fields, "inherited", behavior->is_inherited);
  gyre_fields_add_text (&fields, "symbol", behavior->symbol);
  gyre_fields_add_locator (&fields, "locator", behavior->locator);
  return g_variant_builder_end (&fields);
}

static GVariant *
new_signal (gconstpointer part)
{
  const GyreDescribedSignal *signal = part;
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  gyre_fields_add_text (&fields, "name", signal->name);
  gyre_fields_add_text (&fields, "signature", signal->signature);
  gyre_fields_add_text (&fields, "result", signal->result);
  gyre_fields_add_variant (&fields, "arguments", new_list (signal->arguments, new_argument));
  gyre_fields_add_text (&fields, "owner", signal->owner);
  gyre_fields_add_text (&fields, "summary", signal->summary);
  gyre_fields_add_texts (&fields, "flags", (const char * const *) signal->flags);
  gyre_fields_add_boolean (&fields, "inherited", signal->is_inherited);
  return g_variant_builder_end (&fields);
}

static GVariant *
new_instance (gconstpointer part)
{
  const GyreDescribedInstance *instance = part;
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  gyre_fields_add_text (&fields, "name", instance->name);
  gyre_fields_add_text (&fields, "family", instance->family);
  gyre_fields_add_text (&fields, "type", instance->type);
  return g_variant_builder_end (&fields);
}

static GVariant *
new_row (gconstpointer part)
{
  const GyreDescribedRow *row = part;
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  gyre_fields_add_text (&fields, "name", row->name);
  gyre_fields_add_text (&fields, "text", row->text);
  return g_variant_builder_end (&fields);
}

static GVariant *
new_section (gconstpointer part)
{
  const GyreDescribedSection *section = part;
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  gyre_fields_add_text (&fields, "title", section->title);
  gyre_fields_add_variant (&fields, "rows", new_list (section->rows, new_row));
  return g_variant_builder_end (&fields);
}

static void
add_head (GVariantBuilder *fields, GyreDescription *self)
{
  gyre_fields_add_text (fields, "schema", GYRE_DESCRIPTION_SCHEMA);
  gyre_fields_add_text (fields, "subject", gyre_described_subjects[self->subject]);
  gyre_fields_add_text (fields, "name", self->name);
  gyre_fields_add_text (fields, "specification", self->specification);
  gyre_fields_add_text (fields, "type", self->type);
  gyre_fields_add_text (fields, "family", self->family);
  gyre_fields_add_text (fields, "package", self->package);
  gyre_fields_add_text (fields, "module", self->module);
  gyre_fields_add_text (fields, "version", self->version);
  gyre_fields_add_text (fields, "summary", self->summary);
  gyre_fields_add_text (fields, "description", self->description);
  gyre_fields_add_boolean (fields, "abstract", self->is_abstract);
  gyre_fields_add_boolean (fields, "open", self->is_open);
  gyre_fields_add_boolean (fields, "internal", self->is_internal);
  gyre_fields_add_text (fields, "mistakes", self->mistakes);
  gyre_fields_add_locator (fields, "locator", self->declared);
  gyre_fields_add_locator (fields, "built", self->built);
  gyre_fields_add_text (fields, "implementation", self->implementation);
  gyre_fields_add_text (fields, "example", self->example);
}

/**
 * gyre_description_to_variant:
 * @description: a description
 *
 * Makes a dictionary of everything in a description: schema (`gyre.description/1`), subject (`class`, `interface`, `instance`), type,
 * family, hierarchy, interfaces, traits, behaviors and so on, always in the same order. A text that is not there is null. The page
 * "A description as data" of the guide tells all fields; within a version of the schema fields are only added.
 *
 * Returns: (transfer floating): the dictionary
 *
 * Since: 0.1
 */
GVariant *
gyre_description_to_variant (GyreDescription *description)
{
  GVariantBuilder fields;

  g_return_val_if_fail (description != NULL, NULL);

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  add_head (&fields, description);
  gyre_fields_add_variant (&fields, "pedigree", new_list (description->pedigree, new_class));
  gyre_fields_add_variant (&fields, "hierarchy", new_list (description->hierarchy, new_class));
  gyre_fields_add_variant (&fields, "derived", new_list (description->derived, new_class));
  gyre_fields_add_variant (&fields, "interfaces", new_list (description->interfaces, new_class));
  gyre_fields_add_variant (&fields, "implementers", new_list (description->implementers, new_class));
  gyre_fields_add_variant (&fields, "traits", new_list (description->traits, new_trait));
  gyre_fields_add_variant (&fields, "behaviors", new_list (description->behaviors, new_behavior));
  gyre_fields_add_variant (&fields, "signals", new_list (description->signals, new_signal));
  gyre_fields_add_variant (&fields, "children", new_list (description->children, new_instance));
  gyre_fields_add_variant (&fields, "sections", new_list (description->sections, new_section));
  return g_variant_builder_end (&fields);
}
