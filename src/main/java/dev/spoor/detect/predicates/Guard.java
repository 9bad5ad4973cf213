package dev.spoor.detect.predicates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tests one of which an event must pass to satisfy a condition.
 *
 * @param tests  of those that are decided together
 * @param chance how likely one of them passes, to be compared with others
 */
record Guard(List<Node.Tested> tests, double chance) {
    /** The least likely guard of a condition; empty where it has none. */
    static Optional<Guard> of(Node node) {
        return switch (node) {
            case Node.Constant(int _, boolean value) -> value ? Optional.empty() : Optional.of(new Guard(List.of(), 0));
            case Node.Tested tested -> tested.test() < 0 ? Optional.empty() : Optional.of(new Guard(List.of(tested), tested.chance()));
            case Node.All(int _, int _, List<Node> terms) -> least(terms);
            case Node.AnyOf(int _, int _, List<Node> terms) -> together(terms);
            case Node.Present _, Node.Keyword _, Node.Not _, Node.Other _ -> Optional.empty();
        };
    }

    private static Optional<Guard> least(List<Node> terms) {
        Optional<Guard> least = Optional.empty();
        for (Node term : terms) {
            Optional<Guard> one = of(term);
            if (one.isPresent() && (least.isEmpty() || one.get().chance < least.get().chance)) {
                least = one;
            }
        }
        return least;
    }

    private static Optional<Guard> together(List<Node> terms) {
        List<Node.Tested> tests = new ArrayList<>();
        double chance = 0;
        for (Node term : terms) {
            Optional<Guard> one = of(term);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            tests.addAll(one.get().tests);
            chance += one.get().chance;
        }
        return Optional.of(new Guard(tests, chance));
    }
}
