package dev.parley.auth;

import dev.parley.platform.Profile;
import dev.parley.platform.Secret;
import dev.parley.web.Fields;
import dev.parley.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a new password has to be: 8 to 128 characters, whichever these are; in production none that
/// is tried first. It is taken as it was typed, neither cut nor put into another form (OWASP ASVS
/// 5.0, 6.2.8).
@Component
public class PasswordRule {

  private static final int SHORTEST = 8;
  private static final int LONGEST = 128;

  private final CommonPasswords common;
  private final Profile profile;

  PasswordRule(CommonPasswords common, Profile profile) {
    this.common = common;
    this.profile = profile;
  }

  /// Reads a new password among the fields of a request.
  ///
  /// @param email of its account, normalised
  public Secret read(Fields fields, String field, @Nullable Secret value, String email) {
    var password = fields.secret(field, value);
    var length = Text.length(password.reveal());
    if (length < SHORTEST || length > LONGEST) {
      fields.reject(field, "must have %d to %d characters".formatted(SHORTEST, LONGEST));
    } else if (profile.isProduction()) {
      checkGuessable(fields, field, password, email);
    }
    return password;
  }

  private void checkGuessable(Fields fields, String field, Secret password, String email) {
    if (common.contain(password)) {
      fields.reject(field, "is one of those that are used by many, and tried first");
    }
    var typed = Emails.normalise(password.reveal());
    if (typed.equals(email) || typed.equals(localPart(email))) {
      fields.reject(field, "must not be the address");
    }
  }

  private static String localPart(String email) {
    return email.substring(0, Math.max(0, email.lastIndexOf('@')));
  }
}
