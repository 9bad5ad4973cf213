@echo off
rem Starts Spoor. Needs a Java 25 (or newer) runtime in JAVA_HOME or on the PATH.
setlocal
set "APP=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
for %%J in ("%APP%\lib\spoor-*.jar") do set "JAR=%%J"
set ARCHIVE=commands
set TUNING=-XX:Tier4InvocationThreshold=300000 -XX:Tier4MinInvocationThreshold=36000 -XX:Tier4CompileThreshold=900000 -XX:Tier4BackEdgeThreshold=2400000
if "%~1"=="rules" set TUNING=-XX:TieredStopAtLevel=1
set WINDOW=
if "%~1"=="" set WINDOW=yes
if "%~1"=="open" set WINDOW=yes
if defined WINDOW set ARCHIVE=spoor
if defined WINDOW set TUNING=
set START=
if exist "%APP%\lib\%ARCHIVE%.aot" set START="-XX:AOTCache=%APP%\lib\%ARCHIVE%.aot" -Xlog:aot=off -Xlog:cds=off
"%JAVA%" -XX:+UseSerialGC -Xlog:disable %TUNING% %START% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dspoor.home="%APP%" -cp "%JAR%" dev.spoor.Launcher %*
exit /b %ERRORLEVEL%
