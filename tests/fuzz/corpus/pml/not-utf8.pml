<config>
  <bind property="x">ÿ</bind>
</config>
