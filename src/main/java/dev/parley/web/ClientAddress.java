package dev.parley.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/// Where a request comes from: the other end of the connection, or, where that is a proxy named in
/// the settings, the address that the proxy says it had the request from.
@Component
public final class ClientAddress {

  private static final String FORWARDED = "X-Forwarded-For";

  /// The part of an IPv6 address that one household has.
  private static final int NETWORK_BYTES = 8;

  private final List<AddressRange> proxies;

  ClientAddress(WebSettings settings) {
    proxies = settings.trustedProxies().stream().map(AddressRange::parse).toList();
  }

  /// The address as limits tell them apart: an IPv4 address, or the first half of an IPv6 address.
  public String of(ServerHttpRequest request) {
    var remote = request.getRemoteAddress();
    if (remote == null || remote.getAddress() == null) {
      return "unknown";
    }
    return text(forwarded(request, remote.getAddress()));
  }

  /// Goes through the list from its end, as far as proxies that are trusted wrote it.
  private InetAddress forwarded(ServerHttpRequest request, InetAddress remote) {
    var client = remote;
    var list = String.join(",", request.getHeaders().getOrEmpty(FORWARDED)).split(",", -1);
    for (var i = list.length - 1; i >= 0 && isProxy(client); i--) {
      var before = literal(list[i].strip());
      if (before.isEmpty()) {
        return client;
      }
      client = before.get();
    }
    return client;
  }

  private boolean isProxy(InetAddress address) {
    return proxies.stream().anyMatch(range -> range.contains(address));
  }

  /// Reads an address that is written in numbers; a name is never looked up.
  private static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String text(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
        : address.getHostAddress();
  }
}
