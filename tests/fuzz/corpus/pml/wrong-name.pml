<config>
  <package name="a..b"><bind property="x">1</bind></package>
  <component name="a=b" family="f"/>
  <bind property="">1</bind>
</config>
