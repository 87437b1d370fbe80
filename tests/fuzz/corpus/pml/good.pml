<?xml version="1.0" encoding="utf-8"?>
<!-- Everything that a pml file can say, once. -->
<config>
  <package name="gauss.shapes">
    <component family="ball">
      <bind property="radius">1</bind>
      <bind property="center"> (0,
          0) </bind>
      <bind property='title'>a ; &quot;b&quot; &#x3c0; &lt; <![CDATA[<c> & d]]></bind>
    </component>
  </package>
  <component name="mc-π" family="gauss.integrators.montecarlo">
    <bind property="samples">10000</bind>
    <bind property="region . center" operator="=">()</bind>
    <component name="box" family="gauss.shapes.box">
      <package name="deep"><bind property="λ">3</bind></package>
      <bind property="intervals">a, b<!-- next -->{x.y}<!-- last --> c </bind>
    </component>
  </component>
  <component name="plain">
    <bind property="paths" operator="+=">/usr/share</bind>
    <bind property="paths" operator="-=">/tmp</bind>
    <bind property="empty"/>
  </component>
  <package name="gauss.shapes"/>
  <include file="more.pml"/>
  <include file="?optional.pml, conf.d/*.pml"/>
  <bind property="top">last</bind>
</config>
