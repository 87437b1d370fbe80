/* gyre-lint-words.c: What the words of a summary tell
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A rule that cries wolf is switched off, so these know few words and are sure of them: the last word of a name, the names of units, and
 * the questions that a length or a time answers.
 */
#include "gyre-lint-words.h"

#include <string.h>

/* Words that say nothing by themselves. */
static const char * const idle_words[] = {
  "a", "an", "the", "of", "its", "this", "that", "is", "for", "to", "in", "and", NULL,
};

/* What the last word of a name counts. */
static const char * const dimension_names[] = {
  "length", "width", "height", "radius", "diameter", "distance", "thickness", "area", "size", "time", "duration", "delay", "interval",
  "timeout", "latency", "lifetime", "rate", "frequency", "speed", "velocity", "acceleration", "mass", "force", "pressure",
  "temperature", "angle", "energy", "voltage", "stiffness", "bandwidth", "wavelength", NULL,
};

/* Units in words. `second` and `degree` have other meanings, in the singular. */
static const char * const unit_words[] = {
  "seconds", "millisecond", "milliseconds", "microsecond", "microseconds", "nanosecond", "nanoseconds", "minutes", "hours", "days",
  "metre", "metres", "meter", "meters", "kilometre", "kilometres", "kilometers", "millimetre", "millimetres", "millimeters", "byte",
  "bytes", "kilobytes", "megabytes", "hertz", "hz", "khz", "mhz", "pixel", "pixels", "degrees", "radian", "radians", "percent",
  "kelvin", "celsius", "gram", "grams", "kilogram", "kilograms", "newton", "newtons", "joule", "joules", "watt", "watts", "volt",
  "volts", "ampere", "amperes", "pascal", "pascals", "decibel", "decibels", "db", NULL,
};

/* What follows `how` when a number with a unit is the answer. */
static const char * const measured_words[] = { "long", "far", "fast", "heavy", "hot", "wide", "high", "tall", "thick", NULL };

static gboolean
is_one_of (const char *word, const char * const *words)
{
  return g_strv_contains (words, word);
}

static void
end_word (GStrvBuilder *words, GString *word)
{
  if (word->len > 0)
    g_strv_builder_add (words, word->str);
  g_string_truncate (word, 0);
}

/* Returns: (transfer full): the words in lower case; a capital within a word begins another, as in the name of a type */
GStrv
gyre_lint_split_words (const char *text)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GString) word = g_string_new (NULL);
  gunichar before = 0;

  for (const char *place = text; *place != '\0'; place = g_utf8_next_char (place))
    {
      gunichar character = g_utf8_get_char (place);

      if (!g_unichar_isalnum (character) && character != '\'')
        end_word (words, word);
      else
        {
          if (g_unichar_isupper (character) && g_unichar_islower (before))
            end_word (words, word);
          g_string_append_unichar (word, g_unichar_tolower (character));
        }
      before = character;
    }
  end_word (words, word);
  return g_strv_builder_end (words);
}

/* Whether two words are the same, but for the ending of a plural or a verb. */
static gboolean
is_same_word (const char *first, const char *second)
{
  gsize length = strlen (first);

  if (g_str_has_prefix (second, first))
    return g_str_equal (second + length, "") || g_str_equal (second + length, "s");
  return g_str_has_prefix (first, second) && g_str_equal (first + strlen (second), "s");
}

static gboolean
is_in_names (const char *word, const char * const *names)
{
  for (; *names != NULL; names++)
    {
      g_auto (GStrv) parts = gyre_lint_split_words (*names);

      for (guint index = 0; parts[index] != NULL; index++)
        if (is_same_word (word, parts[index]))
          return TRUE;
    }
  return FALSE;
}

/* Whether the summary says nothing but the names: "the radius" of `radius`, "the radius of the ball" of `radius` in `shapes.ball`. */
gboolean
gyre_lint_repeats (const char *summary, const char * const *names)
{
  g_auto (GStrv) words = gyre_lint_split_words (summary);

  for (guint index = 0; words[index] != NULL; index++)
    if (!is_one_of (words[index], idle_words) && !is_in_names (words[index], names))
      return FALSE;
  return TRUE;
}

/* Returns: (transfer full) (nullable): the word by which a number seems to be one of something that has units */
char *
gyre_lint_find_dimension (const char *name, const char *summary)
{
  g_auto (GStrv) names = gyre_lint_split_words (name);
  g_auto (GStrv) words = gyre_lint_split_words (summary != NULL ? summary : "");
  guint count = g_strv_length (names);

  if (count > 0 && is_one_of (names[count - 1], dimension_names))
    return g_strdup (names[count - 1]);
  for (guint index = 0; words[index] != NULL; index++)
    {
      if (is_one_of (words[index], unit_words))
        return g_strdup (words[index]);
      if (index == 0 && g_str_equal (words[0], "how") && words[1] != NULL && is_one_of (words[1], measured_words))
        return g_strconcat ("how ", words[1], NULL);
    }
  return NULL;
}

/* Whether the last character is a full stop; "…" and "etc." are none. */
gboolean
gyre_lint_ends_a_sentence (const char *summary)
{
  return g_str_has_suffix (summary, ".") && !g_str_has_suffix (summary, "..") && !g_str_has_suffix (summary, "etc.");
}

/* Whether it begins with a capital, as a sentence does. JSON and other words in capitals, and names with digits, begin nothing. */
gboolean
gyre_lint_begins_large (const char *summary)
{
  const char *second = *summary != '\0' ? g_utf8_next_char (summary) : summary;

  return g_unichar_isupper (g_utf8_get_char (summary))
         && (*second == '\0' || *second == ' ' || g_unichar_islower (g_utf8_get_char (second)));
}
