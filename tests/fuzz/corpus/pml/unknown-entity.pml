<config>
  <bind property="x">&nbsp;</bind>
</config>
