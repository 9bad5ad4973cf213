package dev.spoor.attack;

import java.util.List;

/**
 * A tactic and its techniques, in the order in which a rule states them.
 *
 * @param tactic     the tactic; a rule that names techniques without a tactic gets the technique's first tactic of the catalogue
 * @param techniques may be empty
 */
public record Threat(Reference tactic, List<Technique> techniques) {
    public Threat {
        techniques = List.copyOf(techniques);
    }

    /** A tactic, technique or sub-technique: its id ({@code T1558.003}), name and link. */
    public record Reference(String id, String name, String url) {}

    /** A technique and its sub-techniques. */
    public record Technique(Reference reference, List<Reference> subtechniques) {
        public Technique {
            subtechniques = List.copyOf(subtechniques);
        }
    }
}
