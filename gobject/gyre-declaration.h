/* gyre-declaration.h: What a class statement says, in its order
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-descriptor.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreDeclaration:
 *
 * The ordered container of a class or interface declaration: what the metaclass step *prepare* hands out, what the
 * declaration fills, and what the step *new* turns into a record. It belongs to the thread that declares.
 *
 * The order of calls: [ctor@Gyre.Declaration.new] (or the metaclass's *prepare*), the setters in any order,
 * gyre_declaration_add() for each member in the order in which they shall be seen, then gyre_component_register() or
 * gyre_interface_register().
 *
 * Since: 0.1
 */
typedef struct _GyreDeclaration GyreDeclaration;

#define GYRE_TYPE_DECLARATION (gyre_declaration_get_type ())
GType gyre_declaration_get_type (void);

GyreDeclaration *gyre_declaration_new              (const char      *name,
                                                    GType            parent);
GyreDeclaration *gyre_declaration_ref              (GyreDeclaration *declaration);
void             gyre_declaration_unref            (GyreDeclaration *declaration);

void             gyre_declaration_set_family       (GyreDeclaration *declaration,
                                                    const char      *family);
void             gyre_declaration_set_summary      (GyreDeclaration *declaration,
                                                    const char      *summary,
                                                    const char      *description);
void             gyre_declaration_set_locator      (GyreDeclaration *declaration,
                                                    GyreLocator     *locator);
void             gyre_declaration_set_internal     (GyreDeclaration *declaration,
                                                    gboolean         is_internal);
void             gyre_declaration_set_untracked    (GyreDeclaration *declaration,
                                                    gboolean         is_untracked);
void             gyre_declaration_set_abstract     (GyreDeclaration *declaration,
                                                    gboolean         is_abstract);
void             gyre_declaration_set_open         (GyreDeclaration *declaration,
                                                    gboolean         is_open);
void             gyre_declaration_set_sizes        (GyreDeclaration *declaration,
                                                    gsize            class_size,
                                                    gsize            instance_size);
void             gyre_declaration_set_initializers (GyreDeclaration *declaration,
                                                    GClassInitFunc   class_initialize,
                                                    GInstanceInitFunc initialize);
void             gyre_declaration_set_constructor (GyreDeclaration  *declaration,
                                                    GClosure        *constructor);
void             gyre_declaration_set_implementation (GyreDeclaration *declaration,
                                                    const char      *family);
void             gyre_declaration_implement        (GyreDeclaration *declaration,
                                                    GType            interface);
void             gyre_declaration_add              (GyreDeclaration *declaration,
                                                    GyreDescriptor  *descriptor);
void             gyre_declaration_set_default      (GyreDeclaration *declaration,
                                                    const char      *trait,
                                                    const char      *text);

const char      *gyre_declaration_get_name         (GyreDeclaration *declaration);
guint            gyre_declaration_get_length       (GyreDeclaration *declaration);
GyreDescriptor  *gyre_declaration_get_descriptor   (GyreDeclaration *declaration,
                                                    guint            index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreDeclaration, gyre_declaration_unref)

GYRE_END_DECLARATIONS
