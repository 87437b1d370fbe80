<config>
  <!-- a '<' that nobody meant -->
  <include file="other<development>.pml"/>
  <component name="gauss" family="a<b">
    <bind property="radius">2</bind>
  </component>
</config>
