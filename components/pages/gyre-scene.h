/* gyre-scene.h: A picture of components that live
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-picture.h"

/* @landscape: what gyre_executive_dup_landscape () tells, of this program or of another one. @root: the component whose children
 * and parts are drawn; NULL: all. NULL when there is no such component. */
char *gyre_scene_draw (GVariant              *landscape,
                       const char            *root,
                       const GyrePictureWish *wish);

/* The names of the components that are told. */
GStrv gyre_scene_list (GVariant              *landscape);
