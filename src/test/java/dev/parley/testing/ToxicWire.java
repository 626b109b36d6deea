package dev.parley.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// A bad connection to a server: between the program and its database, or a browser and the
/// program.
public final class ToxicWire implements AutoCloseable {

  private static final String COMMIT = "COMMIT";

  private final URI database;
  private final ServerSocket listener;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean cutsCommit = new AtomicBoolean();
  private volatile boolean swallows;

  /// @param address the database's, as `DATABASE_URL` has it
  public ToxicWire(String address) throws IOException {
    database = URI.create(address);
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("toxic-wire").start(this::accept);
  }

  /// The address of the database by way of this.
  public String address() {
    return database
        .toString()
        .replace(":%d/".formatted(database.getPort()), ":%d/".formatted(listener.getLocalPort()));
  }

  /// Lets one more commit through, and breaks its connection instead of passing on the answer.
  public void cutAfterCommit() {
    cutsCommit.set(true);
  }

  /// Resets all connections that there are.
  public void reset() {
    sockets.forEach(ToxicWire::reset);
  }

  /// Passes nothing on any more, and tells nobody.
  public void swallow() {
    swallows = true;
  }

  public void heal() {
    swallows = false;
    reset();
  }

  private static void reset(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException _) {
      // It was gone before.
    }
  }

  private void accept() {
    try {
      while (true) {
        var client = listener.accept();
        var server = new Socket(database.getHost(), database.getPort());
        sockets.add(client);
        sockets.add(server);
        var isCut = new AtomicBoolean();
        Thread.ofVirtual().start(() -> pass(client, server, isCut, true));
        Thread.ofVirtual().start(() -> pass(server, client, isCut, false));
      }
    } catch (IOException _) {
      // Closed: the test is over.
    }
  }

  private void pass(Socket from, Socket to, AtomicBoolean isCut, boolean isAsked) {
    try (from;
        to) {
      copy(from.getInputStream(), to.getOutputStream(), isCut, isAsked);
    } catch (IOException _) {
      // Either side is gone, and now both are.
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private void copy(InputStream in, OutputStream out, AtomicBoolean isCut, boolean isAsked)
      throws IOException {
    var bytes = new byte[8_192];
    for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
      if (!isAsked && isCut.get()) {
        return;
      }
      if (isAsked && isCommit(bytes, count) && cutsCommit.compareAndSet(true, false)) {
        isCut.set(true);
      }
      if (!swallows) {
        out.write(bytes, 0, count);
      }
    }
  }

  private static boolean isCommit(byte[] bytes, int count) {
    return new String(bytes, 0, count, StandardCharsets.ISO_8859_1).contains(COMMIT);
  }

  @Override
  public void close() {
    try {
      listener.close();
      reset();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
