<config>
  <bind property=x>1</bind>
</config>
