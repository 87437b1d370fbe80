/* gyre-sketch.c: Places and lines between them, as text that graphviz reads
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Colours are of middle brightness where they stand on the page, and dark on light inside of places, so that one picture reads on
 * white and on black paper.
 */
#include "gyre-sketch.h"

#include <string.h>

#define TITLE_LENGTH 36
#define SUBTITLE_LENGTH 44
#define NAME_LENGTH 200
#define FEW_PLACES 8                   /* these stand below each other; more of them lie, because a screen is wider than a word */
#define MANY_PLACES 40
#define COLUMN 16                      /* so many leaves of one branch stand in one column */
#define MANY_LINES 250
#define TOO_MANY_LINES 1200

typedef struct
{
  const char *legend;
  const char *style;
  const char *fill;
  const char *border;
  const char *text;
} Form;

static const Form forms[] = {
  [GYRE_FORM_CLASS] = { "class", "rounded,filled", "#dbe9f6", "#5b87b3", "#12263a" },
  [GYRE_FORM_ABSTRACT] = { "abstract class", "rounded,filled,dashed", "#dbe9f6", "#5b87b3", "#12263a" },
  [GYRE_FORM_INVALID] = { "class with mistakes", "rounded,filled", "#f6d5d5", "#c04848", "#3a1212" },
  [GYRE_FORM_INTERFACE] = { "interface", "filled", "#e2f0d4", "#6b9447", "#1d2b10" },
  [GYRE_FORM_OUTSIDE] = { "described elsewhere", "rounded,filled", "#e8e8ea", "#858b95", "#2c2f36" },
  [GYRE_FORM_SUBJECT] = { "subject", "rounded,filled,bold", "#fbe5ae", "#b28419", "#3a2b06" },
  [GYRE_FORM_COMPONENT] = { "component", "rounded,filled", "#dbe9f6", "#5b87b3", "#12263a" },
  [GYRE_FORM_RUNNING] = { "process that runs", "rounded,filled", "#d5efdc", "#3f8f5a", "#0f2c19" },
  [GYRE_FORM_WAITING] = { "process that waits", "rounded,filled", "#e4def4", "#7a68b0", "#221a3a" },
  [GYRE_FORM_PAUSED] = { "process that is paused", "rounded,filled,dashed", "#fbe5ae", "#b28419", "#3a2b06" },
  [GYRE_FORM_STOPPED] = { "process that has stopped", "rounded,filled,dashed", "#e8e8ea", "#858b95", "#2c2f36" },
  [GYRE_FORM_PLAN] = { "not built yet", "rounded,filled,dashed", "#f1f1f3", "#858b95", "#2c2f36" },
};

typedef struct
{
  const char *name;             /* the class attribute of SVG */
  const char *legend;
  const char *sign;
  const char *colour;
  const char *attributes;
} Line;

static const Line lines[] = {
  [GYRE_LINE_DERIVES] = { "derives", "derives from", "──▷", "#5b87b3", "arrowhead=onormal" },
  [GYRE_LINE_IMPLEMENTS] = { "implements", "implements", "┄┄▷", "#6b9447", "arrowhead=onormal, style=dashed" },
  [GYRE_LINE_FACILITY] = { "facility", "has the facility", "◆─➤", "#b1752c", "dir=both, arrowtail=diamond, arrowhead=vee" },
  [GYRE_LINE_CHILD] = { "child", "is the parent of", "──•", "#858b95", "arrowhead=dot, arrowsize=0.5" },
  [GYRE_LINE_FOLLOWS] = { "follows", "follows the value of", "┄┄➤", "#8a63b3", "arrowhead=vee, style=dashed, constraint=false" },
  [GYRE_LINE_MESSAGES] = { "messages", "has sent messages to", "──➤", "#b85c70", "arrowhead=vee, constraint=false" },
};

typedef struct
{
  char *name;                   /* as graphviz has it */
  char *title;
  char *subtitle;
  char *tooltip;
  char *address;
  GyreForm form;
  guint n_in;
  guint n_out;
  guint n_leaves;               /* of those that hang on it */
} Place;

typedef struct
{
  GyreLine kind;
  Place *from;
  Place *to;
  GString *label;
} Connection;

struct _GyreSketch
{
  char *title;
  char *note;
  gboolean is_tree;
  GPtrArray *places;
  GHashTable *names;            /* of the caller → Place */
  GPtrArray *clusters;          /* Cluster, in the order in which they came */
  GHashTable *frames;           /* their names → Cluster */
  GPtrArray *connections;
  GHashTable *pairs;
};

typedef struct
{
  char *title;                  /* NULL: outside of all frames */
  GPtrArray *places;
} Cluster;

static void
place_free (gpointer data)
{
  Place *self = data;

  g_free (self->name);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->tooltip);
  g_free (self->address);
  g_free (self);
}

static void
cluster_free (gpointer data)
{
  Cluster *self = data;

  g_free (self->title);
  g_ptr_array_unref (self->places);
  g_free (self);
}

static void
connection_free (gpointer data)
{
  Connection *self = data;

  g_string_free (self->label, TRUE);
  g_free (self);
}

/* Text that XML can have: UTF-8 without control characters. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *result = g_string_new (NULL);

  for (const char *place = valid; *place != '\0'; place = g_utf8_next_char (place))
    {
      gunichar letter = g_utf8_get_char (place);
      gboolean is_space = letter == '\n' || letter == '\t' || letter == '\r';
      gboolean is_bad = letter < 0x20 || (letter >= 0x7f && letter < 0xa0) || (letter & 0xfffe) == 0xfffe;

      g_string_append_unichar (result, is_space ? ' ' : is_bad ? 0xfffd : letter);
    }
  return g_string_free (result, FALSE);
}

/* Which end of a dotted name tells most is unknown: the middle goes. */
static char *
shorten (const char *text, glong most)
{
  g_autofree char *whole = clean (text);
  glong length = g_utf8_strlen (whole, -1);
  glong head = (most - 1) / 2;
  g_autofree char *front = NULL;

  if (length <= most)
    return g_steal_pointer (&whole);
  front = g_utf8_substring (whole, 0, head);
  return g_strconcat (front, "…", g_utf8_offset_to_pointer (whole, length - (most - 1 - head)), NULL);
}

/* A name that graphviz neither interprets nor finds too long: what it would interpret is written as in addresses. */
static char *
encode (const char *name)
{
  GString *text = g_string_new (NULL);

  for (const guchar *byte = (const guchar *) name; *byte != '\0'; byte++)
    if (*byte < 0x20 || *byte == 0x7f || strchr ("%\"\\&<>", *byte) != NULL)
      g_string_append_printf (text, "%%%02X", *byte);
    else
      g_string_append_c (text, (char) *byte);
  if (!g_utf8_validate (text->str, (gssize) text->len, NULL) || text->len > NAME_LENGTH)
    {
      g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);

      g_string_printf (text, "%%%.32s", sum);
    }
  return g_string_free (text, FALSE);
}

/* Inside of `<…>`. */
static void
append_markup (GString *dot, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (dot, escaped);
}

/* Inside of `"…"`, as entities. N.B. graphviz reads its own escapes twice: of `\\N` it makes the name of the place. */
static void
append_quoted (GString *dot, const char *before, const char *text)
{
  g_autofree char *valid = clean (text);
  g_autofree char *escaped = g_markup_escape_text (valid, -1);
  g_autoptr (GString) whole = g_string_new (escaped);

  g_string_replace (whole, "\\", "&#92;", 0);
  g_string_append_printf (dot, "%s\"%s\"", before, whole->str);
}

/* N.B. graphviz writes an address as it is, with quotes and all. */
static void
append_address (GString *dot, const char *address)
{
  g_autofree char *valid = clean (address);
  g_autofree char *escaped = g_uri_escape_string (valid, ":/?#[]@!$&()*+,;=%", TRUE);

  append_quoted (dot, ", URL=", escaped);
}

/* Returns: (transfer full): a sketch without places */
GyreSketch *
gyre_sketch_new (const char *title, gboolean is_tree)
{
  GyreSketch *self = g_new0 (GyreSketch, 1);

  self->is_tree = is_tree;
  self->title = g_strdup (title);
  self->places = g_ptr_array_new_with_free_func (place_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->clusters = g_ptr_array_new_with_free_func (cluster_free);
  self->frames = g_hash_table_new (g_str_hash, g_str_equal);
  self->connections = g_ptr_array_new_with_free_func (connection_free);
  self->pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
gyre_sketch_free (GyreSketch *self)
{
  g_hash_table_unref (self->pairs);
  g_hash_table_unref (self->frames);
  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->connections);
  g_ptr_array_unref (self->clusters);
  g_ptr_array_unref (self->places);
  g_free (self->title);
  g_free (self->note);
  g_free (self);
}

static Cluster *
find_cluster (GyreSketch *self, const char *title)
{
  Cluster *cluster = g_hash_table_lookup (self->frames, title != NULL ? title : "");

  if (cluster != NULL)
    return cluster;
  cluster = g_new0 (Cluster, 1);
  cluster->title = g_strdup (title != NULL ? title : "");
  cluster->places = g_ptr_array_new ();
  g_ptr_array_add (self->clusters, cluster);
  g_hash_table_insert (self->frames, cluster->title, cluster);
  return cluster;
}

void
gyre_sketch_add_place (GyreSketch *self, const GyrePlace *place)
{
  Place *copy;

  if (g_hash_table_contains (self->names, place->name))
    return;
  copy = g_new0 (Place, 1);
  copy->name = encode (place->name);
  copy->title = shorten (place->title, TITLE_LENGTH);
  copy->subtitle = place->subtitle != NULL ? shorten (place->subtitle, SUBTITLE_LENGTH) : NULL;
  copy->tooltip = g_strdup (place->tooltip);
  copy->address = g_strdup (place->address);
  copy->form = place->form;
  g_ptr_array_add (self->places, copy);
  g_hash_table_insert (self->names, g_strdup (place->name), copy);
  g_ptr_array_add (find_cluster (self, place->cluster)->places, copy);
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

static Connection *
find_connection (GyreSketch *self, GyreLine kind, Place *from, Place *to)
{
  g_autofree char *pair = g_strdup_printf ("%d %p %p", kind, from, to);
  Connection *connection = g_hash_table_lookup (self->pairs, pair);

  if (connection != NULL)
    return connection;
  connection = g_new0 (Connection, 1);
  *connection = (Connection) { kind, from, to, g_string_new (NULL) };
  from->n_out++;
  to->n_in++;
  g_ptr_array_add (self->connections, connection);
  g_hash_table_insert (self->pairs, g_steal_pointer (&pair), connection);
  return connection;
}

void
gyre_sketch_add_line (GyreSketch *self, GyreLine line, const char *from, const char *to, const char *label)
{
  Place *one = g_hash_table_lookup (self->names, from);
  Place *other = g_hash_table_lookup (self->names, to);
  Connection *connection = one != NULL && other != NULL ? find_connection (self, line, one, other) : NULL;

  if (connection == NULL || label == NULL)
    return;
  if (connection->label->len > 0)
    g_string_append (connection->label, ", ");
  g_string_append (connection->label, label);
}

void
gyre_sketch_set_note (GyreSketch *self, const char *note)
{
  g_free (self->note);
  self->note = clean (note);
}

static void
append_place (GString *dot, const Place *self)
{
  const Form *form = &forms[self->form];

  g_string_append_printf (dot, "    \"%s\" [style=\"%s\", fillcolor=\"%s\", color=\"%s\", fontcolor=\"%s\", label=<", self->name,
                          form->style, form->fill, form->border, form->text);
  append_markup (dot, *self->title != '\0' ? self->title : "?");
  if (self->subtitle != NULL && *self->subtitle != '\0')
    {
      g_string_append (dot, "<br/><font point-size=\"9\">");
      append_markup (dot, self->subtitle);
      g_string_append (dot, "</font>");
    }
  g_string_append_c (dot, '>');
  append_quoted (dot, ", tooltip=", self->tooltip != NULL ? self->tooltip : self->title);
  if (self->address != NULL)
    append_address (dot, self->address);
  g_string_append (dot, "];\n");
}

static void
append_cluster (GString *dot, const Cluster *self, guint index)
{
  if (*self->title != '\0')
    {
      g_autofree char *title = shorten (self->title, TITLE_LENGTH);

      g_string_append_printf (dot, "  subgraph cluster_%u {\n    label=<", index);
      append_markup (dot, title);
      g_string_append (dot, ">; style=\"rounded,dashed\"; color=\"#a3a8b0\"; fontsize=11; labelloc=t; margin=10;");
      g_string_append_printf (dot, " id=frame%u;", index);
      append_quoted (dot, " tooltip=", self->title);
      g_string_append (dot, ";\n");
    }
  for (guint place = 0; place < self->places->len; place++)
    append_place (dot, self->places->pdata[place]);
  if (*self->title != '\0')
    g_string_append (dot, "  }\n");
}

/* Who has one line only hangs on the other end of it. Too many of them would make a tower: they stand in several columns. */
static gboolean
is_leaf (const Connection *self)
{
  return self->kind == GYRE_LINE_CHILD ? self->to->n_out == 0 && self->to->n_in == 1 : self->from->n_in == 0 && self->from->n_out == 1;
}

static Place *
get_branch (const Connection *self)
{
  return self->kind == GYRE_LINE_CHILD ? self->from : self->to;
}

static guint
count_columns (guint n_leaves)
{
  return CLAMP ((n_leaves + COLUMN - 1) / COLUMN, 1, 6);
}

static void
append_connection (GString *dot, const Connection *self, GHashTable *places_taken)
{
  const Line *line = &lines[self->kind];
  Place *branch = get_branch (self);

  g_string_append_printf (dot, "  \"%s\" -> \"%s\" [class=%s, color=\"%s\", fontcolor=\"%s\", %s", self->from->name, self->to->name,
                          line->name, line->colour, line->colour, line->attributes);
  if (self->label->len > 0)
    {
      g_autofree char *label = shorten (self->label->str, TITLE_LENGTH);

      g_string_append (dot, ", label=<");
      append_markup (dot, label);
      g_string_append (dot, ">");
      append_quoted (dot, ", tooltip=", self->label->str);
      append_quoted (dot, ", labeltooltip=", self->label->str);
    }
  if (is_leaf (self) && branch->n_leaves > COLUMN)
    {
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (places_taken, branch));

      g_hash_table_insert (places_taken, branch, GUINT_TO_POINTER (index + 1));
      g_string_append_printf (dot, ", minlen=%u", 1 + index % count_columns (branch->n_leaves));
    }
  g_string_append (dot, "];\n");
}

static void
append_connections (GyreSketch *self, GString *dot)
{
  g_autoptr (GHashTable) places_taken = g_hash_table_new (NULL, NULL);

  for (guint index = 0; index < self->places->len; index++)
    ((Place *) self->places->pdata[index])->n_leaves = 0;
  for (guint index = 0; index < self->connections->len; index++)
    if (is_leaf (self->connections->pdata[index]))
      get_branch (self->connections->pdata[index])->n_leaves++;
  for (guint index = 0; index < self->connections->len; index++)
    append_connection (dot, self->connections->pdata[index], places_taken);
}

/* Those that nothing is said about would all stand in one row. */
static void
append_order (GString *dot, const Cluster *self)
{
  g_autoptr (GPtrArray) lonely = g_ptr_array_new ();
  guint width = 2;

  for (guint index = 0; index < self->places->len; index++)
    {
      Place *place = self->places->pdata[index];

      if (place->n_in + place->n_out == 0)
        g_ptr_array_add (lonely, place);
    }
  while (2 * width * width < lonely->len)
    width++;
  for (guint index = 0; index + 1 < lonely->len; index++)
    if ((index + 1) % width != 0)
      g_string_append_printf (dot, "  \"%s\" -> \"%s\" [style=invis];\n", ((Place *) lonely->pdata[index])->name,
                              ((Place *) lonely->pdata[index + 1])->name);
}

/* What the picture has, and nothing else. */
static void
append_legend (GyreSketch *self, GString *dot)
{
  gboolean has_form[G_N_ELEMENTS (forms)] = { FALSE };
  gboolean has_line[G_N_ELEMENTS (lines)] = { FALSE };

  for (guint index = 0; index < self->places->len; index++)
    has_form[((Place *) self->places->pdata[index])->form] = TRUE;
  for (guint index = 0; index < self->connections->len; index++)
    has_line[((Connection *) self->connections->pdata[index])->kind] = TRUE;
  g_string_append (dot, "  label=<");
  for (guint index = 0; index < G_N_ELEMENTS (forms); index++)
    if (has_form[index])
      g_string_append_printf (dot, "<font color=\"%s\">■ %s</font>   ", forms[index].border, forms[index].legend);
  g_string_append (dot, "<br/>");
  for (guint index = 0; index < G_N_ELEMENTS (lines); index++)
    if (has_line[index])
      g_string_append_printf (dot, "<font color=\"%s\">%s %s</font>   ", lines[index].colour, lines[index].sign, lines[index].legend);
  if (self->note != NULL && *self->note != '\0')
    {
      g_string_append (dot, "<br/>");
      append_markup (dot, self->note);
    }
  g_string_append (dot, ">;\n");
}

static const char *
get_splines (guint n_lines)
{
  return n_lines > TOO_MANY_LINES ? "line" : n_lines > MANY_LINES ? "polyline" : "spline";
}

/* A tree of components grows from its root, a class stands below what it derives from. */
static const char *
get_direction (GyreSketch *self)
{
  gboolean is_small = self->places->len <= FEW_PLACES;

  if (self->is_tree)
    return is_small ? "TB" : "LR";
  return is_small ? "BT" : "RL";
}

/* Returns: (transfer full): a graph in graphviz' language */
char *
gyre_sketch_to_dot (GyreSketch *self)
{
  GString *dot = g_string_new ("digraph picture {\n  id=picture; tooltip=");

  append_quoted (dot, "", self->title);
  g_string_append_printf (dot, "; rankdir=%s; splines=%s; nodesep=%s; ranksep=0.45; fontname=\"sans-serif\"; fontsize=9;"
                               " fontcolor=\"#7b828c\"; labelloc=b;\n",
                          get_direction (self), get_splines (self->connections->len), self->places->len > MANY_PLACES ? "0.05" : "0.15");
  g_string_append (dot, "  node [shape=box, fontname=\"sans-serif\", fontsize=11, height=0.3, margin=\"0.12,0.05\"];\n"
                        "  edge [fontname=\"sans-serif\", fontsize=9, arrowsize=0.8];\n");
  append_legend (self, dot);
  for (guint index = 0; index < self->clusters->len; index++)
    append_cluster (dot, self->clusters->pdata[index], index);
  append_connections (self, dot);
  for (guint index = 0; index < self->clusters->len; index++)
    append_order (dot, self->clusters->pdata[index]);
  g_string_append (dot, "}\n");
  return g_string_free (dot, FALSE);
}
