/* kind-out-of-tree.c: A kind of values that the library does not know, and a component that uses it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <string.h>

/* The kind: `#ff8000`, kept as a number. */
static gboolean
colour_parse (const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  gsize digits = *text == '#' ? strspn (text + 1, "0123456789abcdefABCDEF") : 0;
  g_autofree char *message = NULL;

  (void) trait;
  *value = (GyreValue) { .present = TRUE };
  if (digits == 6 && text[7] == '\0')
    {
      value->integer = (gint64) g_ascii_strtoull (text + 1, NULL, 16);
      return TRUE;
    }
  message = g_strdup_printf ("must be # and six hexadecimal digits, is '%s'", text);
  gyre_value_error_set_literal (error, GYRE_VALUE_ERROR_SYNTAX, (gssize) digits, "write #ff8000", message);
  return FALSE;
}

static char *
colour_print (const GyreTrait *trait, GyreValue value)
{
  (void) trait;
  return g_strdup_printf ("#%06x", (guint) value.integer);
}

static gboolean
colour_equal (GyreValue value, GyreValue other)
{
  return value.integer == other.integer;
}

static GParamSpec *
colour_specify (const GyreTrait *trait, GParamFlags flags)
{
  return g_param_spec_uint (gyre_trait_get_name (trait), NULL, NULL, 0, 0xffffff, 0, flags);
}

static gboolean
colour_from_gvalue (const GyreTrait *trait, const GValue *source, GyreValue *value, GError **error)
{
  if (G_VALUE_HOLDS_STRING (source) && g_value_get_string (source) != NULL)
    return colour_parse (trait, g_value_get_string (source), value, error);
  *value = (GyreValue) { .present = TRUE };
  if (G_VALUE_HOLDS_UINT (source))
    value->integer = g_value_get_uint (source);
  else if (G_VALUE_HOLDS_INT64 (source))
    value->integer = g_value_get_int64 (source);
  else
    gyre_value_error_set_literal (error, GYRE_VALUE_ERROR_TYPE, -1, NULL, "must be a colour");
  return G_VALUE_HOLDS_UINT (source) || G_VALUE_HOLDS_INT64 (source);
}

static void
colour_to_gvalue (const GyreTrait *trait, GyreValue value, GValue *target)
{
  (void) trait;
  g_value_set_uint (target, (guint) value.integer);
}

static const GyreKind paint_kind_colour = {
  .name = "colour", .parse = colour_parse, .print = colour_print, .equal = colour_equal, .specify = colour_specify,
  .from_gvalue = colour_from_gvalue, .to_gvalue = colour_to_gvalue,
};

/* How it is written in a table. */
#define paint_colour(...) (colour, __VA_ARGS__)
#define GYRE_CHECK_colour(Self, field, initial, ...) \
  GYRE_CHECK_FIELD (Self, field, GYRE_FIELD_IS (Self, field, guint32), "a guint32") \
  GYRE_CHECK_DEFAULT (field, GYRE_IS_WHOLE (initial), "a number")
#define GYRE_ROW_colour(Self, member, value, ...) \
  GYRE_ROW_OF (Self, member, &paint_kind_colour, GYRE_STORAGE_UINT32, .integer = (value), __VA_ARGS__)
#define GYRE_ACCESSORS_colour(Self, prefix, field, ...) \
  GYRE_DECLARE_INTEGER (Self, prefix, field, guint32); \
  guint32 prefix##_get_##field (Self *self) { return self->field; } \
  GYRE_SETTER (prefix, field, Self *self, gint64 value) { GYRE_COMMIT (integer, prefix, field, value) }

G_DECLARE_FINAL_TYPE (PaintWall, paint_wall, PAINT, WALL, GyreComponent)
struct _PaintWall { GyreComponent parent_instance; guint32 shade; };

GYRE_DEFINE_COMPONENT (PaintWall, paint_wall, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (paint_colour (shade, 0xffffff, .summary = "how it looks")),
  GYRE_BEHAVIORS (),
  .family = "paint.wall", .summary = "a wall")

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) wall = gyre_component_new (paint_wall_get_type (), "wall", &error, NULL);
  g_autofree char *text = NULL;

  if (paint_wall_get_shade ((PaintWall *) wall) != 0xffffff || !paint_wall_set_shade ((PaintWall *) wall, 0xff8000, &error))
    return 1;
  text = gyre_component_dup_text (wall, "shade", &error);
  g_print ("wall is %s\n", text);
  if (!gyre_component_set_text (wall, "shade", "#12", &error))
    g_print ("%s\n", error->message);
  return paint_wall_get_shade ((PaintWall *) wall) == 0xff8000 ? 0 : 1;
}
