package dev.parley.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_32BE;
import static java.nio.charset.StandardCharsets.UTF_32LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChunkReaderTest {

  private final StringBuilder text = new StringBuilder();
  private final ChunkReader reader = new ChunkReader(text);

  static Stream<Arguments> texts() {
    return Stream.of(
        argumentSet("content", choice("{'content':'Hello'}"), "Hello"),
        argumentSet("a refusal is text, too", choice("{'content':null,'refusal':'No.'}"), "No."),
        argumentSet("nothing", choice("{'role':'assistant','content':''}"), ""),
        argumentSet("no content", choice("{'role':'assistant'}"), ""),
        argumentSet("null", choice("{'content':null}"), ""),
        argumentSet("a null delta", "{'choices':[{'index':0,'delta':null}]}", ""),
        argumentSet("no choices", "{'choices':[],'usage':null}", ""),
        argumentSet("null choices", "{'choices':null}", ""),
        argumentSet("an empty object", "{}", ""),
        argumentSet("escapes", choice("{'content':'\\n\\u00e9\\\\\\/'}"), "\né\\/"),
        argumentSet("half a pair", choice("{'content':'\\ud83d'}"), "\ud83d"),
        argumentSet("UTF-8", choice("{'content':'é你😀'}"), "é你😀"),
        argumentSet(
            "tool calls and lists are passed over",
            choice("{'tool_calls':[{'function':{'name':'f','content':'x'}}],'content':'a'}"),
            "a"),
        argumentSet(
            "content of another type is passed over",
            choice("{'content':[{'type':'text','text':'x'}]}"),
            ""),
        argumentSet(
            "fields that nobody knows",
            "{'id':'c','x':{'choices':[{'delta':{'content':'x'}}]},'choices':[{'delta':{'content':'a'},"
                + "'logprobs':{'content':[{'token':'x'}]}}],'obfuscation':'yyy'}",
            "a"),
        argumentSet(
            "the first choice alone",
            "{'choices':[{'index':1,'delta':{'content':'x'}},{'index':0,'delta':{'content':'a'}},"
                + "{'delta':{'content':'x'},'index':2}]}",
            "a"),
        argumentSet("no error", "{'error':null,'choices':[{'delta':{'content':'a'}}]}", "a"),
        argumentSet("white space around", " " + choice("{'content':'a'}") + "\n ", "a"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void takesTheText(String chunk, String expected) {
    read(chunk);

    assertThat(text.toString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void takesTheTextOfChunksThatResembleThoseBefore(String chunk, String expected) {
    read(choice("{'content':'+'}"));
    read(chunk);
    read(chunk);

    assertThat(text.toString()).isEqualTo("+" + expected + expected);
  }

  @Test
  void addsTextToWhatWasThere() {
    read(choice("{'content':'Hel'}"));
    read(choice("{'content':'lo'}"));

    assertThat(text.toString()).isEqualTo("Hello");
  }

  @Test
  void readsNoFurtherThanItIsTold() {
    var bytes = ("xx" + choice("{'content':'a'}") + "xx").replace('\'', '"').getBytes(UTF_8);
    reader.read(bytes, 2, bytes.length - 2);

    assertThat(text.toString()).isEqualTo("a");
  }

  @Test
  void keepsTheReasonForTheEnd() {
    assertThat(reader.finishReason()).isNull();
    read("{'choices':[{'index':0,'delta':{},'finish_reason':null}]}");
    assertThat(reader.finishReason()).isNull();
    read("{'choices':[{'index':0,'delta':{},'finish_reason':'stop'}]}");
    read("{'choices':[],'usage':null}");
    assertThat(reader.finishReason()).isEqualTo("stop");
  }

  @Test
  void takesTheReasonFromTheFirstChoiceAlone() {
    read("{'choices':[{'finish_reason':'length','delta':{},'index':1}]}");

    assertThat(reader.finishReason()).isNull();
  }

  @Test
  void keepsTheUsage() {
    assertThat(reader.usage()).isNull();
    read(
        """
        {'choices':[],'usage':{'prompt_tokens':9,'completion_tokens':2,'total_tokens':11,
        'prompt_tokens_details':{'cached_tokens':5,'prompt_tokens':7}}}""");

    assertThat(reader.usage()).isEqualTo(new Usage(9, 2));
  }

  @Test
  void takesNoUsageForNegative() {
    read("{'usage':{'prompt_tokens':-1,'completion_tokens':null}}");

    assertThat(reader.usage()).isEqualTo(new Usage(0, 0));
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        argumentSet("nothing", ""),
        argumentSet("white space", "  "),
        argumentSet("a word", "hello"),
        argumentSet("a string", "'hello'"),
        argumentSet("an array", "[]"),
        argumentSet("null", "null"),
        argumentSet("cut", "{'choices':[{'index':0,'delta':{'content':'a'"),
        argumentSet("cut at the very end", "{'choices':[]"),
        argumentSet("broken", "{broken"),
        argumentSet("two objects", "{} {}"),
        argumentSet("more after the end", choice("{'content':'a'}") + "}"),
        argumentSet("a control character", choice("{'content':'a\nb'}")),
        argumentSet("an index beyond numbers", "{'choices':[{'index':99999999999}]}"),
        argumentSet("a choice that is none", "{'choices':[7,{'delta':{'content':'a'}}]}"),
        argumentSet("too deep", "{'x':" + "[".repeat(100) + "]".repeat(100) + "}"),
        argumentSet("bytes that are no UTF-8", choice("{'content':'\u00C3('}")),
        argumentSet("UTF-16, the low byte first", in(UTF_16LE, choice("{'content':'a'}"))),
        argumentSet("UTF-16, the high byte first", in(UTF_16BE, choice("{'content':'a'}"))),
        argumentSet("UTF-16 that says so", in(UTF_16, choice("{'content':'a'}"))),
        argumentSet("UTF-32, the low byte first", in(UTF_32LE, choice("{'content':'a'}"))),
        argumentSet("UTF-32, the high byte first", in(UTF_32BE, choice("{'content':'a'}"))),
        argumentSet("UTF-32 that says so", in(UTF_32BE, "\ufeff" + choice("{'content':'a'}"))));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void refuses(String chunk) {
    assertThat(failure(chunk).code()).isEqualTo("model_protocol_error");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void refusesItBehindAChunkThatIsWhole(String chunk) {
    read(choice("{'content':'a'}"));
    read(choice("{'content':'b'}"));

    assertThat(failure(chunk).code()).isEqualTo("model_protocol_error");
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        argumentSet(
            "OpenAI's", "{'error':{'type':'x','message':'Out of order.'}}", "Out of order."),
        argumentSet("without a message", "{'error':{'code':7}}", "no reason given."),
        argumentSet("with an odd message", "{'error':{'message':{'a':[]}}}", "no reason given."),
        argumentSet("of text", "{'error':'overloaded'}", "overloaded"),
        argumentSet("of another type", "{'error':true}", "no reason given."),
        argumentSet(
            "with a key", "{'error':{'message':'No sk-proj-12345678 here'}}", "No [secret] here"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void reportsAnError(String chunk, String message) {
    var failure = failure(chunk);

    assertThat(failure.code()).isEqualTo("model_error");
    assertThat(failure.detail()).isEqualTo("The model service failed: " + message);
  }

  private ModelFailure failure(String chunk) {
    return catchThrowableOfType(
        ModelFailure.class, () -> read(chunk.replace('\'', '"').getBytes(ISO_8859_1)));
  }

  private void read(String chunk) {
    read(chunk.replace('\'', '"').getBytes(UTF_8));
  }

  private void read(byte[] bytes) {
    reader.read(bytes, 0, bytes.length);
  }

  /// Text whose characters are the bytes of another one.
  private static String in(Charset charset, String chunk) {
    return new String(chunk.getBytes(charset), ISO_8859_1);
  }

  private static String choice(String delta) {
    return "{'choices':[{'index':0,'delta':%s,'finish_reason':null}]}".formatted(delta);
  }
}
