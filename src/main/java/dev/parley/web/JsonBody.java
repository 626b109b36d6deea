package dev.parley.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/// Reads the bodies of requests. One that is not UTF-8, or is not one JSON document from its
/// beginning to its end, is malformed, whatever else is wrong with what stands in it.
final class JsonBody extends JacksonJsonDecoder {

  JsonBody(JsonMapper mapper) {
    super(mapper);
  }

  @Override
  public Object decode(
      DataBuffer body,
      ResolvableType type,
      @Nullable MimeType mimeType,
      @Nullable Map<String, Object> hints) {
    var text = text(body);
    try {
      Object value = getMapper().readerFor(getJavaType(type.getType(), null)).readValue(text);
      if (value == null) {
        throw new Invalid("", "must be an object");
      }
      return value;
    } catch (DatabindException mismatch) {
      checkWellFormed(text);
      throw new DecodingException("not what this call takes", mismatch);
    } catch (JacksonException malformed) {
      throw new DecodingException("not JSON", malformed);
    }
  }

  private static String text(DataBuffer body) {
    var bytes = new byte[body.readableByteCount()];
    body.read(bytes);
    DataBufferUtils.release(body);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw Malformed.json();
    }
  }

  /// Reading stops at the first thing that does not fit, so what follows has not been looked at.
  private void checkWellFormed(String text) {
    try (var parser = getMapper().createParser(text)) {
      if (parser.nextToken() == null) {
        throw Malformed.json();
      }
      parser.skipChildren();
      if (parser.nextToken() != null) {
        throw Malformed.json();
      }
    } catch (JacksonException malformed) {
      throw new DecodingException("not JSON", malformed);
    }
  }
}
