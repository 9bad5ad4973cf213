package dev.spoor.store;

import dev.spoor.store.StoreException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The numbered steps that make the tables. {@code user_version} says how many of them a case has had. */
final class Migrations {
    /** {@code "SPOR"}: tells a case from every other SQLite database. */
    static final int APPLICATION_ID = 0x53504f52;
    /** The steps of this version of Spoor. */
    static final Migrations CURRENT = new Migrations(List.of(resource("0001.sql"), resource("0002.sql"), resource("0003.sql"), resource("0004.sql"), resource("0005.sql"),
            resource("0006.sql"), resource("0007.sql"), resource("0008.sql"), resource("0009.sql"), resource("0010.sql"), resource("0011.sql")), Map.of(8, Variants::fill));

    private final List<String> steps;
    private final Map<Integer, After> after;

    /** What SQL alone cannot do in a step. */
    interface After {
        void run(Connection connection) throws SQLException;
    }

    Migrations(List<String> steps) {
        this(steps, Map.of());
    }

    /** Steps, and what is done after some of them, by their numbers. */
    private Migrations(List<String> steps, Map<Integer, After> after) {
        this.steps = List.copyOf(steps);
        this.after = Map.copyOf(after);
    }

    /** The {@code user_version} of a case that has had all steps. */
    int version() {
        return steps.size();
    }

    /** Refuses a case that this version does not know. */
    void check(Connection connection, Path file) throws SQLException, StoreException {
        long id = Sql.number(connection, "PRAGMA application_id");
        if (id != APPLICATION_ID) {
            throw new StoreException(Kind.FOREIGN, file + " is not a case: found an SQLite database of another program (application id " + id + ", expected "
                    + APPLICATION_ID + "). Name a case, or a new file to begin one.");
        }
        long found = Sql.number(connection, "PRAGMA user_version");
        if (found > version()) {
            throw new StoreException(Kind.NEWER, "The case " + file + " was written by a newer Spoor: found version " + found + ", this Spoor knows up to "
                    + version() + ". Nothing was changed. Open it with the newer Spoor.");
        }
    }

    /** Whether steps are missing. */
    boolean pending(Connection connection) throws SQLException {
        return Sql.number(connection, "PRAGMA user_version") < version();
    }

    /** Runs the missing steps, each with its new version number in one transaction. */
    void run(Connection connection) throws SQLException {
        for (int step = (int) Sql.number(connection, "PRAGMA user_version"); step < version(); step++) {
            Sql.execute(connection, "BEGIN IMMEDIATE");
            try {
                Sql.execute(connection, steps.get(step));
                if (after.containsKey(step + 1)) {
                    after.get(step + 1).run(connection);
                }
                // A PRAGMA cannot take bound values; the number is our own.
                Sql.execute(connection, "PRAGMA user_version = " + (step + 1));
                Sql.execute(connection, "COMMIT");
            } catch (SQLException e) {
                Database.rollBack(connection, e);
                throw e;
            }
        }
    }

    /** A resource that is part of the program; its absence is a broken build. */
    private static String resource(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream("migration/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's resource " + name + " cannot be read", e);
        }
    }
}
