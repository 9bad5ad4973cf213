/**
 * The query string syntax of Lucene and Elasticsearch. Entry point: {@link dev.spoor.query.lucene.LuceneLanguage}. Text goes through {@code LuceneLexer} (tokens),
 * {@code LuceneParser} (tree of {@link dev.spoor.query.lucene.LuceneNode}) and {@code LuceneLowering} (expression). May import {@code query.parse} and what lies
 * below it.
 *
 * <p>Grammar, after Lucene's classic query parser with Elasticsearch's additions:
 * <pre>
 * query    = { [ "AND" | "&amp;&amp;" | "OR" | "||" ] [ "+" | "-" | "!" | "NOT" ] clause }
 * clause   = [ field ":" ] ( "(" query ")" | value ) [ "^" number ]
 * value    = term [ "~" [ number ] ] | quoted [ "~" number ] | "/" regex "/" | range | ( "&lt;" | "&lt;=" | ">" | ">=" ) term
 * range    = ( "[" | "{" ) bound "TO" bound ( "]" | "}" )        (a bound may be "*")
 * bound    = quoted | run of characters other than blanks, ] and }
 * quoted   = '"' { character other than '"' and "\" | "\" character } '"'
 * term     = run of characters other than blanks and ! ( ) : ^ [ ] " { } ~ /, not beginning with + or -;
 *            "*" any characters, "?" one character; "\" escapes any character, "\" "u" hex hex hex hex a code unit
 * field    = term | "_exists_"
 * </pre>
 * Operators are upper case only. {@code AND} makes both its neighbours required, {@code OR} leaves them as they are: there is no precedence. A clause list finds
 * the events that fulfil all required and no forbidden clauses and, if none is required, at least one of the others.
 */
package dev.spoor.query.lucene;
