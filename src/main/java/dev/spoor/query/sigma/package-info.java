/**
 * The front end of Sigma (rules 2.1). Entry point: {@link dev.spoor.query.sigma.SigmaLanguage}. Text goes through {@link dev.spoor.query.sigma.YamlReader} (a tree with places),
 * {@link dev.spoor.query.sigma.SigmaRule} (a document's parts), {@link dev.spoor.query.sigma.ConditionParser} (how detections are joined), {@link dev.spoor.query.sigma.Detections} and
 * {@link dev.spoor.query.sigma.ItemLowering} (what one field is asked for) and {@link dev.spoor.query.sigma.LogSources} (which events a rule sees).
 *
 * <pre>
 * query     = document { "---" document }          the first one answers; the others are what it names
 * document  = logsource, detection | correlation
 * detection = { name ":" search } condition
 * search    = map | list of maps | list of keywords
 * map       = { [field] { "|" modifier } ":" value | list of values }
 * condition = expression | list of expressions
 * expression = and { "or" and } ;  and = not { "and" not } ;  not = { "not" } term
 * term      = "(" expression ")" | ( "1" | "any" | "all" ) "of" ( "them" | pattern ) | name
 * </pre>
 *
 * <p>May import {@code query.parse}, {@code query.expr}, {@code query.pipeline}, {@code query.text}, {@code event}, {@code ecs}.
 */
package dev.spoor.query.sigma;
