package dev.parley.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Corpus;
import dev.parley.testing.Keeps;
import dev.parley.testing.TestServer;
import org.junit.jupiter.api.Test;

@Keeps("input.parsers")
class TokenFuzzTest {

  private static final TestServer SERVER = TestServer.shared();

  @Test
  void standsForNobodyElse() {
    var member = SERVER.member();
    var personal = member.post("/account/tokens", "{'name':'Mine'}").expect(201).text("token");
    var tokens = SERVER.bean(AccessTokens.class);
    var mint = SERVER.bean(Mint.class);
    Corpus.of("token")
        .with(String.valueOf(member.token()), personal)
        .tryAll(
            input -> {
              var text = new String(input, UTF_8);
              tokens
                  .read(text)
                  .ifPresent(found -> assertThat(found.sessionId()).isEqualTo(member.session()));
              mint.read(text).ifPresent(_ -> assertThat(text).isEqualTo(personal));
            });
  }
}
