/* gyre-calendar-private.h: Dates and times of day as texts
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each reader of ISO 8601 moves a cursor behind what it read; where it fails the cursor is the place of the mistake. The locale
 * plays no part in anything here.
 */
#pragma once

#include "gyre-trait.h"

#include <time.h>

#define GYRE_CALENDAR_DAY (G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC)

typedef struct
{
  gint year;
  gint month;
  gint day;
} GyreCalendarDay;

gboolean gyre_calendar_read_date   (const char            **cursor,
                                    GyreCalendarDay        *day);
gboolean gyre_calendar_read_time   (const char            **cursor,
                                    gint64                 *microseconds);
gboolean gyre_calendar_read_zone   (const char            **cursor,
                                    gint                   *seconds);
gboolean gyre_calendar_read_format (const char             *text,
                                    const char             *format,
                                    struct tm              *fields);

char    *gyre_calendar_write_time  (gint64                  microseconds);
char    *gyre_calendar_write_zone  (gint                    seconds);
char    *gyre_calendar_write_format (const char            *format,
                                    const struct tm        *fields);

/* The error of a text that neither its format nor ISO 8601 reads. */
gboolean gyre_calendar_refuse      (const GyreTrait        *trait,
                                    const char             *text,
                                    const char             *place,
                                    const char             *example,
                                    GError                **error);
/* The first of two texts that the kind reads as the same value. */
char    *gyre_calendar_choose      (const GyreTrait        *trait,
                                    GyreValue               value,
                                    char                   *formatted,
                                    char                   *standard);
/* For GyreKind.check_options: that the format can be used. */
gboolean gyre_calendar_check_format (const GyreTrait       *trait,
                                    GError                **error);
