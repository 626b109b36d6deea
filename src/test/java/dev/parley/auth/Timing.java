package dev.parley.auth;

import dev.parley.testing.Client;
import dev.parley.testing.MailServer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A program, and no test: measures whether the time of an answer tells if an address has an
/// account. It asks with an address that has one and with one that has none, in random order, and
/// prints the medians.
///
/// ```sh
/// ./mvnw test-compile dependency:build-classpath -Dmdep.outputFile=target/class-path
/// java -cp target/test-classes:target/classes:$(cat target/class-path) dev.parley.auth.Timing 400
/// ```
final class Timing {

  private static final String RESEND = "/auth/verify-email/resend";
  private static final int ADDRESSES = 25;
  private static final int WARM_UP = 50;
  private static final double MICROSECOND = 1_000;

  private final Random random = new Random();
  private final int samples;
  private final List<String> known;
  private final List<String> unknown;

  private Timing(int samples, Supplier<Client> member) {
    this.samples = samples;
    known = addresses(() -> String.valueOf(member.get().email()));
    unknown = addresses(() -> UUID.randomUUID() + "@example.com");
  }

  private static List<String> addresses(Supplier<String> address) {
    return Stream.generate(address).limit(ADDRESSES).toList();
  }

  public static void main(String[] arguments) {
    var samples = arguments.length == 0 ? 400 : Integer.parseInt(arguments[0]);
    try (var mail = MailServer.start();
        var server = mail.sender()) {
      var timing = new Timing(samples, () -> mail.member(server));
      var nobody = server.client();
      timing.compare("log-in", address -> logIn(nobody, address));
      timing.compare("register", address -> register(nobody, address));
      timing.compare("forgot", address -> send(nobody, "/auth/password/forgot", address));
      timing.compare("resend", address -> send(nobody, RESEND, address));
    }
  }

  private static void register(Client nobody, String address) {
    nobody
        .post("/auth/register", Map.of("email", address, "password", Client.PASSWORD))
        .expect(202);
  }

  private static void send(Client nobody, String path, String address) {
    nobody.post(path, Map.of("email", address)).expect(202);
  }

  private static void logIn(Client nobody, String address) {
    nobody
        .post("/auth/login", Map.of("email", address, "password", "not " + Client.PASSWORD))
        .expect(401);
  }

  private void compare(String call, Consumer<String> ask) {
    measure(WARM_UP, ask);
    var medians = measure(samples, ask);
    System.out.printf(
        "%-20s known %.0f us, unknown %.0f us, known is %+.2f %%%n",
        call,
        medians[0] / MICROSECOND,
        medians[1] / MICROSECOND,
        100.0 * (medians[0] - medians[1]) / medians[1]);
  }

  /// Asks with one of each kind in turn, so that what else goes on meets both alike.
  private long[] measure(int count, Consumer<String> ask) {
    var times = new long[2][count];
    for (var i = 0; i < count; i++) {
      var first = random.nextInt(2);
      times[first][i] = time(ask, first);
      times[1 - first][i] = time(ask, 1 - first);
    }
    return Arrays.stream(times).mapToLong(Timing::median).toArray();
  }

  private long time(Consumer<String> ask, int kind) {
    var address = (kind == 0 ? known : unknown).get(random.nextInt(ADDRESSES));
    var began = System.nanoTime();
    ask.accept(address);
    return System.nanoTime() - began;
  }

  private static long median(long[] times) {
    Arrays.sort(times);
    return times[times.length / 2];
  }
}
