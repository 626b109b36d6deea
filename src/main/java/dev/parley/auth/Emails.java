package dev.parley.auth;

import dev.parley.web.Fields;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Addresses of accounts. Two that differ in case alone are one.
public final class Emails {

  /// The most characters that an address can have on its way (RFC 5321, section 4.5.3.1).
  public static final int LONGEST = 254;

  /// Nothing that cannot be seen stands in an address, so that no two look alike.
  private static final Pattern SHAPE =
      Pattern.compile("[^@\\p{C}\\p{Z}]{1,64}@[^@.\\p{C}\\p{Z}]+(\\.[^@.\\p{C}\\p{Z}]+)*");

  private Emails() {}

  public static String normalise(String email) {
    return Normalizer.normalize(email.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /// Reads an address among the fields of a request.
  public static String read(Fields fields, @Nullable String value) {
    var email = normalise(fields.given("email", value));
    if (!isAddress(email)) {
      fields.reject("email", "must be an e-mail address");
    }
    return email;
  }

  public static boolean isAddress(String email) {
    return email.length() <= LONGEST && SHAPE.matcher(email).matches();
  }
}
