<config>
  <bind property="x" operator="*=">1</bind>
</config>
