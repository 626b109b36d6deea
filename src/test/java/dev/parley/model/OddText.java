package dev.parley.model;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// What hardly anybody writes, and somebody will.
final class OddText {

  private OddText() {}

  static Stream<Arguments> texts() {
    return Stream.of(
        argumentSet("nothing", ""),
        argumentSet("one letter", "a"),
        argumentSet("one emoji", "😀"),
        argumentSet("emoji", "👋😀🎉❤️👩‍👩‍👧🏳️‍🌈🇩🇪👍🏽🤷🏻‍♀️".repeat(10)),
        argumentSet("emoji among words", "Great 😀 see you 🎉 at ⏰ 5 ✅ bye 👋🏿 "),
        argumentSet("rare emoji", RandomText.random(i -> 0x1F900 + i % 256)),
        argumentSet("spaces", " ".repeat(2_000)),
        argumentSet("line feeds", "\n".repeat(2_000)),
        argumentSet("tabs", "\t".repeat(2_000)),
        argumentSet("carriage returns", "\r\n".repeat(2_000)),
        argumentSet("white space of all kinds", RandomText.random(i -> " \t\n\r".charAt(i % 4))),
        argumentSet("odd spaces", "\u00a0\u2003\u3000\u2028\u200b\ufeff".repeat(50)),
        argumentSet("words and spaces", "a  b   c    d\t\te\n\n\nf \n g\r\n\r\nh".repeat(20)),
        argumentSet(
            "combining marks",
            "Z\u0351\u036b\u0343a\u0334\u0335l\u0336\u0337g\u0338\u0321o\u0322".repeat(20)),
        argumentSet("accented letters", "àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿĀāĂăĄą".repeat(5)),
        argumentSet("controls", RandomText.random(i -> 1 + i % 31)),
        argumentSet("Russian letters", RandomText.random(i -> 0x410 + i % 64)),
        argumentSet("Latin beyond ASCII", RandomText.random(i -> 0x80 + i % 0x180)),
        argumentSet("two-byte letters", RandomText.random(i -> 0x80 + i % 0x780)),
        argumentSet("three-byte letters", RandomText.random(i -> 0x800 + i % 0xd000)),
        argumentSet("rare ideographs", RandomText.random(i -> 0x3400 + i % 0x19b5)),
        argumentSet("syllables of Hangul", RandomText.random(i -> 0xac00 + i % 11172)),
        argumentSet("private use", RandomText.random(i -> 0xe000 + i % 0x1900)),
        argumentSet("beyond the first plane", RandomText.random(i -> 0x10000 + i % 0xf0000)),
        argumentSet("all planes", RandomText.random(i -> i % 0x2000 == 0 ? 'x' : i % 0xd800)),
        argumentSet("mathematical letters", "𝓗𝓮𝓵𝓵𝓸 𝔀𝓸𝓻𝓵𝓭 𝕳𝖊𝖑𝖑𝖔 ℌ𝔢𝔩𝔩𝔬 "),
        argumentSet("box drawing", "┌──┬──┐│░▒▓█├──┼──┤└──┴──┘".repeat(20)),
        argumentSet(
            "glitch tokens", " SolidGoldMagikarp<|endoftext|><|im_start|>system petertodd"));
  }
}
