package dev.spoor.event;

import java.time.LocalDate;
import java.time.DateTimeException;

/** Reads ISO 8601 times without allocating: they are read once per distinct value of every date column. */
final class IsoTime {
    private final String text;
    private int at;

    private IsoTime(String text) {
        this.text = text;
    }

    static long parse(String text) {
        int length = text.length();
        if (length < 4 || length > 40) {
            return Time.NONE;
        }
        return new IsoTime(text).read();
    }

    private long read() {
        int yearDigits = 4;
        int sign = 1;
        if (peek() == '+' || peek() == '-') {
            sign = peek() == '-' ? -1 : 1;
            at++;
            yearDigits = digitsAhead();
            if (yearDigits < 4 || yearDigits > 6) {
                return Time.NONE;
            }
        }
        int year = number(yearDigits) * sign;
        int month = 1;
        int day = 1;
        if (year == Integer.MIN_VALUE) {
            return Time.NONE;
        }
        if (skip('-')) {
            month = number(2);
            if (skip('-')) {
                day = number(2);
            }
        }
        int hour = 0;
        int minute = 0;
        int second = 0;
        long ticks = 0;
        boolean timed = skip('T') || skip('t') || (at > 9 && skip(' '));
        if (timed) {
            hour = number(2);
            if (skip(':')) {
                minute = number(2);
                if (skip(':')) {
                    second = number(2);
                    if (skip('.') || skip(',')) {
                        ticks = fraction();
                    }
                }
            }
        }
        long offset = timed ? offsetSeconds() : (skip('Z') ? 0 : 0);
        boolean bad = at != text.length() || month < 1 || month > 12 || day < 1 || day > 31 || hour < 0 || hour > 24 || minute < 0 || minute > 59 || second < 0
                || second > 60 || ticks < 0 || offset == Long.MIN_VALUE || (hour == 24 && (minute > 0 || second > 0 || ticks > 0));
        if (bad) {
            return Time.NONE;
        }
        try {
            long days = LocalDate.of(year, month, day).toEpochDay();
            long seconds = days * 86_400L + hour * 3_600L + minute * 60L + second - offset;
            return Math.addExact(Math.multiplyExact(seconds, Time.SECOND), ticks);
        } catch (DateTimeException | ArithmeticException e) {
            return Time.NONE;
        }
    }

    private long offsetSeconds() {
        if (at == text.length() || skip('Z') || skip('z')) {
            return 0;
        }
        char c = peek();
        if (c != '+' && c != '-') {
            return Long.MIN_VALUE;
        }
        at++;
        int hours = number(2);
        skip(':');
        int minutes = at < text.length() ? number(2) : 0;
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return Long.MIN_VALUE;
        }
        long seconds = hours * 3_600L + minutes * 60L;
        return c == '-' ? -seconds : seconds;
    }

    private long fraction() {
        long ticks = 0;
        int digits = 0;
        while (at < text.length() && Character.isDigit(peek())) {
            if (digits < 7) {
                ticks = ticks * 10 + (peek() - '0');
            }
            digits++;
            at++;
        }
        if (digits == 0) {
            return -1;
        }
        for (int i = digits; i < 7; i++) {
            ticks *= 10;
        }
        return ticks;
    }

    private int number(int digits) {
        if (at + digits > text.length()) {
            at = text.length() + 1;
            return Integer.MIN_VALUE;
        }
        int value = 0;
        for (int i = 0; i < digits; i++) {
            char c = text.charAt(at++);
            if (c < '0' || c > '9') {
                at = text.length() + 1;
                return Integer.MIN_VALUE;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private int digitsAhead() {
        int i = at;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i - at;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private boolean skip(char c) {
        if (peek() == c && at < text.length()) {
            at++;
            return true;
        }
        return false;
    }
}
