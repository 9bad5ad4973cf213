package dev.spoor.sample;

import dev.spoor.event.Time;
import java.util.List;
import java.util.Random;

/**
 * The people, hosts and clock of the sample logs. Everything is invented: the company is Northwind Fabrication, its domain nwf.example. The random numbers have a
 * fixed seed, so the logs are the same bytes wherever they are made.
 */
final class Story {
    static final String DOMAIN_SID = "S-1-5-21-1004336348-1177238915-682003330";
    static final Person MORI = new Person("k.mori", 1105, "10.20.8.44", "MAC-017");
    static final Person OSEI = new Person("r.osei", 1106, "10.20.8.52", "WKS-052");
    static final Person ALVAREZ = new Person("j.alvarez", 1107, "10.20.8.97", "WKS-097");
    static final Person OPERATOR = new Person("m-ops4", 1121, "10.20.8.114", "WKS-114");
    static final List<Person> STAFF = List.of(new Person("l.hansen", 1104, "10.20.8.31", "WKS-031"), MORI, OSEI, ALVAREZ, OPERATOR);
    static final Person BACKUP = new Person("svc-backup", 1130, "10.20.1.9", "BKP01");
    static final Person DEPLOY = new Person("svc-deploy", 1131, "10.20.1.21", "DEP01");
    static final Person DESK = new Person("adm-desk1", 1140, "10.20.8.31", "WKS-031");
    /** The account that is stolen: it administers the certification authority, and helped at wks-114. */
    static final Person ADMIN = new Person("adm-pki2", 1142, "10.20.8.114", "WKS-114");
    static final Person WEB = new Person("svc-web", 1151, "10.20.1.20", "WEB01");
    /** The account whose password is guessed from wks-114. */
    static final Person LABEL = new Person("svc-label", 1153, "10.20.8.114", "WKS-114");
    private static final long DAY_ONE = Time.parse("2024-05-01T00:00:00Z");
    private final Random random;

    /** Someone with an account, and the computer that they sit at. */
    record Person(String name, int rid, String address, String host) {
        String sid() {
            return DOMAIN_SID + "-" + rid;
        }

        String logonId() {
            return "0x" + Integer.toHexString(0x3e700 + rid * 977);
        }
    }

    Story(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    Person someone() {
        return STAFF.get(below(STAFF.size()));
    }

    /** A moment of working hours on one of the two days. */
    long workingTime() {
        long minute = below(2) * 1_440L + 7 * 60 + below(11 * 60);
        return DAY_ONE + (minute * 60 + below(60)) * Time.SECOND + below(10_000_000);
    }

    /** A moment by day (1 or 2) and clock, with seven digits behind the second. */
    long at(int day, String clock) {
        return Time.parse("2024-05-0" + day + "T" + clock + "Z");
    }

    /** ISO 8601 with seven digits, as event logs have it. */
    static String iso(long ticks) {
        return Time.iso(ticks).replaceFirst("00Z$", "Z");
    }
}
