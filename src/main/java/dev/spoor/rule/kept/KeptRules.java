package dev.spoor.rule.kept;

import dev.spoor.query.parse.KeptQueries;
import dev.spoor.query.parse.Query;
import dev.spoor.rule.Rule;
import dev.spoor.rule.reader.RuleReading;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read from the rule files of one folder, known by path and SHA-256 of each file, and the queries of languages that mean the same everywhere. What was not asked for since this was made
 * is forgotten. Not thread-safe.
 */
public final class KeptRules {
    private final String made;
    private final Map<String, KeptFile.Entry> stored;
    private final KeptQueries queries;
    private final Map<String, Seen> seen = new LinkedHashMap<>();
    private Optional<String> problem = Optional.empty();

    /**
     * A file that was asked for.
     *
     * @param stored  whether it is in the file already
     * @param without how many of its rules stand there without a query
     */
    record Seen(byte[] hash, String text, List<RuleReading> readings, boolean stored, int without) {}

    private KeptRules(String made, Map<String, KeptFile.Entry> stored, KeptQueries queries) {
        this.made = made;
        this.stored = stored;
        this.queries = queries;
    }

    /**
     * Nothing as yet.
     *
     * @param made    names everything but the files that the readings depend on: the program, and what stands beside the rules
     * @param queries gets the queries that were kept, and has those to keep
     */
    public static KeptRules none(String made, KeptQueries queries) {
        return new KeptRules(made, Map.of(), queries);
    }

    /**
     * What {@link #changed} gave. Of another program or other surroundings: nothing.
     *
     * @throws DamagedFileException if the bytes are something else
     */
    public static KeptRules of(byte[] bytes, String made, KeptQueries queries) throws DamagedFileException {
        Map<String, KeptFile.Entry> entries = new HashMap<>();
        for (KeptFile.Entry entry : KeptFile.entries(bytes, made)) {
            entries.put(entry.path(), entry);
        }
        return new KeptRules(made, entries, queries);
    }

    /**
     * The readings of a file; empty where it is not known, or was another one.
     *
     * @param text the file's content, which readings refer to
     */
    public Optional<List<RuleReading>> find(String path, byte[] hash, String text) {
        KeptFile.Entry entry = stored.get(path);
        if (entry == null || !Arrays.equals(entry.hash(), hash)) {
            return Optional.empty();
        }
        try {
            int[] without = new int[1];
            List<RuleReading> readings = ReadingForm.read(path, text, entry.readings(), (rule, query) -> {
                query.ifPresentOrElse(known -> queries.keep(asked(rule), known), () -> without[0]++);
            });
            seen.put(path, new Seen(hash, text, readings, true, without[0]));
            return Optional.of(readings);
        } catch (DamagedFileException e) {
            problem = Optional.of(e.getMessage());
            return Optional.empty();
        }
    }

    /** Remembers what was read from a file. */
    public void add(String path, byte[] hash, String text, List<RuleReading> readings) {
        seen.put(path, new Seen(hash, text, readings, false, 0));
    }

    /** What was wrong with what was found last, in words. */
    public Optional<String> problem() {
        return problem;
    }

    /** The file to write; empty where there is nothing to say that is not in the file already. */
    public Optional<byte[]> changed() {
        boolean changed = seen.size() < stored.size();
        for (Map.Entry<String, Seen> one : seen.entrySet()) {
            changed = changed || (one.getValue().stored() ? one.getValue().without() > 0 && learned(one.getValue()) : KeptFile.packs(one.getKey(), one.getValue(), this::query));
        }
        return changed ? Optional.of(KeptFile.bytes(made, seen, this::query)) : Optional.empty();
    }

    /** Whether there are more queries now than were stored. */
    private boolean learned(Seen one) {
        long known = one.readings().stream().filter(reading -> reading instanceof RuleReading.Read(Rule rule) && query(rule).isPresent()).count();
        long all = one.readings().stream().filter(RuleReading.Read.class::isInstance).count();
        return known > all - one.without();
    }

    private Optional<Query.Events> query(Rule rule) {
        return queries.find(asked(rule)).filter(Query.Events.class::isInstance).map(Query.Events.class::cast);
    }

    private static KeptQueries.Asked asked(Rule rule) {
        return new KeptQueries.Asked(rule.language(), rule.query(), false, rule.macros());
    }
}
