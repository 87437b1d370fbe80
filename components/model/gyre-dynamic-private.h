/* gyre-dynamic-private.h: Attributes that nobody has declared
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each attribute of a component is a trait of its own, whose kind changes with its value. The trait stays where it is as long as
 * anybody could know it: observers do. One without a value is not there for anybody else.
 */
#pragma once

#include "gyre-dynamic.h"
#include "gyre-graph.h"
#include "gyre-provenance-private.h"

typedef struct _GyreDynamics GyreDynamics;
typedef struct _GyreShown GyreShown;

typedef struct _GyreFace GyreFace;

typedef struct
{
  GyreTrait trait;               /* of the shape, with the name; first, so that a trait leads here */
  const GyreTrait *shape;        /* NULL while there is no value */
  GyreValue value;               /* owned */
  GyreProvenance provenance;
  guint users;                   /* changes of it that run now, and transactions that know it */
  GyreCell cell;                 /* that others follow, or that follows others; GYRE_CELL_NONE for most */
  GyreFace *faces;               /* as what it was told, one for each kind that it had */
  GParamSpec *property;          /* another object has the value, see gyre-shown.c; NULL for nearly all */
} GyreDynamic;

static inline gboolean
gyre_trait_is_dynamic (const GyreTrait *trait)
{
  return trait->storage == GYRE_STORAGE_DYNAMIC;
}

static inline const GyreDynamic *
gyre_dynamic_of_trait (const GyreTrait *trait)
{
  return (const GyreDynamic *) trait;
}

/* Whether another object has the value, whose kind is that of its property. */
static inline gboolean
gyre_trait_is_shown (const GyreTrait *trait)
{
  return gyre_trait_is_dynamic (trait) && gyre_dynamic_of_trait (trait)->property != NULL;
}

/* Whether it has the kind of whatever it is given. */
static inline gboolean
gyre_trait_takes_any_kind (const GyreTrait *trait)
{
  return gyre_trait_is_dynamic (trait) && gyre_dynamic_of_trait (trait)->property == NULL;
}

/* By name: one that has a value; one that is to get one, made where there is none; any. The value of another object is read then. */
GyreDescriptor *gyre_dynamic_get          (GyreComponent    *component,
                                           const char       *name,
                                           GError          **error);
GyreDescriptor *gyre_dynamic_get_settable (GyreComponent    *component,
                                           const char       *name,
                                           GError          **error);
gboolean        gyre_dynamic_check_removable (GyreComponent *component,
                                           const GyreTrait  *trait,
                                           GError          **error);
GyreDynamic    *gyre_dynamic_find         (GyreComponent    *component,
                                           const char       *name);
GyreDynamic    *gyre_dynamic_find_own     (GyreComponent    *component,
                                           const char       *name);

/* It stays, even without a value. */
void            gyre_dynamic_hold         (GyreComponent    *component,
                                           GyreDynamic      *dynamic);
void            gyre_dynamic_let_go       (GyreComponent    *component,
                                           GyreDynamic      *dynamic);

/* What a text says, for an attribute that has a kind or not. */
gboolean        gyre_dynamic_read_text    (const GyreDynamic *dynamic,
                                           const char       *text,
                                           const GyreTrait **shape,
                                           GyreValue        *value,
                                           GError          **error);

/* Take the provenance. Errors name component and attribute. */
gboolean        gyre_dynamic_commit_text  (GyreComponent    *component,
                                           const GyreTrait  *trait,
                                           const char       *text,
                                           GyreProvenance    provenance,
                                           GError          **error);
gboolean        gyre_dynamic_commit_native (GyreComponent   *component,
                                           const GyreTrait  *trait,
                                           const GValue     *native,
                                           GyreProvenance    provenance,
                                           GError          **error);
gboolean        gyre_dynamic_commit       (GyreComponent    *component,
                                           const GyreTrait  *trait,
                                           const GyreTrait  *shape,
                                           GyreValue         value,
                                           GyreProvenance    provenance,
                                           GError          **error);
gboolean        gyre_dynamic_bind         (GyreComponent    *component,
                                           const GyreTrait  *trait,
                                           const char       *text,
                                           GyreProvenance    provenance,
                                           GError          **error);
void            gyre_dynamic_take_place   (GyreDynamic      *dynamic,
                                           GyreProvenance    provenance);
void            gyre_dynamic_withdraw     (GyreComponent    *component,
                                           GyreDynamic      *dynamic);
/* The same, unless the rules of the class refuse it. The error names component and attribute. */
gboolean        gyre_dynamic_remove       (GyreComponent    *component,
                                           GyreDynamic      *dynamic,
                                           GError          **error);
GyreLocator    *gyre_dynamic_dup_locator  (GyreComponent    *component,
                                           const GyreTrait  *trait);

/* Of an attribute that is not told yet. */
void            gyre_dynamic_take_shape   (GyreDynamic      *dynamic,
                                           const GyreTrait  *shape);
void            gyre_dynamic_free         (gpointer          dynamic);
void            gyre_dynamic_tell         (GyreComponent    *component,
                                           GyreDynamic      *dynamic,
                                           const GyreTrait  *shape,
                                           GyreValue         old_value,
                                           GyreValue         new_value);

/* As what it is told where it has that shape, and back. */
const GyreTrait *gyre_dynamic_get_face    (GyreDynamic      *dynamic,
                                           const GyreTrait  *shape);
GyreDynamic    *gyre_dynamic_of_face      (const GyreTrait  *face);

/* The properties of an object are attributes of the component from now on: behind its own, or before them. Takes what is shown. */
void            gyre_dynamics_show        (GyreComponent    *component,
                                           GyreShown        *shown);
GyreShown      *gyre_dynamics_get_shown   (GyreComponent    *component);
gboolean        gyre_dynamics_has_own     (GyreComponent    *component,
                                           const char       *name);
GyreDynamic    *gyre_dynamics_add         (GyreComponent    *component,
                                           const char       *name);
gboolean        gyre_dynamics_are_over    (GyreComponent    *component);
void            gyre_dynamics_drop        (GyreComponent    *component,
                                           GHashTable       *objects);
void            gyre_dynamics_forget_cells (GyreComponent   *component);
/* Those of these names come last, in this order. */
void            gyre_dynamics_arrange     (GyreComponent    *component,
                                           GPtrArray        *names);
void            gyre_dynamics_release     (GyreComponent    *component);
void            gyre_dynamics_free        (gpointer          dynamics);
guint           gyre_dynamics_get_length  (GyreComponent    *component);
GyreDynamic    *gyre_dynamics_get         (GyreComponent    *component,
                                           guint             index);
