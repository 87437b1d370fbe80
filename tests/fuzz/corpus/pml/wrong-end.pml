<config>
  <package name="a">
  </component>
</config>
