package dev.parley.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.web.Invalid;
import dev.parley.web.Malformed;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.StringNode;

class VerbatimTest {

  private static final String SENT =
      """
      { "model" : "a",  "n":1.50e2, "tools":[ {"x" : "\\u00e9\\ud83d"} ], "😀": null,"stream":true }
      """;

  @Test
  void leavesWhatIsNotChangedAsItIs() {
    assertThat(read(SENT).text()).isEqualTo(SENT);
    assertThat(read(SENT).without("unheard of").text()).isEqualTo(SENT);
  }

  @Test
  void changesSingleMembersAlone() {
    assertThat(read(SENT).without("model", "stream").text())
        .isEqualTo("{\"n\":1.50e2,\"tools\":[ {\"x\" : \"\\u00e9\\ud83d\"} ],\"😀\":null}");
    assertThat(read("{'a' : 1,'b':2}").with("a", StringNode.valueOf("\"")).text())
        .isEqualTo("{\"a\":\"\\\"\",\"b\":2}");
    assertThat(read("{}").with("a", StringNode.valueOf("b")).text()).isEqualTo("{\"a\":\"b\"}");
  }

  @Test
  void findsMembers() {
    assertThat(String.valueOf(read(SENT).find("tools"))).isEqualTo("[{\"x\":\"é\ud83d\"}]");
    assertThat(read(SENT).find("😀")).as("null counts as missing").isNull();
    assertThat(read(SENT).find("x")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{'a':1}}",
        "{'a':1} {}",
        "{'a':1,'a':2}",
        "{'a':{'b':1,'b':2}}",
        "{'a':}",
        "{a:1}",
        "{'a':'\n'}",
        "[1"
      })
  void refusesWhatIsNoJson(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "null", "'a'"})
  void refusesWhatIsNoObject(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(Invalid.class);
  }

  @Test
  void refusesMonsters() {
    assertThatThrownBy(() -> read("{'a':" + "[".repeat(100_000))).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> read("{'a':" + "1".repeat(100_000) + "}"))
        .isInstanceOf(Malformed.class);
    var members = new StringBuilder("{'a':1");
    for (var at = 0; at < 100_000; at++) {
      members.append(",'").append(at).append("':1");
    }
    assertThatThrownBy(() -> read(members + "}")).isInstanceOf(Malformed.class);
  }

  @Test
  void refusesWhatIsNotUtf8() {
    assertThatThrownBy(() -> Verbatim.read("{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(Malformed.class);
  }

  private static Verbatim read(String text) {
    return Verbatim.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
