package dev.spoor.detect.predicates;

import dev.spoor.ecs.FieldTypes;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.ScalarEvaluation;
import dev.spoor.exec.TestCompiler;
import dev.spoor.query.expr.Expression;
import dev.spoor.segment.Segment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The conditions of all rules of one data set, made ready. Immutable; thread-safe. */
public final class SharedConditions {
    /** A column with more bytes of text than this is searched last, and only where it must be. */
    private static final int MUCH_TEXT = 1 << 20;
    private final TestCompiler compiler;
    private final List<Node> roots;
    private final int nodes;
    private final List<Place> places;
    private final Place keywords;
    /** By place, by number of the test: the conditions that the test guards. */
    private final int[][][] guarded;
    /** By place: the conditions that a test there guards. */
    private final BitSet[] guardedAt;
    private final BitSet unguarded = new BitSet();
    private final int muchText;

    /** @param conditions each is then known by its place in the list */
    public SharedConditions(List<Expression> conditions, TestCompiler compiler) {
        this(conditions, compiler, MUCH_TEXT);
    }

    /** @param muchText a column with more bytes of text is searched last */
    SharedConditions(List<Expression> conditions, TestCompiler compiler, int muchText) {
        this.compiler = compiler;
        this.muchText = muchText;
        NodeTable table = new NodeTable(compiler);
        roots = conditions.stream().map(table::of).toList();
        nodes = table.size();
        places = table.places();
        keywords = table.keywords();
        guarded = new int[places.size()][][];
        guardedAt = new BitSet[places.size()];
        guard();
    }

    private void guard() {
        List<List<List<Integer>>> lists = new ArrayList<>();
        for (Place place : places) {
            List<List<Integer>> ofTests = new ArrayList<>();
            for (int test = 0; test < place.set().size(); test++) {
                ofTests.add(new ArrayList<>(1));
            }
            lists.add(ofTests);
            guardedAt[place.id()] = new BitSet();
        }
        for (int condition = 0; condition < roots.size(); condition++) {
            Optional<Guard> guard = Guard.of(roots.get(condition));
            if (guard.isEmpty()) {
                unguarded.set(condition);
            }
            for (Node.Tested test : guard.map(Guard::tests).orElse(List.of())) {
                lists.get(test.place().id()).get(test.test()).add(condition);
                guardedAt[test.place().id()].set(condition);
            }
        }
        for (Place place : places) {
            guarded[place.id()] = lists.get(place.id()).stream().map(list -> list.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
        }
    }

    /** What the conditions find in a segment. */
    public SegmentAnswers answers(Segment segment, FieldTypes types, ScalarEvaluation scalars) {
        return new SegmentAnswers(this, segment, new ConditionMatcher(segment, types, scalars, compiler));
    }

    /** How many conditions there are. */
    public int size() {
        return roots.size();
    }

    Node root(int condition) {
        return roots.get(condition);
    }

    int muchText() {
        return muchText;
    }

    int nodes() {
        return nodes;
    }

    List<Place> places() {
        return places;
    }

    Place keywords() {
        return keywords;
    }

    /** The conditions that a test guards. */
    int[] guardedBy(Place place, int test) {
        return guarded[place.id()][test];
    }

    /** The conditions that tests of a place guard. Must not be changed. */
    BitSet guardedAt(Place place) {
        return guardedAt[place.id()];
    }

    /** The conditions without a guard. Must not be changed. */
    BitSet unguarded() {
        return unguarded;
    }
}
