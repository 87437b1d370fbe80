/* gyre-container-private.h: What all kinds of values that hold others share
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A container is a sequence of elements: of a list, set or tuple by their indices, of a mapping by their keys. The functions of
 * the kinds go through here, so that an error names the same index, key and place everywhere.
 */
#pragma once

#include "gyre-kind-private.h"
#include "gyre-list.h"
#include "gyre-mapping.h"

gboolean         gyre_container_is           (const GyreTrait  *trait);
gboolean         gyre_container_is_mapping   (const GyreTrait  *trait);
gboolean         gyre_container_has_mapping  (const GyreTrait  *trait);
const GyreTrait *gyre_container_get_element  (const GyreTrait  *trait,
                                              guint             index);
guint            gyre_container_get_length   (const GyreTrait  *trait,
                                              GyreValue         value);
GyreValue        gyre_container_get_value    (const GyreTrait  *trait,
                                              GyreValue         value,
                                              guint             index);
const GyreKind  *gyre_container_get_kind     (const GyreTrait  *trait,
                                              GyreValue         value,
                                              guint             index);
char            *gyre_container_dup_place    (const GyreTrait  *trait,
                                              GyreValue         value,
                                              guint             index);

/* The functions of a kind. */
gboolean         gyre_container_parse        (const GyreTrait  *trait,
                                              const char       *text,
                                              GyreValue        *value,
                                              GError          **error);
char            *gyre_container_print        (const GyreTrait  *trait,
                                              GyreValue         value);
gboolean         gyre_container_validate     (const GyreTrait  *trait,
                                              GyreValue         value,
                                              GError          **error);
GVariant        *gyre_container_to_variant   (const GyreTrait  *trait,
                                              GyreValue         value);
gboolean         gyre_container_from_variant (const GyreTrait  *trait,
                                              GVariant         *variant,
                                              GyreValue        *value,
                                              GError          **error);
void             gyre_container_describe_schema (const GyreTrait *trait,
                                              GVariantBuilder  *builder);
GParamSpec      *gyre_container_specify      (const GyreTrait  *trait,
                                              GParamFlags       flags);
gboolean         gyre_container_from_gvalue  (const GyreTrait  *trait,
                                              const GValue     *source,
                                              GyreValue        *value,
                                              GError          **error);
void             gyre_container_to_gvalue    (const GyreTrait  *trait,
                                              GyreValue         value,
                                              GValue           *target);
GPtrArray       *gyre_container_difference   (const GyreTrait  *trait,
                                              GyreValue         old_value,
                                              GyreValue         new_value);
GPtrArray       *gyre_array_difference       (const GyreTrait  *trait,
                                              GyreValue         old_value,
                                              GyreValue         new_value);
gboolean         gyre_container_check_options (const GyreTrait *trait,
                                              GError          **error);

gboolean         gyre_container_equal_list   (GyreValue         value,
                                              GyreValue         other);
GyreValue        gyre_container_copy_list    (GyreValue         value);
void             gyre_container_clear_list   (GyreValue         value);
gboolean         gyre_container_equal_mapping (GyreValue        value,
                                              GyreValue         other);
GyreValue        gyre_container_copy_mapping (GyreValue         value);
void             gyre_container_clear_mapping (GyreValue        value);

/* What a kind says besides its name and how it validates; @member is the field of its values, list or mapping. */
#define GYRE_CONTAINER_FUNCTIONS(member) \
  .structured = TRUE, \
  .parse = gyre_container_parse, \
  .print = gyre_container_print, \
  .equal = gyre_container_equal_##member, \
  .copy = gyre_container_copy_##member, \
  .clear = gyre_container_clear_##member, \
  .specify = gyre_container_specify, \
  .from_gvalue = gyre_container_from_gvalue, \
  .to_gvalue = gyre_container_to_gvalue, \
  .to_variant = gyre_container_to_variant, \
  .from_variant = gyre_container_from_variant, \
  .describe_schema = gyre_container_describe_schema, \
  .difference = gyre_container_difference, \
  .check_options = gyre_container_check_options

/* Shared by the files of containers. */
gboolean         gyre_container_refuse       (const char       *place,
                                              GError           *problem,
                                              GError          **error);
char            *gyre_container_print_element (const GyreTrait *trait,
                                              const GyreKind   *kind,
                                              GyreValue         value);
GyreList        *gyre_container_new_list     (const GyreTrait  *trait,
                                              guint             length);
GyreList        *gyre_container_unite        (const GyreTrait  *trait,
                                              GyreList         *list);

/* A list that fits together from keys or indices as it comes. */
typedef struct
{
  const GyreTrait *trait;
  GyreList *list;
  GyreMapping *mapping;
} GyreGathering;

void             gyre_gathering_begin        (GyreGathering    *gathering,
                                              const GyreTrait  *trait,
                                              guint             length);
gboolean         gyre_gathering_check_length (const GyreTrait  *trait,
                                              guint             length,
                                              GError          **error);
void             gyre_gathering_take         (GyreGathering    *gathering,
                                              guint             index,
                                              const char       *key,
                                              GyreValue         value);
GyreValue        gyre_gathering_end          (GyreGathering    *gathering);
void             gyre_gathering_clear        (GyreGathering    *gathering);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GyreGathering, gyre_gathering_clear)
