/* gyre-name.c: Dotted names: families of classes, names of instances, keys of settings
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A name is a row of fragments with dots between them; a fragment is any text, blanks inside included, without the
 * characters that mean something in files and on the command line.
 */
#include "gyre-name.h"

#include <string.h>

/* Comparing costs the product of the lengths; a longer word is no slip of the fingers. */
#define LONGEST_WORD 128

/* What a slip costs. Two spellings that differ in case, or in the sort of dash, are nearly the same name. */
enum
{
  COST_OF_SPELLING = 1,
  COST_OF_CHARACTER = 4,
};

typedef struct
{
  gunichar characters[LONGEST_WORD];
  gunichar folded[LONGEST_WORD];
  guint length;
} GyreWord;

static gboolean
is_reserved (gunichar character)
{
  return character < 0x80 && strchr ("=:;#{}()[],'\"", (int) character) != NULL;
}

static gboolean
breaks_lines (gunichar character)
{
  return g_unichar_iscntrl (character) || character == 0x2028 || character == 0x2029;
}

/* Looks at a name that is known to be UTF-8, one character after the other. */
static const char *
find_reason (const char *name)
{
  gunichar before = '.';

  for (const char *place = name;; place = g_utf8_next_char (place))
    {
      gunichar character = g_utf8_get_char (place);
      gboolean ends = character == '\0' || character == '.';

      if (ends && before == '.')
        return "a fragment of a name must not be empty";
      if (ends ? g_unichar_isspace (before) : before == '.' && g_unichar_isspace (character))
        return "a fragment of a name must not begin or end with a blank";
      if (character == '\0')
        return NULL;
      if (breaks_lines (character))
        return "a name must not hold control characters";
      if (is_reserved (character))
        return "a name must not hold any of = : ; # { } ( ) [ ] , ' \"";
      before = character;
    }
}

/**
 * gyre_name_is_valid:
 * @name: (nullable) (type filename): any text
 * @reason: (out) (optional) (nullable) (transfer none): the rule that it breaks, as a sentence, or %NULL
 *
 * Checks a name: fragments with dots between them, such as `gauss.functors.exp` or `mc-π.unit box`. A fragment is UTF-8,
 * not empty, without blanks around it, control characters, quotes and any of `= : ; # { } ( ) [ ] ,`.
 *
 * Returns: %TRUE when it is a name
 *
 * Since: 0.1
 */
gboolean
gyre_name_is_valid (const char *name, const char **reason)
{
  const char *rule;

  if (name == NULL || *name == '\0')
    rule = "a name must not be empty";
  else if (!g_utf8_validate (name, -1, NULL))
    rule = "a name must be UTF-8";
  else
    rule = find_reason (name);
  if (reason != NULL)
    *reason = rule;
  return rule == NULL;
}

/* Both take bytes that are not UTF-8 for text. */
static const char *
skip_leading_blanks (const char *start, const char *end)
{
  while (start < end && g_unichar_isspace (g_utf8_get_char_validated (start, end - start)))
    start = g_utf8_next_char (start);
  return start;
}

static const char *
skip_trailing_blanks (const char *start, const char *end)
{
  const char *last;

  while ((last = g_utf8_find_prev_char (start, end)) != NULL && g_utf8_next_char (last) == end &&
         g_unichar_isspace (g_utf8_get_char_validated (last, end - last)))
    end = last;
  return end;
}

static char *
dup_trimmed (const char *start, const char *end)
{
  start = skip_leading_blanks (start, end);
  return g_strndup (start, skip_trailing_blanks (start, end) - start);
}

/**
 * gyre_name_split:
 * @name: (type filename): a name, valid or not
 *
 * Takes a name apart at its dots and trims the blanks around each fragment. Nothing is left out: `a..b` has an empty
 * fragment in the middle, and the empty text has one fragment, which is empty.
 *
 * Returns: (transfer full) (array zero-terminated=1): the fragments
 *
 * Since: 0.1
 */
GStrv
gyre_name_split (const char *name)
{
  GPtrArray *fragments;
  gboolean more = TRUE;

  g_return_val_if_fail (name != NULL, NULL);

  fragments = g_ptr_array_new ();
  while (more)
    {
      const char *end = name + strcspn (name, ".");

      g_ptr_array_add (fragments, dup_trimmed (name, end));
      more = *end == '.';
      name = end + 1;
    }
  g_ptr_array_add (fragments, NULL);
  return (GStrv) g_ptr_array_free (fragments, FALSE);
}

/**
 * gyre_name_join:
 * @fragments: (array length=length): fragments
 * @length: how many of them; -1 when %NULL ends them
 *
 * Puts a name together.
 *
 * Returns: (transfer full): the fragments with dots between them
 *
 * Since: 0.1
 */
char *
gyre_name_join (const char * const *fragments, gssize length)
{
  GString *name = g_string_new (NULL);

  for (gssize index = 0; length < 0 ? fragments[index] != NULL : index < length; index++)
    {
      if (index > 0)
        g_string_append_c (name, '.');
      g_string_append (name, fragments[index]);
    }
  return g_string_free (name, FALSE);
}

/**
 * gyre_name_dup_package:
 * @name: (type filename): a name
 *
 * Tells the package that a family belongs to: `gauss` for `gauss.functors.exp`.
 *
 * Returns: (transfer full): the first fragment, trimmed
 *
 * Since: 0.1
 */
char *
gyre_name_dup_package (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);
  return dup_trimmed (name, name + strcspn (name, "."));
}

/**
 * gyre_name_dup_property:
 * @identifier: the identifier of a field, such as `memory_size`
 *
 * Spells an identifier as GObject spells its properties: `memory-size`.
 *
 * Returns: (transfer full): the name with dashes; everything else is kept as it is
 *
 * Since: 0.1
 */
char *
gyre_name_dup_property (const char *identifier)
{
  g_return_val_if_fail (identifier != NULL, NULL);
  return g_strdelimit (g_strdup (identifier), "_", '-');
}

static gunichar
fold (gunichar character)
{
  return character == '_' || character == ' ' ? '-' : g_unichar_tolower (character);
}

/* Returns FALSE for a text that is too long. A byte that is not UTF-8 becomes a character that no text has. */
static gboolean
word_read (GyreWord *self, const char *text)
{
  self->length = 0;
  while (*text != '\0')
    {
      gunichar character = g_utf8_get_char_validated (text, -1);
      gboolean is_byte = character == (gunichar) -1 || character == (gunichar) -2;

      if (self->length == LONGEST_WORD)
        return FALSE;
      if (is_byte)
        character = 0x110000 + (guchar) *text;
      self->characters[self->length] = character;
      self->folded[self->length++] = is_byte ? character : fold (character);
      text = is_byte ? text + 1 : g_utf8_next_char (text);
    }
  return TRUE;
}

static gboolean
word_begins_with (const GyreWord *self, const GyreWord *other)
{
  return self->length >= other->length &&
         memcmp (self->folded, other->folded, other->length * sizeof (gunichar)) == 0;
}

static guint
cost_of_pair (const GyreWord *first, guint row, const GyreWord *second, guint column)
{
  if (first->characters[row] == second->characters[column])
    return 0;
  return first->folded[row] == second->folded[column] ? COST_OF_SPELLING : COST_OF_CHARACTER;
}

static gboolean
is_swapped (const GyreWord *first, guint row, const GyreWord *second, guint column)
{
  return row > 0 && column > 0 && first->folded[row] == second->folded[column - 1] &&
         first->folded[row - 1] == second->folded[column];
}

/* Damerau's distance, with the restriction that no pair is touched twice: only three rows of the matrix are ever needed. */
static guint
distance_between (const GyreWord *first, const GyreWord *second)
{
  guint storage[3][LONGEST_WORD + 1];
  guint *before = storage[0];
  guint *above = storage[1];
  guint *current = storage[2];

  for (guint column = 0; column <= second->length; column++)
    above[column] = column * COST_OF_CHARACTER;
  for (guint row = 0; row < first->length; row++)
    {
      guint *spare = before;

      current[0] = (row + 1) * COST_OF_CHARACTER;
      for (guint column = 0; column < second->length; column++)
        {
          guint cost = above[column] + cost_of_pair (first, row, second, column);

          cost = MIN (cost, MIN (above[column + 1], current[column]) + COST_OF_CHARACTER);
          if (is_swapped (first, row, second, column))
            cost = MIN (cost, before[column - 1] + COST_OF_CHARACTER);
          current[column + 1] = cost;
        }
      before = above;
      above = current;
      current = spare;
    }
  return above[second->length];
}

/* The cost of taking one word for the other, or G_MAXUINT when nobody would. A word that stops early is near, and so is
 * one that goes on, if most of it is there; longer ones are farther. */
static guint
cost_of_mistake (const GyreWord *word, const GyreWord *candidate)
{
  guint longer = MAX (word->length, candidate->length);
  guint shorter = MIN (word->length, candidate->length);
  guint limit = MAX (longer / 3, 1) * COST_OF_CHARACTER;
  guint cost = G_MAXUINT;

  if ((longer - shorter) * COST_OF_CHARACTER <= limit)
    cost = distance_between (word, candidate);
  /* Nothing in common: a word of one letter is not every other letter. */
  if (cost > limit || cost >= longer * COST_OF_CHARACTER)
    cost = G_MAXUINT;
  if (shorter >= 2 && (word_begins_with (candidate, word) ||
                       (shorter * 2 >= longer && word_begins_with (word, candidate))))
    cost = MIN (cost, COST_OF_CHARACTER + longer - shorter);
  return cost;
}

/**
 * gyre_name_find_similar:
 * @word: (type filename): what was written
 * @candidates: (array zero-terminated=1): what could have been meant
 *
 * Finds the candidate that is nearest to a word that is not among them: a letter too much, too few or wrong, two swapped,
 * another case, a dash of another sort, a word that stops early. Not more than about a third may be wrong. Of two that are
 * equally near the first wins. Words longer than 128 characters have no near ones.
 *
 * Returns: (nullable) (transfer none): the candidate, or %NULL when none is near
 *
 * Since: 0.1
 */
const char *
gyre_name_find_similar (const char *word, const char * const *candidates)
{
  const char *nearest = NULL;
  guint least = G_MAXUINT;
  GyreWord written;
  GyreWord candidate;

  g_return_val_if_fail (word != NULL && candidates != NULL, NULL);

  if (!word_read (&written, word))
    return NULL;
  for (guint index = 0; candidates[index] != NULL; index++)
    {
      guint cost = word_read (&candidate, candidates[index]) ? cost_of_mistake (&written, &candidate) : G_MAXUINT;

      if (cost < least)
        {
          least = cost;
          nearest = candidates[index];
        }
    }
  return nearest;
}

/**
 * gyre_name_suggest:
 * @word: (type filename): what was written
 * @candidates: (array zero-terminated=1): what could have been meant
 *
 * Writes the hint for a word that nobody knows.
 *
 * Returns: (nullable) (transfer full): `did you mean 'samples'?`, or %NULL when no candidate is near
 *
 * Since: 0.1
 */
char *
gyre_name_suggest (const char *word, const char * const *candidates)
{
  const char *similar = gyre_name_find_similar (word, candidates);

  return similar != NULL ? g_strdup_printf ("did you mean '%s'?", similar) : NULL;
}
