/* qt-ball.hpp: A ball as Qt has it: a property with a signal
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <QObject>

class QtBall : public QObject
{
  Q_OBJECT
  Q_PROPERTY (double radius READ radius WRITE setRadius NOTIFY radiusChanged)

public:
  double radius () const { return value; }
  void setRadius (double radius);

signals:
  void radiusChanged (double radius);

private:
  double value = 1.0;
};

class QtListener : public QObject
{
  Q_OBJECT

public slots:
  void onRadius (double radius);

private:
  double heard = 0.0;
};
