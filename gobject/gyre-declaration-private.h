/* gyre-declaration-private.h: The inside of a declaration
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-declaration.h"

struct _GyreDeclaration
{
  gint references;
  const char *name;
  GType parent;
  const char *family;
  const char *summary;
  const char *description;
  const char *implementation;   /* an interface's suggested default: a family */
  GyreLocator *locator;
  gboolean is_internal;
  gboolean is_untracked;
  gboolean is_abstract;
  gboolean is_open;
  gsize class_size;
  gsize instance_size;
  GBaseInitFunc base_initialize;  /* of the root of a tree of classes */
  GClassInitFunc class_initialize;
  GInstanceInitFunc initialize;
  GClosure *constructor;        /* of another language, or NULL */
  GArray *interfaces;           /* GType: what a class promises, or an interface's bases */
  GPtrArray *descriptors;       /* in order */
  GPtrArray *defaults;          /* of inherited traits, name and text in turn; NULL where there are none */
  gboolean is_shared;           /* a record has that list too: it does not change any more */
};

gboolean gyre_declaration_has (GyreDeclaration *declaration,
                               const char      *name);
GPtrArray *gyre_declaration_share_descriptors (GyreDeclaration *declaration);
