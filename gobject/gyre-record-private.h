/* gyre-record-private.h: How a type finds its record
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-requirement.h"

void             gyre_record_attach            (GType             type,
                                                GyreRequirement  *record);
GyreRequirement *gyre_record_peek              (GType             type);
gboolean         gyre_record_check_type_name   (const char       *name,
                                                GError          **error);
gboolean         gyre_record_check_sizes       (GyreDeclaration  *declaration,
                                                GError          **error);
GyreRequirement *gyre_record_new               (GType             metaclass,
                                                GType             fallback,
                                                const GType      *bases,
                                                guint             n_bases,
                                                GError          **error);
