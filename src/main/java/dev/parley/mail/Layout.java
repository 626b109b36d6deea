package dev.parley.mail;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/// How a mail looks, as text and as HTML. Neither loads anything.
final class Layout {

  private Layout() {}

  static String text(Mail mail) {
    return body(
            mail,
            "\n\n",
            part ->
                switch (part) {
                  case Mail.Paragraph paragraph -> paragraph.text();
                  case Mail.Link link -> link.label() + ":\n" + link.url();
                })
        + "\n";
  }

  static String html(Mail mail) {
    var body =
        body(
            mail,
            "\n",
            part ->
                switch (part) {
                  case Mail.Paragraph paragraph -> "<p>%s</p>".formatted(escape(paragraph.text()));
                  case Mail.Link link -> button(escape(link.url()), escape(link.label()));
                });
    return """
    <!doctype html>
    <html lang="en">
    <head><meta charset="utf-8"><title>%s</title></head>
    <body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1d2a26">
    <div style="max-width:560px;margin:0 auto">
    %s
    </div>
    </body>
    </html>
    """
        .formatted(escape(mail.subject()), body);
  }

  /// The address stands there for people to read, too: they need not trust a button.
  private static String button(String url, String label) {
    return """
    <p><a href="%1$s" style="display:inline-block;padding:10px 18px;border-radius:6px;\
    color:#fff;background:#1f6653;text-decoration:none">%2$s</a></p>
    <p style="font-size:13px;color:#51605b;word-break:break-all">%1$s</p>\
    """
        .formatted(url, label);
  }

  private static String body(Mail mail, String between, Function<Mail.Part, String> form) {
    return mail.parts().stream().map(form).collect(Collectors.joining(between));
  }

  private static String escape(String text) {
    return HtmlUtils.htmlEscape(text);
  }
}
