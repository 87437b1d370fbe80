/* made-module.c: A module that was made up, with classes named after its file
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Copied to libmade0.so, libmade1.so and so on, each brings other families: made0.class0 and so on.
 */
#include <gyre.h>

#include <dlfcn.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define CLASSES 20
#define TRAITS 10

void gyre_module_register (void);

typedef struct
{
  GyreComponent parent_instance;
  double fields[TRAITS];
} Instance;

/* Declarations keep the names of traits. */
static const char * const names[TRAITS] = { "trait0", "trait1", "trait2", "trait3", "trait4", "trait5", "trait6", "trait7", "trait8", "trait9" };

static void
declare (guint module, guint number)
{
  g_autofree char *name = g_strdup_printf ("Made%uClass%u", module, number);
  g_autofree char *family = g_strdup_printf ("made%u.class%u", module, number);
  g_autoptr (GyreDeclaration) declaration = gyre_declaration_new (name, GYRE_TYPE_COMPONENT);
  g_autoptr (GError) error = NULL;
  GType type;

  gyre_declaration_set_family (declaration, family);
  gyre_declaration_set_sizes (declaration, sizeof (GyreComponentClass), sizeof (Instance));
  for (guint index = 0; index < TRAITS; index++)
    {
      GyreTraitDeclaration row = {
        .field = names[index], .kind = &gyre_kind_real, .storage = GYRE_STORAGE_DOUBLE,
        .offset = G_STRUCT_OFFSET (Instance, fields) + index * sizeof (double), .initial = { .real = index },
        .constraints = GYRE_NOT_NEGATIVE, .minimum = -INFINITY, .maximum = INFINITY,
      };
      gyre_declaration_add (declaration, (GyreDescriptor *) gyre_trait_new (&row));
    }
  type = gyre_component_register (declaration, G_TYPE_INVALID, &error);
  if (type == G_TYPE_INVALID)
    g_error ("%s", error->message);
  gyre_module_mention (type);
}

__attribute__ ((visibility ("default"))) void
gyre_module_register (void)
{
  Dl_info place;
  const char *number;

  g_assert (dladdr (gyre_module_register, &place) != 0);
  number = strrchr (place.dli_fname, '/');
  number = strpbrk (number != NULL ? number : place.dli_fname, "0123456789");
  for (guint class = 0; number != NULL && class < CLASSES; class++)
    declare ((guint) atoi (number), class);
}
