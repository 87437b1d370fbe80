/* gyre-drawing.h: Graphs as SVG and PNG, drawn by graphviz
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Graphviz is no part of Gyre: the program `dot` is run, once for all graphs, and read from its standard output. No shell is asked.
 */
#pragma once

#include <gyre.h>

/* What can go wrong with a drawing. */
typedef enum
{
  GYRE_DRAWING_ERROR_MISSING,   /* graphviz is not installed */
  GYRE_DRAWING_ERROR_FORMAT,    /* neither svg nor png */
  GYRE_DRAWING_ERROR_GRAPH,     /* graphviz does not understand a graph */
  GYRE_DRAWING_ERROR_TIME,      /* it took too long */
  GYRE_DRAWING_ERROR_FAILED,    /* graphviz could not be run, or did not give what it was asked for */
} GyreDrawingError;

#define GYRE_DRAWING_ERROR (gyre_drawing_error_quark ())
GQuark     gyre_drawing_error_quark   (void);

/* @graphs: texts in graphviz' language, each one graph; @format: svg or png. Returns as many GBytes. */
GPtrArray *gyre_drawing_render        (GPtrArray   *graphs,
                                       const char  *format,
                                       GError     **error);

/* The same, with a limit of time in seconds. */
GPtrArray *gyre_drawing_render_within (GPtrArray   *graphs,
                                       const char  *format,
                                       guint        seconds,
                                       GError     **error);
