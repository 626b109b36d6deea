package dev.parley.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Takes traces as a collector of OpenTelemetry does (OTLP over HTTP), and keeps their spans.
///
/// Source of the numbers: <https://github.com/open-telemetry/opentelemetry-proto>, trace.proto
public final class OtlpReceiver implements AutoCloseable {

  /// One step of a trace.
  ///
  /// @param parent empty for none
  public record Span(
      String name, String trace, String id, String parent, Map<String, String> attributes) {}

  private final List<Span> spans = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private OtlpReceiver(HttpServer server) {
    this.server = server;
  }

  public static OtlpReceiver start() {
    var receiver = new OtlpReceiver(listening());
    receiver.server.createContext(
        "/v1/traces",
        exchange -> {
          receiver.take(exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    receiver.server.start();
    return receiver;
  }

  private static HttpServer listening() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Those that have come so far.
  public List<Span> spans() {
    return List.copyOf(spans);
  }

  private void take(byte[] request) {
    for (var resource : Protobuf.read(request).all(1)) {
      for (var scope : Protobuf.read(resource).all(2)) {
        for (var span : Protobuf.read(scope).all(2)) {
          spans.add(span(Protobuf.read(span)));
        }
      }
    }
  }

  private static Span span(Protobuf span) {
    var attributes = new TreeMap<String, String>();
    for (var bytes : span.all(9)) {
      var attribute = Protobuf.read(bytes);
      var value = Protobuf.read(attribute.all(2).getFirst());
      attributes.put(attribute.text(1), value.all(1).isEmpty() ? value.number(3) : value.text(1));
    }
    return new Span(span.text(5), span.hex(1), span.hex(2), span.hex(4), Map.copyOf(attributes));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /// One message, as its fields stand in it: varints as text, and bytes.
  private record Protobuf(Map<Integer, List<byte[]>> bytes, Map<Integer, String> numbers) {

    static Protobuf read(byte[] message) {
      var fields = new Protobuf(new TreeMap<>(), new TreeMap<>());
      for (var at = 0; at < message.length; ) {
        var tag = varint(message, at);
        at += size(tag);
        var field = (int) (tag >>> 3);
        switch ((int) (tag & 7)) {
          case 0 -> {
            var number = varint(message, at);
            at += size(number);
            fields.numbers.put(field, Long.toString(number));
          }
          case 1 -> at += 8;
          case 2 -> {
            var length = varint(message, at);
            at += size(length);
            var part = new byte[(int) length];
            System.arraycopy(message, at, part, 0, part.length);
            fields.bytes.computeIfAbsent(field, _ -> new ArrayList<>()).add(part);
            at += part.length;
          }
          default -> at += 4;
        }
      }
      return fields;
    }

    List<byte[]> all(int field) {
      return bytes.getOrDefault(field, List.of());
    }

    String text(int field) {
      return new String(all(field).getFirst(), StandardCharsets.UTF_8);
    }

    String hex(int field) {
      return all(field).isEmpty() ? "" : HexFormat.of().formatHex(all(field).getFirst());
    }

    String number(int field) {
      return numbers.getOrDefault(field, "");
    }

    private static long varint(byte[] message, int from) {
      var value = 0L;
      for (int at = from, shift = 0; ; at++, shift += 7) {
        value |= (message[at] & 0x7fL) << shift;
        if (message[at] >= 0) {
          return value;
        }
      }
    }

    private static int size(long value) {
      return Math.max(1, (70 - Long.numberOfLeadingZeros(value)) / 7);
    }
  }
}
