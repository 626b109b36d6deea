package dev.parley.testing;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The passwords, keys and tokens that clients of the tests have sent or were given. No server may
/// write one into a log or a database, or show it again.
public final class Secrets {

  /// In what clients send, and in what is shown to them once: a text, or several.
  private static final Pattern FIELD =
      Pattern.compile(
          "\"(?:password|current_password|new_password|api_key|access_token|refresh_token|token"
              + "|secret|recovery_codes)\"\\s*:\\s*(\\[[^\\]]*]|\"[^\"\\\\]+\")");

  /// Of the server's own page.
  private static final Pattern COOKIE = Pattern.compile("parley_(?:page|guest)=([^;\\s]+)");

  private static final Pattern TEXT = Pattern.compile("\"([^\"]+)\"");

  /// Of a guest, who sends it with each message and finds it in each answer.
  private static final Pattern SESSION = Pattern.compile("sess_[0-9a-f]{32}");

  private static final String HIDDEN = "[known]";
  private static final int LEAST_LENGTH = 12;
  private static final int LEAST_VARIETY = 8;

  private static final String SECRETS = "secrets.txt";
  private static final String SESSIONS = "sessions.txt";

  private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

  private Secrets() {}

  /// A secret that no server may show to anybody again.
  public static void add(String secret) {
    // What is short or monotonous stands in other texts by chance.
    if (secret.length() >= LEAST_LENGTH && secret.chars().distinct().count() >= LEAST_VARIETY) {
      remember(SECRETS, secret);
    }
  }

  /// Takes the secrets out of a body, or of a head, which was sent or is seen for the first time.
  ///
  /// @return it without them, wherever in it they stand
  static String learn(String body) {
    SESSION.matcher(body).results().forEach(session -> remember(SESSIONS, session.group()));
    var rest = body;
    for (var field : FIELD.matcher(body).results().toList()) {
      for (var text : TEXT.matcher(field.group(1)).results().toList()) {
        add(text.group(1));
        rest = rest.replace(text.group(1), HIDDEN);
      }
    }
    for (var cookie : COOKIE.matcher(body).results().toList()) {
      add(cookie.group(1));
      rest = rest.replace(cookie.group(1), HIDDEN);
    }
    return rest;
  }

  private static void remember(String file, String secret) {
    if (KNOWN.add(secret)) {
      Remains.add(file, secret);
    }
  }

  /// What may stand in no answer, of all tests up to now.
  public static List<String> ofAnswers() {
    return Remains.lines(SECRETS);
  }

  /// What may stand in no file of a server, of all tests up to now.
  public static List<String> ofFiles() {
    return Stream.of(SECRETS, SESSIONS).flatMap(file -> Remains.lines(file).stream()).toList();
  }
}
