<?xml version="1.0" encoding="UTF-8"?>
<!-- Makes a RELAX NG grammar small without changing what it accepts: documentation and comments go, so do
     patterns that can never match, declarations nobody refers to, and wrappers around a single thing.
     Written for the output of the TEI's odd2relax.xsl; Schematron rules are kept as they are. -->
<xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:rng="http://relaxng.org/ns/structure/1.0" xmlns="http://relaxng.org/ns/structure/1.0"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:f="f" xpath-default-namespace="http://relaxng.org/ns/structure/1.0"
  exclude-result-prefixes="xs rng f">

  <xsl:param name="licence" required="yes"/>
  <xsl:strip-space elements="*"/>
  <xsl:output encoding="UTF-8"/>

  <xsl:template match="/">
    <xsl:variable name="clean"><xsl:apply-templates mode="clean"/></xsl:variable>
    <xsl:text>&#10;</xsl:text>
    <xsl:comment select="concat(' ', $licence, ' ')"/>
    <xsl:text>&#10;</xsl:text>
    <xsl:apply-templates select="f:shrink($clean/grammar)" mode="write"/>
  </xsl:template>

  <!-- clean: one prefix per namespace, no documentation ................................... -->

  <xsl:template match="grammar" mode="clean">
    <grammar ns="{@ns}" datatypeLibrary="{@datatypeLibrary}">
      <xsl:apply-templates select="sch:*, start, define" mode="clean"/>
    </grammar>
  </xsl:template>
  <xsl:template match="rng:*" mode="clean">
    <xsl:element name="{local-name()}">
      <xsl:copy-of select="@*[namespace-uri() = '']"/>
      <xsl:apply-templates mode="clean"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="sch:*" mode="clean">
    <xsl:element name="sch:{local-name()}">
      <xsl:apply-templates select="@*, node()" mode="clean"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="sch:*/@*" mode="clean">
    <xsl:attribute name="{name()}" select="normalize-space()"/>
  </xsl:template>
  <xsl:template match="sch:pattern/@id" mode="clean" priority="2">
    <xsl:attribute name="id" select="replace(replace(., '^\w+-(.+)-constraint-\w+-\d+$', '$1'), '^.*?(rubricate-)', '$1')"/>
  </xsl:template>
  <xsl:template match="sch:*/text()" mode="clean">
    <xsl:value-of select="concat(' '[current()/preceding-sibling::node() and matches(current(), '^\s')], normalize-space(),
      ' '[current()/following-sibling::node() and matches(current(), '\s$')])"/>
  </xsl:template>
  <!-- rules about @default, which the customisation takes away -->
  <xsl:template match="sch:pattern[@is-a or @abstract = 'true']" mode="clean"/>
  <xsl:template match="comment() | *" mode="clean" priority="-2"/>

  <!-- shrink: simplify and prune until nothing changes .................................... -->

  <xsl:function name="f:shrink" as="element()">
    <xsl:param name="grammar" as="element()"/>
    <xsl:variable name="next" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="$grammar" mode="shrink"/>
      </xsl:document>
    </xsl:variable>
    <xsl:sequence select="if (deep-equal($grammar, $next/*)) then $next/* else f:shrink($next/*)"/>
  </xsl:function>

  <xsl:key name="define" match="define" use="@name"/>
  <xsl:key name="ref" match="ref" use="@name"/>

  <xsl:template match="grammar" mode="shrink">
    <xsl:copy copy-namespaces="no">
      <xsl:copy-of select="@*, sch:*"/>
      <xsl:apply-templates select="start, define[key('ref', @name)]" mode="shrink"/>
    </xsl:copy>
  </xsl:template>

  <!-- A reference to nothing, to another reference, to a list of attributes or models used only here -->
  <xsl:template match="ref" mode="shrink">
    <xsl:variable name="body" select="key('define', @name)/*"/>
    <xsl:choose>
      <xsl:when test="count($body) = 1 and $body[self::notAllowed or self::empty or self::ref]">
        <xsl:copy-of select="$body"/>
      </xsl:when>
      <xsl:when test="count(key('ref', @name)) = 1 and not($body/descendant-or-self::element)
                      and not($body/descendant-or-self::ref[@name = current()/@name])">
        <xsl:sequence select="f:sequence($body, ..)"/>
      </xsl:when>
      <xsl:otherwise><xsl:copy-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="choice" mode="shrink">
    <xsl:variable name="kids" as="element()*"><xsl:apply-templates mode="shrink"/></xsl:variable>
    <xsl:variable name="kids" select="$kids[not(self::notAllowed)]/(if (self::choice) then * else .)"/>
    <xsl:choose>
      <xsl:when test="empty($kids)"><notAllowed/></xsl:when>
      <xsl:when test="count($kids) = 1"><xsl:sequence select="$kids"/></xsl:when>
      <xsl:otherwise>
        <choice>
          <xsl:for-each-group select="$kids" group-by="if (self::ref) then @name else generate-id()">
            <xsl:sequence select="."/>
          </xsl:for-each-group>
        </choice>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="group" mode="shrink">
    <xsl:variable name="kids" select="f:kids(.)"/>
    <xsl:sequence select="if (empty($kids)) then f:empty() else f:sequence($kids, ..)"/>
  </xsl:template>

  <xsl:template match="zeroOrMore | optional | oneOrMore" mode="shrink">
    <xsl:variable name="kids" select="f:kids(.)"/>
    <xsl:choose>
      <xsl:when test="empty($kids) or $kids/self::notAllowed[not(current()/self::oneOrMore)]"><empty/></xsl:when>
      <xsl:when test="$kids/self::notAllowed"><notAllowed/></xsl:when>
      <xsl:otherwise><xsl:copy copy-namespaces="no"><xsl:sequence select="$kids"/></xsl:copy></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="element | define" mode="shrink">
    <xsl:variable name="kids" select="f:kids(.)"/>
    <xsl:copy copy-namespaces="no">
      <xsl:copy-of select="@*"/>
      <xsl:sequence select="$kids"/>
      <xsl:if test="not($kids[not(self::sch:* or self::anyName or self::name)])"><empty/></xsl:if>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="*" mode="shrink" priority="-1">
    <xsl:copy copy-namespaces="no">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates mode="shrink"/>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="sch:*" mode="shrink">
    <xsl:copy-of select="."/>
  </xsl:template>

  <!-- The simplified children of a sequence -->
  <xsl:function name="f:kids" as="element()*">
    <xsl:param name="parent" as="element()"/>
    <xsl:variable name="kids" as="element()*"><xsl:apply-templates select="$parent/*" mode="shrink"/></xsl:variable>
    <xsl:variable name="kids" select="$kids[not(self::empty)]"/>
    <xsl:sequence select="if ($kids/self::notAllowed) then ($kids[self::sch:*], $kids[self::notAllowed][1]) else $kids"/>
  </xsl:function>

  <!-- write: without the namespace declarations that copying leaves behind ................... -->

  <xsl:template match="/* | *" mode="write">
    <xsl:element name="{name()}">
      <xsl:if test="self::grammar"><xsl:namespace name="sch" select="'http://purl.oclc.org/dsdl/schematron'"/></xsl:if>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates mode="write"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="sch:*" mode="write">
    <xsl:element name="sch:{local-name()}">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates mode="write"/>
    </xsl:element>
  </xsl:template>

  <!-- Several things in a row: as they are where a row is expected, else as a group -->
  <xsl:function name="f:sequence" as="element()*">
    <xsl:param name="kids" as="element()*"/>
    <xsl:param name="parent" as="element()"/>
    <xsl:choose>
      <xsl:when test="count($kids) gt 1 and $parent[self::choice or self::interleave]">
        <group><xsl:sequence select="$kids"/></group>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$kids"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>
  <xsl:function name="f:empty" as="element()"><empty/></xsl:function>
</xsl:stylesheet>
