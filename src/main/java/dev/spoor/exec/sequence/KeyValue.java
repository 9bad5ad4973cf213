package dev.spoor.exec.sequence;

import dev.spoor.event.Value;
import dev.spoor.exec.IpAddress;
import dev.spoor.exec.RowValues;
import dev.spoor.exec.Version;
import dev.spoor.query.pipeline.EventPattern.KeyType;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/** One value of a join key. Equal where two values mean the same. */
final class KeyValue implements Comparable<KeyValue> {
    /** What stands for a missing value of an optional key. */
    static final KeyValue NULL = new KeyValue(Optional.empty(), Optional.empty());
    private final Optional<Comparable<?>> meaning;
    private final Optional<String> shown;

    /** A version: equal by its spelling; in the order of versions, what is none behind them. */
    private record Release(String text) implements Comparable<Release> {
        @Override public int compareTo(Release other) {
            Optional<Version> left = Version.parse(text);
            Optional<Version> right = Version.parse(other.text);
            int order = left.isPresent() && right.isPresent() ? left.get().compareTo(right.get()) : Boolean.compare(right.isPresent(), left.isPresent());
            return order != 0 ? order : text.compareTo(other.text);
        }
    }

    private KeyValue(Optional<Comparable<?>> meaning, Optional<String> shown) {
        this.meaning = meaning;
        this.shown = shown;
    }

    /** A value, read as its type; as its text where it cannot be read so. */
    static KeyValue of(Value value, KeyType type) {
        String text = value.text();
        Optional<? extends Comparable<?>> meaning = switch (type) {
            case NUMBER -> RowValues.decimal(text).map(KeyValue::stripped);
            case DATE -> date(value);
            case IP -> IpAddress.parse(text);
            case VERSION -> Optional.of(new Release(text));
            case TEXT, BOOLEAN -> Optional.of(text);
        };
        return new KeyValue(Optional.of(meaning.isPresent() ? meaning.get() : text), Optional.of(text));
    }

    private static BigDecimal stripped(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private static Optional<Long> date(Value value) {
        OptionalLong ticks = RowValues.ticks(value);
        return ticks.isPresent() ? Optional.of(ticks.getAsLong()) : Optional.empty();
    }

    Optional<String> shown() {
        return shown;
    }

    @Override public boolean equals(Object other) {
        return other instanceof KeyValue that && meaning.equals(that.meaning);
    }

    @Override public int hashCode() {
        return meaning.hashCode();
    }

    /** Null first; values of different kinds by the name of their kind. */
    @Override public int compareTo(KeyValue other) {
        if (meaning.isEmpty() || other.meaning.isEmpty()) {
            return Boolean.compare(meaning.isPresent(), other.meaning.isPresent());
        }
        Comparable<?> left = meaning.get();
        Comparable<?> right = other.meaning.get();
        return switch (left) {
            case BigDecimal number when right instanceof BigDecimal that -> number.compareTo(that);
            case Long ticks when right instanceof Long that -> ticks.compareTo(that);
            case IpAddress address when right instanceof IpAddress that -> address.compareTo(that);
            case Release release when right instanceof Release that -> release.compareTo(that);
            case String text when right instanceof String that -> text.compareTo(that);
            default -> left.getClass().getName().compareTo(right.getClass().getName());
        };
    }

    @Override public String toString() {
        return shown.orElse("null");
    }
}
