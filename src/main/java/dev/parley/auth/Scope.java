package dev.parley.auth;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a personal access token is good for. Whatever manages the account itself is not among it.
enum Scope {
  /// Asking, stopping, rating, and changing conversations.
  CHAT,
  /// Reading the account, its conversations, messages and streams.
  READ;

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Scope> of(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }

  /// Several as one text: their words with a space between them (RFC 6749, section 3.3).
  static String join(List<Scope> scopes) {
    return scopes.stream().map(Scope::word).collect(Collectors.joining(" "));
  }

  static List<Scope> split(String words) {
    return Arrays.stream(words.split(" ")).map(Scope::of).flatMap(Optional::stream).toList();
  }
}
