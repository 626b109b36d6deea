package dev.parley.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// One connection to the [FakeModel], with as many requests as the client sends on it.
///
/// One thread does nothing but read, so that the client's closing is noticed at once; the answers
/// are written by a second one, in the order of their requests.
final class Connection implements Runnable {
  private final FakeModel fake;
  private final Socket socket;
  private final List<Call> calls = new ArrayList<>();
  private final ExecutorService answers =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("fake-answers").factory());

  Connection(FakeModel fake, Socket socket) {
    this.fake = fake;
    this.socket = socket;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true); // else a piece waits for the acknowledgement of the one before
      var in = new BufferedInputStream(socket.getInputStream());
      for (var request = Request.read(in); request != null; request = Request.read(in)) {
        take(request);
      }
    } catch (IOException _) {
      // Reset by either side, which closes it as well.
    } finally {
      calls.forEach(Call::markClosed);
      answers.shutdownNow();
    }
  }

  private void take(Request request) {
    var wire = new Wire(socket);
    var routed = fake.route(request, wire);
    calls.add(routed.exchange().call());
    answers.execute(() -> answer(routed, wire, request.asksToClose()));
  }

  private static void answer(FakeModel.Routed routed, Wire wire, boolean thenClose) {
    try {
      routed.behaviour().answer(routed.exchange());
      if (thenClose) {
        wire.finish();
      }
    } catch (IOException | InterruptedException _) {
      // The client is gone: the reading thread sees it too.
    }
    if (wire.isWhole()) {
      routed.exchange().call().markAnswered();
    }
  }
}
