package dev.parley.testing;

import java.util.ArrayList;
import java.util.List;

/// Two servers on one database, PostgreSQL unless the tests run on MariaDB, and one Redis,
/// which ask one model service. What clients do on the one and see on the other is what this is
/// for.
public final class TwoNodes implements AutoCloseable {

  private static final class Shared {
    private static final TwoNodes NODES = start();
  }

  /// Unless a node is to have them otherwise.
  private static final List<String> USUAL =
      List.of(
          "--parley.redis.timeout=2s",
          "--parley.token.secret=the secret of both nodes, of 64 characters or so");

  private final RedisServer redis = RedisServer.start();
  private final FakeModel model = FakeModel.start();
  private final String database = Databases.server().create();
  private final TestServer first;
  private final TestServer second;

  private TwoNodes(String... settings) {
    first = node(settings);
    second = node(settings);
  }

  /// The two that tests share.
  public static TwoNodes shared() {
    return Shared.NODES;
  }

  /// Two of one's own.
  ///
  /// @param settings of both
  public static TwoNodes start(String... settings) {
    return new TwoNodes(settings);
  }

  /// Starts one more.
  public TestServer node(String... settings) {
    var all =
        new ArrayList<>(
            List.of(
                "--parley.redis.url=" + redis.url(),
                "--parley.node.farewell=0s",
                "--parley.model.base-url=" + model.baseUrl()));
    all.addAll(List.of(settings));
    for (var usual : USUAL) {
      var name = usual.substring(0, usual.indexOf('=') + 1);
      if (all.stream().noneMatch(setting -> setting.startsWith(name))) {
        all.add(usual);
      }
    }
    return TestServer.on(database, all.toArray(String[]::new));
  }

  public TestServer first() {
    return first;
  }

  public TestServer second() {
    return second;
  }

  public FakeModel model() {
    return model;
  }

  public RedisServer redis() {
    return redis;
  }

  /// The address of the database.
  public String database() {
    return database;
  }

  /// The same person on the second node.
  public Client onSecond(Client person) {
    return new Client(second::uri, person.email(), person.token(), person.refreshToken());
  }

  @Override
  public void close() {
    first.close();
    second.close();
    redis.close();
    model.close();
  }
}
