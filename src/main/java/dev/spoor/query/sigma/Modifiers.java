package dev.spoor.query.sigma;

import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.Scalar.Operator;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.parse.IpText;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Applies the modifiers of one detection item to its values, one after the other from left to right. Used once.
 */
final class Modifiers {
    private static final Set<String> TIME_PARTS = Set.of("minute", "hour", "day", "week", "month", "year");
    private static final String DASHES = "-/\u2013\u2014\u2015";
    private static final int MOST_DASHES = 3;
    private static final int BASE64_GROUP = 3;
    private static final Map<String, Operator> OPERATORS = Map.of("lt", Operator.LESS, "lte", Operator.LESS_OR_EQUAL, "gt", Operator.GREATER, "gte", Operator.GREATER_OR_EQUAL);
    private final FieldKey key;
    private final Placeholders placeholders;
    private final Problems problems;
    private boolean failed;
    boolean all;
    boolean cased;
    boolean negated;
    Optional<String> timePart = Optional.empty();

    Modifiers(FieldKey key, Placeholders placeholders, Problems problems) {
        this.key = key;
        this.placeholders = placeholders;
        this.problems = problems;
    }

    /** The values behind the modifiers; empty, and told, where something is wrong. */
    Optional<List<SigmaValue>> apply(List<YamlNode> written) {
        List<SigmaValue> values = new ArrayList<>();
        for (YamlNode node : written) {
            if (node instanceof YamlNode.Text text) {
                values.add(text.none() ? new SigmaValue.None() : new SigmaValue.Str(Wildcards.read(text.text()), text.text(), text.plain()));
            } else {
                problems.semantic(node, "A field is compared with values or a list of values, not with a " + (node instanceof YamlNode.Items ? "list in a list." : "map."));
                failed = true;
            }
        }
        for (String modifier : key.modifiers()) {
            values = failed ? values : each(modifier, values);
        }
        if (!failed && values.stream().anyMatch(SigmaValue.Bytes.class::isInstance)) {
            values = values.stream().map(Modifiers::unencoded).toList();
        }
        return failed ? Optional.empty() : Optional.of(values);
    }

    private List<SigmaValue> each(String modifier, List<SigmaValue> values) {
        switch (modifier) {
            case "all" -> all = true;
            case "cased" -> cased = true;
            case "neq" -> negated = true;
            case "i", "m", "s" -> {
                return map(values, value -> flagged(value, modifier));
            }
            default -> {
                if (!TIME_PARTS.contains(modifier)) {
                    return map(values, value -> one(modifier, value));
                }
                timePart = Optional.of(modifier);
            }
        }
        return values;
    }

    private interface Step {
        List<SigmaValue> of(SigmaValue value);
    }

    private static List<SigmaValue> map(List<SigmaValue> values, Step step) {
        List<SigmaValue> out = new ArrayList<>();
        values.forEach(value -> out.addAll(step.of(value)));
        return out;
    }

    private List<SigmaValue> flagged(SigmaValue value, String flag) {
        return value instanceof SigmaValue.Regex(String pcre, String flags) ? List.of(new SigmaValue.Regex(pcre, flags + flag))
                : wrong("The modifier " + flag + " stands behind re only.");
    }

    private List<SigmaValue> one(String modifier, SigmaValue value) {
        return switch (modifier) {
            case "contains" -> part(value, SigmaValue.Place.INSIDE, true, true);
            case "startswith" -> part(value, SigmaValue.Place.BEGIN, false, true);
            case "endswith" -> part(value, SigmaValue.Place.END, true, false);
            case "windash" -> value instanceof SigmaValue.Str str ? dashes(str) : wrong("The modifier windash wants a text.");
            case "expand" -> value instanceof SigmaValue.Str str ? expanded(str) : wrong("The modifier expand wants a text.");
            case "wide", "utf16le" -> encoded(value, modifier, true, false);
            case "utf16be" -> encoded(value, modifier, false, false);
            case "utf16" -> encoded(value, modifier, true, true);
            case "base64" -> bytes(value, modifier).<List<SigmaValue>>map(bytes -> List.of(str(Base64.getEncoder().encodeToString(bytes)))).orElse(List.of());
            case "base64offset" -> bytes(value, modifier).map(Modifiers::offsets).orElse(List.of());
            case "re" -> value instanceof SigmaValue.Str str ? List.of(new SigmaValue.Regex(str.raw(), "")) : wrong("The modifier re wants a text.");
            case "cidr" -> value instanceof SigmaValue.Str str ? subnet(str) : wrong("The modifier cidr wants a network such as 10.0.0.0/8.");
            case "lt", "lte", "gt", "gte" -> compared(OPERATORS.get(modifier), value);
            case "fieldref" ->
                    value instanceof SigmaValue.Str str ? List.of(new SigmaValue.Other(str.raw(), place(str.glob()))) : wrong("The modifier fieldref wants the name of a field.");
            case "exists" -> present(value);
            default -> wrong("There is no modifier \"" + modifier + "\"." + FieldKey.dialect(modifier));
        };
    }

    private static SigmaValue str(String text) {
        return new SigmaValue.Str(Wildcards.literal(text), text, false);
    }

    private List<SigmaValue> wrong(String message) {
        if (!failed) {
            problems.semantic(key.at(), message);
        }
        failed = true;
        return List.of();
    }

    private List<SigmaValue> part(SigmaValue value, SigmaValue.Place place, boolean before, boolean behind) {
        return switch (value) {
            case SigmaValue.Str(Glob glob, String raw, boolean _) -> List.of(new SigmaValue.Str(Wildcards.open(glob, before, behind), raw, false));
            case SigmaValue.Other(String field, SigmaValue.Place _) -> List.of(new SigmaValue.Other(field, place));
            case SigmaValue.Regex _ -> List.of(value);
            case SigmaValue.Bytes _ -> part(unencoded(value), place, before, behind);
            case SigmaValue.None _, SigmaValue.Tested _, SigmaValue.Compared _, SigmaValue.Present _ -> wrong("The modifiers contains, startswith and endswith want a text.");
        };
    }

    /** Where a wildcard that an earlier modifier set leaves the other field's value. */
    private static SigmaValue.Place place(Glob glob) {
        boolean before = glob.pieces().size() > 1 && glob.pieces().getFirst() == Glob.Wildcard.ANY;
        boolean behind = glob.pieces().size() > 1 && glob.pieces().getLast() == Glob.Wildcard.ANY;
        return before && behind ? SigmaValue.Place.INSIDE : before ? SigmaValue.Place.END : behind ? SigmaValue.Place.BEGIN : SigmaValue.Place.WHOLE;
    }

    /** Each dash or slash that begins a word as any of the characters that Windows takes for one. */
    private List<SigmaValue> dashes(SigmaValue.Str str) {
        List<String> variants = new ArrayList<>(List.of(""));
        String raw = str.raw();
        int found = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean dash = (c == '-' || c == '/') && (i == 0 || !word(raw.charAt(i - 1))) && i + 1 < raw.length() && word(raw.charAt(i + 1));
            List<String> longer = new ArrayList<>();
            for (String begun : variants) {
                for (char one : dash && found < MOST_DASHES ? DASHES.toCharArray() : new char[] {c}) {
                    longer.add(begun + one);
                }
            }
            variants = longer;
            found += dash ? 1 : 0;
        }
        if (found > MOST_DASHES) {
            return wrong("windash is for texts with up to " + MOST_DASHES + " dashes; this one has " + found + ".");
        }
        boolean before = !str.glob().pieces().isEmpty() && str.glob().pieces().getFirst() == Glob.Wildcard.ANY && !raw.startsWith("*");
        boolean behind = !str.glob().pieces().isEmpty() && str.glob().pieces().getLast() == Glob.Wildcard.ANY && !raw.endsWith("*");
        return variants.stream().<SigmaValue>map(text -> new SigmaValue.Str(Wildcards.open(Wildcards.read(text), before, behind), text, false)).toList();
    }

    private static boolean word(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private List<SigmaValue> expanded(SigmaValue.Str str) {
        Optional<List<String>> values = placeholders.expand(str.raw(), key.at(), problems);
        failed |= values.isEmpty();
        return values.orElse(List.of()).stream().<SigmaValue>map(text -> new SigmaValue.Str(Wildcards.read(text), text, false)).toList();
    }

    private List<SigmaValue> encoded(SigmaValue value, String modifier, boolean little, boolean mark) {
        Optional<String> text = value instanceof SigmaValue.Str str ? Wildcards.plain(str.glob()) : Optional.empty();
        if (text.isEmpty()) {
            return wrong("The modifier " + modifier + " wants a text without wildcards.");
        }
        if (text.get().chars().anyMatch(c -> c > 127)) {
            return wrong("The modifier " + modifier + " is for ASCII texts only.");
        }
        byte[] bytes = ((mark ? "\uFEFF" : "") + text.get()).getBytes(little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        return List.of(new SigmaValue.Bytes(bytes));
    }

    private static SigmaValue unencoded(SigmaValue value) {
        return value instanceof SigmaValue.Bytes(byte[] bytes) ? str(new String(bytes, StandardCharsets.ISO_8859_1)) : value;
    }

    private Optional<byte[]> bytes(SigmaValue value, String modifier) {
        Optional<byte[]> bytes = switch (value) {
            case SigmaValue.Bytes(byte[] encoded) -> Optional.of(encoded);
            case SigmaValue.Str str -> Wildcards.plain(str.glob()).map(text -> text.getBytes(StandardCharsets.UTF_8));
            default -> Optional.empty();
        };
        if (bytes.isEmpty()) {
            wrong("The modifier " + modifier + " wants a text without wildcards.");
        }
        return bytes;
    }

    /** What the bytes look like wherever they stand in a longer encoded text: without the characters that their neighbours have a part in. */
    private static List<SigmaValue> offsets(byte[] bytes) {
        int[] skip = {0, 2, 3};
        int[] drop = {0, 3, 2};
        List<SigmaValue> out = new ArrayList<>();
        for (int offset = 0; offset < BASE64_GROUP; offset++) {
            byte[] shifted = new byte[offset + bytes.length];
            System.arraycopy(bytes, 0, shifted, offset, bytes.length);
            String encoded = Base64.getEncoder().encodeToString(shifted);
            int end = encoded.length() - drop[shifted.length % BASE64_GROUP];
            if (end > skip[offset]) {
                out.add(str(encoded.substring(skip[offset], end)));
            }
        }
        return out;
    }

    private List<SigmaValue> subnet(SigmaValue.Str str) {
        return subnet(str.raw().strip()) ? List.of(new SigmaValue.Tested(new ValueTest.InSubnet(str.raw().strip())))
                : wrong("\"" + str.raw() + "\" is no network: an address, / and the number of its bits; the bits behind them are 0.");
    }

    /** An address, or a block whose bits behind the network's are 0. */
    private static boolean subnet(String text) {
        if (!IpText.block(text)) {
            return IpText.address(text);
        }
        int slash = text.indexOf('/');
        BigInteger address = new BigInteger(1, InetAddress.ofLiteral(text.substring(0, slash)).getAddress());
        int bits = (text.indexOf(':') < 0 ? 32 : 128) - Integer.parseInt(text.substring(slash + 1));
        return address.signum() == 0 || address.getLowestSetBit() >= bits;
    }

    private List<SigmaValue> compared(Operator operator, SigmaValue value) {
        boolean number = value instanceof SigmaValue.Str str && str.plain() && str.raw().matches("[-+]?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][-+]?[0-9]{1,3})?");
        return number ? List.of(new SigmaValue.Compared(operator, ((SigmaValue.Str) value).raw())) : wrong("Less and greater want a number without quotes.");
    }

    private List<SigmaValue> present(SigmaValue value) {
        String word = value instanceof SigmaValue.Str str ? str.raw().toLowerCase(Locale.ROOT) : "";
        return switch (word) {
            case "true", "yes" -> List.of(new SigmaValue.Present(true));
            case "false", "no" -> List.of(new SigmaValue.Present(false));
            default -> wrong("The modifier exists wants true or false.");
        };
    }
}
