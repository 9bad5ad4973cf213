package dev.spoor.detect.predicates;

import dev.spoor.event.Field;
import dev.spoor.exec.CompiledTest;
import dev.spoor.exec.TestCompiler;
import dev.spoor.exec.TestSet;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.ValueTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes nodes of expressions, equal ones of equal expressions. Used by one thread. */
final class NodeTable {
    private static final int ANY_FIELD = 120;
    private static final int NESTED = 200;
    private static final int SCALAR = 1_000;
    private static final Comparator<Node> CHEAP_FIRST = Comparator.comparingInt(Node::cost).thenComparingDouble(NodeTable::chance).thenComparingInt(Node::id);
    private final TestCompiler compiler;
    private final Map<Object, Node> nodes = new HashMap<>();
    private final Map<List<Field>, Place> places = new HashMap<>();
    private final List<Place> placeList = new ArrayList<>();
    private final Place keywords = new Place(-1, List.of());

    private record Terms(boolean all, List<Integer> ids) {}

    private record TestedKey(Place place, CompiledTest test) {}

    private record Negated(int id) {}

    NodeTable(TestCompiler compiler) {
        this.compiler = compiler;
    }

    Node of(Expression condition) {
        return switch (condition) {
            case Expression.Constant(boolean value) -> nodes.computeIfAbsent(condition, _ -> new Node.Constant(nodes.size(), value));
            case Expression.And(List<Expression> terms) -> terms(terms, true);
            case Expression.Or(List<Expression> terms) -> terms(terms, false);
            case Expression.Not(Expression term) -> not(of(term));
            case Expression.Test(FieldRef field, ValueTest test) -> tested(place(field.candidates()), compiler.compile(test));
            case Expression.Exists(FieldRef field) -> nodes.computeIfAbsent(field.candidates(), _ -> new Node.Present(nodes.size(), field.candidates()));
            case Expression.AnyValue(ValueTest test) -> keyword(condition, compiler.compile(test));
            case Expression.AnyField _ -> other(condition, ANY_FIELD);
            case Expression.Nested _ -> other(condition, NESTED);
            case Expression.Holds _ -> other(condition, SCALAR);
        };
    }

    private Node terms(List<Expression> terms, boolean all) {
        List<Node> parts = new ArrayList<>(terms.size());
        Set<Integer> seen = new HashSet<>();
        for (Expression term : terms) {
            Node part = of(term);
            if (seen.add(part.id())) {
                parts.add(part);
            }
        }
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        parts.sort(CHEAP_FIRST);
        List<Integer> ids = new ArrayList<>(parts.size());
        parts.forEach(part -> ids.add(part.id()));
        return nodes.computeIfAbsent(new Terms(all, ids), _ -> {
            int cost = 1 + (all ? parts.stream().mapToInt(Node::cost).min().orElse(0) : parts.stream().mapToInt(Node::cost).max().orElse(0));
            return all ? new Node.All(nodes.size(), cost, parts) : new Node.AnyOf(nodes.size(), cost, parts);
        });
    }

    private Node not(Node term) {
        return nodes.computeIfAbsent(new Negated(term.id()), _ -> new Node.Not(nodes.size(), term));
    }

    private Node tested(Place place, CompiledTest test) {
        return nodes.computeIfAbsent(new TestedKey(place, test), _ -> new Node.Tested(nodes.size(), place, place.number(test), test, TestSet.chance(test)));
    }

    private Node keyword(Expression condition, CompiledTest test) {
        int number = keywords.number(test);
        return number < 0 ? other(condition, ANY_FIELD) : nodes.computeIfAbsent(test, _ -> new Node.Keyword(nodes.size(), number));
    }

    private Node other(Expression condition, int cost) {
        return nodes.computeIfAbsent(condition, _ -> new Node.Other(nodes.size(), cost, condition));
    }

    private Place place(List<Field> candidates) {
        return places.computeIfAbsent(candidates, _ -> {
            Place fresh = new Place(placeList.size(), candidates);
            placeList.add(fresh);
            return fresh;
        });
    }

    private static double chance(Node node) {
        return node instanceof Node.Tested tested ? tested.chance() : 1;
    }

    /** How many nodes there are. */
    int size() {
        return nodes.size();
    }

    /** All places, by their numbers; to be asked for when all nodes are made. */
    List<Place> places() {
        placeList.forEach(Place::seal);
        return List.copyOf(placeList);
    }

    /** The tests on values of any field. */
    Place keywords() {
        keywords.seal();
        return keywords;
    }
}
