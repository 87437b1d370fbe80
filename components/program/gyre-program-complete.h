/* gyre-program-complete.h: What could be typed next
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-program.h"

/* What the shell itself is to add. */
typedef enum
{
  GYRE_COMPLETION_WORDS,
  GYRE_COMPLETION_FILES,
  GYRE_COMPLETION_FOLDERS,
} GyreCompletionMode;

/* One that fits. */
typedef struct
{
  char *text;                 /* the whole word */
  char *summary;              /* one line, or NULL */
  gboolean is_final;          /* a blank can follow: it is not to go on */
} GyreCandidate;

/* A question, what is known to answer it, and the answer. */
typedef struct
{
  const char *text;           /* the word so far */
  const char *prefix;         /* what of it is certain: `--format=` */
  GPtrArray *words;           /* those before it, neither options nor settings; the verb is the first */
  GPtrArray *files;           /* of --config */
  const char *place;          /* of --at, or NULL */
  gboolean is_live;           /* components are those of a program that runs */
  const char *program;        /* whose line it is; NULL: ours */

  GyreExecutive *executive;
  GyreCatalogueCache *cache;  /* NULL: nothing is known of families */
  GHashTable *instances;      /* name → family, of what is configured; NULL: nobody has asked yet */

  GyreCompletionMode mode;
  GPtrArray *candidates;      /* of GyreCandidate */
  GHashTable *texts;          /* what is among them already */
} GyreCompletion;

/* gyre-program-complete.c: */
GyreExit gyre_program_complete             (int                  count,
                                            char               **words);
void     gyre_completion_add               (GyreCompletion      *self,
                                            const char          *text,
                                            const char          *summary,
                                            gboolean             is_final);
const char *gyre_completion_get_rest       (GyreCompletion      *self);

/* gyre-program-places.c: what can stand at a place of a line. */
void     gyre_completion_fill_option       (GyreCompletion      *self,
                                            const GOptionEntry  *option,
                                            const GyreVerb      *verb);
void     gyre_completion_fill_verbs        (GyreCompletion      *self,
                                            const GyreVerb      *verbs);
void     gyre_completion_fill_options      (GyreCompletion      *self,
                                            const GyreVerb      *verb);
void     gyre_completion_fill_word         (GyreCompletion      *self,
                                            const GyreVerb      *verb,
                                            guint                first);

/* gyre-program-members.c: families, components, and what they have. */
void     gyre_completion_fill_families     (GyreCompletion      *self,
                                            gboolean             with_interfaces,
                                            gboolean             with_abstract);
void     gyre_completion_fill_types        (GyreCompletion      *self);
void     gyre_completion_fill_packages     (GyreCompletion      *self);
void     gyre_completion_fill_specifications (GyreCompletion    *self);
void     gyre_completion_fill_behaviors    (GyreCompletion      *self,
                                            const char          *owner);
void     gyre_completion_fill_arguments    (GyreCompletion      *self,
                                            const char          *owner,
                                            const char          *behavior,
                                            guint                index);
void     gyre_completion_fill_keys         (GyreCompletion      *self,
                                            const char          *ending);
void     gyre_completion_fill_values       (GyreCompletion      *self,
                                            const char          *key);

/* gyre-program-surroundings.c: what runs, and what files speak of. */
GHashTable *gyre_completion_get_instances  (GyreCompletion      *self);
void     gyre_completion_fill_programs     (GyreCompletion      *self);
GyreCatalogueCache *gyre_program_fetch_cache (GyreExecutive     *executive,
                                            const char          *module_path);
GyreCatalogueCache *gyre_program_fetch_program (GyreExecutive   *executive,
                                            const char          *program);
