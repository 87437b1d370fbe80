/* gyre-actor-private.h: The inside of a class record, for the layers above
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-actor.h"
#include "gyre-extent-private.h"

/* What a tree of classes lends to the metaclass: how its class structs are filled and its instances built. The root of the tree
 * brings it, derived classes inherit it. So the metaclass layer knows nothing of components. */
typedef struct
{
  gsize extent_offset;
  void     (*install)   (GyreActor              *actor,
                         gpointer                type_class,
                         GyreReport             *report);
  void     (*check)     (GyreActor              *actor,
                         gpointer                type_class,
                         GyreReport             *report);
  void     (*finish)    (GyreActor              *actor,
                         gpointer                type_class);
  GObject *(*construct) (GyreActor              *actor,
                         const GyreConstruction *construction,
                         GError                **error);
  GInterfaceInitFunc interface_initialize;
} GyreActorModel;

typedef struct
{
  const GyreActorModel *model;
  GyreActor *parent;
  GPtrArray *implements;      /* GyreRole: as this class declares */
  GPtrArray *roles;           /* GyreRole: all that it is obliged to, bases and ancestors included */
  GPtrArray *derived;         /* GyreActor: direct descendants */
  GyreExtent extent;
  gpointer state;             /* of the layer that brings the model */
  gboolean is_open;           /* it or an ancestor takes attributes that nobody has declared */
  void (*constructed) (GObject *object);  /* the class's own, behind the model's */
} GyreActorRecord;

GyreActorRecord *gyre_actor_get_record (GyreActor            *self);
void             gyre_actor_set_model  (GyreActor            *self,
                                        const GyreActorModel *model);
void             gyre_actor_attach     (GyreActor            *self,
                                        GyreDeclaration      *declaration,
                                        GType                 type);
void             gyre_actor_complete   (GyreActor            *self,
                                        gpointer              type_class);
