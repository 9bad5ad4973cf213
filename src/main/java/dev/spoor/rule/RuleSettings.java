package dev.spoor.rule;

import dev.spoor.query.pipeline.LookupTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule sets beside its query.
 *
 * @param finish            what happens with the query's events
 * @param filters           conditions that are joined to the query: Elasticsearch Query DSL as JSON texts, each with Kibana's {@code meta}
 * @param suppression       alert suppression, if asked for
 * @param timestampField    the field that is the event's time instead of {@code @timestamp} (EQL {@code timestamp_field})
 * @param timestampOverride the field by which the rule's window is cut ({@code event.ingested})
 * @param categoryField     EQL: the field that stands before {@code where} instead of {@code event.category}
 * @param tiebreakerField   EQL: the field that orders events of equal time
 * @param nameOverride      the field whose value names the alert
 * @param highlighted       fields that an analyst should see first
 * @param buildingBlock     whether the rule only feeds other rules
 * @param exceptionLists    ids of exception lists that the rule refers to
 * @param overrideRequired  whether an event without the field of {@code timestampOverride} is not seen, instead of by its {@code @timestamp}
 * @param severities        values of events that make an alert's severity another one
 * @param riskFields        fields whose value is an alert's risk score; the first of them counts
 * @param own               exceptions that came in the rule's file
 * @param lookups           tables that came with the rule's pack, by name
 */
public record RuleSettings(Finish finish, List<String> filters, Optional<Finish.Suppression> suppression, Optional<String> timestampField,
        Optional<String> timestampOverride, Optional<String> categoryField, Optional<String> tiebreakerField, Optional<String> nameOverride,
        List<String> highlighted, boolean buildingBlock, List<String> exceptionLists, boolean overrideRequired,
        List<SeverityValue> severities, List<String> riskFields, OwnExceptions own, Map<String, LookupTable> lookups) {
    public static final RuleSettings NONE = new RuleSettings(new Finish.None(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false, List.of(), false, List.of(), List.of(), OwnExceptions.NONE, Map.of());

    /** An alert of an event that has this value in this field has this severity. */
    public record SeverityValue(String field, String value, Severity severity) {}

    /**
     * Exceptions that came in the rule's file.
     *
     * @param lists those of the rule's exception lists that the file has
     * @param items exceptions in them, as Elastic's exceptions API writes them: JSON texts
     */
    public record OwnExceptions(List<String> lists, List<String> items) {
        public static final OwnExceptions NONE = new OwnExceptions(List.of(), List.of());

        public OwnExceptions {
            lists = List.copyOf(lists);
            items = List.copyOf(items);
        }
    }

    public RuleSettings {
        filters = List.copyOf(filters);
        highlighted = List.copyOf(highlighted);
        exceptionLists = List.copyOf(exceptionLists);
        severities = List.copyOf(severities);
        riskFields = List.copyOf(riskFields);
        lookups = Map.copyOf(lookups);
    }

    /** Settings of a rule that looks up nothing. */
    public RuleSettings(Finish finish, List<String> filters, Optional<Finish.Suppression> suppression, Optional<String> timestampField,
            Optional<String> timestampOverride, Optional<String> categoryField, Optional<String> tiebreakerField, Optional<String> nameOverride,
            List<String> highlighted, boolean buildingBlock, List<String> exceptionLists, boolean overrideRequired,
            List<SeverityValue> severities, List<String> riskFields, OwnExceptions own) {
        this(finish, filters, suppression, timestampField, timestampOverride, categoryField, tiebreakerField, nameOverride, highlighted, buildingBlock, exceptionLists,
                overrideRequired, severities, riskFields, own, Map.of());
    }

    /** Settings of a rule whose alerts all have the rule's severity and risk score. */
    public RuleSettings(Finish finish, List<String> filters, Optional<Finish.Suppression> suppression, Optional<String> timestampField,
            Optional<String> timestampOverride, Optional<String> categoryField, Optional<String> tiebreakerField, Optional<String> nameOverride,
            List<String> highlighted, boolean buildingBlock, List<String> exceptionLists) {
        this(finish, filters, suppression, timestampField, timestampOverride, categoryField, tiebreakerField, nameOverride, highlighted, buildingBlock,
                exceptionLists, false, List.of(), List.of(), OwnExceptions.NONE);
    }

    /** The same with exceptions from the rule's file. */
    public RuleSettings with(OwnExceptions exceptions) {
        return new RuleSettings(finish, filters, suppression, timestampField, timestampOverride, categoryField, tiebreakerField, nameOverride, highlighted,
                buildingBlock, exceptionLists, overrideRequired, severities, riskFields, exceptions, lookups);
    }

    /** The same with tables to look values up in. */
    public RuleSettings with(Map<String, LookupTable> tables) {
        return new RuleSettings(finish, filters, suppression, timestampField, timestampOverride, categoryField, tiebreakerField, nameOverride, highlighted,
                buildingBlock, exceptionLists, overrideRequired, severities, riskFields, own, tables);
    }

    /** The same with a suppression. */
    public RuleSettings suppressed(Finish.Suppression by) {
        return new RuleSettings(finish, filters, Optional.of(by), timestampField, timestampOverride, categoryField, tiebreakerField, nameOverride, highlighted,
                buildingBlock, exceptionLists, overrideRequired, severities, riskFields, own, lookups);
    }
}
