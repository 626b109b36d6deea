package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Keeps;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BodyPaceTest {

  private static final String HEAD = "POST / HTTP/1.1\r\nContent-Length: 10000\r\n\r\n";

  private final FrozenConnection connection = new FrozenConnection();

  @BeforeEach
  void install() {
    BodyPace.addTo(connection.channel(), Duration.ofSeconds(10), DataSize.ofBytes(100));
  }

  @Keeps("slow.bodies")
  @Test
  void closesAConnectionWhoseBodyComesTooSlowly() {
    connection.send(HEAD);
    connection.send("x".repeat(1_000));
    connection.pass(10);
    assertThat(connection.isOpen()).isTrue();
    connection.send("x".repeat(999));
    connection.pass(10);

    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void leavesTheConnectionOfAWholeBody() {
    connection.send(HEAD);
    for (var second = 0; second < 100; second++) {
      connection.send("x".repeat(100));
      connection.pass(1);
    }
    connection.pass(60);
    connection.send(HEAD);
    connection.pass(9);

    assertThat(connection.isOpen()).isTrue();
  }

  @Test
  void givesAClientTimeWhileNobodyReads() {
    connection.send(HEAD);
    connection.channel().config().setAutoRead(false);
    connection.pass(60);
    assertThat(connection.isOpen()).isTrue();
    connection.channel().config().setAutoRead(true);
    connection.pass(10);

    assertThat(connection.isOpen()).isFalse();
  }
}
