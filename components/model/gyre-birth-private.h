/* gyre-birth-private.h: The values that the instances of a class are born with
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The values of a class in one executive: the declared defaults, changed by what was set for the class's family and by code. A
 * birth never changes; when something is set for the class, the next instance gets a new birth. So an instance needs one
 * pointer to know where all the values came from that nobody gave it, and to be born is to copy an image of bytes.
 */
#pragma once

#include "gyre-component.h"
#include "gyre-provenance-private.h"
#include "gyre-requirement-private.h"

typedef struct _GyreBirth GyreBirth;
typedef struct _GyreCensus GyreCensus;

/* A field whose bits are not enough: what it points to is copied. Without a kind it is the field of a shadowed trait, which
 * owns nothing and shows what the field at another offset points to; such fields stand behind all others. */
typedef struct
{
  guint offset;
  guint source;                   /* a slot, or without a kind an offset */
  const GyreKind *kind;
} GyreBirthField;

struct _GyreBirth
{
  GyreActor *actor;
  GyreExecutive *executive;
  GyreBirth *older;
  GyreCensus *census;             /* of the class in the executive; it lasts as long */
  guint n_slots;
  GyreValue *values;              /* owned; of a facility the text of a specification */
  GyreProvenance *provenances;
  char **texts;                   /* one a slot: what is said with references; NULL while nothing is, and the class is not open */
  gsize image_size;
  guint8 *image;                  /* of the instance, behind the GyreComponent */
  guint n_fields;
  GyreBirthField *fields;
  guint n_foreign;                /* values that GObject has to set */
  gboolean is_tracked;
  gboolean is_kept;               /* an instance goes on that is in no extent any more */
  gboolean holds_executive;       /* its instances keep the executive alive, because it is not that of the process */
  GyreReport *report;             /* what is wrong in the settings of the class; NULL when nothing is */
};

GyreBirth *gyre_birth_get        (GyreComponentClass *class,
                                  GyreExecutive      *executive);
void       gyre_birth_invalidate (GyreActor          *actor,
                                  GyreExecutive      *executive);
void       gyre_birth_release    (gpointer            state);
gboolean   gyre_birth_override   (GyreActor          *actor,
                                  GyreExecutive      *executive,
                                  const GyreTrait    *trait,
                                  const char         *text,
                                  GyreProvenance      provenance,
                                  GError            **error);

/* The trait that has a slot of its own, whether another one shadows it in the class or not. */
const GyreTrait *gyre_birth_get_trait (GyreRecord *record,
                                       guint       slot);

/* While an instance is built, its class can change, and nobody knows of it yet: no birth goes. In gyre-succession.c. */
void gyre_succession_enter (void);
void gyre_succession_leave (void);

static inline const char *
gyre_birth_get_followed (const GyreBirth *birth, guint slot)
{
  return birth->texts != NULL ? birth->texts[slot] : NULL;
}

/* What instances are told to be: what they follow, or a value. */
static inline char *
gyre_birth_dup_text (const GyreBirth *birth, const GyreTrait *trait)
{
  const char *text = gyre_birth_get_followed (birth, trait->descriptor.index);

  return text != NULL ? g_strdup (text) : gyre_trait_print (trait, birth->values[trait->descriptor.index]);
}
