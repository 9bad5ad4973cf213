package dev.spoor.normalize;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * How evenly a text uses its characters, which tells packed and encoded scripts from written ones: C. E. Shannon, A Mathematical Theory of Communication (1948).
 *
 * @param length    characters, counted as code points
 * @param symbols   different characters
 * @param entropy   bits a character
 * @param deviation standard deviation of the surprisal (bits) of a character
 */
record TextStatistics(int length, int symbols, String entropy, String deviation) {
    private static final int DIGITS = 6;

    static TextStatistics of(String text) {
        int[] points = text.codePoints().sorted().toArray();
        int[] counts = new int[points.length];
        int symbols = 0;
        for (int i = 0; i < points.length; i++) {
            symbols += i == 0 || points[i] != points[i - 1] ? 1 : 0;
            counts[symbols - 1]++;
        }
        Arrays.sort(counts, 0, symbols);
        double entropy = 0;
        for (int i = 0; i < symbols; i++) {
            entropy += (double) counts[i] / points.length * surprisal(counts[i], points.length);
        }
        double variance = 0;
        for (int i = 0; i < symbols; i++) {
            double distance = surprisal(counts[i], points.length) - entropy;
            variance += (double) counts[i] / points.length * distance * distance;
        }
        return new TextStatistics(points.length, symbols, rounded(entropy), rounded(Math.sqrt(variance)));
    }

    private static double surprisal(int count, int all) {
        return StrictMath.log((double) all / count) / StrictMath.log(2);
    }

    private static String rounded(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(DIGITS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0.0" : rounded.stripTrailingZeros().scale() <= 0 ? rounded.setScale(1, RoundingMode.HALF_EVEN).toPlainString()
                : rounded.stripTrailingZeros().toPlainString();
    }
}
