package dev.spoor.store;

import dev.spoor.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A case: one SQLite file and what is in it. Thread-safe. After {@link #close} the file stands alone, so that copying it copies the case; what was
 * acknowledged is kept also when the program is killed before.
 */
public final class CaseFile implements AutoCloseable {
    private final Database database;
    private final CaseLock lock;
    private final SourceStore sources;
    private final SegmentStore segments;
    private final RawStore raw;
    private final DatasetStore datasets;
    private final RunStore runs;
    private final AlertStore alerts;
    private final DecisionStore decisions;
    private final ExceptionStore exceptions;
    private final ValueListStore valueLists;
    private final SharedListStore sharedLists;
    private final NoteStore notes;
    private final ViewStore views;
    private final GuideStore guides;
    private final AssetStore assets;
    private final SeverityStore severities;
    private final Journal journal;

    private CaseFile(Database database, CaseLock lock) {
        this.database = database;
        this.lock = lock;
        sources = new SourceStore(database);
        segments = new SegmentStore(database);
        raw = new RawStore(database);
        datasets = new DatasetStore(database);
        runs = new RunStore(database);
        alerts = new AlertStore(database);
        decisions = new DecisionStore(database);
        exceptions = new ExceptionStore(database);
        valueLists = new ValueListStore(database);
        sharedLists = new SharedListStore(database);
        notes = new NoteStore(database);
        views = new ViewStore(database);
        guides = new GuideStore(database);
        assets = new AssetStore(database);
        severities = new SeverityStore(database);
        journal = new Journal(database);
    }

    /**
     * Makes a new, empty case and opens it for writing.
     *
     * @throws StoreException EXISTS if there is a file of that name, IN_USE, or where the file cannot be made
     */
    public static CaseFile create(Path file) throws StoreException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new StoreException(Kind.MISSING, "There is no folder " + folder + " for the case " + file + ". Make it first, or name another.");
        }
        CaseLock lock = CaseLock.take(file);
        boolean done = false;
        try {
            if (Files.exists(file)) {
                throw new StoreException(Kind.EXISTS, "There is a file " + file + " already. Open it, or name a new file.");
            }
            begin(file);
            CaseFile opened = opened(file, Access.WRITE, lock);
            done = true;
            return opened;
        } finally {
            if (!done) {
                release(file, lock);
            }
        }
    }

    /**
     * Opens a case. For WRITE an older case gets the tables of this version first.
     *
     * @throws StoreException MISSING, FOREIGN, NEWER, IN_USE, READ_ONLY, DAMAGED: in every case nothing was changed
     */
    public static CaseFile open(Path file, Access access) throws StoreException {
        if (access == Access.READ) {
            return opened(file, access, null);
        }
        if (!Files.exists(file)) {
            throw new StoreException(Kind.MISSING, "There is no case " + file + ". Check the name, or load files into it to begin it.");
        }
        CaseLock lock = CaseLock.take(file);
        boolean done = false;
        try {
            CaseFile opened = opened(file, access, lock);
            done = true;
            return opened;
        } finally {
            if (!done) {
                release(file, lock);
            }
        }
    }

    /** As {@link #open}, making the case first where there is no file and it is opened for writing. */
    public static CaseFile openOrCreate(Path file, Access access) throws StoreException {
        return access == Access.WRITE && !Files.exists(file) ? create(file) : open(file, access);
    }

    /** The case is made under another name and renamed when it is whole, so that a file of its name is always a case. */
    private static void begin(Path file) throws StoreException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(unfinished);
            try (Connection connection = new Connector(unfinished).creating()) {
                Migrations.CURRENT.run(connection);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException e) {
            throw SqlFailure.explain(file, e);
        } catch (IOException e) {
            throw new StoreException(Kind.FAILED, "The case " + file + " cannot be made: " + e.getMessage() + ". Check the folder and your rights.", e);
        }
    }

    private static CaseFile opened(Path file, Access access, CaseLock lock) throws StoreException {
        Connector connector = new Connector(file);
        Connection connection = access == Access.WRITE ? connector.writer() : connector.reader(access);
        boolean done = false;
        try {
            prepare(connection, file, access);
            CaseFile opened = new CaseFile(new Database(connector, access, connection), lock);
            done = true;
            return opened;
        } catch (SQLException e) {
            throw SqlFailure.explain(file, e);
        } finally {
            if (!done) {
                closeQuietly(connection, file);
            }
        }
    }

    private static void prepare(Connection connection, Path file, Access access) throws SQLException, StoreException {
        Migrations.CURRENT.check(connection, file);
        if (!Migrations.CURRENT.pending(connection)) {
            return;
        }
        if (access == Access.READ) {
            throw new StoreException(Kind.READ_ONLY, "The case " + file + " was written by an older Spoor and must be brought up to date first. Open it once for "
                    + "writing, for example in the window.");
        }
        Migrations.CURRENT.run(connection);
    }

    private static void closeQuietly(Connection connection, Path file) throws StoreException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqlFailure.explain(file, e);
        }
    }

    private static void release(Path file, CaseLock lock) throws StoreException {
        try {
            lock.close();
        } catch (IOException | SQLException e) {
            throw new StoreException(Kind.FAILED, "The lock beside the case " + file + " cannot be removed: " + e.getMessage(), e);
        }
    }

    /** The file, as it was named. */
    public Path path() {
        return database.file();
    }

    /** Work that is one transaction. */
    public interface Changes<T> {
        T apply() throws StoreException;
    }

    /**
     * Makes all changes of the stores inside {@code changes}, called on this thread, one transaction: all are kept or none. Other threads that write wait.
     *
     * @throws StoreException what {@code changes} threw; it must not swallow one
     */
    public <T> T transaction(Durability durability, Changes<T> changes) throws StoreException {
        return database.write(durability, connection -> changes.apply());
    }

    /** The register of evidence. */
    public SourceStore sources() {
        return sources;
    }

    /** The events. */
    public SegmentStore segments() {
        return segments;
    }

    /** Records word for word, where they were asked for. */
    public RawStore raw() {
        return raw;
    }

    /** Mappings and the kinds of values of each data set. */
    public DatasetStore datasets() {
        return datasets;
    }

    /** Runs and the rules as they were run. */
    public RunStore runs() {
        return runs;
    }

    /** Alerts as detection produced them. */
    public AlertStore alerts() {
        return alerts;
    }

    /** What was decided about alerts. */
    public DecisionStore decisions() {
        return decisions;
    }

    /** Exceptions of rules. */
    public ExceptionStore exceptions() {
        return exceptions;
    }

    /** Lists of values that exceptions name. */
    public ValueListStore valueLists() {
        return valueLists;
    }

    /** Lists of exceptions that rules share. */
    public SharedListStore sharedLists() {
        return sharedLists;
    }

    /** Notes about the case, its alerts, rules and sources. */
    public NoteStore notes() {
        return notes;
    }

    /** Ways to look at the alerts. */
    public ViewStore views() {
        return views;
    }

    /** Answers to the steps of guides, and what is to be asked of hosts. */
    public GuideStore guides() {
        return guides;
    }

    /** Severities given to alerts and variants. */
    public SeverityStore severities() {
        return severities;
    }

    /** Critical assets, and types given to rules. */
    public AssetStore assets() {
        return assets;
    }

    /** What was done, line by line. */
    public Journal journal() {
        return journal;
    }

    /** What SQLite finds wrong with the pages, indexes and constraints of the file, at most 100 sentences; empty where all is well. Reads the whole file. */
    public List<String> damage() throws StoreException {
        return database.read(connection -> Sql.list(connection, "PRAGMA integrity_check(100)", row -> row.getString(1))).stream().filter(told -> !told.equals("ok")).toList();
    }

    /** Something that differs whenever a hunt would see another case: other events, fields or mappings. */
    public String stateOfEvents() throws StoreException {
        return database.read(connection -> Sql.one(connection, """
                SELECT (SELECT count(*) || ' ' || coalesce(max(id), 0) || ' ' || coalesce(max(first_event + events), 0) FROM segment) || ' '
                    || (SELECT count(*) || ' ' || coalesce(sum(kinds), 0) FROM field_kinds) || ' ' || (SELECT count(*) FROM field) || ' '
                    || (SELECT count(*) || ' ' || coalesce(sum(duplicate_of), 0) FROM source) || ' ' || (SELECT coalesce(group_concat(name || mapping), '') FROM dataset)
                """, row -> row.getString(1))).orElse("");
    }

    /** Lets the file grow to so many pages and no further, as a full disk would; for tests. */
    long limitPages(long pages) throws StoreException {
        return database.write(Durability.FAST, connection -> Sql.number(connection, "PRAGMA max_page_count = " + pages));
    }

    @Override public void close() throws StoreException {
        try {
            database.close();
        } finally {
            if (lock != null) {
                release(path(), lock);
            }
        }
    }
}
