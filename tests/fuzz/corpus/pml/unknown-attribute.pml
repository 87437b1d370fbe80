<config>
  <component nam="a">
    <bind property="x">1</bind>
  </component>
</config>
