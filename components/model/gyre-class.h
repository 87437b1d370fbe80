/* gyre-class.h: The class side of components: records on demand, values of a class, declaration
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-component.h"
#include "gyre-interface.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreDefaultDeclaration: (skip)
 * @name: the name of an inherited trait
 * @text: the text of the default that it has in this class and in those derived from it
 *
 * Changes an inherited default without redeclaring the trait.
 *
 * Since: 0.1
 */
typedef struct
{
  const char *name;
  const char *text;
} GyreDefaultDeclaration;

/* N.B. a macro, so that GYRE_DEFINE_COMPONENT has a struct whose functions take instances of the class itself. */
#define GYRE_CLASS_DECLARATION_FIELDS(Self) \
  const char                    *name; \
  GType                          parent; \
  gsize                          class_size; \
  gsize                          instance_size; \
  const GyreTraitDeclaration    *traits; \
  const GyreBehaviorDeclaration *behaviors; \
  guint16                       *first_slot; \
  gpointer                      *parent_class; \
  const char                    *file; \
  guint                          line; \
  \
  GType                          implements[9]; \
  const char                    *family; \
  const GyreDefaultDeclaration  *defaults; \
  GType                          metaclass; \
  const char                    *summary; \
  const char                    *description; \
  gboolean                       internal; \
  gboolean                       untracked; \
  gboolean                       abstract; \
  gboolean                       open; \
  GClassInitFunc                 class_initialize; \
  GInstanceInitFunc              initialize; \
  \
  void                         (*registered)     (Self *self); \
  void                         (*trait_modified) (Self *self, GyreTrait *trait); \
  void                         (*validate)       (Self *self, GyreReport *report); \
  gboolean                     (*receive)        (Self *self, GyreMessage *message, GError **error); \
  void                         (*deleted)        (Self *self); \
  gboolean                       sequential; \
  gsize                          stack_size;

/**
 * GyreClassDeclaration: (skip)
 * @name: the name of the type
 * @parent: the parent class
 * @class_size: bytes of the class struct
 * @instance_size: bytes of the instance struct
 * @traits: rows, ended by one without a field
 * @behaviors: rows, ended by one without a name
 * @first_slot: (nullable): where to put the slot of the first trait
 * @parent_class: (nullable): where to put the parent's class struct
 * @file: where it stands
 * @line: on which line
 * @implements: the interfaces that it promises
 * @family: the public dotted name
 * @defaults: (nullable): inherited defaults that it changes, ended by one without a name
 * @metaclass: the type of the record; %G_TYPE_INVALID for what the parent has
 * @summary: one line
 * @description: the long text, in Markdown
 * @internal: whether it is scaffolding
 * @untracked: whether it keeps no extent
 * @abstract: whether only derived classes have instances
 * @open: whether its instances, and those of derived classes, take attributes that nobody has declared
 * @class_initialize: (nullable): as a class_init function of GObject
 * @initialize: (nullable): as an instance_init function; traits hold their configured values already
 * @registered: (nullable): the hook of that name; this and the next ones take what the class is, not a #GyreComponent
 * @trait_modified: (nullable): the hook of that name
 * @validate: (nullable): the hook of that name
 * @receive: (nullable): the hook of that name
 * @deleted: (nullable): the hook of that name
 * @sequential: whether `run`, of this class and of derived ones, has a stack of its own and can wait: see gyre_component_wait()
 * @stack_size: how large that is, in bytes; 0 for 64 KiB
 *
 * What %GYRE_DEFINE_COMPONENT says.
 *
 * Since: 0.1
 */
typedef struct
{
  GYRE_CLASS_DECLARATION_FIELDS (GyreComponent)
} GyreClassDeclaration;

GType         gyre_component_define        (const GyreClassDeclaration *declaration);
GType         gyre_component_register      (GyreDeclaration *declaration,
                                            GType            metaclass,
                                            GError         **error);

/* Records. */
GyreActor    *gyre_actor_get               (GType            type);

/* The values of a class in the current executive: what its instances are born with. */
gboolean      gyre_actor_set_default       (GyreActor       *self,
                                            const char      *trait,
                                            const char      *text,
                                            GError         **error);
char         *gyre_actor_dup_default       (GyreActor       *self,
                                            const char      *trait,
                                            GError         **error);
GyreLocator  *gyre_actor_dup_default_locator (GyreActor     *self,
                                            const char      *trait,
                                            GError         **error);
gboolean      gyre_actor_get_default_priority (GyreActor    *self,
                                            const char      *trait,
                                            GyrePriority    *priority,
                                            GError         **error);

GYRE_END_DECLARATIONS
