/* qt-ball.h: A ball as Qt has it: a property with a signal, for C
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

void *qt_ball_new_heard  (void);
void  qt_ball_set_radius (void   *ball,
                          double  radius);
void  qt_ball_free       (void   *ball);

#ifdef __cplusplus
}
#endif
