package dev.spoor.rule.exchange;

import dev.spoor.ecs.FieldType;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.Entry.Operator;

/** What Elasticsearch's own queries make of the values of an entry, where it is not what the entry says. */
final class ElasticValues {
    private ElasticValues() {}

    /**
     * Refuses what would mean something else.
     *
     * @param form what it is to be written in
     */
    static void check(Entry entry, FieldType type, String form) throws NotSayable {
        boolean words = type == FieldType.TEXT || type == FieldType.MATCH_ONLY_TEXT;
        if (words) {
            throw new NotSayable(form + " looks for words in " + entry.field() + ", which is of type text; name the keyword field");
        }
        if (PlainEntries.needsFolding(entry)) {
            throw PlainEntries.foldingRefused(entry, form);
        }
        if (entry.operator() == Operator.IN_NETWORK && type != FieldType.IP) {
            throw new NotSayable(form + " knows networks on fields of type ip only, and " + entry.field() + " has another type");
        }
        boolean patterns = type == FieldType.LONG || type == FieldType.DOUBLE || type == FieldType.DATE || type == FieldType.BOOLEAN || type == FieldType.IP;
        if (entry.operator() == Operator.MATCHES && patterns) {
            throw new NotSayable(form + " knows no patterns on " + entry.field() + ", which is of type " + type.elasticName());
        }
    }
}
