package dev.parley.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.Secret;
import dev.parley.platform.UnsafeStart;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailServerTest {

  @ParameterizedTest
  @CsvSource({
    "smtp://mail.example.com, mail.example.com, 25",
    "smtp://mail.example.com/, mail.example.com, 25",
    "smtp://mail.example.com?starttls, mail.example.com, 587",
    "smtp://mail.example.com:2525?starttls=true, mail.example.com, 2525",
    "smtps://mail.example.com, mail.example.com, 465",
    "SMTPS://mail.example.com:4650, mail.example.com, 4650",
  })
  void isReadFromItsAddress(String url, String host, int port) {
    var sender = MailServer.parse(new Secret(url)).sender();
    assertThat(sender.getHost()).isEqualTo(host);
    assertThat(sender.getPort()).isEqualTo(port);
    assertThat(sender.getUsername()).isNull();
    assertThat(sender.getJavaMailProperties()).containsEntry("mail.smtp.auth", "false");
  }

  @Test
  void isSignedInToWithWhatStandsInItsAddress() {
    var sender =
        MailServer.parse(new Secret("smtp://ada%40example.com:p%40s%3As+%25@mail.example.com"))
            .sender();
    assertThat(sender.getUsername()).isEqualTo("ada@example.com");
    assertThat(sender.getPassword()).isEqualTo("p@s:s+%");
    assertThat(sender.getJavaMailProperties()).containsEntry("mail.smtp.auth", "true");
  }

  @Test
  void isSpokenToInTheClearOnlyWhereNothingElseWasSaid() {
    assertThat(properties("smtps://mail.example.com"))
        .containsEntry("mail.smtp.ssl.enable", "true")
        .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
    assertThat(properties("smtp://mail.example.com?starttls"))
        .containsEntry("mail.smtp.starttls.required", "true")
        .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
  }

  @ParameterizedTest
  @CsvSource({
    "smtp://mail.example.com, true",
    "smtp://mail.example.com?starttls, false",
    "smtps://mail.example.com, false",
    "smtp://localhost, false",
    "smtp://127.0.0.1:2525, false",
  })
  void isOpenWhereOthersCanReadTheMailOnItsWay(String url, boolean open) {
    assertThat(MailServer.parse(new Secret(url)).isOpen()).isEqualTo(open);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail.example.com",
        "mail.example.com:25",
        "http://mail.example.com",
        "smtp:mail.example.com",
        "smtp://",
        "smtp://mail.example.com/inbox",
        "smtp://mail.example.com?tls",
        "smtps://mail.example.com?starttls",
        "smtp://ada:pass word@mail.example.com",
        "smtp://ada:p@ss@mail.example.com",
        "smtp://ada:100%@mail.example.com"
      })
  void isNamedRightOrRefusesTheStartWithoutRepeatingThePassword(String url) {
    assertThatThrownBy(() -> MailServer.parse(new Secret(url)))
        .isInstanceOf(UnsafeStart.class)
        .hasMessage("SMTP_URL names no mail server.")
        .hasNoCause();
  }

  private static Properties properties(String url) {
    return MailServer.parse(new Secret(url)).sender().getJavaMailProperties();
  }
}
