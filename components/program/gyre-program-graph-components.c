/* gyre-program-graph-components.c: gyre graph components: of a specification, or in a program that runs
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-program-graph.h"

#include "gyre-scene.h"

#define MOST_COMPONENTS 2000
#define USUAL_WATCH "1 s"
#define USUAL_FRAMES 10
#define NANOSECONDS_A_MICROSECOND 1000

static char *
draw_landscape (GVariant *landscape, const char *root, const GyrePictureWish *wish, GyreExit *code)
{
  g_auto (GStrv) names = NULL;
  g_autofree char *hint = NULL;
  char *dot = gyre_scene_draw (landscape, root, wish);

  if (dot != NULL)
    return dot;
  names = gyre_scene_list (landscape);
  hint = gyre_name_suggest (root, (const char * const *) names);
  *code = gyre_program_fail (GYRE_EXIT_NOT_FOUND, "there is no component '%s'%s%s", root, hint != NULL ? "; " : "", hint != NULL ? hint : "");
  return NULL;
}

/* A program that runs. */

/* @count: begin, or with 0 end, the counting of messages; less: neither. */
static GVariant *
ask (GyreRemote *remote, gint64 count, GError **error)
{
  GVariantDict options;

  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "limit", "u", MOST_COMPONENTS);
  if (count >= 0)
    g_variant_dict_insert (&options, "count", "x", count);
  return gyre_remote_ask (remote, "graph", NULL, g_variant_dict_end (&options), error);
}

/* Messages are counted for the time that is watched, and for no longer: also when nobody asks a second time. */
static GVariant *
watch (GyreRemote *remote, gint64 duration, GError **error)
{
  g_autoptr (GVariant) first = duration > 0 ? ask (remote, duration, error) : NULL;

  if (duration > 0 && first == NULL)
    return NULL;
  if (duration > 0)
    g_usleep ((gulong) (duration / NANOSECONDS_A_MICROSECOND));
  return ask (remote, duration > 0 ? 0 : -1, error);
}

static char *
draw_remote (const GyreCommand *command, GStrv words, const GyrePictureWish *wish, GyreExit *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreRemote) remote = NULL;
  g_autoptr (GVariant) landscape = NULL;
  gint64 duration;

  *code = GYRE_EXIT_USAGE;
  if (!gyre_program_read_time ("watch", command->watch != NULL ? command->watch : USUAL_WATCH, &duration))
    return NULL;
  if (((wish->omitted >> GYRE_LINE_MESSAGES) & 1) != 0)
    duration = 0;
  remote = gyre_remote_new (command->place, &error);
  landscape = remote != NULL ? watch (remote, duration, &error) : NULL;
  if (landscape != NULL)
    return draw_landscape (landscape, words[1], wish, code);
  *code = gyre_program_fail_with (error);
  return NULL;
}

/* A specification. */

/* One round for those that are planned now. Returns how many there were. */
static gsize
build_planned (GyreExecutive *executive)
{
  g_autoptr (GVariant) landscape = gyre_executive_dup_landscape (executive, MOST_COMPONENTS);
  g_autoptr (GVariant) plans = g_variant_lookup_value (landscape, "plans", G_VARIANT_TYPE ("a(uss)"));
  g_auto (GStrv) names = gyre_scene_list (landscape);

  for (gsize index = 0; index < g_variant_n_children (plans); index++)
    {
      g_auto (GValue) part = G_VALUE_INIT;
      const char *trait, *text;
      GyreComponent *component;
      guint number;

      g_variant_get_child (plans, index, "(u&s&s)", &number, &trait, &text);
      component = gyre_executive_find_component (executive, names[number]);
      if (component != NULL)
        gyre_component_get_value (component, trait, &part, NULL);
    }
  return g_variant_n_children (plans);
}

/* Parts are built when somebody asks for them, and these may have parts. What can't be built is drawn as what was said. */
static void
build_parts (GyreExecutive *executive)
{
  gsize n_before = G_MAXSIZE;
  gsize n_planned = build_planned (executive);

  for (guint round = 0; round < 16 && n_planned > 0 && n_planned != n_before; round++)
    {
      n_before = n_planned;
      n_planned = build_planned (executive);
    }
}

/* NULL with @error. */
static GPtrArray *
build (const GyreCommand *command, GStrv specifications, GError **error)
{
  g_autoptr (GPtrArray) instances = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint index = 0; specifications[index] != NULL; index++)
    {
      g_autoptr (GyreLocator) place = gyre_command_locate (command, specifications[index]);
      GObject *instance = gyre_component_new_from_specification_at (specifications[index], place, error);

      if (instance == NULL)
        return NULL;
      g_ptr_array_add (instances, instance);
    }
  return g_steal_pointer (&instances);
}

static char *
draw_specifications (GyreExecutive *executive, const GyreCommand *command, GStrv words, const GyrePictureWish *wish, GyreExit *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) instances = build (command, words + 1, &error);
  g_autoptr (GVariant) landscape = NULL;

  if (instances == NULL)
    {
      *code = gyre_program_fail_with (error);
      return NULL;
    }
  build_parts (executive);
  gyre_executive_count_routes (executive, G_MAXINT64);
  if (!gyre_program_try_frames (executive, command, instances))
    return NULL;
  landscape = gyre_executive_dup_landscape (executive, MOST_COMPONENTS);
  return gyre_scene_draw (landscape, NULL, wish);
}

/* Nothing is waited for, unless somebody wants it so. */
char *
gyre_program_draw_components (GyreExecutive *executive, const GyreCommand *command, GStrv words, const GyrePictureWish *wish,
                              GyreExit *code)
{
  GyreCommand own = *command;

  if (command->place != NULL && words[1] != NULL && words[2] != NULL)
    {
      *code = gyre_program_fail (GYRE_EXIT_USAGE, "of a program that runs one component is drawn, or all of them");
      return NULL;
    }
  if (command->place != NULL)
    return draw_remote (command, words, wish, code);
  *code = GYRE_EXIT_USAGE;
  if (words[1] == NULL)
    {
      gyre_program_fail (GYRE_EXIT_USAGE, "gyre graph components draws SPECIFICATIONs, or a program that runs: --at=NAME|PID");
      return NULL;
    }
  own.clock = command->clock != NULL ? command->clock : (char *) "virtual";
  /* A picture is asked for, and not what they have to say. */
  own.print_level = command->print_level != NULL ? command->print_level : (char *) "warning";
  own.frames = command->frames >= 0 ? command->frames : USUAL_FRAMES;
  for (guint index = 1; words[index] != NULL && !command->is_isolated; index++)
    if (!gyre_program_find_settings (executive, words[index]))
      return NULL;
  if (!gyre_program_prepare (executive, &own))
    return NULL;
  *code = GYRE_EXIT_NEGATIVE;
  return draw_specifications (executive, &own, words, wish, code);
}
