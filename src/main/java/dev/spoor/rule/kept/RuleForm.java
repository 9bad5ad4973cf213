package dev.spoor.rule.kept;

import dev.spoor.attack.Threat;
import dev.spoor.rule.GuideSection;
import dev.spoor.rule.Labelled;
import dev.spoor.rule.RiskBasedAlerting;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.Schedule;
import dev.spoor.rule.Severity;
import java.util.Locale;

/** A rule as bytes, without the text of its file. */
final class RuleForm {
    private RuleForm() {}

    /**
     * @param path of the rule's file
     * @param text of the rule's file, which is not kept
     * @throws NotKeptException if what the rule says depends on tables beside its file
     */
    static void write(Rule rule, String path, String text, Packer out) throws NotKeptException {
        if (rule.origin() == RuleOrigin.SPLUNK && (asksTables(rule.query()) || rule.macros().values().stream().anyMatch(RuleForm::asksTables))) {
            throw new NotKeptException("tables");
        }
        out.text(rule.id());
        out.flag(rule.idDerived());
        out.text(rule.name());
        out.choice(rule.origin());
        out.text(rule.format());
        other(rule.path(), path, out);
        other(rule.text(), text, out);
        out.text(rule.type());
        out.text(rule.language());
        out.text(rule.query());
        out.text(rule.version());
        out.text(rule.description());
        out.choice(rule.severity());
        out.flag(rule.severityDerived());
        out.optional(rule.risk());
        out.texts(rule.indices());
        schedule(rule.schedule(), out);
        out.list(rule.threats(), threat -> threat(threat, out));
        out.texts(rule.tags());
        out.texts(rule.authors());
        out.optional(rule.license(), out::text);
        out.texts(rule.references());
        out.texts(rule.falsePositives());
        out.list(rule.guide(), section -> {
            out.text(section.title());
            out.text(section.markdown());
        });
        out.optional(rule.riskBasedAlerting(), one -> risk(one, out));
        out.list(rule.labels(), label -> {
            out.text(label.label());
            out.texts(label.values());
        });
        out.map(rule.macros());
        out.flag(rule.deprecated());
        SettingsForm.write(rule.settings(), out);
    }

    static Rule read(String path, String text, Unpacker in) throws DamagedFileException {
        return new Rule(in.text(), in.flag(), in.text(), in.choice(RuleOrigin.values()), in.text(), other(path, in), other(text, in), in.text(), in.text(), in.text(), in.text(),
                in.text(), in.choice(Severity.values()), in.flag(), in.optionalNumber(), in.texts(), schedule(in), in.list(() -> threat(in)), in.texts(), in.texts(),
                in.optional(in::text), in.texts(), in.texts(), in.list(() -> new GuideSection(in.text(), in.text())), in.optional(() -> risk(in)),
                in.list(() -> new Labelled(in.text(), in.texts())), in.map(), in.flag(), SettingsForm.read(in));
    }

    private static boolean asksTables(String search) {
        return search.toLowerCase(Locale.ROOT).contains("lookup");
    }

    /** A text that usually is a known one. */
    private static void other(String text, String known, Packer out) throws NotKeptException {
        boolean other = !text.equals(known);
        out.flag(other);
        if (other) {
            out.text(text);
        }
    }

    private static String other(String known, Unpacker in) throws DamagedFileException {
        return in.flag() ? in.text() : known;
    }

    private static void schedule(Schedule schedule, Packer out) throws NotKeptException {
        out.flag(!schedule.equals(Schedule.NONE));
        if (!schedule.equals(Schedule.NONE)) {
            out.optional(schedule.interval(), out::text);
            out.optional(schedule.from(), out::text);
            out.optional(schedule.to(), out::text);
            out.optional(schedule.maxSignals());
        }
    }

    private static Schedule schedule(Unpacker in) throws DamagedFileException {
        return in.flag() ? new Schedule(in.optional(in::text), in.optional(in::text), in.optional(in::text), in.optionalNumber()) : Schedule.NONE;
    }

    private static void threat(Threat threat, Packer out) throws NotKeptException {
        reference(threat.tactic(), out);
        out.list(threat.techniques(), technique -> {
            reference(technique.reference(), out);
            out.list(technique.subtechniques(), one -> reference(one, out));
        });
    }

    private static Threat threat(Unpacker in) throws DamagedFileException {
        return new Threat(reference(in), in.list(() -> new Threat.Technique(reference(in), in.list(() -> reference(in)))));
    }

    private static void reference(Threat.Reference reference, Packer out) throws NotKeptException {
        out.text(reference.id());
        out.text(reference.name());
        out.text(reference.url());
    }

    private static Threat.Reference reference(Unpacker in) throws DamagedFileException {
        return new Threat.Reference(in.text(), in.text(), in.text());
    }

    private static void risk(RiskBasedAlerting risk, Packer out) throws NotKeptException {
        out.optional(risk.score());
        out.optional(risk.impact());
        out.optional(risk.confidence());
        out.text(risk.message());
        out.texts(risk.objects());
        out.texts(risk.problems());
    }

    private static RiskBasedAlerting risk(Unpacker in) throws DamagedFileException {
        return new RiskBasedAlerting(in.optionalNumber(), in.optionalNumber(), in.optionalNumber(), in.text(), in.texts(), in.texts());
    }
}
