package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.util.unit.DataSize;

class ClientAddressTest {

  private static final List<String> PROXIES = List.of("10.0.0.0/8", "2001:db8:aaaa::/48");

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 203.0.113.5, 192.0.2.1",
    "10.0.0.1, 203.0.113.5, 203.0.113.5",
    "'10.0.0.1', '198.51.100.1, 203.0.113.5', 203.0.113.5",
    "'10.0.0.1', '198.51.100.1, 203.0.113.5, 10.0.0.2', 203.0.113.5",
    "'10.0.0.1', '198.51.100.1, evil.example, 10.0.0.2', 10.0.0.2",
    "10.0.0.1, nonsense, 10.0.0.1",
    "'10.0.0.1', '203.0.113.5,', 10.0.0.1",
    "'2001:db8:aaaa::1', '203.0.113.5', 203.0.113.5",
    "'2001:db8:1:2:3::4', '203.0.113.5', 20010db800010002",
    "'2001:db8:1:2:ffff::4', '203.0.113.5', 20010db800010002",
  })
  void isWhoAskedAsFarAsItCanBeKnown(String peer, String forwarded, String known) {
    assertThat(of(PROXIES, peer, forwarded)).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.1", "127.0.0.1"})
  void isThePeersWhereNoProxyIsNamed(String peer) {
    assertThat(of(List.of(), peer, "203.0.113.5")).isEqualTo(peer);
  }

  private static String of(List<String> proxies, String peer, String forwarded) {
    var settings =
        new WebSettings(
            List.of("*"),
            proxies,
            DataSize.ofMegabytes(8),
            null,
            Duration.ofSeconds(10),
            DataSize.ofKilobytes(4));
    var request =
        MockServerHttpRequest.get("/")
            .remoteAddress(new InetSocketAddress(InetAddress.ofLiteral(peer), 1))
            .header("X-Forwarded-For", forwarded)
            .build();
    return new ClientAddress(settings).of(request);
  }
}
