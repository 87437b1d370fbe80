/* gyre-described-private.h: The parts of a description, and how each is made
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A module for each noun: classes, traits, behaviors, signals, what only an instance has, where code comes from. None of them builds
 * anything or changes what it describes.
 */
#pragma once

#include "gyre-behavior.h"
#include "gyre-description.h"

/* gyre-description-reader.c: the words of subjects and of rules, by number. */
extern const char * const gyre_described_subjects[];
extern const char * const gyre_described_rules[];

/* gyre-described.c: what is empty, and the end of what is not. */
GyreDescription       *gyre_description_alloc       (void);
GyreDescribedTrait    *gyre_described_trait_alloc   (void);
GyreDescribedBehavior *gyre_described_behavior_alloc (void);
GyreDescribedSignal   *gyre_described_signal_alloc  (void);
GyreDescribedSection  *gyre_described_section_new   (const char              *title);
void                   gyre_described_section_add   (GyreDescribedSection    *self,
                                                     const char              *name,
                                                     char                    *text);
void                   gyre_described_class_free    (gpointer                 data);
void                   gyre_described_instance_free (gpointer                 data);
void                   gyre_described_word_free     (gpointer                 data);
void                   gyre_described_row_free      (gpointer                 data);
void                   gyre_described_section_free  (gpointer                 data);
void                   gyre_described_trait_free    (gpointer                 data);
void                   gyre_described_argument_free (gpointer                 data);
void                   gyre_described_signal_free   (gpointer                 data);
void                   gyre_described_behavior_free (gpointer                 data);

/* gyre-described-class.c: relatives. */
const char            *gyre_described_name_of_type  (GType                    type);
void                   gyre_described_add_record    (GPtrArray               *classes,
                                                     GyreRequirement         *requirement);
void                   gyre_described_add_type      (GPtrArray               *classes,
                                                     GType                    type);
void                   gyre_described_add_implementers (GPtrArray            *classes,
                                                     GType                    type);
void                   gyre_describe_interface      (GyreDescription         *description,
                                                     GType                    interface);
void                   gyre_describe_relations      (GyreDescription         *description,
                                                     GyreRequirement         *requirement);
const char            *gyre_described_find_shadowed (const GyreDescriptor    *descriptor);
const GyreDescriptor  *gyre_described_find_promised (const GyreDescriptor    *descriptor);
void                   gyre_described_say           (const GyreDescriptor    *descriptor,
                                                     char                   **summary,
                                                     char                   **description,
                                                     char                   **said_by);

/* gyre-described-specification.c: what a GObject property says of itself. */
GPtrArray             *gyre_described_words_of_type (GType                    type);
char                  *gyre_described_print_value   (const GValue            *value,
                                                     GParamSpec              *specification);
void                   gyre_describe_specification  (GyreDescribedTrait      *self,
                                                     GParamSpec              *specification,
                                                     gboolean                 is_foreign);

/* gyre-described-trait.c: */
char                  *gyre_described_kind_text     (const GyreTrait         *trait);
GyreDescribedTrait    *gyre_describe_trait          (const GyreTrait         *trait,
                                                     GyreRequirement         *requirement,
                                                     GObject                 *instance);

/* gyre-described-behavior.c: */
GyreDescribedBehavior *gyre_describe_behavior       (const GyreBehavior      *behavior,
                                                     GyreRequirement         *requirement);

/* gyre-described-signal.c: */
void                   gyre_describe_signals        (GyreDescription         *description,
                                                     GType                    type);

/* gyre-described-instance.c: */
void                   gyre_describe_life           (GyreDescription         *description,
                                                     GyreComponent           *instance);

/* gyre-described-module.c: */
void                   gyre_describe_module         (GyreDescription         *description,
                                                     GType                    type,
                                                     GyreRequirement         *requirement);

/* gyre-described-example.c: */
char                  *gyre_describe_example        (GyreDescription         *description,
                                                     GyreRequirement         *requirement);
