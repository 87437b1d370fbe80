<config>
  <bind property="x">1</bind>
  <bind property="x">2</bind>
</config>
