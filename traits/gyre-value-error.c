/* gyre-value-error.c: What can be wrong with a value
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An extended error: the statement, the place and the hint are kept apart, so that an error about an element can be told
 * again as one about the whole text, and so that a diagnostic can underline the place instead of spelling it.
 */
#include "gyre-value-error.h"
#include "gyre-value-error-private.h"

/* GLib's macro yields NULL for a foreign error, which we have excluded wherever we ask; gcc cannot see that. */
#pragma GCC diagnostic ignored "-Wnull-dereference"

typedef struct
{
  gsize offset;
  char *statement;   /* the message without its place; NULL where nobody said a place */
  char *hint;
} GyreValueErrorPrivate;

static void
gyre_value_error_private_init (GyreValueErrorPrivate *private)
{
  private->offset = GYRE_VALUE_ERROR_NOWHERE;
}

static void
gyre_value_error_private_copy (const GyreValueErrorPrivate *source, GyreValueErrorPrivate *copy)
{
  copy->offset = source->offset;
  copy->statement = g_strdup (source->statement);
  copy->hint = g_strdup (source->hint);
}

static void
gyre_value_error_private_clear (GyreValueErrorPrivate *private)
{
  g_free (private->statement);
  g_free (private->hint);
}

G_DEFINE_EXTENDED_ERROR (GyreValueError, gyre_value_error)

static void
error_write_message (GError *error, const GyreValueErrorPrivate *private)
{
  g_free (error->message);
  if (private->offset == GYRE_VALUE_ERROR_NOWHERE)
    error->message = g_strdup (private->statement);
  else
    error->message = g_strdup_printf ("%s (at character %" G_GSIZE_FORMAT ")", private->statement, private->offset + 1);
}

/*
 * gyre_value_error_set: reports a mistake at @offset characters from the start of a text (GYRE_VALUE_ERROR_NOWHERE where
 * there is no place), with a hint or NULL.
 */
void
gyre_value_error_set (GError **error, GyreValueError code, gsize offset, const char *hint, const char *format, ...)
{
  GyreValueErrorPrivate *private;
  va_list arguments;

  if (error == NULL)
    return;
  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (GYRE_VALUE_ERROR, code, format, arguments));
  va_end (arguments);

  private = gyre_value_error_get_private (*error);
  private->offset = offset;
  private->hint = g_strdup (hint);
  private->statement = g_strdup ((*error)->message);
  error_write_message (*error, private);
}

/**
 * gyre_value_error_set_literal: (skip)
 * @error: (nullable): where an error goes
 * @code: what is wrong
 * @offset: characters of the text before the mistake, or -1 where there is no place
 * @hint: (nullable): what to do about it
 * @message: what is wrong, for a person: "must be …, is …"
 *
 * Sets an error: what a kind or a rule of other code calls. The library adds the place, in the text and in its file.
 *
 * Since: 0.1
 */
void
gyre_value_error_set_literal (GError **error, GyreValueError code, gssize offset, const char *hint, const char *message)
{
  g_return_if_fail (message != NULL);
  gyre_value_error_set (error, code, offset < 0 ? GYRE_VALUE_ERROR_NOWHERE : (gsize) offset, hint, "%s", message);
}

/*
 * gyre_value_error_relocate: tells an error about a piece of a text as one about the text: @offset characters come before the
 * piece, and @subject (or NULL) names it. An error that had no place gets that of the piece; where the piece has none, the error
 * has none. One of another domain, as a kind
 * of other code may set, has no place to change.
 */
void
gyre_value_error_relocate (GError *error, gsize offset, const char *subject)
{
  GyreValueErrorPrivate *private;
  g_autofree char *statement = NULL;

  if (error->domain != GYRE_VALUE_ERROR)
    {
      if (subject != NULL)
        g_prefix_error (&error, "%s: ", subject);
      return;
    }
  private = gyre_value_error_get_private (error);
  statement = private->statement != NULL ? private->statement : g_strdup (error->message);
  /* "[2]" of "[1]: …" is "[2][1]: …". */
  private->statement = subject != NULL ? g_strdup_printf ("%s%s%s", subject, *statement == '[' ? "" : ": ", statement)
                                       : g_strdup (statement);
  if (offset == GYRE_VALUE_ERROR_NOWHERE || private->offset == GYRE_VALUE_ERROR_NOWHERE)
    private->offset = offset;
  else
    private->offset += offset;
  error_write_message (error, private);
}

/* gyre_value_error_forget_place: for an error about a piece of a text whose place in the text nobody knows. */
void
gyre_value_error_forget_place (GError *error)
{
  if (error->domain != GYRE_VALUE_ERROR)
    return;
  gyre_value_error_get_private (error)->offset = GYRE_VALUE_ERROR_NOWHERE;
  if (gyre_value_error_get_private (error)->statement == NULL)
    gyre_value_error_get_private (error)->statement = g_strdup (error->message);
  error_write_message (error, gyre_value_error_get_private (error));
}

/**
 * gyre_value_error_get_offset:
 * @error: an error
 * @offset: (out) (optional): characters of the text before the mistake
 *
 * Asks for the place of a mistake. The message counts the same place from 1.
 *
 * Returns: whether @error has one; %FALSE for errors of another domain
 *
 * Since: 0.1
 */
gboolean
gyre_value_error_get_offset (const GError *error, gsize *offset)
{
  gsize found;

  g_return_val_if_fail (error != NULL, FALSE);
  if (error->domain != GYRE_VALUE_ERROR)
    return FALSE;
  found = gyre_value_error_get_private (error)->offset;
  if (found == GYRE_VALUE_ERROR_NOWHERE)
    return FALSE;
  if (offset != NULL)
    *offset = found;
  return TRUE;
}

/**
 * gyre_value_error_get_hint:
 * @error: an error
 *
 * Asks what to do about a mistake.
 *
 * Returns: (nullable) (transfer none): a hint for a person; %NULL where there is none and for errors of another domain
 *
 * Since: 0.1
 */
const char *
gyre_value_error_get_hint (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);
  return error->domain == GYRE_VALUE_ERROR ? gyre_value_error_get_private (error)->hint : NULL;
}

/*
 * gyre_value_error_get_statement: the message without its place, for a diagnostic that shows the place.
 */
const char *
gyre_value_error_get_statement (const GError *error)
{
  const char *statement = error->domain == GYRE_VALUE_ERROR ? gyre_value_error_get_private (error)->statement : NULL;

  return statement != NULL ? statement : error->message;
}
