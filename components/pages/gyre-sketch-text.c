/* gyre-sketch-text.c: A sketch as text that graphviz reads
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Colours are of middle brightness where they stand on the page, and dark on light inside of places, so that one picture reads on
 * white and on black paper.
 */
#include "gyre-sketch-private.h"
#include "gyre-quotation.h"
#include "gyre-roster.h"

#define FEW_PLACES 8                   /* these stand below each other; more of them lie, because a screen is wider than a word */
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
  [GYRE_LINE_MESSAGES] = { "messages", "has sent messages to", "──➤", "#b85c70", "arrowhead=vee, weight=0" },
};

/* What graphviz knows an end of a line by. */
static const char *
get_node (const GyreSketchPlace *self)
{
  return self->roster != NULL ? gyre_roster_get_name (self->roster) : self->name;
}

static void
append_titles (GString *dot, const GyreSketchPlace *self)
{
  gyre_quotation_append_markup (dot, *self->title != '\0' ? self->title : "?");
  if (self->subtitle == NULL || *self->subtitle == '\0')
    return;
  g_string_append (dot, "<br/><font point-size=\"9\">");
  gyre_quotation_append_markup (dot, self->subtitle);
  g_string_append (dot, "</font>");
}

static void
append_place (GString *dot, const GyreSketchPlace *self)
{
  const Form *form = &forms[self->form];

  g_string_append_printf (dot, "    \"%s\" [style=\"%s\", fillcolor=\"%s\", color=\"%s\", fontcolor=\"%s\", label=<", self->name,
                          form->style, form->fill, form->border, form->text);
  append_titles (dot, self);
  g_string_append_c (dot, '>');
  gyre_quotation_append_text (dot, ", tooltip=", self->tooltip);
  if (self->address != NULL)
    gyre_quotation_append_address (dot, ", URL=", self->address);
  g_string_append (dot, "];\n");
}

static void
append_cell (GString *dot, const GyreSketchPlace *self)
{
  const Form *form = &forms[self->form];

  g_string_append_printf (dot, "<td border=\"1\" style=\"rounded\" bgcolor=\"%s\" color=\"%s\"", form->fill, form->border);
  gyre_quotation_append_value (dot, " title=", self->tooltip);
  /* A title is shown only where there is an address. */
  gyre_quotation_append_link (dot, " href=", self->address != NULL ? self->address : "#");
  g_string_append_printf (dot, "><font color=\"%s\">", form->text);
  append_titles (dot, self);
  g_string_append (dot, "</font></td>");
}

/* A table: its cells are the places. */
static void
append_roster (GString *dot, GyreRoster *self)
{
  GPtrArray *members = gyre_roster_get_members (self);
  const char *group = ((GyreSketchPlace *) members->pdata[0])->group;
  guint width = gyre_roster_get_width (self);

  g_string_append_printf (dot, "    \"%s\" [shape=plain, label=<<table border=\"1\" style=\"rounded\" color=\"#a3a8b0\" cellborder=\"0\""
                               " cellspacing=\"3\" cellpadding=\"3\">",
                          gyre_roster_get_name (self));
  g_string_append_printf (dot, "<tr><td colspan=\"%u\"><font point-size=\"9\" color=\"#7b828c\">%u × ", width, members->len);
  gyre_quotation_append_markup (dot, group != NULL ? group : "alike");
  g_string_append (dot, "</font></td></tr>");
  for (guint index = 0; index < members->len; index++)
    {
      g_string_append (dot, index % width == 0 ? "<tr>" : "");
      append_cell (dot, members->pdata[index]);
      g_string_append (dot, index % width == width - 1 || index + 1 == members->len ? "</tr>" : "");
    }
  g_string_append (dot, "</table>>];\n");
}

static void
append_cluster (GString *dot, const GyreSketchCluster *self, guint index)
{
  if (*self->title != '\0')
    {
      g_autofree char *title = gyre_quotation_shorten (self->title, GYRE_SKETCH_TITLE_LENGTH);

      g_string_append_printf (dot, "  subgraph cluster_%u {\n    label=<", index);
      gyre_quotation_append_markup (dot, title);
      g_string_append (dot, ">; style=\"rounded,dashed\"; color=\"#a3a8b0\"; fontsize=11; labelloc=t; margin=10;");
      g_string_append_printf (dot, " id=frame%u;", index);
      gyre_quotation_append_text (dot, " tooltip=", self->title);
      g_string_append (dot, ";\n");
    }
  for (guint number = 0; number < self->places->len; number++)
    {
      const GyreSketchPlace *place = self->places->pdata[number];

      if (place->roster == NULL)
        append_place (dot, place);
      else if (gyre_roster_get_members (place->roster)->pdata[0] == place)
        append_roster (dot, place->roster);
    }
  if (*self->title != '\0')
    g_string_append (dot, "  }\n");
}

/* One line between two nodes; those between the members of rosters have become one. */
typedef struct
{
  const GyreSketchLine *line;
  guint64 count;
} Stroke;

static GPtrArray *
collect_strokes (GyreSketch *self)
{
  GPtrArray *strokes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint index = 0; index < self->lines->len; index++)
    {
      const GyreSketchLine *line = self->lines->pdata[index];
      g_autofree char *key = g_strdup_printf ("%d\n%s\n%s", line->kind, get_node (line->from), get_node (line->to));
      Stroke *stroke = g_hash_table_lookup (known, key);

      if (stroke == NULL)
        {
          stroke = g_new0 (Stroke, 1);
          stroke->line = line;
          g_ptr_array_add (strokes, stroke);
          g_hash_table_insert (known, g_steal_pointer (&key), stroke);
        }
      stroke->count += line->count;
    }
  return strokes;
}

static char *
dup_label (const Stroke *self)
{
  const char *label = self->line->label->str;

  if (self->count == 0)
    return g_strdup (label);
  return g_strdup_printf ("%s%s%" G_GUINT64_FORMAT "×", label, *label != '\0' ? " " : "", self->count);
}

/* Whom these lines join stands elsewhere already; where they are many they would be all that is seen. */
static void
append_stroke (GString *dot, const Stroke *self, gboolean is_crowded)
{
  const Line *line = &lines[self->line->kind];
  gboolean is_faint = is_crowded && self->line->kind >= GYRE_LINE_FOLLOWS;
  g_autofree char *whole = dup_label (self);

  g_string_append_printf (dot, "  \"%s\" -> \"%s\" [class=%s, color=\"%s%s\", fontcolor=\"%s\", %s", get_node (self->line->from),
                          get_node (self->line->to), line->name, line->colour, is_faint ? "60" : "", line->colour, line->attributes);
  if (*whole != '\0')
    gyre_quotation_append_text (dot, ", tooltip=", whole);
  if (*whole != '\0' && !is_faint)
    {
      g_autofree char *label = gyre_quotation_shorten (whole, GYRE_SKETCH_TITLE_LENGTH);

      g_string_append (dot, ", label=<");
      gyre_quotation_append_markup (dot, label);
      g_string_append_c (dot, '>');
      gyre_quotation_append_text (dot, ", labeltooltip=", whole);
    }
  g_string_append (dot, "];\n");
}

/* What the picture has, and nothing else. */
static void
append_legend (GyreSketch *self, GString *dot)
{
  gboolean has_form[G_N_ELEMENTS (forms)] = { FALSE };
  gboolean has_line[G_N_ELEMENTS (lines)] = { FALSE };

  for (guint index = 0; index < self->places->len; index++)
    has_form[((GyreSketchPlace *) self->places->pdata[index])->form] = TRUE;
  for (guint index = 0; index < self->lines->len; index++)
    has_line[((GyreSketchLine *) self->lines->pdata[index])->kind] = TRUE;
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
      gyre_quotation_append_markup (dot, self->note);
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

static void
append_head (GyreSketch *self, GString *dot, guint n_strokes)
{
  g_string_append (dot, "digraph picture {\n  id=picture; tooltip=");
  gyre_quotation_append_text (dot, "", self->title);
  g_string_append_printf (dot, "; rankdir=%s; splines=%s; nodesep=0.15; ranksep=0.45; fontname=\"sans-serif\"; fontsize=9;"
                               " fontcolor=\"#7b828c\"; labelloc=b;\n",
                          get_direction (self), get_splines (n_strokes));
  g_string_append (dot, "  node [shape=box, fontname=\"sans-serif\", fontsize=11, height=0.3, margin=\"0.12,0.05\"];\n"
                        "  edge [fontname=\"sans-serif\", fontsize=9, arrowsize=0.8];\n");
  append_legend (self, dot);
}

/* Returns: (transfer full): a graph in graphviz' language */
char *
gyre_sketch_to_dot (GyreSketch *self)
{
  g_autoptr (GPtrArray) rosters = gyre_rosters_assign (self);
  g_autoptr (GPtrArray) strokes = collect_strokes (self);
  GString *dot = g_string_new (NULL);

  append_head (self, dot, strokes->len);
  for (guint index = 0; index < self->clusters->len; index++)
    append_cluster (dot, self->clusters->pdata[index], index);
  for (guint index = 0; index < strokes->len; index++)
    append_stroke (dot, strokes->pdata[index], strokes->len > GYRE_SKETCH_MANY_PLACES);
  g_string_append (dot, "}\n");
  gyre_rosters_withdraw (self);
  return g_string_free (dot, FALSE);
}
