/* workshop.c: A module for the corpus of mistakes: a trait of each kind that can be said wrongly
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <stdint.h>

typedef enum
{
  WORKSHOP_MODE_SLOW,
  WORKSHOP_MODE_FAST,
} WorkshopMode;

GType workshop_mode_get_type (void);

GType
workshop_mode_get_type (void)
{
  static const GEnumValue words[] = {
    { WORKSHOP_MODE_SLOW, "WORKSHOP_MODE_SLOW", "slow" },
    { WORKSHOP_MODE_FAST, "WORKSHOP_MODE_FAST", "fast" },
    { 0, NULL, NULL },
  };
  static gsize type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("WorkshopMode", words));
  return type;
}

#define WORKSHOP_TYPE_MODE (workshop_mode_get_type ())

#define WORKSHOP_TYPE_PUMP (workshop_pump_get_type ())
G_DECLARE_FINAL_TYPE (WorkshopPump, workshop_pump, WORKSHOP, PUMP, GyreComponent)

struct _WorkshopPump
{
  GyreComponent parent_instance;

  double pressure;
};

GYRE_DEFINE_COMPONENT (WorkshopPump, workshop_pump, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_real (pressure, 100, .units = "kPa", .minimum = 0, .summary = "how hard it pushes")),
  GYRE_BEHAVIORS (),
  .family = "workshop.pump",
  .summary = "moves water")

#define WORKSHOP_TYPE_ENGINE (workshop_engine_get_type ())
G_DECLARE_FINAL_TYPE (WorkshopEngine, workshop_engine, WORKSHOP, ENGINE, GyreComponent)

struct _WorkshopEngine
{
  GyreComponent parent_instance;

  double power;
  WorkshopMode mode;
  gint64 cylinders;
  int8_t gear;
  bool is_electric;
  GyreComplex impedance;
  GyreFraction ratio;
  GyreDecimal *price;
  GyreQuantity torque;
  gint64 patience;
  char *label;
  GDate *built;
  gint64 opening;
  GDateTime *checked;
  GUri *manual;
  GyreInternetAddress *server;
  GyreArray *curve;
  GyreList *gears;
  GyreList *fuels;
  GyreList *bore;
  GyreMapping *weights;
  GVariant *extra;
  WorkshopPump *pump;
};

GYRE_DECLARE_FACILITY (WorkshopEngine, workshop_engine, pump, WorkshopPump);

static gboolean
engine_start (WorkshopEngine *self, GError **error)
{
  return TRUE;
}

GYRE_DEFINE_COMPONENT (WorkshopEngine, workshop_engine, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_real (power, 1000, .units = "W", .minimum = 0, .maximum = 1e6, .aliases = "p", .summary = "what it gives"),
    gyre_enumeration (mode, workshop_mode, WORKSHOP_MODE_SLOW),
    gyre_integer (cylinders, 4, .minimum = 1, .maximum = 16),
    gyre_integer (gear, 1),
    gyre_boolean (is_electric, false),
    gyre_complex (impedance, "3+4j"),
    gyre_fraction (ratio, "3/4"),
    gyre_decimal (price, "9.90"),
    gyre_quantity (torque, "5 N m", .units = "N m"),
    gyre_duration (patience, "30 s"),
    gyre_string (label, "red", .member = "red, green", .formerly = "colour"),
    gyre_date (built, "2026-08-02"),
    gyre_time (opening, "08:00"),
    gyre_timestamp (checked, "2026-08-02 12:30"),
    gyre_uri (manual, "https://localhost/", .format = "https"),
    gyre_internet_address (server, "localhost:80"),
    gyre_array (curve, "((0, 1), (2, 3))"),
    gyre_list (gears, integer, "(1, 2)", .minimum = 1),
    gyre_set (fuels, string, "(gas)"),
    gyre_tuple (bore, (real, string), "(1, mm)"),
    gyre_mapping (weights, real, "(a: 1)", .minimum = 0),
    gyre_variant (extra, "[1]", .format = "ai"),
    gyre_facility (pump, workshop_pump, "workshop.pump")),
  GYRE_BEHAVIORS (gyre_behavior (start, engine_start, (nothing))),
  .family = "workshop.engine",
  .summary = "turns things")

GYRE_MODULE (workshop_pump_get_type, workshop_engine_get_type)
