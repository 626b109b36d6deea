package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.TestServer;
import org.junit.jupiter.api.Test;

class HealthHttpTest {

  private final TestServer server = TestServer.shared();
  private final Client nobody = server.client();

  @Test
  void isOkWithoutAskingAnythingElse() {
    assertThat(nobody.get("/api/health").expect(200).raw()).isEqualTo("{\"status\":\"ok\"}");
    assertThat(nobody.get("/health/live").expect(200).raw()).isEqualTo("{\"status\":\"ok\"}");
  }

  @Test
  void tellsEverybodyWhetherItWorksAndNoMore() {
    assertThat(nobody.get("/health/ready").expect(200).raw()).isEqualTo("{\"status\":\"ok\"}");
    assertThat(server.member().get("/health/ready").expect(200).raw())
        .isEqualTo("{\"status\":\"ok\"}");
  }

  @Test
  void tellsInsidersWhetherEachPartWorks() {
    var ready = server.insider().get("/health/ready").expect(200).body();
    assertThat(ready.get("status").stringValue()).isEqualTo("ok");
    assertThat(ready.at("/parts/database").stringValue()).isEqualTo("ok");
    assertThat(ready.at("/parts/server").stringValue()).isEqualTo("ok");
  }

  @Test
  void asksNoModel() {
    var before = server.model().count();
    nobody.get("/api/health").expect(200);
    nobody.get("/health/ready").expect(200);
    assertThat(server.model().count()).isEqualTo(before);
  }

  @Test
  void looksAtNoToken() {
    nobody.withToken("garbage").get("/api/health").expect(200);
  }
}
