/* plain-model.h: Component classes made of plain GObjects, for tests of what stands below the model
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * plain_declare() makes a class from a table: derived from Plain where the table names no parent.
 */
#pragma once

#include "gyre-actor-private.h"
#include "gyre-compatibility-private.h"
#include "gyre-declaration-error.h"
#include "gyre-declaration-private.h"
#include "gyre-declare.h"
#include "gyre-interface-private.h"
#include "gyre-record-private.h"
#include "gyre-registrar-private.h"
#include "gyre-requirement-private.h"

#include <string.h>

typedef struct
{
  GObject parent_instance;
  GyreExtentLink link;
} Plain;

typedef struct
{
  const char *name;
  const char *family;
  GType parent;                                /* 0 for the root, an interface for a role */
  GType metaclass;
  GType implements[4];
  GyreTraitDeclaration traits[5];
  GyreBehaviorDeclaration behaviors[4];
  GyreDescriptor *descriptor;                  /* one more, as it is */
  const char *implementation;
} PlainClass;

static void
plain_install (GyreActor *actor, gpointer type_class, GyreReport *report)
{
}

static void
plain_check (GyreActor *actor, gpointer type_class, GyreReport *report)
{
  gyre_compatibility_report (actor, report);
}

static void
plain_finish (GyreActor *actor, gpointer type_class)
{
}

static GObject *
plain_construct (GyreActor *actor, const GyreConstruction *construction, GError **error)
{
  GObject *object;

  if (!gyre_requirement_is_valid (GYRE_REQUIREMENT (actor), error))
    return NULL;
  object = g_object_new (gyre_requirement_get_gtype (GYRE_REQUIREMENT (actor)), NULL);
  gyre_extent_add (&gyre_actor_get_record (actor)->extent, &((Plain *) (gpointer) object)->link);
  return object;
}

static const GyreActorModel plain_model = {
  .extent_offset = G_STRUCT_OFFSET (Plain, link),
  .install = plain_install,
  .check = plain_check,
  .finish = plain_finish,
  .construct = plain_construct,
  .interface_initialize = gyre_interface_initialize,
};

static void
plain_dispose (GObject *object)
{
  GyreActor *actor = gyre_actor_peek (G_OBJECT_TYPE (object));

  gyre_extent_remove (&gyre_actor_get_record (actor)->extent, &((Plain *) (gpointer) object)->link);
  G_OBJECT_CLASS (g_type_class_peek (G_TYPE_OBJECT))->dispose (object);
}

static void
plain_class_initialize (gpointer type_class, gpointer data)
{
  G_OBJECT_CLASS (type_class)->dispose = plain_dispose;
}

/* Descriptors live as long as the process, also those of a declaration that is refused. */
static void
plain_add (GyreDeclaration *declaration, GyreDescriptor *descriptor)
{
  static GPtrArray *kept;

  if (kept == NULL)
    kept = g_ptr_array_new ();
  g_ptr_array_add (kept, descriptor);
  gyre_declaration_add (declaration, descriptor);
}

static void
plain_fill (GyreDeclaration *declaration, const PlainClass *table)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_file ("plain.c", 10, 1);

  gyre_declaration_set_family (declaration, table->family);
  gyre_declaration_set_locator (declaration, locator);
  gyre_declaration_set_implementation (declaration, table->implementation);
  for (guint index = 0; table->implements[index] != G_TYPE_INVALID; index++)
    gyre_declaration_implement (declaration, table->implements[index]);
  for (const GyreTraitDeclaration *row = table->traits; row->field != NULL; row++)
    plain_add (declaration, &gyre_trait_new (row)->descriptor);
  for (const GyreBehaviorDeclaration *row = table->behaviors; row->name != NULL; row++)
    {
      GyreBehaviorDeclaration lasting = *row;    /* arguments in a block's literal go with the block */
      lasting.signature.arguments = g_memdup2 (row->signature.arguments, row->signature.length * sizeof (GyreArgument));
      plain_add (declaration, &gyre_behavior_new (&lasting)->descriptor);
    }
  if (table->descriptor != NULL)
    gyre_declaration_add (declaration, table->descriptor);
}

static GType plain_get_type (void);

/* Runs *prepare* and *new*; the class struct is made when it is first asked for. */
static GyreRequirement *
plain_prepare_class (const PlainClass *table, GError **error)
{
  GType parent = table->parent != G_TYPE_INVALID ? table->parent : plain_get_type ();
  GyreRequirement *record = gyre_record_new (table->metaclass, GYRE_TYPE_ACTOR, &parent, 1, error);
  g_autoptr (GyreDeclaration) declaration = NULL;

  if (record == NULL)
    return NULL;
  declaration = gyre_attribute_classifier_prepare (GYRE_ATTRIBUTE_CLASSIFIER (record), table->name, parent);
  plain_fill (declaration, table);
  if (parent == G_TYPE_OBJECT)
    {
      gyre_actor_set_model (GYRE_ACTOR (record), &plain_model);
      gyre_declaration_set_sizes (declaration, sizeof (GObjectClass), sizeof (Plain));
      gyre_declaration_set_initializers (declaration, plain_class_initialize, NULL);
    }
  if (!gyre_attribute_classifier_new_class (GYRE_ATTRIBUTE_CLASSIFIER (record), declaration, error))
    g_clear_object (&record);
  return record;
}

static G_GNUC_UNUSED GyreActor *
plain_declare (const PlainClass *table)
{
  g_autoptr (GError) error = NULL;
  GyreRequirement *record = plain_prepare_class (table, &error);

  g_assert_no_error (error);
  g_type_class_unref (g_type_class_ref (gyre_requirement_get_gtype (record)));
  return GYRE_ACTOR (record);
}

static GType
plain_get_type (void)
{
  static GType type;

  if (type == G_TYPE_INVALID)
    {
      static const PlainClass root = { .name = "Plain", .parent = G_TYPE_OBJECT };
      type = gyre_requirement_get_gtype (plain_prepare_class (&root, NULL));
    }
  return type;
}

static G_GNUC_UNUSED GType
plain_register_interface (const PlainClass *table, GError **error)
{
  g_autoptr (GyreDeclaration) declaration = gyre_declaration_new (table->name, G_TYPE_INTERFACE);

  plain_fill (declaration, table);
  return gyre_interface_register (declaration, table->metaclass, error);
}

static G_GNUC_UNUSED GyreRole *
plain_declare_interface (const PlainClass *table)
{
  g_autoptr (GError) error = NULL;
  GType type = plain_register_interface (table, &error);

  g_assert_no_error (error);
  return gyre_role_get (type);
}

/* The names of traits, in order, with blanks between them. */
static G_GNUC_UNUSED char *
plain_join (GPtrArray *traits)
{
  GString *text = g_string_new (NULL);

  for (guint index = 0; index < traits->len; index++)
    g_string_append_printf (text, "%s%s", index > 0 ? " " : "", gyre_descriptor_get_name (g_ptr_array_index (traits, index)));
  return g_string_free (text, FALSE);
}

static G_GNUC_UNUSED char *
plain_join_records (GPtrArray *records)
{
  GString *text = g_string_new (NULL);

  for (guint index = 0; index < records->len; index++)
    g_string_append_printf (text, "%s%s", index > 0 ? " " : "", gyre_requirement_get_name (g_ptr_array_index (records, index)));
  return g_string_free (text, FALSE);
}

/* What is wrong with a declaration, as text; the warning that tells it is swallowed. */
static G_GNUC_UNUSED char *
plain_declare_invalid (const PlainClass *table)
{
  g_autoptr (GError) error = NULL;
  GyreRequirement *record;

  g_test_expect_message ("Gyre", G_LOG_LEVEL_WARNING, "*is invalid*");
  record = table->parent == G_TYPE_INTERFACE ? GYRE_REQUIREMENT (plain_declare_interface (table))
                                             : GYRE_REQUIREMENT (plain_declare (table));
  g_test_assert_expected_messages ();
  g_assert_false (gyre_requirement_is_valid (record, &error));
  g_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_INVALID);
  return g_strdup (error->message);
}

#define plain_assert_contains(text, part) \
  G_STMT_START { \
    if (strstr (text, part) == NULL) \
      g_error ("'%s' is not in '%s'", part, text); \
  } G_STMT_END

/* Rows, as the macros of a class make them. */
#define PLAIN_TRAIT(name_, kind_, ...) \
  { .field = name_, .kind = &gyre_kind_##kind_, .minimum = -(long double) INFINITY, .maximum = (long double) INFINITY, __VA_ARGS__ }
#define PLAIN_BEHAVIOR(name_, signature_, ...) \
  { .name = name_, .signature = GYRE_SIGNATURE_ROW (signature_), __VA_ARGS__ }
