package dev.parley.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A mail server that misbehaves: it answers certain commands as it is told to, and all others as a
/// good one does. It takes no mail.
public final class FakeSmtp implements AutoCloseable {

  /// An answer that never comes.
  public static final String SILENCE = "";

  private final ServerSocket socket;
  private final Map<String, String> replies;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  private FakeSmtp(ServerSocket socket, Map<String, String> replies) {
    this.socket = socket;
    this.replies = replies;
  }

  /// Begins to listen.
  ///
  /// @param replies by the command, such as `RCPT`; for the greeting, `HELLO`
  public static FakeSmtp start(Map<String, String> replies) {
    try {
      var smtp = new FakeSmtp(new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")), replies);
      Thread.ofVirtual().name("fake-smtp").start(smtp::accept);
      return smtp;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return "smtp://127.0.0.1:" + socket.getLocalPort();
  }

  /// How many connections there are right now.
  public int connections() {
    return connections.size();
  }

  private void accept() {
    try {
      while (true) {
        var connection = socket.accept();
        connections.add(connection);
        Thread.ofVirtual().start(() -> converse(connection));
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  private void converse(Socket connection) {
    try (connection) {
      var in =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
      var command = "HELLO";
      while (command != null) {
        var reply = replies.getOrDefault(command, command.equals("HELLO") ? "220 Hello" : "250 OK");
        if (!reply.equals(SILENCE)) {
          connection.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        var line = in.readLine();
        command = line == null ? null : line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      }
    } catch (IOException _) {
      // The client has gone.
    } finally {
      connections.remove(connection);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (var connection : connections) {
      connection.close();
    }
  }
}
