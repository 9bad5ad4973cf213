package dev.spoor.workbench;

import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionScope;
import dev.spoor.store.RecordHash;
import dev.spoor.store.Stamp;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the journal says of a run besides the words, so that its chain covers what went in and what came out.
 *
 * @param rules      SHA-256 over the rules, see {@link dev.spoor.store.RunStore#digest}
 * @param exceptions SHA-256 over the exceptions that counted, with the values of their lists
 * @param alerts     SHA-256 over the ids of the alerts, in their order
 */
record RunDigests(String rules, String exceptions, String alerts) {
    /** Stands in the line of a run that took indicators from files, which the case does not keep. */
    static final String INDICATORS = "; with indicators of files";
    private static final Pattern FORM = Pattern.compile("; SHA-256 of rules ([0-9a-f]{64}), exceptions ([0-9a-f]{64}), alerts ([0-9a-f]{64})");

    /** The digests in a line's detail, if it has them. */
    static Optional<RunDigests> read(String detail) {
        Matcher found = FORM.matcher(detail);
        return found.find() ? Optional.of(new RunDigests(found.group(1), found.group(2), found.group(3))) : Optional.empty();
    }

    /** As it stands in the line's detail. */
    @Override public String toString() {
        return "; SHA-256 of rules " + rules + ", exceptions " + exceptions + ", alerts " + alerts;
    }

    static String ofExceptions(List<ExceptionItem> items) {
        RecordHash hash = new RecordHash();
        items.stream().sorted(Comparator.comparing(ExceptionItem::id)).forEach(item -> {
            hash.add(Stamp.of(item).hash().orElseThrow());
            item.entries().stream().filter(entry -> entry.list().isPresent()).map(Entry::values).forEach(hash::add);
            if (item.scope().kind() == ExceptionScope.Kind.LIST) {
                hash.add(item.scope().attached());
            }
        });
        return hash.hex();
    }

    static String ofAlerts(Collection<String> ids) {
        return new RecordHash().add(ids.stream().sorted().toList()).hex();
    }
}
