package dev.parley.limit;

import dev.parley.testing.Keeps;
import dev.parley.testing.Response;
import dev.parley.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// A server behind a proxy that it was told of.
@Keeps("host.proxies")
class TrustedProxiesHttpTest {

  private static final TestServer SERVER =
      TestServer.start(
          "--parley.web.trusted-proxies=127.0.0.1,10.0.0.0/8",
          "--PARLEY_LIMIT_ADDRESS_SESSIONS=1/1h");

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Test
  void tellAddressesApart() {
    from("192.0.2.1").expect(200);
    from("192.0.2.1").expect(429);
    from("192.0.2.2").expect(200);
  }

  @Test
  void areBelievedOnlyAsFarAsTheyThemselvesWrote() {
    from("192.0.2.3").expect(200);
    from("198.51.100.9, 192.0.2.3").expect(429);
    from("198.51.100.9, 192.0.2.3, 10.1.2.3").expect(429);
  }

  @Test
  void countAHouseholdOfIpv6Once() {
    from("2001:db8:1:2::1").expect(200);
    from("2001:db8:1:2:ffff::9").expect(429);
    from("2001:db8:1:3::1").expect(200);
  }

  private static Response from(String addresses) {
    return SERVER
        .client()
        .send("POST", "/session/initialize_session", null, Map.of("X-Forwarded-For", addresses));
  }
}
