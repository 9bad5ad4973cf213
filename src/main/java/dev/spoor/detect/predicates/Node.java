package dev.spoor.detect.predicates;

import dev.spoor.event.Field;
import dev.spoor.exec.CompiledTest;
import dev.spoor.query.expr.Expression;
import java.util.List;

/** A condition as part of the graph of all conditions; equal conditions are one node. Immutable. */
sealed interface Node {
    /** Its number, from 0, without gaps. */
    int id();

    /** A guess of the work that it makes; what is cheap is asked first. */
    int cost();

    /** Holds always, or never. */
    record Constant(int id, boolean value) implements Node {
        @Override public int cost() {
            return 0;
        }
    }

    /** An event has one of the fields. */
    record Present(int id, List<Field> candidates) implements Node {
        @Override public int cost() {
            return 1;
        }
    }

    /**
     * A value at a place passes a test.
     *
     * @param test   its number among those of the place that are decided together, or -1
     * @param alone  the test
     * @param chance how likely a value passes, to be compared with others
     */
    record Tested(int id, Place place, int test, CompiledTest alone, double chance) implements Node {
        @Override public int cost() {
            return test < 0 ? 40 : 2;
        }
    }

    /**
     * A value of the record passes a test, whatever its field.
     *
     * @param test its number among all such tests
     */
    record Keyword(int id, int test) implements Node {
        @Override public int cost() {
            return 100;
        }
    }

    /** All terms hold; cheap ones stand first. */
    record All(int id, int cost, List<Node> terms) implements Node {}

    /** One of the terms holds. */
    record AnyOf(int id, int cost, List<Node> terms) implements Node {}

    /** The term does not hold. */
    record Not(int id, Node term) implements Node {
        @Override public int cost() {
            return 1 + term.cost();
        }
    }

    /** What is asked event by event, or field by field. */
    record Other(int id, int cost, Expression condition) implements Node {}
}
