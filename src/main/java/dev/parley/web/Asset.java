package dev.parley.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;

/// A file that the server brings along, kept in memory: it is the same for everybody.
final class Asset {

  private final byte[] content;
  private final MediaType type;
  private final String tag;

  Asset(String name, byte[] content) {
    this.content = content;
    this.type = type(name);
    this.tag = DigestUtils.md5DigestAsHex(content);
  }

  /// A word that changes with what is in the file.
  String tag() {
    return tag;
  }

  ResponseEntity<byte[]> answer(CacheControl caching) {
    return answer().cacheControl(caching).body(content);
  }

  /// @param policy what a browser may load for it, as a `Content-Security-Policy`
  ResponseEntity<byte[]> answer(CacheControl caching, String policy) {
    return answer().cacheControl(caching).header("Content-Security-Policy", policy).body(content);
  }

  private ResponseEntity.BodyBuilder answer() {
    return ResponseEntity.ok().contentType(type).eTag(tag);
  }

  private static MediaType type(String name) {
    var type = MediaTypeFactory.getMediaType(name).orElseThrow();
    return "text".equals(type.getType()) ? new MediaType(type, StandardCharsets.UTF_8) : type;
  }
}
