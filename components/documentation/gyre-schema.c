/* gyre-schema.c: What editors must know to help with configuration files
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A JSON Schema (draft 2020-12) of yaml and json files. A class is one definition; it is found where its dotted family stands as one key,
 * where it is nested part by part, and where an instance is named: `family#name`.
 */
#include "gyre-schema.h"
#include "gyre-constraint.h"
#include "gyre-trait.h"
#include "gyre-variant-private.h"

#include <string.h>

/* A family, or what several families begin with. */
typedef struct
{
  char *name;
  const char *family;     /* NULL: not one itself */
  GPtrArray *children;    /* of Branch */
} Branch;

static void
branch_free (gpointer data)
{
  Branch *self = data;

  g_free (self->name);
  g_ptr_array_unref (self->children);
  g_free (self);
}

static Branch *
branch_new (const char *name)
{
  Branch *self = g_new0 (Branch, 1);

  self->name = g_strdup (name);
  self->children = g_ptr_array_new_with_free_func (branch_free);
  return self;
}

static Branch *
enter (Branch *self, const char *name)
{
  for (guint index = 0; index < self->children->len; index++)
    {
      Branch *child = self->children->pdata[index];

      if (g_str_equal (child->name, name))
        return child;
    }
  g_ptr_array_add (self->children, branch_new (name));
  return self->children->pdata[self->children->len - 1];
}

static void
begin (GVariantBuilder *builder)
{
  g_variant_builder_init (builder, G_VARIANT_TYPE_VARDICT);
}

static void
add_text (GVariantBuilder *builder, const char *name, const char *text)
{
  if (text != NULL)
    g_variant_builder_add (builder, "{sv}", name, g_variant_new_string (text));
}

static GVariant *
new_member (const char *name, const char *text)
{
  GVariantBuilder builder;

  begin (&builder);
  add_text (&builder, name, text);
  return g_variant_builder_end (&builder);
}

/* The kind and the rules in one; of what both say, the rules say more. */
static GVariant *
describe_plain (const GyreTrait *trait)
{
  GVariantBuilder kind, rules, all;
  g_autoptr (GVariant) general = NULL;
  g_autoptr (GVariant) special = NULL;
  GVariantIter iterator;
  const char *name;
  GVariant *value;

  begin (&kind);
  begin (&rules);
  begin (&all);
  if (trait->kind->describe_schema != NULL)
    trait->kind->describe_schema (trait, &kind);
  else
    add_text (&kind, "type", "string");
  gyre_trait_describe_constraint_schema (trait, &rules);
  general = g_variant_ref_sink (g_variant_builder_end (&kind));
  special = g_variant_ref_sink (g_variant_builder_end (&rules));
  g_variant_iter_init (&iterator, general);
  while (g_variant_iter_loop (&iterator, "{&sv}", &name, &value))
    {
      g_autoptr (GVariant) stronger = g_variant_lookup_value (special, name, NULL);

      if (stronger == NULL)
        g_variant_builder_add (&all, "{sv}", name, value);
    }
  g_variant_iter_init (&iterator, special);
  while (g_variant_iter_loop (&iterator, "{&sv}", &name, &value))
    g_variant_builder_add (&all, "{sv}", name, value);
  return g_variant_builder_end (&all);
}

/* Other texts: with a reference everywhere; where the kind is no text, a calculation; with units, a quantity. */
static GVariant *
describe_other_text (const GyreTrait *trait)
{
  gboolean is_number = gyre_kind_is_a (trait->kind, &gyre_kind_integer) || gyre_kind_is_a (trait->kind, &gyre_kind_real);
  GVariantBuilder builder;

  begin (&builder);
  add_text (&builder, "type", "string");
  if (gyre_trait_get_units (trait) == NULL)
    add_text (&builder, "pattern", is_number ? "[{(+*/^ -]" : "\\{");
  return g_variant_builder_end (&builder);
}

static void
add_default (GVariantBuilder *builder, const GyreTrait *trait)
{
  GyreValue value = { 0 };
  g_autofree char *text = NULL;
  GVariant *data = NULL;

  if (gyre_trait_is_secret (trait))
    return;
  if (!gyre_trait_is_facility (trait) && trait->kind->to_variant != NULL && gyre_trait_get_initial (trait, &value, NULL))
    {
      if (value.present)
        data = trait->kind->to_variant (trait, value);
      gyre_kind_clear (trait->kind, &value);
    }
  if (data == NULL)
    {
      text = gyre_trait_dup_initial_text (trait);
      data = gyre_variant_new_text (g_strcmp0 (text, "none") != 0 ? text : NULL);
    }
  g_variant_builder_add (builder, "{sv}", "default", data);
}

static GVariant *
describe_trait (const GyreTrait *trait)
{
  GVariantBuilder builder, ways;

  begin (&builder);
  add_text (&builder, "description", trait->descriptor.summary != NULL ? trait->descriptor.summary : trait->descriptor.description);
  add_default (&builder, trait);
  if (trait->descriptor.deprecated_since != NULL)
    g_variant_builder_add (&builder, "{sv}", "deprecated", g_variant_new_boolean (TRUE));
  g_variant_builder_init (&ways, G_VARIANT_TYPE ("av"));
  g_variant_builder_add (&ways, "v", describe_plain (trait));
  g_variant_builder_add (&ways, "v", describe_other_text (trait));
  if (gyre_trait_is_nullable (trait))
    {
      g_variant_builder_add (&ways, "v", new_member ("type", "null"));
      g_variant_builder_add (&ways, "v", new_member ("const", "none"));
    }
  g_variant_builder_add (&builder, "{sv}", "anyOf", g_variant_builder_end (&ways));
  return g_variant_builder_end (&builder);
}

/* A facility can be named, or what it gets be set in a section. */
static GVariant *
describe_facility (const GyreTrait *trait)
{
  const char * const types[] = { "string", "object", "array", "null", NULL };
  GVariantBuilder builder;

  begin (&builder);
  add_text (&builder, "description", trait->descriptor.summary);
  add_default (&builder, trait);
  g_variant_builder_add (&builder, "{sv}", "type", g_variant_new_strv (types, -1));
  return g_variant_builder_end (&builder);
}

static GVariant *
describe_class (GyreRequirement *requirement)
{
  g_autoptr (GPtrArray) traits = gyre_requirement_get_traits (requirement);
  GVariantBuilder builder, properties;

  begin (&builder);
  add_text (&builder, "title", gyre_requirement_get_family (requirement));
  add_text (&builder, "description", gyre_requirement_get_summary (requirement));
  add_text (&builder, "type", "object");
  begin (&properties);
  for (guint index = 0; traits != NULL && index < traits->len; index++)
    {
      GyreDescriptor *descriptor = traits->pdata[index];
      const GyreTrait *trait = (const GyreTrait *) descriptor;

      if (gyre_descriptor_get_sort (descriptor) != GYRE_DESCRIPTOR_BEHAVIOR && gyre_trait_is_writable (trait))
        g_variant_builder_add (&properties, "{sv}", descriptor->name,
                               gyre_trait_is_facility (trait) ? describe_facility (trait) : describe_trait (trait));
    }
  g_variant_builder_add (&builder, "{sv}", "properties", g_variant_builder_end (&properties));
  return g_variant_builder_end (&builder);
}

static GVariant *
refer (const char *family)
{
  g_autofree char *target = g_strdup_printf ("#/$defs/%s", family);

  return new_member ("$ref", target);
}

static void
add_branches (GVariantBuilder *properties, const Branch *branch)
{
  for (guint index = 0; index < branch->children->len; index++)
    {
      const Branch *child = branch->children->pdata[index];
      g_autofree char *target = child->family != NULL ? g_strdup_printf ("#/$defs/%s", child->family) : NULL;
      GVariantBuilder builder, more;

      begin (&builder);
      add_text (&builder, "type", "object");
      add_text (&builder, "$ref", target);
      begin (&more);
      add_branches (&more, child);
      g_variant_builder_add (&builder, "{sv}", "properties", g_variant_builder_end (&more));
      g_variant_builder_add (properties, "{sv}", child->name, g_variant_builder_end (&builder));
    }
}

static void
add_family (Branch *root, const char *family)
{
  g_auto (GStrv) parts = g_strsplit (family, ".", -1);
  Branch *branch = root;

  for (guint index = 0; parts[index] != NULL; index++)
    branch = enter (branch, parts[index]);
  branch->family = family;
}

/**
 * gyre_schema_describe:
 * @requirements: (element-type GyreRequirement): the records of classes that have a family
 *
 * Makes a JSON Schema (draft 2020-12) of the yaml and json files that configure these classes.
 *
 * Returns: (transfer floating): the schema, for gyre_variant_to_json()
 *
 * Since: 0.1
 */
GVariant *
gyre_schema_describe (GPtrArray *requirements)
{
  Branch *root = branch_new ("");
  GVariantBuilder schema, definitions, properties, patterns;

  g_return_val_if_fail (requirements != NULL, NULL);

  begin (&schema);
  begin (&definitions);
  begin (&properties);
  begin (&patterns);
  for (guint index = 0; index < requirements->len; index++)
    {
      const char *family = gyre_requirement_get_family (requirements->pdata[index]);
      g_autofree char *escaped = g_regex_escape_string (family, -1);
      g_autofree char *pattern = g_strdup_printf ("^%s *#", escaped);

      add_family (root, family);
      g_variant_builder_add (&definitions, "{sv}", family, describe_class (requirements->pdata[index]));
      if (strchr (family, '.') != NULL)
        g_variant_builder_add (&properties, "{sv}", family, refer (family));
      g_variant_builder_add (&patterns, "{sv}", pattern, refer (family));
    }
  add_branches (&properties, root);
  add_text (&schema, "$schema", "https://json-schema.org/draft/2020-12/schema");
  add_text (&schema, "type", "object");
  g_variant_builder_add (&schema, "{sv}", "properties", g_variant_builder_end (&properties));
  g_variant_builder_add (&schema, "{sv}", "patternProperties", g_variant_builder_end (&patterns));
  g_variant_builder_add (&schema, "{sv}", "$defs", g_variant_builder_end (&definitions));
  branch_free (root);
  return g_variant_builder_end (&schema);
}
