/* gyre-codec-pml-private.h: Reads pml, which is XML
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     <config>
 *       <package name="gauss.shapes">                                    <!-- a section -->
 *         <component family="ball"> <bind property="radius">1</bind> </component>
 *       </package>
 *       <component name="mc-π" family="gauss.integrators.montecarlo">    <!-- holds if mc-π is of that family -->
 *         <bind property="samples">10000</bind>
 *         <bind property="shapes" operator="+=">(box, ball)</bind>
 *       </component>
 *       <include file="more.pml"/>
 *     </config>
 *
 * Lines of a value are trimmed and joined as in pfg. Where comments divide a value, its parts are the elements of a list.
 */
#pragma once

#include "gyre-event.h"

void gyre_codec_pml_decode (GyreSource *source,
                            GyreEvents *events,
                            GyreReport *report);
