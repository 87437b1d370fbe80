/* gyre-scene.c: A picture of components that live
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What comes from another program can be anything of the right type: numbers that stand for nobody are left out.
 */
#include "gyre-scene.h"

#include <string.h>

typedef struct
{
  const char *name;             /* in the landscape, as all texts */
  const char *family;
  const char *type;
  const char *state;
  guint64 runs;
  guint64 failures;
  guint64 n_messages;
  guint64 n_bytes;
  guint64 capacity;
  guint distance;               /* from what is asked for; G_MAXUINT: it is not drawn */
  gboolean is_owned;            /* somebody's child or part */
} Figure;

typedef struct
{
  GyreLine kind;
  guint from;
  guint to;
  const char *label;
  guint64 count;
} Tie;

typedef struct
{
  GPtrArray *kept;              /* of GVariant, to which the texts belong */
  GArray *figures;
  GArray *ties;
  const GyrePictureWish *wish;
} Scene;

static const GyrePictureWish no_wish = { NULL };

static guint64
get_number (GVariant *fields, const char *name)
{
  guint64 number = 0;

  g_variant_lookup (fields, name, "t", &number);
  return number;
}

static void
read_figures (Scene *self, GVariant *landscape)
{
  GVariant *list = g_variant_lookup_value (landscape, "components", G_VARIANT_TYPE ("a(smssmsttttt)"));

  if (list == NULL)
    return;
  g_ptr_array_add (self->kept, list);
  for (gsize index = 0; index < g_variant_n_children (list); index++)
    {
      Figure figure = { .distance = G_MAXUINT };

      g_variant_get_child (list, index, "(&sm&s&sm&sttttt)", &figure.name, &figure.family, &figure.type, &figure.state, &figure.runs,
                           &figure.failures, &figure.n_messages, &figure.n_bytes, &figure.capacity);
      g_array_append_val (self->figures, figure);
    }
}

static gboolean
find_kind (const char *name, GyreLine *kind)
{
  static const struct
  {
    const char *name;
    GyreLine kind;
  } kinds[] = {
    { "child", GYRE_LINE_CHILD }, { "facility", GYRE_LINE_FACILITY }, { "follows", GYRE_LINE_FOLLOWS }, { "messages", GYRE_LINE_MESSAGES },
  };

  for (guint index = 0; index < G_N_ELEMENTS (kinds); index++)
    if (g_str_equal (kinds[index].name, name))
      {
        *kind = kinds[index].kind;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_owning (const Tie *tie)
{
  return tie->kind == GYRE_LINE_CHILD || tie->kind == GYRE_LINE_FACILITY;
}

static Figure *
get_figure (Scene *self, guint number)
{
  return &g_array_index (self->figures, Figure, number);
}

static void
read_ties (Scene *self, GVariant *landscape)
{
  GVariant *list = g_variant_lookup_value (landscape, "lines", G_VARIANT_TYPE ("a(suust)"));
  const char *name;
  Tie tie;

  if (list == NULL)
    return;
  g_ptr_array_add (self->kept, list);
  for (gsize index = 0; index < g_variant_n_children (list); index++)
    {
      g_variant_get_child (list, index, "(&suu&st)", &name, &tie.from, &tie.to, &tie.label, &tie.count);
      if (!find_kind (name, &tie.kind) || tie.from >= self->figures->len || tie.to >= self->figures->len)
        continue;
      if (is_owning (&tie) && tie.from != tie.to)
        get_figure (self, tie.to)->is_owned = TRUE;
      g_array_append_val (self->ties, tie);
    }
}

/* From those that are chosen already, along children and parts. */
static void
choose_reachable (Scene *self)
{
  gboolean is_more = TRUE;

  while (is_more)
    {
      is_more = FALSE;
      for (guint index = 0; index < self->ties->len; index++)
        {
          const Tie *tie = &g_array_index (self->ties, Tie, index);
          guint from = get_figure (self, tie->from)->distance;
          Figure *to = get_figure (self, tie->to);

          if (!is_owning (tie) || from == G_MAXUINT || from + 1 >= to->distance || (self->wish->depth > 0 && from >= self->wish->depth))
            continue;
          to->distance = from + 1;
          is_more = TRUE;
        }
    }
}

/* Who belongs to nobody, or who is asked for. FALSE when that is nobody. */
static gboolean
choose (Scene *self, const char *root)
{
  gboolean is_found = root == NULL;

  for (guint index = 0; index < self->figures->len; index++)
    {
      Figure *figure = get_figure (self, index);
      gboolean is_first = root != NULL ? g_str_equal (figure->name, root) : !figure->is_owned || self->wish->depth == 0;

      if (is_first)
        figure->distance = 0;
      is_found = is_found || is_first;
    }
  choose_reachable (self);
  return is_found;
}

static GyreForm
get_form (const char *state)
{
  static const struct
  {
    const char *name;
    GyreForm form;
  } states[] = {
    { "running", GYRE_FORM_RUNNING }, { "waiting", GYRE_FORM_WAITING }, { "paused", GYRE_FORM_PAUSED }, { "stopped", GYRE_FORM_STOPPED },
  };

  for (guint index = 0; state != NULL && index < G_N_ELEMENTS (states); index++)
    if (g_str_equal (states[index].name, state))
      return states[index].form;
  return GYRE_FORM_COMPONENT;
}

/* What is worth a word: how often it ran and failed, and what waits for it. */
static char *
dup_subtitle (const Figure *self)
{
  GString *text = g_string_new (self->family != NULL ? self->family : self->type);

  if (self->state != NULL)
    g_string_append_printf (text, " · %" G_GUINT64_FORMAT "×", self->runs);
  if (self->failures > 0)
    g_string_append_printf (text, " · %" G_GUINT64_FORMAT " failed", self->failures);
  if (self->n_messages > 0)
    g_string_append_printf (text, " · mail %.3g %%", self->capacity > 0 ? 100.0 * (double) self->n_bytes / (double) self->capacity : 100.0);
  return g_string_free (text, FALSE);
}

static char *
dup_tooltip (const Figure *self)
{
  return g_strdup_printf ("%s: %s, %s%s, %" G_GUINT64_FORMAT " runs, %" G_GUINT64_FORMAT " failures; %" G_GUINT64_FORMAT
                          " messages wait, %" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT " bytes",
                          self->name, self->family != NULL ? self->family : "no family", self->state != NULL ? "process " : "no process",
                          self->state != NULL ? self->state : "", self->runs, self->failures, self->n_messages, self->n_bytes,
                          self->capacity);
}

static char *
dup_address (Scene *self, const Figure *figure)
{
  g_autoptr (GString) address = self->wish->pattern != NULL && figure->family != NULL ? g_string_new (self->wish->pattern) : NULL;

  if (address == NULL)
    return NULL;
  g_string_replace (address, "%s", figure->family, 0);
  return g_strdup (address->str);
}

static void
add_figure (Scene *self, GyreSketch *sketch, const Figure *figure, gboolean is_subject)
{
  g_autofree char *subtitle = dup_subtitle (figure);
  g_autofree char *tooltip = dup_tooltip (figure);
  g_autofree char *address = dup_address (self, figure);

  if (figure->distance == G_MAXUINT)
    return;
  gyre_sketch_add_place (sketch, &(GyrePlace) {
    .name = figure->name,
    .title = figure->name,
    .subtitle = subtitle,
    .tooltip = tooltip,
    .address = address,
    .group = figure->family,
    .form = is_subject && figure->state == NULL ? GYRE_FORM_SUBJECT : get_form (figure->state),
  });
}

static void
add_tie (Scene *self, GyreSketch *sketch, const Tie *tie)
{
  const char *label = *tie->label != '\0' ? tie->label : NULL;

  if (((self->wish->omitted >> tie->kind) & 1) != 0)
    return;
  gyre_sketch_add_line (sketch, tie->kind, get_figure (self, tie->from)->name, get_figure (self, tie->to)->name, label, tie->count);
}

/* Facilities that nobody has asked for yet. */
static void
add_plans (Scene *self, GyreSketch *sketch, GVariant *landscape)
{
  g_autoptr (GVariant) list = g_variant_lookup_value (landscape, "plans", G_VARIANT_TYPE ("a(uss)"));

  for (gsize index = 0; list != NULL && index < g_variant_n_children (list); index++)
    {
      const char *trait, *text;
      g_autofree char *name = NULL;
      guint number;

      g_variant_get_child (list, index, "(u&s&s)", &number, &trait, &text);
      if (number >= self->figures->len || !gyre_sketch_has_place (sketch, get_figure (self, number)->name)
          || ((self->wish->omitted >> GYRE_LINE_FACILITY) & 1) != 0)
        continue;
      name = g_strdup_printf ("%s.%s", get_figure (self, number)->name, trait);
      gyre_sketch_add_place (sketch, &(GyrePlace) { .name = name, .title = text, .form = GYRE_FORM_PLAN });
      gyre_sketch_add_line (sketch, GYRE_LINE_FACILITY, get_figure (self, number)->name, name, trait, 0);
    }
}

static char *
draw (Scene *self, GVariant *landscape, const char *root)
{
  g_autoptr (GyreSketch) sketch = gyre_sketch_new (root != NULL ? root : "Components that live", TRUE);
  guint64 n_components = get_number (landscape, "n-components");
  g_autofree char *note = NULL;

  for (guint index = 0; index < self->figures->len; index++)
    add_figure (self, sketch, get_figure (self, index), root != NULL && g_str_equal (get_figure (self, index)->name, root));
  for (guint index = 0; index < self->ties->len; index++)
    add_tie (self, sketch, &g_array_index (self->ties, Tie, index));
  add_plans (self, sketch, landscape);
  if (n_components > self->figures->len)
    {
      note = g_strdup_printf ("%u of %" G_GUINT64_FORMAT " components are drawn", self->figures->len, n_components);
      gyre_sketch_set_note (sketch, note);
    }
  return gyre_sketch_to_dot (sketch);
}

static void
scene_begin (Scene *self, GVariant *landscape, const GyrePictureWish *wish)
{
  *self = (Scene) {
    .kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref),
    .figures = g_array_new (FALSE, FALSE, sizeof (Figure)),
    .ties = g_array_new (FALSE, FALSE, sizeof (Tie)),
    .wish = wish != NULL ? wish : &no_wish,
  };
  read_figures (self, landscape);
  read_ties (self, landscape);
}

static void
scene_end (Scene *self)
{
  g_array_unref (self->ties);
  g_array_unref (self->figures);
  g_ptr_array_unref (self->kept);
}

char *
gyre_scene_draw (GVariant *landscape, const char *root, const GyrePictureWish *wish)
{
  char *dot = NULL;
  Scene scene;

  g_return_val_if_fail (g_variant_is_of_type (landscape, G_VARIANT_TYPE_VARDICT), NULL);

  scene_begin (&scene, landscape, wish);
  if (choose (&scene, root))
    dot = draw (&scene, landscape, root);
  scene_end (&scene);
  return dot;
}

/* Returns: (transfer full): the names */
GStrv
gyre_scene_list (GVariant *landscape)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  Scene scene;

  g_return_val_if_fail (g_variant_is_of_type (landscape, G_VARIANT_TYPE_VARDICT), NULL);

  scene_begin (&scene, landscape, NULL);
  for (guint index = 0; index < scene.figures->len; index++)
    g_strv_builder_add (names, get_figure (&scene, index)->name);
  scene_end (&scene);
  return g_strv_builder_end (names);
}
