package dev.spoor.rule.exchange;

import dev.spoor.query.parse.IpText;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Addresses, blocks and ranges as blocks whose bits behind the network's are 0. */
final class Networks {
    private Networks() {}

    /** The blocks of one value: one for an address or a block, as many as it takes for a range. */
    static List<String> blocks(String value) throws NotSayable {
        if (IpText.block(value)) {
            int slash = value.indexOf('/');
            InetAddress address = InetAddress.ofLiteral(value.substring(0, slash));
            int bits = Integer.parseInt(value.substring(slash + 1));
            int width = address.getAddress().length * 8;
            BigInteger first = number(address).shiftRight(width - bits).shiftLeft(width - bits);
            return List.of(text(first, width) + "/" + bits);
        }
        if (IpText.address(value)) {
            InetAddress address = InetAddress.ofLiteral(value);
            return List.of(text(number(address), address.getAddress().length * 8) + "/" + address.getAddress().length * 8);
        }
        int dash = value.indexOf('-');
        InetAddress low = InetAddress.ofLiteral(value.substring(0, dash).strip());
        InetAddress high = InetAddress.ofLiteral(value.substring(dash + 1).strip());
        if (low.getAddress().length != high.getAddress().length) {
            throw new NotSayable("the range " + value + " begins and ends in different kinds of addresses");
        }
        return range(number(low), number(high), low.getAddress().length * 8);
    }

    private static List<String> range(BigInteger low, BigInteger high, int width) {
        List<String> blocks = new ArrayList<>();
        BigInteger at = low;
        while (at.compareTo(high) <= 0) {
            int free = at.signum() == 0 ? width : Math.min(width, at.getLowestSetBit());
            while (at.add(BigInteger.ONE.shiftLeft(free)).subtract(BigInteger.ONE).compareTo(high) > 0) {
                free--;
            }
            blocks.add(text(at, width) + "/" + (width - free));
            at = at.add(BigInteger.ONE.shiftLeft(free));
        }
        return blocks;
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }

    private static String text(BigInteger number, int width) {
        byte[] bytes = number.toByteArray();
        byte[] address = new byte[width / 8];
        int count = Math.min(bytes.length, address.length);
        System.arraycopy(bytes, bytes.length - count, address, address.length - count, count);
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(Arrays.toString(address), e);
        }
    }
}
