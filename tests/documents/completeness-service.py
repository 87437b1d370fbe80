#!/usr/bin/python3
# completeness-service.py: An object on a bus that says all about itself that D-Bus has room for
#
# SPDX-License-Identifier: LGPL-2.1-or-later
from gi.repository import Gio, GLib

TEXT = """
<node>
  <interface name='org.example.Ball'>
    <annotation name='org.gtk.GDBus.DocString' value='a ball that bounces&#10;&#10;It does so for long.'/>
    <method name='Throw'><arg name='speed' type='d' direction='in'/><arg name='height' type='d' direction='out'/></method>
    <signal name='Landed'><arg name='place' type='i'/></signal>
    <property name='Radius' type='d' access='readwrite'/>
    <property name='Age' type='i' access='read'><annotation name='org.freedesktop.DBus.Deprecated' value='true'/></property>
  </interface>
</node>
"""


def get(_connection, _sender, _path, _interface, name):
    return GLib.Variant('d', 1.25) if name == 'Radius' else GLib.Variant('i', 7)


def begin(connection, _name):
    interface = Gio.DBusNodeInfo.new_for_xml(TEXT).interfaces[0]
    for path in ('/ball', '/ball/child'):
        connection.register_object(path, interface, None, get, None)


Gio.bus_own_name(Gio.BusType.SESSION, 'org.example.Ball', Gio.BusNameOwnerFlags.NONE, begin, None, None)
GLib.MainLoop().run()
