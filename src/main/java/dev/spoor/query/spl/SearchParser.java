package dev.spoor.query.spl;

import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what stands behind {@code search}. OR binds tighter than AND, which may be left out; the words AND, OR and NOT are in capitals.
 * <pre>
 * all     = { either ["AND"] }           either = not { "OR" not }           not = "NOT" not | primary
 * primary = "(" all ")" | "[" ... "]" | field ("=" | "==" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "::") value | field "IN" "(" value { "," value } ")"
 *         | "TERM(" word ")" | "CASE(" word ")" | word | text
 * </pre>
 */
final class SearchParser {
    private static final int MAX_DEPTH = 200;
    private static final String WORD_STOPS = "()[]\",|";
    private static final String NAME_STOPS = WORD_STOPS + "=<>!";
    private final SplScanner in;
    private int depth;

    SearchParser(SplScanner in) {
        this.in = in;
    }

    /** The terms up to the end of the scanner's stretch. */
    SearchNode search() throws SplProblem {
        SearchNode node = all();
        if (!in.atEnd()) {
            throw in.unexpected("a search term");
        }
        return node;
    }

    /** The terms up to a closing parenthesis, which is taken. */
    SearchNode enclosed() throws SplProblem {
        SearchNode node = all();
        in.expect(")", "to close the parenthesis");
        return node;
    }

    private SearchNode all() throws SplProblem {
        if (++depth > MAX_DEPTH) {
            throw SplProblem.limit(in.position(), "the search is nested deeper than " + MAX_DEPTH);
        }
        List<SearchNode> terms = new ArrayList<>();
        while (!in.atEnd() && in.peek() != ')') {
            if (!terms.isEmpty()) {
                operator("AND");
            }
            terms.add(either());
        }
        depth--;
        return terms.size() == 1 ? terms.getFirst() : new SearchNode.And(terms);
    }

    private SearchNode either() throws SplProblem {
        List<SearchNode> terms = new ArrayList<>(List.of(not()));
        while (operator("OR")) {
            terms.add(not());
        }
        return terms.size() == 1 ? terms.getFirst() : new SearchNode.Or(terms);
    }

    private SearchNode not() throws SplProblem {
        int count = 0;
        while (operator("NOT")) {
            count++;
        }
        SearchNode node = primary();
        return count % 2 == 0 ? node : new SearchNode.Not(node);
    }

    /** Takes one of the words AND, OR, NOT, in capitals. */
    private boolean operator(String word) {
        in.skipBlanks();
        int begin = in.position();
        if (in.bare(NAME_STOPS).equals(word) && in.peek() != '=' && in.peek() != '!') {
            return true;
        }
        in.moveTo(begin);
        return false;
    }

    private SearchNode primary() throws SplProblem {
        in.skipBlanks();
        int begin = in.position();
        if (in.peek() == '(') {
            in.advance();
            SearchNode inner = all();
            in.expect(")", "to close the parenthesis");
            return inner;
        }
        if (in.peek() == '[') {
            return subsearch(begin);
        }
        if (in.peek() == '"') {
            String text = in.quoted();
            return comparisonOrTerm(text, begin);
        }
        int wordEnd = wordEnd(begin);
        String name = in.bare(NAME_STOPS);
        if (name.equals("AND") || name.equals("OR")) {
            in.moveTo(begin);
            throw in.unexpected("a search term");
        }
        if ((name.equals("TERM") || name.equals("CASE")) && in.peek() == '(') {
            return wrapped(begin, name.equals("CASE"));
        }
        int colons = name.indexOf("::");
        if (colons > 0 && colons + 2 < name.length()) {
            return new SearchNode.Compare(name.substring(0, colons), "=", name.substring(colons + 2), new Span(begin, in.position()));
        }
        if (name.isEmpty()) {
            throw in.unexpected("a search term");
        }
        SearchNode node = comparisonOrTerm(name, begin);
        if (node instanceof SearchNode.Term) {
            in.moveTo(Math.max(in.position(), wordEnd));
            return new SearchNode.Term(in.text(begin, in.position()), false, new Span(begin, in.position()));
        }
        return node;
    }

    private int wordEnd(int begin) {
        in.bare(WORD_STOPS);
        int end = in.position();
        in.moveTo(begin);
        return end;
    }

    private SearchNode comparisonOrTerm(String name, int begin) throws SplProblem {
        int end = in.position();
        for (String operator : List.of("==", "!=", "<=", ">=", "=", "<", ">")) {
            if (in.accept(operator)) {
                String value = value();
                return new SearchNode.Compare(name, operator.equals("==") ? "=" : operator, value, new Span(begin, in.position()));
            }
        }
        if (operator("IN") && in.accept("(")) {
            return new SearchNode.In(name, values(), new Span(begin, in.position()));
        }
        in.moveTo(end);
        return new SearchNode.Term(name, false, new Span(begin, end));
    }

    private List<String> values() throws SplProblem {
        List<String> values = new ArrayList<>();
        while (!in.accept(")")) {
            if (!in.accept(",")) {
                values.add(value());
            } else if (in.atEnd()) {
                throw in.unexpected("a value");
            }
        }
        if (values.isEmpty()) {
            throw SplProblem.syntax(in.position() - 1, "the list of IN is empty");
        }
        return values;
    }

    private String value() throws SplProblem {
        in.skipBlanks();
        if (in.peek() == '"') {
            return in.quoted();
        }
        int begin = in.position();
        String word = in.bare(WORD_STOPS);
        if (word.isEmpty()) {
            in.moveTo(begin);
            throw in.unexpected("a value to compare with");
        }
        return Quotes.content(word);
    }

    private SearchNode wrapped(int begin, boolean inCase) throws SplProblem {
        in.advance();
        in.skipBlanks();
        String word = in.peek() == '"' ? in.quoted() : in.bare(")");
        in.expect(")", "to close the parenthesis");
        return new SearchNode.Term(word.strip(), inCase, new Span(begin, in.position()));
    }

    private SearchNode subsearch(int begin) throws SplProblem {
        return new SearchNode.Subsearch(InnerSearch.read(in), new Span(begin, in.position()));
    }
}
