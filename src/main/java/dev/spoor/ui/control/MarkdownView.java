package dev.spoor.ui.control;

import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * Markdown (CommonMark with GitHub's tables) as JavaFX nodes, without a browser engine. HTML is shown as the text it is, images as their words, links as
 * {@link LinkView}. A text over 200,000 characters is cut, and says so.
 */
public final class MarkdownView extends VBox {
    private static final int LONGEST = 200_000;
    private static final int LARGEST_TABLE = 2_000;
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).maxOpenBlockParsers(40).maxInlineNesting(40).build();
    private final MarkdownInlines inlines;

    /** Shows a text. */
    public MarkdownView(String markdown, Desktop desktop) {
        super(8);
        inlines = new MarkdownInlines(desktop);
        getStyleClass().add("markdown");
        int end = SafeText.whole(markdown, Math.min(markdown.length(), LONGEST));
        String text = GuideSearch.fenced(markdown.substring(0, end).replace("\0", "‹NUL›"));
        blocks(PARSER.parse(text), this);
        if (end < markdown.length()) {
            getChildren().add(Widgets.wrapped(Messages.text("markdown.cut", LONGEST, markdown.length()), "warning-text"));
        }
    }

    private void blocks(org.commonmark.node.Node parent, VBox into) {
        for (org.commonmark.node.Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            into.getChildren().add(block(node));
        }
    }

    private Node block(org.commonmark.node.Node node) {
        return switch (node) {
            case Heading heading -> styled(inlines.flow(heading), "heading-" + Math.min(heading.getLevel(), 4));
            case BulletList list -> list(list, -1);
            case OrderedList list -> list(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
            case FencedCodeBlock code when GuideSearch.INFO.equals(code.getInfo()) -> GuideSearch.view(code.getLiteral());
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            case HtmlBlock html -> code(html.getLiteral());
            case BlockQuote quote -> quote(quote);
            case ThematicBreak line -> styled(new Region(), "rule-line");
            case TableBlock table -> table(table);
            default -> styled(inlines.flow(node), "paragraph");
        };
    }

    private static <T extends Node> T styled(T node, String styleClass) {
        node.getStyleClass().add(styleClass);
        return node;
    }

    private VBox list(org.commonmark.node.Node list, int start) {
        VBox box = styled(new VBox(4), "markdown-list");
        int number = start;
        for (org.commonmark.node.Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Label marker = Widgets.label(start < 0 ? "•" : number + ".", "list-marker");
            marker.setMinWidth(start < 0 ? 16 : 24);
            VBox content = new VBox(4);
            blocks(item, content);
            HBox.setHgrow(content, Priority.ALWAYS);
            box.getChildren().add(new HBox(marker, content));
            number++;
        }
        return box;
    }

    private static Node code(String literal) {
        String text = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
        if (text.length() > 20_000) {
            TextLines lines = new TextLines(text);
            lines.setPrefHeight(320);
            return lines;
        }
        Label block = styled(Widgets.wrapped(SafeText.block(text), "code"), "code-block");
        block.setMaxWidth(Double.MAX_VALUE);
        return block;
    }

    private VBox quote(BlockQuote quote) {
        VBox box = styled(new VBox(4), "quote");
        blocks(quote, box);
        return box;
    }

    private Node table(TableBlock table) {
        GridPane grid = styled(new GridPane(), "markdown-table");
        int row = 0;
        for (org.commonmark.node.Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (org.commonmark.node.Node line = part.getFirstChild(); line != null && row < LARGEST_TABLE; line = line.getNext()) {
                if (line instanceof TableRow && (part instanceof TableHead || part instanceof TableBody)) {
                    cells(grid, line, row++, part instanceof TableHead);
                }
            }
        }
        for (int i = 0; i < grid.getColumnCount(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / grid.getColumnCount());
            grid.getColumnConstraints().add(column);
        }
        return row < LARGEST_TABLE ? grid
                : new VBox(grid, Widgets.wrapped(Messages.text("markdown.tableCut", LARGEST_TABLE), "warning-text"));
    }

    private void cells(GridPane grid, org.commonmark.node.Node line, int row, boolean head) {
        int column = 0;
        for (org.commonmark.node.Node cell = line.getFirstChild(); cell != null; cell = cell.getNext()) {
            TextFlow flow = styled(inlines.flow(cell), head ? "table-head" : "table-cell-text");
            GridPane.setValignment(flow, VPos.TOP);
            grid.add(flow, column++, row);
        }
        if (column == 0) {
            grid.add(Widgets.label(Formats.NONE), 0, row);
        }
    }
}
