<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE xsl:stylesheet [
<!-- Elements that stand on their own wherever they are. -->
<!ENTITY block "self::tei:* and contains(' p ab head l lg list item label table row cell sp spGrp speaker u
  figure figDesc floatingText opener closer salute signed dateline byline trailer postscript titlePage
  docTitle titlePart docAuthor docImprint castList castGroup castItem address addrLine epigraph argument
  listApp listBibl listPerson listPlace superEntry entry entryFree eg text front body back group div div1 div2 div3 div4 div5 div6 div7 ',
  concat(' ', local-name(), ' ')) or self::tei:app[parent::tei:listApp]">
<!-- What counts as one among the children of an element with $notes notes around them. -->
<!ENTITY of-its-own "(&block;) and not(self::tei:label and not(parent::tei:list))
  or .//*[&block;][count(ancestor::tei:note) = $notes]
  or self::tei:note and $holds-blocks">
<!-- What gives forms of a word beside the one that stands in the text. -->
<!ENTITY deleted "self::tei:del and not(parent::tei:subst or parent::tei:restore)
  and not(.//*[&block;])">
<!ENTITY forms "self::tei:choice or self::tei:subst or &deleted;
  or self::tei:sic[node()][not(parent::tei:choice)][not(.//*[&block;])]
  or self::tei:add and not(parent::tei:subst) and (preceding-sibling::node()[1][&deleted;] or following-sibling::node()[1][&deleted;])">
<!-- Readings but the one that stands in the text. -->
<!ENTITY other-reading "(self::tei:rdg or self::tei:rdgGrp) and parent::tei:app
  and (preceding-sibling::* or ../tei:lem)">
<!-- Parts of records: where nothing stands between two of them, a space does. -->
<!ENTITY datum "self::tei:* and contains(' forename surname roleName genName addName settlement region country district street
   postCode citedRange biblScope ptr desc graphic idno author editor publisher pubPlace span interp term index fw headLabel headItem ',
  concat(' ', local-name(), ' '))">
]>
<!--
  CommonMark with footnotes, from any TEI document. XSLT 1.0, without
  extensions.

    xsltproc to-markdown.xsl edition.xml > edition.md

  - Every word of the text is there, once. White space is collapsed; a
    paragraph is a line.
  - A note within words is a footnote at the end; a note between paragraphs
    stays there, as a footnote if anything leads to it.
  - Italics and bold are marked where they hold whole words.
  - Of a choice the form of the source stands in its place, the others in
    brackets after the word; what was deleted, in double brackets. Those
    letters alone that are other stand there, where rubricate gives the whole
    word again. Of an apparatus the lemma, or the first
    reading, stands in the text, and the others are footnotes.

  `rubricate export` writes Markdown, too, with more metadata and wider
  tables; this is for pipelines that have an XSLT processor.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:key name="note" match="tei:note[@xml:id]" use="concat('#', @xml:id)"/>
  <xsl:key name="reference" match="tei:text//tei:ref | tei:text//tei:ptr" use="normalize-space(@target)"/>

  <!-- Characters that the header declares. -->
  <!-- Elements by the pointer that leads there. -->
  <xsl:key name="element" match="*[@xml:id]" use="concat('#', @xml:id)"/>

  <xsl:key name="character" match="tei:char | tei:glyph" use="@xml:id"/>

  <!-- What words end at. -->
  <xsl:variable name="signs"> &#x9;&#xA;&#xD;&#xA0;.,;:!?-–—…"'“”‘’„‚«»‹›()[]{}/\*_&amp;&lt;&gt;=+|~@#$%^`·§¶</xsl:variable>
  <xsl:variable name="blanks" select="concat('          ', '          ', '          ', '          ', '          ', '          ',
      '          ', '          ')"/>

  <xsl:variable name="special">\`*_[]&lt;&gt;|~&amp;</xsl:variable>
  <xsl:variable name="no-letter">.,;:!?-–—"'“”‘’„«»()[]{}/*_ </xsl:variable>

  <xsl:template match="/">
    <xsl:text>---&#xA;title: '</xsl:text>
    <xsl:call-template name="quoted">
      <xsl:with-param name="text"
          select="normalize-space((/*/tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title)[1])"/>
    </xsl:call-template>
    <xsl:text>'&#xA;---&#xA;</xsl:text>
    <xsl:apply-templates select="//tei:text[not(ancestor::tei:text)]" mode="block"/>
    <!-- Notes among words, and in notes. -->
    <xsl:for-each select="//tei:text//*[self::tei:note or &other-reading;]">
      <xsl:variable name="among-words">
        <xsl:apply-templates select="." mode="among-words"/>
      </xsl:variable>
      <xsl:if test="$among-words = 'yes'">
        <xsl:variable name="label"><xsl:call-template name="label"/></xsl:variable>
        <xsl:call-template name="blocks">
          <xsl:with-param name="first" select="concat('[^', $label, ']: ')"/>
          <xsl:with-param name="rest" select="'    '"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- Whether a note stands among words: its parent is a paragraph, or has
       words of its own, or is a phrase. -->
  <xsl:template match="tei:note" mode="among-words">
    <xsl:if test="not(parent::*[contains(' text front body back group div div1 div2 div3 div4 div5 div6 div7 lg
                  list table sp figure castList floatingText postscript epigraph ',
                  concat(' ', local-name(), ' '))])
                  or ../text()[normalize-space() != '']">yes</xsl:if>
  </xsl:template>

  <!-- Whether a reading does: none of its apparatus holds blocks. -->
  <xsl:template match="tei:rdg | tei:rdgGrp" mode="among-words">
    <xsl:variable name="notes" select="count(ancestor::tei:note)"/>
    <xsl:if test="not(..//*[&block;][count(ancestor::tei:note) = $notes])">yes</xsl:if>
  </xsl:template>

  <!-- BLOCKS. $first stands before the first line, $rest before the others. -->

  <!-- The content of an element: its blocks, and between them paragraphs of
       what else it has. -->
  <xsl:template name="blocks">
    <xsl:param name="first"/>
    <xsl:param name="rest"/>
    <xsl:variable name="notes" select="count(ancestor-or-self::tei:note)"/>
    <xsl:variable name="holds-blocks" select="contains(' text front body back group div div1 div2 div3 div4 div5
        div6 div7 lg list table sp figure castList floatingText postscript epigraph ',
        concat(' ', local-name(), ' ')) and not(text()[normalize-space() != ''])"/>
    <xsl:variable name="blocks" select="*[&of-its-own;]"/>
    <xsl:choose>
      <xsl:when test="not($blocks)">
        <xsl:call-template name="paragraph">
          <xsl:with-param name="first" select="$first"/>
          <xsl:with-param name="rest" select="$rest"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="before" select="$blocks[1]/preceding-sibling::node()"/>
        <xsl:variable name="has-before" select="boolean($before[self::* or self::text()][normalize-space() != ''])"/>
        <xsl:call-template name="paragraph">
          <xsl:with-param name="nodes" select="$before"/>
          <xsl:with-param name="first" select="$first"/>
          <xsl:with-param name="rest" select="$rest"/>
        </xsl:call-template>
        <xsl:for-each select="$blocks">
          <xsl:variable name="at" select="position()"/>
          <xsl:variable name="prefix">
            <xsl:choose>
              <xsl:when test="$at = 1 and not($has-before)"><xsl:value-of select="$first"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="$rest"/></xsl:otherwise>
            </xsl:choose>
          </xsl:variable>
          <xsl:apply-templates select="." mode="block">
            <xsl:with-param name="first" select="string($prefix)"/>
            <xsl:with-param name="rest" select="$rest"/>
          </xsl:apply-templates>
          <!-- What comes before the next block, if that does not come at once. -->
          <xsl:variable name="next" select="$blocks[$at + 1]"/>
          <xsl:if test="not($next) or following-sibling::text()[1][normalize-space() != '']
                        or count(following-sibling::*[1] | $next) = 2">
            <xsl:variable name="after" select="following-sibling::node()"/>
            <xsl:variable name="length"
                select="count($after) - count($next/following-sibling::node()) - count($next)"/>
            <xsl:call-template name="paragraph">
              <xsl:with-param name="nodes" select="$after[position() &lt;= $length]"/>
              <xsl:with-param name="first" select="$rest"/>
              <xsl:with-param name="rest" select="$rest"/>
            </xsl:call-template>
          </xsl:if>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A paragraph, unless it has no words. -->
  <xsl:template name="paragraph">
    <xsl:param name="nodes" select="node()"/>
    <xsl:param name="first"/>
    <xsl:param name="rest"/>
    <xsl:param name="mark"/>
    <xsl:variable name="words"><xsl:apply-templates select="$nodes"/></xsl:variable>
    <xsl:variable name="line" select="normalize-space($words)"/>
    <xsl:if test="$line != ''">
      <xsl:text>&#xA;</xsl:text>
      <xsl:value-of select="concat($first, $mark)"/>
      <xsl:choose>
        <xsl:when test="$mark = ''">
          <xsl:call-template name="beginning"><xsl:with-param name="line" select="$line"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="$line"/></xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="$mark"/>
      <xsl:text>&#xA;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="block">
    <xsl:param name="first"/>
    <xsl:param name="rest"/>
    <xsl:call-template name="blocks">
      <xsl:with-param name="first" select="$first"/>
      <xsl:with-param name="rest" select="$rest"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:head" mode="block">
    <xsl:param name="first"/>
    <xsl:param name="rest"/>
    <xsl:variable name="level" select="count(ancestor::*[tei:head][starts-with(local-name(), 'div') or self::tei:body
                                       or self::tei:front or self::tei:back]) + 1"/>
    <xsl:variable name="words"><xsl:apply-templates/></xsl:variable>
    <xsl:choose>
      <xsl:when test="not(starts-with(local-name(..), 'div') or parent::tei:body or parent::tei:front
                      or parent::tei:back) or preceding-sibling::tei:head">
        <xsl:call-template name="paragraph">
          <xsl:with-param name="first" select="$first"/>
          <xsl:with-param name="rest" select="$rest"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="normalize-space($words) != ''">
        <xsl:text>&#xA;</xsl:text>
        <xsl:value-of select="concat($first, substring('######', 1, $level), ' ', normalize-space($words))"/>
        <xsl:text>&#xA;</xsl:text>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:speaker" mode="block">
    <xsl:param name="first"/>
    <xsl:param name="rest"/>
    <xsl:call-template name="paragraph">
      <xsl:with-param name="first" select="$first"/>
      <xsl:with-param name="rest" select="$rest"/>
      <xsl:with-param name="mark" select="substring('**', 1, 2 * not(.//tei:hi | .//tei:emph))"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Verse: a line to a line. -->
  <xsl:template match="tei:l" mode="block">
    <xsl:param name="first"/>
    <xsl:param name="rest"/>
    <xsl:variable name="words"><xsl:apply-templates/></xsl:variable>
    <xsl:if test="normalize-space($words) != ''">
      <xsl:choose>
        <xsl:when test="preceding-sibling::*[1][self::tei:l][normalize-space() != '']">
          <xsl:value-of select="$rest"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="concat('&#xA;', $first)"/></xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="beginning">
        <xsl:with-param name="line" select="normalize-space($words)"/>
      </xsl:call-template>
      <xsl:if test="following-sibling::*[1][self::tei:l][normalize-space() != '']">\</xsl:if>
      <xsl:text>&#xA;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:item | tei:list/tei:label | tei:castItem | tei:listApp/tei:app" mode="block">
    <xsl:param name="first"/>
    <xsl:param name="rest"/>
    <xsl:call-template name="blocks">
      <xsl:with-param name="first" select="concat($first, '-   ')"/>
      <xsl:with-param name="rest" select="concat($rest, '    ')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:quote | tei:epigraph" mode="block">
    <xsl:param name="first"/>
    <xsl:param name="rest"/>
    <xsl:call-template name="blocks">
      <xsl:with-param name="first" select="concat($first, '> ')"/>
      <xsl:with-param name="rest" select="concat($rest, '> ')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:table[tei:row/tei:cell]" mode="block">
    <xsl:param name="first"/>
    <xsl:param name="rest"/>
    <xsl:call-template name="paragraph">
      <xsl:with-param name="nodes" select="node()[not(self::tei:row)]"/>
      <xsl:with-param name="first" select="$first"/>
      <xsl:with-param name="rest" select="$rest"/>
    </xsl:call-template>
    <xsl:text>&#xA;</xsl:text>
    <xsl:for-each select="tei:row">
      <xsl:value-of select="concat($rest, '|')"/>
      <xsl:for-each select="node()[self::tei:cell or normalize-space() != '']">
        <xsl:variable name="words"><xsl:apply-templates select="."/></xsl:variable>
        <xsl:value-of select="concat(' ', normalize-space($words), ' |')"/>
      </xsl:for-each>
      <xsl:text>&#xA;</xsl:text>
      <xsl:if test="position() = 1">
        <xsl:value-of select="concat($rest, '|')"/>
        <xsl:for-each select="node()[self::tei:cell or normalize-space() != '']"> --- |</xsl:for-each>
        <xsl:text>&#xA;</xsl:text>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="tei:note" mode="block">
    <xsl:param name="first"/>
    <xsl:param name="rest"/>
    <xsl:variable name="is-led-to" select="@xml:id and key('reference', concat('#', @xml:id))"/>
    <xsl:variable name="label">
      <xsl:if test="$is-led-to">[^<xsl:call-template name="label"/>]: </xsl:if>
      <xsl:if test="not($is-led-to) and @n">\[<xsl:value-of select="normalize-space(@n)"/>\] </xsl:if>
    </xsl:variable>
    <xsl:call-template name="blocks">
      <xsl:with-param name="first" select="concat($first, $label)"/>
      <xsl:with-param name="rest" select="concat($rest, substring('    ', 1, 4 * $is-led-to))"/>
    </xsl:call-template>
  </xsl:template>

  <!-- WORDS. -->

  <!-- A block among words is at least apart from them. -->
  <!-- References to books in parts, and what they are parts of. -->
  <xsl:template match="tei:biblStruct | tei:biblFull | tei:analytic | tei:monogr | tei:series | tei:imprint
      | tei:biblFull/*[*]" priority="1">
    <xsl:for-each select="*">
      <xsl:if test="preceding-sibling::* and not(self::tei:note)">, </xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="*">
    <xsl:if test="&block; or &datum; and preceding-sibling::node()[1][&datum;]"><xsl:text> </xsl:text></xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="&block;"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <xsl:template match="tei:teiHeader | processing-instruction() | comment()"/>

  <xsl:template match="tei:note | *[&other-reading;]" priority="2">
    <xsl:variable name="among-words">
      <xsl:apply-templates select="." mode="among-words"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$among-words = 'yes'">
        <xsl:text>[^</xsl:text>
        <xsl:call-template name="label"/>
        <xsl:text>]</xsl:text>
      </xsl:when>
      <!-- Blocks that are read as words, such as those in a cell. -->
      <xsl:otherwise>
        <xsl:text> \[</xsl:text>
        <xsl:apply-templates/>
        <xsl:text>\] </xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The marker of a note that stands elsewhere. -->
  <xsl:template match="tei:ref[@type = 'noteAnchor'] | tei:ptr">
    <xsl:variable name="note" select="key('note', normalize-space(@target))[ancestor::tei:text][1]"/>
    <xsl:choose>
      <xsl:when test="$note">
        <xsl:text>[^</xsl:text>
        <xsl:value-of select="$note/@xml:id"/>
        <xsl:text>]</xsl:text>
      </xsl:when>
      <xsl:when test="self::tei:ptr[@target][not(node())]">
        <xsl:variable name="label"><xsl:call-template name="pointer-label"/></xsl:variable>
        <xsl:call-template name="escaped">
          <xsl:with-param name="text" select="string($label)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
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

  <xsl:template match="tei:hi | tei:emph">
    <xsl:variable name="rend" select="concat(@rend, ' ', @style)"/>
    <xsl:variable name="words"><xsl:apply-templates/></xsl:variable>
    <xsl:variable name="is-whole" select="normalize-space($words) = string($words) and $words != ''
        and not(contains($no-letter, substring($words, 1, 1)) or contains($no-letter, substring($words, string-length($words))))
        and not(ancestor::tei:hi or ancestor::tei:emph or ancestor::tei:speaker)"/>
    <xsl:variable name="mark">
      <xsl:choose>
        <xsl:when test="not($is-whole)"/>
        <xsl:when test="contains($rend, 'bold')">**</xsl:when>
        <xsl:when test="contains($rend, 'ital') or self::tei:emph">*</xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:value-of select="concat($mark, $words, $mark)"/>
  </xsl:template>

  <!-- A character that has no key: what the header declares, or its name. -->
  <xsl:template match="tei:g[not(node())]">
    <xsl:variable name="declared" select="key('character', substring-after(@ref, '#'))[1]"/>
    <xsl:variable name="mapping" select="($declared/tei:mapping[starts-with(@type, 'standardi') or starts-with(@type, 'normali')]
        | $declared/tei:mapping[not(@type)][not(../tei:mapping[starts-with(@type, 'standardi') or starts-with(@type, 'normali')])])[1]"/>
    <xsl:variable name="called" select="normalize-space($declared/tei:charName | $declared/tei:glyphName | @type[not($declared)][not(../@ref)])"/>
    <xsl:call-template name="escaped">
      <xsl:with-param name="text">
        <xsl:choose>
          <xsl:when test="normalize-space($mapping) != ''"><xsl:value-of select="normalize-space($mapping)"/></xsl:when>
          <xsl:when test="$called != ''"><xsl:value-of select="concat('[', $called, ']')"/></xsl:when>
          <xsl:when test="contains(@ref, '#')"><xsl:value-of select="concat('[', substring-after(@ref, '#'), ']')"/></xsl:when>
          <xsl:when test="@ref"><xsl:value-of select="concat('[', @ref, ']')"/></xsl:when>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Forms of the same words: that of the source in its place, the others
       after the word. So is what was deleted, in double brackets; an addition
       beside it goes on with the word. -->
  <xsl:template match="*[&forms;]" priority="1">
    <xsl:apply-templates select="." mode="source"/>
    <xsl:variable name="rest"><xsl:apply-templates select="following-sibling::node()[1][self::text()]" mode="word"/></xsl:variable>
    <xsl:if test="$rest = '' and not(following-sibling::node()[1][&forms;])">
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

  <xsl:template match="tei:subst" mode="source">
    <xsl:apply-templates select="*[not(self::tei:del)]"/>
  </xsl:template>

  <xsl:template match="tei:del" mode="source"/>

  <xsl:template match="tei:sic" mode="source"><xsl:apply-templates/></xsl:template>

  <xsl:template match="tei:sic" mode="others"> \[sic\]</xsl:template>

  <xsl:template match="tei:add" mode="source"><xsl:apply-templates/></xsl:template>

  <!-- The other forms of all words in the word that ends after this one. -->
  <xsl:template match="*" mode="others-of-word">
    <xsl:variable name="before" select="preceding-sibling::node()[1]"/>
    <xsl:apply-templates mode="others-of-word" select="$before[&forms;]
        | $before[self::text()][not(contains(translate(., $signs, $blanks), ' '))]/preceding-sibling::node()[1][&forms;]"/>
    <xsl:apply-templates select="." mode="others"/>
  </xsl:template>

  <xsl:template match="tei:choice" mode="others">
    <xsl:variable name="source" select="(tei:sic | tei:orig | tei:abbr)[1]"/>
    <xsl:for-each select="*[count(. | $source) = 2 or not($source) and position() &gt; 1]">
      <xsl:text> \[</xsl:text>
      <xsl:apply-templates select="."/>
      <xsl:if test="not(node())">–</xsl:if>
      <xsl:text>\]</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="tei:subst" mode="others">
    <xsl:apply-templates select="tei:del" mode="others"/>
  </xsl:template>

  <xsl:template match="tei:del" mode="others">
    <xsl:if test="node()">
      <xsl:text> ⟦</xsl:text>
      <xsl:apply-templates/>
      <xsl:text>⟧</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:add" mode="others"/>

  <!-- Readings of a group are apart from each other. -->
  <xsl:template match="tei:rdgGrp/*">
    <xsl:if test="preceding-sibling::*"><xsl:text> </xsl:text></xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="tei:gap[not(node())]">
    <xsl:text>\[…\]</xsl:text>
  </xsl:template>

  <xsl:template match="tei:gap">
    <xsl:text>\[</xsl:text>
    <xsl:apply-templates/>
    <xsl:text>\]</xsl:text>
  </xsl:template>

  <!-- What happens beside the words that are said, and the terms of an index. -->
  <xsl:template match="tei:vocal | tei:kinesic | tei:incident | tei:writing | tei:index[not(parent::tei:index)]">
    <xsl:text> \[</xsl:text>
    <xsl:apply-templates/>
    <xsl:text>\] </xsl:text>
  </xsl:template>

  <xsl:template match="tei:lb[not(@break = 'no')]"><xsl:text> </xsl:text></xsl:template>

  <xsl:template match="tei:graphic[@url]">
    <xsl:value-of select="concat('![](&lt;', translate(@url, '&lt;&gt;', ''), '>)')"/>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- White space between tokens that are one word, or a word and its
       punctuation, means nothing. -->
  <xsl:template priority="2" match="text()[normalize-space() = '']
      [preceding-sibling::node()[1][@join = 'right' or @join = 'both']
       or following-sibling::node()[1][@join = 'left' or @join = 'both'
          or self::tei:pc[translate(normalize-space(), ',.;:!?…)]}', '') = ''][string()]]
       or preceding-sibling::node()[1][self::tei:pc[translate(normalize-space(), '([{¿¡„', '') = ''][string()]]]"/>

  <xsl:template match="text()">
    <xsl:variable name="before" select="preceding-sibling::*[1][@break = 'no']"/>
    <xsl:variable name="after" select="following-sibling::*[1][@break = 'no']"/>
    <xsl:variable name="choice" select="preceding-sibling::node()[1][&forms;]"/>
    <!-- What goes on with the word before: its other forms come after that. -->
    <xsl:variable name="word"><xsl:if test="$choice"><xsl:apply-templates select="." mode="word"/></xsl:if></xsl:variable>
    <xsl:variable name="rest" select="substring(., string-length($word) + 1)"/>
    <xsl:variable name="spaces" select="translate($rest, '&#x9;&#xA;&#xD;', '   ')"/>
    <xsl:variable name="text">
      <!-- White space beside a break within a word means nothing. -->
      <xsl:if test="not($before) and starts-with($spaces, ' ')"><xsl:text> </xsl:text></xsl:if>
      <xsl:value-of select="normalize-space($rest)"/>
      <xsl:if test="not($after) and normalize-space($rest) != ''
                    and substring($spaces, string-length($spaces)) = ' '"><xsl:text> </xsl:text></xsl:if>
    </xsl:variable>
    <xsl:if test="$word != ''">
      <xsl:value-of select="$word"/>
      <xsl:if test="$rest != '' or not(following-sibling::node()[1][&forms;])">
        <xsl:apply-templates select="$choice" mode="others-of-word"/>
      </xsl:if>
    </xsl:if>
    <xsl:if test="normalize-space() != '' or not(parent::tei:app or parent::tei:choice or parent::tei:subst)">
      <xsl:call-template name="escaped">
        <xsl:with-param name="text" select="string($text)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Words between rows. -->
  <xsl:template match="tei:table/text() | tei:row/text()">
    <xsl:call-template name="escaped">
      <xsl:with-param name="text" select="concat(' ', normalize-space(), ' ')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What a footnote is called: its identifier, or its place in the document. -->
  <xsl:template name="label">
    <xsl:choose>
      <xsl:when test="@xml:id"><xsl:value-of select="@xml:id"/></xsl:when>
      <xsl:otherwise>
        <xsl:text>note-</xsl:text>
        <xsl:number level="multiple" count="*" format="1-1"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Text so that CommonMark reads it as itself. -->
  <xsl:template name="escaped">
    <xsl:param name="text"/>
    <xsl:variable name="half" select="floor(string-length($text) div 2)"/>
    <xsl:choose>
      <xsl:when test="translate($text, $special, '') = $text"><xsl:value-of select="$text"/></xsl:when>
      <xsl:when test="$half = 0"><xsl:value-of select="concat('\', $text)"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="escaped">
          <xsl:with-param name="text" select="substring($text, 1, $half)"/>
        </xsl:call-template>
        <xsl:call-template name="escaped">
          <xsl:with-param name="text" select="substring($text, $half + 1)"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A line whose beginning is not to be taken for a list, a head or a rule. -->
  <xsl:template name="beginning">
    <xsl:param name="line"/>
    <xsl:variable name="stop" select="substring(translate($line, '0123456789', ''), 1, 1)"/>
    <xsl:variable name="number" select="substring-before($line, $stop)"/>
    <xsl:choose>
      <xsl:when test="contains('#+-=:', substring($line, 1, 1))"><xsl:value-of select="concat('\', $line)"/></xsl:when>
      <xsl:when test="$number != '' and ($stop = '.' or $stop = ')')
                      and translate($number, '0123456789', '') = ''">
        <xsl:value-of select="concat($number, '\', substring-after($line, $number))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$line"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Text with single quotation marks doubled, as YAML wants them. -->
  <xsl:template name="quoted">
    <xsl:param name="text"/>
    <xsl:variable name="quote">'</xsl:variable>
    <xsl:choose>
      <xsl:when test="contains($text, $quote)">
        <xsl:value-of select="concat(substring-before($text, $quote), $quote, $quote)"/>
        <xsl:call-template name="quoted">
          <xsl:with-param name="text" select="substring-after($text, $quote)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
