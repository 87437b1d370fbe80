/* specimen.c: A module for the tests of the program: a little of everything
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <gio/gio.h>

#define SPECIMEN_TYPE_FEEDER (specimen_feeder_get_type ())
G_DECLARE_INTERFACE (SpecimenFeeder, specimen_feeder, SPECIMEN, FEEDER, GObject)

struct _SpecimenFeederInterface
{
  GTypeInterface parent_interface;

  double (*feed) (SpecimenFeeder *self, double amount, GError **error);
};

GYRE_DEFINE_INTERFACE (SpecimenFeeder, specimen_feeder,
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (gyre_required (feed, (real, (real, amount)), .summary = "gives some")),
  .family = "specimen.feeders",
  .implementation = "specimen.feeders.spoon",
  .summary = "whoever feeds")

#define SPECIMEN_TYPE_SPOON (specimen_spoon_get_type ())
G_DECLARE_FINAL_TYPE (SpecimenSpoon, specimen_spoon, SPECIMEN, SPOON, GyreComponent)

struct _SpecimenSpoon
{
  GyreComponent parent_instance;

  double size;
};

static double
spoon_feed (SpecimenSpoon *self, double amount, GError **error)
{
  return self->size * amount;
}

GYRE_DEFINE_COMPONENT (SpecimenSpoon, specimen_spoon, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_real (size, 1.0, .aliases = "s, größe", .units = "m", .constraints = GYRE_NOT_NEGATIVE, .summary = "how much fits in")),
  GYRE_BEHAVIORS (gyre_behavior (feed, spoon_feed, (real, (real, amount)), .summary = "gives some")),
  GYRE_IMPLEMENTS (SPECIMEN_TYPE_FEEDER),
  .family = "specimen.feeders.spoon",
  .summary = "a small feeder")

#define SPECIMEN_TYPE_ANIMAL (specimen_animal_get_type ())
G_DECLARE_FINAL_TYPE (SpecimenAnimal, specimen_animal, SPECIMEN, ANIMAL, GyreComponent)

struct _SpecimenAnimal
{
  GyreComponent parent_instance;

  gint64 legs;
  char *sound;
  bool is_tame;
  GyreMaybeInteger age;
  SpecimenFeeder *feeder;
};

GYRE_DECLARE_FACILITY (SpecimenAnimal, specimen_animal, feeder, SpecimenFeeder);

static double
animal_divide (SpecimenAnimal *self, double dividend, double divisor, GError **error)
{
  return dividend / divisor;
}

static char *
animal_speak (SpecimenAnimal *self, gint64 times, GError **error)
{
  GString *text = g_string_new (NULL);

  for (gint64 count = 0; count < times; count++)
    {
      gyre_progress_report ((double) count / times);
      g_string_append (text, self->sound);
    }
  return g_string_free (text, FALSE);
}

static gboolean
animal_bite (SpecimenAnimal *self, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "it has no teeth");
  return FALSE;
}

static gboolean
animal_rest (SpecimenAnimal *self, GError **error)
{
  return TRUE;
}

/* It lasts longer than the program waits until it shows how far it is. */
static gboolean
animal_doze (SpecimenAnimal *self, GError **error)
{
  g_usleep (G_USEC_PER_SEC / 2);
  gyre_progress_report (0.5);
  return TRUE;
}

static GyreArray *
animal_table (SpecimenAnimal *self, GError **error)
{
  return gyre_array_new_from_text ("((1, 0.1), (nan, inf))", error);
}

static double
animal_eat (SpecimenAnimal *self, double amount, GError **error)
{
  SpecimenFeeder *feeder = specimen_animal_get_feeder (self, error);

  return feeder != NULL ? specimen_feeder_feed (feeder, amount, error) : 0.0;
}

GYRE_DEFINE_COMPONENT (SpecimenAnimal, specimen_animal, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_integer (legs, 4, .minimum = 0, .maximum = 1000, .summary = "what it walks on"),
    gyre_string (sound, "moo", .member = "moo, meow", .description = "What it says.\n\nNothing else."),
    gyre_boolean (is_tame, true, .deprecated_since = "0.1"),
    gyre_maybe_integer (age, "none", .units = "year", .construct_only = true),
    gyre_facility (feeder, specimen_feeder, NULL, .summary = "who feeds it")),
  GYRE_BEHAVIORS (
    gyre_behavior (divide, animal_divide, (real, (real, dividend), (real, divisor, .fallback = "2", .summary = "by what"))),
    gyre_behavior (speak, animal_speak, (string, (integer, times, .fallback = "1")), .aliases = "say", .summary = "makes a sound"),
    gyre_behavior (bite, animal_bite, (nothing)),
    gyre_behavior (rest, animal_rest, (nothing)),
    gyre_behavior (doze, animal_doze, (nothing)),
    gyre_behavior (table, animal_table, (array)),
    gyre_behavior (eat, animal_eat, (real, (real, amount)))),
  .family = "specimen.animal",
  .summary = "whatever lives")

#define SPECIMEN_TYPE_VAULT (specimen_vault_get_type ())
G_DECLARE_FINAL_TYPE (SpecimenVault, specimen_vault, SPECIMEN, VAULT, GyreComponent)

struct _SpecimenVault
{
  GyreComponent parent_instance;

  char *password;
  double depth;
  GyreList *keys;
};

GYRE_DEFINE_COMPONENT (SpecimenVault, specimen_vault, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_string (password, "sesame", .secret = true, .formerly = "pass-phrase", .summary = "what opens it"),
    gyre_real (depth, 1.5, .units = "m", .minimum = 0, .maximum = 9),
    gyre_list (keys, integer, "()")),
  GYRE_BEHAVIORS (),
  .family = "specimen.vault",
  .summary = "where things are kept")

#define SPECIMEN_TYPE_TWIG (specimen_twig_get_type ())
G_DECLARE_FINAL_TYPE (SpecimenTwig, specimen_twig, SPECIMEN, TWIG, GyreComponent)

struct _SpecimenTwig
{
  GyreComponent parent_instance;

  double size;
};

static double
twig_feed (SpecimenTwig *self, double amount, GError **error)
{
  return self->size * amount;
}

GYRE_DEFINE_COMPONENT (SpecimenTwig, specimen_twig, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_real (size, 1.0, .formerly = "length", .minimum = 0)),
  GYRE_BEHAVIORS (gyre_behavior (feed, twig_feed, (real, (real, amount)), .summary = "gives some")),
  GYRE_IMPLEMENTS (SPECIMEN_TYPE_FEEDER),
  .family = "specimen.nest.twig",
  .internal = true)

/* A class that has grown: some of its traits had other names. */
#define SPECIMEN_TYPE_NEST (specimen_nest_get_type ())
G_DECLARE_FINAL_TYPE (SpecimenNest, specimen_nest, SPECIMEN, NEST, GyreComponent)

struct _SpecimenNest
{
  GyreComponent parent_instance;

  gint64 eggs;
  GyreList *colours;
  double height;
  SpecimenFeeder *feeder;
};

GYRE_DECLARE_FACILITY (SpecimenNest, specimen_nest, feeder, SpecimenFeeder);

GYRE_DEFINE_COMPONENT (SpecimenNest, specimen_nest, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_integer (eggs, 4, .formerly = "egg-count, brood", .formerly_until = "2.0", .minimum = 0),
    gyre_list (colours, string, "()", .formerly = "colors"),
    gyre_real (height, 2.5, .deprecated_since = "0.1"),
    gyre_facility (feeder, specimen_feeder, "specimen.nest.twig")),
  GYRE_BEHAVIORS (),
  .family = "specimen.nest",
  .internal = true,
  .summary = "where animals come from")

GYRE_MODULE (specimen_nest_get_type, specimen_twig_get_type, specimen_feeder_get_type, specimen_spoon_get_type, specimen_animal_get_type, specimen_vault_get_type)
