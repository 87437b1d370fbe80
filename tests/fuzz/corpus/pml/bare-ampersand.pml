<config>
  <bind property="x">a & b</bind>
</config>
