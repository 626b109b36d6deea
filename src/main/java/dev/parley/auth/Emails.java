package dev.parley.auth;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Addresses of accounts. Two that differ in case alone are one.
public final class Emails {

  /// The most characters that an address can have on its way (RFC 5321, section 4.5.3.1).
  public static final int LONGEST = 254;

  private static final Pattern SHAPE =
      Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@.\\p{Cntrl}]+(\\.[^\\s@.\\p{Cntrl}]+)*");

  private Emails() {}

  public static String normalise(String email) {
    return Normalizer.normalize(email.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  public static boolean isAddress(String email) {
    return email.length() <= LONGEST && SHAPE.matcher(email).matches();
  }
}
