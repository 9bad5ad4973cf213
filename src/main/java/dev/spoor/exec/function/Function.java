package dev.spoor.exec.function;

/** A function of a query language. Stateless. */
@FunctionalInterface
interface Function {
    /** The result for arguments whose number the front end has checked; null for unknown. */
    Object apply(Arguments arguments);
}
