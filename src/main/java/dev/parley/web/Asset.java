package dev.parley.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;

/// A file that the server brings along, kept in memory, packed as well: it is the same for
/// everybody.
final class Asset {

  private static final String GZIP = "gzip";

  /// In an `Accept-Encoding` (RFC 9110, section 12.5.3); a weight of 0 is a no.
  private static final Pattern TAKES_GZIP =
      Pattern.compile(
          "(^|,)\\s*gzip\\s*(;\\s*q=(1|0\\.0*[1-9]).*|,.*)?$", Pattern.CASE_INSENSITIVE);

  private final byte[] content;
  private final byte[] packed;
  private final MediaType type;
  private final String tag;
  private final @Nullable String policy;

  Asset(String name, byte[] content) {
    this(name, content, null);
  }

  /// @param policy what a browser may load for it, as a `Content-Security-Policy`
  Asset(String name, byte[] content, @Nullable String policy) {
    this.content = content;
    this.packed = pack(content);
    this.type = type(name);
    this.tag = DigestUtils.md5DigestAsHex(content);
    this.policy = policy;
  }

  /// @param encodings the `Accept-Encoding` of whoever asks
  ResponseEntity<byte[]> answer(CacheControl caching, @Nullable String encodings) {
    var isPacked = packed.length < content.length && takesGzip(encodings);
    var answer =
        ResponseEntity.ok()
            .contentType(type)
            .cacheControl(caching)
            .varyBy(HttpHeaders.ACCEPT_ENCODING)
            .eTag(isPacked ? tag + "-" + GZIP : tag);
    if (policy != null) {
      answer.header("Content-Security-Policy", policy);
    }
    if (isPacked) {
      answer.header(HttpHeaders.CONTENT_ENCODING, GZIP);
    }
    return answer.body(isPacked ? packed : content);
  }

  static boolean takesGzip(@Nullable String encodings) {
    return encodings != null && TAKES_GZIP.matcher(encodings).find();
  }

  private static byte[] pack(byte[] content) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static MediaType type(String name) {
    var type =
        name.endsWith(".mjs")
            ? MediaType.parseMediaType("text/javascript")
            : MediaTypeFactory.getMediaType(name).orElseThrow();
    return "text".equals(type.getType()) ? new MediaType(type, StandardCharsets.UTF_8) : type;
  }
}
