/* gyre-member.c: Members of a class that are declared by function calls
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-member.h"
#include "gyre-declaration-error.h"
#include "gyre-declaration-private.h"

#include <string.h>

/* How the values of a kind lie in an instance: as they are, and where `none` is a value too. */
typedef struct
{
  const GyreKind *kind;
  GyreStorage storage;
  GyreStorage nullable_storage;
} Layout;

static const Layout layouts[] = {
  { &gyre_kind_boolean, GYRE_STORAGE_BOOLEAN, GYRE_STORAGE_MAYBE_BOOLEAN },
  { &gyre_kind_integer, GYRE_STORAGE_INT64, GYRE_STORAGE_MAYBE_INTEGER },
  { &gyre_kind_real, GYRE_STORAGE_DOUBLE, GYRE_STORAGE_MAYBE_REAL },
  { &gyre_kind_string, GYRE_STORAGE_POINTER, GYRE_STORAGE_POINTER },
  { &gyre_kind_path, GYRE_STORAGE_POINTER, GYRE_STORAGE_POINTER },
  { &gyre_kind_enumeration, GYRE_STORAGE_INT32, GYRE_STORAGE_INT32 },
  { &gyre_kind_array, GYRE_STORAGE_POINTER, GYRE_STORAGE_POINTER },
  { &gyre_kind_list, GYRE_STORAGE_POINTER, GYRE_STORAGE_POINTER },
  { &gyre_kind_set, GYRE_STORAGE_POINTER, GYRE_STORAGE_POINTER },
  { &gyre_kind_mapping, GYRE_STORAGE_POINTER, GYRE_STORAGE_POINTER },
  { &gyre_kind_facility, GYRE_STORAGE_POINTER, GYRE_STORAGE_POINTER },
  { &gyre_kind_complex, GYRE_STORAGE_COMPLEX, GYRE_STORAGE_POINTER },
  { &gyre_kind_fraction, GYRE_STORAGE_FRACTION, GYRE_STORAGE_POINTER },
  { &gyre_kind_decimal, GYRE_STORAGE_POINTER, GYRE_STORAGE_POINTER },
  { &gyre_kind_flags, GYRE_STORAGE_UINT32, GYRE_STORAGE_UINT32 },
  { &gyre_kind_date, GYRE_STORAGE_POINTER, GYRE_STORAGE_POINTER },
  { &gyre_kind_time, GYRE_STORAGE_TIME, GYRE_STORAGE_TIME },
  { &gyre_kind_timestamp, GYRE_STORAGE_POINTER, GYRE_STORAGE_POINTER },
  { &gyre_kind_uri, GYRE_STORAGE_POINTER, GYRE_STORAGE_POINTER },
  { &gyre_kind_internet_address, GYRE_STORAGE_POINTER, GYRE_STORAGE_POINTER },
  { &gyre_kind_variant, GYRE_STORAGE_POINTER, GYRE_STORAGE_POINTER },
  { &gyre_kind_object, GYRE_STORAGE_POINTER, GYRE_STORAGE_POINTER },
  { &gyre_kind_boxed, GYRE_STORAGE_POINTER, GYRE_STORAGE_POINTER },
  { &gyre_kind_environment_variable, GYRE_STORAGE_POINTER, GYRE_STORAGE_POINTER },
  { &gyre_kind_secret, GYRE_STORAGE_POINTER, GYRE_STORAGE_POINTER },
  { &gyre_kind_input_stream, GYRE_STORAGE_POINTER, GYRE_STORAGE_POINTER },
  { &gyre_kind_output_stream, GYRE_STORAGE_POINTER, GYRE_STORAGE_POINTER },
};

static const struct { const char *name; gsize offset; } text_options[] = {
  { "aliases", G_STRUCT_OFFSET (GyreTraitDeclaration, aliases) },
  { "summary", G_STRUCT_OFFSET (GyreTraitDeclaration, summary) },
  { "description", G_STRUCT_OFFSET (GyreTraitDeclaration, description) },
  { "units", G_STRUCT_OFFSET (GyreTraitDeclaration, units) },
  { "deprecated-since", G_STRUCT_OFFSET (GyreTraitDeclaration, deprecated_since) },
  { "member", G_STRUCT_OFFSET (GyreTraitDeclaration, member) },
  { "like", G_STRUCT_OFFSET (GyreTraitDeclaration, like) },
  { "least", G_STRUCT_OFFSET (GyreTraitDeclaration, least) },
  { "greatest", G_STRUCT_OFFSET (GyreTraitDeclaration, greatest) },
  { "format", G_STRUCT_OFFSET (GyreTraitDeclaration, format) },
  { "variable", G_STRUCT_OFFSET (GyreTraitDeclaration, variable) },
};

static const struct { const char *name; GyreConstraints constraint; } constraint_options[] = {
  { "positive", GYRE_POSITIVE },
  { "not-negative", GYRE_NOT_NEGATIVE },
  { "not-empty", GYRE_NOT_EMPTY },
};

static const Layout *
find_layout (const char *name)
{
  for (guint index = 0; index < G_N_ELEMENTS (layouts); index++)
    if (strcmp (layouts[index].kind->name, name) == 0)
      return &layouts[index];
  return NULL;
}

static gboolean
is_container (const GyreKind *kind)
{
  return kind == &gyre_kind_list || kind == &gyre_kind_set || kind == &gyre_kind_mapping;
}

/* "list of real" is a list, and says the kind of its elements; so do "set of real" and "mapping of real". */
static const Layout *
parse_kind (const char *text, const GyreKind **element)
{
  const char *of = strstr (text, " of ");
  g_autofree char *word = of != NULL ? g_strndup (text, of - text) : g_strdup (text);
  const Layout *whole = find_layout (word);
  const Layout *part = of != NULL ? find_layout (of + strlen (" of ")) : NULL;

  if (whole == NULL || is_container (whole->kind) != (of != NULL))
    return NULL;
  if (of != NULL && (part == NULL || is_container (part->kind) || part->kind == &gyre_kind_facility))
    return NULL;
  *element = part != NULL ? part->kind : NULL;
  return whole;
}

static gboolean
refuse_option (const char *member, const char *name, const char *wanted, GError **error)
{
  g_set_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "%s: the option '%s' %s", member, name, wanted);
  return FALSE;
}

static gboolean
take_text (const char *member, const char *name, GVariant *value, const char **text, GError **error)
{
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return refuse_option (member, name, "must be a text", error);
  *text = g_intern_string (g_variant_get_string (value, NULL));
  return TRUE;
}

static gboolean
take_number (const char *member, const char *name, GVariant *value, long double *number, GError **error)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    *number = g_variant_get_int64 (value);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    *number = g_variant_get_double (value);
  else
    return refuse_option (member, name, "must be a number", error);
  return TRUE;
}

static gboolean
take_option (GyreTraitDeclaration *row, const char *name, GVariant *value, GError **error)
{
  gboolean is_true = g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) && g_variant_get_boolean (value);

  for (guint index = 0; index < G_N_ELEMENTS (text_options); index++)
    if (strcmp (text_options[index].name, name) == 0)
      return take_text (row->field, name, value, G_STRUCT_MEMBER_P (row, text_options[index].offset), error);
  if (strcmp (name, "minimum") == 0)
    return take_number (row->field, name, value, &row->minimum, error);
  if (strcmp (name, "maximum") == 0)
    return take_number (row->field, name, value, &row->maximum, error);
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    return refuse_option (row->field, name, "is not known, or must be true or false", error);
  for (guint index = 0; index < G_N_ELEMENTS (constraint_options); index++)
    if (strcmp (constraint_options[index].name, name) == 0)
      {
        row->constraints |= is_true ? constraint_options[index].constraint : 0;
        return TRUE;
      }
  if (strcmp (name, "nullable") == 0)
    row->nullable = is_true;
  else if (strcmp (name, "construct-only") == 0)
    row->construct_only = is_true;
  else
    return refuse_option (row->field, name, "is not known", error);
  return TRUE;
}

static gboolean
take_options (GyreTraitDeclaration *row, GVariant *options, GError **error)
{
  GVariantIter iterator;
  const char *name;
  GVariant *value;

  if (options == NULL)
    return TRUE;
  if (!g_variant_is_of_type (options, G_VARIANT_TYPE_VARDICT))
    return refuse_option (row->field, "options", "must be a dictionary", error);
  g_variant_iter_init (&iterator, options);
  while (g_variant_iter_next (&iterator, "{&sv}", &name, &value))
    {
      g_autoptr (GVariant) held = value;
      if (!take_option (row, name, held, error))
        return FALSE;
    }
  return TRUE;
}

/* Behind the parent's fields and those that were declared before. */
static guint
reserve_field (GyreDeclaration *declaration, GyreStorage storage)
{
  gsize size = gyre_storage_get_size (storage);
  gsize alignment = MIN (size, G_ALIGNOF (GyreMaybeReal));
  GTypeQuery parent = { 0 };
  gsize offset;

  g_type_query (declaration->parent, &parent);
  offset = MAX (declaration->instance_size, parent.instance_size);
  offset = (offset + alignment - 1) / alignment * alignment;
  declaration->instance_size = offset + size;
  return offset;
}

/* A number's default is kept as a number; whether it keeps the rules is checked with the class, like any default. */
static gboolean
set_initial (GyreTrait *trait, const char *text, GError **error)
{
  GyreValue value = GYRE_NONE;

  if (text == NULL)
    return TRUE;
  switch (trait->storage)
    {
    case GYRE_STORAGE_BOOLEAN:
    case GYRE_STORAGE_INT32:
    case GYRE_STORAGE_UINT32:
    case GYRE_STORAGE_INT64:
    case GYRE_STORAGE_DOUBLE:
      break;
    default:
      trait->initial.text = g_intern_string (text);
      return TRUE;
    }
  if (!trait->kind->parse (trait, text, &value, error))
    {
      g_prefix_error (error, "%s: the default ", trait->descriptor.name);
      return FALSE;
    }
  if (trait->kind == &gyre_kind_boolean)
    trait->initial.boolean = value.boolean;
  else if (trait->kind == &gyre_kind_real)
    trait->initial.real = value.real;
  else
    trait->initial.integer = value.integer;
  return TRUE;
}

static gboolean
needs_type (const GyreKind *kind)
{
  return kind == &gyre_kind_enumeration || kind == &gyre_kind_facility || kind == &gyre_kind_flags || kind == &gyre_kind_object
         || kind == &gyre_kind_boxed;
}

static void
set_type (GyreTrait *trait, GType type)
{
  if (!needs_type (trait->kind))
    return;
  trait->type = type;
  trait->has_type = TRUE;
}

static gboolean
check_type (const GyreKind *kind, const char *name, GType type, GError **error)
{
  if (kind == &gyre_kind_enumeration && !G_TYPE_IS_ENUM (type))
    g_set_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "%s: an enumeration needs its type", name);
  else if (kind == &gyre_kind_facility && !G_TYPE_IS_INTERFACE (type) && !G_TYPE_IS_OBJECT (type))
    g_set_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN,
                 "%s: a facility needs an interface or a class", name);
  else if (kind == &gyre_kind_flags && !G_TYPE_IS_FLAGS (type))
    g_set_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "%s: flags need their type", name);
  else if (kind == &gyre_kind_object && !g_type_is_a (type, G_TYPE_OBJECT) && !G_TYPE_IS_INTERFACE (type))
    g_set_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "%s: an object needs its type", name);
  else if (kind == &gyre_kind_boxed && !G_TYPE_IS_BOXED (type))
    g_set_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "%s: a boxed value needs its type", name);
  else
    return TRUE;
  return FALSE;
}

/**
 * gyre_declaration_add_trait:
 * @declaration: the declaration of a class
 * @name: its name: words with `_` or `-` between them
 * @kind: the word for its kind: `real`, `integer`, `boolean`, `string`, `path`, `array`, `enumeration`, `facility`, or
 *   `list of` and the kind of the elements
 * @initial: (nullable): the text of its default
 * @type: of an enumeration or a facility, its type; else %G_TYPE_NONE
 * @options: (nullable): a dictionary of the options that a row of GYRE_TRAITS has: texts `aliases`, `summary`,
 *   `description`, `units`, `deprecated-since`, `member`, `like`, `least`, `greatest`; `nullable`, `construct-only`, `positive`,
 *   `not-negative`, `not-empty`; numbers (`x` or `d`) `minimum`, `maximum`
 * @error: return location for %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Declares a trait behind those that are there. Its value lies in the instances, as that of a trait in C does.
 *
 * Returns: whether the trait is declared; if not, the declaration is as it was
 *
 * Since: 0.1
 */
gboolean
gyre_declaration_add_trait (GyreDeclaration *declaration, const char *name, const char *kind, const char *initial, GType type,
                            GVariant *options, GError **error)
{
  g_autoptr (GVariant) held = options != NULL ? g_variant_ref_sink (options) : NULL;
  GyreTraitDeclaration row = { .minimum = -(long double) INFINITY, .maximum = (long double) INFINITY };
  const Layout *layout;
  GyreTrait *trait;

  g_return_val_if_fail (declaration != NULL && name != NULL && kind != NULL, FALSE);

  row.field = g_intern_string (name);
  layout = parse_kind (kind, &row.element);
  if (layout == NULL)
    {
      g_set_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN, "%s: there is no kind '%s'", name, kind);
      return FALSE;
    }
  if (!check_type (row.element != NULL ? row.element : layout->kind, name, type, error) || !take_options (&row, held, error))
    return FALSE;
  row.kind = layout->kind;
  row.secret |= layout->kind == &gyre_kind_secret;
  row.storage = row.nullable ? layout->nullable_storage : layout->storage;
  trait = gyre_trait_new (&row);
  set_type (trait->element != NULL ? trait->element : trait, type);
  if (!set_initial (trait, initial, error))
    {
      g_free (trait->element);
      g_free (trait);
      return FALSE;
    }
  trait->offset = reserve_field (declaration, trait->storage);
  gyre_declaration_add (declaration, &trait->descriptor);
  return TRUE;
}

static gboolean
describe_behavior (GyreBehavior *behavior, GVariant *options, GError **error)
{
  GyreTraitDeclaration row = { .field = behavior->descriptor.name };

  if (!take_options (&row, options, error))
    return FALSE;
  behavior->descriptor.aliases = row.aliases;
  behavior->descriptor.summary = row.summary;
  behavior->descriptor.description = row.description;
  behavior->descriptor.deprecated_since = row.deprecated_since;
  return TRUE;
}

/**
 * gyre_declaration_add_behavior:
 * @declaration: the declaration of a class
 * @name: its name
 * @result: the sort of the result: `real`, `nothing`, …
 * @arguments: (array zero-terminated=1): the arguments, each "kind name"
 * @options: (nullable): a dictionary of texts: `aliases`, `summary`, `description`, `deprecated-since`
 * @closure: what to call with the component and the arguments; it tells a failure with gyre_behavior_raise()
 * @error: return location for %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Declares a behavior that another language implements.
 *
 * Returns: whether the behavior is declared; if not, the declaration is as it was
 *
 * Since: 0.1
 */
gboolean
gyre_declaration_add_behavior (GyreDeclaration *declaration, const char *name, const char *result,
                               const char * const *arguments, GVariant *options, GClosure *closure, GError **error)
{
  g_autoptr (GVariant) held = options != NULL ? g_variant_ref_sink (options) : NULL;
  GyreBehavior *behavior;

  g_return_val_if_fail (declaration != NULL && name != NULL && result != NULL && arguments != NULL && closure != NULL, FALSE);

  behavior = gyre_behavior_new_for_closure (name, result, arguments, NULL, closure);
  if (behavior == NULL)
    {
      g_autofree char *list = g_strjoinv (", ", (GStrv) arguments);
      g_set_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN,
                   "%s: no behavior can take (%s) and give '%s'", name, list, result);
      return FALSE;
    }
  if (!describe_behavior (behavior, held, error))
    return FALSE;
  gyre_declaration_add (declaration, &behavior->descriptor);
  return TRUE;
}
