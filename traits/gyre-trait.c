/* gyre-trait.c: A typed member of a class: a property or a facility
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-bound-private.h"
#include "gyre-kind-native-private.h"
#include "gyre-name.h"

#include <math.h>

/* Traits live as long as the process, so a copy for a binding is the trait itself. */
static gpointer
trait_same (gpointer trait)
{
  return trait;
}

static void
trait_keep (gpointer trait)
{
}

G_DEFINE_BOXED_TYPE (GyreTrait, gyre_trait, trait_same, trait_keep)

static gboolean
is_maybe (GyreStorage storage)
{
  return storage == GYRE_STORAGE_MAYBE_BOOLEAN || storage == GYRE_STORAGE_MAYBE_INTEGER || storage == GYRE_STORAGE_MAYBE_REAL;
}

/* A long double holds every integer of 64 bits. A bound that is beyond them, or in the wrong order, leaves no value. */
static void
bound_integer (GyreTrait *trait, const GyreTraitDeclaration *declaration)
{
  gboolean given = gyre_bound_is_given (declaration);
  gint64 minimum, maximum;

  gyre_storage_get_range (trait->storage, &minimum, &maximum);
  if (trait->storage == GYRE_STORAGE_UINT64)
    gyre_kind_integer_bound_unsigned (given ? declaration->minimum : 0, given ? declaration->maximum : INFINITY, &minimum, &maximum);
  else if (given && declaration->minimum > (long double) minimum)
    minimum = declaration->minimum > (long double) G_MAXINT64 ? G_MAXINT64 : (gint64) ceill (declaration->minimum);
  if (trait->storage != GYRE_STORAGE_UINT64 && given && declaration->maximum < (long double) maximum)
    maximum = declaration->maximum < (long double) G_MININT64 ? G_MININT64 : (gint64) floorl (declaration->maximum);
  if (trait->constraints & GYRE_POSITIVE)
    minimum = gyre_storage_compare (trait->storage, minimum, 1) < 0 ? 1 : minimum;
  else if (trait->constraints & GYRE_NOT_NEGATIVE)
    minimum = gyre_storage_compare (trait->storage, minimum, 0) < 0 ? 0 : minimum;
  trait->whole = TRUE;
  trait->bounded = TRUE;
  trait->integer.minimum = minimum;
  trait->integer.maximum = maximum;
}

/* The least positive double stands for "greater than 0", so that every bound is one comparison. */
static void
bound_real (GyreTrait *trait, const GyreTraitDeclaration *declaration)
{
  gboolean given = gyre_bound_is_given (declaration);
  double minimum = given ? (double) declaration->minimum : -INFINITY;
  double maximum = given ? (double) declaration->maximum : INFINITY;

  if (trait->constraints & GYRE_POSITIVE)
    minimum = fmax (minimum, nextafter (0.0, 1.0));
  else if (trait->constraints & GYRE_NOT_NEGATIVE)
    minimum = fmax (minimum, 0.0);
  trait->bounded = minimum > -INFINITY || maximum < INFINITY;
  trait->real.minimum = minimum;
  trait->real.maximum = maximum;
}

/* Bounds of a duration are in its units; the field has microseconds. */
static void
bound_duration (GyreTrait *trait, const GyreTraitDeclaration *declaration)
{
  GyreTraitDeclaration scaled = *declaration;

  scaled.minimum = gyre_kind_duration_scale (trait->units, declaration->minimum);
  scaled.maximum = gyre_kind_duration_scale (trait->units, declaration->maximum);
  bound_integer (trait, &scaled);
}

static void
bound (GyreTrait *trait, const GyreTraitDeclaration *declaration)
{
  if (gyre_kind_is_a (trait->kind, &gyre_kind_integer))
    bound_integer (trait, declaration);
  else if (gyre_kind_is_a (trait->kind, &gyre_kind_duration))
    bound_duration (trait, declaration);
  else if (gyre_kind_is_a (trait->kind, &gyre_kind_real) || gyre_kind_is_a (trait->kind, &gyre_kind_array)
           || gyre_kind_is_a (trait->kind, &gyre_kind_quantity))
    bound_real (trait, declaration);
  else
    trait->misbounded = gyre_bound_is_given (declaration) && trait->kind->compare == NULL;
}

static GyreTrait *
new_part (const GyreTraitDeclaration *declaration)
{
  GyreTraitDeclaration part = *declaration;

  if (part.storage == GYRE_STORAGE_NONE)
    part.storage = gyre_kind_get_element_storage (part.kind);
  return gyre_trait_new (&part);
}

/* The rules of a list's numbers and texts are those of its elements; that it must not be empty is its own. */
static GyreTrait *
new_element (const GyreTraitDeclaration *declaration)
{
  GyreTraitDeclaration element = *declaration;
  GyreTrait *trait;

  if (declaration->of != NULL)
    return new_part (declaration->of);
  element.kind = declaration->element;
  element.element = NULL;
  element.storage = gyre_kind_get_element_storage (declaration->element);
  element.initial = (GyreInitial) { .integer = 0 };
  element.compute = NULL;
  element.delegate = NULL;
  element.formerly = NULL;
  element.validators = NULL;
  element.normalisers = NULL;
  element.converters = NULL;
  element.constraints &= ~GYRE_NOT_EMPTY;
  element.nullable = FALSE;
  trait = gyre_trait_new (&element);
  trait->is_element = TRUE;
  return trait;
}

/* Most identifiers are their own names. */
static const char *
spell_name (const char *identifier)
{
  g_autofree char *name = NULL;

  if (strchr (identifier, '_') == NULL)
    return identifier;
  name = gyre_name_dup_property (identifier);
  return g_intern_string (name);
}

static GPtrArray *
new_parts (const GyreTraitDeclaration *parts)
{
  GPtrArray *traits = parts != NULL ? g_ptr_array_new () : NULL;

  for (; parts != NULL && parts->kind != NULL; parts++)
    g_ptr_array_add (traits, new_part (parts));
  return traits;
}

static gboolean
has_options (const GyreTraitDeclaration *declaration)
{
  return declaration->member != NULL || declaration->like != NULL || declaration->parts != NULL || declaration->format != NULL
         || declaration->variable != NULL || declaration->rule != NULL || declaration->converters != NULL
         || declaration->normalisers != NULL || declaration->validators != NULL || declaration->compute != NULL
         || declaration->delegate != NULL || declaration->formerly != NULL || declaration->formerly_until != NULL
         || declaration->secret || declaration->restart;
}

/* A table of a class has many traits of which few have more than a default and a sentence. */
static GyreTraitOptions *
new_options (const GyreTraitDeclaration *declaration)
{
  const GyreRule *bounds = gyre_bound_make_rule (declaration);
  GyreTraitOptions *options;

  if (!has_options (declaration) && bounds == NULL)
    return NULL;
  options = g_new0 (GyreTraitOptions, 1);
  options->member = declaration->member;
  options->like = declaration->like;
  options->parts = new_parts (declaration->parts);
  options->format = declaration->format;
  options->variable = declaration->variable;
  options->rule = declaration->rule;
  options->bounds = bounds;
  options->converters = declaration->converters;
  options->normalisers = declaration->normalisers;
  options->validators = declaration->validators;
  options->compute = declaration->compute;
  options->delegate = declaration->delegate;
  options->formerly = declaration->formerly;
  options->formerly_until = declaration->formerly_until;
  options->secret = declaration->secret != FALSE;
  options->restart = declaration->restart != FALSE;
  return options;
}

/**
 * gyre_trait_new: (skip)
 * @declaration: a row of a table; its texts must live as long as the process
 *
 * Makes a trait. It has no class yet: gyre_declaration_add() gives it one.
 *
 * Returns: (transfer full): a trait
 *
 * Since: 0.1
 */
GyreTrait *
gyre_trait_new (const GyreTraitDeclaration *declaration)
{
  GyreTrait *self = g_new0 (GyreTrait, 1);
  GyreDescriptor *descriptor = &self->descriptor;

  descriptor->identifier = declaration->field;
  descriptor->name = spell_name (declaration->field != NULL ? declaration->field : "element");
  descriptor->aliases = declaration->aliases;
  descriptor->summary = declaration->summary;
  descriptor->description = declaration->description;
  descriptor->deprecated_since = declaration->deprecated_since;
  descriptor->sort = declaration->kind == &gyre_kind_facility ? GYRE_DESCRIPTOR_FACILITY : GYRE_DESCRIPTOR_PROPERTY;
  self->kind = declaration->kind;
  self->get_type = declaration->get_type;
  self->offset = declaration->offset;
  self->storage = declaration->storage;
  self->constraints = declaration->constraints;
  self->nullable = declaration->nullable || is_maybe (declaration->storage);
  self->construct_only = declaration->construct_only;
  self->readable = TRUE;
  self->writable = TRUE;
  self->initial = declaration->initial;
  self->units = declaration->units;
  self->options = new_options (declaration);
  bound (self, declaration);
  if (declaration->element != NULL || declaration->of != NULL)
    self->element = new_element (declaration);
  return self;
}

/**
 * gyre_trait_of_descriptor:
 * @descriptor: a member of a class or interface
 *
 * Returns: (nullable) (transfer none): the property or facility that it is; %NULL for a behavior
 *
 * Since: 0.1
 */
GyreTrait *
gyre_trait_of_descriptor (GyreDescriptor *descriptor)
{
  g_return_val_if_fail (descriptor != NULL, NULL);
  return descriptor->sort != GYRE_DESCRIPTOR_BEHAVIOR ? (GyreTrait *) descriptor : NULL;
}

/**
 * gyre_trait_get_name:
 * @trait: a trait
 *
 * Returns: (transfer none): the canonical name
 *
 * Since: 0.1
 */
const char *
gyre_trait_get_name (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, NULL);
  return trait->descriptor.name;
}

/**
 * gyre_trait_get_kind: (skip)
 * @trait: a trait
 *
 * Returns: (transfer none): the kind of its values
 *
 * Since: 0.1
 */
const GyreKind *
gyre_trait_get_kind (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, NULL);
  return trait->kind;
}

/**
 * gyre_trait_get_kind_name:
 * @trait: a trait
 *
 * Returns: (transfer none): the word for the kind of its values
 *
 * Since: 0.1
 */
const char *
gyre_trait_get_kind_name (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, NULL);
  return trait->kind->name;
}

/**
 * gyre_trait_dup_kind_text:
 * @trait: a trait
 *
 * Returns: (transfer full): the kind for a person: "list of real", "facility GaussShape", "enumeration GaussMode"
 *
 * Since: 0.1
 */
char *
gyre_trait_dup_kind_text (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, NULL);

  if (trait->element != NULL)
    {
      g_autofree char *element = gyre_trait_dup_kind_text (trait->element);
      return g_strdup_printf ("%s of %s", trait->kind->name, element);
    }
  if (trait->kind == &gyre_kind_array)
    return g_strdup ("array of real");
  if (gyre_trait_get_value_type (trait) != G_TYPE_INVALID && trait->kind != &gyre_kind_integer && trait->kind != &gyre_kind_real
      && trait->kind != &gyre_kind_string && trait->kind != &gyre_kind_boolean)
    return g_strdup_printf ("%s %s", trait->kind->name, g_type_name (gyre_trait_get_value_type (trait)));
  return g_strdup (trait->kind->name);
}

/**
 * gyre_trait_get_units:
 * @trait: a trait
 *
 * Returns: (nullable) (transfer none): what the number counts
 *
 * Since: 0.1
 */
const char *
gyre_trait_get_units (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, NULL);
  return trait->units;
}

/**
 * gyre_trait_get_options: (skip)
 * @trait: a trait
 *
 * Returns: (transfer none): what only some traits have
 *
 * Since: 0.1
 */
const GyreTraitOptions *
gyre_trait_get_options (const GyreTrait *trait)
{
  static const GyreTraitOptions none = { NULL };

  g_return_val_if_fail (trait != NULL, &none);
  return trait->options != NULL ? trait->options : &none;
}

/**
 * gyre_trait_is_secret:
 * @trait: a trait
 *
 * Returns: whether its value is shown to nobody
 *
 * Since: 0.1
 */
gboolean
gyre_trait_is_secret (const GyreTrait *trait)
{
  return gyre_trait_get_options (trait)->secret;
}

/**
 * gyre_trait_get_value_type:
 * @trait: a trait
 *
 * Returns: the type of an enumeration, the interface of a facility, the type of an opaque property; else %G_TYPE_INVALID
 *
 * Since: 0.1
 */
GType
gyre_trait_get_value_type (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, G_TYPE_INVALID);
  if (trait->has_type)
    return trait->type;
  return trait->get_type != NULL ? trait->get_type () : G_TYPE_INVALID;
}

/**
 * gyre_trait_is_facility:
 * @trait: a trait
 *
 * Returns: whether its value is another component
 *
 * Since: 0.1
 */
gboolean
gyre_trait_is_facility (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, FALSE);
  return trait->descriptor.sort == GYRE_DESCRIPTOR_FACILITY;
}

/**
 * gyre_trait_is_nullable:
 * @trait: a trait
 *
 * Returns: whether it can be `none`
 *
 * Since: 0.1
 */
gboolean
gyre_trait_is_nullable (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, FALSE);
  return trait->nullable;
}

/**
 * gyre_trait_is_construct_only:
 * @trait: a trait
 *
 * Returns: whether it can only be set while the instance is built
 *
 * Since: 0.1
 */
gboolean
gyre_trait_is_construct_only (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, FALSE);
  return trait->construct_only;
}

/**
 * gyre_trait_is_writable:
 * @trait: a trait
 *
 * Returns: whether it can be set at all; only properties of other code can't
 *
 * Since: 0.1
 */
gboolean
gyre_trait_is_writable (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, FALSE);
  return trait->writable;
}

/**
 * gyre_trait_is_foreign:
 * @trait: a trait
 *
 * Returns: whether other code keeps its value, so that it is reached through GObject
 *
 * Since: 0.1
 */
gboolean
gyre_trait_is_foreign (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, FALSE);
  return trait->storage == GYRE_STORAGE_NONE;
}

/**
 * gyre_trait_get_specification:
 * @trait: a trait
 *
 * Returns: (nullable) (transfer none): the GObject property; %NULL before its class was made, and for a trait of an interface
 *
 * Since: 0.1
 */
GParamSpec *
gyre_trait_get_specification (const GyreTrait *trait)
{
  g_return_val_if_fail (trait != NULL, NULL);
  return trait->specification;
}

/**
 * gyre_trait_dup_path:
 * @trait: a trait
 * @owner: a family or the name of an instance
 *
 * Returns: (transfer full): "owner.name"
 *
 * Since: 0.1
 */
char *
gyre_trait_dup_path (const GyreTrait *trait, const char *owner)
{
  g_return_val_if_fail (trait != NULL && owner != NULL, NULL);
  return g_strconcat (owner, ".", trait->descriptor.name, NULL);
}
