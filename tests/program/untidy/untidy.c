/* untidy.c: A module whose words have each mistake that `gyre document --check` knows, once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#define UNTIDY_TYPE_DRAWER (untidy_drawer_get_type ())
G_DECLARE_INTERFACE (UntidyDrawer, untidy_drawer, UNTIDY, DRAWER, GObject)

struct _UntidyDrawerInterface
{
  GTypeInterface parent_interface;

  gboolean (*pull) (UntidyDrawer *self, double strength, GError **error);
};

/* An interface without a summary, and one of its arguments. */
GYRE_DEFINE_INTERFACE (UntidyDrawer, untidy_drawer,
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (
    gyre_required (pull, (nothing, (real, strength)), .summary = "opens it, as far as it goes")),
  .family = "untidy.drawer")

#define UNTIDY_TYPE_DESK (untidy_desk_get_type ())
G_DECLARE_FINAL_TYPE (UntidyDesk, untidy_desk, UNTIDY, DESK, GyreComponent)

struct _UntidyDesk
{
  GyreComponent parent_instance;

  double height;
  double width;
  gint64 legs;
  gint64 pens;
  gint64 rank;
  gint64 wait;
  gint64 layers;
  gint64 level;
  char *owner;
  char *colour;
};

static gboolean
untidy_desk_pull (UntidyDesk *self, double strength, GError **error)
{
  return TRUE;
}

static double
untidy_desk_clear (UntidyDesk *self, double share, GError **error)
{
  return share;
}

static void
untidy_desk_class_initialize (gpointer class, gpointer data)
{
  g_signal_new ("creaked", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* The promise of the interface needs no words again: `pull` is right as it is. */
GYRE_DEFINE_COMPONENT (UntidyDesk, untidy_desk, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_real (height, 1.0, .units = "m"),
    gyre_real (width, 1.0, .summary = "from the left to the right"),
    gyre_integer (legs, 4, .summary = "the legs of the desk"),
    gyre_integer (pens, 4, .summary = "what is left to write with."),
    gyre_integer (rank, 4, .summary = "The place among all others of the room"),
    gyre_integer (wait, 4, .summary = "until somebody comes, in minutes"),
    gyre_integer (layers, 4, .summary = "what lies over what\nand below"),
    gyre_integer (level, 4, .units = "1", .summary = "how high it stands, in boxes below it"),
    gyre_string (owner, "nobody", .summary = "who should come and clear it"),
    gyre_string (colour, "grey", .summary = "as far as it can be seen")),
  GYRE_BEHAVIORS (
    gyre_behavior (pull, untidy_desk_pull, (nothing, (real, strength))),
    gyre_behavior (clear, untidy_desk_clear, (real, (real, share, .summary = "of all that lies there")))),
  GYRE_IMPLEMENTS (UNTIDY_TYPE_DRAWER),
  .family = "untidy.desk",
  .class_initialize = untidy_desk_class_initialize,
  .summary = "where work begins")

GYRE_MODULE (untidy_drawer_get_type, untidy_desk_get_type)
