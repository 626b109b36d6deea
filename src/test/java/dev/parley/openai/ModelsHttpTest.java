package dev.parley.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.TestServer;
import org.junit.jupiter.api.Test;

class ModelsHttpTest {

  @Test
  void listsTheModelsThatMayBeAsked() {
    try (var server =
        TestServer.start("--parley.model.allowed=b,some/a", "--parley.model.default-model=b")) {
      var models = server.member().get("/v1/models").expect(200);
      assertThat(models.text("object")).isEqualTo("list");
      assertThat(models.body().get("data").valueStream().map(model -> model.get("id").asString()))
          .containsExactly("b", "some/a");
      var one = server.member().get("/v1/models/some%2Fa").expect(200);
      assertThat(one.body()).isEqualTo(models.body().at("/data/1"));
      assertThat(server.member().get("/v1/models/some/a").expect(200).raw()).isEqualTo(one.raw());
      assertThat(one.raw())
          .isEqualTo(
              "{\"id\":\"some/a\",\"object\":\"model\",\"created\":0,\"owned_by\":\"parley\"}");
    }
  }

  @Test
  void knowsAnyModelWhereAnyMayBeAsked() {
    var member = TestServer.shared().member();
    assertThat(member.get("/v1/models/say-7-0").expect(200).text("id")).isEqualTo("say-7-0");
    assertThat(member.get("/v1/models").expect(200).body().at("/data/0/id").asString())
        .as("the default")
        .isEqualTo("say-3-0");
  }
}
