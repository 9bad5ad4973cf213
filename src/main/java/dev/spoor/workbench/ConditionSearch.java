package dev.spoor.workbench;

import dev.spoor.rule.exceptions.Entry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the smallest set of conditions that holds for all of some things and for none of others. Conditions are: a field is one value, is one of few values, or begins with
 * a folder. Sets of up to three conditions are all tried, the cheapest first; larger ones are built up by always taking the condition that rules out most. Fields that
 * differ with every event are never looked at. Deterministic.
 */
final class ConditionSearch {
    /** More different values are no reason to name them. */
    private static final int FEW = 5;
    /** So many of the best conditions are put together. */
    private static final int TRIED = 80;
    private static final int MOST = 8;

    private final List<Map<String, List<String>>> wanted;
    private final List<Map<String, List<String>>> others;

    /** A condition with the others that it holds for. */
    private record Candidate(Entry entry, double cost, BitSet holds) {}

    /**
     * What was found.
     *
     * @param entries   the conditions; empty where no condition holds for all that are wanted
     * @param remaining places of the others for which they hold nevertheless; empty where the conditions tell them apart
     */
    record Found(List<Entry> entries, List<Integer> remaining) {}

    /**
     * @param wanted fields with their values, of each thing that is to be covered
     * @param others of each that is not
     */
    ConditionSearch(List<Map<String, List<String>>> wanted, List<Map<String, List<String>>> others) {
        this.wanted = wanted;
        this.others = others;
    }

    Found search() {
        List<Candidate> candidates = candidates();
        if (candidates.isEmpty()) {
            return new Found(List.of(), all());
        }
        Optional<List<Candidate>> small = exhaustive(candidates.subList(0, Math.min(TRIED, candidates.size())));
        List<Candidate> best = small.orElseGet(() -> greedy(candidates));
        BitSet left = rest(best);
        return new Found(best.stream().map(Candidate::entry).toList(), left.stream().boxed().toList());
    }

    private List<Integer> all() {
        BitSet all = new BitSet();
        all.set(0, others.size());
        return all.stream().boxed().toList();
    }

    private BitSet rest(List<Candidate> chosen) {
        BitSet left = new BitSet();
        left.set(0, others.size());
        chosen.forEach(one -> left.and(one.holds()));
        return left;
    }

    /** All conditions that hold for everything wanted, the cheapest first; of those that rule out the same the cheapest only. */
    private List<Candidate> candidates() {
        Set<String> fields = new TreeSet<>(wanted.isEmpty() ? Set.of() : wanted.getFirst().keySet());
        wanted.forEach(one -> fields.retainAll(one.keySet()));
        fields.removeIf(field -> Volatility.of(field).isPresent());
        List<Candidate> all = new ArrayList<>();
        for (String field : fields) {
            values(field).ifPresent(entry -> all.add(candidate(entry, entry.values().size() == 1 ? 1 : 1.2 + 0.05 * entry.values().size())));
            folder(field).ifPresent(entry -> all.add(candidate(entry, 1.5)));
        }
        all.sort(Comparator.comparingDouble(Candidate::cost).thenComparing(one -> one.holds().cardinality()).thenComparing(one -> weight(one.entry().field()))
                .thenComparing(one -> one.entry().field()));
        Map<String, Candidate> best = new TreeMap<>();
        List<Candidate> distinct = new ArrayList<>();
        for (Candidate one : all) {
            if (best.putIfAbsent(one.holds().toString(), one) == null) {
                distinct.add(one);
            }
        }
        distinct.sort(Comparator.comparingInt((Candidate one) -> one.holds().cardinality()).thenComparingDouble(Candidate::cost));
        return distinct;
    }

    /** What says most about why something is harmless comes first: who did it from where, then what was done, then the rest. */
    private static int weight(String field) {
        if (field.matches("process\\.(parent\\.)?(executable|hash\\..*|code_signature\\..*|command_line)|file\\.path")) {
            return 0;
        }
        return field.startsWith("process.") || field.startsWith("user.") || field.startsWith("host.") || field.startsWith("source.") || field.startsWith("file.") ? 1 : 2;
    }

    private Candidate candidate(Entry entry, double cost) {
        BitSet holds = new BitSet();
        for (int i = 0; i < others.size(); i++) {
            holds.set(i, holds(entry, others.get(i).getOrDefault(entry.field(), List.of())));
        }
        return new Candidate(entry, cost, holds);
    }

    private static boolean holds(Entry entry, List<String> values) {
        if (entry.operator() == Entry.Operator.MATCHES) {
            String begin = begin(entry);
            return values.stream().anyMatch(value -> value.length() >= begin.length() && value.regionMatches(true, 0, begin, 0, begin.length()));
        }
        return values.stream().anyMatch(value -> entry.values().contains(value));
    }

    private static String begin(Entry entry) {
        String pattern = entry.values().getFirst();
        return pattern.substring(0, pattern.length() - 1).replaceAll("\\\\([*?\\\\])", "$1");
    }

    /** One value that all have, else the few that they have together. */
    private Optional<Entry> values(String field) {
        Set<String> common = new LinkedHashSet<>(wanted.getFirst().get(field));
        Set<String> together = new TreeSet<>();
        for (Map<String, List<String>> one : wanted) {
            common.retainAll(one.get(field));
            together.addAll(one.get(field));
        }
        common.removeIf(String::isEmpty);
        if (!common.isEmpty()) {
            String least = common.stream().min(Comparator.comparingLong((String value) -> others.stream().filter(one -> one.getOrDefault(field, List.of()).contains(value)).count())
                    .thenComparing(Comparator.naturalOrder())).orElseThrow();
            return Optional.of(new Entry(field, Entry.Operator.IS, false, List.of(least), false));
        }
        // As many values as things say nothing: they may be different in each.
        boolean few = together.size() <= FEW && (together.size() < wanted.size() || wanted.size() <= 2);
        return few && !together.contains("") ? Optional.of(new Entry(field, Entry.Operator.IS_ONE_OF, false, List.copyOf(together), false)) : Optional.empty();
    }

    /** The folder that all paths are in, where they are different. */
    private Optional<Entry> folder(String field) {
        String begin = null;
        boolean different = false;
        for (Map<String, List<String>> one : wanted) {
            if (one.get(field).size() != 1) {
                return Optional.empty();
            }
            String value = one.get(field).getFirst();
            different |= begin != null && !begin.equals(value);
            begin = begin == null ? value : common(begin, value);
        }
        int end = begin == null ? -1 : Math.max(begin.lastIndexOf('\\'), begin.lastIndexOf('/'));
        boolean deep = begin != null && end > 0 && begin.substring(0, end).chars().filter(c -> c == '\\' || c == '/').count() >= 1;
        if (!different || !deep) {
            return Optional.empty();
        }
        String folder = begin.substring(0, end + 1);
        return Optional.of(new Entry(field, Entry.Operator.MATCHES, false, List.of(folder.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?") + "*"), true));
    }

    private static String common(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && Character.toLowerCase(one.charAt(length)) == Character.toLowerCase(other.charAt(length))) {
            length++;
        }
        return one.substring(0, length);
    }

    private Optional<List<Candidate>> exhaustive(List<Candidate> candidates) {
        for (int size = 1; size <= 3; size++) {
            List<Candidate> best = null;
            for (List<Candidate> chosen : sets(candidates, size)) {
                if (rest(chosen).isEmpty() && (best == null || cost(chosen) < cost(best) - 1e-9)) {
                    best = chosen;
                }
            }
            if (best != null) {
                return Optional.of(best);
            }
        }
        return Optional.empty();
    }

    private static double cost(List<Candidate> chosen) {
        return chosen.stream().mapToDouble(one -> one.cost() + weight(one.entry().field()) * 0.01).sum();
    }

    private static List<List<Candidate>> sets(List<Candidate> candidates, int size) {
        List<List<Candidate>> sets = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            for (int j = size > 1 ? i + 1 : i; j < (size > 1 ? candidates.size() : i + 1); j++) {
                for (int k = size > 2 ? j + 1 : j; k < (size > 2 ? candidates.size() : j + 1); k++) {
                    sets.add(size == 1 ? List.of(candidates.get(i)) : size == 2 ? List.of(candidates.get(i), candidates.get(j))
                            : List.of(candidates.get(i), candidates.get(j), candidates.get(k)));
                }
            }
        }
        return sets;
    }

    private List<Candidate> greedy(List<Candidate> candidates) {
        List<Candidate> chosen = new ArrayList<>();
        BitSet left = rest(chosen);
        while (!left.isEmpty() && chosen.size() < MOST) {
            BitSet now = left;
            Candidate next = candidates.stream().min(Comparator.comparingInt(one -> after(now, one))).orElseThrow();
            if (after(left, next) == left.cardinality()) {
                break;
            }
            chosen.add(next);
            left.and(next.holds());
        }
        return chosen;
    }

    private static int after(BitSet left, Candidate one) {
        BitSet after = (BitSet) left.clone();
        after.and(one.holds());
        return after.cardinality();
    }
}
