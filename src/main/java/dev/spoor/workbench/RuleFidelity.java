package dev.spoor.workbench;

import dev.spoor.detect.RuleCompilation;
import dev.spoor.detect.RuleCompiler;
import dev.spoor.ecs.DatasetTypes;
import dev.spoor.ecs.EcsCatalogue;
import dev.spoor.query.parse.KeptQueries;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Rule;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells without a case how far rules can be run. Immutable and thread-safe. */
public final class RuleFidelity {
    private final RuleCompiler compiler;
    private final DatasetTypes types = new DatasetTypes(EcsCatalogue.shipped(), Optional.empty(), Map.of());

    /** Knows no compiled query. */
    public RuleFidelity() {
        this(new KeptQueries());
    }

    /** @param queries those that were compiled before; gets those that are compiled */
    public RuleFidelity(KeptQueries queries) {
        compiler = new RuleCompiler(Workbench.languages(queries));
    }

    /** Compiles a rule and says what came of it. */
    public Fidelity of(Rule rule) {
        QueryContext context = new QueryContext(types, Set.of(), Instant.EPOCH, ZoneOffset.UTC, QueryContext.Purpose.RULE, rule.macros());
        return switch (compiler.compile(rule, context, List.of())) {
            case RuleCompilation.Runnable(var compiled) -> compiled.fidelity();
            case RuleCompilation.Refused(Fidelity fidelity) -> fidelity;
        };
    }
}
