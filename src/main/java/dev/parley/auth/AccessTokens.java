package dev.parley.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Access tokens: JWTs (RFC 9068's shape) signed with HMAC-SHA-256. One is read in memory alone:
/// its kind, algorithm, key, audience and time, and that its session has not been ended.
@Component
public final class AccessTokens {

  private static final JOSEObjectType KIND = new JOSEObjectType("at+jwt");
  private static final String PARLEY = "parley";
  private static final String SESSION = "sid";
  private static final String ROLE = "role";
  private static final int LONGEST = 2_048;

  private final JWSHeader header;
  private final MACSigner signer;
  private final MACVerifier verifier;
  private final TokenSettings settings;
  private final Revocations revocations;
  private final Clock clock;

  AccessTokens(SigningKey key, TokenSettings settings, Revocations revocations, Clock clock)
      throws JOSEException {
    this.header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(KIND).keyID(key.id()).build();
    this.signer = new MACSigner(key.bytes());
    this.verifier = new MACVerifier(key.bytes());
    this.settings = settings;
    this.revocations = revocations;
    this.clock = clock;
  }

  String issue(Caller.Member member) {
    var now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(PARLEY)
            .audience(PARLEY)
            .subject(member.accountId())
            .claim(SESSION, member.sessionId())
            .claim(ROLE, member.role().word())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(settings.accessLifetime())))
            .build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("an access token cannot be signed", e);
    }
    return token.serialize();
  }

  /// Whom a token stands for; nobody, if anything about it is wrong.
  public Optional<Caller.Member> read(String token) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var parsed = SignedJWT.parse(token);
      return isOurs(parsed.getHeader()) && parsed.verify(verifier)
          ? member(parsed.getJWTClaimsSet())
          : Optional.empty();
    } catch (ParseException | JOSEException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private boolean isOurs(JWSHeader sent) {
    return JWSAlgorithm.HS256.equals(sent.getAlgorithm())
        && KIND.equals(sent.getType())
        && header.getKeyID().equals(sent.getKeyID());
  }

  private Optional<Caller.Member> member(JWTClaimsSet claims) throws ParseException {
    var expires = claims.getExpirationTime();
    var subject = claims.getSubject();
    var session = claims.getStringClaim(SESSION);
    var role = claims.getStringClaim(ROLE);
    if (expires == null
        || !clock.instant().isBefore(expires.toInstant())
        || !PARLEY.equals(claims.getIssuer())
        || !claims.getAudience().contains(PARLEY)
        || subject == null
        || session == null
        || role == null) {
      return Optional.empty();
    }
    var member = new Caller.Member(subject, session, Role.of(role));
    return revocations.concern(member) ? Optional.empty() : Optional.of(member);
  }
}
