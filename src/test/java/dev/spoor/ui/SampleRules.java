package dev.spoor.ui;

import dev.spoor.attack.Threat;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.GuideSection;
import dev.spoor.rule.Labelled;
import dev.spoor.rule.RiskBasedAlerting;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.Schedule;
import dev.spoor.rule.Severity;
import dev.spoor.workbench.RuleState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Invented rules for the tests of the window. */
final class SampleRules {
    static final String CREDENTIAL_GUIDE = """
            Certification authorities are worth more than any single account: whoever holds database and key can issue certificates for anybody.

            ### Triage

            1. Find out **which account** ran the backup, and *from which host*.
               - Look for the logon before it: `event.code: 4624` with logon type 3 or 10.
               - Compare with changes and backup jobs.
            2. Look for copies in `C:\\Users\\Public` and on shares.
            3. Look for certificates requested afterwards.

            !{investigate{"label":"Logons of this account","description":"All logons of the account in the hour before.","providers":[[{"field":"user.name","value":"{{user.name}}"}]]}}

            > A backup by the scheduled job runs at 02:00 and writes to `E:\\backup` only.

            | Event | Log | Says |
            |---|---|---|
            | 4876 | Security | the backup began |
            | 4877 | Security | the backup ended |
            | 1 | Sysmon | the process with its command line |

            ```
            certutil -backupDB C:\\backup
            certutil -backupKey C:\\backup
            ```

            More in [the technique's page](https://attack.mitre.org/techniques/T1649/), and not in [this one](javascript:alert(1)) or
            [that one](https://known.example@other.example/). <b>HTML stays text.</b>
            """;

    private SampleRules() {}

    static RuleState adcs() {
        String query = """
                sequence by host.id, user.id with maxspan=2m
                  [process where process.name : "certutil.exe" and process.command_line : "*-backup*"]
                  [any where event.code == "4876"]""";
        return state(rule("a1c7c7f0-1111-4c1e-9a51-0a8f00000001", "Active Directory certificate store backed up", RuleOrigin.ELASTIC, "eql", "eql", query,
                Severity.HIGH, 73, "The certificate database of a certification authority was backed up with a command-line tool. Whoever holds database and key "
                        + "can issue certificates for any account.",
                List.of(threat("TA0006", "Credential Access", "T1649",
                        "Steal or Forge Authentication Certificates")),
                CREDENTIAL_GUIDE), Fidelity.EXACT, true, 2);
    }

    static RuleState kerberos() {
        String query = "`wineventlog_security` EventCode=4769 TicketEncryptionType=0x17 ServiceName!=\"*$\" | stats count min(_time) as firstTime by TargetUserName ServiceName "
                + "dest | `kerberos_service_ticket_request_using_rc4_encryption_filter`";
        return state(rule("7d90f334-2222-4f55-8cde-0a8f00000002", "Kerberos service ticket requested with RC4", RuleOrigin.SPLUNK, "TTP", "spl", query,
                Severity.MEDIUM, 64,
                "A service ticket was asked for with the weak cipher RC4, which lets its password be guessed offline; for **krbtgt** it may be a forged ticket.",
                List.of(new Threat(new Threat.Reference("TA0006", "Credential Access", "https://attack.mitre.org/tactics/TA0006/"), List.of(new Threat.Technique(
                        new Threat.Reference("T1558", "Steal or Forge Kerberos Tickets", "https://attack.mitre.org/techniques/T1558/"), List.of(
                                new Threat.Reference("T1558.001", "Golden Ticket", "https://attack.mitre.org/techniques/T1558/001/"),
                                new Threat.Reference("T1558.003", "Kerberoasting", "https://attack.mitre.org/techniques/T1558/003/")))))),
                "Check whether the account still allows RC4 (`msDS-SupportedEncryptionTypes`). Old appliances do."),
                new Fidelity(Fidelity.Status.APPROXIMATE, List.of("stats: the lookup asset_index is not in the case, its fields are unknown")), true, 22);
    }

    static RuleState kcc() {
        String query = "event.code: \"4662\" and winlog.event_data.Properties: (*1131f6ad-9c07-11d1-f79f-00c04fc2dcd2* or *1131f6aa-9c07-11d1-f79f-00c04fc2dcd2*) and not "
                + "winlog.event_data.SubjectUserName: *$";
        return state(rule("0d3f9f10-3333-4b0a-a3b1-0a8f00000003", "Directory replication by a non-controller", RuleOrigin.ELASTIC, "query", "kql", query,
                Severity.CRITICAL, 91, "An account that is no domain controller asked the directory (topology checks of the KCC aside) to replicate secrets.",
                List.of(threat("TA0006", "Credential Access", "T1003", "OS Credential Dumping")),
                "Domain controllers replicate all the time. An account whose name ends in `$` is a machine."), Fidelity.EXACT, true, 6);
    }

    static List<RuleState> all() {
        List<RuleState> all = new ArrayList<>(List.of(adcs(), kerberos(), kcc()));
        all.add(simple(4, "LSASS memory read by unsigned process", RuleOrigin.SIGMA, "sigma", Severity.CRITICAL, Fidelity.EXACT, 3));
        all.add(simple(5, "Backup catalogue and shadows deleted", RuleOrigin.SIGMA, "sigma", Severity.CRITICAL, Fidelity.EXACT, 1));
        all.add(simple(6, "Certificate with foreign subject name", RuleOrigin.ELASTIC, "esql", Severity.HIGH,
                new Fidelity(Fidelity.Status.APPROXIMATE, List.of("other sensor: written for Elastic Defend, run on Sysmon")), 4));
        all.add(simple(7, "Encoded PowerShell command line", RuleOrigin.ELASTIC, "kql", Severity.HIGH, Fidelity.EXACT, 11));
        all.add(simple(8, "Remote service installed over network", RuleOrigin.SIGMA, "sigma", Severity.HIGH, Fidelity.EXACT, 5));
        all.add(simple(9, "First remote logon of an admin account", RuleOrigin.ELASTIC, "kql", Severity.HIGH, Fidelity.EXACT, 1));
        all.add(simple(10, "Rare parent of a signed system binary", RuleOrigin.ELASTIC, "", Severity.HIGH,
                new Fidelity(Fidelity.Status.NOT_RUNNABLE, List.of("machine learning: the job rare_process_by_host has no offline model")), 0));
        all.add(simple(11, "Account discovery with built-in tools", RuleOrigin.SPLUNK, "spl", Severity.MEDIUM, Fidelity.EXACT, 41));
        all.add(simple(12, "Archive created in a user-writable folder", RuleOrigin.ELASTIC, "eql", Severity.MEDIUM, Fidelity.EXACT, 2));
        all.add(simple(13, "Security log channel size reduced", RuleOrigin.SIGMA, "sigma", Severity.MEDIUM, Fidelity.EXACT, 3));
        all.add(simple(14, "Script block with a download cradle", RuleOrigin.SIGMA, "sigma", Severity.MEDIUM, Fidelity.EXACT, 21));
        all.add(simple(15, "Service account logs on interactively", RuleOrigin.SPLUNK, "spl", Severity.MEDIUM,
                new Fidelity(Fidelity.Status.INVALID, List.of("1:34: a closing bracket is missing")), 0));
        all.add(simple(16, "Signed binary proxy execution (rundll32)", RuleOrigin.SIGMA, "sigma", Severity.LOW, Fidelity.EXACT, 86));
        all.add(simple(17, "Service stopped outside maintenance", RuleOrigin.SPLUNK, "spl", Severity.LOW, Fidelity.EXACT, 63));
        all.add(simple(18, "New scheduled task", RuleOrigin.ELASTIC, "lucene", Severity.INFORMATIONAL, Fidelity.EXACT, 9));
        return List.copyOf(all);
    }

    private static RuleState simple(int number, String name, RuleOrigin origin, String language, Severity severity, Fidelity fidelity, long alerts) {
        String query = switch (language) {
            case "" -> "";
            case "sigma" -> "detection:\n  selection:\n    EventID: 1\n    Image|endswith: '\\rundll32.exe'\n  condition: selection";
            case "spl" -> "search index=wineventlog EventCode=4688 | stats count by dest user";
            case "esql" -> "FROM logs-* | WHERE event.code == \"4887\" | STATS n = COUNT(*) BY user.name";
            default -> "process.name: \"powershell.exe\" and process.command_line: *-enc*";
        };
        return state(rule("5e0c7c11-0000-4000-8000-%012d".formatted(number), name, origin, language.isEmpty() ? "machine_learning" : "query", language, query, severity,
                21 * (severity.ordinal() + 1) - 10, name + ". An invented rule.", List.of(threat("TA0002", "Execution", "T1059", "Command and Scripting Interpreter")),
                "Look at the parent."),
                fidelity, fidelity.runnable(), alerts);
    }

    private static Threat threat(String tacticId, String tactic, String id, String name) {
        return new Threat(new Threat.Reference(tacticId, tactic, "https://attack.mitre.org/tactics/" + tacticId + "/"),
                List.of(new Threat.Technique(new Threat.Reference(id, name, "https://attack.mitre.org/techniques/" + id + "/"), List.of())));
    }

    private static RuleState state(Rule rule, Fidelity fidelity, boolean ran, long alerts) {
        return new RuleState(rule, fidelity, ran, alerts);
    }

    private static Rule rule(String id, String name, RuleOrigin origin, String type, String language, String query, Severity severity, int risk, String description,
            List<Threat> threats, String guide) {
        List<Labelled> labels = List.of(new Labelled("name", List.of(name)), new Labelled("rule_id", List.of(id)), new Labelled("risk_score", List.of("" + risk)),
                new Labelled("max_signals", List.of("100")), new Labelled("investigation_fields", List.of("process.command_line", "winlog.event_data.BackupType")),
                new Labelled("timestamp_override", List.of("event.ingested")), new Labelled("maturity", List.of("production")), new Labelled("building_block", List.of()));
        Optional<RiskBasedAlerting> rba = origin == RuleOrigin.SPLUNK ? Optional.of(new RiskBasedAlerting(OptionalInt.of(risk), OptionalInt.of(80), OptionalInt.of(80),
                "User $TargetUserName$ asked for a weak ticket on $dest$", List.of("dest (risk object, system)", "TargetUserName (risk object, user)"), List.of()))
                : Optional.empty();
        return new Rule(id, false, name, origin, "toml", "rules/" + name.toLowerCase(Locale.ROOT).replace(' ', '_') + ".toml", "name = \"" + name + "\"\n" + query + "\n",
                type, language, query, "4", description, severity, false, OptionalInt.of(risk), origin == RuleOrigin.ELASTIC ? List.of("winlogbeat-*", "logs-system.*") : List.of(),
                new Schedule(Optional.of("5m"), Optional.of("now-9m"), Optional.empty(), OptionalInt.of(100)), threats,
                List.of("Domain: Endpoint", "OS: Windows", "Use Case: Threat Detection"), List.of("Northwind Fabrication"), Optional.of("Apache-2.0"),
                List.of("https://attack.mitre.org/techniques/T1649/", "file:///etc/passwd"), List.of("Backups by the scheduled job of the PKI team."),
                List.of(new GuideSection("Investigation guide", guide), new GuideSection("Setup", "Audit *Certification Services* has to be on.")), rba, labels,
                origin == RuleOrigin.SPLUNK ? Map.of("wineventlog_security", "eventtype=wineventlog_security") : Map.of(), false);
    }
}
