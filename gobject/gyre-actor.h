/* gyre-actor.h: The record of a component class
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-role.h"

GYRE_BEGIN_DECLARATIONS

#define GYRE_TYPE_ACTOR (gyre_actor_get_type ())
G_DECLARE_DERIVABLE_TYPE (GyreActor, gyre_actor, GYRE, ACTOR, GyreRequirement)

/**
 * GyreActorClass:
 * @parent_class: the parent
 *
 * The metaclass of component classes. A class names another metaclass by deriving one from this; derived classes inherit it.
 * Records live as long as the process; any thread may read them.
 *
 * Since: 0.1
 */
struct _GyreActorClass
{
  GyreRequirementClass parent_class;

  /*< private >*/
  gpointer padding[4];
};

GyreActor *gyre_actor_peek          (GType        type);
GyreActor *gyre_actor_get_parent    (GyreActor   *self);
GPtrArray *gyre_actor_get_derived   (GyreActor   *self);
GPtrArray *gyre_actor_get_implements (GyreActor  *self);
GPtrArray *gyre_actor_get_roles     (GyreActor   *self);
gboolean   gyre_actor_plays         (GyreActor   *self,
                                     GyreRole    *role);
gboolean   gyre_actor_is_abstract   (GyreActor   *self);
gboolean   gyre_actor_is_open       (GyreActor   *self);
gboolean   gyre_actor_is_tracked    (GyreActor   *self);
GPtrArray *gyre_actor_get_extent    (GyreActor   *self);

GYRE_END_DECLARATIONS
