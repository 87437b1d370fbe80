<config>
  <bind property="x"><list>1</list></bind>
</config>
