package dev.spoor.detect.predicates;

import dev.spoor.event.Field;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.Passing;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Column;
import dev.spoor.segment.Postings;
import dev.spoor.segment.Segment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What all conditions find in one segment. Not thread-safe. */
public final class SegmentAnswers {
    private static final byte UNKNOWN = 0;
    private static final byte SETTLED = 1;
    private static final byte OPEN = 2;
    private final SharedConditions conditions;
    private final Segment segment;
    private final ConditionMatcher matcher;
    private final Map<Column, Postings> postings = new IdentityHashMap<>();
    private final PlaceAnswers[] places;
    private final KeywordAnswers keywords;
    private final Bitmap all;
    private final Bitmap none;
    /** By node: its events, once they are known for the whole segment. */
    private final Bitmap[] known;
    private final byte[] settled;
    private final Bitmap[] answers;
    private final BitSet asked;
    private final long[] nanos;

    SegmentAnswers(SharedConditions conditions, Segment segment, ConditionMatcher matcher) {
        this.conditions = conditions;
        this.segment = segment;
        this.matcher = matcher;
        this.all = Bitmap.all(segment.size());
        this.none = new Bitmap(segment.size());
        this.known = new Bitmap[conditions.nodes()];
        this.settled = new byte[conditions.nodes()];
        this.answers = new Bitmap[conditions.size()];
        this.nanos = new long[conditions.size()];
        this.keywords = new KeywordAnswers(conditions.keywords(), segment, postings, conditions.muchText());
        this.places = conditions.places().stream().map(place -> new PlaceAnswers(place, segment, postings, conditions.muchText())).toArray(PlaceAnswers[]::new);
        this.asked = decidePlaces();
        askAll();
    }

    /** The events that satisfy a condition. Must not be changed. */
    public Bitmap events(int condition) {
        Bitmap answer = answers[condition];
        return answer == null ? none : answer;
    }

    /** The conditions that were looked at; all others find nothing here. Must not be changed. */
    public BitSet asked() {
        return asked;
    }

    /** Time spent on a condition alone. */
    public long nanos(int condition) {
        return nanos[condition];
    }

    /** Decides what is decided for all values, and answers the conditions that may find something. */
    private BitSet decidePlaces() {
        BitSet may = (BitSet) conditions.unguarded().clone();
        for (PlaceAnswers place : places) {
            if (place.big()) {
                may.or(conditions.guardedAt(place.place()));
            } else if (!place.isEmpty()) {
                place.decide();
                place.sources().forEach(source -> mark(place.place(), source.passing(), may));
            }
        }
        return may;
    }

    private void mark(Place place, Passing passing, BitSet may) {
        for (int i = 0; i < passing.tests(); i++) {
            for (int condition : conditions.guardedBy(place, passing.test(i))) {
                may.set(condition);
            }
        }
    }

    private void askAll() {
        Search search = new Search();
        for (int condition = asked.nextSetBit(0); condition >= 0; condition = asked.nextSetBit(condition + 1)) {
            long begin = System.nanoTime();
            Node root = conditions.root(condition);
            if (settled(root) || !search.needs(root)) {
                answers[condition] = ask(root, all);
            } else {
                search.add(condition, root);
            }
            nanos[condition] = System.nanoTime() - begin;
        }
        search.run();
    }

    /** Gathers which events' long texts must be searched, searches them, and answers the conditions that waited for it. */
    private final class Search {
        private final List<Integer> waiting = new ArrayList<>();
        private final List<Bitmap> left = new ArrayList<>();
        private final Map<PlaceAnswers, Wanted> wanted = new IdentityHashMap<>();
        private final Wanted anywhere = new Wanted(conditions.keywords());

        /** Whether a condition has a part that only a search can answer. */
        boolean needs(Node node) {
            return switch (node) {
                case Node.Tested tested -> tested.test() >= 0 && !places[tested.place().id()].decided() && !places[tested.place().id()].isEmpty();
                case Node.Keyword _ -> true;
                case Node.All(int _, int _, List<Node> terms) -> terms.stream().anyMatch(this::needs);
                case Node.AnyOf(int _, int _, List<Node> terms) -> terms.stream().anyMatch(this::needs);
                case Node.Not(int _, Node term) -> needs(term);
                case Node.Constant _, Node.Present _, Node.Other _ -> false;
            };
        }

        void add(int condition, Node root) {
            Bitmap most = most(root, all);
            if (!most.isEmpty()) {
                waiting.add(condition);
                left.add(most);
                want(root, most, most.cardinality() * PlaceAnswers.FEW <= segment.size());
            }
        }

        /** A set that has all events of another one that may satisfy a condition. */
        private Bitmap most(Node node, Bitmap within) {
            if (settled(node)) {
                return ask(node, within);
            }
            return switch (node) {
                case Node.All(int _, int _, List<Node> terms) -> {
                    Bitmap most = within;
                    for (Node term : terms) {
                        most = most.isEmpty() ? most : most(term, most);
                    }
                    yield most;
                }
                case Node.AnyOf(int _, int _, List<Node> terms) -> {
                    Bitmap most = new Bitmap(within.size());
                    terms.forEach(term -> most.or(most(term, within)));
                    yield most;
                }
                case Node.Not _, Node.Tested _, Node.Keyword _, Node.Other _, Node.Constant _, Node.Present _ -> within;
            };
        }

        private void want(Node node, Bitmap events, boolean few) {
            switch (node) {
                case Node.Tested tested -> {
                    PlaceAnswers place = places[tested.place().id()];
                    if (needs(tested)) {
                        wanted.computeIfAbsent(place, _ -> new Wanted(tested.place())).add(tested.test(), events, few);
                    }
                }
                case Node.Keyword(int _, int test) -> anywhere.add(test, events, few);
                case Node.All(int _, int _, List<Node> terms) -> terms.forEach(term -> want(term, events, few));
                case Node.AnyOf(int _, int _, List<Node> terms) -> terms.forEach(term -> want(term, events, few));
                case Node.Not(int _, Node term) -> want(term, events, few);
                case Node.Constant _, Node.Present _, Node.Other _ -> {}
            }
        }

        void run() {
            wanted.forEach((place, wants) -> place.decide(wants.events, wants.elsewhere));
            if (!anywhere.events.isEmpty() || !anywhere.elsewhere.isEmpty()) {
                keywords.decide(anywhere.events, anywhere.elsewhere);
            }
            for (int i = 0; i < waiting.size(); i++) {
                long begin = System.nanoTime();
                int condition = waiting.get(i);
                answers[condition] = ask(conditions.root(condition), left.get(i));
                nanos[condition] += System.nanoTime() - begin;
            }
        }

        /** What a place is to be searched for. */
        private final class Wanted {
            private final Bitmap events = new Bitmap(segment.size());
            private final Bitmap elsewhere;

            Wanted(Place place) {
                elsewhere = new Bitmap(place.set().size());
            }

            void add(int test, Bitmap within, boolean few) {
                if (few) {
                    events.or(within);
                } else {
                    elsewhere.set(test);
                }
            }
        }
    }

    /** Whether a condition is answered for the whole segment at little cost. */
    private boolean settled(Node node) {
        if (settled[node.id()] == UNKNOWN) {
            settled[node.id()] = findSettled(node) ? SETTLED : OPEN;
        }
        return settled[node.id()] == SETTLED;
    }

    private boolean findSettled(Node node) {
        return switch (node) {
            case Node.Constant _, Node.Present _ -> true;
            case Node.Tested tested -> places[tested.place().id()].isEmpty() || (tested.test() < 0 ? places[tested.place().id()].little() : !places[tested.place().id()].big());
            case Node.All(int _, int _, List<Node> terms) -> allSettled(terms);
            case Node.AnyOf(int _, int _, List<Node> terms) -> allSettled(terms);
            case Node.Not(int _, Node term) -> settled(term);
            case Node.Keyword _, Node.Other _ -> false;
        };
    }

    private boolean allSettled(List<Node> terms) {
        for (Node term : terms) {
            if (!settled(term)) {
                return false;
            }
        }
        return true;
    }

    /** The events of a set that satisfy a condition. Must not be changed. */
    private Bitmap ask(Node node, Bitmap within) {
        if (settled(node)) {
            Bitmap found = known(node);
            return within == all || found == none ? found : both(found, within);
        }
        return switch (node) {
            case Node.Tested tested -> tested(tested, within);
            case Node.Keyword(int _, int test) -> keywords.events(test, within);
            case Node.Other other -> matcher.matches(other.condition(), within);
            case Node.All(int _, int _, List<Node> terms) -> all(terms, within);
            case Node.AnyOf(int _, int _, List<Node> terms) -> any(terms, within);
            case Node.Not(int _, Node term) -> without(within, ask(term, within));
            case Node.Constant _, Node.Present _ -> throw new IllegalStateException("always settled");
        };
    }

    private Bitmap tested(Node.Tested tested, Bitmap within) {
        PlaceAnswers place = places[tested.place().id()];
        if (tested.test() < 0 || !place.decided()) {
            return place.events(tested.alone(), within);
        }
        Bitmap found = place.events(tested);
        return found == null ? none : both(found, within);
    }

    private Bitmap all(List<Node> terms, Bitmap within) {
        Bitmap left = within;
        for (Node term : terms) {
            if (left.isEmpty()) {
                return none;
            }
            left = ask(term, left);
        }
        return left;
    }

    private Bitmap any(List<Node> terms, Bitmap within) {
        Bitmap found = new Bitmap(segment.size());
        Bitmap open = within.copy();
        for (Node term : terms) {
            if (open.isEmpty()) {
                break;
            }
            Bitmap hits = ask(term, open);
            found.or(hits);
            open.andNot(hits);
        }
        return found;
    }

    private Bitmap known(Node node) {
        Bitmap found = known[node.id()];
        if (found == null) {
            found = find(node);
            known[node.id()] = found.isEmpty() ? none : found;
        }
        return known[node.id()];
    }

    private Bitmap find(Node node) {
        return switch (node) {
            case Node.Constant(int _, boolean value) -> value ? all : none;
            case Node.Present(int _, List<Field> candidates) -> present(candidates);
            case Node.Tested tested -> {
                Bitmap found = places[tested.place().id()].events(tested);
                yield found == null ? none : found;
            }
            case Node.All(int _, int _, List<Node> terms) -> findAll(terms);
            case Node.AnyOf(int _, int _, List<Node> terms) -> findAny(terms);
            case Node.Not(int _, Node term) -> known(term).complement();
            case Node.Keyword _, Node.Other _ -> throw new IllegalStateException("never settled");
        };
    }

    private Bitmap findAll(List<Node> terms) {
        for (Node term : terms) {
            if (sureToFail(term)) {
                return none;
            }
        }
        Bitmap left = all;
        for (Node term : terms) {
            Bitmap one = known(term);
            left = one == none ? none : left == all ? one : both(left, one);
            if (left.isEmpty()) {
                return none;
            }
        }
        return left;
    }

    private Bitmap findAny(List<Node> terms) {
        Bitmap found = null;
        boolean own = false;
        for (Node term : terms) {
            Bitmap one = sureToFail(term) ? none : known(term);
            if (one != none) {
                if (found == null) {
                    found = one;
                } else {
                    found = own ? found : found.copy();
                    own = true;
                    found.or(one);
                }
            }
        }
        return found == null ? none : found;
    }

    /** Whether a look shows that no event satisfies a condition. */
    private boolean sureToFail(Node node) {
        if (known[node.id()] == none) {
            return true;
        }
        if (node instanceof Node.Tested tested && tested.test() >= 0) {
            for (Source source : places[tested.place().id()].sources()) {
                if (source.passes(tested.test())) {
                    return false;
                }
            }
            return true;
        }
        return false;
    }

    private Bitmap present(List<Field> candidates) {
        Bitmap found = new Bitmap(segment.size());
        for (Field field : candidates) {
            segment.column(field).ifPresent(column -> found.or(column.present()));
        }
        return found;
    }

    private static Bitmap both(Bitmap one, Bitmap other) {
        Bitmap result = one.copy();
        result.and(other);
        return result;
    }

    private static Bitmap without(Bitmap within, Bitmap removed) {
        Bitmap left = within.copy();
        left.andNot(removed);
        return left;
    }
}
