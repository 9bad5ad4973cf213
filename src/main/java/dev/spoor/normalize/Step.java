package dev.spoor.normalize;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A field rule with its names resolved.
 *
 * @param source  field number, -1 for none
 * @param targets field numbers, as many as the rule has targets
 * @param paths   the targets' paths
 * @param other   number of the field named by the parameter of {@code join}, else -1
 * @param table   the value table named by the parameter, else empty
 * @param flags   the bits of that table for {@code flags}, else empty
 * @param memory  what was made of texts met before, where that depends on nothing but the text
 */
record Step(Transform transform, int source, int[] targets, List<String> paths, String parameter, int other, Map<String, String> table, List<Flag> flags,
        Optional<StepMemory> memory, int when, int unless, boolean move, boolean append, boolean keep, boolean free, boolean dash) {

    /** What these make depends on more than the text of the source, or is made faster than remembered. */
    private static final Set<Transform> OF_MORE = EnumSet.of(Transform.COPY, Transform.SET, Transform.DROP, Transform.JOIN, Transform.COMMUNITY_ID,
            Transform.LOOKUP_OR_COPY, Transform.OBJECT_ID);

    /** A named bit, or several bits. */
    record Flag(long bits, String name) {}

    static Step of(FieldRule rule, Names names, MappingTables tables) {
        int[] targets = rule.targets().stream().mapToInt(names::ecs).toArray();
        Map<String, String> table = tables.values(rule.parameter());
        List<Flag> flags = rule.transform() == Transform.FLAGS
                ? table.entrySet().stream().map(e -> new Flag(Numbers.parse(e.getKey()).orElse(0), e.getValue())).toList() : List.of();
        boolean ofItsTextOnly = !OF_MORE.contains(rule.transform()) && !rule.options().contains("free");
        int other = rule.transform() == Transform.JOIN ? names.ecs(rule.parameter()) : -1;
        return new Step(rule.transform(), rule.source().equals("*") ? -1 : names.ecs(rule.source()), targets, rule.targets(), rule.parameter(), other, table, flags,
                ofItsTextOnly ? Optional.of(new StepMemory()) : Optional.empty(), optional(rule.when(), names), optional(rule.unless(), names), rule.options().contains("move"),
                rule.options().contains("append"),
                rule.options().contains("keep"), rule.options().contains("free"), rule.options().contains("dash"));
    }

    private static int optional(String path, Names names) {
        return path.isEmpty() ? -1 : names.ecs(path);
    }
}
