package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.Permit;
import dev.parley.web.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OpenStreamsTest {

  private final OpenStreams streams = new OpenStreams();
  private final Permit phone = new Permit("user_1", "login_1", () -> false);
  private final Permit laptop = new Permit("user_1", "login_2", () -> false);
  private final Permit stranger = new Permit("user_2", "login_3", () -> false);

  @Test
  void endsAllOfASessionAndNoOthers() {
    var first = enter(phone);
    var second = enter(phone);
    var other = enter(laptop);
    streams.end("login_1");

    assertThat(first).containsExactly("session_ended");
    assertThat(second).containsExactly("session_ended");
    assertThat(other).isEmpty();
  }

  @Test
  void endsAllOfAnAccount() {
    var one = enter(phone);
    var two = enter(laptop);
    var theirs = enter(stranger);
    streams.endAll("user_1");

    assertThat(one).containsExactly("session_ended");
    assertThat(two).containsExactly("session_ended");
    assertThat(theirs).isEmpty();
  }

  @Test
  void tellsWhoseAccountIsNoMore() {
    var one = enter(phone);
    streams.forgetAll("user_1");

    assertThat(one).containsExactly("gone");
  }

  @Test
  void endsAStreamThatComesTooLate() {
    assertThat(enter(new Permit("user_1", "login_1", () -> true))).containsExactly("session_ended");
  }

  @Test
  void forgetsThoseThatLeave() {
    var told = new ArrayList<String>();
    Consumer<Refusal> stream = because -> told.add(because.code());
    streams.enter(phone, stream);
    enter(phone);
    streams.leave(phone, stream);
    assertThat(streams.count("login_1")).isEqualTo(1);
    streams.end("login_1");

    assertThat(told).isEmpty();
  }

  private List<String> enter(Permit permit) {
    var told = new ArrayList<String>();
    streams.enter(permit, because -> told.add(because.code()));
    return told;
  }
}
