package dev.spoor.workbench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.detect.FoundEvent;
import dev.spoor.detect.engine.NumberedSegment;
import dev.spoor.ecs.FieldTypes;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.TestCompiler;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.job.Job;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.languages.QueryLanguages;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.parse.QueryLanguage;
import dev.spoor.query.text.Diagnostic;
import dev.spoor.query.text.QueryException;
import dev.spoor.segment.EventDocuments;
import dev.spoor.store.CaseFile;
import dev.spoor.store.StoreException;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs hunts over a case or over documents. Remembers what is known about the case that it was last asked about; thread-safe. */
final class Hunter {
    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();
    private final QueryLanguages languages;
    private HuntGround known;

    Hunter(QueryLanguages languages) {
        this.languages = languages;
    }

    /** A data set to look at: what is known about its fields, and its segments. */
    private record Place(QueryContext context, Iterable<NumberedSegment> segments) {}

    HuntAnswer hunt(HuntRequest request, CaseFile file, Job job) throws StoreException, WorkbenchException {
        return hunt(request, Map.of(), file, job);
    }

    /** A hunt with the SPL macros of a rule's pack. */
    HuntAnswer hunt(HuntRequest request, Map<String, String> macros, CaseFile file, Job job) throws StoreException, WorkbenchException {
        HuntGround ground = ground(file);
        return hunt(request, macros, ground, found -> found(found, ground.path(found.row().origin().source())), job);
    }

    /** A hunt whose events have their numbers, and no documents. */
    HuntAnswer numbers(HuntRequest request, CaseFile file, Job job) throws StoreException, WorkbenchException {
        return hunt(request, Map.of(), ground(file), found -> new HuntAnswer.FoundEvent(found.id(), "", "", 0, NOTHING), job);
    }

    private HuntAnswer hunt(HuntRequest request, Map<String, String> macros, HuntGround ground, Function<FoundEvent, HuntAnswer.FoundEvent> documents, Job job)
            throws WorkbenchException {
        CaseTypes types = ground.types();
        List<Place> places = new ArrayList<>();
        for (String dataset : types.datasets()) {
            if (request.datasets().isEmpty() || request.datasets().contains(dataset)) {
                QueryContext context = types.context(dataset, Instant.now(), request.zone(), QueryContext.Purpose.HUNT, macros);
                places.add(new Place(context.with(request.eventFields()), ground.segments(dataset)));
            }
        }
        return answer(request, places, ground.order(), documents, job);
    }

    HuntAnswer hunt(HuntRequest request, DocumentSegment documents, Job job) throws WorkbenchException {
        QueryContext context = new QueryContext(documents.types(), documents.sources(), Instant.now(), request.zone(), QueryContext.Purpose.HUNT, Map.of()).ofChosenEvents();
        List<Place> places = List.of(new Place(context.with(request.eventFields()), List.of(new NumberedSegment(documents.segment(), 1))));
        return answer(request, places, Comparator.comparingLong((FoundEvent found) -> found.row().time()).thenComparingLong(FoundEvent::id), found -> found(found, ""), job);
    }

    private HuntAnswer answer(HuntRequest request, List<Place> places, Comparator<FoundEvent> order, Function<FoundEvent, HuntAnswer.FoundEvent> documents, Job job)
            throws WorkbenchException {
        Optional<QueryLanguage> language = languages.find(request.language());
        if (language.isEmpty()) {
            return failed(Diagnostic.Kind.UNSUPPORTED, "There is no query language " + request.language() + "; there are " + String.join(", ", languages.ids()) + ".");
        }
        try {
            if (request.parseOnly()) {
                language.get().parse(request.query());
                return new HuntAnswer.Parsed();
            }
            if (places.isEmpty()) {
                return failed(Diagnostic.Kind.SEMANTIC, "The case has no data set " + String.join(", ", request.datasets()) + ".");
            }
            return run(request, language.get(), places, order, documents, job);
        } catch (QueryException e) {
            return new HuntAnswer.Failed(e.diagnostics());
        }
    }

    private HuntAnswer run(HuntRequest request, QueryLanguage language, List<Place> places, Comparator<FoundEvent> order,
            Function<FoundEvent, HuntAnswer.FoundEvent> documents, Job job) throws QueryException, WorkbenchException {
        FoundEvents found = new FoundEvents();
        List<String> notes = new ArrayList<>();
        PatternHunt groups = new PatternHunt(request);
        CorrelationHunt correlated = new CorrelationHunt(request);
        Query last = null;
        List<Query> queries = compile(request.query(), language, places);
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            last = queries.get(i);
            last.approximations().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
            switch (last) {
                case Query.Events events -> find(events.filter(), place, found, job);
                case Query.Rows rows -> find(rows.pipeline().filter(), place, found, job);
                case Query.Correlations correlations -> {
                    for (NumberedSegment segment : place.segments()) {
                        job.check();
                        correlated.take(segment, place.context().types(), correlations.correlation());
                    }
                }
                case Query.Patterns patterns -> {
                    for (NumberedSegment segment : place.segments()) {
                        job.check();
                        groups.take(segment, place.context().types(), patterns.pattern());
                    }
                }
            }
        }
        return switch (last) {
            case Query.Events _ -> events(request, found.sorted(order), notes, documents);
            case Query.Correlations correlations -> correlated.answer(correlations.correlation(), order, notes, documents, job);
            case Query.Patterns patterns -> groups.answer(patterns.pattern(), order, notes, documents, job);
            case Query.Rows rows -> new TableHunt(places.getFirst().context().types()).run(request, rows.pipeline(), found, notes, documents, job);
            case null -> throw new IllegalStateException("at least one place");
        };
    }

    /** A field that one data set knows is no error in the others: there it is missing. */
    private static List<Query> compile(String query, QueryLanguage language, List<Place> places) throws QueryException {
        List<Query> queries = new ArrayList<>();
        QueryException refused = null;
        for (Place place : places) {
            try {
                queries.add(language.compile(query, place.context()));
            } catch (QueryException e) {
                refused = e;
                queries.add(null);
            }
        }
        if (refused != null && queries.stream().allMatch(one -> one == null)) {
            throw refused;
        }
        for (int i = 0; i < queries.size(); i++) {
            if (queries.get(i) == null) {
                queries.set(i, language.compile(query, places.get(i).context().with(QueryContext.Purpose.RULE)));
            }
        }
        return queries;
    }

    /** What is known about the events of a case, made anew only when they have changed. */
    private synchronized HuntGround ground(CaseFile file) throws StoreException, WorkbenchException {
        String state = file.stateOfEvents();
        if (known == null || !known.of(file, state)) {
            known = new HuntGround(file, state);
        }
        return known;
    }

    private static void find(Expression filter, Place place, FoundEvents found, Job job) {
        FieldTypes types = place.context().types();
        ScalarEvaluator scalars = new ScalarEvaluator(types);
        TestCompiler compiler = new TestCompiler();
        for (NumberedSegment numbered : place.segments()) {
            job.check();
            found.add(numbered, new ConditionMatcher(numbered.segment(), types, scalars, compiler).matches(filter));
        }
    }

    static HuntAnswer events(HuntRequest request, List<FoundEvent> found, List<String> notes, Function<FoundEvent, HuntAnswer.FoundEvent> documents) {
        int shown = (int) Math.min(found.size(), request.limit().orElse(Long.MAX_VALUE));
        return new HuntAnswer.Events(new AbstractList<>() {
            @Override public HuntAnswer.FoundEvent get(int index) {
                return documents.apply(found.get(index));
            }

            @Override public int size() {
                return shown;
            }
        }, found.size(), notes);
    }

    private static HuntAnswer.FoundEvent found(FoundEvent found, String path) {
        return new HuntAnswer.FoundEvent(found.id(), path, found.row().origin().entry(), found.row().origin().record(), EventDocuments.ecs(found.row()));
    }

    private static HuntAnswer failed(Diagnostic.Kind kind, String message) {
        return new HuntAnswer.Failed(List.of(new Diagnostic(kind, message, 1, 1)));
    }
}
