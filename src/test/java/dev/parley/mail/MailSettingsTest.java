package dev.parley.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.Secret;
import dev.parley.platform.UnsafeStart;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailSettingsTest {

  private static final Secret SMTP = new Secret("smtp://localhost");
  private static final Secret TOKEN = new Secret("abc-_123");

  @Test
  void areNotSetWithoutAMailServer() {
    assertThat(settings(null, "", "").areSet()).isFalse();
    assertThat(settings(new Secret(" "), "", "").areSet()).isFalse();
    assertThat(settings(SMTP, "a@example.com", "https://example.com").areSet()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://chat.example.com, chat.example.com",
    "https://chat.example.com/, chat.example.com",
    "https://example.com/chat/, example.com",
    "http://localhost:8000, localhost:8000",
  })
  void leadToWherePeopleFindTheServer(String publicUrl, String site) {
    var links = new Links(settings(SMTP, "a@example.com", publicUrl));
    assertThat(links.to("/verify", TOKEN))
        .isEqualTo(publicUrl.replaceFirst("/$", "") + "/verify#token=abc-_123");
    assertThat(links.site()).isEqualTo(site);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "chat.example.com",
        "/chat",
        "ftp://example.com",
        "https://",
        "https://ada:secret@example.com",
        "https://example.com?a=b",
        "https://example.com#a",
        "https://exa mple.com"
      })
  void refuseTheStartWithoutAPlaceThatLinksCanLeadTo(String publicUrl) {
    assertThatThrownBy(() -> new Links(settings(SMTP, "a@example.com", publicUrl)))
        .isInstanceOf(UnsafeStart.class)
        .hasMessageContaining("PUBLIC_URL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "parley", "a@example.com, b@example.com", "<>", "a@b@c", "Parley <>"})
  void refuseTheStartWithoutSomebodyThatMailIsFrom(String from) {
    assertThatThrownBy(() -> new Post(SMTP, from, Clock.systemUTC()))
        .isInstanceOf(UnsafeStart.class)
        .hasMessageContaining("MAIL_FROM");
  }

  private static MailSettings settings(@Nullable Secret smtp, String from, String publicUrl) {
    return new MailSettings(smtp, from, publicUrl, Duration.ofDays(3));
  }
}
