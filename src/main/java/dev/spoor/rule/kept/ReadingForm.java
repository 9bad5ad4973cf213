package dev.spoor.rule.kept;

import dev.spoor.query.parse.Query;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleProblem;
import dev.spoor.rule.reader.RuleReading;
import dev.spoor.rule.reader.RuleSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What came of a rule file as bytes. */
final class ReadingForm {
    private static final int KINDS = 4;

    private ReadingForm() {}

    static void write(String path, String text, List<RuleReading> readings, Function<Rule, Optional<Query.Events>> queries, Packer out) throws NotKeptException {
        out.list(readings, reading -> {
            switch (reading) {
                case RuleReading.Read(Rule rule) -> {
                    out.number(0);
                    RuleForm.write(rule, path, text, out);
                    query(queries.apply(rule), out);
                }
                case RuleReading.Problem(RuleProblem problem) -> {
                    out.number(1);
                    out.text(problem.path());
                    out.text(problem.message());
                    out.number(problem.line());
                    out.number(problem.column());
                }
                case RuleReading.NotARule(String other, String why) -> {
                    out.number(2);
                    out.text(other);
                    out.text(why);
                }
                case RuleReading.Joint(RuleSource source, String why) -> {
                    out.number(3);
                    if (!source.path().equals(path) || !source.text().equals(text)) {
                        throw new NotKeptException("a part of a file");
                    }
                    out.text(why);
                }
            }
        });
    }

    /** A query that has no form is left out; its rule is kept. */
    private static void query(Optional<Query.Events> query, Packer out) {
        Packer inner = out.beside();
        boolean packed = query.isPresent();
        if (packed) {
            try {
                ConditionForm.write(query.get(), inner);
            } catch (NotKeptException e) {
                packed = false;
            }
        }
        out.flag(packed);
        if (packed) {
            out.raw(inner.bytes());
        }
    }

    /** @param rules gets each rule with its query */
    static List<RuleReading> read(String path, String text, Unpacker in, BiConsumer<Rule, Optional<Query>> rules) throws DamagedFileException {
        return in.list(() -> switch (in.below(KINDS)) {
            case 0 -> {
                Rule rule = RuleForm.read(path, text, in);
                rules.accept(rule, in.<Query>optional(() -> ConditionForm.read(in)));
                yield new RuleReading.Read(rule);
            }
            case 1 -> new RuleReading.Problem(new RuleProblem(in.text(), in.text(), in.whole(), in.whole()));
            case 2 -> new RuleReading.NotARule(in.text(), in.text());
            default -> new RuleReading.Joint(new RuleSource(path, text), in.text());
        });
    }
}
