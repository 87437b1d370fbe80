/* gyre-encoder-private.h: What the writers of the formats share
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-encoder.h"

typedef enum
{
  GYRE_ENCODER_OPEN,
  GYRE_ENCODER_CLOSE,
  GYRE_ENCODER_SETTING,
  GYRE_ENCODER_COMMENT,
  GYRE_ENCODER_INCLUDE,
} GyreEncoderItemType;

typedef struct
{
  GyreEncoderItemType type;
  GyreSettingOperator operator;
  char *family;         /* of a section: NULL where it has no condition */
  char *key;            /* of a section: its name */
  char *value;          /* also the comment, the paths of an include */
} GyreEncoderItem;

/* Appends what all items say. */
typedef void (*GyreEncoderFunction) (const GyreEncoderItem *items,
                                     guint                  length,
                                     GString               *text);

void  gyre_encoder_write_pfg       (const GyreEncoderItem *items,
                                    guint                  length,
                                    GString               *text);
void  gyre_encoder_write_cfg       (const GyreEncoderItem *items,
                                    guint                  length,
                                    GString               *text);
void  gyre_encoder_write_yaml      (const GyreEncoderItem *items,
                                    guint                  length,
                                    GString               *text);
void  gyre_encoder_write_json      (const GyreEncoderItem *items,
                                    guint                  length,
                                    GString               *text);
void  gyre_encoder_write_pml       (const GyreEncoderItem *items,
                                    guint                  length,
                                    GString               *text);

/* One value as it stands in a file of the format; also used by those who edit. */
char *gyre_encoder_dup_pfg_value   (const char            *value,
                                    guint                  indentation);
char *gyre_encoder_dup_cfg_value   (const char            *value);
char *gyre_encoder_dup_yaml_value  (const char            *value);
char *gyre_encoder_dup_json_value  (const char            *value);
char *gyre_encoder_dup_pml_value   (const char            *value);

/* One key, or the name of a section, with its operator. */
char *gyre_encoder_dup_map_key     (gboolean               is_json,
                                    const char            *family,
                                    const char            *key,
                                    GyreSettingOperator    operator,
                                    guint                  padding);
