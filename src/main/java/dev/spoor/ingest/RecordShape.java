package dev.spoor.ingest;

import java.util.List;
import java.util.Optional;

/**
 * What the values of a {@link ShapedRecord} are. Thousands of records share a shape, so that what follows from it is found out once. Immutable; equal where the places
 * are.
 */
public final class RecordShape {
    /** What one value is. */
    public sealed interface Place {
        /** An element or attribute of System, other than the record's number, which {@link ShapedRecord#record} gives. */
        record System(SystemField field) implements Place {}

        /** A child of EventData without elements below it; the name as in {@link WindowsRecord.DataItem}. */
        record Data(Optional<String> name) implements Place {}

        /** An element of UserData without elements below it. */
        record UserData(String tag) implements Place {}
    }

    private final List<Place> places;
    private final String userDataTag;
    private final int hash;

    /**
     * @param places      in the order in which the elements stand in the record
     * @param userDataTag tag of the first element in UserData; empty where there is none
     */
    public RecordShape(List<Place> places, String userDataTag) {
        this.places = List.copyOf(places);
        this.userDataTag = userDataTag;
        this.hash = this.places.hashCode() * 31 + userDataTag.hashCode();
    }

    /** What the values are, in their order. */
    public List<Place> places() {
        return places;
    }

    /** Tag of the first element in UserData; empty where there is none. */
    public String userDataTag() {
        return userDataTag;
    }

    @Override public boolean equals(Object other) {
        return this == other
                || other instanceof RecordShape shape && hash == shape.hash && userDataTag.equals(shape.userDataTag) && places.equals(shape.places);
    }

    @Override public int hashCode() {
        return hash;
    }
}
