package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.Sessions.Refresh;
import dev.parley.platform.Ids;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A session on a server, and beside it what has to be true of it.
final class Rotation {

  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Whence SOMEWHERE = new Whence(null, "192.0.2.1");

  private final TestServer server;
  private final Sessions sessions;
  private final String sessionId;

  /// Each is the successor of the one before.
  private final List<RefreshToken> tokens = new ArrayList<>();

  /// When each of them was spent, but the last.
  private final List<Duration> spent = new ArrayList<>();

  private Duration now = Duration.ZERO;
  private boolean ended;

  Rotation(TestServer server) {
    this.server = server;
    this.sessions = server.bean(Sessions.class);
    var account = server.bean(Ids.class).next("user");
    server.write(
        """
        INSERT INTO users (id, email, password_hash, role, status, created_at, last_active_at)
        VALUES (?, ?, '', 'user', 'active', 0, 0)
        """,
        account,
        account);
    var begun = sessions.begin(new Credentials.Row(account, "", "user"), SOMEWHERE).orElseThrow();
    this.sessionId = begun.member().sessionId();
    tokens.add(begun.successor());
  }

  void pass(Duration time) {
    server.clock().advance(time);
    now = now.plus(time);
  }

  /// Shows the newest token, or one that was before it.
  void show(int generationsAgo) {
    var shown = Math.max(0, tokens.size() - 1 - generationsAgo);
    var told = sessions.refresh(tokens.get(shown), SOMEWHERE);
    if (ended) {
      assertThat(told).isInstanceOf(Refresh.Unknown.class);
    } else if (shown == spent.size()) {
      spent.add(now);
      tokens.add(successor(told));
    } else if (now.minus(spent.get(shown)).compareTo(GRACE) > 0) {
      assertThat(told).isInstanceOf(Refresh.Reused.class);
      ended = true;
    } else {
      assertThat(successor(told)).isEqualTo(tokens.get(shown + 1));
    }
  }

  void logOut() {
    sessions.end(tokens.getFirst());
    ended = true;
  }

  void check() {
    assertThat(server.bean(Revocations.class).concern(sessionId)).isEqualTo(ended);
    assertThat(tokens).doesNotHaveDuplicates();
  }

  private static RefreshToken successor(Refresh told) {
    assertThat(told).isInstanceOf(Refresh.Renewed.class);
    return ((Refresh.Renewed) told).successor();
  }

  @Override
  public String toString() {
    return "%d tokens, ended: %s".formatted(tokens.size(), ended);
  }
}
