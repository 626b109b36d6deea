package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DotEnvTest {

  static Stream<Arguments> lines() {
    return Stream.of(
        argumentSet("plain", "NAME=value", "value"),
        argumentSet("nothing", "NAME=", ""),
        argumentSet("exported", "export NAME=value", "value"),
        argumentSet("indented", "  NAME=value", "value"),
        argumentSet("spaces around", " NAME = value ", "value"),
        argumentSet("spaces inside", "NAME=one two", "one two"),
        argumentSet("an equals sign", "NAME=a=b==", "a=b=="),
        argumentSet("a byte order mark", "\ufeffNAME=value", "value"),
        argumentSet("double quotes", "NAME=\"one  two \"", "one  two "),
        argumentSet("single quotes", "NAME='one  two '", "one  two "),
        argumentSet("empty quotes", "NAME=\"\"", ""),
        argumentSet("the other quotes inside", "NAME=\"it's\"", "it's"),
        argumentSet("a quote inside", "NAME=\"say \\\"hello\\\"\"", "say \"hello\""),
        argumentSet("a protected backslash", "NAME=\"a\\\\b\"", "a\\b"),
        argumentSet("a backslash as it is", "NAME=\"C:\\new\"", "C:\\new"),
        argumentSet("no escapes in single quotes", "NAME='a\\\\b'", "a\\\\b"),
        argumentSet("a comment", "NAME=value # why", "value"),
        argumentSet("a comment after quotes", "NAME=\"value\" # why", "value"),
        argumentSet("only a comment", "NAME= # why", ""),
        argumentSet("a hash in a word", "NAME=pass#word", "pass#word"),
        argumentSet("a hash in quotes", "NAME='pass #word'", "pass #word"),
        argumentSet("an address", "NAME=http://localhost:11434/v1", "http://localhost:11434/v1"),
        argumentSet("any script", "NAME=größe 你好", "größe 你好"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void reads(String line, String value) {
    assertThat(parse(line)).containsExactly(Map.entry("NAME", value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "# NAME=value", "  # NAME=value", "NAME", "=value", "NA-ME=x"})
  void passesOver(String line) {
    assertThat(parse(line)).isEmpty();
  }

  private static Map<String, Object> parse(String line) {
    var settings = new HashMap<String, Object>();
    DotEnv.parse(line, settings);
    return settings;
  }
}
