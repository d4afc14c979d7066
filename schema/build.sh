#!/usr/bin/env bash
# Makes rubricate.rng and rubricate.sch from rubricate.odd. No network; Java, xmllint and Saxon-HE 9.9 or later.
#
#   STYLESHEETS=path/to/TEIC/Stylesheets P5SUBSET=path/to/p5subset.xml ./build.sh [OUTPUT-DIRECTORY]
#
# SAXON: class path of Saxon, if not Debian's (apt install libsaxonhe-java).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
: "${STYLESHEETS:?directory of the TEI Stylesheets (github.com/TEIC/Stylesheets)}"
: "${P5SUBSET:?the TEI source, p5subset.xml}"
SAXON=${SAXON:-/usr/share/java/Saxon-HE.jar:/usr/share/java/xml-resolver.jar}
out=${1:-$here}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

xslt() { # INPUT STYLESHEET OUTPUT [PARAMETER=VALUE]...
  java -cp "$SAXON" net.sf.saxon.Transform -s:"$1" -xsl:"$2" -o:"$3" "${@:4}"
}

edition=$(xmllint --xpath 'normalize-space(//*[local-name()="fileDesc"]/*[local-name()="editionStmt"]/*[local-name()="edition"])' \
  "$P5SUBSET" | grep -oE '[0-9]+\.[0-9]+\.[0-9]+[a-z]?' | head -n 1)
licence="Made from rubricate.odd by build.sh, do not edit. TEI P5 $edition, TEI Consortium, CC BY 3.0 and BSD-2-Clause."

# stripped=true would be wrong here: it drops the macros, and with them all text content.
xslt "$here/rubricate.odd" "$STYLESHEETS/odds/odd2odd.xsl"   "$work/compiled.odd" "defaultSource=file://$(realpath "$P5SUBSET")"
xslt "$work/compiled.odd"  "$STYLESHEETS/odds/odd2relax.xsl" "$work/full.rng"
xslt "$work/full.rng"      "$here/tidy.xsl"                  "$work/tidy.rng"     "licence=$licence"
xslt "$work/tidy.rng"      "$here/embedded.xsl"              "$work/rules.sch"
xmllint --format "$work/tidy.rng"  > "$out/rubricate.rng"
xmllint --format "$work/rules.sch" > "$out/rubricate.sch"
[ -z "${KEEP:-}" ] || cp "$work"/*.rng "$work"/compiled.odd "$KEEP"
