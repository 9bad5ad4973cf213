/**
 * The front end of SPL, Splunk's Search Processing Language. Entry point: {@link dev.spoor.query.spl.SplLanguage}.
 *
 * <p>A search goes through: macros and comments ({@code MacroExpander}), pipes ({@code CommandSplitter}), one parser for each command
 * ({@code CommandParser}, {@code SearchParser}, {@code EvalParser}, {@code StatsParser}), and the lowering to a condition and stages
 * ({@code PipelineBuilder}). What names mean is kept in {@code Scope}; the names of Splunk's add-ons, the macros, the commands and the functions are tables
 * beside the package.
 *
 * <pre>
 * search   = [ "search" ] terms { "|" command }  |  "|" command { "|" command }
 * command  = name arguments
 * macro    = "`" name [ "(" argument { "," argument } ")" ] "`"
 * comment  = "```" text "```"
 * </pre>
 *
 * <p>May import {@code query.parse}, {@code query.pipeline}, {@code query.expr}, {@code query.text}, {@code ecs}, {@code event}.
 */
package dev.spoor.query.spl;
