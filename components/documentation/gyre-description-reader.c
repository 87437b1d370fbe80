/* gyre-description-reader.c: A description that was a nested value
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Catalogues on a disk and programs that answer from afar have descriptions as nested values. What is written there comes from outside: a field
 * of another form than ours is a mistake that is told with its place, and a field that is missing is empty, so that what an older
 * version has written can be read.
 */
#include "gyre-constraint.h"
#include "gyre-described-private.h"
#include "gyre-value-error-private.h"

#include <string.h>

const char * const gyre_described_subjects[] = { "class", "interface", "instance", NULL };

const char * const gyre_described_rules[] = {
  [GYRE_CONSTRAINT_AT_LEAST] = "at-least", [GYRE_CONSTRAINT_AT_MOST] = "at-most", [GYRE_CONSTRAINT_POSITIVE] = "positive",
  [GYRE_CONSTRAINT_MEMBER] = "member", [GYRE_CONSTRAINT_LIKE] = "like", [GYRE_CONSTRAINT_NOT_EMPTY] = "not-empty",
  [GYRE_CONSTRAINT_EQUAL_TO] = "equal-to", [GYRE_CONSTRAINT_GREATER_THAN] = "greater-than",
  [GYRE_CONSTRAINT_LESS_THAN] = "less-than", [GYRE_CONSTRAINT_BETWEEN] = "between", [GYRE_CONSTRAINT_IN_RANGE] = "in-range",
  [GYRE_CONSTRAINT_NOT_NEGATIVE] = "not-negative", [GYRE_CONSTRAINT_NEGATIVE] = "negative",
  [GYRE_CONSTRAINT_SUBSET] = "subset", [GYRE_CONSTRAINT_LENGTH_AT_LEAST] = "length-at-least",
  [GYRE_CONSTRAINT_LENGTH_AT_MOST] = "length-at-most", [GYRE_CONSTRAINT_NOT] = "not", [GYRE_CONSTRAINT_ALL] = "all",
  [GYRE_CONSTRAINT_ANY] = "any", NULL,
};

/* One dictionary, where it stands in the whole, the first mistake that was found anywhere, and the field behind the last one that was
 * looked for. */
typedef struct
{
  GVariant *fields;
  const char *place;
  GError **error;
  gsize *next;
} Reader;

typedef gpointer (*ReadPart) (const Reader *reader);

static gboolean
has_failed (const Reader *reader)
{
  return *reader->error != NULL;
}

static void
refuse (const Reader *reader, const char *field, const char *wanted, GVariant *found)
{
  if (!has_failed (reader))
    gyre_value_error_set (reader->error, GYRE_VALUE_ERROR_TYPE, GYRE_VALUE_ERROR_NOWHERE, NULL,
                          "a description: %s%s%s must be %s, is of type '%s'", reader->place, *reader->place != '\0' ? "/" : "", field,
                          wanted, g_variant_get_type_string (found));
}

/* Fields are mostly asked for in the order in which they are written, so the one behind the last is looked at first. */
static GVariant *
look_up (const Reader *reader, const char *field)
{
  gsize length = g_variant_n_children (reader->fields);

  for (gsize count = 0; count < length; count++)
    {
      gsize index = (*reader->next + count) % length;
      g_autoptr (GVariant) entry = g_variant_get_child_value (reader->fields, index);
      g_autoptr (GVariant) key = g_variant_get_child_value (entry, 0);
      g_autoptr (GVariant) boxed = NULL;

      if (!g_str_equal (g_variant_get_string (key, NULL), field))
        continue;
      *reader->next = index + 1;
      boxed = g_variant_get_child_value (entry, 1);
      return g_variant_get_variant (boxed);
    }
  return NULL;
}

/* NULL where the field is missing, or null. */
static GVariant *
find (const Reader *reader, const char *field, const GVariantType *type, const char *wanted)
{
  g_autoptr (GVariant) value = look_up (reader, field);
  g_autoptr (GVariant) inner = NULL;

  if (value == NULL)
    return NULL;
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_MAYBE))
    {
      inner = g_variant_get_maybe (value);
      if (inner == NULL)
        return NULL;
    }
  else
    inner = g_variant_ref (value);
  if (g_variant_is_of_type (inner, type))
    return g_steal_pointer (&inner);
  refuse (reader, field, wanted, inner);
  return NULL;
}

static char *
read_text (const Reader *reader, const char *field)
{
  g_autoptr (GVariant) value = find (reader, field, G_VARIANT_TYPE_STRING, "a text");

  return value != NULL ? g_variant_dup_string (value, NULL) : NULL;
}

/* A text that is always there: who leaves it out has written an empty one. */
static char *
read_name (const Reader *reader, const char *field)
{
  char *text = read_text (reader, field);

  return text != NULL ? text : g_strdup ("");
}

static gboolean
read_boolean (const Reader *reader, const char *field)
{
  g_autoptr (GVariant) value = find (reader, field, G_VARIANT_TYPE_BOOLEAN, "true or false");

  return value != NULL && g_variant_get_boolean (value);
}

static gint64
read_number (const Reader *reader, const char *field)
{
  g_autoptr (GVariant) value = find (reader, field, G_VARIANT_TYPE_INT64, "a number");

  return value != NULL ? g_variant_get_int64 (value) : 0;
}

/* The number of a word in a list; 0 where the word is missing. */
static guint
read_choice (const Reader *reader, const char *field, const char * const *words)
{
  g_autoptr (GVariant) value = find (reader, field, G_VARIANT_TYPE_STRING, "a text");

  for (guint index = 0; value != NULL && words[index] != NULL; index++)
    if (g_str_equal (words[index], g_variant_get_string (value, NULL)))
      return index;
  if (value != NULL)
    refuse (reader, field, "one of the words that the schema has", value);
  return 0;
}

static GVariant *
find_list (const Reader *reader, const char *field)
{
  g_autoptr (GVariant) value = look_up (reader, field);

  if (value == NULL || g_variant_is_of_type (value, G_VARIANT_TYPE ("av")))
    return g_steal_pointer (&value);
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_MAYBE))
    refuse (reader, field, "a list", value);
  return NULL;
}

static GStrv
read_texts (const Reader *reader, const char *field)
{
  g_autoptr (GVariant) list = find_list (reader, field);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (gsize index = 0; list != NULL && index < g_variant_n_children (list); index++)
    {
      g_autoptr (GVariant) boxed = g_variant_get_child_value (list, index);
      g_autoptr (GVariant) text = g_variant_get_variant (boxed);

      if (g_variant_is_of_type (text, G_VARIANT_TYPE_STRING))
        g_strv_builder_add (texts, g_variant_get_string (text, NULL));
      else
        refuse (reader, field, "a list of texts", text);
    }
  return g_strv_builder_end (texts);
}

/* Adds what each dictionary of a list comes to. */
static void
read_list (const Reader *reader, const char *field, GPtrArray *parts, ReadPart read_part)
{
  g_autoptr (GVariant) list = find_list (reader, field);

  for (gsize index = 0; list != NULL && index < g_variant_n_children (list) && !has_failed (reader); index++)
    {
      g_autoptr (GVariant) boxed = g_variant_get_child_value (list, index);
      g_autoptr (GVariant) fields = g_variant_get_variant (boxed);
      g_autofree char *place = g_strdup_printf ("%s%s%s/%" G_GSIZE_FORMAT, reader->place, *reader->place != '\0' ? "/" : "", field, index);
      gsize next = 0;
      Reader inner = { fields, place, reader->error, &next };

      if (g_variant_is_of_type (fields, G_VARIANT_TYPE_VARDICT))
        g_ptr_array_add (parts, read_part (&inner));
      else
        refuse (reader, field, "a list of dictionaries", fields);
    }
}

static const char * const locator_kinds[] = { "default", "file", "argument", "environment", "source", NULL };

static GyreLocator *
read_place (const Reader *reader)
{
  GyreLocatorKind kind = read_choice (reader, "kind", locator_kinds);
  g_autofree char *file = read_text (reader, "file");
  g_autofree char *function = read_text (reader, "function");
  guint line = (guint) read_number (reader, "line");
  guint column = (guint) read_number (reader, "column");

  switch (kind)
    {
    case GYRE_LOCATOR_FILE: return gyre_locator_new_file (file != NULL ? file : "", line, column);
    case GYRE_LOCATOR_ARGUMENT: return gyre_locator_new_argument (file != NULL ? file : "", line, column);
    case GYRE_LOCATOR_ENVIRONMENT: return gyre_locator_new_variable (file != NULL ? file : "", column);
    case GYRE_LOCATOR_SOURCE: return gyre_locator_new_source (file, line, function);
    case GYRE_LOCATOR_DEFAULT:
    default: return gyre_locator_new_default (file, line);
    }
}

static gpointer
read_outer_place (const Reader *reader)
{
  return read_place (reader);
}

static GyreLocator *
read_locator (const Reader *reader, const char *field)
{
  g_autoptr (GVariant) fields = find (reader, field, G_VARIANT_TYPE_VARDICT, "a place");
  g_autofree char *place = g_strdup_printf ("%s%s%s", reader->place, *reader->place != '\0' ? "/" : "", field);
  g_autoptr (GPtrArray) outer = g_ptr_array_new_with_free_func ((GDestroyNotify) gyre_locator_unref);
  gsize next = 0;
  Reader inner = { fields, place, reader->error, &next };
  g_autoptr (GyreLocator) locator = NULL;

  if (fields == NULL)
    return NULL;
  locator = read_place (&inner);
  read_list (&inner, "through", outer, read_outer_place);
  for (guint index = 0; index < outer->len; index++)
    {
      GyreLocator *longer = gyre_locator_new_through (locator, outer->pdata[index]);

      gyre_locator_unref (locator);
      locator = longer;
    }
  return g_steal_pointer (&locator);
}

static gpointer
read_class (const Reader *reader)
{
  GyreDescribedClass *self = g_new (GyreDescribedClass, 1);

  *self = (GyreDescribedClass) {
    .type = read_name (reader, "type"),
    .family = read_text (reader, "family"),
    .summary = read_text (reader, "summary"),
    .asks = read_texts (reader, "asks"),
  };
  return self;
}

static gpointer
read_word (const Reader *reader)
{
  GyreDescribedWord *self = g_new (GyreDescribedWord, 1);

  *self = (GyreDescribedWord) {
    .word = read_name (reader, "word"),
    .name = read_name (reader, "name"),
    .value = read_number (reader, "value"),
    .summary = read_text (reader, "summary"),
  };
  return self;
}

static gpointer
read_constraint (const Reader *reader)
{
  GyreConstraint *self = g_new0 (GyreConstraint, 1);

  self->sort = read_choice (reader, "rule", gyre_described_rules);
  self->parameter = read_text (reader, "parameter");
  self->second = read_text (reader, "second");
  self->text = read_text (reader, "text");
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) gyre_constraint_free);
  read_list (reader, "parts", self->parts, read_constraint);
  if (self->parts->len == 0)
    g_clear_pointer (&self->parts, g_ptr_array_unref);
  return self;
}

static void
read_value (const Reader *reader, GyreDescribedValue *self)
{
  g_autofree char *category = NULL;
  GyreCategory found = GYRE_CATEGORY_UNINITIALIZED;
  guint32 rank;

  /* In the order in which they are written. */
  self->text = read_text (reader, "value");
  category = read_text (reader, "priority");
  rank = (guint32) read_number (reader, "rank");
  if (category != NULL)
    gyre_category_from_name (category, &found);
  self->priority = (GyrePriority) { .category = (gint8) found, .conditional = read_boolean (reader, "conditional"), .rank = rank };
  self->locator = read_locator (reader, "locator");
}

static void
read_said (const Reader *reader, const char *field, GyreDescribedValue *self)
{
  g_autoptr (GVariant) fields = find (reader, field, G_VARIANT_TYPE_VARDICT, "a value");
  g_autofree char *place = g_strdup_printf ("%s/%s", reader->place, field);
  gsize next = 0;
  Reader inner = { fields, place, reader->error, &next };

  if (fields != NULL)
    read_value (&inner, self);
}

static void
read_nature (const Reader *reader, GyreDescribedTrait *self)
{
  self->kind = read_name (reader, "kind");
  self->kind_text = read_name (reader, "type");
  self->element = read_text (reader, "element");
  self->interface = read_text (reader, "interface");
  self->words = read_texts (reader, "words");
  if (*self->words == NULL)
    g_clear_pointer (&self->words, g_strfreev);
  read_list (reader, "values", self->values, read_word);
  read_list (reader, "implementers", self->implementers, read_class);
  self->native = read_text (reader, "native");
  self->least = read_text (reader, "least");
  self->most = read_text (reader, "most");
  self->flags = read_texts (reader, "flags");
}

static gpointer
read_trait (const Reader *reader)
{
  GyreDescribedTrait *self = gyre_described_trait_alloc ();

  self->name = read_name (reader, "name");
  self->aliases = read_texts (reader, "aliases");
  read_nature (reader, self);
  self->owner = read_name (reader, "owner");
  self->shadows = read_text (reader, "shadows");
  self->said_by = read_text (reader, "said-by");
  self->key = read_text (reader, "key");
  self->summary = read_text (reader, "summary");
  self->description = read_text (reader, "description");
  self->units = read_text (reader, "units");
  self->rules = read_text (reader, "range");
  self->constraints = g_ptr_array_new_with_free_func ((GDestroyNotify) gyre_constraint_free);
  read_list (reader, "constraints", self->constraints, read_constraint);
  self->deprecated_since = read_text (reader, "deprecated-since");
  self->nullable = read_boolean (reader, "nullable");
  self->construct_only = read_boolean (reader, "construct-only");
  self->read_only = read_boolean (reader, "read-only");
  self->is_inherited = read_boolean (reader, "inherited");
  self->is_dynamic = read_boolean (reader, "dynamic");
  read_said (reader, "declared-from", &self->declared);
  read_said (reader, "default-from", &self->fallback);
  read_value (reader, &self->value);
  return self;
}

static gpointer
read_argument (const Reader *reader)
{
  GyreDescribedArgument *self = g_new (GyreDescribedArgument, 1);

  *self = (GyreDescribedArgument) {
    .name = read_name (reader, "name"),
    .kind = read_name (reader, "kind"),
    .summary = read_text (reader, "summary"),
    .fallback = read_text (reader, "default"),
    .native = read_text (reader, "native"),
    .is_required = read_boolean (reader, "required"),
    .is_variable = read_boolean (reader, "variable"),
  };
  return self;
}

static gpointer
read_behavior (const Reader *reader)
{
  GyreDescribedBehavior *self = gyre_described_behavior_alloc ();

  self->name = read_name (reader, "name");
  self->aliases = read_texts (reader, "aliases");
  self->signature = read_name (reader, "signature");
  self->result = read_name (reader, "result");
  read_list (reader, "arguments", self->arguments, read_argument);
  self->owner = read_name (reader, "owner");
  self->shadows = read_text (reader, "shadows");
  self->said_by = read_text (reader, "said-by");
  self->summary = read_text (reader, "summary");
  self->description = read_text (reader, "description");
  self->deprecated_since = read_text (reader, "deprecated-since");
  self->can_fail = read_boolean (reader, "can-fail");
  self->is_inherited = read_boolean (reader, "inherited");
  self->symbol = read_text (reader, "symbol");
  self->locator = read_locator (reader, "locator");
  return self;
}

static gpointer
read_signal (const Reader *reader)
{
  GyreDescribedSignal *self = gyre_described_signal_alloc ();

  self->name = read_name (reader, "name");
  self->signature = read_name (reader, "signature");
  self->result = read_name (reader, "result");
  read_list (reader, "arguments", self->arguments, read_argument);
  self->owner = read_name (reader, "owner");
  self->summary = read_text (reader, "summary");
  self->flags = read_texts (reader, "flags");
  self->is_inherited = read_boolean (reader, "inherited");
  return self;
}

static gpointer
read_instance (const Reader *reader)
{
  GyreDescribedInstance *self = g_new (GyreDescribedInstance, 1);

  *self = (GyreDescribedInstance) {
    .name = read_name (reader, "name"),
    .family = read_text (reader, "family"),
    .type = read_name (reader, "type"),
  };
  return self;
}

static gpointer
read_row (const Reader *reader)
{
  GyreDescribedRow *self = g_new (GyreDescribedRow, 1);

  *self = (GyreDescribedRow) { .name = read_name (reader, "name"), .text = read_name (reader, "text") };
  return self;
}

static gpointer
read_section (const Reader *reader)
{
  g_autofree char *title = read_name (reader, "title");
  GyreDescribedSection *self = gyre_described_section_new (title);

  read_list (reader, "rows", self->rows, read_row);
  return self;
}

static void
read_head (const Reader *reader, GyreDescription *self)
{
  self->subject = read_choice (reader, "subject", gyre_described_subjects);
  self->name = read_text (reader, "name");
  self->specification = read_text (reader, "specification");
  self->type = read_text (reader, "type");
  self->family = read_text (reader, "family");
  self->package = read_text (reader, "package");
  self->module = read_text (reader, "module");
  self->version = read_text (reader, "version");
  self->summary = read_text (reader, "summary");
  self->description = read_text (reader, "description");
  self->is_abstract = read_boolean (reader, "abstract");
  self->is_open = read_boolean (reader, "open");
  self->is_internal = read_boolean (reader, "internal");
  self->mistakes = read_text (reader, "mistakes");
  self->declared = read_locator (reader, "locator");
  self->built = read_locator (reader, "built");
  self->implementation = read_text (reader, "implementation");
  self->example = read_text (reader, "example");
}

static gboolean
check_schema (const Reader *reader)
{
  g_autofree char *schema = read_text (reader, "schema");
  g_autofree char *type = read_text (reader, "type");

  if (has_failed (reader))
    return FALSE;
  if (g_strcmp0 (schema, GYRE_DESCRIPTION_SCHEMA) == 0 && type != NULL)
    return TRUE;
  gyre_value_error_set (reader->error, GYRE_VALUE_ERROR_TYPE, GYRE_VALUE_ERROR_NOWHERE, NULL,
                        "a description must have the schema '%s' and a type, has '%s' and '%s'", GYRE_DESCRIPTION_SCHEMA,
                        schema != NULL ? schema : "none", type != NULL ? type : "none");
  return FALSE;
}

/**
 * gyre_description_new_from_variant:
 * @variant: what gyre_description_to_variant() has made; a floating one is taken over
 * @error: return location for an error of %GYRE_VALUE_ERROR
 *
 * Makes the description again: the same one, field by field. Nothing needs to be loaded for it. Fields that are missing are empty, and
 * fields that nobody knows are left out.
 *
 * Fails with %GYRE_VALUE_ERROR_TYPE when it is of another schema, or a field has another form than the schema says.
 *
 * Returns: (transfer full): the description
 *
 * Since: 0.1
 */
GyreDescription *
gyre_description_new_from_variant (GVariant *variant, GError **error)
{
  g_autoptr (GVariant) owned = NULL;
  g_autoptr (GyreDescription) self = NULL;
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (variant != NULL, NULL);

  owned = g_variant_ref_sink (variant);
  gsize next = 0;
  Reader reader = { owned, "", &problem, &next };
  if (!g_variant_is_of_type (owned, G_VARIANT_TYPE_VARDICT))
    refuse (&reader, "it", "a dictionary", owned);
  else if (check_schema (&reader))
    {
      self = gyre_description_alloc ();
      read_head (&reader, self);
      read_list (&reader, "pedigree", self->pedigree, read_class);
      read_list (&reader, "hierarchy", self->hierarchy, read_class);
      read_list (&reader, "derived", self->derived, read_class);
      read_list (&reader, "interfaces", self->interfaces, read_class);
      read_list (&reader, "implementers", self->implementers, read_class);
      read_list (&reader, "traits", self->traits, read_trait);
      read_list (&reader, "behaviors", self->behaviors, read_behavior);
      read_list (&reader, "signals", self->signals, read_signal);
      read_list (&reader, "children", self->children, read_instance);
      read_list (&reader, "sections", self->sections, read_section);
    }
  if (problem == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}
