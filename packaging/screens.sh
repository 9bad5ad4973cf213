#!/bin/sh
# Draws every screen of the sample case, light and dark, 1440 x 900, into a folder (docs/screens by default).
# Needs Java 25, xvfb-run, and a build: mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-$here/docs/screens}
classes=${SPOOR_CLASSES:-$here/target}
libraries=${SPOOR_CLASSPATH:-$(cat "$here/target/classpath.txt")}
cd "$here"
exec xvfb-run -a -s "-screen 0 1440x900x24" java --enable-native-access=ALL-UNNAMED -Dspoor.home="$here" -Dprism.order=sw -Dprism.lcdtext=false \
    -cp "$classes/test-classes:$classes/classes:$libraries" dev.spoor.ui.Screens "$folder"
