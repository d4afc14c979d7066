<?xml version="1.0" encoding="UTF-8"?>
<!--
  Notes at their markers, for consumers that want them there. XSLT 1.0,
  without extensions.

    xsltproc notes-inline.xsl edition.xml > inline.xml

  Where the text has a marker, such as <ref type="noteAnchor" target="#n1">1</ref>,
  and the note stands somewhere else, the note takes the place of the marker:

  - a marker is a ref or ptr that leads to a note and is of type noteAnchor, or
    has no words but a number or a sign;
  - a note moves to its first marker; others still lead to it;
  - a marker within a note stays a marker, so that notes which lead to each
    other move nowhere; so it does in a description, which may hold no note;
  - an @xml:id of a marker stays, on an anchor, and the note no longer points
    to its marker (@target);
  - a note that no marker leads to stays where it is.

  All else is copied as it is. The result is TEI, valid where the document
  was. It no longer gives back the transcription, and `rubricate restore` says
  so.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <xsl:output method="xml" encoding="UTF-8"/>

  <!-- Notes by the pointer that leads there. -->
  <xsl:key name="note" match="tei:text//tei:note[@xml:id] | tei:standOff//tei:note[@xml:id]"
      use="concat('#', @xml:id)"/>

  <!-- What can be a marker, by where it leads. -->
  <xsl:key name="marker"
      match="tei:text//*[self::tei:ref or self::tei:ptr]
                        [not(ancestor::tei:note or ancestor::tei:desc or ancestor::tei:figDesc)]
                        [@type = 'noteAnchor' or translate(., '0123456789[]()*†‡ &#9;&#10;&#13;', '') = '']"
      use="normalize-space(@target)"/>

  <xsl:template match="@* | node()">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()"/>
    </xsl:copy>
  </xsl:template>

  <!-- Before the root, a line each. -->
  <xsl:template match="/processing-instruction() | /comment()">
    <xsl:copy/>
    <xsl:text>&#xA;</xsl:text>
  </xsl:template>

  <!-- The first marker of a note becomes the note. -->
  <xsl:template match="tei:ref | tei:ptr">
    <xsl:variable name="target" select="normalize-space(@target)"/>
    <xsl:variable name="note" select="key('note', $target)[1]"/>
    <xsl:choose>
      <xsl:when test="$note and count(. | key('marker', $target)[1]) = count(key('marker', $target)[1])">
        <xsl:if test="@xml:id">
          <xsl:element name="anchor" namespace="http://www.tei-c.org/ns/1.0">
            <xsl:copy-of select="@xml:id"/>
          </xsl:element>
        </xsl:if>
        <xsl:apply-templates select="$note" mode="moved">
          <xsl:with-param name="marker" select="concat('#', @xml:id)"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:copy>
          <xsl:apply-templates select="@* | node()"/>
        </xsl:copy>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:note" mode="moved">
    <xsl:param name="marker"/>
    <xsl:copy>
      <xsl:apply-templates select="@*[not(name() = 'target' and normalize-space() = $marker)] | node()"/>
    </xsl:copy>
  </xsl:template>

  <!-- Its old place has nothing, and no group of notes is left empty. -->
  <xsl:template match="tei:note[@xml:id]">
    <xsl:variable name="pointer" select="concat('#', @xml:id)"/>
    <xsl:variable name="is-moved"
        select="key('marker', $pointer) and count(. | key('note', $pointer)[1]) = 1"/>
    <xsl:if test="not($is-moved)">
      <xsl:copy>
        <xsl:apply-templates select="@* | node()"/>
      </xsl:copy>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:noteGrp | tei:standOff">
    <xsl:variable name="children">
      <xsl:apply-templates select="*"/>
    </xsl:variable>
    <xsl:if test="count(*) = 0 or string($children) != '' or *[not(self::tei:note or self::tei:noteGrp)]">
      <xsl:copy>
        <xsl:apply-templates select="@* | node()"/>
      </xsl:copy>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
