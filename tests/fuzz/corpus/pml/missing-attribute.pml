<config>
  <package/>
  <component><bind property="y"/></component>
  <bind>1</bind>
  <include/>
</config>
