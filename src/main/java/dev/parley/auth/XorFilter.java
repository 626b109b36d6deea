package dev.parley.auth;

import java.nio.ByteBuffer;

/// A set of 64-bit keys in 40 bits for each, which does not hold the keys themselves. It finds all
/// that were put in, and of others one in four thousand million (Graf and Lemire, "Xor Filters:
/// Faster and Smaller Than Bloom and Cuckoo Filters", 2020).
final class XorFilter {

  /// Each key has a number in each of the blocks; together they make its fingerprint.
  private static final int BLOCKS = 3;

  private final long seed;
  private final int[] numbers;

  private XorFilter(long seed, int[] numbers) {
    this.seed = seed;
    this.numbers = numbers;
  }

  boolean contains(long key) {
    var mixed = mix(key, seed);
    return (fingerprint(mixed) ^ sum(mixed, numbers)) == 0;
  }

  /// Makes one of keys that are all different.
  static XorFilter of(long... keys) {
    for (var seed = 1L; ; seed++) {
      var peeling = new Peeling(keys, seed);
      if (peeling.isWhole()) {
        return new XorFilter(seed, peeling.numbers());
      }
    }
  }

  static XorFilter read(ByteBuffer bytes) {
    var seed = bytes.getLong();
    var numbers = new int[bytes.remaining() / Integer.BYTES];
    bytes.asIntBuffer().get(numbers);
    return new XorFilter(seed, numbers);
  }

  ByteBuffer bytes() {
    var bytes = ByteBuffer.allocate(Long.BYTES + numbers.length * Integer.BYTES).putLong(seed);
    bytes.asIntBuffer().put(numbers);
    return bytes.rewind();
  }

  /// Finds an order of the keys in which each has a place that no later one shares. There is one
  /// for most seeds.
  private static final class Peeling {

    private static final double ROOM = 1.23;
    private static final int LEAST_ROOM = 32;

    private final int[] counts;
    private final long[] sums;
    private final long[] order;
    private final int[] places;
    private int peeled;

    Peeling(long[] keys, long seed) {
      var size = BLOCKS * (int) (LEAST_ROOM + ROOM * keys.length / BLOCKS);
      counts = new int[size];
      sums = new long[size];
      order = new long[keys.length];
      places = new int[keys.length];
      for (var key : keys) {
        count(mix(key, seed), 1);
      }
      // Each pass peels what the one before has laid bare.
      var before = -1;
      while (before < peeled) {
        before = peeled;
        for (var place = 0; place < size; place++) {
          peel(place);
        }
      }
    }

    private void peel(int place) {
      if (counts[place] == 1) {
        order[peeled] = sums[place];
        places[peeled] = place;
        count(order[peeled], -1);
        peeled++;
      }
    }

    private void count(long mixed, int by) {
      for (var block = 0; block < BLOCKS; block++) {
        var place = place(mixed, block, counts.length);
        counts[place] += by;
        sums[place] ^= mixed;
      }
    }

    boolean isWhole() {
      return peeled == order.length;
    }

    /// Goes back through the order: of each key one number is still free to make its fingerprint.
    int[] numbers() {
      var numbers = new int[counts.length];
      for (var i = peeled - 1; i >= 0; i--) {
        numbers[places[i]] = fingerprint(order[i]) ^ sum(order[i], numbers);
      }
      return numbers;
    }
  }

  private static int sum(long mixed, int[] numbers) {
    var sum = 0;
    for (var block = 0; block < BLOCKS; block++) {
      sum ^= numbers[place(mixed, block, numbers.length)];
    }
    return sum;
  }

  private static int place(long mixed, int block, int size) {
    var length = size / BLOCKS;
    var part = Long.rotateLeft(mixed, 21 * block) & 0xffff_ffffL;
    return block * length + (int) ((part * length) >>> 32);
  }

  private static int fingerprint(long mixed) {
    return (int) (mixed ^ (mixed >>> 32));
  }

  /// The last step of MurmurHash3, by which each bit changes half of the others.
  private static long mix(long key, long seed) {
    var mixed = key + seed;
    mixed = (mixed ^ (mixed >>> 33)) * 0xff51_afd7_ed55_8ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ce_b9fe_1a85_ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
