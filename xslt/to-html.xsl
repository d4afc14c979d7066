<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE xsl:stylesheet [
<!-- Elements that are paragraphs, or like them: notes in one stand below it. -->
<!ENTITY paragraph "self::tei:* and contains(' p ab head l item cell label speaker u trailer byline dateline salute signed
   titlePart docAuthor docImprint castItem figDesc addrLine entry entryFree eg line note ',
  concat(' ', local-name(), ' '))">
<!-- Elements that hold those. -->
<!ENTITY group "self::tei:* and contains(' lg list table row sp spGrp figure floatingText opener closer postscript
   titlePage docTitle castList castGroup address epigraph argument listBibl
   listPerson listPlace superEntry text front body back group div div1 div2 div3 div4 div5
   div6 div7 ',
  concat(' ', local-name(), ' '))">
<!-- Those of them in an element that stay there: not in its notes. -->
<!ENTITY within "(&group; or &paragraph;) and not(self::tei:note)
  and count(ancestor::tei:note) = count(current()/ancestor-or-self::tei:note)">
<!-- Readings but the one that stands in the text. -->
<!ENTITY other-reading "(self::tei:rdg or self::tei:rdgGrp) and parent::tei:app
  and (preceding-sibling::* or ../tei:lem)">
<!-- Parts of records: where nothing stands between two of them, a space does. -->
<!ENTITY datum "self::tei:* and contains(' forename surname roleName genName addName settlement region country district street
   postCode citedRange biblScope ptr desc graphic idno author editor publisher pubPlace span interp term index fw headLabel headItem ',
  concat(' ', local-name(), ' '))">
]>
<!--
  A page to read, from any TEI document. XSLT 1.0, without extensions.

    xsltproc to-html.xsl edition.xml > edition.html

  It is a page to start from, for pipelines that have an XSLT processor:
  `rubricate export` makes one with contents, indexes and a time
  line. The result is XHTML that browsers also read as HTML; it asks the
  network for nothing.

  - Every word of the text is on the page, once, in its order. What the page
    adds is of class ui-added.
  - A note within a paragraph stands below it, with a marker in its place; a
    note between paragraphs stays there.
  - Names and dates say on hover whom, where or when they mean.
  - Of a choice the form of the source stands in its place, the others in
    brackets after the word: those letters alone that the choice is about,
    where rubricate gives the whole word again. Of an apparatus the lemma, or the first
    reading, stands in the text, and the others are notes.
  - An element this does not know is a div if it holds paragraphs, or stands
    between them, and a span if it does not.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="tei">

  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes" indent="no"
      doctype-system="about:legacy-compat"/>

  <!-- Elements by the pointer that leads there. -->
  <xsl:key name="element" match="*[@xml:id]" use="concat('#', @xml:id)"/>

  <!-- Notes and readings by the paragraph they are in. -->
  <xsl:key name="note" match="*[self::tei:note or &other-reading;][ancestor::*[&paragraph;]]"
      use="generate-id(ancestor::*[&paragraph;][1])"/>

  <!-- Characters that the header declares. -->
  <xsl:key name="character" match="tei:char | tei:glyph" use="@xml:id"/>

  <!-- What words end at. -->
  <xsl:variable name="signs"> &#x9;&#xA;&#xD;&#xA0;.,;:!?-–—…"'“”‘’„‚«»‹›()[]{}/\*_&amp;&lt;&gt;=+|~@#$%^`·§¶</xsl:variable>
  <xsl:variable name="blanks" select="concat('          ', '          ', '          ', '          ', '          ', '          ',
      '          ', '          ')"/>

  <xsl:variable name="title" select="(/*/tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title)[1]"/>
  <xsl:variable name="title-in-text" select="(//tei:text//tei:titlePage//tei:docTitle)[1]"/>

  <!-- The page. -->
  <xsl:template match="/">
    <html>
      <xsl:call-template name="language">
        <xsl:with-param name="of" select="(//tei:text/@xml:lang | /*/@xml:lang)[last()]"/>
      </xsl:call-template>
      <head>
        <meta charset="UTF-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>
          <xsl:value-of select="normalize-space($title)"/>
          <xsl:if test="normalize-space($title) = ''">TEI</xsl:if>
        </title>
        <style>
          body { font: 1.1rem/1.5 Georgia, serif; max-width: 38rem; margin: 2rem auto; padding: 0 1rem; }
          h1, h2, h3, h4, h5, h6 { line-height: 1.2; }
          .l { padding-left: 2em; text-indent: -2em; } .lg { margin: 1em 0; }
          .titlePart, .salute, .signed, .dateline, .speaker, .castItem { display: block; }
          .dateline, .signed { text-align: right; } .speaker { font-variant: small-caps; }
          .note { font-size: .9em; margin: .5em 0 .5em 2em; } .ui-added { color: #767676; }
          .persName, .placeName, .orgName, time, .date { border-bottom: 1px dotted #999; }
          .stage, .italic { font-style: italic; } .bold { font-weight: bold; }
          .sic::after { content: " [sic]"; }
          .alternative::before { content: "["; } .alternative::after { content: "]"; }
          ins { text-decoration: none; } ins::before { content: "\\"; } ins::after { content: "/"; }
          .sc { font-variant: small-caps; } .eg { white-space: pre; }
          td, th { padding: .2em .6em; vertical-align: top; text-align: start; }
        </style>
      </head>
      <body>
        <main>
          <xsl:if test="not($title-in-text)">
            <h1 class="ui-added"><xsl:value-of select="normalize-space($title)"/></h1>
          </xsl:if>
          <xsl:apply-templates select="//tei:text[not(ancestor::tei:text)]"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="tei:teiHeader"/>

  <!-- Divisions and their heads. -->
  <xsl:template match="tei:front | tei:body | tei:back | tei:group">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="tei:text">
    <article><xsl:call-template name="content"/></article>
  </xsl:template>

  <xsl:template match="tei:div | tei:div1 | tei:div2 | tei:div3 | tei:div4 | tei:div5 | tei:div6 | tei:div7">
    <section><xsl:call-template name="content"/></section>
  </xsl:template>

  <xsl:template match="tei:head">
    <xsl:variable name="level" select="count(ancestor::*[tei:head][&group;][not(self::tei:list or
        self::tei:table or self::tei:figure or self::tei:lg or self::tei:castList or self::tei:castGroup)])"/>
    <xsl:choose>
      <xsl:when test="preceding-sibling::tei:head or not(starts-with(local-name(..), 'div')
                      or parent::tei:body or parent::tei:front or parent::tei:back)
                      or .//*[&within;]">
        <div><xsl:call-template name="content"/></div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="depth">
          <xsl:choose>
            <xsl:when test="$level &gt; 5">6</xsl:when>
            <xsl:when test="$level &lt; 1">2</xsl:when>
            <xsl:otherwise><xsl:value-of select="$level + 1"/></xsl:otherwise>
          </xsl:choose>
        </xsl:variable>
        <xsl:element name="h{$depth}" namespace="http://www.w3.org/1999/xhtml">
          <xsl:call-template name="content"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="notes"/>
  </xsl:template>

  <xsl:template match="tei:docTitle">
    <xsl:choose>
      <xsl:when test="count(. | $title-in-text) = 1">
        <h1><xsl:call-template name="content"/></h1>
      </xsl:when>
      <xsl:otherwise><div><xsl:call-template name="content"/></div></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select=".//tei:titlePart" mode="notes"/>
  </xsl:template>

  <xsl:template match="tei:docTitle//tei:titlePart">
    <span><xsl:call-template name="content"/></span>
  </xsl:template>

  <xsl:template match="tei:titlePart" mode="notes">
    <xsl:call-template name="notes"/>
  </xsl:template>

  <!-- Paragraphs, and what holds them. -->
  <xsl:template match="tei:p | tei:ab">
    <xsl:choose>
      <xsl:when test=".//*[&within;] or ancestor::*[&paragraph;][not(self::tei:item
                      or self::tei:cell or self::tei:note)]">
        <div><xsl:call-template name="content"/></div>
      </xsl:when>
      <xsl:otherwise><p><xsl:call-template name="content"/></p></xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="notes"/>
  </xsl:template>

  <xsl:template match="tei:list[tei:item]">
    <xsl:variable name="is-numbered" select="contains(concat(@rend, @type), 'number')
                                             or contains(concat(@rend, @type), 'order')"/>
    <div>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="node()[not(self::tei:item or self::tei:label)]
          [not(preceding-sibling::tei:item or preceding-sibling::tei:label)]"/>
      <xsl:element name="{substring('olul', 3 - 2 * $is-numbered, 2)}" namespace="http://www.w3.org/1999/xhtml">
        <xsl:for-each select="node()[self::tei:item or self::tei:label or preceding-sibling::tei:item
                                     or preceding-sibling::tei:label]">
          <xsl:choose>
            <xsl:when test="self::text()[normalize-space() = ''] or self::comment()
                            or self::processing-instruction()"><xsl:text>&#xA;</xsl:text></xsl:when>
            <xsl:when test="self::tei:item or self::tei:label">
              <li>
                <xsl:call-template name="content"/>
                <xsl:call-template name="notes"/>
              </li>
            </xsl:when>
            <xsl:otherwise><li><xsl:apply-templates select="."/></li></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:element>
    </div>
  </xsl:template>

  <xsl:template match="tei:table[tei:row]">
    <div>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="node()[not(self::tei:row)][not(preceding-sibling::tei:row)]"/>
      <table>
        <xsl:for-each select="node()[self::tei:row or preceding-sibling::tei:row]">
          <xsl:choose>
            <xsl:when test="self::tei:row"><xsl:apply-templates select="."/></xsl:when>
            <xsl:when test="normalize-space() != ''"><tr><td><xsl:apply-templates select="."/></td></tr></xsl:when>
          </xsl:choose>
        </xsl:for-each>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="tei:table/tei:row">
    <tr>
      <xsl:call-template name="attributes"/>
      <xsl:for-each select="node()[normalize-space() != '' or self::tei:cell]">
        <xsl:choose>
          <xsl:when test="self::tei:cell"><xsl:apply-templates select="."/></xsl:when>
          <xsl:otherwise><td><xsl:apply-templates select="."/></td></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </tr>
  </xsl:template>

  <xsl:template match="tei:row/tei:cell">
    <xsl:variable name="name">
      <xsl:choose>
        <xsl:when test="@role = 'label' or ../@role = 'label'">th</xsl:when>
        <xsl:otherwise>td</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="{$name}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:if test="@cols &gt; 1"><xsl:attribute name="colspan"><xsl:value-of select="@cols"/></xsl:attribute></xsl:if>
      <xsl:if test="@rows &gt; 1"><xsl:attribute name="rowspan"><xsl:value-of select="@rows"/></xsl:attribute></xsl:if>
      <xsl:call-template name="content"/>
      <xsl:call-template name="notes"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="tei:graphic[@url]">
    <img src="{@url}" alt=""/>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- References to books in parts, and what they are parts of. -->
  <xsl:template match="tei:biblStruct | tei:biblFull">
    <div><xsl:call-template name="parts"/></div>
  </xsl:template>

  <xsl:template match="tei:analytic | tei:monogr | tei:series | tei:imprint | tei:biblFull/*[*]">
    <span><xsl:call-template name="parts"/></span>
  </xsl:template>

  <xsl:template name="parts">
    <xsl:call-template name="attributes"/>
    <xsl:for-each select="*">
      <xsl:if test="preceding-sibling::* and not(self::tei:note)"><span class="ui-added">, </span></xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:template>

  <!-- Other elements: a div if they hold paragraphs or stand between them. -->
  <xsl:template match="*">
    <xsl:if test="&datum; and preceding-sibling::node()[1][&datum;]"><xsl:text> </xsl:text></xsl:if>
    <xsl:choose>
      <xsl:when test="&paragraph; or &group; or .//*[&paragraph; or &group;]
                      or parent::*[&group;][not(text()[normalize-space() != ''])]">
        <div><xsl:call-template name="content"/></div>
        <xsl:if test="&paragraph;"><xsl:call-template name="notes"/></xsl:if>
      </xsl:when>
      <xsl:when test="node()"><span><xsl:call-template name="content"/></span></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Notes. -->
  <xsl:template match="tei:note | *[&other-reading;]" priority="2">
    <xsl:choose>
      <xsl:when test="ancestor::*[&paragraph;]">
        <sup class="ui-added"><xsl:call-template name="label"/></sup>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="below"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="below">
    <div>
      <xsl:call-template name="attributes"/>
      <sup class="ui-added">
        <xsl:call-template name="label"/>
        <xsl:text> </xsl:text>
      </sup>
      <xsl:apply-templates/>
      <xsl:call-template name="notes"/>
    </div>
  </xsl:template>

  <!-- The notes of the paragraph that was written. -->
  <xsl:template name="notes">
    <xsl:apply-templates select="key('note', generate-id())" mode="below"/>
  </xsl:template>

  <xsl:template name="label">
    <xsl:choose>
      <xsl:when test="@n"><xsl:value-of select="normalize-space(@n)"/></xsl:when>
      <xsl:when test="self::tei:note">*</xsl:when>
      <xsl:otherwise>†</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Words. -->
  <xsl:template match="tei:hi | tei:emph">
    <xsl:variable name="rend" select="concat(' ', @rend, ' ', @style, ' ')"/>
    <xsl:variable name="name">
      <xsl:choose>
        <xsl:when test=".//*[&paragraph; or &group;]">div</xsl:when>
        <xsl:when test="contains($rend, 'sup')">sup</xsl:when>
        <xsl:when test="contains($rend, 'sub')">sub</xsl:when>
        <xsl:when test="contains($rend, 'bold')">b</xsl:when>
        <xsl:when test="contains($rend, 'ital')">i</xsl:when>
        <xsl:when test="self::tei:emph">em</xsl:when>
        <xsl:otherwise>span</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="{$name}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:call-template name="content"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="tei:persName | tei:placeName | tei:orgName | tei:rs | tei:name">
    <xsl:variable name="meant" select="key('element', substring-before(concat(normalize-space(@ref), ' '), ' '))[1]"/>
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:choose>
        <xsl:when test="$meant">
          <xsl:attribute name="title">
            <xsl:value-of select="normalize-space(($meant/tei:persName | $meant/tei:placeName
                | $meant/tei:orgName | $meant/tei:name)[1])"/>
          </xsl:attribute>
        </xsl:when>
        <xsl:when test="@key"><xsl:attribute name="title"><xsl:value-of select="@key"/></xsl:attribute></xsl:when>
      </xsl:choose>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="tei:date | tei:time">
    <xsl:variable name="form" select="translate(@when, '123456789', '000000000')"/>
    <xsl:choose>
      <xsl:when test="($form = '0000' or $form = '0000-00' or $form = '0000-00-00') and not(ancestor::tei:date)">
        <time datetime="{@when}" title="{@when}"><xsl:call-template name="content"/></time>
      </xsl:when>
      <xsl:when test="@when | @from | @to | @notBefore | @notAfter">
        <span title="{normalize-space(concat(@when, ' ', @from, ' ', @notBefore, '/', @to, @notAfter))}">
          <xsl:call-template name="content"/>
        </span>
      </xsl:when>
      <xsl:otherwise><span><xsl:call-template name="content"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:ptr[@target][not(node())] | tei:ref[@target][not(node())]">
    <xsl:variable name="target" select="substring-before(concat(normalize-space(@target), ' '), ' ')"/>
    <xsl:variable name="label"><xsl:call-template name="pointer-label"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$label = ''"/>
      <xsl:when test="(starts-with($target, 'http://') or starts-with($target, 'https://')
                       or key('element', $target)[ancestor::tei:text]) and not(ancestor::tei:ref)">
        <a class="ui-added" href="{$target}"><xsl:value-of select="$label"/></a>
      </xsl:when>
      <xsl:otherwise><span class="ui-added"><xsl:value-of select="$label"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What a pointer without words leads to: a number, the heading around its target, an address, an identifier. -->
  <xsl:template name="pointer-label">
    <xsl:variable name="target" select="substring-before(concat(normalize-space(@target), ' '), ' ')"/>
    <xsl:variable name="element" select="key('element', $target)[1]"/>
    <xsl:variable name="head" select="$element/ancestor-or-self::*[tei:head][1]/tei:head[1]"/>
    <xsl:choose>
      <xsl:when test="@n"><xsl:value-of select="normalize-space(@n)"/></xsl:when>
      <xsl:when test="$element/self::tei:note/@n"><xsl:value-of select="normalize-space($element/@n)"/></xsl:when>
      <xsl:when test="$head"><xsl:value-of select="normalize-space($head)"/></xsl:when>
      <xsl:when test="starts-with($target, '#') and not($element)"/>
      <xsl:when test="contains($target, '://')"><xsl:value-of select="$target"/></xsl:when>
      <xsl:when test="substring-after($target, '#') != ''"><xsl:value-of select="substring-after($target, '#')"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="file">
          <xsl:with-param name="path" select="$target"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The name of a file without the way there. -->
  <xsl:template name="file">
    <xsl:param name="path"/>
    <xsl:choose>
      <xsl:when test="contains($path, '/')">
        <xsl:call-template name="file">
          <xsl:with-param name="path" select="substring-after($path, '/')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="contains($path, ':')"><xsl:value-of select="substring-after($path, ':')"/></xsl:when>
      <xsl:when test="contains($path, '.xml')"><xsl:value-of select="substring-before($path, '.xml')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$path"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:ref[@target][node()]">
    <xsl:variable name="target" select="substring-before(concat(normalize-space(@target), ' '), ' ')"/>
    <xsl:choose>
      <xsl:when test="(starts-with($target, 'http://') or starts-with($target, 'https://')
                       or key('element', $target)[ancestor::tei:text]) and not(ancestor::tei:ref)
                      and not(.//*[&paragraph; or &group;])">
        <a href="{$target}"><xsl:call-template name="content"/></a>
      </xsl:when>
      <xsl:otherwise><span><xsl:call-template name="content"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What was deleted and added, where it stands. -->
  <xsl:template match="tei:del[node()] | tei:add[node()]">
    <xsl:variable name="name">
      <xsl:choose>
        <xsl:when test=".//*[&within;] or parent::*[&group;][not(text()[normalize-space() != ''])]">div</xsl:when>
        <xsl:when test="self::tei:add">ins</xsl:when>
        <xsl:when test="parent::tei:restore">span</xsl:when>
        <xsl:otherwise>del</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="{$name}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:call-template name="content"/>
    </xsl:element>
  </xsl:template>

  <!-- White space between them is none of the text. -->
  <xsl:template match="tei:subst/text()" priority="1"/>

  <!-- A character that has no key: what the header declares, or its name. -->
  <xsl:template match="tei:g[not(node())]">
    <xsl:variable name="declared" select="key('character', substring-after(@ref, '#'))[1]"/>
    <xsl:variable name="mapping" select="($declared/tei:mapping[starts-with(@type, 'standardi') or starts-with(@type, 'normali')]
        | $declared/tei:mapping[not(@type)][not(../tei:mapping[starts-with(@type, 'standardi') or starts-with(@type, 'normali')])])[1]"/>
    <xsl:variable name="called" select="normalize-space($declared/tei:charName | $declared/tei:glyphName | @type[not($declared)][not(../@ref)])"/>
    <xsl:choose>
      <xsl:when test="normalize-space($mapping) != ''"><span class="g"><xsl:value-of select="normalize-space($mapping)"/></span></xsl:when>
      <xsl:when test="$called != ''"><span class="g ui-added"><xsl:value-of select="concat('[', $called, ']')"/></span></xsl:when>
      <xsl:when test="@ref"><span class="g ui-added"><xsl:value-of select="concat('[', translate(concat(substring-after(@ref, '#'), substring(@ref, 1, string-length(@ref) * not(contains(@ref, '#')))), ' ', ''), ']')"/></span></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Forms of the same words: that of the source in its place, the others
       after the word. -->
  <xsl:template match="tei:choice">
    <xsl:variable name="source" select="(tei:sic | tei:orig | tei:abbr)[1]"/>
    <xsl:if test="($source | *[1][not($source)])/node()">
      <span>
        <xsl:call-template name="attributes"/>
        <xsl:apply-templates select="." mode="source"/>
      </span>
    </xsl:if>
    <xsl:variable name="rest"><xsl:apply-templates select="following-sibling::node()[1][self::text()]" mode="word"/></xsl:variable>
    <xsl:if test="$rest = '' and not(following-sibling::node()[1][self::tei:choice])">
      <xsl:apply-templates select="." mode="others-of-word"/>
    </xsl:if>
  </xsl:template>

  <!-- The letters at the beginning of a text, which may go on with a word. -->
  <xsl:template match="text()" mode="word">
    <xsl:value-of select="substring-before(concat(translate(., $signs, $blanks), ' '), ' ')"/>
  </xsl:template>

  <!-- The form of the source, or the first one. -->
  <xsl:template match="tei:choice" mode="source">
    <xsl:variable name="source" select="(tei:sic | tei:orig | tei:abbr)[1]"/>
    <xsl:apply-templates select="$source | *[1][not($source)]"/>
  </xsl:template>

  <!-- The other forms of all choices in the word that ends after this one. -->
  <xsl:template match="tei:choice" mode="others-of-word">
    <xsl:variable name="before" select="preceding-sibling::node()[1]"/>
    <xsl:apply-templates mode="others-of-word" select="$before[self::tei:choice]
        | $before[self::text()][not(contains(translate(., $signs, $blanks), ' '))]/preceding-sibling::node()[1][self::tei:choice]"/>
    <xsl:apply-templates select="." mode="others"/>
  </xsl:template>

  <xsl:template match="tei:choice" mode="others">
    <xsl:variable name="source" select="(tei:sic | tei:orig | tei:abbr)[1]"/>
    <xsl:for-each select="*[count(. | $source) = 2 or not($source) and position() &gt; 1]">
      <xsl:text> </xsl:text>
      <span class="alternative">
        <xsl:apply-templates select="."/>
        <xsl:if test="not(node())"><span class="ui-added">–</span></xsl:if>
      </span>
    </xsl:for-each>
  </xsl:template>

  <!-- A tag without anything in it would be none for browsers. -->
  <xsl:template match="tei:choice/*">
    <xsl:if test="node()"><span><xsl:call-template name="content"/></span></xsl:if>
  </xsl:template>

  <!-- Readings of a group are apart from each other. -->
  <xsl:template match="tei:rdgGrp/*">
    <xsl:if test="preceding-sibling::*"><xsl:text> </xsl:text></xsl:if>
    <span><xsl:call-template name="content"/></span>
  </xsl:template>

  <xsl:template match="tei:app/text()">
    <xsl:if test="normalize-space() != ''"><xsl:value-of select="."/></xsl:if>
  </xsl:template>

  <xsl:template match="tei:gap">
    <span class="gap">
      <xsl:call-template name="attributes"/>
      <xsl:choose>
        <xsl:when test="node()">
          <span class="ui-added">[</span>
          <xsl:apply-templates/>
          <span class="ui-added">]</span>
        </xsl:when>
        <xsl:otherwise><span class="ui-added">[…]</span></xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>

  <!-- What happens beside the words that are said, and the terms of an index. -->
  <xsl:template match="tei:vocal | tei:kinesic | tei:incident | tei:writing | tei:index[not(parent::tei:index)]">
    <span>
      <xsl:call-template name="attributes"/>
      <span class="ui-added"> [</span>
      <xsl:apply-templates/>
      <span class="ui-added">] </span>
    </span>
  </xsl:template>

  <!-- Breaks. -->
  <xsl:template match="tei:lb">
    <xsl:if test="not(@break = 'no')"><xsl:text>&#xA;</xsl:text></xsl:if>
    <xsl:if test="preceding-sibling::node()[normalize-space() != '' or self::*]"><br/></xsl:if>
  </xsl:template>

  <xsl:template match="tei:pb[@n]">
    <span class="pb ui-added"><xsl:value-of select="concat('[', @n, ']')"/></span>
  </xsl:template>

  <!-- White space between tokens that are one word, or a word and its
       punctuation, means nothing. -->
  <xsl:template priority="2" match="text()[normalize-space() = '']
      [preceding-sibling::node()[1][@join = 'right' or @join = 'both']
       or following-sibling::node()[1][@join = 'left' or @join = 'both'
          or self::tei:pc[translate(normalize-space(), ',.;:!?…)]}', '') = ''][string()]]
       or preceding-sibling::node()[1][self::tei:pc[translate(normalize-space(), '([{¿¡„', '') = ''][string()]]]"/>

  <!-- White space beside a break within a word means nothing. -->
  <xsl:template match="text()">
    <xsl:variable name="before" select="preceding-sibling::*[1][@break = 'no']
        [not(following-sibling::node()[1][self::comment()])]"/>
    <xsl:variable name="after" select="following-sibling::*[1][@break = 'no']"/>
    <xsl:variable name="choice" select="preceding-sibling::node()[1][self::tei:choice]"/>
    <!-- What goes on with the word before: its other forms come after that. -->
    <xsl:variable name="word"><xsl:if test="$choice"><xsl:apply-templates select="." mode="word"/></xsl:if></xsl:variable>
    <xsl:variable name="text" select="substring(., string-length($word) + 1)"/>
    <xsl:variable name="space" select="translate(substring($text, 1, 1), '&#x9;&#xA;&#xD;', '   ')"/>
    <xsl:variable name="last" select="translate(substring($text, string-length($text)), '&#x9;&#xA;&#xD;', '   ')"/>
    <xsl:if test="$word != ''">
      <xsl:value-of select="$word"/>
      <xsl:if test="$text != '' or not(following-sibling::node()[1][self::tei:choice])">
        <xsl:apply-templates select="$choice" mode="others-of-word"/>
      </xsl:if>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="not($before or $after)"><xsl:value-of select="$text"/></xsl:when>
      <xsl:otherwise>
        <xsl:if test="not($before) and $space = ' '"><xsl:text> </xsl:text></xsl:if>
        <xsl:value-of select="normalize-space($text)"/>
        <xsl:if test="not($after) and $last = ' ' and normalize-space($text) != ''"><xsl:text> </xsl:text></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What every element has. -->
  <xsl:template name="content">
    <xsl:call-template name="attributes"/>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template name="attributes">
    <xsl:if test="@xml:id"><xsl:attribute name="id"><xsl:value-of select="@xml:id"/></xsl:attribute></xsl:if>
    <xsl:if test="not(self::tei:text or self::tei:p or self::tei:row)">
      <xsl:attribute name="class"><xsl:value-of select="local-name()"/></xsl:attribute>
    </xsl:if>
    <xsl:call-template name="language">
      <xsl:with-param name="of" select="@xml:lang"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="language">
    <xsl:param name="of"/>
    <xsl:if test="normalize-space($of) != ''">
      <xsl:attribute name="lang"><xsl:value-of select="normalize-space($of)"/></xsl:attribute>
      <xsl:if test="contains(' ar he fa ur syr yi ', concat(' ', substring-before(concat($of, '-'), '-'), ' '))">
        <xsl:attribute name="dir">rtl</xsl:attribute>
      </xsl:if>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
