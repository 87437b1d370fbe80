<!DOCTYPE config [
  <!ENTITY a "aaaaaaaaaa">
  <!ENTITY b "&a;&a;&a;">
]>
<config><bind property="x">&b;</bind></config>
