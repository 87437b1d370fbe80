/* gyre-roster.c: Places of which the same is to be said
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is to be said of a place is written as a text: frame, group, and all of its lines with who is at their other end. Those
 * that have the same text are alike.
 */
#include "gyre-roster.h"

#define FEWEST 8
#define HEIGHT_OF_WIDTH 3              /* so many cells are as high as one is wide */

struct _GyreRoster
{
  char *name;
  GPtrArray *members;           /* of GyreSketchPlace */
};

static void
roster_free (gpointer data)
{
  GyreRoster *self = data;

  g_free (self->name);
  g_ptr_array_unref (self->members);
  g_free (self);
}

static void
add_word (GHashTable *words, const GyreSketchPlace *place, const GyreSketchLine *line, char direction, const GyreSketchPlace *other)
{
  GPtrArray *list = g_hash_table_lookup (words, place);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (words, (gpointer) place, list);
    }
  g_ptr_array_add (list, g_strdup_printf ("%c%d %s\n%s", direction, line->kind, other->name, line->label->str));
}

static int
compare_words (gconstpointer first, gconstpointer second)
{
  return g_strcmp0 (*(char * const *) first, *(char * const *) second);
}

/* Place → its lines, each as a text. */
static GHashTable *
collect_words (GyreSketch *sketch)
{
  GHashTable *words = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint index = 0; index < sketch->lines->len; index++)
    {
      const GyreSketchLine *line = sketch->lines->pdata[index];

      add_word (words, line->from, line, '>', line->to);
      add_word (words, line->to, line, '<', line->from);
    }
  return words;
}

static char *
dup_likeness (const GyreSketchPlace *place, GPtrArray *words)
{
  GString *text = g_string_new (place->cluster);

  g_string_append_printf (text, "\n%s", place->group != NULL ? place->group : "");
  if (words != NULL)
    g_ptr_array_sort (words, compare_words);
  for (guint index = 0; words != NULL && index < words->len; index++)
    g_string_append_printf (text, "\n%s", (char *) words->pdata[index]);
  return g_string_free (text, FALSE);
}

static void
add_member (GPtrArray *rosters, GHashTable *known, char *likeness, GyreSketchPlace *place)
{
  GyreRoster *roster = g_hash_table_lookup (known, likeness);

  if (roster == NULL)
    {
      roster = g_new0 (GyreRoster, 1);
      roster->name = g_strconcat ("%alike ", place->name, NULL);
      roster->members = g_ptr_array_new ();
      g_ptr_array_add (rosters, roster);
      g_hash_table_insert (known, likeness, roster);
    }
  else
    g_free (likeness);
  g_ptr_array_add (roster->members, place);
}

GPtrArray *
gyre_rosters_assign (GyreSketch *sketch)
{
  GPtrArray *rosters = g_ptr_array_new_with_free_func (roster_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) words = NULL;

  if (sketch->places->len <= GYRE_SKETCH_MANY_PLACES)
    return rosters;
  words = collect_words (sketch);
  for (guint index = 0; index < sketch->places->len; index++)
    {
      GyreSketchPlace *place = sketch->places->pdata[index];

      add_member (rosters, known, dup_likeness (place, g_hash_table_lookup (words, place)), place);
    }
  for (guint index = 0; index < rosters->len; index++)
    {
      GyreRoster *roster = rosters->pdata[index];

      for (guint member = 0; roster->members->len >= FEWEST && member < roster->members->len; member++)
        ((GyreSketchPlace *) roster->members->pdata[member])->roster = roster;
    }
  return rosters;
}

void
gyre_rosters_withdraw (GyreSketch *sketch)
{
  for (guint index = 0; index < sketch->places->len; index++)
    ((GyreSketchPlace *) sketch->places->pdata[index])->roster = NULL;
}

/* N.B. no place is called so: a name that begins so would have been written otherwise. */
const char *
gyre_roster_get_name (GyreRoster *self)
{
  return self->name;
}

GPtrArray *
gyre_roster_get_members (GyreRoster *self)
{
  return self->members;
}

/* About as wide as high. */
guint
gyre_roster_get_width (GyreRoster *self)
{
  guint width = 1;

  while (HEIGHT_OF_WIDTH * width * width < self->members->len)
    width++;
  return width;
}
