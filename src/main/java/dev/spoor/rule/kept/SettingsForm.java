package dev.spoor.rule.kept;

import dev.spoor.rule.Finish;
import dev.spoor.rule.RuleSettings;
import dev.spoor.rule.Severity;
import java.util.Map;

/** What a rule sets beside its query, as bytes. Tables to look values up in are not kept. */
final class SettingsForm {
    private static final int KINDS = 5;

    private SettingsForm() {}

    static void write(RuleSettings settings, Packer out) throws NotKeptException {
        if (!settings.lookups().isEmpty()) {
            throw new NotKeptException("tables");
        }
        out.flag(!settings.equals(RuleSettings.NONE));
        if (settings.equals(RuleSettings.NONE)) {
            return;
        }
        finish(settings.finish(), out);
        out.texts(settings.filters());
        out.optional(settings.suppression(), one -> {
            out.texts(one.groupBy());
            out.optional(one.duration(), out::text);
            out.flag(one.keepMissing());
        });
        out.optional(settings.timestampField(), out::text);
        out.optional(settings.timestampOverride(), out::text);
        out.optional(settings.categoryField(), out::text);
        out.optional(settings.tiebreakerField(), out::text);
        out.optional(settings.nameOverride(), out::text);
        out.texts(settings.highlighted());
        out.flag(settings.buildingBlock());
        out.texts(settings.exceptionLists());
        out.flag(settings.overrideRequired());
        out.list(settings.severities(), one -> {
            out.text(one.field());
            out.text(one.value());
            out.choice(one.severity());
        });
        out.texts(settings.riskFields());
        out.texts(settings.own().lists());
        out.texts(settings.own().items());
    }

    static RuleSettings read(Unpacker in) throws DamagedFileException {
        if (!in.flag()) {
            return RuleSettings.NONE;
        }
        return new RuleSettings(finish(in), in.texts(), in.optional(() -> new Finish.Suppression(in.texts(), in.optional(in::text), in.flag())), in.optional(in::text),
                in.optional(in::text), in.optional(in::text), in.optional(in::text), in.optional(in::text), in.texts(), in.flag(), in.texts(), in.flag(),
                in.list(() -> new RuleSettings.SeverityValue(in.text(), in.text(), in.choice(Severity.values()))), in.texts(),
                new RuleSettings.OwnExceptions(in.texts(), in.texts()), Map.of());
    }

    private static void finish(Finish finish, Packer out) throws NotKeptException {
        switch (finish) {
            case Finish.None _ -> out.number(0);
            case Finish.Threshold threshold -> {
                out.number(1);
                out.texts(threshold.fields());
                out.number(threshold.value());
                out.list(threshold.cardinality(), one -> {
                    out.text(one.field());
                    out.number(one.value());
                });
            }
            case Finish.NewTerms terms -> {
                out.number(2);
                out.texts(terms.fields());
                out.text(terms.historyStart());
            }
            case Finish.IndicatorMatch match -> {
                out.number(3);
                out.texts(match.indices());
                out.text(match.query());
                out.text(match.language());
                out.texts(match.filters());
                out.text(match.indicatorPath());
                out.list(match.mappings(), pairs -> out.list(pairs, pair -> {
                    out.text(pair.field());
                    out.text(pair.indicatorField());
                    out.flag(pair.negated());
                }));
            }
            case Finish.MachineLearning learning -> {
                out.number(4);
                out.texts(learning.jobs());
                out.optional(learning.anomalyThreshold());
            }
        }
    }

    private static Finish finish(Unpacker in) throws DamagedFileException {
        return switch (in.below(KINDS)) {
            case 0 -> new Finish.None();
            case 1 -> new Finish.Threshold(in.texts(), in.number(), in.list(() -> new Finish.Cardinality(in.text(), in.number())));
            case 2 -> new Finish.NewTerms(in.texts(), in.text());
            case 3 -> new Finish.IndicatorMatch(in.texts(), in.text(), in.text(), in.texts(), in.text(),
                    in.list(() -> in.list(() -> new Finish.Pair(in.text(), in.text(), in.flag()))));
            default -> new Finish.MachineLearning(in.texts(), in.optionalNumber());
        };
    }
}
