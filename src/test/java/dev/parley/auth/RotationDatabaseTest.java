package dev.parley.auth;

import dev.parley.testing.Keeps;
import dev.parley.testing.TestServer;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;

/// Whatever tokens of a session are shown, in whatever order and after whatever time: each has one
/// successor, and one that is shown too late ends the session.
@Keeps({"refresh.honest", "refresh.spent"})
@Tag("contract")
class RotationDatabaseTest {

  private static final TestServer SERVER = TestServer.start();

  @AfterContainer
  static void close() {
    SERVER.close();
  }

  @Property(tries = 40)
  void keepsToItsRules(@ForAll("chains") ActionChain<Rotation> chain) {
    chain.withInvariant("as it has to be", Rotation::check).run();
  }

  @Provide
  ActionChainArbitrary<Rotation> chains() {
    return ActionChain.startWith(() -> new Rotation(SERVER))
        .withAction(6, showing())
        .withAction(3, passing())
        .withAction(1, loggingOut())
        .withMaxTransformations(12);
  }

  private static Action.Independent<Rotation> showing() {
    return () ->
        Arbitraries.integers()
            .between(0, 3)
            .map(ago -> Transformer.mutate("shows one of %d ago".formatted(ago), r -> r.show(ago)));
  }

  /// Sums of these are far enough from the ten seconds for a machine that pauses.
  private static Action.Independent<Rotation> passing() {
    return () ->
        Arbitraries.of(4, 20)
            .map(
                seconds ->
                    Transformer.mutate(
                        "%d s pass".formatted(seconds), r -> r.pass(Duration.ofSeconds(seconds))));
  }

  private static Action.Independent<Rotation> loggingOut() {
    return () -> Arbitraries.just(Transformer.mutate("logs out", Rotation::logOut));
  }
}
