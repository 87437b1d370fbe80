/* qt-ball.cpp: A ball as Qt has it: a property with a signal
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "qt-ball.hpp"
#include "qt-ball.h"

/* Never inlined: the peer's setter is a call, too. */
__attribute__ ((noinline)) void
QtBall::setRadius (double radius)
{
  if (!(radius >= 0.0) || radius == value)
    return;
  value = radius;
  emit radiusChanged (radius);
}

void
QtListener::onRadius (double radius)
{
  heard += radius;
}

/* The listener belongs to the ball. */
void *
qt_ball_new_heard (void)
{
  QtBall *ball = new QtBall;

  QtListener *listener = new QtListener;

  listener->setParent (ball);
  QObject::connect (ball, &QtBall::radiusChanged, listener, &QtListener::onRadius);
  return ball;
}

void
qt_ball_set_radius (void *ball, double radius)
{
  static_cast<QtBall *> (ball)->setRadius (radius);
}

void
qt_ball_free (void *ball)
{
  delete static_cast<QtBall *> (ball);
}
