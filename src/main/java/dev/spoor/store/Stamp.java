package dev.spoor.store;

import dev.spoor.rule.Severity;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionPart;
import dev.spoor.rule.exceptions.SharedList;
import dev.spoor.rule.exceptions.ValueList;
import dev.spoor.triage.CriticalAsset;
import dev.spoor.triage.GivenSeverity;
import dev.spoor.triage.HostQuery;
import dev.spoor.triage.RuleType;
import dev.spoor.triage.StepAnswer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands at the end of a journal line that tells of an exception, a value list, a shared list, an answer to a step of a guide, a query for a host, a critical asset, the type of a
 * rule or a severity: {@code [exception ID, SHA-256 HEX]}, or {@code [exception ID, gone]}. The hash
 * covers everything that the table holds of it but its use; so the journal's chain covers that too.
 *
 * @param kind {@code exception}, {@code list}, {@code shared}, {@code step}, {@code query}, {@code asset}, {@code type} or {@code severity}
 * @param id   of the exception or the list; alert and step; id of the query; kind and name of the asset; id of the rule; scope and subject of a severity
 * @param hash lower-case hex; empty where it was removed
 */
public record Stamp(String kind, String id, Optional<String> hash) {
    private static final List<String> KINDS = List.of("exception", "list", "shared", "step", "query", "asset", "type", "severity");
    private static final Pattern FORM = Pattern.compile(" \\[(exception|list|shared|step|query|asset|type|severity) (.*), (?:SHA-256 ([0-9a-f]{64})|gone)]$", Pattern.DOTALL);

    /** Of an exception as it is kept; the values of lists that it names do not count. */
    public static Stamp of(ExceptionItem item) {
        RecordHash hash = new RecordHash().add(item.id(), item.ruleId(), item.name(), item.comment(), item.createdBy()).add(item.createdAt());
        hash.add(item.expires().orElse(Long.MIN_VALUE)).add(item.enabled() ? 1 : 0).add(item.scope().kind().word()).add(item.scope().names());
        for (Entry entry : item.entries()) {
            hash.add(entry.field(), entry.operator().word()).add(entry.negated() ? 1 : 0).add(entry.ignoreCase() ? 1 : 0);
            hash.add(entry.list().map(Entry.ListName::id).orElse("")).add(entry.list().isPresent() ? List.of() : entry.values());
            entry.nested().forEach(inner -> hash.add(inner.field(), inner.operator().word()).add(inner.negated() ? 1 : 0).add(inner.ignoreCase() ? 1 : 0).add(inner.values()));
        }
        if (!item.part().equals(ExceptionPart.WHOLE)) {
            hash.add(item.part().text());
        }
        return new Stamp("exception", item.id(), Optional.of(hash.hex()));
    }

    /** Of a shared list; what is in it does not count. */
    public static Stamp of(SharedList list) {
        RecordHash hash = new RecordHash().add(list.id(), list.name(), list.description(), list.createdBy()).add(list.createdAt()).add(list.rules());
        return new Stamp("shared", list.id(), Optional.of(hash.hex()));
    }

    /** Of a value list. */
    public static Stamp of(ValueList list) {
        return new Stamp("list", list.id(), Optional.of(new RecordHash().add(list.id(), list.type().word(), list.createdBy()).add(list.createdAt()).add(list.values()).hex()));
    }

    /** Of an answer to a step. */
    public static Stamp of(StepAnswer answer) {
        RecordHash hash = new RecordHash().add(answer.alert(), answer.step(), answer.state().word(), answer.note(), answer.author()).add(answer.time());
        answer.evidence().forEach(pinned -> hash.add(pinned.event()).add(pinned.label()));
        return new Stamp("step", answer.alert() + "/" + answer.step(), Optional.of(hash.hex()));
    }

    /** Of a query for a host. */
    public static Stamp of(HostQuery query) {
        RecordHash hash = new RecordHash().add(query.id(), query.host(), query.label(), query.query(), query.rule(), query.alert(), query.author()).add(query.time());
        return new Stamp("query", query.id(), Optional.of(hash.hex()));
    }

    /** Of a critical asset. */
    public static Stamp of(CriticalAsset asset) {
        RecordHash hash = new RecordHash().add(asset.kind().word(), asset.name(), asset.note(), asset.author()).add(asset.time());
        return new Stamp("asset", asset.kind().word() + "/" + asset.name(), Optional.of(hash.hex()));
    }

    /** Of a type given to a rule. */
    public static Stamp of(RuleType type) {
        return new Stamp("type", type.rule(), Optional.of(new RecordHash().add(type.rule(), type.type(), type.author()).add(type.time()).hex()));
    }

    /** Of a severity. */
    public static Stamp of(GivenSeverity given) {
        RecordHash hash = new RecordHash().add(given.scope().word(), given.subject(), given.severity().map(Severity::word).orElse(""), given.reason(), given.author());
        return new Stamp("severity", given.scope().word() + "/" + given.subject(), Optional.of(hash.add(given.time()).hex()));
    }

    /** Of something that was removed. */
    static Stamp gone(String kind, String id) {
        return new Stamp(kind, id, Optional.empty());
    }

    /** The stamp at the end of a journal line's detail, if it has one. */
    public static Optional<Stamp> read(String detail) {
        // The last bracket decides: words before it may hold one too.
        int from = KINDS.stream().mapToInt(kind -> detail.lastIndexOf(" [" + kind + " ")).max().orElse(-1);
        Matcher found = FORM.matcher(from < 0 ? "" : detail.substring(from));
        return found.find() ? Optional.of(new Stamp(found.group(1), found.group(2), Optional.ofNullable(found.group(3)))) : Optional.empty();
    }

    /** As it stands behind the words of a line. */
    @Override public String toString() {
        return " [" + kind + " " + id + ", " + hash.map(hex -> "SHA-256 " + hex).orElse("gone") + "]";
    }
}
