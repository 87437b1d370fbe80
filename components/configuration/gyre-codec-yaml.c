/* gyre-codec-yaml.c: Reads yaml
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A text that uses little of the language is read without libyaml: see gyre-yaml-plain-private.h. For all others,
 * libyaml makes tokens of the text, one at a time, which are fed to the reader of nested maps. What stands below an anchor is
 * kept, and fed again for each alias, as often as the budget allows. libyaml counts characters, so the bytes of a place are
 * found by counting along.
 */
#include "gyre-codec-yaml-private.h"
#include "gyre-nesting-private.h"
#include "gyre-walk-private.h"
#include "gyre-yaml-mistake-private.h"
#include "gyre-yaml-plain-private.h"
#include "gyre-yaml-scalar-private.h"

#include <string.h>

/* Deeper than any name with its lists; libyaml's time grows with the depth. */
#define DEEPEST 512

#define CORE_TAG "tag:yaml.org,2002:"

typedef enum
{
  ITEM_SCALAR,
  ITEM_BEGIN_MAP,
  ITEM_END_MAP,
  ITEM_BEGIN_LIST,
  ITEM_END_LIST,
} ItemType;

/* A token that means something. */
typedef struct
{
  ItemType type;
  GyreNestingScalar kind;
  gboolean is_plain;
  GyreNestingText text;         /* of others than scalars: only the place */
} Item;

/* What an anchor names. */
typedef struct
{
  guint first;                  /* of the items */
  guint stop;                   /* 0 as long as it is open */
  guint depth;
} Anchor;

typedef enum
{
  IN_LIST,
  IN_MAP_BEFORE_KEY,
  IN_MAP_BEFORE_VALUE,
} State;

typedef struct
{
  GyreSource *source;
  GyreReport *report;
  const char *text;
  gsize length;
  gboolean is_plain;            /* bytes are characters, and lines end as everywhere */
  gsize known_index;            /* a character and its byte */
  gsize known_offset;
  gboolean is_over;
  guint documents;
  guint depth;
  State states[DEEPEST];
  guint expansions;
  gsize last_stop;              /* the byte behind the last text or bracket: a block ends there */
  GHashTable *anchors;          /* name → Anchor */
  GPtrArray *opened;            /* Anchor, the innermost last */
  GPtrArray *kept;              /* every Anchor: a name may be given anew while its first anchor is open */
  GArray *items;                /* of Item: what stands below anchors */
  GyreEvents *events;
  GyreNesting nesting;
  GyreYamlScalar scalar;
  GyreWalk walk;
} Parser;

/* Whether libyaml's characters, lines and columns are bytes, lines and columns here. */
static gboolean
is_plain_text (const char *text, gsize length)
{
  const char *end = text + length;
  gsize index = 0;
  guint64 word;

  for (; index + 8 <= length; index += 8)
    {
      memcpy (&word, text + index, 8);
      if ((word & G_GUINT64_CONSTANT (0x8080808080808080)) != 0)
        return FALSE;
    }
  for (; index < length; index++)
    if ((guchar) text[index] >= 0x80)
      return FALSE;
  for (const char *at = text; at < end && (at = memchr (at, '\r', end - at)) != NULL; at++)
    if (at + 1 == end || at[1] != '\n')
      return FALSE;
  return TRUE;
}

/* The byte of a character. */
static inline gsize
find_offset (Parser *self, gsize index)
{
  if (G_LIKELY (self->is_plain))
    return MIN (index, self->length);
  if (index < self->known_index)
    self->known_index = self->known_offset = 0;
  for (; self->known_index < index && self->known_offset < self->length; self->known_index++)
    self->known_offset += g_utf8_skip[(guchar) self->text[self->known_offset]];
  self->known_offset = MIN (self->known_offset, self->length);
  return self->known_offset;
}

static void
find_place (Parser *self, const yaml_mark_t *mark, guint *line, guint *column)
{
  gyre_source_find_place (self->source, find_offset (self, mark->index), line, column);
}

static void
refuse (Parser *self, guint line, guint column, const char *hint, const char *reason)
{
  gyre_source_report (self->source, self->report, line, column, hint, "%s", reason);
  self->is_over = TRUE;
}

static void
refuse_at (Parser *self, const yaml_mark_t *mark, const char *hint, const char *reason)
{
  guint line, column;

  find_place (self, mark, &line, &column);
  refuse (self, line, column, hint, reason);
}

static void
push (Parser *self, const Item *item, State state)
{
  if (self->depth == DEEPEST)
    {
      refuse (self, item->text.line, item->text.column, NULL, "maps and lists must not nest deeper than " G_STRINGIFY (DEEPEST));
      return;
    }
  self->states[self->depth++] = state;
}

static inline void
read_key (Parser *self, const Item *item)
{
  if (item->type != ITEM_SCALAR)
    refuse (self, item->text.line, item->text.column, NULL, "a key must be a text");
  else if (item->is_plain && item->text.length == 2 && memcmp (item->text.text, "<<", 2) == 0)
    refuse (self, item->text.line, item->text.column, "repeat the lines, or put them into a file and use '@include'",
            "merge keys '<<' are not supported");
  else
    gyre_nesting_key (&self->nesting, &item->text);
}

static void
read_collection (Parser *self, const Item *item)
{
  const GyreNestingText *text = &item->text;

  switch (item->type)
    {
    case ITEM_BEGIN_MAP:
      push (self, item, IN_MAP_BEFORE_KEY);
      if (!self->is_over)
        gyre_nesting_begin_map (&self->nesting, text->line, text->column, text->start);
      break;
    case ITEM_BEGIN_LIST:
      push (self, item, IN_LIST);
      if (!self->is_over && !gyre_nesting_begin_list (&self->nesting, text->line, text->column, text->start))
        self->is_over = TRUE;
      break;
    case ITEM_END_MAP:
      self->depth--;
      gyre_nesting_end_map (&self->nesting, text->stop);
      break;
    default:
      self->depth--;
      gyre_nesting_end_list (&self->nesting, text->line, text->column, text->stop);
      break;
    }
}

/* Keeps an item for the aliases to come. */
static void
keep (Parser *self, const Item *item)
{
  Item copy = *item;

  if (!copy.text.is_lasting && copy.type == ITEM_SCALAR)
    copy.text.text = memcpy (gyre_events_allocate (self->events, copy.text.length), copy.text.text, copy.text.length);
  copy.text.is_lasting = TRUE;
  copy.text.n_pieces = 0;
  g_array_append_val (self->items, copy);
}

/* What was a value is over: anchors that name it close, and a map waits for a key. */
static inline void
finish_value (Parser *self)
{
  while (G_UNLIKELY (self->opened->len > 0))
    {
      Anchor *anchor = self->opened->pdata[self->opened->len - 1];

      if (anchor->depth != self->depth)
        break;
      anchor->stop = self->items->len;
      g_ptr_array_set_size (self->opened, self->opened->len - 1);
    }
  if (self->depth > 0 && self->states[self->depth - 1] != IN_LIST)
    self->states[self->depth - 1] = self->states[self->depth - 1] == IN_MAP_BEFORE_KEY ? IN_MAP_BEFORE_VALUE : IN_MAP_BEFORE_KEY;
}

static inline void
feed (Parser *self, const Item *item)
{
  gboolean is_key = self->depth > 0 && self->states[self->depth - 1] == IN_MAP_BEFORE_KEY && item->type != ITEM_END_MAP;

  if (G_UNLIKELY (self->opened->len > 0))
    keep (self, item);
  if (is_key)
    read_key (self, item);
  else if (item->type == ITEM_SCALAR)
    gyre_nesting_scalar (&self->nesting, &item->text, item->kind);
  else
    read_collection (self, item);
  if (!self->is_over && item->type != ITEM_BEGIN_MAP && item->type != ITEM_BEGIN_LIST)
    finish_value (self);
}

/* Feeds once more what an anchor names. */
static void
read_alias (Parser *self, const yaml_event_t *event)
{
  const Anchor *anchor = g_hash_table_lookup (self->anchors, event->data.alias.anchor);
  guint stop;

  if (anchor == NULL || anchor->stop == 0)
    {
      g_autofree char *reason = g_strdup_printf (anchor == NULL ? "the alias '*%s' must name an anchor that stands before it"
                                                                : "the alias '*%s' must not stand in what it names",
                                                 (const char *) event->data.alias.anchor);

      refuse_at (self, &event->start_mark, NULL, reason);
      return;
    }
  stop = anchor->stop;
  for (guint index = anchor->first; index < stop && !self->is_over; index++)
    {
      Item item = g_array_index (self->items, Item, index);

      if (++self->expansions > GYRE_CODEC_YAML_EXPANSIONS)
        {
          refuse_at (self, &event->start_mark, NULL,
                     "aliases must not stand for more than " G_STRINGIFY (GYRE_CODEC_YAML_EXPANSIONS) " values");
          return;
        }
      if (stop == anchor->first + 1)
        {
          item.text.start = find_offset (self, event->start_mark.index);
          item.text.stop = find_offset (self, event->end_mark.index);
        }
      feed (self, &item);
    }
}

static void
open_anchor (Parser *self, const yaml_char_t *name)
{
  Anchor *anchor = g_new0 (Anchor, 1);

  anchor->first = self->items->len;
  anchor->depth = self->depth;
  g_ptr_array_add (self->opened, anchor);
  g_ptr_array_add (self->kept, anchor);
  g_hash_table_replace (self->anchors, g_strdup ((const char *) name), anchor);
}

/* Whether a tag says what the core schema knows. Tells where it does not. */
static gboolean
check_tag (Parser *self, const yaml_event_t *event, const yaml_char_t *tag, const char *allowed)
{
  g_autofree char *reason = NULL;
  const char *name = (const char *) tag;

  if (tag == NULL || strcmp (name, "!") == 0)
    return TRUE;
  if (g_str_has_prefix (name, CORE_TAG))
    {
      g_auto (GStrv) names = g_strsplit (allowed, " ", -1);

      if (g_strv_contains ((const char * const *) names, name + strlen (CORE_TAG)))
        return TRUE;
    }
  reason = g_strdup_printf ("a tag must be one of %s here, is '%s'", allowed, name);
  refuse_at (self, &event->start_mark, "drop the tag; the trait says what its value is", reason);
  return FALSE;
}

static inline void
begin_item (Parser *self, const yaml_event_t *event, Item *item, ItemType type)
{
  item->type = type;
  item->text = (GyreNestingText) {
    .line = event->start_mark.line + 1,
    .column = event->start_mark.column + 1,
    .start = find_offset (self, event->start_mark.index),
    .stop = find_offset (self, event->end_mark.index),
  };
  if ((type == ITEM_END_MAP || type == ITEM_END_LIST) && item->text.stop == item->text.start)
    item->text.stop = self->last_stop;
  else if (item->text.stop > item->text.start)
    self->last_stop = item->text.stop;
  if (G_UNLIKELY (!self->is_plain))
    gyre_walk_find (&self->walk, item->text.start, &item->text.line, &item->text.column);
}

static inline void
read_scalar (Parser *self, const yaml_event_t *event)
{
  const yaml_char_t *tag = event->data.scalar.tag;
  Item item = { .kind = GYRE_NESTING_STRING };

  begin_item (self, event, &item, ITEM_SCALAR);
  if (G_UNLIKELY (tag != NULL) && !check_tag (self, event, tag, "str int float bool null"))
    return;
  item.is_plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
  gyre_yaml_scalar_read (&self->scalar, event, &item.text);
  self->last_stop = MAX (item.text.stop, item.text.start);
  if (item.is_plain && (tag == NULL || !g_str_has_suffix ((const char *) tag, "str")))
    item.kind = gyre_yaml_scalar_resolve (&item.text);
  if (G_UNLIKELY (event->data.scalar.anchor != NULL))
    open_anchor (self, event->data.scalar.anchor);
  feed (self, &item);
}

static void
begin_document (Parser *self, const yaml_event_t *event)
{
  if (++self->documents > 1)
    refuse_at (self, &event->start_mark, "put the other documents into files of their own",
               "a file must hold one document");
}

static void
read_collection_event (Parser *self, const yaml_event_t *event)
{
  gboolean is_map = event->type == YAML_MAPPING_START_EVENT;
  const yaml_char_t *anchor = is_map ? event->data.mapping_start.anchor : event->data.sequence_start.anchor;
  Item item = { ITEM_BEGIN_MAP };

  begin_item (self, event, &item, is_map ? ITEM_BEGIN_MAP : ITEM_BEGIN_LIST);
  if (!check_tag (self, event, is_map ? event->data.mapping_start.tag : event->data.sequence_start.tag, is_map ? "map" : "seq"))
    return;
  if (anchor != NULL)
    open_anchor (self, anchor);
  feed (self, &item);
}

static inline void
read_event (Parser *self, const yaml_event_t *event)
{
  Item item = { ITEM_END_MAP };

  switch (event->type)
    {
    case YAML_SCALAR_EVENT:
      read_scalar (self, event);
      break;
    case YAML_MAPPING_START_EVENT:
    case YAML_SEQUENCE_START_EVENT:
      read_collection_event (self, event);
      break;
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
      begin_item (self, event, &item, event->type == YAML_MAPPING_END_EVENT ? ITEM_END_MAP : ITEM_END_LIST);
      feed (self, &item);
      break;
    case YAML_ALIAS_EVENT:
      read_alias (self, event);
      break;
    case YAML_DOCUMENT_START_EVENT:
      begin_document (self, event);
      break;
    default:
      break;
    }
}

static void
report_mistake (Parser *self, const yaml_parser_t *parser)
{
  GyreYamlMistake mistake;
  gsize offset;
  guint line, column;

  gyre_yaml_mistake_read (&mistake, parser);
  if (mistake.mark != NULL)
    offset = find_offset (self, mistake.mark->index);
  else
    offset = MIN (parser->problem_offset, self->length);
  gyre_yaml_mistake_look (&mistake, self->text, offset, self->length);
  gyre_source_find_place (self->source, offset, &line, &column);
  refuse (self, line, column, mistake.hint, mistake.reason);
}

static void
read_events (Parser *self)
{
  yaml_parser_t parser;
  gboolean is_at_end = FALSE;

  if (!yaml_parser_initialize (&parser))
    {
      refuse (self, 1, 1, NULL, GYRE_YAML_MISTAKE_MEMORY);
      return;
    }
  yaml_parser_set_encoding (&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string (&parser, (const guchar *) self->text, self->length);
  while (!self->is_over && !is_at_end)
    {
      yaml_event_t event;

      if (!yaml_parser_parse (&parser, &event))
        {
          report_mistake (self, &parser);
          break;
        }
      is_at_end = event.type == YAML_STREAM_END_EVENT;
      read_event (self, &event);
      yaml_event_delete (&event);
    }
  yaml_parser_delete (&parser);
}

/* Adds the events of a yaml text as libyaml reads it: what all others must agree with. */
void
gyre_codec_yaml_decode_all (GyreSource *source, GyreEvents *events, GyreReport *report)
{
  g_autofree Parser *self = g_new0 (Parser, 1);

  self->source = source;
  self->events = events;
  self->report = report;
  self->text = gyre_source_get_text (source, &self->length);
  self->is_plain = is_plain_text (self->text, self->length);
  self->anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->kept = g_ptr_array_new_with_free_func (g_free);
  self->opened = g_ptr_array_new ();
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  gyre_nesting_init (&self->nesting, source, events, report);
  gyre_yaml_scalar_init (&self->scalar, source);
  gyre_walk_init (&self->walk, source);
  read_events (self);
  gyre_yaml_scalar_clear (&self->scalar);
  gyre_nesting_clear (&self->nesting);
  g_array_unref (self->items);
  g_ptr_array_unref (self->opened);
  g_hash_table_unref (self->anchors);
  g_ptr_array_unref (self->kept);
}

/* Adds the events of a yaml text, and tells its mistakes. */
void
gyre_codec_yaml_decode (GyreSource *source, GyreEvents *events, GyreReport *report)
{
  GyreNesting nesting;
  gsize length;
  const char *text = gyre_source_get_text (source, &length);
  gboolean is_plain;

  gyre_nesting_init (&nesting, source, events, report);
  is_plain = gyre_yaml_plain_read (&nesting, text, length);
  gyre_nesting_clear (&nesting);
  if (!is_plain)
    gyre_codec_yaml_decode_all (source, events, report);
}
