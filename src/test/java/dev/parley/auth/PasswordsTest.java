package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.parley.platform.Secret;
import dev.parley.testing.Keeps;
import dev.parley.testing.Together;
import dev.parley.web.ServerBusy;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class PasswordsTest {

  private static final Secret PASSWORD = new Secret("correct horse battery staple");
  private static final long ARGON2_MEMORY = 19_456 * 1_024;

  private final Passwords passwords = new Passwords();

  @AfterEach
  void close() {
    passwords.close();
  }

  @Test
  void writesArgon2idAndItsParametersIntoTheHash() {
    assertThat(passwords.hash(PASSWORD))
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
  }

  @Test
  void saltsEveryHash() {
    assertThat(passwords.hash(PASSWORD)).isNotEqualTo(passwords.hash(PASSWORD));
  }

  @Test
  void knowsThePasswordOfAHash() {
    var hash = passwords.hash(PASSWORD);
    assertThat(passwords.matches(PASSWORD, hash)).isTrue();
    assertThat(passwords.matches(new Secret("Correct horse battery staple"), hash)).isFalse();
  }

  @Test
  void findsNoPasswordWhereThereIsNoHash() {
    assertThat(passwords.matches(PASSWORD, null)).isFalse();
    assertThat(passwords.matches(new Secret(""), null)).isFalse();
  }

  @Keeps("address.work")
  @Test
  void worksAsHardWhereThereIsNoHash() {
    var hash = passwords.hash(PASSWORD);
    var wrong = new Secret("wrong");
    var withHash = allocatedBy(() -> passwords.matches(wrong, hash));
    var without = allocatedBy(() -> passwords.matches(wrong, null));
    assertThat(withHash).isGreaterThan(ARGON2_MEMORY);
    assertThat(without).isCloseTo(withHash, within(ARGON2_MEMORY / 10));
  }

  @Test
  void knowsHashesOfWeakerParameters() {
    assertThat(passwords.isOutdated(passwords.hash(PASSWORD))).isFalse();
    assertThat(passwords.isOutdated(hashOf(9_728, 2))).isTrue();
    assertThat(passwords.isOutdated(hashOf(19_456, 1))).isTrue();
    assertThat(passwords.isOutdated(hashOf(65_536, 3))).isFalse();
  }

  @Keeps("guess.hashing")
  @Test
  void hashesNoMoreAtOnceThanThereAreCores() throws InterruptedException {
    var others = hashing();
    Together.run(20, _ -> passwords.hash(PASSWORD));
    assertThat(hashing() - others)
        .as("each of them has 19 MiB while it hashes, and nobody else")
        .isLessThanOrEqualTo(Runtime.getRuntime().availableProcessors());
  }

  @Test
  void takesNoMoreOnceItIsClosed() {
    passwords.close();
    assertThatExceptionOfType(ServerBusy.class).isThrownBy(() -> passwords.hash(PASSWORD));
  }

  private static String hashOf(int memoryKib, int passes) {
    return String.valueOf(
        new Argon2PasswordEncoder(16, 32, 1, memoryKib, passes).encode(PASSWORD.reveal()));
  }

  /// Bytes that the threads that hash have allocated for some work.
  private static long allocatedBy(Runnable work) {
    var before = allocated();
    work.run();
    return allocated() - before;
  }

  private static long allocated() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threadsThatHash()
        .mapToLong(thread -> threads.getThreadAllocatedBytes(thread.threadId()))
        .sum();
  }

  private static long hashing() {
    return threadsThatHash().count();
  }

  private static Stream<Thread> threadsThatHash() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("password-"));
  }
}
