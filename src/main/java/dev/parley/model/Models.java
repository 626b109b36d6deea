package dev.parley.model;

import dev.parley.web.Fields;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The models that may be asked.
@Component
public final class Models {

  /// Tokens that the best-known models take, question and answer together, as their makers say.
  private static final Map<String, Integer> KNOWN_WINDOWS =
      Map.of("gpt-4.1-mini", 1_047_576, "gpt-4o-mini", 128_000, "gpt-3.5-turbo", 16_385);

  /// And those that an answer of theirs has at most.
  private static final Map<String, Integer> KNOWN_ANSWERS =
      Map.of("gpt-4.1-mini", 32_768, "gpt-4o-mini", 16_384, "gpt-3.5-turbo", 4_096);

  private static final int LONGEST_NAME = 200;
  private static final String ANY = "*";

  private final ModelSettings settings;
  private final Set<String> allowed;

  Models(ModelSettings settings) {
    this.settings = settings;
    this.allowed = new TreeSet<>(settings.allowed());
    this.allowed.add(settings.defaultModel());
  }

  /// The model that is meant: the named one if it may be asked, the default if none is named.
  public String choose(Fields fields, @Nullable String named) {
    if (named == null) {
      return settings.defaultModel();
    }
    if (!isAllowed(named)) {
      fields.reject(
          "model",
          allowed.contains(ANY)
              ? "must have 1 to %d characters".formatted(LONGEST_NAME)
              : "must be one of " + String.join(", ", allowed));
    }
    return named;
  }

  /// The named model if it may be asked, else the default.
  public String allowedOrDefault(String named) {
    return isAllowed(named) ? named : settings.defaultModel();
  }

  /// The names of those that may be asked, in the order of the alphabet; where any may be asked,
  /// those that were named all the same.
  public List<String> named() {
    return allowed.stream().filter(name -> !ANY.equals(name)).toList();
  }

  /// Whether a model may be asked.
  public boolean isAllowed(String name) {
    return allowed.contains(name)
        || (allowed.contains(ANY) && !name.isBlank() && name.length() <= LONGEST_NAME);
  }

  /// How many tokens an answer of a model has at most: as many as the model takes in all, where
  /// nobody said.
  public int longestAnswer(String model) {
    var told = settings.answers().get(model);
    var longest = told == null ? KNOWN_ANSWERS.get(model) : told;
    return longest == null ? window(model) : Math.min(longest, window(model));
  }

  /// How many tokens a model takes, question and answer together.
  public int window(String model) {
    var told = settings.windows().get(model);
    return told == null ? KNOWN_WINDOWS.getOrDefault(model, settings.otherWindow()) : told;
  }
}
