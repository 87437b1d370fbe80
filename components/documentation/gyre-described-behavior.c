/* gyre-described-behavior.c: What can be called, and how
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The declaration says what a behavior takes. What it leaves out, the names of arguments, and where the function stands, debug
 * information knows, if there is any.
 */
#include "gyre-described-private.h"
#include "gyre-routine-private.h"

/* What is written where nobody says a name. */
#define UNKNOWN "?"

static const char *
get_native (GyreArgumentKind kind)
{
  static const char * const natives[] = {
    [GYRE_ARGUMENT_NOTHING] = "gboolean", [GYRE_ARGUMENT_BOOLEAN] = "gboolean", [GYRE_ARGUMENT_INTEGER] = "gint64",
    [GYRE_ARGUMENT_REAL] = "double", [GYRE_ARGUMENT_STRING] = "const char *", [GYRE_ARGUMENT_ARRAY] = "const GyreArray *",
    [GYRE_ARGUMENT_BUFFER] = "GyreArray *", [GYRE_ARGUMENT_OBJECT] = "GObject *", [GYRE_ARGUMENT_VARIANT] = "GVariant *",
    [GYRE_ARGUMENT_REALS] = "const GyreArray *", [GYRE_ARGUMENT_STRINGS] = "const char * const *",
  };

  return natives[kind];
}

static gboolean
is_named (const GyreArgument *argument)
{
  return argument->name != NULL && *argument->name != '\0';
}

/* The function has its component before the arguments and the error behind them; anything else is not the function of the declaration. */
static const GyreRoutineParameter *
find_parameter (const GyreRoutine *function, guint length, guint index)
{
  if (function == NULL || function->parameters->len != length + 2)
    return NULL;
  return function->parameters->pdata[index + 1];
}

/* What the interface says of the arguments, where it asks for the same ones. */
static const GyreSignature *
find_promised (const GyreBehavior *behavior)
{
  const GyreDescriptor *promised = gyre_described_find_promised (&behavior->descriptor);
  const GyreSignature *signature = promised != NULL ? gyre_behavior_get_signature ((const GyreBehavior *) promised) : NULL;

  return signature != NULL && gyre_signature_equal (signature, gyre_behavior_get_signature (behavior)) ? signature : NULL;
}

static void
describe_arguments (GyreDescribedBehavior *self, const GyreBehavior *behavior, const GyreRoutine *function)
{
  const GyreSignature *signature = gyre_behavior_get_signature (behavior);
  const GyreSignature *promised = find_promised (behavior);
  guint required = gyre_signature_get_minimum (signature);

  for (guint index = 0; index < signature->length; index++)
    {
      const GyreArgument *argument = &signature->arguments[index];
      const GyreRoutineParameter *parameter = find_parameter (function, signature->length, index);
      const char *name = is_named (argument) ? argument->name : parameter != NULL && parameter->name != NULL ? parameter->name : UNKNOWN;
      const char *native = parameter != NULL && parameter->type != NULL ? parameter->type : get_native (argument->kind);
      GyreDescribedArgument *described = g_new (GyreDescribedArgument, 1);

      *described = (GyreDescribedArgument) {
        .name = g_strdup (name),
        .kind = g_strdup (gyre_argument_kind_get_name (gyre_argument_kind_get_element (argument->kind))),
        .summary = g_strdup (argument->summary == NULL && promised != NULL ? promised->arguments[index].summary : argument->summary),
        .fallback = g_strdup (argument->fallback),
        .native = g_strdup (native),
        .is_required = index < required,
        .is_variable = gyre_argument_kind_is_variable (argument->kind),
      };
      g_ptr_array_add (self->arguments, described);
    }
}

/* As gyre_behavior_dup_signature_text() writes it, with the names that were found. */
static char *
print_signature (const GyreDescribedBehavior *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "%s %s (", self->result, self->name);
  for (guint index = 0; index < self->arguments->len; index++)
    {
      const GyreDescribedArgument *argument = self->arguments->pdata[index];

      g_string_append_printf (text, "%s%s %s%s%s%s", index > 0 ? ", " : "", argument->kind, argument->name, argument->is_variable ? " …" : "",
                              argument->fallback != NULL ? " = " : "", argument->fallback != NULL ? argument->fallback : "");
    }
  g_string_append_c (text, ')');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GyreLocator *
locate (const GyreRoutine *function, GyreRequirement *owner)
{
  GyreLocator *declared = owner != NULL ? gyre_requirement_get_locator (owner) : NULL;
  const char *place = declared != NULL ? gyre_locator_get_file (declared) : NULL;
  g_autofree char *own = place != NULL ? g_path_get_basename (place) : NULL;
  g_autofree char *file = function != NULL && function->file != NULL ? g_path_get_basename (function->file) : NULL;

  if (file == NULL || function->line == 0)
    return NULL;
  return gyre_locator_new_source (g_strcmp0 (own, file) == 0 ? place : g_path_is_absolute (function->file) ? file : function->file,
                                  function->line, function->name);
}

GyreDescribedBehavior *
gyre_describe_behavior (const GyreBehavior *behavior, GyreRequirement *requirement)
{
  const GyreDescriptor *descriptor = &behavior->descriptor;
  const GyreSignature *signature = gyre_behavior_get_signature (behavior);
  g_autoptr (GyreRoutine) function = behavior->function != NULL ? gyre_routine_find (behavior->function) : NULL;
  GyreDescribedBehavior *self = gyre_described_behavior_alloc ();

  self->name = g_strdup (descriptor->name);
  self->aliases = gyre_descriptor_dup_aliases (descriptor);
  self->result = g_strdup (gyre_argument_kind_get_name (signature->result));
  describe_arguments (self, behavior, function);
  self->signature = print_signature (self);
  self->owner = g_strdup (descriptor->owner != NULL ? gyre_requirement_get_public_name (descriptor->owner) : NULL);
  gyre_described_say (descriptor, &self->summary, &self->description, &self->said_by);
  self->deprecated_since = g_strdup (descriptor->deprecated_since);
  self->locator = locate (function, descriptor->owner);
  self->symbol = function != NULL ? g_strdup (function->name) : NULL;
  self->can_fail = TRUE;
  self->is_inherited = descriptor->owner != requirement;
  self->shadows = g_strdup (gyre_described_find_shadowed (descriptor));
  return self;
}
