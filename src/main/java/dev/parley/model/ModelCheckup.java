package dev.parley.model;

import dev.parley.platform.Checkup;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Whether the model service answers and takes the key, and whether its clock and ours agree. It is
/// asked for the list of its models, which costs nothing.
@Component
@Order(3)
class ModelCheckup implements Checkup {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration ASTRAY = Duration.ofSeconds(30);

  private final ModelSettings settings;
  private final Clock clock;

  ModelCheckup(ModelSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "model service, clock";
  }

  @Override
  public Result examine() {
    if (settings.isDemo()) {
      return new Doubtful(
          "The built-in demo model answers.", "Set OPENAI_API_KEY, OPENAI_BASE_URL, or both.");
    }
    var service = settings.models().getAuthority();
    try {
      return explain(service, ask());
    } catch (IOException e) {
      return new Ill(
          "%s cannot be reached: %s.".formatted(service, e),
          "See that OPENAI_BASE_URL is right, and that this machine may connect there.");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Ill("It was interrupted.", "Try again.");
    }
  }

  private HttpResponse<Void> ask() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(settings.models()).timeout(PATIENCE).header("User-Agent", "Parley");
    if (settings.apiKey() != null) {
      request.header("Authorization", "Bearer " + settings.apiKey().reveal());
    }
    try (var client = HttpClient.newBuilder().connectTimeout(settings.connectTimeout()).build()) {
      return client.send(request.build(), BodyHandlers.discarding());
    }
  }

  private Result explain(String service, HttpResponse<Void> answer) {
    var status = answer.statusCode();
    if (status == 401 || status == 403) {
      return new Ill(
          "%s refuses the key (%d).".formatted(service, status),
          "Set OPENAI_API_KEY to a good one.");
    }
    if (status >= 500) {
      return new Ill("%s fails (%d).".formatted(service, status), "Ask those who run it.");
    }
    var astray = astray(answer);
    if (astray.isPresent()) {
      return new Doubtful(
          "This machine's clock and that of %s differ by %d seconds."
              .formatted(service, astray.get().toSeconds()),
          "Have this machine's clock set, such as by NTP.");
    }
    return new Well("%s answers (%d), and the clocks agree".formatted(service, status));
  }

  private Optional<Duration> astray(HttpResponse<Void> answer) {
    return answer
        .headers()
        .firstValue("Date")
        .flatMap(ModelCheckup::time)
        .map(theirs -> Duration.between(theirs, clock.instant()).abs())
        .filter(difference -> difference.compareTo(ASTRAY) > 0);
  }

  private static Optional<Instant> time(String date) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
