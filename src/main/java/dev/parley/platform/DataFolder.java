package dev.parley.platform;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The folder for everything made at run time, made on the first start for its owner alone.
///
/// @param folder `PARLEY_DATA`: its path
@ConfigurationProperties("parley.data")
public record DataFolder(@DefaultValue("data") Path folder) {

  private static final int SECRET_BYTES = 32;
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  /// The path of a file in the folder, which exists afterwards.
  ///
  /// @throws UnsafeStart where the folder cannot be made or written
  public Path file(String name) {
    try {
      Files.createDirectories(folder, OWNER_ONLY);
    } catch (IOException e) {
      throw new UnsafeStart(
          "The data folder %s cannot be made: %s"
              .formatted(folder.toAbsolutePath(), e.getMessage()),
          "Set PARLEY_DATA to a folder that this user may write.",
          e);
    }
    return folder.resolve(name);
  }

  /// The secret kept in a file that only its owner can read: 256 random bits in hexadecimal, made
  /// when the file is asked for first.
  ///
  /// @param loss what it would mean to have another, for the person at the console
  /// @throws UnsafeStart where the file can be neither made nor read, or is not whole
  public Secret secret(String name, String loss) {
    var file = file(name);
    try {
      makeSecret(file);
      var secret = Files.readString(file).strip();
      if (secret.length() < 2 * SECRET_BYTES) {
        throw new UnsafeStart(
            "The key file %s is not whole.".formatted(file.toAbsolutePath()),
            "Bring it back from a backup. %s Delete it, and another is made.".formatted(loss));
      }
      return new Secret(secret);
    } catch (IOException e) {
      throw new UnsafeStart(
          "The key file %s can be neither made nor read: %s"
              .formatted(file.toAbsolutePath(), e.getMessage()),
          "Let this user read and write the data folder.",
          e);
    }
  }

  private static void makeSecret(Path file) throws IOException {
    var bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var draft =
        Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + "-", "", mode);
    try {
      Files.writeString(draft, HexFormat.of().formatHex(bytes) + "\n", StandardOpenOption.SYNC);
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // Made at an earlier start, or by another process at this very moment: that one holds.
    } finally {
      Files.delete(draft);
    }
  }
}
