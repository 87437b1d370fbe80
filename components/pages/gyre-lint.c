/* gyre-lint.c: What is missing or wrong in the words about classes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Only what a class declares itself is checked; what it inherits is the business of who declares it. What an interface has explained
 * need not be explained again by a class that keeps the promise. Style is what most summaries of the catalogue do: the rest must do so too.
 */
#include "gyre-lint.h"

#include "gyre-lint-words.h"

#include <string.h>

#define VERSION 1

/* A summary and whose it is. */
typedef struct
{
  GyreLocator *place;
  char *subject;
  const char *text;
} Summary;

typedef struct
{
  GyreCatalogue *catalogue;
  GyreDescription *description;
  GPtrArray *mistakes;
  GPtrArray *summaries;     /* Summary */
} Check;

static void
mistake_free (gpointer data)
{
  GyreLintMistake *self = data;

  g_clear_pointer (&self->place, gyre_locator_unref);
  g_free (self->subject);
  g_free (self->message);
  g_free (self->hint);
  g_free (self);
}

static void
summary_free (gpointer data)
{
  Summary *self = data;

  g_free (self->subject);
  g_free (self);
}

/* Takes @message. */
static void
add (GPtrArray *mistakes, GyreLocator *place, const char *subject, const char *rule, char *message, const char *hint)
{
  GyreLintMistake *mistake = g_new (GyreLintMistake, 1);

  *mistake = (GyreLintMistake) {
    place != NULL ? gyre_locator_ref (place) : NULL, g_strdup (subject), rule, message, g_strdup (hint),
  };
  g_ptr_array_add (mistakes, mistake);
}

static void
check_summary (Check *self, const char *subject, const char *sort, const char *summary, const char * const *names)
{
  Summary *row;

  if (summary == NULL || *summary == '\0')
    {
      add (self->mistakes, self->description->declared, subject, "missing-summary", g_strdup_printf ("this %s has no summary", sort),
           g_str_equal (sort, "signal") ? "say in one line what it is for: gyre_signal_set_summary (signal, \"…\")"
                                        : "say in one line what it is for: .summary = \"…\"");
      return;
    }
  if (strchr (summary, '\n') != NULL)
    add (self->mistakes, self->description->declared, subject, "long-summary", g_strdup ("the summary has more than one line"),
         "put everything behind the first line into .description");
  if (gyre_lint_repeats (summary, names))
    add (self->mistakes, self->description->declared, subject, "repeating-summary",
         g_strdup_printf ("the summary says only what the name says: '%s'", summary), "say what its reader does not know yet");
  row = g_new (Summary, 1);
  *row = (Summary) { self->description->declared, g_strdup (subject), summary };
  g_ptr_array_add (self->summaries, row);
}

static const char *
name_of (Check *self)
{
  return gyre_description_get_public_name (self->description);
}

/* A number that is of something measured must say in what; "1" says that it is of nothing. A quantity brings units with its value, so that
 * only its name is asked. */
static void
check_units (Check *self, const GyreDescribedTrait *trait, const char *subject)
{
  gboolean is_quantity = g_strcmp0 (trait->kind, "quantity") == 0;
  g_autofree char *word = NULL;

  if (trait->units != NULL || trait->interface != NULL)
    return;
  if (!is_quantity && g_strcmp0 (trait->kind, "real") != 0 && g_strcmp0 (trait->kind, "integer") != 0 && g_strcmp0 (trait->kind, "decimal") != 0)
    return;
  word = gyre_lint_find_dimension (trait->name, is_quantity ? NULL : trait->summary);
  if (word != NULL)
    add (self->mistakes, self->description->declared, subject, "missing-units",
         g_strdup_printf ("it speaks of '%s' and has no units", word), ".units = \"m\" and the like; .units = \"1\" for a pure number");
}

static void
check_traits (Check *self)
{
  for (guint index = 0; index < self->description->traits->len; index++)
    {
      const GyreDescribedTrait *trait = self->description->traits->pdata[index];
      g_autofree char *subject = g_strdup_printf ("%s.%s", name_of (self), trait->name);
      const char *names[] = { trait->name, strrchr (name_of (self), '.'), NULL };

      if (trait->is_inherited || trait->is_dynamic)
        continue;
      check_summary (self, subject, trait->interface != NULL ? "facility" : "trait", trait->summary, names);
      check_units (self, trait, subject);
    }
}

static const GyreDescribedBehavior *
find_behavior (GyreDescription *description, const char *name)
{
  for (guint index = 0; description != NULL && index < description->behaviors->len; index++)
    {
      const GyreDescribedBehavior *behavior = description->behaviors->pdata[index];

      if (g_strcmp0 (behavior->name, name) == 0)
        return behavior;
    }
  return NULL;
}

/* The promise that a behavior keeps; NULL: none. Interfaces of other modules are asked as well; @held keeps what is found. */
static const GyreDescribedBehavior *
find_promise (Check *self, const char *name, GPtrArray *held)
{
  for (guint index = 0; index < self->description->interfaces->len; index++)
    {
      const GyreDescribedClass *class = self->description->interfaces->pdata[index];
      GyreDescription *interface = gyre_catalogue_find (self->catalogue, class->type);
      GyreRole *role = interface == NULL ? gyre_role_get (g_type_from_name (class->type)) : NULL;

      if (role != NULL)
        {
          interface = gyre_description_new (GYRE_REQUIREMENT (role));
          g_ptr_array_add (held, interface);
        }
      if (self->description->subject == GYRE_DESCRIPTION_CLASS && find_behavior (interface, name) != NULL)
        return find_behavior (interface, name);
    }
  return NULL;
}

static void
check_arguments (Check *self, GPtrArray *arguments, const char *subject, const char *owner)
{
  for (guint index = 0; index < arguments->len; index++)
    {
      const GyreDescribedArgument *argument = arguments->pdata[index];
      g_autofree char *whole = g_strdup_printf ("%s.%s", subject, argument->name);
      const char *names[] = { argument->name, owner, NULL };

      check_summary (self, whole, "argument", argument->summary, names);
    }
}

static void
check_behaviors (Check *self)
{
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func ((GDestroyNotify) gyre_description_unref);

  for (guint index = 0; index < self->description->behaviors->len; index++)
    {
      const GyreDescribedBehavior *behavior = self->description->behaviors->pdata[index];
      g_autofree char *subject = g_strdup_printf ("%s.%s", name_of (self), behavior->name);
      const char *names[] = { behavior->name, strrchr (name_of (self), '.'), NULL };
      const GyreDescribedBehavior *promise = !behavior->is_inherited ? find_promise (self, behavior->name, held) : NULL;

      if (behavior->is_inherited)
        continue;
      if (promise == NULL || behavior->summary != NULL)
        check_summary (self, subject, "behavior", behavior->summary, names);
      if (promise == NULL)
        check_arguments (self, behavior->arguments, subject, behavior->name);
    }
}

static void
check_signals (Check *self)
{
  for (guint index = 0; index < self->description->signals->len; index++)
    {
      const GyreDescribedSignal *signal = self->description->signals->pdata[index];
      g_autofree char *subject = g_strdup_printf ("%s.%s", name_of (self), signal->name);
      const char *names[] = { signal->name, strrchr (name_of (self), '.'), NULL };

      if (!signal->is_inherited)
        check_summary (self, subject, "signal", signal->summary, names);
    }
}

static gboolean
is_end_wrong (const char *summary, gboolean most_do)
{
  return gyre_lint_ends_a_sentence (summary) != most_do;
}

static gboolean
is_begin_wrong (const char *summary, gboolean most_do)
{
  return gyre_lint_begins_large (summary) != most_do && g_unichar_isalpha (g_utf8_get_char (summary));
}

/* Tells those who do not do as most do. Where two halves differ nobody is wrong. */
static void
check_habit (GPtrArray *summaries, GPtrArray *mistakes, gboolean (*is_habit) (const char *), gboolean (*is_wrong) (const char *, gboolean),
             const char *rule, const char * const *messages)
{
  guint count = 0;
  gboolean most_do;

  for (guint index = 0; index < summaries->len; index++)
    count += is_habit (((const Summary *) summaries->pdata[index])->text) ? 1 : 0;
  most_do = 2 * count > summaries->len;
  for (guint index = 0; index < summaries->len && 2 * count != summaries->len; index++)
    {
      const Summary *summary = summaries->pdata[index];

      if (is_wrong (summary->text, most_do))
        add (mistakes, summary->place, summary->subject, rule, g_strdup_printf ("%s: '%s'", messages[most_do], summary->text),
             "most summaries of this catalogue do it the other way");
    }
}

static void
check_style (Check *self)
{
  static const char * const ends[] = { "the summary ends with a full stop", "the summary ends without a full stop" };
  static const char * const begins[] = { "the summary begins with a capital", "the summary begins without a capital" };

  check_habit (self->summaries, self->mistakes, gyre_lint_ends_a_sentence, is_end_wrong, "full-stop", ends);
  check_habit (self->summaries, self->mistakes, gyre_lint_begins_large, is_begin_wrong, "capital", begins);
}

/* Returns: (transfer full) (element-type GyreLintMistake): what is wrong, in the order of the catalogue, matters of style last */
GPtrArray *
gyre_lint_check (GyreCatalogue *catalogue)
{
  g_autoptr (GPtrArray) summaries = g_ptr_array_new_with_free_func (summary_free);
  GPtrArray *mistakes = g_ptr_array_new_with_free_func (mistake_free);
  Check check = { catalogue, NULL, mistakes, summaries };

  for (guint index = 0; index < gyre_catalogue_get_length (catalogue); index++)
    {
      GyreDescription *description = gyre_catalogue_get (catalogue, index);
      const char *names[] = { gyre_description_get_public_name (description), description->type, NULL };

      check.description = description;
      check_summary (&check, names[0], description->subject == GYRE_DESCRIPTION_INTERFACE ? "interface" : "class", description->summary, names);
      check_traits (&check);
      check_behaviors (&check);
      check_signals (&check);
    }
  check_style (&check);
  return mistakes;
}

/* Returns: (transfer full): the mistakes for a person, two lines each */
char *
gyre_lint_to_text (GPtrArray *mistakes)
{
  GString *text = g_string_new (NULL);

  for (guint index = 0; index < mistakes->len; index++)
    {
      const GyreLintMistake *mistake = mistakes->pdata[index];
      g_autofree char *place = mistake->place != NULL ? gyre_locator_to_string (mistake->place) : NULL;

      g_string_append_printf (text, "%s%s%s: %s [%s]\n  hint: %s\n", place != NULL ? place : "", place != NULL ? ": " : "", mistake->subject,
                              mistake->message, mistake->rule, mistake->hint);
    }
  return g_string_free (text, FALSE);
}

/* Returns: (transfer floating): the mistakes for programs */
GVariant *
gyre_lint_to_variant (GPtrArray *mistakes)
{
  GVariantBuilder document, rows;

  g_variant_builder_init (&document, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_init (&rows, G_VARIANT_TYPE ("av"));
  for (guint index = 0; index < mistakes->len; index++)
    {
      const GyreLintMistake *mistake = mistakes->pdata[index];
      GVariantBuilder fields;

      g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&fields, "{sv}", "subject", g_variant_new_string (mistake->subject));
      g_variant_builder_add (&fields, "{sv}", "rule", g_variant_new_string (mistake->rule));
      g_variant_builder_add (&fields, "{sv}", "message", g_variant_new_string (mistake->message));
      g_variant_builder_add (&fields, "{sv}", "hint", g_variant_new_string (mistake->hint));
      if (mistake->place != NULL)
        g_variant_builder_add (&fields, "{sv}", "locator", gyre_locator_to_variant (mistake->place));
      g_variant_builder_add (&rows, "v", g_variant_builder_end (&fields));
    }
  g_variant_builder_add (&document, "{sv}", "format", g_variant_new_string ("gyre-lint"));
  g_variant_builder_add (&document, "{sv}", "version", g_variant_new_int64 (VERSION));
  g_variant_builder_add (&document, "{sv}", "mistakes", g_variant_builder_end (&rows));
  return g_variant_builder_end (&document);
}
