package dev.spoor.ingest.archive;

import dev.spoor.ingest.archive.ArchiveProblem.Kind;
import java.util.Locale;

/** The words for problems of entries. */
final class Problems {
    private Problems() {}

    static ArchiveProblem entry(String name, String where, String what) {
        return new ArchiveProblem(text(name, where, what), Kind.DAMAGE);
    }

    static ArchiveProblem password(String name, String where, boolean tried) {
        return new ArchiveProblem(text(name, where, tried ? "is encrypted and the password is wrong; not read" : "is encrypted; it needs --password; not read"), Kind.PASSWORD);
    }

    static ArchiveProblem tooMany(ArchiveBudget budget, String name, String where) {
        String most = String.format(Locale.ROOT, "%,d", budget.limits().entries());
        return new ArchiveProblem(text(name, where, "is one more than the limit of " + most + " entries; it and what follows is not read"), Kind.LIMIT);
    }

    static String text(String name, String where, String what) {
        return "entry \"" + name + "\"" + (where.isEmpty() ? "" : " " + where) + ": " + what;
    }
}
