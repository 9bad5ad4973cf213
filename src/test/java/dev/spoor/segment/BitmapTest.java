package dev.spoor.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitmapTest {
    @ParameterizedTest @ValueSource(ints = {0, 1, 63, 64, 65, 127, 128, 1_000})
    void itAgreesWithTheBitSetOfTheJdk(int size) {
        Random random = new Random(size);
        for (int round = 0; round < 100; round++) {
            BitSet a = random(random, size);
            BitSet b = random(random, size);
            Bitmap and = bitmap(a, size);
            and.and(bitmap(b, size));
            Bitmap or = bitmap(a, size);
            or.or(bitmap(b, size));
            Bitmap andNot = bitmap(a, size);
            andNot.andNot(bitmap(b, size));
            check(with(a, set -> set.and(b)), and);
            check(with(a, set -> set.or(b)), or);
            check(with(a, set -> set.andNot(b)), andNot);
            check(with(a, set -> set.flip(0, size)), bitmap(a, size).complement());
        }
        assertEquals(size, Bitmap.all(size).cardinality());
    }

    private static void check(BitSet wanted, Bitmap found) {
        assertEquals(wanted.cardinality(), found.cardinality());
        assertEquals(wanted.isEmpty(), found.isEmpty());
        int[] ranks = found.ranks();
        int rank = 0;
        int place = found.next(0);
        for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
            assertEquals(i, place);
            assertEquals(rank++, found.rank(ranks, i));
            place = found.next(i + 1);
        }
        assertEquals(-1, place);
    }

    private static BitSet with(BitSet set, Consumer<BitSet> change) {
        BitSet copy = (BitSet) set.clone();
        change.accept(copy);
        return copy;
    }

    private static BitSet random(Random random, int size) {
        BitSet set = new BitSet();
        for (int i = random.nextInt(size + 1); i > 0; i--) {
            set.set(random.nextInt(size));
        }
        return set;
    }

    private static Bitmap bitmap(BitSet set, int size) {
        Bitmap bitmap = new Bitmap(size);
        set.stream().forEach(bitmap::set);
        return bitmap;
    }
}
