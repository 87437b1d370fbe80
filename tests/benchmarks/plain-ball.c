/* plain-ball.c: The same five reals as a GObject that is written by hand
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "balls.h"

struct _PlainBall
{
  GObject parent_instance;
  double radius;
  double mass;
  double charge;
  double height;
  double speed;
};

G_DEFINE_FINAL_TYPE (PlainBall, plain_ball, G_TYPE_OBJECT)

enum
{
  PROPERTY_RADIUS = 1,
  PROPERTY_MASS,
  PROPERTY_CHARGE,
  PROPERTY_HEIGHT,
  PROPERTY_SPEED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

double
plain_ball_get_radius (PlainBall *self)
{
  return self->radius;
}

static void
plain_ball_get_property (GObject *object, guint property, GValue *value, GParamSpec *specification)
{
  PlainBall *self = PLAIN_BALL (object);

  switch (property)
    {
    case PROPERTY_RADIUS:
      g_value_set_double (value, self->radius);
      break;
    case PROPERTY_MASS:
      g_value_set_double (value, self->mass);
      break;
    case PROPERTY_CHARGE:
      g_value_set_double (value, self->charge);
      break;
    case PROPERTY_HEIGHT:
      g_value_set_double (value, self->height);
      break;
    case PROPERTY_SPEED:
      g_value_set_double (value, self->speed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, specification);
    }
}

static void
plain_ball_take (PlainBall *self, double *field, double value, guint property)
{
  if (*field == value)
    return;
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
plain_ball_set_property (GObject *object, guint property, const GValue *value, GParamSpec *specification)
{
  PlainBall *self = PLAIN_BALL (object);

  switch (property)
    {
    case PROPERTY_RADIUS:
      plain_ball_take (self, &self->radius, g_value_get_double (value), property);
      break;
    case PROPERTY_MASS:
      plain_ball_take (self, &self->mass, g_value_get_double (value), property);
      break;
    case PROPERTY_CHARGE:
      plain_ball_take (self, &self->charge, g_value_get_double (value), property);
      break;
    case PROPERTY_HEIGHT:
      plain_ball_take (self, &self->height, g_value_get_double (value), property);
      break;
    case PROPERTY_SPEED:
      plain_ball_take (self, &self->speed, g_value_get_double (value), property);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, specification);
    }
}

static GParamSpec *
specify (const char *name, double minimum, double initial)
{
  return g_param_spec_double (name, name, name, minimum, G_MAXDOUBLE, initial,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
}

static void
plain_ball_class_init (PlainBallClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = plain_ball_get_property;
  object_class->set_property = plain_ball_set_property;
  properties[PROPERTY_RADIUS] = specify ("radius", 0.0, 1.0);
  properties[PROPERTY_MASS] = specify ("mass", -G_MAXDOUBLE, 1.0);
  properties[PROPERTY_CHARGE] = specify ("charge", -G_MAXDOUBLE, 0.0);
  properties[PROPERTY_HEIGHT] = specify ("height", -G_MAXDOUBLE, 0.0);
  properties[PROPERTY_SPEED] = specify ("speed", -G_MAXDOUBLE, 0.0);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
plain_ball_init (PlainBall *self)
{
  self->radius = 2.0;
  self->mass = 3.0;
  self->charge = 4.0;
  self->height = 5.0;
  self->speed = 6.0;
}

double
plain_ball_read_fields (PlainBall *self, guint count)
{
  double sum = 0.0;

  for (guint index = 0; index < count; index++)
    {
      sum += self->radius;
      BENCHMARK_KEEP (self);
    }
  return sum;
}
