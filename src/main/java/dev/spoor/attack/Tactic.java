package dev.spoor.attack;

/**
 * A tactic of the catalogue.
 *
 * @param id        {@code TA0006}
 * @param name      {@code Credential Access}
 * @param shortName {@code credential-access}, as in tags and in the techniques' lists of tactics
 * @param url       its page
 */
public record Tactic(String id, String name, String shortName, String url) {
    /** The tactic as rules refer to it. */
    public Threat.Reference reference() {
        return new Threat.Reference(id, name, url);
    }
}
