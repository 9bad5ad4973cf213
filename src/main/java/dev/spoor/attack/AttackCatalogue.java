package dev.spoor.attack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The Enterprise matrix of MITRE ATT&amp;CK: tactics and techniques by id and by name. Read once from the tables beside this class (their README names the
 * version and the copyright). Immutable and thread-safe.
 */
public final class AttackCatalogue {
    private static final int LONGEST_CHAIN = 8;
    private final List<Tactic> tactics = new ArrayList<>();
    private final Map<String, Tactic> tacticsByName = new LinkedHashMap<>();
    private final Map<String, CatalogueTechnique> techniques = new LinkedHashMap<>();
    private final Map<String, CatalogueTechnique> techniquesByName = new LinkedHashMap<>();
    private final Map<String, String> successors = new LinkedHashMap<>();

    private AttackCatalogue() {
        rows("tactics.tsv", 4).forEach(this::addTactic);
        rows("techniques.tsv", 7).forEach(this::addTechnique);
        rows("successors.tsv", 2).forEach(row -> successors.put(row[0], row[1]));
    }

    /** The catalogue that Spoor ships. */
    public static AttackCatalogue enterprise() {
        return Shipped.CATALOGUE;
    }

    /** All tactics in the order of the matrix; {@code TA0005} is there under its old and its new name. */
    public List<Tactic> tactics() {
        return Collections.unmodifiableList(tactics);
    }

    /** All techniques and sub-techniques by id, in the order of their ids. */
    public Collection<CatalogueTechnique> techniques() {
        return Collections.unmodifiableCollection(techniques.values());
    }

    /** The tactic with an id such as {@code TA0006}; of two names, the older. */
    public Optional<Tactic> tactic(String id) {
        return tactics.stream().filter(tactic -> tactic.id().equalsIgnoreCase(id)).findFirst();
    }

    /** The tactic with a name ({@code Credential Access}) or short name ({@code credential-access}), whatever the case. */
    public Optional<Tactic> tacticNamed(String name) {
        return Optional.ofNullable(tacticsByName.get(key(name)));
    }

    /** The technique or sub-technique with an id such as {@code T1558.003}. */
    public Optional<CatalogueTechnique> technique(String id) {
        return Optional.ofNullable(techniques.get(id.toUpperCase(Locale.ROOT)));
    }

    /**
     * The technique or sub-technique with a name, whatever the case. A name that several have belongs to a current one before a revoked one, then to the
     * lowest id.
     */
    public Optional<CatalogueTechnique> techniqueNamed(String name) {
        return Optional.ofNullable(techniquesByName.get(key(name)));
    }

    /** The technique that a sub-technique is part of; for an unknown id, the part before its dot decides. */
    public Optional<CatalogueTechnique> parent(String id) {
        int dot = id.indexOf('.');
        return dot < 0 ? Optional.empty() : technique(id.substring(0, dot));
    }

    /**
     * What stands today for an id: follows replacements of revoked ids and the moves of version 19. Empty if the id is unknown or was withdrawn without
     * replacement.
     */
    public Optional<CatalogueTechnique> current(String id) {
        Optional<CatalogueTechnique> found = technique(id);
        for (int step = 0; step < LONGEST_CHAIN && found.isPresent(); step++) {
            CatalogueTechnique technique = found.get();
            String next = technique.replacedBy().orElse(successors.get(technique.id()));
            if (next == null) {
                return technique.state() == CatalogueTechnique.State.REVOKED ? Optional.empty() : found;
            }
            found = technique(next);
        }
        return found;
    }

    /** The first tactic of a technique; for a sub-technique that the catalogue lacks, its parent's. */
    public Optional<Tactic> firstTactic(String id) {
        Optional<CatalogueTechnique> found = technique(id).or(() -> parent(id));
        return found.flatMap(technique -> technique.tactics().stream().findFirst()).flatMap(this::tacticNamed);
    }

    private void addTactic(String[] row) {
        Tactic tactic = new Tactic(row[0], row[1], row[2], row[3]);
        tactics.add(tactic);
        tacticsByName.put(key(tactic.name()), tactic);
    }

    private void addTechnique(String[] row) {
        CatalogueTechnique.State state = row[4].isEmpty() ? CatalogueTechnique.State.CURRENT : CatalogueTechnique.State.valueOf(row[4].toUpperCase(Locale.ROOT));
        CatalogueTechnique technique = new CatalogueTechnique(row[0], row[1], row[2].isEmpty() ? List.of() : List.of(row[2].split(",")), stated(row[3]), state,
                stated(row[5]), row[6]);
        techniques.put(technique.id(), technique);
        CatalogueTechnique before = techniquesByName.get(key(technique.name()));
        if (before == null || before.state() != CatalogueTechnique.State.CURRENT && state == CatalogueTechnique.State.CURRENT) {
            techniquesByName.put(key(technique.name()), technique);
        }
    }

    private static Optional<String> stated(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
    }

    private static List<String[]> rows(String table, int columns) {
        try (InputStream in = AttackCatalogue.class.getResourceAsStream(table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t", columns)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own table " + table + " cannot be read", e);
        }
    }

    /** Read at the first use. */
    private static final class Shipped {
        static final AttackCatalogue CATALOGUE = new AttackCatalogue();
    }
}
