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
 *
 * A class or an interface that is mentioned.
 *
 * Since: 0.1
 */
typedef struct
{
  char *type;
  char *family;
} GyreDescribedClass;

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
 * @owner: the public name of the class that declares it
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
  char               *owner;
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
 *
 * One argument of a behavior.
 *
 * Since: 0.1
 */
typedef struct
{
  char *name;
  char *kind;
  char *summary;
  char *fallback;
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
 * @is_inherited: whether an ancestor declares it
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
  gboolean   is_inherited;
} GyreDescribedBehavior;

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
  GPtrArray *pedigree;      /* GyreDescribedClass, itself first */
  GPtrArray *interfaces;    /* GyreDescribedClass: what it is obliged to; bases of an interface */
  GPtrArray *implementers;  /* GyreDescribedClass: of an interface, the known ones */
  GPtrArray *traits;        /* GyreDescribedTrait, its own first */
  GPtrArray *behaviors;     /* GyreDescribedBehavior */
};

#define GYRE_TYPE_DESCRIPTION (gyre_description_get_type ())
GType            gyre_description_get_type          (void);

GyreDescription *gyre_description_new               (GyreRequirement  *requirement);
GyreDescription *gyre_description_new_for_instance  (GObject          *instance);
GyreDescription *gyre_description_ref               (GyreDescription  *description);
void             gyre_description_unref             (GyreDescription  *description);

GVariant        *gyre_description_to_variant        (GyreDescription  *description);
char            *gyre_description_to_text           (GyreDescription  *description,
                                                     gboolean          is_coloured);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreDescription, gyre_description_unref)

GYRE_END_DECLARATIONS
