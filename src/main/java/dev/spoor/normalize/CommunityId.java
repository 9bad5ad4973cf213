package dev.spoor.normalize;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The Community ID of a flow, version 1, seed 0 (github.com/corelight/community-id-spec). */
final class CommunityId {
    private static final Map<String, Integer> PROTOCOLS = Map.of("tcp", 6, "udp", 17, "sctp", 132);

    private CommunityId() {}

    static Optional<String> of(String sourceIp, String sourcePort, String destinationIp, String destinationPort, String transport) {
        Integer protocol = PROTOCOLS.get(transport);
        Optional<byte[]> from = Addresses.clean(sourceIp).flatMap(Addresses::bytes);
        Optional<byte[]> to = Addresses.clean(destinationIp).flatMap(Addresses::bytes);
        int fromPort = (int) Numbers.parse(sourcePort).orElse(-1);
        int toPort = (int) Numbers.parse(destinationPort).orElse(-1);
        if (protocol == null || from.isEmpty() || to.isEmpty() || from.get().length != to.get().length || fromPort < 0 || toPort < 0) {
            return Optional.empty();
        }
        int order = Arrays.compareUnsigned(from.get(), to.get());
        boolean asIs = order < 0 || order == 0 && fromPort <= toPort;
        ByteArrayOutputStream flow = new ByteArrayOutputStream(40);
        port(flow, 0);
        flow.writeBytes(asIs ? from.get() : to.get());
        flow.writeBytes(asIs ? to.get() : from.get());
        flow.write(protocol);
        flow.write(0);
        port(flow, asIs ? fromPort : toPort);
        port(flow, asIs ? toPort : fromPort);
        return Optional.of("1:" + Base64.getEncoder().encodeToString(sha1(flow.toByteArray())));
    }

    private static void port(ByteArrayOutputStream out, int port) {
        out.write(port >> 8);
        out.write(port);
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
