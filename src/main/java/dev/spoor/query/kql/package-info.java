/**
 * KQL, the Kibana Query Language. Entry point: {@link dev.spoor.query.kql.KqlLanguage}. Text goes through {@code KqlLexer} (tokens), {@code KqlParser} (tree of
 * {@link dev.spoor.query.kql.KqlNode}) and {@code KqlLowering} (expression). May import {@code query.parse} and what lies below it.
 *
 * <p>Grammar, after Kibana's; blanks between tokens mean nothing:
 * <pre>
 * query      = [ or ]                                  (nothing: every event)
 * or         = and { "or" and }
 * and        = not { "and" not }
 * not        = [ "not" ] condition
 * condition  = "(" or ")" | field ":" "{" or "}" | field ":" values | field compare text | text
 * values     = "(" valueOr ")" | text
 * valueOr    = valueAnd { "or" valueAnd }
 * valueAnd   = valueNot { "and" valueNot }
 * valueNot   = [ "not" ] values
 * compare    = "&lt;" | "&lt;=" | ">" | ">="
 * field      = text
 * text       = quoted | unquoted
 * quoted     = '"' { character other than '"' | "\" ( '"' | "\" | "t" | "r" | "n" | "u" hex hex hex hex ) } '"'
 * unquoted   = run of characters other than \ ( ) : &lt; > " { }, blanks inside included, ended by an operator word;
 *              "*" is any characters; "\" escapes a special character, an operator word, t, r, n or u hex hex hex hex
 * </pre>
 * The words {@code or}, {@code and}, {@code not} are operators in any case where blanks, brackets, quotes or an end stand around them. There are no comments.
 */
package dev.spoor.query.kql;
