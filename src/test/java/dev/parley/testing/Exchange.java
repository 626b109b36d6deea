package dev.parley.testing;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// One call and the means to answer it.
public final class Exchange {
  private static final Duration FOREVER = Duration.ofDays(1);

  private final Call call;
  private final List<Integer> numbers;
  private final Wire wire;
  private final Gate gate;

  Exchange(Call call, List<Integer> numbers, Wire wire, Gate gate) {
    this.call = call;
    this.numbers = numbers;
    this.wire = wire;
    this.gate = gate;
  }

  public Call call() {
    return call;
  }

  /// The connection, for all that is not as it should be.
  public Wire wire() {
    return wire;
  }

  /// A number of the model's name: of `say-5-10` number 0 is 5 and number 1 is 10.
  public int number(int index) {
    return numbers.get(index);
  }

  /// Begins a good answer: status 200 and what comes before the first piece.
  public Answer begin() throws IOException {
    return begin(Framing.PLAIN);
  }

  /// Begins a good answer; the framing matters only where the client asked for a stream.
  public Answer begin(Framing framing) throws IOException {
    var json = CompletionJson.of(call);
    return call.asksForStream()
        ? StreamedAnswer.begin(json, wire, framing)
        : WholeAnswer.begin(json, wire);
  }

  /// Lets time pass.
  ///
  /// @throws IOException as soon as the client closes the connection
  public void pause(Duration time) throws IOException, InterruptedException {
    if (call.awaitClosed(time)) {
      throw new IOException("the client is gone");
    }
  }

  /// Holds the connection open and silent until the client closes it.
  public void hold() throws IOException, InterruptedException {
    pause(FOREVER);
  }

  /// Waits until the test lets one more piece through.
  public void passGate() throws InterruptedException {
    gate.pass(call.model());
  }
}
