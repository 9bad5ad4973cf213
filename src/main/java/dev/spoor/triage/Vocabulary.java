package dev.spoor.triage;

import java.util.Locale;
import java.util.Optional;

/**
 * What other products call a status and its reason, so that analysts find their own words again and answers can be carried over. Elastic Security: open, acknowledged, closed, with the closing
 * reasons of 9.2. Splunk Enterprise Security: new, in progress, pending, resolved, closed, with its default dispositions.
 */
public enum Vocabulary {
    ELASTIC {
        @Override public String status(Status status) {
            return switch (status) {
                case OPEN -> "Open";
                case ACKNOWLEDGED -> "Acknowledged";
                case CLOSED -> "Closed";
            };
        }

        @Override public String reason(Optional<Reason> reason) {
            return reason.map(why -> switch (why) {
                case FALSE_POSITIVE -> "False positive";
                case BENIGN_POSITIVE -> "Benign positive";
                case TRUE_POSITIVE -> "True positive";
                case DUPLICATE -> "Duplicate";
                case OTHER -> "Other";
            }).orElse("");
        }
    },
    SPLUNK {
        @Override public String status(Status status) {
            return switch (status) {
                case OPEN -> "New";
                case ACKNOWLEDGED -> "In Progress";
                case CLOSED -> "Closed";
            };
        }

        @Override public String reason(Optional<Reason> reason) {
            return reason.map(why -> switch (why) {
                case FALSE_POSITIVE -> "False Positive - Incorrect Analytic Logic";
                case BENIGN_POSITIVE -> "Benign Positive - Suspicious But Expected";
                case TRUE_POSITIVE -> "True Positive - Suspicious Activity";
                case DUPLICATE, OTHER -> "Other";
            }).orElse("Undetermined");
        }
    };

    /** The product's word for a status. */
    public abstract String status(Status status);

    /** The product's word for the reason, or for there being none. */
    public abstract String reason(Optional<Reason> reason);

    /** The status that a word of one of the products stands for, in any case: {@code pending} is being looked at, {@code resolved} is closed. */
    public static Optional<Status> statusOf(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "open", "new", "unassigned" -> Optional.of(Status.OPEN);
            case "acknowledged", "in progress", "in-progress", "in_progress", "pending" -> Optional.of(Status.ACKNOWLEDGED);
            case "closed", "resolved" -> Optional.of(Status.CLOSED);
            default -> Optional.empty();
        };
    }

    /** The reason that a closing reason or disposition of one of the products stands for, in any case and with any dash. */
    public static Optional<Reason> reasonOf(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_–—-]+", " ");
        return plain.startsWith("false positive") ? Optional.of(Reason.FALSE_POSITIVE)
                : plain.startsWith("benign positive") ? Optional.of(Reason.BENIGN_POSITIVE)
                : plain.startsWith("true positive") ? Optional.of(Reason.TRUE_POSITIVE)
                : plain.equals("duplicate") ? Optional.of(Reason.DUPLICATE)
                : plain.equals("other") || plain.equals("testing") ? Optional.of(Reason.OTHER) : Optional.empty();
    }
}
