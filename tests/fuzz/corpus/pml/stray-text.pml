<config>
  radius = 3
  <bind property="x">1</bind>
</config>
