/* gyre-locator.c: Where a value was said
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A configuration of a million settings has a million locators, so one is small: 32 bytes, and the file's name is shared.
 *
 * Texts of the program (source files, functions) are interned for ever, there are only so many of them. Texts of the user
 * are counted. N.B. they are not interned as counted strings: when the last one is released while another thread interns
 * the same text, GLib 2.74 hands out the string that is being freed.
 *
 * Only one thing in a locator changes after its birth: an address turns into a line when it is first asked for. The fields
 * are written first and the kind last, so whoever reads a kind without the address bit may read the fields.
 */
#include "gyre-locator.h"
#include "gyre-address-private.h"
#include "gyre-locator-private.h"

#include <stdatomic.h>

struct _GyreLocator
{
  gint references;
  _Atomic guint16 kind;
  guint16 column;
  guint line;
  union
  {
    const char *file;       /* interned; NULL until an address is resolved */
    char *counted_file;     /* a GRefString */
    GyreLocator *place;     /* what a value that came through something else was said at; never such a one itself */
  };
  union
  {
    const char *function;   /* interned, for a line of a program */
    gconstpointer address;  /* while it is not resolved */
    GyreLocator *through;   /* beside a place */
  };
};

G_STATIC_ASSERT (sizeof (GyreLocator) <= 32);

/* The bits of `kind` above the public kinds. The fields can be read as they stand below KIND_HAS_PLACE. */
enum
{
  KIND_MASK = 0x0f,
  KIND_HAS_COUNTED_FILE = 0x10,
  KIND_HAS_FUNCTION = 0x20,
  KIND_HAS_PLACE = 0x40,
  KIND_HAS_ADDRESS = 0x80,
};

G_DEFINE_BOXED_TYPE (GyreLocator, gyre_locator, gyre_locator_ref, gyre_locator_unref)

static inline guint16
locator_get_bits (GyreLocator *self)
{
  return atomic_load_explicit (&self->kind, memory_order_acquire);
}

static inline void
locator_set_bits (GyreLocator *self, guint16 bits)
{
  atomic_store_explicit (&self->kind, bits, memory_order_release);
}

static GyreLocator *
locator_new (guint16 bits, guint line, guint column)
{
  GyreLocator *self = g_slice_new0 (GyreLocator);

  self->references = 1;
  self->line = line;
  self->column = MIN (column, G_MAXUINT16);
  locator_set_bits (self, bits);
  return self;
}

/* Names a place with a text of the user, who has any number of them. */
static GyreLocator *
locator_new_counted (GyreLocatorKind kind, const char *text, guint line, guint column)
{
  GyreLocator *self = locator_new (kind | KIND_HAS_COUNTED_FILE, line, column);

  self->counted_file = g_ref_string_new (text);
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
  GyreLocator *self = locator_new (GYRE_LOCATOR_DEFAULT, line, 0);

  self->file = g_intern_string (file);
  return self;
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
  g_return_val_if_fail (file != NULL, NULL);
  return locator_new_counted (GYRE_LOCATOR_FILE, file, line, column);
}

/*
 * gyre_locator_new_shared_file:
 * @file: the file's name, a GRefString; the locator takes a reference of its own
 * @line: the line, from 1
 * @column: the column in characters, from 1
 *
 * Names a place in a file as gyre_locator_new_file() does, without a copy of its name: for codecs that make millions.
 *
 * Returns: (transfer full): a locator
 */
GyreLocator *
gyre_locator_new_shared_file (char *file, guint line, guint column)
{
  GyreLocator *self = locator_new (GYRE_LOCATOR_FILE | KIND_HAS_COUNTED_FILE, line, column);

  self->counted_file = g_ref_string_acquire (file);
  return self;
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
  g_return_val_if_fail (argument != NULL, NULL);
  return locator_new_counted (GYRE_LOCATOR_ARGUMENT, argument, position, column);
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
  g_return_val_if_fail (variable != NULL, NULL);
  return locator_new_counted (GYRE_LOCATOR_ENVIRONMENT, variable, 0, 0);
}

/**
 * gyre_locator_new_variable:
 * @variable: the variable's name
 * @column: the column in its value in characters, from 1; 0 for the variable as a whole
 *
 * Names a place in the value of an environment variable.
 *
 * Returns: (transfer full): a locator
 *
 * Since: 0.1
 */
GyreLocator *
gyre_locator_new_variable (const char *variable, guint column)
{
  g_return_val_if_fail (variable != NULL, NULL);
  return locator_new_counted (GYRE_LOCATOR_ENVIRONMENT, variable, 0, column);
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
  GyreLocator *self = locator_new (GYRE_LOCATOR_SOURCE | (function != NULL ? KIND_HAS_FUNCTION : 0), line, 0);

  self->file = g_intern_string (file);
  self->function = g_intern_string (function);
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
  GyreLocator *self = locator_new (GYRE_LOCATOR_SOURCE | KIND_HAS_ADDRESS, 0, 0);

  self->address = address;
  return self;
}

/**
 * gyre_locator_new_through:
 * @locator: where the value was said
 * @through: what it came through
 *
 * Names the same place as @locator, and what the value passed on its way. What @locator came through already is told
 * before @through.
 *
 * Returns: (transfer full): a locator
 *
 * Since: 0.1
 */
GyreLocator *
gyre_locator_new_through (GyreLocator *locator, GyreLocator *through)
{
  GyreLocator *before;
  GyreLocator *self;

  g_return_val_if_fail (locator != NULL && through != NULL, NULL);

  before = gyre_locator_get_through (locator);
  self = locator_new (gyre_locator_get_kind (locator) | KIND_HAS_PLACE, 0, 0);
  self->place = gyre_locator_ref (before != NULL ? locator->place : locator);
  self->through = before != NULL ? gyre_locator_new_through (before, through) : gyre_locator_ref (through);
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
  while (locator != NULL && g_atomic_int_dec_and_test (&locator->references))
    {
      guint16 bits = locator_get_bits (locator);
      GyreLocator *through = bits & KIND_HAS_PLACE ? locator->through : NULL;

      if (bits & KIND_HAS_PLACE)
        gyre_locator_unref (locator->place);
      else if (bits & KIND_HAS_COUNTED_FILE)
        g_ref_string_release (locator->counted_file);
      g_slice_free (GyreLocator, locator);
      locator = through;
    }
}

G_LOCK_DEFINE_STATIC (resolution);

/* Turns an address into file, line and function, once. */
static void
locator_resolve (GyreLocator *self)
{
  g_autofree char *file = NULL;
  g_autofree char *function = NULL;

  G_LOCK (resolution);
  if (locator_get_bits (self) & KIND_HAS_ADDRESS)
    {
      gyre_address_resolve (self->address, &file, &self->line, &function);
      self->file = g_intern_string (file);
      self->function = g_intern_string (function);
      locator_set_bits (self, GYRE_LOCATOR_SOURCE | (function != NULL ? KIND_HAS_FUNCTION : 0));
    }
  G_UNLOCK (resolution);
}

/* The locator whose fields tell the place, which is the given one nearly always: then this costs one load. */
static GyreLocator *
locator_get_place (GyreLocator *self)
{
  if (G_LIKELY (locator_get_bits (self) < KIND_HAS_PLACE))
    return self;
  if (locator_get_bits (self) & KIND_HAS_PLACE)
    self = self->place;
  if (locator_get_bits (self) & KIND_HAS_ADDRESS)
    locator_resolve (self);
  return self;
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
  return locator_get_bits (locator) & KIND_MASK;
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
  return locator_get_place (locator)->file;
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
  locator = locator_get_place (locator);
  return locator_get_bits (locator) & KIND_HAS_FUNCTION ? locator->function : NULL;
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
  return locator_get_place (locator)->line;
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
  return locator_get_place (locator)->column;
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
  return locator_get_bits (locator) & KIND_HAS_PLACE ? locator->through : NULL;
}

static void
append_place (GString *text, GyreLocator *locator)
{
  GyreLocator *self = locator_get_place (locator);
  const char *file = self->file;

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
