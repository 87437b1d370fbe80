/* gyre-trampoline.c: A C function that calls what another language implements
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The function has exactly the type that the signature says, so it can stand in the struct of an interface, and nobody who
 * calls it has to know that there is a closure behind it. Like the behavior that it belongs to, it lives as long as the process.
 */
#include "gyre-trampoline-private.h"
#include "gyre-behavior.h"

typedef struct _Trampoline Trampoline;

struct _Trampoline
{
  Trampoline *older;
  const char *name;
  GyreSignature signature;
  GClosure *closure;
  ffi_cif interface;
  ffi_type *types[GYRE_SIGNATURE_MAXIMUM_LENGTH + 2];
};

/* All there are. Only code that was made at run time leads to one, which a leak checker does not read. */
static Trampoline *newest;

/* What the other language has raised in this thread, until the function that called it hands it on. */
static GPrivate raised = G_PRIVATE_INIT (g_free);

void
gyre_trampoline_raise (const char *message)
{
  g_private_replace (&raised, g_strdup (message));
}

char *
gyre_trampoline_steal_raised (void)
{
  char *message = g_private_get (&raised);

  g_private_set (&raised, NULL);
  return message;
}

ffi_type *
gyre_trampoline_type_of (GyreArgumentKind kind)
{
  switch (kind)
    {
    case GYRE_ARGUMENT_NOTHING:
    case GYRE_ARGUMENT_BOOLEAN: return &ffi_type_sint;
    case GYRE_ARGUMENT_INTEGER: return &ffi_type_sint64;
    case GYRE_ARGUMENT_REAL: return &ffi_type_double;
    default: return &ffi_type_pointer;
    }
}

/* Texts and arrays are borrowed: what is written into a buffer has to reach the caller's. */
static void
load_argument (GyreArgumentKind kind, gconstpointer place, GValue *value)
{
  gpointer pointer = kind >= GYRE_ARGUMENT_STRING ? *(gpointer const *) place : NULL;

  g_value_init (value, gyre_argument_kind_get_gtype (kind));
  switch (kind)
    {
    case GYRE_ARGUMENT_BOOLEAN: g_value_set_boolean (value, *(const gint *) place); break;
    case GYRE_ARGUMENT_INTEGER: g_value_set_int64 (value, *(const gint64 *) place); break;
    case GYRE_ARGUMENT_REAL: g_value_set_double (value, *(const double *) place); break;
    case GYRE_ARGUMENT_STRING: g_value_set_static_string (value, pointer); break;
    case GYRE_ARGUMENT_OBJECT: g_value_set_object (value, pointer); break;
    case GYRE_ARGUMENT_VARIANT: g_value_set_variant (value, pointer); break;
    default: g_value_set_static_boxed (value, pointer); break;
    }
}

/* A result narrower than a register is handed to libffi as a whole register. */
static void
store_result (GyreArgumentKind kind, const GValue *value, gpointer result)
{
  switch (kind)
    {
    case GYRE_ARGUMENT_NOTHING: *(ffi_sarg *) result = TRUE; break;
    case GYRE_ARGUMENT_BOOLEAN: *(ffi_sarg *) result = g_value_get_boolean (value); break;
    case GYRE_ARGUMENT_INTEGER: *(gint64 *) result = g_value_get_int64 (value); break;
    case GYRE_ARGUMENT_REAL: *(double *) result = g_value_get_double (value); break;
    case GYRE_ARGUMENT_STRING: *(char **) result = g_value_dup_string (value); break;
    case GYRE_ARGUMENT_OBJECT: *(gpointer *) result = g_value_dup_object (value); break;
    case GYRE_ARGUMENT_VARIANT: *(gpointer *) result = g_value_dup_variant (value); break;
    default: *(gpointer *) result = g_value_dup_boxed (value); break;
    }
}

static void
store_nothing (GyreArgumentKind kind, gpointer result)
{
  if (kind == GYRE_ARGUMENT_NOTHING || kind == GYRE_ARGUMENT_BOOLEAN)
    *(ffi_sarg *) result = FALSE;
  else if (kind == GYRE_ARGUMENT_REAL)
    *(double *) result = 0;
  else if (kind == GYRE_ARGUMENT_INTEGER)
    *(gint64 *) result = 0;
  else
    *(gpointer *) result = NULL;
}

static void
invoke (const Trampoline *self, gpointer *places, GValue *result)
{
  GValue parameters[GYRE_SIGNATURE_MAXIMUM_LENGTH + 1] = { G_VALUE_INIT };
  guint length = self->signature.length;
  gboolean has_result = self->signature.result != GYRE_ARGUMENT_NOTHING;

  g_value_set_object (g_value_init (&parameters[0], G_TYPE_OBJECT), *(gpointer *) places[0]);
  for (guint index = 0; index < length; index++)
    load_argument (self->signature.arguments[index].kind, places[index + 1], &parameters[index + 1]);
  if (has_result)
    g_value_init (result, gyre_argument_kind_get_gtype (self->signature.result));
  g_closure_invoke (self->closure, has_result ? result : NULL, length + 1, parameters, NULL);
  for (guint index = 0; index <= length; index++)
    g_value_unset (&parameters[index]);
}

static void
on_call (ffi_cif *interface, gpointer result, gpointer *places, gpointer data)
{
  const Trampoline *self = data;
  GError **error = *(GError ***) places[self->signature.length + 1];
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *message = gyre_trampoline_steal_raised ();

  g_clear_pointer (&message, g_free);
  invoke (self, places, &value);
  message = gyre_trampoline_steal_raised ();
  if (message == NULL)
    {
      store_result (self->signature.result, &value, result);
      return;
    }
  store_nothing (self->signature.result, result);
  g_set_error (error, GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_FAILED, "%s: %s", self->name, message);
}

static void
keep (Trampoline *self)
{
  do
    self->older = g_atomic_pointer_get (&newest);
  while (!g_atomic_pointer_compare_and_exchange (&newest, self->older, self));
}

/*
 * gyre_trampoline_new:
 * @signature: what it takes and gives; it must live as long as the process
 * @name: the behavior's, for errors; interned
 * @closure: what it calls, with the component and the arguments
 *
 * Returns: (nullable): a function of the signature's C type; %NULL where the system gives no memory that can be executed
 */
GCallback
gyre_trampoline_new (const GyreSignature *signature, const char *name, GClosure *closure)
{
  Trampoline *self = g_new0 (Trampoline, 1);
  guint last = signature->length + 1;
  gpointer function = NULL;
  ffi_closure *code = ffi_closure_alloc (sizeof (ffi_closure), &function);

  self->name = name;
  self->signature = *signature;
  self->closure = g_closure_ref (closure);
  g_closure_sink (closure);
  if (G_CLOSURE_NEEDS_MARSHAL (closure))
    g_closure_set_marshal (closure, g_cclosure_marshal_generic);
  self->types[0] = self->types[last] = &ffi_type_pointer;
  for (guint index = 0; index < signature->length; index++)
    self->types[index + 1] = gyre_trampoline_type_of (signature->arguments[index].kind);
  if (code != NULL
      && ffi_prep_cif (&self->interface, FFI_DEFAULT_ABI, last + 1, gyre_trampoline_type_of (signature->result),
                       self->types) == FFI_OK
      && ffi_prep_closure_loc (code, &self->interface, on_call, self, function) == FFI_OK)
    {
      keep (self);
      return (GCallback) function;
    }
  if (code != NULL)
    ffi_closure_free (code);
  g_closure_unref (self->closure);
  g_free (self);
  return NULL;
}
