package dev.parley.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.mail.Mail.Link;
import dev.parley.mail.Mail.Paragraph;
import org.junit.jupiter.api.Test;

class LayoutTest {

  private static final Mail MAIL =
      new Mail(
          "Hello & <welcome>",
          new Paragraph("One & two."),
          new Link("Go <there>", "https://example.com/#token=abc"),
          new Paragraph("\"Three\"."));

  @Test
  void isPlainText() {
    assertThat(Layout.text(MAIL))
        .isEqualTo(
            """
            One & two.

            Go <there>:
            https://example.com/#token=abc

            "Three".
            """);
  }

  @Test
  void isHtmlInWhichTextIsText() {
    assertThat(Layout.html(MAIL))
        .contains(
            "<title>Hello &amp; &lt;welcome&gt;</title>",
            "<p>One &amp; two.</p>",
            "<a href=\"https://example.com/#token=abc\"",
            ">Go &lt;there&gt;</a>",
            ">https://example.com/#token=abc</p>")
        .doesNotContain("<script", "<img", "src=", "url(");
  }

  @Test
  void showsNoLinkWhereAMailIsPrinted() {
    assertThat(MAIL.toString()).contains("[link]").doesNotContain("token=abc");
  }
}
