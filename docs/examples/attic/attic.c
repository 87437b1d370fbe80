/* attic.c: What is kept: attributes that nobody declared, any object, and a tree that is saved
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Usage: attic open | wrap | save | end
 */
#include <gyre.h>

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

G_DECLARE_FINAL_TYPE (AtticBox, attic_box, ATTIC, BOX, GyreComponent)

struct _AtticBox
{
  GyreComponent parent_instance;

  double weight;
};

GYRE_DEFINE_COMPONENT (AtticBox, attic_box, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_real (weight, 1, .minimum = 0, .units = "kg")),
  GYRE_BEHAVIORS (),
  .family = "attic.box",
  .open = TRUE,
  .summary = "a box; what it is, everybody may say")

G_DECLARE_FINAL_TYPE (AtticRoom, attic_room, ATTIC, ROOM, GyreComponent)

struct _AtticRoom
{
  GyreComponent parent_instance;

  GyreList *boxes;
};

GyreList *attic_room_get_boxes (AtticRoom *self, GError **error);

/* What a configuration names belongs to the room, as if it had been created there. */
static void
attic_room_registered (GyreComponent *component)
{
  g_autoptr (GError) error = NULL;
  GyreList *boxes = attic_room_get_boxes ((AtticRoom *) component, &error);

  for (guint index = 0; error == NULL && index < gyre_list_get_length (boxes); index++)
    gyre_component_adopt (component, GYRE_COMPONENT (gyre_list_get_object (boxes, index)), &error);
  if (error != NULL)
    gyre_component_alert (component, GYRE_ALERT_ERROR, "%s", error->message);
}

static void
attic_room_class_initialize (gpointer type_class, gpointer data)
{
  GYRE_COMPONENT_CLASS (type_class)->registered = attic_room_registered;
}

GYRE_DEFINE_COMPONENT (AtticRoom, attic_room, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_facilities (boxes, attic_box, "()")),
  GYRE_BEHAVIORS (),
  .family = "attic.room",
  .class_initialize = attic_room_class_initialize,
  .summary = "a room with boxes in it")

/* Each attribute with its kind, its value and, where a file has said it, the line. */
static void
show (GyreComponent *component)
{
  g_auto (GStrv) names = gyre_component_list_dynamic (component);

  printf ("%s\n", gyre_component_get_name (component));
  for (guint index = 0; names[index] != NULL; index++)
    {
      g_autofree char *text = gyre_component_dup_text (component, names[index], NULL);
      g_autoptr (GyreLocator) locator = gyre_component_dup_value_locator (component, names[index], NULL);
      const char *file = locator != NULL ? gyre_locator_get_file (locator) : NULL;

      printf ("  %-8s  %-7s  %s", names[index], gyre_trait_get_kind_name (gyre_component_find_dynamic (component, names[index])), text);
      if (file != NULL && g_str_has_suffix (file, ".pfg"))
        printf ("  (line %u)", gyre_locator_get_line (locator));
      printf ("\n");
    }
}

static gboolean
open_box (GyreComponent *room, GError **error)
{
  GyreComponent *hats = gyre_component_get_child (room, 0);

  show (hats);
  if (!gyre_component_set_text (hats, "width", "4", error)
      || !gyre_component_set_text (hats, "smell", "mothballs", error)
      || !gyre_component_set_text (hats, "label", "none", error))
    return FALSE;
  show (hats);
  return gyre_component_unset (hats, "smell", error) && gyre_component_reset (hats, "label", error);
}

static void
on_change (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_autofree char *before = gyre_trait_print (change->trait, change->old_value);
  g_autofree char *after = gyre_trait_print (change->trait, change->new_value);

  printf ("%s: %s, was %s\n", gyre_trait_get_name (change->trait), after, before);
}

static gboolean
wrap (GyreComponent *room, GError **error)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GyreComponent) post = gyre_proxy_new (G_OBJECT (client), "post", error);

  if (post == NULL || !gyre_component_adopt (room, post, error))
    return FALSE;
  gyre_component_observe (post, "timeout", on_change, NULL, NULL, NULL);
  g_socket_client_set_timeout (client, 20);
  if (!gyre_component_set_text (post, "timeout", "30", error)
      || !gyre_component_set_text (post, "purpose", "letters", error)
      || !gyre_component_bind (gyre_component_get_child (room, 1), "patience", "{post.timeout} * 2", error))
    return FALSE;
  printf ("the client waits for %u s\n", g_socket_client_get_timeout (client));
  show (gyre_component_get_child (room, 1));
  return gyre_component_set_text (post, "timeout", "soon", error);
}

/* Everything below the room into memory, and from there into an executive that knows nothing of it. */
static gboolean
save (GyreComponent *room, GError **error)
{
  g_autoptr (GVariant) snapshot = gyre_component_take_snapshot (room, GYRE_SNAPSHOT_PLAIN, error);
  g_autoptr (GyreExecutive) executive = NULL;
  g_autoptr (GyreComponent) again = NULL;

  if (snapshot == NULL)
    return FALSE;
  executive = gyre_executive_new ();
  gyre_executive_push (executive);
  again = gyre_component_new_from_snapshot (snapshot, GYRE_SNAPSHOT_PLAIN, error);
  if (again != NULL)
    {
      gyre_component_set_text (gyre_component_get_child (again, 0), "width", "10", NULL);
      show (gyre_component_get_child (again, 0));
      gyre_component_delete (again);
    }
  gyre_executive_pop (executive);
  return again != NULL;
}

static gboolean
close_door (GyreExecutive *executive, gpointer data, GError **error)
{
  printf ("%s\n", (const char *) data);
  if (strcmp (data, "the hatch is shut") == 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the hatch sticks");
  return *error == NULL;
}

static gboolean
end (GyreComponent *room, GError **error)
{
  GyreExecutive *executive = gyre_component_get_executive (room);

  gyre_executive_add_finaliser (executive, 10, close_door, g_strdup ("the door is locked"), g_free);
  gyre_executive_add_finaliser (executive, 0, close_door, g_strdup ("the hatch is shut"), g_free);
  gyre_executive_add_finaliser (executive, 0, close_door, g_strdup ("the light is off"), g_free);
  printf ("%u failed\n", gyre_executive_shut_down (executive));
  return TRUE;
}

int
main (int argc, char **argv)
{
  static const struct { const char *name; gboolean (*play) (GyreComponent *room, GError **error); } scenes[] = {
    { "open", open_box }, { "wrap", wrap }, { "save", save }, { "end", end },
  };
  g_autoptr (GyreComponent) room = NULL;
  g_autoptr (GError) error = NULL;

  setvbuf (stdout, NULL, _IOLBF, 0);
  gyre_actor_get (attic_box_get_type ());
  gyre_actor_get (attic_room_get_type ());
  if (gyre_executive_load (gyre_executive_get_default (), "docs/examples/attic/attic.pfg", GYRE_CATEGORY_USER, NULL, &error))
    room = gyre_component_new_family ("attic.room", "attic", &error, NULL);
  for (guint index = 0; room != NULL && error == NULL && index < G_N_ELEMENTS (scenes); index++)
    if (argc > 1 && strcmp (argv[1], scenes[index].name) == 0)
      scenes[index].play (room, &error);
  if (error != NULL)
    printf ("%s\n", error->message);
  if (room != NULL)
    gyre_component_delete (room);
  return 0;
}
