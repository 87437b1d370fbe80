/* gyre-locator.c: Where a value was said
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A configuration of a million settings has a million locators, so one is small: 32 bytes, and the file's name is shared.
 */
#include "gyre-locator.h"
#include "gyre-address-private.h"

struct _GyreLocator
{
  gint references;
  guint16 kind;
  guint16 column;
  guint line;
  char *file;               /* a GRefString; NULL until an address is resolved */
  union
  {
    char *function;         /* a GRefString, for a line of a program */
    gconstpointer address;  /* while it is not resolved */
    GyreLocator *through;
  };
};

/* The bits of `kind` above the public kinds. */
enum
{
  KIND_MASK = 0x0f,
  KIND_HAS_THROUGH = 0x10,
  KIND_HAS_FUNCTION = 0x20,
  KIND_HAS_ADDRESS = 0x40,
};

G_DEFINE_BOXED_TYPE (GyreLocator, gyre_locator, gyre_locator_ref, gyre_locator_unref)

static GyreLocator *
locator_new (GyreLocatorKind kind, const char *file, guint line, guint column)
{
  GyreLocator *self = g_slice_new0 (GyreLocator);

  self->references = 1;
  self->kind = kind;
  self->line = line;
  self->column = MIN (column, G_MAXUINT16);
  self->file = file != NULL ? g_ref_string_new_intern (file) : NULL;
  return self;
}

/**
 * gyre_locator_new_default:
 * @file: (nullable): the source file of the declaration
 * @line: its line, from 1
 *
 * Names the declaration that a default stands in.
 *
 * Returns: (transfer full): a locator
 *
 * Since: 0.1
 */
GyreLocator *
gyre_locator_new_default (const char *file, guint line)
{
  return locator_new (GYRE_LOCATOR_DEFAULT, file, line, 0);
}

/**
 * gyre_locator_new_file:
 * @file: the file's name, as the user gave it
 * @line: the line, from 1
 * @column: the column in characters, from 1; places beyond 65535 are shown as that
 *
 * Names a place in a file.
 *
 * Returns: (transfer full): a locator
 *
 * Since: 0.1
 */
GyreLocator *
gyre_locator_new_file (const char *file, guint line, guint column)
{
  return locator_new (GYRE_LOCATOR_FILE, file, line, column);
}

/**
 * gyre_locator_new_argument:
 * @argument: the argument's whole text
 * @position: its position on the command line, from 1
 * @column: the column in the argument, in characters, from 1
 *
 * Names a command line argument.
 *
 * Returns: (transfer full): a locator
 *
 * Since: 0.1
 */
GyreLocator *
gyre_locator_new_argument (const char *argument, guint position, guint column)
{
  return locator_new (GYRE_LOCATOR_ARGUMENT, argument, position, column);
}

/**
 * gyre_locator_new_environment:
 * @variable: the variable's name
 *
 * Names an environment variable.
 *
 * Returns: (transfer full): a locator
 *
 * Since: 0.1
 */
GyreLocator *
gyre_locator_new_environment (const char *variable)
{
  return locator_new (GYRE_LOCATOR_ENVIRONMENT, variable, 0, 0);
}

/**
 * gyre_locator_new_source:
 * @file: the source file
 * @line: the line, from 1
 * @function: (nullable): the function
 *
 * Names a line of a program.
 *
 * Returns: (transfer full): a locator
 *
 * Since: 0.1
 */
GyreLocator *
gyre_locator_new_source (const char *file, guint line, const char *function)
{
  GyreLocator *self = locator_new (GYRE_LOCATOR_SOURCE, file, line, 0);

  if (function != NULL)
    {
      self->kind |= KIND_HAS_FUNCTION;
      self->function = g_ref_string_new_intern (function);
    }
  return self;
}

/**
 * gyre_locator_new_address: (skip)
 * @address: an address of code, as a call returns to it
 *
 * Names the line of a program that @address belongs to. The line is looked up when it is first asked for: through debug
 * information where there is any, else as function and module.
 *
 * Returns: (transfer full): a locator
 *
 * Since: 0.1
 */
GyreLocator *
gyre_locator_new_address (gconstpointer address)
{
  GyreLocator *self = locator_new (GYRE_LOCATOR_SOURCE, NULL, 0, 0);

  self->kind |= KIND_HAS_ADDRESS;
  self->address = address;
  return self;
}

/**
 * gyre_locator_new_through:
 * @locator: where the value was said
 * @through: what it came through
 *
 * Names the same place as @locator, and what the value passed on its way.
 *
 * Returns: (transfer full): a locator
 *
 * Since: 0.1
 */
GyreLocator *
gyre_locator_new_through (GyreLocator *locator, GyreLocator *through)
{
  GyreLocator *self;

  g_return_val_if_fail (locator != NULL && through != NULL, NULL);

  self = locator_new (gyre_locator_get_kind (locator), gyre_locator_get_file (locator),
                      gyre_locator_get_line (locator), gyre_locator_get_column (locator));
  self->kind |= KIND_HAS_THROUGH;
  self->through = gyre_locator_ref (through);
  return self;
}

/**
 * gyre_locator_ref: (skip)
 * @locator: a locator
 *
 * Returns: (transfer full): @locator
 *
 * Since: 0.1
 */
GyreLocator *
gyre_locator_ref (GyreLocator *locator)
{
  g_atomic_int_inc (&locator->references);
  return locator;
}

/**
 * gyre_locator_unref: (skip)
 * @locator: (transfer full): a locator
 *
 * Since: 0.1
 */
void
gyre_locator_unref (GyreLocator *locator)
{
  if (!g_atomic_int_dec_and_test (&locator->references))
    return;
  g_clear_pointer (&locator->file, g_ref_string_release);
  if (locator->kind & KIND_HAS_THROUGH)
    gyre_locator_unref (locator->through);
  else if (locator->kind & KIND_HAS_FUNCTION)
    g_ref_string_release (locator->function);
  g_slice_free (GyreLocator, locator);
}

G_LOCK_DEFINE_STATIC (resolution);

/* Turns an address into file, line and function, once. Readers of an address locator all come through here. */
static void
locator_resolve (GyreLocator *self)
{
  g_autofree char *file = NULL;
  g_autofree char *function = NULL;
  guint line = 0;

  if (self->kind < KIND_HAS_ADDRESS)
    return;
  G_LOCK (resolution);
  if (self->kind & KIND_HAS_ADDRESS)
    {
      gyre_address_resolve (self->address, &file, &line, &function);
      self->file = file != NULL ? g_ref_string_new_intern (file) : NULL;
      self->line = line;
      self->function = function != NULL ? g_ref_string_new_intern (function) : NULL;
      self->kind = GYRE_LOCATOR_SOURCE | (function != NULL ? KIND_HAS_FUNCTION : 0);
    }
  G_UNLOCK (resolution);
}

/**
 * gyre_locator_get_kind:
 * @locator: a locator
 *
 * Returns: the sort of place
 *
 * Since: 0.1
 */
GyreLocatorKind
gyre_locator_get_kind (GyreLocator *locator)
{
  g_return_val_if_fail (locator != NULL, GYRE_LOCATOR_DEFAULT);
  return locator->kind & KIND_MASK;
}

/**
 * gyre_locator_get_file:
 * @locator: a locator
 *
 * Returns: (nullable) (transfer none): the file; the text of an argument; the name of a variable
 *
 * Since: 0.1
 */
const char *
gyre_locator_get_file (GyreLocator *locator)
{
  g_return_val_if_fail (locator != NULL, NULL);
  locator_resolve (locator);
  return locator->file;
}

/**
 * gyre_locator_get_function:
 * @locator: a locator
 *
 * Returns: (nullable) (transfer none): the function of a line of a program
 *
 * Since: 0.1
 */
const char *
gyre_locator_get_function (GyreLocator *locator)
{
  g_return_val_if_fail (locator != NULL, NULL);
  locator_resolve (locator);
  return locator->kind & KIND_HAS_FUNCTION ? locator->function : NULL;
}

/**
 * gyre_locator_get_line:
 * @locator: a locator
 *
 * Returns: the line or the argument's position, from 1; 0 where there is none
 *
 * Since: 0.1
 */
guint
gyre_locator_get_line (GyreLocator *locator)
{
  g_return_val_if_fail (locator != NULL, 0);
  locator_resolve (locator);
  return locator->line;
}

/**
 * gyre_locator_get_column:
 * @locator: a locator
 *
 * Returns: the column in characters, from 1; 0 where there is none
 *
 * Since: 0.1
 */
guint
gyre_locator_get_column (GyreLocator *locator)
{
  g_return_val_if_fail (locator != NULL, 0);
  return locator->column;
}

/**
 * gyre_locator_get_through:
 * @locator: a locator
 *
 * Returns: (nullable) (transfer none): what the value came through
 *
 * Since: 0.1
 */
GyreLocator *
gyre_locator_get_through (GyreLocator *locator)
{
  g_return_val_if_fail (locator != NULL, NULL);
  return locator->kind & KIND_HAS_THROUGH ? locator->through : NULL;
}

static void
append_place (GString *text, GyreLocator *self)
{
  const char *file = gyre_locator_get_file (self);

  switch (gyre_locator_get_kind (self))
    {
    case GYRE_LOCATOR_ARGUMENT:
      g_string_append_printf (text, "argument %u '%s'", self->line, file);
      break;
    case GYRE_LOCATOR_ENVIRONMENT:
      g_string_append_printf (text, "environment variable %s", file);
      break;
    case GYRE_LOCATOR_DEFAULT:
      g_string_append (text, "default");
      if (file != NULL)
        g_string_append_printf (text, " (%s:%u)", file, self->line);
      break;
    case GYRE_LOCATOR_FILE:
    case GYRE_LOCATOR_SOURCE:
    default:
      g_string_append (text, file != NULL ? file : "unknown code");
      if (self->line > 0)
        g_string_append_printf (text, ":%u", self->line);
      if (self->column > 0)
        g_string_append_printf (text, ":%u", self->column);
      if (gyre_locator_get_function (self) != NULL)
        g_string_append_printf (text, " (%s)", gyre_locator_get_function (self));
      break;
    }
}

/**
 * gyre_locator_to_string:
 * @locator: (nullable): a locator
 *
 * Writes the place for a person: `gauss.pfg:3:5`, `argument 2 '--a.b=c'`, `default (gauss-ball.c:20)`, each followed by
 * what the value came through.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
gyre_locator_to_string (GyreLocator *locator)
{
  GString *text = g_string_new (NULL);

  if (locator == NULL)
    g_string_append (text, "unknown place");
  for (GyreLocator *place = locator; place != NULL; place = gyre_locator_get_through (place))
    {
      if (place != locator)
        g_string_append (text, ", through ");
      append_place (text, place);
    }
  return g_string_free (text, FALSE);
}
