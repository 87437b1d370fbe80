/* model-fixtures.h: Classes that the tests of the model use
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

#include <string.h>

/* A promise, and two that keep it. */
#define TEST_TYPE_SHAPE (test_shape_get_type ())
G_DECLARE_INTERFACE (TestShape, test_shape, TEST, SHAPE, GObject)

struct _TestShapeInterface
{
  GTypeInterface parent_interface;

  double (*measure) (TestShape *self,
                     GError   **error);
};

GYRE_DEFINE_INTERFACE (TestShape, test_shape,
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (gyre_required (measure, (real), .summary = "how much there is")),
  .family = "test.shapes",
  .implementation = "test.shapes.ball")

#define TEST_TYPE_BALL (test_ball_get_type ())
G_DECLARE_FINAL_TYPE (TestBall, test_ball, TEST, BALL, GyreComponent)

struct _TestBall
{
  GyreComponent parent_instance;

  double radius;
  char *label;
};

static double
test_ball_measure (TestBall *self, GError **error)
{
  return 2 * self->radius;
}

GYRE_DEFINE_COMPONENT (TestBall, test_ball, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_real (radius, 1.0, .aliases = "r, half of the width, größe", .constraints = GYRE_NOT_NEGATIVE),
    gyre_string (label, "plain", .nullable = TRUE)),
  GYRE_BEHAVIORS (gyre_behavior (measure, test_ball_measure, (real), .aliases = "size")),
  GYRE_IMPLEMENTS (TEST_TYPE_SHAPE),
  .family = "test.shapes.ball")

#define TEST_TYPE_BOX (test_box_get_type ())
G_DECLARE_FINAL_TYPE (TestBox, test_box, TEST, BOX, GyreComponent)

struct _TestBox
{
  GyreComponent parent_instance;

  int side;
};

static double
test_box_measure (TestBox *self, GError **error)
{
  return self->side;
}

GYRE_DEFINE_COMPONENT (TestBox, test_box, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_integer (side, 3)),
  GYRE_BEHAVIORS (gyre_behavior (measure, test_box_measure, (real))),
  GYRE_IMPLEMENTS (TEST_TYPE_SHAPE),
  .family = "test.shapes.box")

/* It does what a shape does and never says so. */
#define TEST_TYPE_QUIET (test_quiet_get_type ())
G_DECLARE_FINAL_TYPE (TestQuiet, test_quiet, TEST, QUIET, GyreComponent)

struct _TestQuiet
{
  GyreComponent parent_instance;
};

static double
test_quiet_measure (TestQuiet *self, GError **error)
{
  return 7;
}

GYRE_DEFINE_COMPONENT (TestQuiet, test_quiet, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (gyre_behavior (measure, test_quiet_measure, (real))),
  .family = "test.quiet")

/* No shape at all. */
#define TEST_TYPE_STONE (test_stone_get_type ())
G_DECLARE_FINAL_TYPE (TestStone, test_stone, TEST, STONE, GyreComponent)

struct _TestStone
{
  GyreComponent parent_instance;

  gint64 weight;
};

GYRE_DEFINE_COMPONENT (TestStone, test_stone, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_integer (weight, 5)),
  GYRE_BEHAVIORS (),
  .family = "test.stone")

/* A component with parts. */
#define TEST_TYPE_HOST (test_host_get_type ())
G_DECLARE_FINAL_TYPE (TestHost, test_host, TEST, HOST, GyreComponent)

struct _TestHost
{
  GyreComponent parent_instance;

  TestShape *shape;
  TestShape *spare;
  TestBall *ball;
};

GYRE_DEFINE_COMPONENT (TestHost, test_host, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_facility (shape, test_shape, NULL, .aliases = "form"),
    gyre_facility (spare, test_shape, "none", .nullable = TRUE),
    gyre_facility (ball, test_ball, "test.shapes.ball", .nullable = TRUE)),
  GYRE_BEHAVIORS (),
  .family = "test.host")

/* Helpers: a mistake ends the test at the place that asked. */
#define test_load_as(executive, category, text) \
  do \
    { \
      g_autoptr (GError) test_error = NULL; \
      gyre_executive_load_text (executive, "test.pfg", text, category, NULL, &test_error); \
      g_assert_no_error (test_error); \
    } \
  while (FALSE)
#define test_load(text) test_load_as (gyre_executive_get_current (), GYRE_CATEGORY_USER, text)

#define test_assert_text(component, trait, expected) \
  do \
    { \
      g_autoptr (GError) test_error = NULL; \
      g_autofree char *test_text = gyre_component_dup_text (GYRE_COMPONENT (component), trait, &test_error); \
      g_assert_no_error (test_error); \
      g_assert_cmpstr (test_text, ==, expected); \
    } \
  while (FALSE)

#define test_set_text(component, trait, text) \
  do \
    { \
      g_autoptr (GError) test_error = NULL; \
      gyre_component_set_text (GYRE_COMPONENT (component), trait, text, &test_error); \
      g_assert_no_error (test_error); \
    } \
  while (FALSE)

#define test_assert_place(component, trait, expected) \
  do \
    { \
      g_autoptr (GyreLocator) test_locator = gyre_component_dup_value_locator (GYRE_COMPONENT (component), trait, NULL); \
      g_autofree char *test_place = gyre_locator_to_string (test_locator); \
      g_assert_cmpstr (test_place, ==, expected); \
    } \
  while (FALSE)

/* A value that was said for the family: the place where it was said, and the declaration that it came through. */
#define test_assert_family_place(component, trait, expected) \
  do \
    { \
      g_autoptr (GyreLocator) test_locator = gyre_component_dup_value_locator (GYRE_COMPONENT (component), trait, NULL); \
      g_autofree char *test_place = gyre_locator_to_string (test_locator); \
      g_assert_true (g_str_has_prefix (test_place, expected ", through ")); \
      g_assert_true (gyre_locator_get_through (test_locator) \
                     == gyre_requirement_get_locator (GYRE_REQUIREMENT (gyre_component_get_actor (GYRE_COMPONENT (component))))); \
    } \
  while (FALSE)

/* An error of a domain and code whose message has all these texts. */
#define test_assert_error(error, domain, code, ...) \
  do \
    { \
      const char *test_texts[] = { __VA_ARGS__ }; \
      g_assert_error (error, domain, code); \
      for (guint test_index = 0; test_index < G_N_ELEMENTS (test_texts); test_index++) \
        if (strstr ((error)->message, test_texts[test_index]) == NULL) \
          g_error ("'%s' is not in: %s", test_texts[test_index], (error)->message); \
      g_clear_error (&(error)); \
    } \
  while (FALSE)

static inline gpointer
test_new (GType type, const char *name)
{
  g_autoptr (GError) error = NULL;
  gpointer component;

  gyre_executive_get_default ();
  g_type_ensure (type);
  component = gyre_component_new (type, name, &error, NULL);
  g_assert_no_error (error);
  return component;
}

static inline GyreCategory
test_category_of (gpointer component, const char *trait)
{
  GyrePriority priority = GYRE_PRIORITY_NONE;

  g_assert_true (gyre_component_get_value_priority (GYRE_COMPONENT (component), trait, &priority, NULL));
  return priority.category;
}
