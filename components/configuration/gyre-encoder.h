/* gyre-encoder.h: Writes configurations, in any format
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-setting.h"
#include "gyre-source.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreEncoder: (skip)
 *
 * Makes the text of a configuration of sections, settings and comments. What it writes reads back as the same events in every
 * format, or it says that a format cannot say so.
 *
 * Order of calls: new; open a section, add what it says, close it, as often as needed; finish; free. One thread.
 *
 * Since: 0.1
 */
typedef struct _GyreEncoder GyreEncoder;

GyreEncoder *gyre_encoder_new         (const char           *encoding,
                                       GError              **error);
void         gyre_encoder_free        (GyreEncoder          *encoder);

void         gyre_encoder_open        (GyreEncoder          *encoder,
                                       const char           *family,
                                       const char           *name);
void         gyre_encoder_close       (GyreEncoder          *encoder);
void         gyre_encoder_add         (GyreEncoder          *encoder,
                                       const char           *key,
                                       GyreSettingOperator   operator,
                                       const char           *value,
                                       const char           *comment);
void         gyre_encoder_add_comment (GyreEncoder          *encoder,
                                       const char           *text);
void         gyre_encoder_add_include (GyreEncoder          *encoder,
                                       const char           *path,
                                       gboolean              is_optional);
char        *gyre_encoder_finish      (GyreEncoder          *encoder,
                                       GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreEncoder, gyre_encoder_free)

GYRE_END_DECLARATIONS
