/* gyre-trait.h: A typed member of a class: a property or a facility
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-descriptor.h"
#include "gyre-kind.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreConstraints:
 * @GYRE_UNCONSTRAINED: anything of the kind
 * @GYRE_POSITIVE: greater than 0
 * @GYRE_NOT_NEGATIVE: at least 0, which pyre calls positive
 * @GYRE_NOT_EMPTY: a text, list or array with something in it
 *
 * Rules without parameters. They hold for each element of an array or list of numbers. The rules with parameters are
 * options of their own: `.minimum`, `.maximum`, `.least`, `.greatest`, `.member`, `.like`.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_UNCONSTRAINED = 0,
  GYRE_POSITIVE = 1 << 0,
  GYRE_NOT_NEGATIVE = 1 << 1,
  GYRE_NOT_EMPTY = 1 << 2,
} GyreConstraints;

/**
 * GyreTypeFunction: (skip)
 *
 * A `…_get_type` function.
 *
 * Returns: the type
 *
 * Since: 0.1
 */
typedef GType (*GyreTypeFunction) (void);

typedef struct _GyreTraitDeclaration GyreTraitDeclaration;
typedef struct _GyreRule GyreRule;

/**
 * GyreConverter: (skip)
 * @trait: the trait
 * @text: what was written
 * @error: return location for an error of %GYRE_VALUE_ERROR
 *
 * Reads a text before the kind does: other spellings, other units.
 *
 * Returns: (transfer full): a text that the next converter, or the kind, reads; %NULL with @error set
 *
 * Since: 0.1
 */
typedef char *(*GyreConverter) (const GyreTrait  *trait,
                                const char       *text,
                                GError          **error);

/**
 * GyreNormaliser: (skip)
 * @trait: the trait
 * @value: (inout): a present value, owned
 * @error: return location for an error of %GYRE_VALUE_ERROR
 *
 * Makes one value of several that mean the same. On failure @value is as it was.
 *
 * Returns: whether it could
 *
 * Since: 0.1
 */
typedef gboolean (*GyreNormaliser) (const GyreTrait  *trait,
                                    GyreValue        *value,
                                    GError          **error);

/**
 * GyreValidator: (skip)
 * @trait: the trait
 * @value: a present value, borrowed
 * @instance: (nullable): the component that gets it, which still has its other values, or in a transaction is asked for the
 *   proposed ones; %NULL where there is none
 * @error: return location for an error of %GYRE_VALUE_ERROR
 *
 * Says whether a value can be.
 *
 * Returns: whether it can
 *
 * Since: 0.1
 */
typedef gboolean (*GyreValidator) (const GyreTrait  *trait,
                                   GyreValue         value,
                                   gpointer          instance,
                                   GError          **error);

/**
 * GyreComputeFunction: (skip)
 * @trait: the trait
 * @instance: the component
 * @value: (out): the value, owned by the caller
 * @error: return location for an error
 *
 * Makes a default when it is first asked for.
 *
 * Returns: whether there is one
 *
 * Since: 0.1
 */
typedef gboolean (*GyreComputeFunction) (const GyreTrait  *trait,
                                         gpointer          instance,
                                         GyreValue        *value,
                                         GError          **error);

/**
 * GyreInitial: (skip)
 *
 * The default of a declaration: a number where a number is the natural way to write it, else the text that a configuration
 * file would hold.
 *
 * Since: 0.1
 */
typedef union
{
  gboolean    boolean;
  gint64      integer;
  double      real;
  const char *text;
} GyreInitial;

/**
 * GyreTraitDeclaration: (skip)
 * @field: the field, which gives the trait its name: `memory_size` is called `memory-size`
 * @kind: the kind of its values
 * @storage: how the value lies in the struct
 * @offset: where, in bytes
 * @initial: the default
 * @element: of a list, the kind of its elements
 * @get_type: of an enumeration or facility, its type
 * @aliases: further names, separated by commas; blanks inside one count
 * @summary: one line that says what it is
 * @description: the long text, in Markdown
 * @units: what a number counts; a text in other units of the same dimension is converted. What are no units, `samples`, is
 *   just shown
 * @deprecated_since: the version since which it should not be used
 * @nullable: whether a text, path, array, list or facility can be `none`; numbers are nullable by the type of their field
 * @construct_only: whether it can only be set while the instance is built
 * @constraints: rules without parameters
 * @minimum: the least allowed number, in the units; of a kind whose values are ordered and are no plain numbers, what a text with
 *   this number says
 * @maximum: the greatest allowed number, in the same way
 * @member: the only allowed values, separated by commas
 * @like: a regular expression that the whole text must match
 * @least: the least allowed value, as a text that the kind reads: `2020-01-01`
 * @greatest: the greatest allowed value, as a text that the kind reads
 * @of: of a container, what its elements are, where a kind alone does not say it
 * @parts: of a tuple, its parts; a row without a kind ends them
 * @format: of a date, time or timestamp, how its text is written, as strptime() has it
 * @variable: of an environment variable, which one
 * @rule: further rules, combined: `GYRE_ALL_OF (GYRE_GREATER_THAN (0), GYRE_NOT (GYRE_EQUAL_TO (3)))`
 * @converters: what reads a text before the kind does, in order; %NULL ends them
 * @normalisers: what makes one value of several that mean the same, in order; %NULL ends them
 * @validators: what else refuses values, in order; %NULL ends them
 * @compute: makes the default when it is first asked for
 * @delegate: "facility.trait": a trait of a part, whose value this one shows and sets
 * @formerly: names that it had, separated by commas: they work with a warning that tells the new one
 * @formerly_until: the version from which the former names are errors
 * @secret: whether its value is shown to nobody
 * @restart: whether a change needs a restart: a configuration that is read again lists it as pending
 *
 * One row of the table of a class: what stands between the parentheses of gyre_real() and its kin.
 *
 * Since: 0.1
 */
struct _GyreTraitDeclaration
{
  const char     *field;
  const GyreKind *kind;
  GyreStorage     storage;
  guint           offset;
  GyreInitial     initial;
  const GyreKind *element;
  GType         (*get_type) (void);

  const char     *aliases;
  const char     *summary;
  const char     *description;
  const char     *units;
  const char     *deprecated_since;
  gboolean        nullable;
  gboolean        construct_only;
  GyreConstraints constraints;
  long double     minimum;
  long double     maximum;
  const char     *member;
  const char     *like;
  const char     *least;
  const char     *greatest;

  const GyreTraitDeclaration *of;
  const GyreTraitDeclaration *parts;
  const char     *format;
  const char     *variable;
  const GyreRule *rule;
  const GyreConverter *converters;
  const GyreNormaliser *normalisers;
  const GyreValidator *validators;
  GyreComputeFunction compute;
  const char     *delegate;
  const char     *formerly;
  const char     *formerly_until;
  gboolean        secret;
  gboolean        restart;
};

/**
 * GyreTraitOptions: (skip)
 *
 * What only some traits have. The members are those of #GyreTraitDeclaration.
 *
 * Since: 0.1
 */
typedef struct
{
  /*< private >*/
  const char *member;
  const char *like;
  gpointer compiled;              /* what member and like came to, on first use */
  gpointer compiled_rule;         /* and what the rule came to */
  GPtrArray *parts;               /* of GyreTrait */
  const char *format;
  const char *variable;
  const GyreRule *rule;
  const GyreRule *bounds;         /* what least, greatest and their kin come to, in one rule */
  gpointer compiled_bounds;
  const GyreConverter *converters;
  const GyreNormaliser *normalisers;
  const GyreValidator *validators;
  GyreComputeFunction compute;
  const char *delegate;
  const char *formerly;
  const char *formerly_until;
  guint secret : 1;
  guint restart : 1;
} GyreTraitOptions;

/**
 * GyreTrait:
 *
 * A property or a facility of a class: a [struct@Gyre.Descriptor] with a kind, a default and rules. It belongs to the
 * record of its class; after the class was made nobody changes it.
 *
 * Since: 0.1
 */
struct _GyreTrait
{
  /*< private >*/
  GyreDescriptor descriptor;
  const GyreKind *kind;
  GyreTrait *element;             /* of a list: a trait without a name that its elements obey */
  union
  {
    GyreTypeFunction get_type;    /* of an enumeration or facility that a table declares */
    GType type;                   /* where has_type says so */
  };
  guint offset;
  guint8 storage;
  guint8 constraints;
  guint nullable : 1;
  guint construct_only : 1;
  guint readable : 1;
  guint writable : 1;
  guint bounded : 1;              /* the bounds below say more than the kind does */
  guint whole : 1;                /* the bounds are integers */
  guint has_type : 1;
  guint is_element : 1;           /* made of the row of its container, and not of one of its own */
  guint misbounded : 1;           /* the declaration has bounds that the kind has no use for */
  guint simple : 1;               /* kind, bounds and presence are all its rules, and it can be set at any time */
  union
  {
    struct { double minimum, maximum; } real;
    struct { gint64 minimum, maximum; } integer;
  };
  GyreInitial initial;
  const char *units;
  GyreTraitOptions *options;      /* NULL for most */
  const GyreTrait *shadowed;      /* an ancestor's, of the same name and layout */
  GParamSpec *specification;
};

#define GYRE_TYPE_TRAIT (gyre_trait_get_type ())
GType            gyre_trait_get_type       (void);

GyreTrait       *gyre_trait_new            (const GyreTraitDeclaration *declaration);
GyreTrait       *gyre_trait_new_foreign    (GParamSpec                 *specification);
GyreTrait       *gyre_trait_of_descriptor  (GyreDescriptor             *descriptor);

const char      *gyre_trait_get_name       (const GyreTrait *trait);
const GyreKind  *gyre_trait_get_kind       (const GyreTrait *trait);
const char      *gyre_trait_get_kind_name  (const GyreTrait *trait);
char            *gyre_trait_dup_kind_text  (const GyreTrait *trait);
const char      *gyre_trait_get_units      (const GyreTrait *trait);
const GyreTraitOptions *gyre_trait_get_options (const GyreTrait *trait);
gboolean         gyre_trait_is_secret      (const GyreTrait *trait);
GType            gyre_trait_get_value_type (const GyreTrait *trait);
gboolean         gyre_trait_is_facility    (const GyreTrait *trait);
gboolean         gyre_trait_is_nullable    (const GyreTrait *trait);
gboolean         gyre_trait_is_construct_only (const GyreTrait *trait);
gboolean         gyre_trait_is_writable    (const GyreTrait *trait);
gboolean         gyre_trait_is_foreign     (const GyreTrait *trait);
GParamSpec      *gyre_trait_get_specification (const GyreTrait *trait);
char            *gyre_trait_dup_path       (const GyreTrait *trait,
                                            const char      *owner);

gboolean         gyre_trait_parse          (const GyreTrait *trait,
                                            const char      *text,
                                            GyreValue       *value,
                                            GError         **error);
char            *gyre_trait_print          (const GyreTrait *trait,
                                            GyreValue        value);
gboolean         gyre_trait_validate       (const GyreTrait *trait,
                                            GyreValue        value,
                                            GError         **error);
gboolean         gyre_trait_validate_for   (const GyreTrait *trait,
                                            GyreValue        value,
                                            gpointer         instance,
                                            GError         **error);
gboolean         gyre_trait_normalise      (const GyreTrait *trait,
                                            GyreValue       *value,
                                            GError         **error);
gboolean         gyre_trait_from_gvalue    (const GyreTrait *trait,
                                            const GValue    *source,
                                            GyreValue       *value,
                                            GError         **error);
void             gyre_trait_to_gvalue      (const GyreTrait *trait,
                                            GyreValue        value,
                                            GValue          *target);
gboolean         gyre_trait_get_initial    (const GyreTrait *trait,
                                            GyreValue       *value,
                                            GError         **error);
char            *gyre_trait_dup_initial_text (const GyreTrait *trait);

GYRE_END_DECLARATIONS
