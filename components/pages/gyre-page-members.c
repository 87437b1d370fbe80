/* gyre-page-members.c: Traits, behaviors and signals as blocks of a page
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * First a table of all members to skim, then a block for each, its own before the inherited ones. A fact that there is nothing to say
 * about has no row.
 */
#include "gyre-page-members.h"

#include "gyre-facts.h"

#include <string.h>

static void
append_fact (GyrePage *page, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    gyre_markup_append (page->body, "<div><dt>$</dt><dd>$</dd></div>\n", name, text, NULL);
}

static void
append_code (GyrePage *page, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    gyre_markup_append (page->body, "<div><dt>$</dt><dd><code>$</code></dd></div>\n", name, text, NULL);
}

static void
append_name (GyrePage *page, const char *name, const char *family)
{
  if (family == NULL)
    return;
  gyre_markup_append (page->body, "<div><dt>$</dt><dd>", name, NULL);
  gyre_page_append_name (page, family, family);
  g_string_append (page->body, "</dd></div>\n");
}

static void
append_list (GyrePage *page, const char *name, GStrv words)
{
  if (words == NULL || words[0] == NULL)
    return;
  gyre_markup_append (page->body, "<div><dt>$</dt><dd>", name, NULL);
  for (guint index = 0; words[index] != NULL; index++)
    gyre_markup_append (page->body, "$<code>$</code>", index > 0 ? ", " : "", words[index], NULL);
  g_string_append (page->body, "</dd></div>\n");
}

static void
append_tag (GyrePage *page, gboolean is_there, const char *text)
{
  if (is_there)
    gyre_markup_append (page->body, " <span class=\"tag\">$</span>", text, NULL);
}

static const char *
text_or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

/* The kind, with a link to what a facility asks for. */
static void
append_kind (GyrePage *page, const GyreDescribedTrait *trait)
{
  g_string_append (page->body, "<span class=\"kind\">");
  if (trait->interface != NULL)
    {
      g_string_append (page->body, "facility ");
      gyre_page_append_name (page, trait->interface, trait->interface);
    }
  else
    gyre_markup_append_text (page->body, text_or_nothing (trait->kind_text != NULL ? trait->kind_text : trait->kind));
  g_string_append (page->body, "</span>");
}

/* What the class has now; where that is not what is declared, both, and the place that changed it. */
static void
append_defaults (GyrePage *page, const GyreDescribedTrait *trait)
{
  gboolean is_changed = trait->fallback.text != NULL && g_strcmp0 (trait->fallback.text, trait->declared.text) != 0;
  g_autofree char *place = gyre_page_dup_place (trait->fallback.text != NULL ? trait->fallback.locator : trait->declared.locator);
  g_autofree char *origin = is_changed ? gyre_page_dup_place (trait->declared.locator) : NULL;

  if (gyre_facts_get_default (trait) != NULL)
    {
      gyre_markup_append (page->body, "<div><dt>Default</dt><dd><code>$</code>", gyre_facts_get_default (trait), NULL);
      if (place != NULL)
        gyre_markup_append (page->body, " <span class=\"place\">$</span>", place, NULL);
      g_string_append (page->body, "</dd></div>\n");
    }
  if (is_changed && trait->declared.text != NULL)
    gyre_markup_append (page->body, "<div><dt>Declared</dt><dd><code>$</code> <span class=\"place\">$</span></dd></div>\n",
                        trait->declared.text, text_or_nothing (origin), NULL);
}

static gboolean
has_summaries (GPtrArray *words)
{
  for (guint index = 0; index < gyre_markup_count (words); index++)
    if (((GyreDescribedWord *) words->pdata[index])->summary != NULL)
      return TRUE;
  return FALSE;
}

static void
append_words (GyrePage *page, const GyreDescribedTrait *trait)
{
  gboolean is_told = has_summaries (trait->values);

  if (gyre_markup_count (trait->values) == 0)
    {
      append_list (page, "Words", trait->words);
      return;
    }
  gyre_markup_append (page->body, "<div class=\"wide\"><dt>Words</dt><dd><div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">Word</th>"
                      "<th scope=\"col\">Number</th><th scope=\"col\">In C</th>", NULL);
  g_string_append (page->body, is_told ? "<th scope=\"col\">Meaning</th></tr></thead>\n<tbody>\n" : "</tr></thead>\n<tbody>\n");
  for (guint index = 0; index < trait->values->len; index++)
    {
      const GyreDescribedWord *word = trait->values->pdata[index];

      gyre_markup_append (page->body, "<tr><td><code>$</code></td>", text_or_nothing (word->word), NULL);
      g_string_append_printf (page->body, "<td>%" G_GINT64_FORMAT "</td>", word->value);
      gyre_markup_append (page->body, "<td><code>$</code></td>", text_or_nothing (word->name), NULL);
      if (is_told)
        gyre_markup_append (page->body, "<td>$</td>", text_or_nothing (word->summary), NULL);
      g_string_append (page->body, "</tr>\n");
    }
  g_string_append (page->body, "</tbody></table></div></dd></div>\n");
}

static void
append_implementers (GyrePage *page, const GyreDescribedTrait *trait)
{
  if (gyre_markup_count (trait->implementers) == 0)
    return;
  g_string_append (page->body, "<div><dt>Can be</dt><dd>");
  for (guint index = 0; index < trait->implementers->len; index++)
    {
      g_string_append (page->body, index > 0 ? ", " : "");
      gyre_page_append_class (page, trait->implementers->pdata[index]);
    }
  g_string_append (page->body, "</dd></div>\n");
}

static void
append_range (GyrePage *page, const GyreDescribedTrait *trait)
{
  g_autofree char *range = NULL;

  append_fact (page, "Range", trait->rules);
  if ((trait->rules != NULL && *trait->rules != '\0') || (trait->least == NULL && trait->most == NULL))
    return;
  range = g_strdup_printf ("%s to %s", trait->least != NULL ? trait->least : "…", trait->most != NULL ? trait->most : "…");
  append_code (page, "Range", range);
}

/* The line by which a member is found: name, sort, value, marks. */
static void
begin_block (GyrePage *page, const char *sort, const char *name)
{
  g_autofree char *anchor = gyre_markup_dup_anchor (sort, name);

  gyre_markup_append (page->body, "<section class=\"member\" id=\"$\">\n<h4><a href=\"#$\"><code>$</code></a>", anchor, anchor, name, NULL);
}

static void
append_texts (GyrePage *page, const char *summary, const char *description)
{
  if (summary != NULL)
    gyre_markup_append (page->body, "<p>$</p>\n", summary, NULL);
  if (description != NULL)
    gyre_page_append_markdown (page, description);
}

/* A pure number is told in words, everything else as a configuration says it. */
static void
append_units (GyrePage *page, const GyreDescribedTrait *trait)
{
  const char *units = gyre_described_trait_get_units (trait);

  if (units != trait->units)
    append_fact (page, "Units", units);
  else
    append_code (page, "Units", units);
}

static void
append_trait (GyrePage *page, const GyreDescribedTrait *trait)
{
  g_autofree const char **remarks = gyre_described_trait_list_remarks (trait);

  begin_block (page, "trait", trait->name);
  append_kind (page, trait);
  if (gyre_facts_get_default (trait) != NULL)
    gyre_markup_append (page->body, " <span class=\"value\">= $</span>", gyre_facts_get_default (trait), NULL);
  for (guint index = 0; remarks[index] != NULL; index++)
    append_tag (page, TRUE, remarks[index]);
  append_tag (page, trait->deprecated_since != NULL, "deprecated");
  g_string_append (page->body, "</h4>\n");
  append_texts (page, trait->summary, trait->description);
  g_string_append (page->body, "<dl class=\"facts\">\n");
  append_defaults (page, trait);
  append_units (page, trait);
  append_range (page, trait);
  append_words (page, trait);
  append_implementers (page, trait);
  append_list (page, "Aliases", trait->aliases);
  append_code (page, "Key", trait->key);
  append_code (page, "Elements", trait->element);
  append_code (page, "In C", trait->native);
  append_list (page, "Flags", trait->flags);
  append_name (page, "Declared by", trait->is_inherited ? trait->owner : NULL);
  append_name (page, "Words of", trait->said_by);
  append_name (page, "Replaces that of", trait->shadows);
  append_fact (page, "Deprecated since", trait->deprecated_since);
  g_string_append (page->body, "</dl>\n</section>\n");
}

/* A quantity says its units itself. */
static gboolean
is_bare_number (const char *text)
{
  return text != NULL && g_ascii_isdigit (text[MAX (strlen (text), 1) - 1]);
}

static void
append_row (GyrePage *page, const GyreDescribedTrait *trait)
{
  g_autofree char *anchor = gyre_markup_dup_anchor ("trait", trait->name);
  const char *units = gyre_described_trait_get_units (trait);

  gyre_markup_append (page->body, "<tr><th scope=\"row\"><a href=\"#$\"><code>$</code></a></th><td>", anchor, trait->name, NULL);
  append_kind (page, trait);
  gyre_markup_append (page->body, "</td><td><code>$</code>", text_or_nothing (gyre_facts_get_default (trait)), NULL);
  if (units != NULL && units == trait->units && is_bare_number (gyre_facts_get_default (trait)))
    gyre_markup_append (page->body, " $", units, NULL);
  gyre_markup_append (page->body, "</td><td>$</td></tr>\n", text_or_nothing (trait->summary), NULL);
}

static void
append_table (GyrePage *page, GPtrArray *traits)
{
  g_string_append (page->body, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"All traits\"><table class=\"overview\">\n<thead><tr>"
                   "<th scope=\"col\">Trait</th><th scope=\"col\">Kind</th><th scope=\"col\">Default</th><th scope=\"col\">What it is</th>"
                   "</tr></thead>\n<tbody>\n");
  for (guint index = 0; index < traits->len; index++)
    append_row (page, traits->pdata[index]);
  g_string_append (page->body, "</tbody>\n</table></div>\n");
}

/* A new line above the members of the next owner; @last is the one before. */
static void
append_owner (GyrePage *page, const char *owner, gboolean is_inherited, const char **last)
{
  if (!is_inherited || owner == NULL || g_strcmp0 (*last, owner) == 0)
    return;
  g_string_append (page->body, "<h3 class=\"owner\">From ");
  gyre_page_append_name (page, owner, owner);
  g_string_append (page->body, "</h3>\n");
  *last = owner;
}

static void
append_member_entry (GyrePage *page, const char *sort, const char *name, gboolean is_inherited)
{
  g_autofree char *anchor = gyre_markup_dup_anchor (sort, name);

  if (!is_inherited)
    gyre_page_append_entry (page, anchor, name);
}

void
gyre_page_append_traits (GyrePage *page, const GyreDescription *description)
{
  const char *owner = NULL;

  if (gyre_markup_count (description->traits) == 0)
    return;
  gyre_page_append_section (page, "traits", "Traits");
  if (description->traits->len > 1)
    append_table (page, description->traits);
  for (guint index = 0; index < description->traits->len; index++)
    {
      const GyreDescribedTrait *trait = description->traits->pdata[index];

      append_owner (page, trait->owner, trait->is_inherited, &owner);
      append_member_entry (page, "trait", trait->name, trait->is_inherited);
      append_trait (page, trait);
    }
}

static void
append_argument (GyrePage *page, const GyreDescribedArgument *argument, gboolean is_said)
{
  gyre_markup_append (page->body, "<tr><th scope=\"row\"><code>$$</code></th><td>$", text_or_nothing (argument->name),
                      argument->is_variable ? " …" : "", text_or_nothing (argument->kind), NULL);
  if (argument->native != NULL)
    gyre_markup_append (page->body, " <code class=\"native\">$</code>", argument->native, NULL);
  gyre_markup_append (page->body, "</td><td>$<code>$</code></td><td>$</td></tr>\n",
                      is_said && argument->is_required ? "required" : argument->is_variable ? "any number" : "",
                      text_or_nothing (argument->fallback), text_or_nothing (argument->summary), NULL);
}

static void
append_arguments (GyrePage *page, GPtrArray *arguments, gboolean are_said)
{
  if (gyre_markup_count (arguments) == 0)
    return;
  g_string_append (page->body, "<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">Argument</th><th scope=\"col\">Kind</th>"
                   "<th scope=\"col\">Default</th><th scope=\"col\">What it is</th></tr></thead>\n<tbody>\n");
  for (guint index = 0; index < arguments->len; index++)
    append_argument (page, arguments->pdata[index], are_said);
  g_string_append (page->body, "</tbody></table></div>\n");
}

static void
append_behavior (GyrePage *page, const GyreDescribedBehavior *behavior)
{
  g_autofree char *place = gyre_page_dup_place (behavior->locator);

  begin_block (page, "behavior", behavior->name);
  append_tag (page, behavior->can_fail, "can fail");
  append_tag (page, behavior->deprecated_since != NULL, "deprecated");
  gyre_markup_append (page->body, "</h4>\n<pre class=\"signature\"><code>$</code></pre>\n", text_or_nothing (behavior->signature), NULL);
  append_texts (page, behavior->summary, behavior->description);
  append_arguments (page, behavior->arguments, TRUE);
  g_string_append (page->body, "<dl class=\"facts\">\n");
  append_fact (page, "Gives", behavior->result);
  append_list (page, "Aliases", behavior->aliases);
  append_code (page, "Function", gyre_facts_get_function (behavior));
  append_code (page, "Source", place);
  append_name (page, "Declared by", behavior->is_inherited ? behavior->owner : NULL);
  append_name (page, "Words of", behavior->said_by);
  append_name (page, "Replaces that of", behavior->shadows);
  append_fact (page, "Deprecated since", behavior->deprecated_since);
  g_string_append (page->body, "</dl>\n</section>\n");
}

void
gyre_page_append_behaviors (GyrePage *page, const GyreDescription *description)
{
  const char *owner = NULL;

  if (gyre_markup_count (description->behaviors) == 0)
    return;
  gyre_page_append_section (page, "behaviors", "Behaviors");
  for (guint index = 0; index < description->behaviors->len; index++)
    {
      const GyreDescribedBehavior *behavior = description->behaviors->pdata[index];

      append_owner (page, behavior->owner, behavior->is_inherited, &owner);
      append_member_entry (page, "behavior", behavior->name, behavior->is_inherited);
      append_behavior (page, behavior);
    }
}

void
gyre_page_append_signals (GyrePage *page, const GyreDescription *description)
{
  const char *owner = NULL;

  if (gyre_markup_count (description->signals) == 0)
    return;
  gyre_page_append_section (page, "signals", "Signals");
  for (guint index = 0; index < description->signals->len; index++)
    {
      const GyreDescribedSignal *signal = description->signals->pdata[index];

      append_owner (page, signal->owner, signal->is_inherited, &owner);
      append_member_entry (page, "signal", signal->name, signal->is_inherited);
      begin_block (page, "signal", signal->name);
      gyre_markup_append (page->body, "</h4>\n<pre class=\"signature\"><code>$</code></pre>\n", text_or_nothing (signal->signature), NULL);
      append_texts (page, signal->summary, NULL);
      append_arguments (page, signal->arguments, FALSE);
      g_string_append (page->body, "<dl class=\"facts\">\n");
      append_fact (page, "Gives", signal->result);
      append_list (page, "Flags", signal->flags);
      append_name (page, "Declared by", signal->is_inherited ? signal->owner : NULL);
      g_string_append (page->body, "</dl>\n</section>\n");
    }
}
