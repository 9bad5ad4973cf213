package dev.spoor.exec;

import java.util.Optional;

/**
 * A block of IP addresses.
 *
 * @param first  its first address
 * @param prefix how many leading bits of the 128 are fixed
 */
record Subnet(IpAddress first, int prefix) {
    /** Reads {@code 10.0.0.0/8}, {@code fe80::/10} or a single address. Bits behind the prefix do not count. */
    static Optional<Subnet> parse(String cidr) {
        int slash = cidr.indexOf('/');
        Optional<IpAddress> address = IpAddress.parse(slash < 0 ? cidr : cidr.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        boolean four = cidr.indexOf(':') < 0;
        int bits = slash < 0 ? (four ? 32 : 128) : length(cidr.substring(slash + 1));
        if (bits < 0 || bits > (four ? 32 : 128)) {
            return Optional.empty();
        }
        int prefix = four ? bits + 96 : bits;
        IpAddress a = address.get();
        return Optional.of(new Subnet(new IpAddress(a.high() & mask(prefix), a.low() & mask(prefix - 64)), prefix));
    }

    boolean contains(IpAddress address) {
        return (address.high() & mask(prefix)) == first.high() && (address.low() & mask(prefix - 64)) == first.low();
    }

    private static long mask(int bits) {
        return bits <= 0 ? 0 : bits >= 64 ? -1 : -1L << 64 - bits;
    }

    private static int length(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : -1;
    }
}
