<config>
  <package name="a">
