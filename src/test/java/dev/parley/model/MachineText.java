package dev.parley.model;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// What machines write, and people write for machines.
final class MachineText {

  private MachineText() {}

  static Stream<Arguments> texts() {
    return Stream.of(
        argumentSet(
            "Java",
            """
            @Override
            public synchronized int read(byte[] into, int offset, int length) throws IOException {
              if (buffer == null || (length -= 0x1F) <= 0) { return -1; } // EOF
              for (int i = 0; i < MAX_VALUE_2 && !isClosed(); i++) {
                into[offset + i] = (byte) (buffer[i] & 0xff ^ KEY[i % 16] << 3 | ~mask);
              }
              return Math.min(length, buffer.length - position++);
            }
            """),
        argumentSet(
            "Python",
            "def f(xs):\n\treturn {k: [v**2 for v in vs if v != 0] for k, vs in xs.items()}\n\nprint(f({'a': [1, 2], 'b': []}))\n"),
        argumentSet(
            "C with much punctuation",
            "#define X(a,b) do{(*(a))->_n++;if(!~(b)){*--(a)=&((b)[0]);}}while(0)\n;;{}{}()[]<<>>||&&==!=->::..."),
        argumentSet(
            "JSON",
            """
            {"id":"msg_01jd2v8k0xq3w9m5n7r1t4y6za","items":[{"price":12.50,"qty":3,"tags":["a","b"],"ok":true},\
            {"price":1e-9,"qty":null,"at":"2025-11-30T23:59:59.123Z","url":"https://example.com/a?b=c&d=%20e#f"}]}
            """),
        argumentSet(
            "Markdown table",
            "| a | b |\n|---|:-:|\n| 1 | **x** |\n\n---\n\n- [ ] `todo`\n* ~~done~~\n"),
        argumentSet(
            "SQL",
            "SELECT u.ID, COUNT(*) FROM USERS u LEFT JOIN ORDERS o ON o.UID = u.ID WHERE u.AGE >= 18 GROUP BY 1;"),
        argumentSet(
            "a log",
            "2025-11-30T23:59:59.123Z ERROR [http-nio-8080-exec-7] c.e.X$$Lambda/0x00007f9c: IOException@5e91993f (10.0.0.1:443)\n"),
        argumentSet(
            "upper case",
            "THE QUICK BROWN FOX JUMPS OVER THE LAZY DOG. WARNING: DO NOT OPEN. SCHIFFFAHRTSGESELLSCHAFT"),
        argumentSet("aLtErNaTiNg", "tHe QuIcK bRoWn FoX jUmPs OvEr ThE lAzY dOg".repeat(5)),
        argumentSet(
            "camelCase",
            "getUserNameByIdOrElseThrowExceptionIfNotFoundInCacheXMLHttpRequestURLEncoderUTF8"),
        argumentSet(
            "a long path",
            "/usr/lib/x86_64-linux-gnu/libstdc++.so.6.0.30:/home/ada/.cache/pip/wheels/3a/9f/0b"),
        argumentSet("digits", RandomText.random(i -> '0' + i % 10)),
        argumentSet("one digit", "7".repeat(2_000)),
        argumentSet(
            "numbers",
            IntStream.range(0, 300)
                .mapToObj(i -> Integer.toString(i * 7919))
                .collect(Collectors.joining(" "))),
        argumentSet("hex", HexFormat.of().formatHex(RandomText.bytes())),
        argumentSet("HEX", HexFormat.of().withUpperCase().formatHex(RandomText.bytes())),
        argumentSet("base64", Base64.getEncoder().encodeToString(RandomText.bytes())),
        argumentSet(
            "base32 in lower case",
            RandomText.random(i -> "abcdefghijklmnopqrstuvwxyz234567".charAt(i % 32))),
        argumentSet("syllables", RandomText.syllables(false)),
        argumentSet("made-up words", RandomText.syllables(true)),
        argumentSet(
            "words run together",
            "thequickbrownfoxjumpsoverthelazydogandnobodysawitbecauseitwasdarkoutside".repeat(5)),
        argumentSet(
            "file names",
            "img_20240131_235959.jpg tmp.XXXXqzJ8 libfoo.so.1 a.out Makefile.am ~/.bashrc C:\\Windows\\System32\\drivers"),
        argumentSet(
            "an SSH key",
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGqzJ8vXw5nT0pLk2bYhR7sUeFdMxQoC ada@host"),
        argumentSet("CSV", "1,2,,3.5,\"a\",b,,,\n4,5,6,,,c,d;e;f\n".repeat(10)),
        argumentSet(
            "LaTeX",
            "\\begin{align}\\frac{\\partial f}{\\partial x_i}&=\\sum_{k=1}^{n}\\alpha_k\\,x^{2k}\\\\\\end{align}"),
        argumentSet(
            "an address",
            "https://www.example.org/wiki/Spezial:Suche?search=%C3%BCber&go=Go#cite_note-12"),
        argumentSet(
            "UUIDs", "550e8400-e29b-41d4-a716-446655440000 6ba7b810-9dad-11d1-80b4-00c04fd430c8"),
        argumentSet("characters in rows", RandomText.rows()),
        argumentSet("DNA", RandomText.random(i -> "ACGT".charAt(i % 4))),
        argumentSet("random letters", RandomText.random(i -> 'a' + i % 26)),
        argumentSet(
            "random consonants", RandomText.random(i -> "bcdfghjklmnpqrstvwxz".charAt(i % 20))),
        argumentSet("single letters", RandomText.random(i -> i % 2 == 0 ? ' ' : 'a' + i / 2 % 26)),
        argumentSet("random ASCII", RandomText.random(i -> ' ' + i % 95)),
        argumentSet(
            "punctuation",
            RandomText.random(i -> "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".charAt(i % 32))),
        argumentSet("one mark", "!".repeat(2_000)),
        argumentSet(
            "a rule",
            "-".repeat(80)
                + "\n"
                + "=".repeat(79)
                + "\n"
                + "*".repeat(3)
                + "\n"
                + "~#".repeat(40)));
  }
}
