/* gyre-sketch.c: Places and lines between them, of which a picture is made
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-sketch-private.h"
#include "gyre-quotation.h"

static void
place_free (gpointer data)
{
  GyreSketchPlace *self = data;

  g_free (self->name);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->tooltip);
  g_free (self->address);
  g_free (self->group);
  g_free (self);
}

static void
cluster_free (gpointer data)
{
  GyreSketchCluster *self = data;

  g_free (self->title);
  g_ptr_array_unref (self->places);
  g_free (self);
}

static void
line_free (gpointer data)
{
  GyreSketchLine *self = data;

  g_string_free (self->label, TRUE);
  g_free (self);
}

/* Returns: (transfer full): a sketch without places */
GyreSketch *
gyre_sketch_new (const char *title, gboolean is_tree)
{
  GyreSketch *self = g_new0 (GyreSketch, 1);

  self->title = g_strdup (title);
  self->is_tree = is_tree;
  self->places = g_ptr_array_new_with_free_func (place_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->clusters = g_ptr_array_new_with_free_func (cluster_free);
  self->frames = g_hash_table_new (g_str_hash, g_str_equal);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
gyre_sketch_free (GyreSketch *self)
{
  g_hash_table_unref (self->pairs);
  g_hash_table_unref (self->frames);
  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->clusters);
  g_ptr_array_unref (self->places);
  g_free (self->title);
  g_free (self->note);
  g_free (self);
}

static GyreSketchCluster *
find_cluster (GyreSketch *self, const char *title)
{
  GyreSketchCluster *cluster = g_hash_table_lookup (self->frames, title != NULL ? title : "");

  if (cluster != NULL)
    return cluster;
  cluster = g_new0 (GyreSketchCluster, 1);
  cluster->title = g_strdup (title != NULL ? title : "");
  cluster->places = g_ptr_array_new ();
  g_ptr_array_add (self->clusters, cluster);
  g_hash_table_insert (self->frames, cluster->title, cluster);
  return cluster;
}

void
gyre_sketch_add_place (GyreSketch *self, const GyrePlace *place)
{
  GyreSketchCluster *cluster;
  GyreSketchPlace *copy;

  if (g_hash_table_contains (self->names, place->name))
    return;
  cluster = find_cluster (self, place->cluster);
  copy = g_new0 (GyreSketchPlace, 1);
  copy->name = gyre_quotation_encode (place->name);
  copy->title = gyre_quotation_shorten (place->title, GYRE_SKETCH_TITLE_LENGTH);
  copy->subtitle = place->subtitle != NULL ? gyre_quotation_shorten (place->subtitle, GYRE_SKETCH_SUBTITLE_LENGTH) : NULL;
  copy->tooltip = g_strdup (place->tooltip != NULL ? place->tooltip : place->title);
  copy->address = g_strdup (place->address);
  copy->group = g_strdup (place->group);
  copy->cluster = cluster->title;
  copy->form = place->form;
  g_ptr_array_add (self->places, copy);
  g_hash_table_insert (self->names, g_strdup (place->name), copy);
  g_ptr_array_add (cluster->places, copy);
}

gboolean
gyre_sketch_has_place (GyreSketch *self, const char *name)
{
  return g_hash_table_contains (self->names, name);
}

guint
gyre_sketch_get_length (GyreSketch *self)
{
  return self->places->len;
}

static GyreSketchLine *
find_line (GyreSketch *self, GyreLine kind, GyreSketchPlace *from, GyreSketchPlace *to)
{
  g_autofree char *pair = g_strdup_printf ("%d %p %p", kind, from, to);
  GyreSketchLine *line = g_hash_table_lookup (self->pairs, pair);

  if (line != NULL)
    return line;
  line = g_new0 (GyreSketchLine, 1);
  *line = (GyreSketchLine) { kind, from, to, g_string_new (NULL), 0 };
  g_ptr_array_add (self->lines, line);
  g_hash_table_insert (self->pairs, g_steal_pointer (&pair), line);
  return line;
}

void
gyre_sketch_add_line (GyreSketch *self, GyreLine kind, const char *from, const char *to, const char *label, guint64 count)
{
  GyreSketchPlace *one = g_hash_table_lookup (self->names, from);
  GyreSketchPlace *other = g_hash_table_lookup (self->names, to);
  GyreSketchLine *line = one != NULL && other != NULL ? find_line (self, kind, one, other) : NULL;

  if (line == NULL)
    return;
  line->count += count;
  if (label == NULL)
    return;
  if (line->label->len > 0)
    g_string_append (line->label, ", ");
  g_string_append (line->label, label);
}

void
gyre_sketch_set_note (GyreSketch *self, const char *note)
{
  g_free (self->note);
  self->note = gyre_quotation_clean (note);
}
