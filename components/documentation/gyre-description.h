/* gyre-description.h: What a class, an interface or an instance is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-class.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreDescriptionSubject:
 * @GYRE_DESCRIPTION_CLASS: a component class
 * @GYRE_DESCRIPTION_INTERFACE: an interface
 * @GYRE_DESCRIPTION_INSTANCE: a component that lives
 *
 * What is described.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_DESCRIPTION_CLASS,
  GYRE_DESCRIPTION_INTERFACE,
  GYRE_DESCRIPTION_INSTANCE,
} GyreDescriptionSubject;

/**
 * GyreDescribedClass: (skip)
 * @type: the name of the type
 * @family: (nullable): the public name
 * @summary: (nullable): one line
 * @asks: of an interface in a list of promises, the members that it obliges to, for a person: `real area ()`
 *
 * A class or an interface that is mentioned.
 *
 * Since: 0.1
 */
typedef struct
{
  char *type;
  char *family;
  char *summary;
  GStrv asks;
} GyreDescribedClass;

/**
 * GyreDescribedInstance: (skip)
 * @name: its public name
 * @family: (nullable): the public name of its class
 * @type: the name of its type
 *
 * A component that is mentioned.
 *
 * Since: 0.1
 */
typedef struct
{
  char *name;
  char *family;
  char *type;
} GyreDescribedInstance;

/**
 * GyreDescribedWord: (skip)
 * @word: how a configuration says it
 * @name: how C says it
 * @value: its number
 * @summary: (nullable): one line
 *
 * One value of an enumeration or of flags.
 *
 * Since: 0.1
 */
typedef struct
{
  char  *word;
  char  *name;
  gint64 value;
  char  *summary;
} GyreDescribedWord;

/**
 * GyreDescribedRow: (skip)
 * @name: what is told
 * @text: what it is
 *
 * A fact, for a person.
 *
 * Since: 0.1
 */
typedef struct
{
  char *name;
  char *text;
} GyreDescribedRow;

/**
 * GyreDescribedSection: (skip)
 * @title: what the facts are about
 * @rows: (element-type GyreDescribedRow): the facts
 *
 * Facts that only some have: the pads of an element, the mailbox of a component that lives, the state of a process.
 *
 * Since: 0.1
 */
typedef struct
{
  char      *title;
  GPtrArray *rows;
} GyreDescribedSection;

/**
 * GyreDescribedValue: (skip)
 * @text: (nullable): the text of the value, as a configuration would say it; %NULL where there is no value to tell
 * @priority: how much weight it has
 * @locator: (nullable): where it was said
 *
 * A value and who said it.
 *
 * Since: 0.1
 */
typedef struct
{
  char         *text;
  GyrePriority  priority;
  GyreLocator  *locator;
} GyreDescribedValue;

/**
 * GyreDescribedTrait: (skip)
 * @name: its name
 * @aliases: its other names
 * @kind: the kind of its values, a word such as `real`
 * @kind_text: the kind for a person: `list of real`, `facility gauss.shapes`
 * @element: (nullable): of a list, the kind of its elements
 * @interface: (nullable): of a facility, the family (or the type) that it asks for
 * @words: (nullable): of an enumeration, its words
 * @values: (element-type GyreDescribedWord): of an enumeration or of flags, the same words and what each means
 * @implementers: (element-type GyreDescribedClass): of a facility, the known classes that satisfy it
 * @native: (nullable): the GType's name of the value of the GObject property, `gdouble`
 * @least: (nullable): of a number, the least value; for programs
 * @most: (nullable): of a number, the greatest value
 * @flags: words of the GObject property: `readable`, `writable`, `construct`, `construct-only`, `lax-validation`, `explicit-notify`,
 *   `deprecated`; `user-2` for bit 2 of those that a library has added; and of a declaration of ours: `secret`, `restart`, `computed`,
 *   `delegate`
 * @owner: the public name of the class that declares it
 * @shadows: (nullable): the public name of the ancestor whose trait of this name it replaces
 * @said_by: (nullable): the public name of the interface whose words these are, where its own class has none
 * @key: (nullable): the name that a configuration says: `family.name`
 * @summary: (nullable): one line
 * @description: (nullable): the long text, in Markdown
 * @units: (nullable): what a number counts
 * @rules: (nullable): the rules of its values, for a person
 * @constraints: (element-type GyreConstraint): the same, one by one
 * @deprecated_since: (nullable): the version since which it should not be used
 * @nullable: whether it can be `none`
 * @construct_only: whether it can be set only while the instance is built
 * @read_only: whether it can't be set at all
 * @is_inherited: whether an ancestor declares it
 * @is_dynamic: whether nobody has declared it: it is an attribute of this instance
 * @declared: what it has when nobody says anything
 * @fallback: what the next instance of the class has, as the class is configured now
 * @value: what the instance has
 *
 * A property or a facility.
 *
 * Since: 0.1
 */
typedef struct
{
  char               *name;
  GStrv               aliases;
  char               *kind;
  char               *kind_text;
  char               *element;
  char               *interface;
  GStrv               words;
  GPtrArray          *values;
  GPtrArray          *implementers;
  char               *native;
  char               *least;
  char               *most;
  GStrv               flags;
  char               *owner;
  char               *shadows;
  char               *said_by;
  char               *key;
  char               *summary;
  char               *description;
  char               *units;
  char               *rules;
  GPtrArray          *constraints;
  char               *deprecated_since;
  gboolean            nullable;
  gboolean            construct_only;
  gboolean            read_only;
  gboolean            is_inherited;
  gboolean            is_dynamic;
  GyreDescribedValue  declared;
  GyreDescribedValue  fallback;
  GyreDescribedValue  value;
} GyreDescribedTrait;

/**
 * GyreDescribedArgument: (skip)
 * @name: its name
 * @kind: its sort
 * @summary: (nullable): one line
 * @fallback: (nullable): what it is when nobody says it
 * @native: (nullable): its type in C, where it is known
 * @is_required: whether a caller must say it
 * @is_variable: whether it stands for any number of further values
 *
 * One argument of a behavior or of a signal.
 *
 * Since: 0.1
 */
typedef struct
{
  char    *name;
  char    *kind;
  char    *summary;
  char    *fallback;
  char    *native;
  gboolean is_required;
  gboolean is_variable;
} GyreDescribedArgument;

/**
 * GyreDescribedBehavior: (skip)
 * @name: its name
 * @aliases: its other names
 * @signature: what it takes and gives, for a person
 * @result: the sort of its result
 * @arguments: (element-type GyreDescribedArgument): what it takes
 * @owner: the public name of the class that declares it
 * @summary: (nullable): one line
 * @description: (nullable): the long text, in Markdown
 * @deprecated_since: (nullable): the version since which it should not be used
 * @locator: (nullable): where the function stands
 * @symbol: (nullable): the function's name in C
 * @can_fail: whether it can end with an error
 * @is_inherited: whether an ancestor declares it
 * @shadows: (nullable): the public name of the ancestor whose behavior of this name it replaces
 * @said_by: (nullable): the public name of the interface whose words these are, where its own class has none
 *
 * Something that can be called.
 *
 * Since: 0.1
 */
typedef struct
{
  char      *name;
  GStrv      aliases;
  char      *signature;
  char      *result;
  GPtrArray *arguments;
  char      *owner;
  char      *summary;
  char      *description;
  char      *deprecated_since;
  GyreLocator *locator;
  char      *symbol;
  gboolean   can_fail;
  gboolean   is_inherited;
  char      *shadows;
  char      *said_by;
} GyreDescribedBehavior;

/**
 * GyreDescribedSignal: (skip)
 * @name: its name
 * @signature: what its handlers take and give, for a person
 * @result: the sort of its result
 * @arguments: (element-type GyreDescribedArgument): what it says
 * @owner: the public name of the class that declares it
 * @summary: (nullable): one line
 * @flags: words: `run-first`, `run-last`, `detailed`, `action`, `no-hooks`, `deprecated`
 * @is_inherited: whether an ancestor declares it
 *
 * A GObject signal.
 *
 * Since: 0.1
 */
typedef struct
{
  char      *name;
  char      *signature;
  char      *result;
  GPtrArray *arguments;
  char      *owner;
  char      *summary;
  GStrv      flags;
  gboolean   is_inherited;
} GyreDescribedSignal;

/**
 * GyreDescription:
 *
 * Everything that can be told about a class, an interface or an instance, as it was when the description was made. Counted and
 * immutable; any thread may read it. All tools (the inspector, pages, completion) read it, and none keeps a list of its own.
 *
 * Since: 0.1
 */
typedef struct _GyreDescription GyreDescription;

/* What is told. In C the fields are read directly; other languages read gyre_description_to_variant(). */
struct _GyreDescription
{
  /*< private >*/
  gint references;

  GyreDescriptionSubject subject;
  char *type;
  char *family;
  char *package;
  char *module;             /* the file that brings it; NULL where it is part of the program */
  char *version;            /* of the module, where it says one */
  char *name;               /* of an instance */
  char *specification;      /* of an instance */
  char *summary;
  char *description;
  char *implementation;     /* of an interface: the family of what a facility gets when nobody says another */
  char *mistakes;           /* what makes a class invalid */
  GyreLocator *declared;    /* where the class or interface is declared */
  GyreLocator *built;       /* where the instance was asked for */
  gboolean is_abstract;
  gboolean is_internal;
  gboolean is_open;         /* instances take attributes that nobody has declared */
  char *example;            /* a configuration in pfg that loads; NULL where nothing can be configured */
  GPtrArray *pedigree;      /* GyreDescribedClass, itself first: those that are components or interfaces of ours */
  GPtrArray *hierarchy;     /* GyreDescribedClass, itself first: all types, up to the root */
  GPtrArray *derived;       /* GyreDescribedClass: known classes that derive from it at once */
  GPtrArray *interfaces;    /* GyreDescribedClass: what it is obliged to; bases of an interface */
  GPtrArray *implementers;  /* GyreDescribedClass: of an interface, the known ones */
  GPtrArray *traits;        /* GyreDescribedTrait, its own first */
  GPtrArray *behaviors;     /* GyreDescribedBehavior, its own first */
  GPtrArray *signals;       /* GyreDescribedSignal, its own first */
  GPtrArray *children;      /* GyreDescribedInstance: of an instance */
  GPtrArray *sections;      /* GyreDescribedSection: what only some have */
};

/**
 * GYRE_DESCRIPTION_SCHEMA:
 *
 * What the field `schema` of a description's nested value says. Within a version fields are only added.
 *
 * Since: 0.1
 */
#define GYRE_DESCRIPTION_SCHEMA "gyre.description/1"

#define GYRE_TYPE_DESCRIPTION (gyre_description_get_type ())
GType            gyre_description_get_type          (void);

GyreDescription *gyre_description_new               (GyreRequirement  *requirement);
GyreDescription *gyre_description_new_for_type      (GType             type,
                                                     GError          **error);
GyreDescription *gyre_description_new_for_instance  (GObject          *instance);
GyreDescription *gyre_description_new_for_family    (GyreExecutive    *executive,
                                                     const char       *family,
                                                     GError          **error);
GyreDescription *gyre_description_ref               (GyreDescription  *description);
void             gyre_description_unref             (GyreDescription  *description);

const char      *gyre_description_get_public_name   (GyreDescription  *description);
const char      *gyre_described_trait_get_units     (const GyreDescribedTrait *trait);
const char     **gyre_described_trait_list_remarks  (const GyreDescribedTrait *trait);
GyreDescription *gyre_description_new_from_variant  (GVariant         *variant,
                                                     GError          **error);
GVariant        *gyre_description_to_variant        (GyreDescription  *description);
char            *gyre_description_to_text           (GyreDescription  *description,
                                                     gboolean          is_coloured);
char            *gyre_description_to_page           (GyreDescription  *description,
                                                     gboolean          is_coloured,
                                                     guint             columns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreDescription, gyre_description_unref)

GYRE_END_DECLARATIONS
