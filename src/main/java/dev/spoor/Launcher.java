package dev.spoor;

/** Starts Spoor. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        System.out.println("Spoor");
    }
}
