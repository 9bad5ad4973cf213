package dev.spoor.normalize;

import java.util.Locale;
import java.util.Optional;

/** What a field rule makes of a value. The set is closed; tables name them in lower case. */
public enum Transform {
    /** The values as they are. */
    COPY,
    /** The parameter, whatever the source holds. */
    SET,
    /** Nothing; for taking a field away. */
    DROP,
    /** A number from decimal digits or 0x and hexadecimal digits. */
    NUMBER,
    /** A number from decimal digits with or without a sign. */
    DECIMAL,
    /** An IP address; an IPv4 address in IPv6 form becomes IPv4, LOCAL becomes 127.0.0.1, anything else nothing. */
    IP,
    /** {@code true} or {@code false} as a boolean. */
    BOOLEAN,
    /** The boolean true where the value is the parameter, else nothing. */
    TRUE_IF,
    /** What the value table named by the parameter says, or nothing. */
    LOOKUP,
    /** What the value table says, or the value itself. */
    LOOKUP_OR_COPY,
    /** What the value table says, split at {@code |} over the targets. */
    LOOKUP_PAIR,
    /** A list of what the value table says of each word, words being parted by blanks and commas. */
    LOOKUP_LIST,
    /** The names of the bits set in a number, by the value table, in the order of the table. */
    FLAGS,
    /** The words of a text as a list. */
    WORDS,
    /** The lines of a text as a list, without blanks and without the parameter. */
    LINES,
    /** What stands before the first {@code @}. */
    BEFORE_AT,
    /** The last part of a path. */
    FILE_NAME,
    /** What stands behind the last dot. */
    EXTENSION,
    /** Targets: name, directory, extension of a path. */
    PATH,
    /** The value, a backslash, and the value of the field named by the parameter, where that holds one. */
    JOIN,
    /** Targets: domain, name of {@code DOMAIN\name}. */
    ACCOUNT,
    /** Targets: common name, domain of a distinguished name. */
    DISTINGUISHED_NAME,
    /** Targets: arguments of a command line as a Windows program gets them, their number. */
    ARGS,
    /** Targets: arguments of a command line with their quotes, their number. */
    ARGS_QUOTED,
    /** Targets: path below which hashes go by their names, import hash, list of all. */
    HASHES,
    /** Targets: path, hive, key, value of a registry object. */
    REGISTRY,
    /** Targets: strings, type of registry data as Sysmon writes them. */
    REGISTRY_DATA,
    /** Targets: answers, addresses, addresses to add to, names to add to, of the results of a DNS query as Sysmon writes them. */
    DNS_RESULTS,
    /** Targets: registered domain, subdomain, top-level domain of a host name. */
    DOMAIN,
    /** The Community ID of the event's source, destination and transport. */
    COMMUNITY_ID,
    /** Lines of key, parameter, value: each becomes event data of its own. */
    KEY_VALUES,
    /** Targets: length, different characters, bits a character and their deviation of a text. */
    TEXT_STATISTICS,
    /** The command invocations that PowerShell logs, as an array of objects. */
    INVOCATIONS,
    /** Targets: beginning of the fields that the entries of a security descriptor become, numbered. */
    SDDL,
    /** A list of {@code %{SID}}: the accounts in words. */
    SID_LIST,
    /** Target: path below which the attributes of a certificate request go by their names. */
    CERTIFICATE_ATTRIBUTES,
    /** The value where it is a dotted object identifier. */
    OBJECT_ID;

    /** How many targets a rule needs for it. */
    int targets() {
        return switch (this) {
            case DROP, KEY_VALUES -> 0;
            case ACCOUNT, ARGS, ARGS_QUOTED, DISTINGUISHED_NAME, REGISTRY_DATA -> 2;
            case HASHES, PATH, DOMAIN -> 3;
            case REGISTRY, DNS_RESULTS, TEXT_STATISTICS -> 4;
            case COPY, SET, NUMBER, DECIMAL, IP, BOOLEAN, TRUE_IF, LOOKUP, LOOKUP_OR_COPY, LOOKUP_PAIR, LOOKUP_LIST, FLAGS, WORDS, LINES, BEFORE_AT, FILE_NAME,
                    EXTENSION, JOIN, COMMUNITY_ID, INVOCATIONS, SDDL, SID_LIST, CERTIFICATE_ATTRIBUTES, OBJECT_ID -> 1;
        };
    }

    /** Whether its parameter names a value table. */
    boolean looksUp() {
        return switch (this) {
            case LOOKUP, LOOKUP_OR_COPY, LOOKUP_PAIR, LOOKUP_LIST, FLAGS -> true;
            case COPY, SET, DROP, NUMBER, DECIMAL, IP, BOOLEAN, TRUE_IF, WORDS, LINES, BEFORE_AT, FILE_NAME, EXTENSION, PATH, JOIN, ACCOUNT, DISTINGUISHED_NAME,
                    ARGS, ARGS_QUOTED, HASHES, REGISTRY, REGISTRY_DATA, DNS_RESULTS, DOMAIN, COMMUNITY_ID, KEY_VALUES, TEXT_STATISTICS,
                    INVOCATIONS, SDDL, SID_LIST, CERTIFICATE_ATTRIBUTES, OBJECT_ID -> false;
        };
    }

    /** The transform of a name in a table. */
    static Optional<Transform> named(String name) {
        for (Transform transform : values()) {
            if (transform.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(transform);
            }
        }
        return Optional.empty();
    }
}
