<?xml version="1.0" encoding="UTF-8"?>
<!-- The Schematron rules inside a RELAX NG grammar, as a schema of their own. -->
<xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:rng="http://relaxng.org/ns/structure/1.0"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron" exclude-result-prefixes="rng">
  <xsl:template match="/">
    <xsl:text>&#10;</xsl:text>
    <xsl:copy-of select="comment()[1]"/>
    <xsl:text>&#10;</xsl:text>
    <sch:schema queryBinding="xslt2">
      <xsl:copy-of select="//sch:ns, //sch:pattern" copy-namespaces="no"/>
    </sch:schema>
  </xsl:template>
</xsl:stylesheet>
