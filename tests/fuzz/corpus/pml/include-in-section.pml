<config>
  <package name="a"><include file="b.pml"/></package>
</config>
