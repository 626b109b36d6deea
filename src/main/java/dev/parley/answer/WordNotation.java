package dev.parley.answer;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// Words as they go between nodes: the name of the kind, a line's end, and JSON.
///
/// The other nodes may be of another version. What one of them says beyond what this one knows is
/// passed over.
@Component
class WordNotation {

  private static final Logger LOG = LoggerFactory.getLogger(WordNotation.class);

  private final JsonMapper json;
  private final Map<String, ObjectReader> readers;

  WordNotation(JsonMapper json) {
    this.json = json;
    this.readers =
        Stream.of(
                Word.Follow.class,
                Word.Grown.class,
                Word.Stop.class,
                Word.Ask.class,
                Word.Answering.class,
                Word.Happened.class)
            .collect(toUnmodifiableMap(Class::getSimpleName, kind -> reader(json, kind)));
  }

  private static ObjectReader reader(JsonMapper json, Class<? extends Word> kind) {
    return json.readerFor(kind).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  String write(Word word) {
    return word.getClass().getSimpleName() + "\n" + json.writeValueAsString(word);
  }

  /// The word; none where this version does not know it.
  Optional<Word> read(String words) {
    var end = words.indexOf('\n');
    var reader = end < 0 ? null : readers.get(words.substring(0, end));
    if (reader == null) {
      LOG.debug("A word of another version is passed over");
      return Optional.empty();
    }
    try {
      return Optional.of(reader.readValue(words.substring(end + 1)));
    } catch (JacksonException e) {
      LOG.debug("A word of another version is passed over", e);
      return Optional.empty();
    }
  }
}
