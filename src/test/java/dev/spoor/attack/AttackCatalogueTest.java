package dev.spoor.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttackCatalogueTest {
    private final AttackCatalogue catalogue = AttackCatalogue.enterprise();

    @Test void findsTacticsByIdNameAndShortName() {
        assertEquals("Credential Access", catalogue.tactic("TA0006").orElseThrow().name());
        assertEquals("TA0006", catalogue.tacticNamed("credential access").orElseThrow().id());
        assertEquals("TA0011", catalogue.tacticNamed("command-and-control").orElseThrow().id());
        assertEquals("https://attack.mitre.org/tactics/TA0003/", catalogue.tactic("TA0003").orElseThrow().url());
    }

    @Test void knowsTheOldAndTheNewNameOfTheFifthTactic() {
        assertEquals("Defense Evasion", catalogue.tactic("TA0005").orElseThrow().name());
        assertEquals("TA0005", catalogue.tacticNamed("Stealth").orElseThrow().id());
        assertEquals("TA0112", catalogue.tacticNamed("defense_impairment").orElseThrow().id());
    }

    @Test void findsTechniquesByIdAndName() {
        assertEquals("Kerberoasting", catalogue.technique("T1558.003").orElseThrow().name());
        assertEquals("T1649", catalogue.techniqueNamed("Steal or Forge Authentication Certificates").orElseThrow().id());
        assertEquals(Optional.empty(), catalogue.technique("T9999"));
    }

    @Test void aNameThatARevokedTechniqueSharesBelongsToTheCurrentOne() {
        assertEquals(CatalogueTechnique.State.CURRENT, catalogue.techniqueNamed("Winlogon Helper DLL").orElseThrow().state());
    }

    @Test void everySubTechniqueOfVersion18HasItsParentInTheTable() {
        assertEquals("T1558", catalogue.parent("T1558.003").orElseThrow().id());
        List<String> orphans = catalogue.techniques().stream().filter(t -> t.parentId().isPresent() && catalogue.parent(t.id()).isEmpty())
                .map(CatalogueTechnique::id).toList();
        assertEquals(List.of("T1684.001", "T1684.002"), orphans);
    }

    @Test void everyTacticOfATechniqueIsKnown() {
        assertTrue(catalogue.techniques().stream().flatMap(t -> t.tactics().stream()).allMatch(name -> catalogue.tacticNamed(name).isPresent()));
    }

    @Test void followsReplacementsToWhatStandsToday() {
        assertEquals("T1547.004", catalogue.current("T1004").orElseThrow().id());
        assertEquals("T1685.005", catalogue.current("T1070.001").orElseThrow().id());
        assertEquals("T1059", catalogue.current("T1059").orElseThrow().id());
    }

    @Test void putsAnIdWithoutTacticUnderItsFirstTactic() {
        ThreatList list = new ThreatList(catalogue);
        list.addId("T1003.001");
        list.addId("T1649");
        assertEquals(1, list.threats().size());
        Threat threat = list.threats().getFirst();
        assertEquals("TA0006", threat.tactic().id());
        assertEquals(List.of("T1003", "T1649"), threat.techniques().stream().map(t -> t.reference().id()).toList());
        assertEquals("LSASS Memory", threat.techniques().getFirst().subtechniques().getFirst().name());
    }

    @Test void keepsAnUnknownIdWithoutInventingAName() {
        ThreatList list = new ThreatList(catalogue);
        list.addId("T9999.001");
        assertEquals(new Threat.Reference("", "", ""), list.threats().getFirst().tactic());
        assertEquals("https://attack.mitre.org/techniques/T9999/001/", list.threats().getFirst().techniques().getFirst().subtechniques().getFirst().url());
    }
}
