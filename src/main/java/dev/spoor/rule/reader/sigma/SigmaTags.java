package dev.spoor.rule.reader.sigma;

import com.google.re2j.Pattern;
import dev.spoor.attack.AttackCatalogue;
import dev.spoor.attack.CatalogueTechnique;
import dev.spoor.attack.Tactic;
import dev.spoor.attack.Threat;
import dev.spoor.attack.ThreatList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A rule's tags: {@code attack.t1003.001} and {@code attack.credential-access} as ATT&amp;CK, {@code cve.2021-44228} as a CVE, all others as they are. A technique stands under the first of
 * the rule's tactics that the catalogue gives it, else under its own first.
 */
final class SigmaTags {
    private static final Pattern TECHNIQUE = Pattern.compile("attack\\.(t[0-9]{4}(?:\\.[0-9]{3})?)");
    private static final Pattern CVE = Pattern.compile("cve[.-]([0-9]{4})[.-]([0-9]+)");
    private final List<Threat> threats;
    private final List<String> others = new ArrayList<>();

    SigmaTags(AttackCatalogue catalogue, List<String> tags) {
        ThreatList list = new ThreatList(catalogue);
        List<Tactic> tactics = new ArrayList<>();
        List<String> techniques = new ArrayList<>();
        for (String tag : tags) {
            String lower = tag.strip().toLowerCase(Locale.ROOT);
            var technique = TECHNIQUE.matcher(lower);
            var cve = CVE.matcher(lower);
            Optional<Tactic> tactic = lower.startsWith("attack.") ? catalogue.tacticNamed(lower.substring(7).replace('_', '-')) : Optional.empty();
            if (technique.matches()) {
                techniques.add(technique.group(1).toUpperCase(Locale.ROOT));
            } else if (tactic.isPresent()) {
                tactics.add(tactic.get());
            } else if (cve.matches()) {
                others.add("CVE: CVE-" + cve.group(1) + "-" + cve.group(2));
            } else {
                others.add(tag.strip());
            }
        }
        tactics.forEach(tactic -> list.add(tactic.reference()));
        for (String id : techniques) {
            List<String> known = catalogue.technique(id).map(CatalogueTechnique::tactics).orElse(List.of());
            tactics.stream().filter(tactic -> known.contains(tactic.shortName())).findFirst()
                    .ifPresentOrElse(tactic -> list.addId(tactic.reference(), list.reference(id)), () -> list.addId(id));
        }
        threats = list.threats();
    }

    List<Threat> threats() {
        return threats;
    }

    /** Everything that is not ATT&amp;CK. */
    List<String> others() {
        return List.copyOf(others);
    }
}
