/* good.c: One class and one interface with every kind of row, without a mistake
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * It must compile without a word. The test makes one mistake at a time in it, and each must be an error that names the culprit.
 */
#include <gyre.h>

#define TEST_TYPE_MODE (test_mode_get_type ())
typedef enum
{
  TEST_MODE_FAST,
  TEST_MODE_SLOW,
} TestMode;
GType test_mode_get_type (void);

#define TEST_TYPE_SHAPE (test_shape_get_type ())
G_DECLARE_INTERFACE (TestShape, test_shape, TEST, SHAPE, GObject)

struct _TestShapeInterface
{
  GTypeInterface parent_interface;

  double (*measure) (TestShape *self, GError **error);
  gboolean (*contains) (TestShape *self, const GyreArray *points, GyreArray *inside, GError **error);
};

double   test_shape_measure  (TestShape        *self,
                              GError          **error);
gboolean test_shape_contains (TestShape        *self,
                              const GyreArray  *points,
                              GyreArray        *inside,
                              GError          **error);

GYRE_DEFINE_INTERFACE (TestShape, test_shape,
  GYRE_TRAITS (gyre_required_real (size, .summary = "x"), gyre_required_integer (count),
    gyre_required_list (names, string), gyre_required_facility (inner, test_shape, .nullable = TRUE)),
  GYRE_BEHAVIORS (
    gyre_required (measure, (real), .summary = "area"),
    gyre_required (contains, (nothing, (array, points), (buffer, inside)))),
  .family = "test.shapes")

#define TEST_TYPE_BALL (test_ball_get_type ())
G_DECLARE_FINAL_TYPE (TestBall, test_ball, TEST, BALL, GyreComponent)

struct _TestBall
{
  GyreComponent parent_instance;

  bool round;
  int count;
  guint8 small;
  gint64 large;
  double size;
  char *label;
  char *file;
  TestMode mode;
  GyreArray *center;
  GyreList *names;
  GyreList *grid;
  GyreList *range;
  GyreList *flavours;
  GyreMapping *weights;
  GyreMapping *groups;
  GyreList *parts;
  GyreMapping *tools;
  TestShape *inner;
  GyreMaybeReal limit;
  GyreQuantity gravity;
  GTimeSpan patience;
  GyreMaybeInteger seed;
  GyreMaybeBoolean sure;
  guint64 huge;
  GyreComplex wave;
  double _Complex field;
  GyreDecimal *price;
  GyreFraction ratio;
  TestMode modes;
  GDate *day;
  gint64 hour;
  GDateTime *moment;
  GUri *home;
  GyreInternetAddress *server;
  GVariant *data;
  GInitable *helper;
  GyreBoxed *thing;
  char *editor;
  char *key;
  GyreStream *source;
  GyreStream *log;
};

static double
test_ball_measure (TestBall *self, GError **error)
{
  return error != NULL ? self->size : 0;
}

static gboolean
test_ball_contains (TestBall *self, const GyreArray *points, GyreArray *inside, GError **error)
{
  inside->values[0] = points->values[0] < self->size;
  return error != NULL;
}

static gboolean
test_ball_receive (TestBall *self, GyreMessage *message, GError **error)
{
  return self != NULL && message != NULL && error != NULL;
}

static void
test_ball_deleted (TestBall *self)
{
  self->size = 0;
}

GYRE_DEFINE_COMPONENT (TestBall, test_ball, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_boolean (round, true),
    gyre_integer (count, 3, .minimum = 0, .maximum = 10, .summary = "x"),
    gyre_integer (small, 3, .constraints = GYRE_POSITIVE),
    gyre_integer (large, -1),
    gyre_real (size, 1.5, .aliases = "a", .summary = "how large"),
    gyre_string (label, "none"),
    gyre_path (file, NULL, .nullable = TRUE),
    gyre_enumeration (mode, test_mode, TEST_MODE_FAST),
    gyre_array (center, "(0, 0)"),
    gyre_list (names, string, "(a, b)"),
    gyre_list (grid, GYRE_LIST_OF (GYRE_OF (real, .minimum = 0)), "((1, 2))"),
    gyre_tuple (range, (real, integer, GYRE_TUPLE_OF (real, GYRE_ENUMERATION_OF (test_mode))), "(0, 1, (2, fast))"),
    gyre_set (flavours, string, "()", .constraints = GYRE_NOT_EMPTY),
    gyre_mapping (weights, real, "(a: 1)", .minimum = 0),
    gyre_catalog (groups, string, "()"),
    gyre_facilities (parts, test_shape, "()"),
    gyre_facility_mapping (tools, test_shape, "()"),
    gyre_facility (inner, test_shape, NULL, .nullable = TRUE),
    gyre_maybe_real (limit, "none", .units = "m"),
    gyre_quantity (gravity, "9.81 m/s^2", .units = "m/s^2", .rule = GYRE_ALL_OF (GYRE_IS_POSITIVE, GYRE_NOT (GYRE_EQUAL_TO ("1 m/s^2")))),
    gyre_duration (patience, "30 ms"),
    gyre_maybe_integer (seed, "none"),
    gyre_maybe_boolean (sure, "none"),
    gyre_integer (huge, G_MAXUINT64),
    gyre_complex (wave, "3+4j"),
    gyre_complex (field, "0"),
    gyre_decimal (price, "0.10"),
    gyre_fraction (ratio, "3/4"),
    gyre_flags (modes, test_mode, TEST_MODE_SLOW),
    gyre_date (day, "2026-08-02", .format = "%d.%m.%Y"),
    gyre_time (hour, "12:30"),
    gyre_timestamp (moment, NULL, .nullable = TRUE),
    gyre_uri (home, NULL, .nullable = TRUE),
    gyre_internet_address (server, "any:80"),
    gyre_variant (data, NULL, .nullable = TRUE),
    gyre_object (helper, g_initable, NULL, .nullable = TRUE),
    gyre_boxed (thing, gyre_complex, NULL, .nullable = TRUE),
    gyre_environment_variable (editor, "vi", .variable = "EDITOR"),
    gyre_secret (key, NULL, .nullable = TRUE),
    gyre_input_stream (source, "stdin"),
    gyre_output_stream (log, "stderr", .format = "append")),
  GYRE_BEHAVIORS (
    gyre_behavior (measure, test_ball_measure, (real), .summary = "the area"),
    gyre_behavior (contains, test_ball_contains, (nothing, (array, points), (buffer, inside)))),
  GYRE_IMPLEMENTS (TEST_TYPE_SHAPE),
  .receive = test_ball_receive, .deleted = test_ball_deleted,
  .family = "test.ball", .summary = "a ball")
