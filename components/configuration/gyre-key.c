/* gyre-key.c: Dotted names as people write them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-key-private.h"

#include <string.h>

/* Makes a reader of names; it can read many, one after the other. */
void
gyre_key_init (GyreKey *key)
{
  *key = (GyreKey) { .pieces = g_array_new (FALSE, FALSE, sizeof (GyreKeyPiece)) };
}

void
gyre_key_clear (GyreKey *key)
{
  g_clear_pointer (&key->pieces, g_array_unref);
}

static gboolean
is_blank (const char *at)
{
  if ((guchar) *at < 0x80)
    return g_ascii_isspace (*at);
  return g_unichar_isspace (g_utf8_get_char (at));
}

/* Finds a fragment between two bytes, and where the next one begins. */
static const char *
find_fragment (const char **start, const char **stop)
{
  const char *dot = *start < *stop ? memchr (*start, '.', *stop - *start) : NULL;

  *stop = dot = dot != NULL ? dot : *stop;
  while (*start < *stop && is_blank (*start))
    *start = g_utf8_next_char (*start);
  while (*start < *stop && is_blank (g_utf8_find_prev_char (*start, *stop)))
    *stop = g_utf8_find_prev_char (*start, *stop);
  return dot + 1;
}

static gboolean
has_mistake (GyreKey *key, const char *at, const char *reason)
{
  key->wrong = at;
  key->reason = reason;
  return FALSE;
}

/* Counts and checks the fragments. *is_plain tells whether the name can stay as it is. */
static gboolean
check_fragments (GyreKey *key, const char *start, const char *stop, gboolean *is_plain)
{
  const char *last = stop;

  key->fragments = 0;
  key->name = start;
  for (const char *at = start; at <= stop; key->fragments++)
    {
      const char *first = at;
      const char *next;

      *is_plain = *is_plain && (key->fragments == 0 || *last == '.');
      last = stop;
      next = find_fragment (&first, &last);
      if (first == last)
        return has_mistake (key, first, key->fragments == 0 && next > stop ? "a name must stand here"
                                                                            : "a fragment of a name must not be empty");
      if (key->fragments == GYRE_EVENTS_DEEPEST)
        return has_mistake (key, first, "a name must not have more than " G_STRINGIFY (GYRE_EVENTS_DEEPEST) " fragments");
      if (key->fragments == 0)
        key->name = first;
      else
        *is_plain = *is_plain && first == at;
      at = next;
    }
  key->length = last - key->name;
  return TRUE;
}

static void
copy_fragments (GyreKey *key, GyreEvents *events, const char *start, const char *stop)
{
  char *copy = gyre_events_allocate (events, stop - start);

  key->name = copy;
  key->length = 0;
  for (const char *at = start; at <= stop;)
    {
      const char *first = at;
      const char *last = stop;
      GyreKeyPiece piece;

      at = find_fragment (&first, &last);
      if (key->length > 0)
        copy[key->length++] = '.';
      piece = (GyreKeyPiece) { key->length, first };
      g_array_append_val (key->pieces, piece);
      for (; first < last; first++)
        if (first[0] != '\\' || first + 1 == last || first[1] != ';')
          copy[key->length++] = *first;
    }
}

/* Reads the name between two bytes of valid UTF-8, where no byte of it is NUL. Returns whether it is one; what is wrong
 * with it is told in the key. */
gboolean
gyre_key_read (GyreKey *key, GyreEvents *events, const char *start, const char *stop)
{
  gboolean is_plain = stop == start || memchr (start, '\\', stop - start) == NULL;

  key->wrong = key->reason = NULL;
  g_array_set_size (key->pieces, 0);
  if (!check_fragments (key, start, stop, &is_plain))
    return FALSE;
  if (!is_plain)
    copy_fragments (key, events, start, stop);
  return TRUE;
}

/* Tells what a setting does by what stands before its `=` at *stop, which steps back over the operator. Blanks before the
 * `=` make a `+`, `-` or `^` the end of the key: `a+ = 1`. */
GyreSettingOperator
gyre_key_read_operator (const char *start, const char **stop)
{
  GyreSettingOperator operator = GYRE_SETTING_ASSIGN;

  if (*stop == start)
    return operator;
  switch ((*stop)[-1])
    {
    case '+':
      operator = GYRE_SETTING_APPEND;
      break;
    case '-':
      operator = GYRE_SETTING_REMOVE;
      break;
    case '^':
      operator = GYRE_SETTING_PREPEND;
      break;
    default:
      return operator;
    }
  --*stop;
  return operator;
}
