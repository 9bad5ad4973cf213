package dev.spoor.attack;

import java.util.List;
import java.util.Optional;

/**
 * A technique or sub-technique of the catalogue.
 *
 * @param id         {@code T1558} or {@code T1558.003}
 * @param name       its own name, for a sub-technique without its parent's
 * @param tactics    short names of its tactics, in the catalogue's order
 * @param parentId   for a sub-technique, its technique
 * @param state      whether it still counts
 * @param replacedBy the id that took its place, if one did
 * @param url        its page
 */
public record CatalogueTechnique(String id, String name, List<String> tactics, Optional<String> parentId, State state, Optional<String> replacedBy, String url) {
    /** Whether MITRE still maintains it. */
    public enum State {
        CURRENT, DEPRECATED, REVOKED
    }

    public CatalogueTechnique {
        tactics = List.copyOf(tactics);
    }

    /** The technique as rules refer to it. */
    public Threat.Reference reference() {
        return new Threat.Reference(id, name, url);
    }
}
