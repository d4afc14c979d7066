<?xml version="1.0" encoding="UTF-8"?>
<!--
  The transcription that an edition of rubricate was made of: what
  `rubricate restore` gives, for those who have an XSLT processor and nothing
  else. XSLT 1.0, without extensions.

    xsltproc to-text.xsl edition.xml > transcription.txt

  `<text>` is the transcription with tags put in. So the text of front, body
  and back is written as it stands, and:

  - an element whose @rendition leads to a notation of the header
    (tagsDecl/rendition[@scheme='free'], such as `_text()_`) gets back the
    characters that its tags replaced;
  - <?rubricate source "…"?> holds characters as a JSON string;
  - corr, reg and expan in a choice were added by an editor;
  - lines end as the record in the header says, but for the line after
    <?rubricate lf?>.

  The result is in UTF-8, whatever the encoding of the transcription was; the
  record names it ("encoding"), and iconv writes it:

    xsltproc to-text.xsl edition.xml | iconv -f UTF-8 -t WINDOWS-1252

  What an XSLT processor cannot write, it says in a message: characters that
  XML cannot hold, such as form feeds, and bytes that were no characters; and
  an escape such as \u2605 of a character that rubricate writes as it is.
  `rubricate restore` writes these, too.

  A document that rubricate did not write gives its text.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- Notations by their identifier. -->
  <xsl:key name="notation" match="tei:teiHeader//tei:rendition[@scheme = 'free']" use="@xml:id"/>

  <!-- What the header records of the transcription: JSON. -->
  <xsl:variable name="record"
      select="string(/*/tei:teiHeader//processing-instruction('rubricate')[starts-with(., 'record ')])"/>

  <xsl:variable name="line-end">
    <xsl:choose>
      <xsl:when test="contains($record, '&quot;lineEnd&quot;:&quot;CRLF&quot;')"><xsl:text>&#xD;&#xA;</xsl:text></xsl:when>
      <xsl:when test="contains($record, '&quot;lineEnd&quot;:&quot;CR&quot;')"><xsl:text>&#xD;</xsl:text></xsl:when>
      <xsl:otherwise><xsl:text>&#xA;</xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:variable name="letters" select="'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>

  <xsl:template match="/">
    <xsl:if test="contains($record, '&quot;byteOrderMark&quot;:true')">&#xFEFF;</xsl:if>
    <xsl:apply-templates mode="document"/>
  </xsl:template>

  <!-- Outside the text: on to front, body and back. White space between these
       is not of the transcription. -->
  <xsl:template match="text() | tei:teiHeader" mode="document"/>

  <xsl:template match="tei:front | tei:body | tei:back" mode="document">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- In the text. -->
  <xsl:template match="text()">
    <xsl:call-template name="lines">
      <xsl:with-param name="text" select="string()"/>
      <xsl:with-param name="lone"
          select="boolean(preceding-sibling::node()[not(self::comment())][1]
                          [self::processing-instruction('rubricate')][. = 'lf'])"/>
    </xsl:call-template>
  </xsl:template>

  <!-- White space between the alternatives is none of the text. -->
  <xsl:template match="tei:choice/text()" priority="1"/>

  <xsl:template match="tei:choice/tei:corr | tei:choice/tei:reg | tei:choice/tei:expan"/>

  <xsl:template match="*[@rendition]" priority="1">
    <xsl:variable name="pattern">
      <xsl:if test="$record">
        <xsl:call-template name="pattern">
          <xsl:with-param name="pointers" select="concat(normalize-space(@rendition), ' ')"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:variable>
    <xsl:call-template name="delimiter">
      <xsl:with-param name="pattern" select="substring-before(concat($pattern, 'text()'), 'text()')"/>
    </xsl:call-template>
    <xsl:apply-templates/>
    <xsl:call-template name="delimiter">
      <xsl:with-param name="pattern" select="substring-after($pattern, 'text()')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:choice/tei:corr[@rendition] | tei:choice/tei:reg[@rendition]
                       | tei:choice/tei:expan[@rendition]" priority="2"/>

  <xsl:template match="processing-instruction('rubricate')">
    <xsl:choose>
      <xsl:when test="starts-with(., 'source &quot;')">
        <xsl:variable name="json" select="substring-after(., '&quot;')"/>
        <xsl:call-template name="string">
          <xsl:with-param name="json" select="substring($json, 1, string-length($json) - 1)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="starts-with(., 'bytes ')">
        <xsl:message>
          <xsl:text>U+FFFD is written for the bytes </xsl:text>
          <xsl:value-of select="substring-after(., ' ')"/>
        </xsl:message>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The pattern of the first notation that one of the pointers leads to. -->
  <xsl:template name="pattern">
    <xsl:param name="pointers"/>
    <xsl:variable name="pointer" select="substring-before($pointers, ' ')"/>
    <xsl:variable name="notation" select="key('notation', substring($pointer, 2))"/>
    <xsl:choose>
      <xsl:when test="$pointer = ''"/>
      <xsl:when test="starts-with($pointer, '#') and $notation">
        <xsl:value-of select="normalize-space($notation)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="pattern">
          <xsl:with-param name="pointers" select="substring-after($pointers, ' ')"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The characters of a part of a pattern; `@n` stands for that attribute of
       the element. -->
  <xsl:template name="delimiter">
    <xsl:param name="pattern"/>
    <xsl:choose>
      <xsl:when test="contains($pattern, '@')">
        <xsl:variable name="rest" select="substring-after($pattern, '@')"/>
        <!-- The letters at the beginning: what stands before the first other
             character, which the inner translate() leaves. -->
        <xsl:variable name="other" select="substring(translate($rest, $letters, ''), 1, 1)"/>
        <xsl:variable name="name">
          <xsl:choose>
            <xsl:when test="$other = ''"><xsl:value-of select="$rest"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="substring-before($rest, $other)"/></xsl:otherwise>
          </xsl:choose>
        </xsl:variable>
        <xsl:value-of select="substring-before($pattern, '@')"/>
        <xsl:call-template name="lines">
          <xsl:with-param name="text" select="string(@*[name() = string($name)])"/>
        </xsl:call-template>
        <xsl:call-template name="delimiter">
          <xsl:with-param name="pattern" select="substring($rest, string-length($name) + 1)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$pattern"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Text with the line ends of the transcription. Long text is halved, since
       processors do not recurse thousands of times. -->
  <xsl:template name="lines">
    <xsl:param name="text"/>
    <!-- Whether the first character is a line feed although others are not. -->
    <xsl:param name="lone" select="false()"/>
    <xsl:variable name="half" select="floor(string-length($text) div 2)"/>
    <xsl:choose>
      <xsl:when test="$line-end = '&#xA;' or not(contains($text, '&#xA;'))">
        <xsl:value-of select="$text"/>
      </xsl:when>
      <xsl:when test="$lone and starts-with($text, '&#xA;')">
        <xsl:text>&#xA;</xsl:text>
        <xsl:call-template name="lines">
          <xsl:with-param name="text" select="substring($text, 2)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$half &gt; 40">
        <xsl:call-template name="lines">
          <xsl:with-param name="text" select="substring($text, 1, $half)"/>
        </xsl:call-template>
        <xsl:call-template name="lines">
          <xsl:with-param name="text" select="substring($text, $half + 1)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat(substring-before($text, '&#xA;'), $line-end)"/>
        <xsl:call-template name="lines">
          <xsl:with-param name="text" select="substring-after($text, '&#xA;')"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The characters of a JSON string, without its quotation marks. -->
  <xsl:template name="string">
    <xsl:param name="json"/>
    <xsl:choose>
      <xsl:when test="contains($json, '\')">
        <xsl:variable name="escape" select="substring-after($json, '\')"/>
        <xsl:variable name="kind" select="substring($escape, 1, 1)"/>
        <xsl:value-of select="substring-before($json, '\')"/>
        <xsl:choose>
          <xsl:when test="$kind = 'u'">
            <xsl:call-template name="character">
              <xsl:with-param name="digits" select="substring($escape, 2, 4)"/>
            </xsl:call-template>
            <xsl:call-template name="string">
              <xsl:with-param name="json" select="substring($escape, 6)"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:choose>
              <xsl:when test="$kind = 'n'"><xsl:value-of select="$line-end"/></xsl:when>
              <xsl:when test="$kind = 't'"><xsl:text>&#x9;</xsl:text></xsl:when>
              <xsl:when test="$kind = 'r'"><xsl:text>&#xD;</xsl:text></xsl:when>
              <xsl:when test="$kind = 'f' or $kind = 'b'">
                <xsl:call-template name="impossible">
                  <xsl:with-param name="digits" select="concat('\', $kind)"/>
                </xsl:call-template>
              </xsl:when>
              <xsl:otherwise><xsl:value-of select="$kind"/></xsl:otherwise>
            </xsl:choose>
            <xsl:call-template name="string">
              <xsl:with-param name="json" select="substring($escape, 2)"/>
            </xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$json"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A character from its number. XSLT 1.0 has no function for it, so these
       are the blocks that such characters come from: signs of ASCII, and what
       nobody would see. All others are written as they are. -->
  <xsl:variable name="from-007F">&#x7F;&#x80;&#x81;&#x82;&#x83;&#x84;&#x85;&#x86;&#x87;&#x88;&#x89;&#x8A;&#x8B;&#x8C;&#x8D;&#x8E;&#x8F;&#x90;&#x91;&#x92;&#x93;&#x94;&#x95;&#x96;&#x97;&#x98;&#x99;&#x9A;&#x9B;&#x9C;&#x9D;&#x9E;&#x9F;&#xA0;¡¢£¤¥¦§¨©ª«¬&#xAD;®¯°±²³´µ¶·¸¹º»¼½¾¿</xsl:variable>
  <xsl:variable name="from-2000">&#x2000;&#x2001;&#x2002;&#x2003;&#x2004;&#x2005;&#x2006;&#x2007;&#x2008;&#x2009;&#x200A;&#x200B;&#x200C;&#x200D;&#x200E;&#x200F;‐‑‒–—―‖‗‘’‚‛“”„‟†‡•‣․‥…‧&#x2028;&#x2029;&#x202A;&#x202B;&#x202C;&#x202D;&#x202E;&#x202F;‰‱′″‴‵‶‷‸‹›※‼‽‾‿</xsl:variable>
  <xsl:variable name="ascii"> !"#$%&amp;'()*+,-./0123456789:;&lt;=&gt;?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~</xsl:variable>

  <xsl:template name="character">
    <xsl:param name="digits"/>
    <xsl:variable name="hexadecimal" select="'0123456789abcdef'"/>
    <xsl:variable name="lower" select="translate($digits, 'ABCDEF', 'abcdef')"/>
    <xsl:variable name="high" select="substring($lower, 1, 2)"/>
    <!-- The place of the character in its row of 256. -->
    <xsl:variable name="low"
        select="16 * string-length(substring-before($hexadecimal, substring($lower, 3, 1)))
                + string-length(substring-before($hexadecimal, substring($lower, 4, 1)))"/>
    <xsl:choose>
      <xsl:when test="$lower = '000a'"><xsl:value-of select="$line-end"/></xsl:when>
      <xsl:when test="$lower = '000d'"><xsl:text>&#xD;</xsl:text></xsl:when>
      <xsl:when test="$lower = '0009'"><xsl:text>&#x9;</xsl:text></xsl:when>
      <xsl:when test="$high = '00' and $low &gt;= 32 and $low &lt; 127">
        <xsl:value-of select="substring($ascii, $low - 31, 1)"/>
      </xsl:when>
      <xsl:when test="$high = '00' and $low &gt;= 127 and $low &lt; 192">
        <xsl:value-of select="substring($from-007F, $low - 126, 1)"/>
      </xsl:when>
      <xsl:when test="$lower = 'feff'"><xsl:text>&#xFEFF;</xsl:text></xsl:when>
      <xsl:when test="$high = '20' and $low &lt; 64">
        <xsl:value-of select="substring($from-2000, $low + 1, 1)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="impossible">
          <xsl:with-param name="digits" select="concat('\u', $digits)"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="impossible">
    <xsl:param name="digits"/>
    <xsl:message>
      <xsl:text>U+FFFD is written for the character </xsl:text>
      <xsl:value-of select="$digits"/>
    </xsl:message>
    <xsl:text>&#xFFFD;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
