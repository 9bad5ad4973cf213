@echo off
rem Starts Spoor. Needs a Java 25 (or newer) runtime in JAVA_HOME or on the PATH.
setlocal
set "APP=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dspoor.home="%APP%" -cp "%APP%\lib\*" dev.spoor.Launcher %*
exit /b %ERRORLEVEL%
