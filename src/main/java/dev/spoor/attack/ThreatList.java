package dev.spoor.attack;

import dev.spoor.attack.Threat.Reference;
import dev.spoor.attack.Threat.Technique;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers what a rule says of ATT&amp;CK into {@link Threat}s, in the rule's order. Not thread-safe; one list per rule.
 */
public final class ThreatList {
    private static final Reference NO_TACTIC = new Reference("", "", "");
    private final AttackCatalogue catalogue;
    private final Map<Reference, Map<Reference, List<Reference>>> threats = new LinkedHashMap<>();

    public ThreatList(AttackCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Adds a tactic; one that is there already is not repeated. */
    public void add(Reference tactic) {
        threats.computeIfAbsent(tactic, _ -> new LinkedHashMap<>());
    }

    /** Adds a technique to a tactic. */
    public void add(Reference tactic, Reference technique) {
        add(tactic);
        threats.get(tactic).computeIfAbsent(technique, _ -> new ArrayList<>());
    }

    /** Adds a sub-technique to a technique of a tactic. */
    public void add(Reference tactic, Reference technique, Reference subtechnique) {
        add(tactic, technique);
        List<Reference> subtechniques = threats.get(tactic).get(technique);
        if (!subtechniques.contains(subtechnique)) {
            subtechniques.add(subtechnique);
        }
    }

    /** Adds a technique or sub-technique by its id alone, under the first tactic that the catalogue gives it. */
    public void addId(String id) {
        addId(catalogue.firstTactic(id).map(Tactic::reference).orElse(NO_TACTIC), reference(id));
    }

    /** Adds a technique or sub-technique under a tactic; the parent of a sub-technique is taken from the catalogue. */
    public void addId(Reference tactic, Reference technique) {
        int dot = technique.id().indexOf('.');
        if (dot < 0) {
            add(tactic, stated(tactic, technique));
        } else {
            add(tactic, stated(tactic, reference(technique.id().substring(0, dot))), technique);
        }
    }

    /** A technique by its id: name and link from the catalogue; for an unknown id no name, and the link that the id gives. */
    public Reference reference(String id) {
        return catalogue.technique(id).map(CatalogueTechnique::reference)
                .orElseGet(() -> new Reference(id, "", "https://attack.mitre.org/techniques/" + id.replace('.', '/') + "/"));
    }

    /** What was added, in order. */
    public List<Threat> threats() {
        return threats.entrySet().stream().map(entry -> new Threat(entry.getKey(), techniques(entry.getValue()))).toList();
    }

    private Reference stated(Reference tactic, Reference technique) {
        return threats.getOrDefault(tactic, Map.of()).keySet().stream().filter(known -> known.id().equals(technique.id())).findFirst().orElse(technique);
    }

    private static List<Technique> techniques(Map<Reference, List<Reference>> techniques) {
        return techniques.entrySet().stream().map(entry -> new Technique(entry.getKey(), entry.getValue())).toList();
    }
}
