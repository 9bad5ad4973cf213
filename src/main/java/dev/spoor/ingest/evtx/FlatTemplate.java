package dev.spoor.ingest.evtx;

import dev.spoor.event.Value;
import dev.spoor.ingest.RecordShape.Place;
import dev.spoor.ingest.SystemField;
import java.util.Optional;

/**
 * A template whose instances are read without walking its elements: a list of what its values are. Only templates have one whose elements are those of System,
 * EventData and UserData as nearly all are; {@link FlatTemplates} makes it.
 */
final class FlatTemplate {
    /** What a slot is. */
    enum Kind {
        /** An element or attribute of System. */
        SYSTEM,
        /** TimeCreated, of which the ticks are wanted too. */
        TIME,
        /** EventRecordID, of which only the number is wanted. */
        RECORD,
        /** Not wanted, but a record is damaged where it cannot be read. */
        CHECKED,
        /** A child of EventData, which repeats where it is an array. */
        DATA,
        /** A leaf of UserData, which repeats where it is an array. */
        USER_DATA
    }

    /**
     * A place that instances fill, or that is the same in all of them.
     *
     * @param field      for SYSTEM
     * @param name       name of event data, or tag of user data
     * @param dependency number of the value without which the element is left out, or {@link Node#NONE}
     * @param index      number of the value, or {@link Node#NONE} for a constant
     * @param optional   an attribute, which is left out where the value is NULL
     * @param constant   its text where it is the same in all instances, else empty
     */
    record Slot(Kind kind, SystemField field, Optional<String> name, int dependency, int index, boolean optional, Value constant) {
        /** What it is in a shape, or empty for what a record does not hold as a value. */
        Optional<Place> place() {
            return switch (kind) {
                case SYSTEM, TIME -> Optional.of(new Place.System(field));
                case RECORD, CHECKED -> Optional.empty();
                case DATA -> Optional.of(new Place.Data(name));
                case USER_DATA -> Optional.of(new Place.UserData(name.orElseThrow()));
            };
        }
    }

    /** The slots, in the order of the elements. */
    final Slot[] slots;
    /** How many slots stand before {@link #nested}. */
    final int before;
    /** Number of the value that holds a fragment with EventData or UserData, or {@link Node#NONE}. */
    final int nested;
    /** Whether it is a whole event, else EventData or UserData only. */
    final boolean event;
    /** Number of the value without which it is all left out, or {@link Node#NONE}. */
    final int dependency;
    final String userDataTag;
    /** Elements, the containing ones too. */
    final int elements;
    /** Characters of constants. */
    final int characters;
    /** The values of the last instance. */
    final MetValues.Memory memory = new MetValues.Memory();
    /** Shapes of records in which it is the event, or, where it is EventData, by the event around it. */
    final Shapes shapes = new Shapes();

    FlatTemplate(Slot[] slots, int before, int nested, boolean event, int dependency, String userDataTag, int elements, int characters) {
        this.slots = slots;
        this.before = before;
        this.nested = nested;
        this.event = event;
        this.dependency = dependency;
        this.userDataTag = userDataTag;
        this.elements = elements;
        this.characters = characters;
    }
}
