/**
 * Elasticsearch's Query DSL as rules carry it in {@code filters}, with what Kibana writes around each query. Entry point:
 * {@link dev.spoor.query.dsl.DslFilters}. {@code DslQuery} reads clauses that hold clauses, {@code DslLeaves} those that ask one field, {@code DslOptions} their
 * options. May import {@code query.parse} and what lies below it.
 *
 * <p>Structure, after Kibana's filters and Elasticsearch's Query DSL:
 * <pre>
 * filter   = { ["meta": { ["disabled": bool] ["negate": bool] ["type": "combined" "relation": "AND"|"OR" "params": [filter …]] … }]
 *              ["$state": …] ( "query": clause | clause ) }
 * clause   = { "match_all"|"match_none": {} } | { "bool": { ["must"|"filter"|"should"|"must_not": clause | [clause …]] ["minimum_should_match": n] } }
 *          | { "constant_score": { "filter": clause } } | { "dis_max": { "queries": [clause …] } } | { "nested": { "path": name "query": clause } }
 *          | { "exists": { "field": name } } | { "ids": { "values": [text …] } } | { "terms": { name: [value …] } }
 *          | { leaf: { name: value | { option: value … } } }
 * leaf     = "term" | "match" | "match_phrase" | "match_phrase_prefix" | "range" | "wildcard" | "prefix" | "regexp"
 * </pre>
 * Clauses and options that are not listed are refused by name. {@code boost}, {@code _name} and other options that only touch scores are passed over.
 */
package dev.spoor.query.dsl;
