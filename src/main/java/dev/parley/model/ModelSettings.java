package dev.parley.model;

import dev.parley.platform.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Which model service is asked, and how patiently.
///
/// @param apiKey `OPENAI_API_KEY`: the key of the service; none with no address: the demo model
/// answers
/// @param baseUrl `OPENAI_BASE_URL`: where the service is, OpenAI's where nobody says
/// @param defaultModel `OPENAI_MODEL`: the model that is asked where none is named
/// @param allowed `PARLEY_MODELS`: the models that may be named besides that one; `*` for any
/// @param windows how many tokens each model takes, by name
/// @param answers how many tokens an answer of each model has at most, by name
/// @param otherWindow how many tokens a model takes that is not in `windows`
/// @param connectTimeout for one attempt to connect
/// @param silence how long the service may say nothing, before the first byte and between any two
/// @param wholeSilence the same, of an answer that does not come as a stream: of that there is
/// nothing to be heard while it is written
/// @param longest how long an answer may take in all
/// @param largestLine bytes of one line of the stream
/// @param largestAnswer bytes of text of one answer, as UTF-16 units
/// @param largestWhole bytes of an answer that does not come as a stream, with all that stands
/// around its text
/// @param connections the most connections to the service at one time
/// @param outagePause how long nothing is asked once the service is found to be down
/// @param tryKeys whether the service is asked, before an account's own key is stored, if it takes
/// it
@ConfigurationProperties("parley.model")
record ModelSettings(
    @Nullable Secret apiKey,
    @Nullable URI baseUrl,
    @DefaultValue("gpt-4.1-mini") String defaultModel,
    @DefaultValue({"gpt-4.1-mini", "gpt-4o-mini", "gpt-3.5-turbo"}) List<String> allowed,
    @DefaultValue Map<String, Integer> windows,
    @DefaultValue Map<String, Integer> answers,
    @DefaultValue("16000") int otherWindow,
    @DefaultValue("2s") Duration connectTimeout,
    @DefaultValue("60s") Duration silence,
    @DefaultValue("60s") Duration wholeSilence,
    @DefaultValue("15m") Duration longest,
    @DefaultValue("1MB") DataSize largestLine,
    @DefaultValue("1MB") DataSize largestAnswer,
    @DefaultValue("16MB") DataSize largestWhole,
    @DefaultValue("20000") int connections,
    @DefaultValue("10s") Duration outagePause,
    @DefaultValue("true") boolean tryKeys) {

  private static final URI OPENAI = URI.create("https://api.openai.com/v1");

  ModelSettings {
    apiKey = apiKey == null || apiKey.isBlank() ? null : apiKey;
    baseUrl = baseUrl == null || baseUrl.toString().isBlank() ? null : baseUrl;
  }

  /// Whether nobody said which service to ask.
  boolean isDemo() {
    return apiKey == null && baseUrl == null;
  }

  /// The address to send questions to.
  URI completions() {
    return address("/chat/completions");
  }

  /// The address of the list of models.
  URI models() {
    return address("/models");
  }

  /// A query in the base address, as some services want it, stays at its end.
  private URI address(String end) {
    var base = (baseUrl == null ? OPENAI : baseUrl).toString();
    var query = base.indexOf('?');
    var path = query < 0 ? base : base.substring(0, query);
    return URI.create(path.replaceAll("/+$", "") + end + (query < 0 ? "" : base.substring(query)));
  }
}
