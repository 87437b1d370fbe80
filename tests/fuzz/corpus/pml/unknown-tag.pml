<config>
  <compnent name="a"/>
  <bind property="x">1</bind>
</config>
