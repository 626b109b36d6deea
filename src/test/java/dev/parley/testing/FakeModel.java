package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A model service on a free port of this machine that speaks OpenAI's chat protocol.
///
/// What it does is chosen by the name of the model that a request asks for, such as `say-5-10` or
/// `rst-3`; the classes that add to [Behaviours] list the names. Any other name is answered with
/// 404, `model_not_found`.
public final class FakeModel implements AutoCloseable {
  private static final int BACKLOG = 4096;

  private final ServerSocket listener;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Behaviours behaviours = Behaviours.standard();
  private final CallLog calls = new CallLog();
  private final CallLog keyCalls = new CallLog();
  private final List<String> strayRequests = new CopyOnWriteArrayList<>();
  private final Gate gate = new Gate();
  private final AtomicInteger connections = new AtomicInteger();
  private final Thread acceptor = Thread.ofVirtual().name("fake-model").unstarted(this::accept);

  private FakeModel(ServerSocket listener) {
    this.listener = listener;
  }

  /// A behaviour and the exchange that it is to answer.
  record Routed(Behaviour behaviour, Exchange exchange) {}

  /// Starts on a free port.
  public static FakeModel start() {
    return startOn(0);
  }

  /// Starts on a given port, such as that of a fake that was closed: the service is back.
  public static FakeModel startOn(int port) {
    try {
      var fake = new FakeModel(new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()));
      fake.acceptor.start();
      return fake;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What to give as `OPENAI_BASE_URL`: with `/v1`, without a slash at its end.
  public String baseUrl() {
    return "http://127.0.0.1:" + port() + "/v1";
  }

  public int port() {
    return listener.getLocalPort();
  }

  /// Adds a behaviour for one test, or replaces one.
  ///
  /// @param name words and numbers with hyphens between; a word in capitals stands for any number
  public FakeModel with(String name, Behaviour behaviour) {
    behaviours.add(name, behaviour);
    return this;
  }

  /// All calls to `/v1/chat/completions`, in the order in which they came.
  public List<Call> calls() {
    return calls.all();
  }

  /// All calls to `/v1/models`, by which keys are tried.
  public List<Call> keyCalls() {
    return keyCalls.all();
  }

  /// The calls of one model.
  public List<Call> calls(String model) {
    return calls.of(model);
  }

  public int count() {
    return calls().size();
  }

  public int count(String model) {
    return calls(model).size();
  }

  /// Waits for the first call of a model.
  ///
  /// @throws AssertionError when none comes in time
  public Call awaitCall(String model, Duration atMost) throws InterruptedException {
    return awaitCalls(model, 1, atMost).getFirst();
  }

  /// Waits until a model has been called that often.
  ///
  /// @throws AssertionError when it is not in time
  public List<Call> awaitCalls(String model, int count, Duration atMost)
      throws InterruptedException {
    return calls.await(model, count, atMost);
  }

  /// The requests to paths that no model service has, such as `GET /v1/elsewhere` by
  /// whoever follows a redirect.
  public List<String> strayRequests() {
    return List.copyOf(strayRequests);
  }

  /// Lets gated answers say that many pieces more, whichever comes first.
  public void release(int pieces) {
    gate.release(pieces);
  }

  /// How many connections there have been since the start.
  public int connections() {
    return connections.get();
  }

  /// Lets the gated answers of one model say that many pieces more.
  public void release(String model, int pieces) {
    gate.release(model, pieces);
  }

  /// Forgets calls, counts and what was released; running answers go on.
  public void reset() {
    calls.clear();
    strayRequests.clear();
    gate.clear();
  }

  /// Stops listening and drops all connections; the port is free again when this returns.
  @Override
  public void close() {
    try {
      listener.close();
      for (var socket : sockets) {
        socket.close();
      }
      acceptor.join(); // until then the system still listens
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Routed route(Request request, Wire wire) {
    return switch (request.method() + " " + request.path()) {
      case "POST /v1/chat/completions" -> {
        var call = calls.add(request);
        var match = behaviours.find(call.model());
        var exchange = new Exchange(call, match.numbers(), wire, gate);
        yield new Routed(call.model().isEmpty() ? Refusals::noModel : match.behaviour(), exchange);
      }
      case "GET /v1/models" -> {
        var call = keyCalls.add(request);
        yield new Routed(
            x -> ModelList.answer(x, behaviours.plainNames()),
            new Exchange(call, List.of(), wire, gate));
      }
      default -> {
        strayRequests.add(request.method() + " " + request.path());
        yield new Routed(Refusals::unknownPath, unrecorded(request, wire));
      }
    };
  }

  private Exchange unrecorded(Request request, Wire wire) {
    return new Exchange(new Call(request, 0), List.of(), wire, gate);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        var socket = listener.accept();
        sockets.add(socket);
        connections.incrementAndGet();
        Thread.ofVirtual().name("fake-connection").start(() -> serve(socket));
      } catch (IOException _) {
        // Closed, or the client had gone before it was accepted.
      }
    }
  }

  private void serve(Socket socket) {
    try {
      new Connection(this, socket).run();
    } finally {
      sockets.remove(socket);
    }
  }
}
