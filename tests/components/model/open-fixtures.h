/* open-fixtures.h: Open classes that the tests of the model use
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model-fixtures.h"

#define TEST_TYPE_OPEN (test_open_get_type ())
G_DECLARE_FINAL_TYPE (TestOpen, test_open, TEST, OPEN, GyreComponent)

struct _TestOpen
{
  GyreComponent parent_instance;

  double weight;
  guint n_told;
  char *told;              /* the name of the trait that the hook was told last */
};

static inline void
test_open_trait_modified (GyreComponent *self, GyreTrait *trait)
{
  TEST_OPEN (self)->n_told++;
  g_free (TEST_OPEN (self)->told);
  TEST_OPEN (self)->told = g_strdup (gyre_trait_get_name (trait));
}

/* A rule over a declared and an undeclared value. */
static inline void
test_open_validate (GyreComponent *self, GyreReport *report)
{
  gint64 limit = 0;

  if (gyre_component_find_dynamic (self, "limit") != NULL && gyre_component_get_integer (self, "limit", &limit, NULL)
      && TEST_OPEN (self)->weight > limit)
    gyre_report_error (report, NULL, NULL, "heavier than its limit");
}

static void
test_open_finalize (GObject *object)
{
  g_free (TEST_OPEN (object)->told);
  G_OBJECT_CLASS (g_type_class_peek (GYRE_TYPE_COMPONENT))->finalize (object);
}

static void
test_open_class_init (gpointer type_class, gpointer data)
{
  GYRE_COMPONENT_CLASS (type_class)->trait_modified = test_open_trait_modified;
  G_OBJECT_CLASS (type_class)->finalize = test_open_finalize;
  GYRE_COMPONENT_CLASS (type_class)->validate = test_open_validate;
}

GYRE_DEFINE_COMPONENT (TestOpen, test_open, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_real (weight, 1.0)),
  GYRE_BEHAVIORS (),
  .family = "test.open",
  .open = TRUE,
  .class_initialize = test_open_class_init)

/* A class that is declared by function calls. */
static inline GType
test_declare (const char *name, GType parent, const char *family, gboolean is_open)
{
  g_autoptr (GyreDeclaration) declaration = gyre_declaration_new (name, parent);
  g_autoptr (GError) error = NULL;
  GType type;

  gyre_declaration_set_family (declaration, family);
  gyre_declaration_set_open (declaration, is_open);
  type = gyre_component_register (declaration, G_TYPE_INVALID, &error);
  g_assert_no_error (error);
  return type;
}

#define test_assert_kind(component, attribute, expected) \
  g_assert_cmpstr (gyre_trait_get_kind_name (gyre_component_find_dynamic (GYRE_COMPONENT (component), attribute)), ==, expected)

#define test_assert_attributes(component, expected) \
  do \
    { \
      g_auto (GStrv) test_names = gyre_component_list_dynamic (GYRE_COMPONENT (component)); \
      g_autofree char *test_list = g_strjoinv (" ", test_names); \
      g_assert_cmpstr (test_list, ==, expected); \
    } \
  while (FALSE)
