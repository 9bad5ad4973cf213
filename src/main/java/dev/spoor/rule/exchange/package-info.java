/**
 * Exceptions in the forms of other tools: Kibana's NDJSON, Sigma filters, Splunk filter macros, and query clauses. Entry points:
 * {@link dev.spoor.rule.exchange.ExceptionExchange}. What a form cannot say is refused with the reason. May import {@code rule}, {@code rule.exceptions},
 * {@code query.languages}, {@code query.expr}, {@code query.parse}, {@code query.text}, {@code ecs}, {@code event}.
 *
 * <pre>{@code
 * ndjson  = { list | item | valueList | valueListItem | summary }        one JSON object per line, as Kibana's exceptions and lists APIs write them
 * sigma   = { document "---" }     document = title id description logsource "filter:" rules { search } "condition: not (…)"
 * macros  = { "#" comment | "[" rule "_filter]" | "definition = where NOT (…) {AND NOT (…)}" }
 * clauses = { "#" header line } clause { empty line, the same again }    header: rule, language, name, part, expires, comment
 * }</pre>
 */
package dev.spoor.rule.exchange;
