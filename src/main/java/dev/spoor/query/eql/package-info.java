/**
 * The front end of EQL, the Event Query Language as Elasticsearch speaks it today. Entry point: {@link dev.spoor.query.eql.EqlLanguage}. Text goes through
 * {@code EqlLexer} (tokens), {@code EqlParser} and {@code EqlExpressions} (tree of {@link dev.spoor.query.eql.EqlStatement} and {@link dev.spoor.query.eql.EqlNode}), and
 * {@code EqlLowering} with {@code EqlConditions} (conditions on single events) and {@code EqlScalars} (computed values). May import {@code query.parse} and what lies below it.
 *
 * <pre>
 * query      = ( filter | sequence | sample ) { "|" ( "head" | "tail" ) integer }
 * filter     = ( "any" | word | string ) "where" expression
 * sequence   = "sequence" [ by ] [ "with" "maxspan" "=" integer unit ] term { term } [ "until" "[" filter "]" [ by ] ]
 * term       = ( "[" | "![" ) filter "]" [ by ] [ "with" "runs" "=" integer ]
 * sample     = "sample" [ by ] { "[" filter "]" [ by ] }
 * by         = "by" field { "," field }
 * unit       = "ms" | "s" | "m" | "h" | "d"
 * expression = conjunct { "or" conjunct }
 * conjunct   = { "not" } comparison { "and" { "not" } comparison }
 * comparison = sum [ ( "==" | "!=" | "&lt;" | "&lt;=" | ">" | ">=" ) sum ]
 * sum        = product { ( "+" | "-" ) product }
 * product    = signed { ( "*" | "/" | "%" ) signed }
 * signed     = { "+" | "-" } primary [ test ]
 * test       = [ "not" ] ( "in" | "in~" ) "(" expression { "," expression } ")"
 *            | ( ":" | "like" | "like~" | "regex" | "regex~" ) ( constant | "(" constant { "," constant } ")" )
 * primary    = constant | function "(" [ expression { "," expression } ] ")" | field | "(" expression ")"
 * constant   = string | number | "true" | "false" | "null"
 * field      = [ "?" ] part { "." part }            part = word | "`" any characters, "``" for "`" "`"
 * function   = word [ "~" ]
 * string     = '"' { character | "\" ( b t n f r " ' \ ) | "\" "u{" 2 to 8 hex digits "}" } '"'  |  '"""' characters '"""'
 * word       = ( letter | "_" | "@" ) { letter | digit | "_" }
 * comment    = "//" to the end of the line | "/*" text, with comments in it, "*" "/"
 * </pre>
 */
package dev.spoor.query.eql;
