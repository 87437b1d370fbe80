-- test-lua.lua: Components in Lua, through lgi and the typelib alone
--
-- SPDX-License-Identifier: LGPL-2.1-or-later
local found, lgi = pcall (require, 'lgi')
if not found then
  print ('1..0 # SKIP lua-lgi is not installed')
  os.exit (77)
end

local GObject = lgi.GObject
local Gyre = lgi.require ('Gyre', '1')
local Lab = lgi.package ('Lab')
local tests = {}

local function equal (found_value, expected)
  if found_value ~= expected then
    error (string.format ('expected %s, found %s', tostring (expected), tostring (found_value)), 2)
  end
end

-- A class as lgi declares it, and what Gyre can be told about it before it is harvested.
Lab:class ('Cone', Gyre.Component)
Lab.Cone._property.height = GObject.ParamSpecDouble ('height', 'height', 'from the ground', 0, 100, 1.5, { 'READABLE', 'WRITABLE' })
Lab.Cone._property.count = GObject.ParamSpecInt ('count', 'count', 'how many', 0, 9, 3, { 'READABLE', 'WRITABLE' })

function Lab.Cone:_init ()
  self.priv.height = 1.5
  self.priv.count = 3
end

local function cone_type ()
  return Lab.Cone._gtype
end

local function load (text)
  local report = Gyre.Report.new ()
  local executive = Gyre.Executive.get_default ()
  local done, problem = executive:load_text ('test.pfg', text, 'USER', report)
  if not done then error (tostring (problem)) end
end

local function traits_of (record)
  local names = {}
  for _, descriptor in ipairs (record:get_local_traits ()) do
    names[descriptor:get_name ()] = true
  end
  return names
end

table.insert (tests, { 'a-class-of-lua-has-a-family', function ()
  local declaration = Gyre.Declaration.new ('LabCone', Gyre.Component._gtype)
  declaration:set_family ('lab.lua.cone')
  declaration:set_summary ('a cone of Lua', nil)
  equal (Gyre.foreign_declare (cone_type (), declaration), true)
  local record = Gyre.Actor.get (cone_type ())
  equal (record:get_family (), 'lab.lua.cone')
  equal (record:is_valid (), true)
end })

table.insert (tests, { 'its-properties-are-traits', function ()
  local record = Gyre.Actor.get (cone_type ())
  local names = traits_of (record)
  equal (names.height, true)
  equal (names.count, true)
  equal (record:find_trait ('height'):get_summary (), 'from the ground')
end })

table.insert (tests, { 'settings-of-the-family-reach-lua', function ()
  load ('lab.lua.cone.height = 42\n')
  equal (Lab.Cone ().height, 42)
end })

table.insert (tests, { 'c-builds-and-sets-it', function ()
  local cone = Gyre.Component.new_from_specification ('lab.lua.cone#tall')
  equal (cone:get_name (), 'tall')
  equal (cone:set_real ('height', 7), true)
  equal (cone.height, 7)
  local done, problem = cone:set_real ('height', -1)
  equal (not done, true)
  equal (tostring (problem):find ('at least 0', 1, true) ~= nil, true)
  equal (cone.height, 7)
end })

table.insert (tests, { 'an-observer-hears-old-and-new', function ()
  local cone, heard = Lab.Cone (), nil
  cone:observe ('count', GObject.Closure (function (component, name, old_value, new_value)
    heard = string.format ('%s %d %d', name, old_value, new_value)
  end))
  cone:set_integer ('count', 5)
  equal (heard, 'count 3 5')
end })

print ('1..' .. #tests)
local failures = 0
for number, test in ipairs (tests) do
  local done, problem = xpcall (test[2], debug.traceback)
  print ((done and 'ok ' or 'not ok ') .. number .. ' /bindings/lua/' .. test[1])
  if not done then
    failures = failures + 1
    print ('# ' .. tostring (problem):gsub ('\n', '\n# '))
  end
end
os.exit (failures == 0 and 0 or 1)
