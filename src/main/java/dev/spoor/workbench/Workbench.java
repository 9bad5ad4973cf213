package dev.spoor.workbench;

import dev.spoor.query.kql.KqlLanguage;
import dev.spoor.query.languages.QueryLanguages;
import dev.spoor.query.lucene.LuceneLanguage;
import dev.spoor.query.spl.SplLanguage;
import dev.spoor.store.Access;
import dev.spoor.store.CaseFile;
import dev.spoor.store.StoreException;
import java.nio.file.Path;
import java.util.List;

/** Opens and creates cases. Immutable and thread-safe. */
public final class Workbench {
    /** The query languages of this version. */
    public static QueryLanguages languages() {
        return new QueryLanguages(List.of(new KqlLanguage(), new LuceneLanguage(), new SplLanguage()));
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
            return opened(CaseFile.open(file, Access.WRITE));
        } catch (StoreException e) {
            throw new WorkbenchException(e.getMessage(), e);
        }
    }

    /** Opens a case to work on it, and creates it if it is missing. */
    public Investigation openOrCreate(Path file) throws WorkbenchException {
        try {
            return opened(CaseFile.openOrCreate(file, Access.WRITE));
        } catch (StoreException e) {
            throw new WorkbenchException(e.getMessage(), e);
        }
    }

    private static Investigation opened(CaseFile file) {
        return new CaseInvestigation(file, languages(), analyst());
    }

    /** Who works: SPOOR_ANALYST, else the name of the operating system's user. */
    private static String analyst() {
        String named = System.getenv("SPOOR_ANALYST");
        return named == null || named.isBlank() ? System.getProperty("user.name", "unknown") : named.strip();
    }
}
