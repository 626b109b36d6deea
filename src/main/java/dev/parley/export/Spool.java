package dev.parley.export;

import dev.parley.platform.DataFolder;
import dev.parley.platform.StorageFull;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

/// A document that has come in whole, in a file that is for its owner alone and has no name by the
/// time that anything stands in it: whatever becomes of the server, nothing is left of it.
final class Spool implements AutoCloseable {

  private static final int PIECE = 65_536;

  private final FileChannel file;
  private final String digest;

  private Spool(FileChannel file, String digest) {
    this.file = file;
    this.digest = digest;
  }

  /// Takes all of a body.
  ///
  /// @throws StorageFull where there is no room for it
  static Spool of(InputStream body, DataFolder data) {
    try (body) {
      var file = open(data);
      try {
        return new Spool(file, copy(body, file));
      } catch (RuntimeException | IOException e) {
        file.close();
        throw e;
      }
    } catch (IOException e) {
      throw new StorageFull(e);
    }
  }

  private static FileChannel open(DataFolder data) throws IOException {
    return FileChannel.open(
        data.file("import-" + UUID.randomUUID()),
        Set.of(
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private static String copy(InputStream body, FileChannel file) throws IOException {
    var digest = sha256();
    var piece = new byte[PIECE];
    for (var read = body.read(piece); read >= 0; read = body.read(piece)) {
      digest.update(piece, 0, read);
      var rest = ByteBuffer.wrap(piece, 0, read);
      while (rest.hasRemaining()) {
        file.write(rest);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// The SHA-256 of the document, in hexadecimal.
  String digest() {
    return digest;
  }

  /// The document from its beginning, as UTF-8. What is not fails as it is read.
  Reader reader() {
    try {
      return Channels.newReader(file.position(0), StandardCharsets.UTF_8.newDecoder(), PIECE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
