/* gyre-pml-text-private.h: Where things stand in XML, and what its texts mean
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * GMarkup tells what a document says but not where. It goes through the text once, in order, so whoever listens can go along
 * and find each tag, each attribute and the text between tags. What is looked at here is well-formed as far as GMarkup has come.
 */
#pragma once

#include "gyre-listing-private.h"
#include "gyre-walk-private.h"

#define GYRE_PML_MOST_ATTRIBUTES 8

typedef struct
{
  const char *name;
  const char *value;
  guint name_length;
  guint value_length;
} GyrePmlAttribute;

typedef struct
{
  const char *start;            /* its `<` */
  const char *stop;             /* the byte behind its `>` */
  guint n_attributes;
  GyrePmlAttribute attributes[GYRE_PML_MOST_ATTRIBUTES];
} GyrePmlTag;

typedef struct
{
  GyreWalk walk;
  const char *text;
  const char *end;
  GString *decoded;             /* the text that was read last */
  GArray *pieces;               /* of GyreNestingPiece: of it */
} GyrePmlText;

void        gyre_pml_text_init     (GyrePmlText      *self,
                                    GyreSource       *source);
void        gyre_pml_text_clear    (GyrePmlText      *self);
void        gyre_pml_text_find_tag (GyrePmlText      *self,
                                    const char       *from,
                                    GyrePmlTag       *tag);
const char *gyre_pml_text_find_end (GyrePmlText      *self,
                                    const char       *from);
const char *gyre_pml_text_next     (GyrePmlText      *self,
                                    const char       *from,
                                    const char       *stop,
                                    const char      **next);
void        gyre_pml_text_read     (GyrePmlText      *self,
                                    const char       *start,
                                    const char       *stop,
                                    GyreNestingText  *text);
