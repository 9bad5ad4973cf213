package dev.spoor.query.spl;

import dev.spoor.query.expr.Scalar;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Measure;
import dev.spoor.query.pipeline.Stage;
import dev.spoor.query.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns {@code bin} into stages: the time is rounded down, another number becomes the text {@code low-high}. Without a width the data choose it. */
final class BinLowering {
    private static final Pattern MONTHS = Pattern.compile("([0-9]{0,4})(mon|month|months|q|qtr|qtrs|quarter|quarters|y|yr|yrs|year|years)");
    /** Spans that begin at midnight, whatever {@code aligntime} says. */
    private static final Pattern DAYS = Pattern.compile("[0-9]*(?:d|day|days|w|week|weeks)");
    private static final String LOW = "\u0000low";
    private static final String HIGH = "\u0000high";
    private static final String WIDTH = "\u0000width";
    private final PipelineBuilder outer;
    private final Scope scope;

    BinLowering(PipelineBuilder outer) {
        this.outer = outer;
        this.scope = outer.scope();
    }

    void lower(Command.Bin bin) throws SplProblem {
        String column = bin.alias().orElse(bin.field()).text();
        boolean time = bin.field().text().equals(Scope.TIME);
        Scalar value = scope.value(bin.field().text());
        if (bin.span().isEmpty()) {
            chosen(bin, time, value);
            outer.set(column, call(time ? "spl.bin" : "spl.bin_range", value, EvalLowering.column(WIDTH)));
            outer.stages().add(new Stage.Drop(List.of(LOW, HIGH, WIDTH)));
            return;
        }
        String span = SplScanner.lower(bin.span().get());
        Matcher months = MONTHS.matcher(span);
        if (months.matches()) {
            long count = months.group(1).isEmpty() ? 1 : Long.parseLong(months.group(1));
            long each = months.group(2).startsWith("m") ? 1 : months.group(2).startsWith("q") ? 3 : 12;
            outer.set(column, call("spl.bin_months", value, EvalLowering.literal(count * each), EvalLowering.literal(scope.context().zone().getId())));
            return;
        }
        if (time && bin.begin() > 0 && !DAYS.matcher(span).matches()) {
            Scalar begin = EvalLowering.literal(bin.begin());
            Scalar low = call("spl.bin", call("spl.subtract", value, begin), EvalLowering.literal(TimeSpan.seconds(span, bin.field().span().start())));
            outer.set(column, call("spl.add", low, begin));
            return;
        }
        double width = TimeSpan.seconds(span, bin.field().span().start());
        outer.set(column, call(time || Character.isLetter(span.charAt(span.length() - 1)) ? "spl.bin" : "spl.bin_range", value, EvalLowering.literal(width)));
    }

    private void chosen(Command.Bin bin, boolean time, Scalar value) throws SplProblem {
        scope.note("bin without span chooses its width from the data: a power of ten, or a usual length of time");
        outer.stages().add(new Stage.Accumulate(List.of(new Measure("spl.min", Optional.of(value), List.of(), LOW), new Measure("spl.max", Optional.of(value), List.of(), HIGH)),
                List.of(), false, 0, true));
        double least = bin.least().isPresent() ? TimeSpan.seconds(bin.least().get(), bin.field().span().start()) : 0;
        Scalar width = call("spl.bin_width", EvalLowering.column(LOW), EvalLowering.column(HIGH), EvalLowering.literal(bin.most()), EvalLowering.literal(least),
                EvalLowering.literal(time));
        outer.stages().add(new Stage.Extend(List.of(new Assignment(WIDTH, width))));
    }

    private static Scalar call(String function, Scalar... arguments) {
        return new Scalar.Call(function, List.of(arguments), Span.NONE);
    }
}
