package dev.spoor.report;

import dev.spoor.coverage.CoverageSentences;
import dev.spoor.coverage.SourceCoverage;
import dev.spoor.event.Time;
import dev.spoor.triage.Reason;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.utility.DeepUnwrap;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;

/**
 * The report as one self-contained page: no script, nothing fetched, every value escaped by the template engine, control characters and direction
 * marks made visible.
 */
final class HtmlReport {
    private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);

    HtmlReport() {
        templates.setClassForTemplateLoading(HtmlReport.class, "/dev/spoor/report");
        templates.setDefaultEncoding("UTF-8");
        templates.setOutputEncoding("UTF-8");
        templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
        templates.setLocale(Locale.ROOT);
        templates.setTimeZone(TimeZone.getTimeZone("UTC"));
        templates.setNumberFormat("computer");
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
        DefaultObjectWrapperBuilder wrapper = new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34);
        templates.setObjectWrapper(wrapper.build());
    }

    String render(CaseSnapshot snapshot, ReportOptions options) throws ReportException {
        ReportModel report = new ReportModel(snapshot, options);
        Map<String, Object> model = new HashMap<>();
        model.put("snapshot", snapshot);
        model.put("alerts", report.alerts());
        model.put("leftOut", report.leftOut());
        model.put("sections", options.sections().stream().map(ReportSection::word).toList());
        model.put("limits", report.limits());
        model.put("completeness", report.completeness());
        model.put("decisions", report.decisions());
        model.put("attack", report.attack());
        model.put("falsePositives", report.closed(Reason.FALSE_POSITIVE));
        model.put("time", (TemplateMethodModelEx) arguments -> time(arguments));
        model.put("safe", (TemplateMethodModelEx) arguments -> VisibleText.of(arguments.getFirst().toString()));
        model.put("text", (TemplateMethodModelEx) arguments -> text(DeepUnwrap.permissiveUnwrap((TemplateModel) arguments.getFirst())));
        model.put("words", (TemplateMethodModelEx) arguments -> arguments.getFirst().toString().replace('_', ' '));
        model.put("coverage", (TemplateMethodModelEx) arguments -> CoverageSentences.of((SourceCoverage) DeepUnwrap.unwrap((TemplateModel) arguments.getFirst())));
        model.put("hosts", (TemplateMethodModelEx) arguments -> CoverageSentences.hosts((SourceCoverage) DeepUnwrap.unwrap((TemplateModel) arguments.getFirst())));
        StringWriter out = new StringWriter();
        try {
            templates.getTemplate("report.ftlh").process(model, out);
        } catch (TemplateException | IOException e) {
            throw new ReportException("The report could not be written as a page: " + e.getMessage(), e);
        }
        return out.toString();
    }

    /** A cell of a row: text, a number, a boolean or a list of these. */
    private static String text(Object cell) {
        return switch (cell) {
            case null -> "–";
            case Collection<?> list -> list.stream().map(HtmlReport::text).collect(Collectors.joining(", "));
            default -> VisibleText.of(cell.toString());
        };
    }

    private static String time(List<?> arguments) {
        long ticks = Long.parseLong(arguments.getFirst().toString());
        return ticks == Time.NONE ? "–" : Time.iso(ticks).replace("T", " ").replaceFirst("(\\.\\d{3})\\d{6}Z$", "$1 UTC");
    }
}
