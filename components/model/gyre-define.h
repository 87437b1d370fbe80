/* gyre-define.h: A component class from a plain struct and one table
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once
#pragma GCC system_header

#include "gyre-accessor.h"
#include "gyre-class.h"

/* A function of another type than an option has is an error. */
#ifdef __clang__
#define GYRE_BEGIN_FUNCTIONS _Pragma ("clang diagnostic push") _Pragma ("clang diagnostic error \"-Wincompatible-function-pointer-types\"")
#else
#define GYRE_BEGIN_FUNCTIONS _Pragma ("GCC diagnostic push") _Pragma ("GCC diagnostic error \"-Wincompatible-pointer-types\"")
#endif

/**
 * GYRE_DEFINE_COMPONENT: (skip)
 * @Self: the type, as G_DECLARE_FINAL_TYPE has it
 * @prefix: its functions' prefix
 * @PARENT: the type of the parent class
 * @traits_: GYRE_TRAITS (…)
 * @behaviors_: GYRE_BEHAVIORS (…)
 * @...: options of #GyreClassDeclaration, such as `.family = "gauss.shapes.ball"`
 *
 * Defines `prefix_get_type ()`, and for each trait `prefix_get_<trait> ()` and `prefix_set_<trait> ()`. A header that wants to
 * show an accessor declares it with GYRE_DECLARE_REAL() and its kin.
 *
 * Since: 0.1
 */
#define GYRE_DEFINE_COMPONENT(Self, prefix, PARENT, traits_, behaviors_, ...) \
  GType prefix##_get_type (void); \
  static guint16 prefix##_first_slot; \
  static gpointer prefix##_parent_class; \
  enum { GYRE_EACH (GYRE_TRAIT_INDEX, (Self, prefix), traits_) prefix##_n_traits }; \
  GYRE_EACH (GYRE_TRAIT_CHECK, (Self, prefix), traits_) \
  GYRE_EACH (GYRE_BEHAVIOR_CHECK, (Self, prefix), behaviors_) \
  GYRE_BEGIN_TABLE \
  static const GyreTraitDeclaration prefix##_traits[] = { \
    GYRE_EACH (GYRE_TRAIT_ROW, (Self, prefix), traits_) { .field = NULL } }; \
  static const GyreBehaviorDeclaration prefix##_behaviors[] = { \
    GYRE_EACH (GYRE_BEHAVIOR_ROW, (Self, prefix), behaviors_) { .name = NULL } }; \
  GYRE_END_TABLE \
  GYRE_BEGIN_FUNCTIONS \
  GType \
  prefix##_get_type (void) \
  { \
    static GType type; \
    if (g_once_init_enter (&type)) \
      { \
        const union { struct { GYRE_CLASS_DECLARATION_FIELDS (Self) } own; GyreClassDeclaration any; } declaration = { .own = { \
          .name = #Self, .parent = PARENT, .class_size = sizeof (Self##Class), .instance_size = sizeof (Self), \
          .traits = prefix##_traits, .behaviors = prefix##_behaviors, .first_slot = &prefix##_first_slot, \
          .parent_class = &prefix##_parent_class, .file = __FILE__, .line = __LINE__, __VA_ARGS__ } }; \
        g_once_init_leave (&type, gyre_component_define (&declaration.any)); \
      } \
    return type; \
  } \
  GYRE_END_TABLE \
  GYRE_EACH (GYRE_TRAIT_ACCESSORS, (Self, prefix), traits_)

/* Inherited defaults that a class changes, as an option: GYRE_DEFAULTS ({ "radius", "2" }, …). */
#define GYRE_DEFAULTS(...) .defaults = (const GyreDefaultDeclaration[]) { __VA_ARGS__, { NULL, NULL } }
