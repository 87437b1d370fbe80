<config>
  <include file="?more.pml"/>
  <component family="lab.spring"><bind property="stiffness">2</bind></component>
  <component name="door" family="lab.spring">
    <bind property="k">2**10</bind>
    <bind property="preload">1/4</bind>
  </component>
</config>
