#!/bin/sh
# Draws every screen of the sample case, light and dark, into a folder (docs/screens by default): 1440 x 900 in the folder itself, 1280 x 720 and 1920 x 1080 in one of that
# name each. SPOOR_SIZES names other sizes, as in SPOOR_SIZES="1280x720".
# Needs Java 25, xvfb-run, and a build: mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-$here/docs/screens}
classes=${SPOOR_CLASSES:-$here/target}
libraries=${SPOOR_CLASSPATH:-$(cat "$here/target/classpath.txt")}
cd "$here"
for size in ${SPOOR_SIZES:-1440x900 1280x720 1920x1080}; do
    to=$folder
    [ "$size" = 1440x900 ] || to=$folder/$size
    xvfb-run -a -s "-screen 0 ${size}x24" java --enable-native-access=ALL-UNNAMED -Dspoor.home="$here" -Dprism.order=sw -Dprism.lcdtext=false \
        -cp "$classes/test-classes:$classes/classes:$libraries" dev.spoor.ui.Screens "$to" "${size%x*}" "${size#*x}"
done
