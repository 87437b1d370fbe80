/* gyre-schema.c: What editors must know to help with configuration files
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A JSON Schema (draft 2020-12) of yaml and json files. A class is one definition; it is found where its dotted family stands as one key,
 * where it is nested part by part, and where an instance is named: `family#name`. What a check accepts no schema refuses; so a schema is
 * loose where a text can mean anything, and a name that is no family can be that of an instance.
 */
#include "gyre-schema.h"
#include "gyre-former-private.h"
#include "gyre-schema-way-private.h"
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
  g_autoptr (GVariant) ways = g_variant_ref_sink (gyre_schema_describe_ways (trait));
  g_autoptr (GVariant) list = g_variant_lookup_value (ways, "anyOf", NULL);
  GVariantBuilder builder;

  gyre_schema_begin (&builder);
  gyre_schema_add_text (&builder, "description", trait->descriptor.summary != NULL ? trait->descriptor.summary : trait->descriptor.description);
  add_default (&builder, trait);
  if (trait->descriptor.deprecated_since != NULL)
    g_variant_builder_add (&builder, "{sv}", "deprecated", g_variant_new_boolean (TRUE));
  g_variant_builder_add (&builder, "{sv}", "anyOf", list);
  return g_variant_builder_end (&builder);
}

/* A facility can be named, or what it gets be set in a section. */
static GVariant *
describe_facility (const GyreTrait *trait)
{
  const char * const types[] = { "string", "object", gyre_trait_is_nullable (trait) ? "null" : NULL, NULL };
  GVariantBuilder builder;

  gyre_schema_begin (&builder);
  gyre_schema_add_text (&builder, "description", trait->descriptor.summary);
  add_default (&builder, trait);
  g_variant_builder_add (&builder, "{sv}", "type", g_variant_new_strv (types, -1));
  gyre_schema_add_text (&builder, "pattern", "\\S");
  return g_variant_builder_end (&builder);
}

/* A name of a trait in a pattern; blanks around it do not count, and a dash can be an underscore. */
static void
append_pattern (GString *names, const char *name)
{
  g_autofree char *escaped = g_regex_escape_string (name, -1);
  g_auto (GStrv) parts = g_strsplit (escaped, "-", -1);
  g_autofree char *whole = g_strjoinv ("[-_]", parts);

  if (*name != '\0')
    g_string_append_printf (names, "%s%s", names->len > 0 ? "|" : "", whole);
}

/* All other spellings of a trait: aliases, former names, and with an operator. */
static void
add_spellings (GVariantBuilder *patterns, const char *family, const GyreTrait *trait)
{
  g_auto (GStrv) aliases = gyre_descriptor_dup_aliases (&trait->descriptor);
  g_auto (GStrv) former = gyre_former_dup_names (trait);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *escaped = g_uri_escape_string (trait->descriptor.name, NULL, FALSE);
  g_autofree char *target = g_strdup_printf ("#/$defs/%s/properties/%s", family, escaped);
  g_autofree char *plain = NULL;
  g_autofree char *changing = NULL;

  append_pattern (names, trait->descriptor.name);
  for (guint index = 0; aliases != NULL && aliases[index] != NULL; index++)
    append_pattern (names, g_strstrip (aliases[index]));
  for (guint index = 0; former[index] != NULL; index++)
    append_pattern (names, former[index]);
  plain = g_strdup_printf ("^\\s*(%s)\\s*$", names->str);
  changing = g_strdup_printf ("^\\s*(%s)\\s*[-+^]=\\s*$", names->str);
  g_variant_builder_add (patterns, "{sv}", plain, gyre_schema_new_member ("$ref", target));
  if (trait->element != NULL || gyre_kind_is_a (trait->kind, &gyre_kind_array))
    g_variant_builder_add (patterns, "{sv}", changing, g_variant_new_boolean (TRUE));
}

/* What stands in a part, holds under a condition, or names another file. */
static void
add_open_keys (GVariantBuilder *patterns)
{
  g_variant_builder_add (patterns, "{sv}", "[.#@]", g_variant_new_boolean (TRUE));
}

static GVariant *
describe_class (GyreRequirement *requirement)
{
  g_autoptr (GPtrArray) traits = gyre_requirement_get_traits (requirement);
  GVariantBuilder builder, properties, patterns;

  gyre_schema_begin (&builder);
  gyre_schema_add_text (&builder, "type", "object");
  gyre_schema_add_text (&builder, "title", gyre_requirement_get_family (requirement));
  gyre_schema_add_text (&builder, "description", gyre_requirement_get_summary (requirement));
  gyre_schema_begin (&properties);
  gyre_schema_begin (&patterns);
  for (guint index = 0; traits != NULL && index < traits->len; index++)
    {
      GyreDescriptor *descriptor = traits->pdata[index];
      const GyreTrait *trait = (const GyreTrait *) descriptor;

      if (gyre_descriptor_get_sort (descriptor) == GYRE_DESCRIPTOR_BEHAVIOR || !gyre_trait_is_writable (trait))
        continue;
      g_variant_builder_add (&properties, "{sv}", descriptor->name,
                             gyre_trait_is_facility (trait) ? describe_facility (trait) : describe_trait (trait));
      add_spellings (&patterns, gyre_requirement_get_family (requirement), trait);
    }
  add_open_keys (&patterns);
  g_variant_builder_add (&builder, "{sv}", "properties", g_variant_builder_end (&properties));
  g_variant_builder_add (&builder, "{sv}", "patternProperties", g_variant_builder_end (&patterns));
  return g_variant_builder_end (&builder);
}

/* Where a class stands, there are its traits and no others; below the name of an instance there can be other components. */
static GVariant *
refer (const char *family, gboolean is_named)
{
  g_autofree char *target = g_strdup_printf ("#/$defs/%s", family);
  GVariantBuilder builder;

  gyre_schema_begin (&builder);
  gyre_schema_add_text (&builder, "$ref", target);
  g_variant_builder_add (&builder, "{sv}", "unevaluatedProperties", is_named ? gyre_schema_new_member ("type", "object") : gyre_schema_describe_nothing ());
  return g_variant_builder_end (&builder);
}

static void
add_branches (GVariantBuilder *properties, const Branch *branch)
{
  for (guint index = 0; index < branch->children->len; index++)
    {
      const Branch *child = branch->children->pdata[index];
      g_autofree char *target = child->family != NULL ? g_strdup_printf ("#/$defs/%s", child->family) : NULL;
      GVariantBuilder builder, more;

      gyre_schema_begin (&builder);
      gyre_schema_add_text (&builder, "$ref", target);
      gyre_schema_begin (&more);
      add_branches (&more, child);
      g_variant_builder_add (&builder, "{sv}", "properties", g_variant_builder_end (&more));
      if (target != NULL)
        g_variant_builder_add (&builder, "{sv}", "unevaluatedProperties", gyre_schema_describe_nothing ());
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

  gyre_schema_begin (&schema);
  gyre_schema_begin (&definitions);
  gyre_schema_begin (&properties);
  gyre_schema_begin (&patterns);
  for (guint index = 0; index < requirements->len; index++)
    {
      const char *family = gyre_requirement_get_family (requirements->pdata[index]);
      g_autofree char *escaped = g_regex_escape_string (family, -1);
      g_autofree char *pattern = g_strdup_printf ("^\\s*%s\\s*#", escaped);

      add_family (root, family);
      g_variant_builder_add (&definitions, "{sv}", family, describe_class (requirements->pdata[index]));
      if (strchr (family, '.') != NULL)
        g_variant_builder_add (&properties, "{sv}", family, refer (family, FALSE));
      g_variant_builder_add (&patterns, "{sv}", pattern, refer (family, TRUE));
    }
  add_branches (&properties, root);
  gyre_schema_add_text (&schema, "$schema", "https://json-schema.org/draft/2020-12/schema");
  gyre_schema_add_text (&schema, "type", "object");
  g_variant_builder_add (&schema, "{sv}", "properties", g_variant_builder_end (&properties));
  g_variant_builder_add (&schema, "{sv}", "patternProperties", g_variant_builder_end (&patterns));
  g_variant_builder_add (&schema, "{sv}", "$defs", g_variant_builder_end (&definitions));
  branch_free (root);
  return g_variant_builder_end (&schema);
}
