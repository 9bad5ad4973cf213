package dev.spoor.workbench;

import dev.spoor.query.eql.EqlLanguage;
import dev.spoor.query.kql.KqlLanguage;
import dev.spoor.query.languages.QueryLanguages;
import dev.spoor.query.lucene.LuceneLanguage;
import dev.spoor.query.parse.KeptQueries;
import dev.spoor.query.parse.ParseLimits;
import dev.spoor.query.sigma.SigmaLanguage;
import dev.spoor.query.spl.SplLanguage;
import dev.spoor.rule.library.RuleCache;
import dev.spoor.store.Access;
import dev.spoor.store.CaseFile;
import dev.spoor.segment.SegmentLimits;
import dev.spoor.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens and creates cases. Thread-safe. */
public final class Workbench {
    private final Supplier<Optional<String>> named;
    private final RuleCache rules;

    /** Work is done in the name of SPOOR_ANALYST, else of the operating system's user. */
    public Workbench() {
        this(Optional::empty);
    }

    /**
     * Work is done in the name of SPOOR_ANALYST, else under the given name, else in the name of the operating system's user.
     *
     * @param named asked each time something is done
     */
    public Workbench(Supplier<Optional<String>> named) {
        this(named, RuleCache.none());
    }

    /**
     * As the other, with rules that were read before.
     *
     * @param rules spares reading them again
     */
    public Workbench(Supplier<Optional<String>> named, RuleCache rules) {
        this.named = named;
        this.rules = rules;
    }

    /** The query languages of this version. */
    public static QueryLanguages languages() {
        return languages(new KeptQueries());
    }

    /** The same with compiled queries that are kept. */
    static QueryLanguages languages(KeptQueries kept) {
        return new QueryLanguages(List.of(new EqlLanguage(), new KqlLanguage(), new LuceneLanguage(), new SigmaLanguage(ParseLimits.DEFAULT, kept), new SplLanguage()));
    }

    /** Where the rules are that come with Spoor. */
    public static List<Path> shippedRules() throws WorkbenchException {
        return ShippedRules.folder();
    }

    /** Opens a case to look at it. */
    public Investigation openToRead(Path file) throws WorkbenchException {
        try {
            return opened(CaseFile.open(file, Access.READ));
        } catch (StoreException e) {
            throw new WorkbenchException(e.getMessage(), e);
        }
    }

    /** Opens a case to work on it. */
    public Investigation open(Path file) throws WorkbenchException {
        try {
            return merged(CaseFile.open(file, Access.WRITE));
        } catch (StoreException e) {
            throw new WorkbenchException(e.getMessage(), e);
        }
    }

    /** Opens a case to work on it, and creates it if it is missing. */
    public Investigation openOrCreate(Path file) throws WorkbenchException {
        try {
            return merged(CaseFile.openOrCreate(file, Access.WRITE));
        } catch (StoreException e) {
            throw new WorkbenchException(e.getMessage(), e);
        }
    }

    private Investigation merged(CaseFile file) throws StoreException {
        boolean done = false;
        try {
            new SegmentMerge(file, SegmentLimits.DEFAULT).merge();
            done = true;
        } finally {
            if (!done) {
                file.close();
            }
        }
        return opened(file);
    }

    private Investigation opened(CaseFile file) {
        return new CaseInvestigation(file, rules, this::analyst);
    }

    /** The name that the environment states and that no other can replace. */
    public static Optional<String> stated() {
        return Optional.ofNullable(System.getenv("SPOOR_ANALYST")).map(String::strip).filter(name -> !name.isEmpty());
    }

    private String analyst() {
        return stated().or(named).orElseGet(() -> System.getProperty("user.name", "unknown"));
    }
}
