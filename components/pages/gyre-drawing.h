/* gyre-drawing.h: Graphs as SVG and PNG, drawn by graphviz
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Graphviz is no part of Gyre: the program `dot` is run, once for all graphs of a call. No shell is asked.
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
GQuark gyre_drawing_error_quark (void);

/* How many seconds graphviz gets where nobody says it. */
#define GYRE_DRAWING_PATIENCE 120

/* A run of graphviz that goes on meanwhile, so that several can. */
typedef struct _GyreDrawing GyreDrawing;

/* @graphs: texts in graphviz' language, each one graph; @format: svg or png. */
GyreDrawing *gyre_drawing_begin  (GPtrArray    *graphs,
                                  const char   *format,
                                  GError      **error);

/* Waits at most so many seconds, and lets @drawing go. Returns as many GBytes as there were graphs. */
GPtrArray   *gyre_drawing_end    (GyreDrawing  *drawing,
                                  guint         seconds,
                                  GError      **error);

/* Ends graphviz, if nobody wants the pictures any more. */
void         gyre_drawing_free   (GyreDrawing  *drawing);

/* Both, one after the other. */
GPtrArray   *gyre_drawing_render (GPtrArray    *graphs,
                                  const char   *format,
                                  GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreDrawing, gyre_drawing_free)
