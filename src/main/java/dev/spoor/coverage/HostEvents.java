package dev.spoor.coverage;

/**
 * How many events of a source come from a host.
 *
 * @param host as the event names it
 */
public record HostEvents(String host, long events) {}
