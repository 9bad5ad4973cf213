package dev.spoor.query.spl;

import dev.spoor.query.expr.Scalar;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Stage;
import java.util.ArrayList;
import java.util.List;

/** Turns {@code convert} into assignments. */
final class ConvertLowering {
    private final Scope scope;

    ConvertLowering(Scope scope) {
        this.scope = scope;
    }

    Stage lower(Command.Convert convert) throws SplProblem {
        List<Assignment> assignments = new ArrayList<>();
        for (Command.Conversion conversion : convert.conversions()) {
            Scalar value = scope.value(conversion.field().text());
            Scalar format = EvalLowering.literal(convert.timeFormat());
            Scalar zone = EvalLowering.literal(scope.context().zone().getId());
            Scalar result = switch (conversion.function()) {
                case "ctime" -> new Scalar.Call("spl.ctime", List.of(value, format, zone), conversion.field().span());
                case "mktime" -> new Scalar.Call("spl.strptime", List.of(value, format, zone), conversion.field().span());
                case "num" -> new Scalar.Call("spl.tonumber", List.of(value), conversion.field().span());
                case "auto" -> new Scalar.Call("spl.coalesce", List.of(new Scalar.Call("spl.tonumber", List.of(value), conversion.field().span()), value),
                        conversion.field().span());
                case "dur2sec", "memk", "mstime", "rmcomma", "rmunit" -> new Scalar.Call("spl." + conversion.function(), List.of(value), conversion.field().span());
                case "none" -> value;
                default -> throw SplProblem.unsupported(conversion.field().span().start(), "the function " + conversion.function() + " of convert is not there yet");
            };
            String column = conversion.alias().orElse(conversion.field()).text();
            assignments.add(new Assignment(column, result));
            scope.set(column);
        }
        return new Stage.Extend(assignments);
    }
}
