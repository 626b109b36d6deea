package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Keeps;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeadDeadlineTest {

  private static final String REQUEST = "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n";

  private final FrozenConnection connection = new FrozenConnection();

  @BeforeEach
  void install() {
    HeadDeadline.addTo(connection.channel(), Duration.ofSeconds(10));
  }

  @Keeps("slow.heads")
  @Test
  void closesAConnectionWhoseHeadDoesNotEndInTime() {
    connection.send("GET / HTTP/1.1\r\n");
    for (var second = 0; second < 9; second++) {
      connection.pass(1);
      connection.send("X");
      assertThat(connection.isOpen()).as("after %d s", second).isTrue();
    }
    connection.pass(1);

    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void leavesABodyItsTime() {
    connection.send(REQUEST);
    connection.pass(60);
    connection.send("a");
    connection.pass(60);

    assertThat(connection.isOpen()).isTrue();
  }

  @Test
  void leavesAConnectionOnWhichNothingComes() {
    connection.pass(60);
    connection.send(REQUEST + "ab");
    connection.pass(60);

    assertThat(connection.isOpen()).isTrue();
  }

  @Test
  void watchesEveryRequestAnew() {
    connection.send("GET / HTTP/1.1\r\n");
    connection.pass(9);
    connection.send("\r\n");
    connection.pass(9);
    connection.send("GET / HTTP/1.1\r\n");
    connection.pass(9);
    assertThat(connection.isOpen()).isTrue();
    connection.pass(1);

    assertThat(connection.isOpen()).isFalse();
  }
}
