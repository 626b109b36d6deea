package dev.parley.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.testing.Client;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;

/// Makes access tokens as the server does, and others that differ from them in one thing.
final class Forger {

  private final SigningKey key;
  private final JWTClaimsSet good;

  /// @param member whose account and session the tokens name
  Forger(SigningKey key, Client member) {
    this.key = key;
    this.good = claims(String.valueOf(member.token()));
  }

  /// A token as the server makes them.
  String genuine() {
    return sign(header().build(), good, key.bytes());
  }

  String withHeader(UnaryOperator<JWSHeader.Builder> change) {
    return sign(change.apply(header()).build(), good, key.bytes());
  }

  String withClaims(UnaryOperator<JWTClaimsSet.Builder> change) {
    var claims = change.apply(new JWTClaimsSet.Builder(good)).build();
    return sign(header().build(), claims, key.bytes());
  }

  String withExpiry(Instant time) {
    return withClaims(claims -> claims.expirationTime(Date.from(time)));
  }

  /// Signed with the right key by another algorithm, as its header says.
  String signedBy(JWSAlgorithm algorithm) {
    var header = new JWSHeader.Builder(algorithm).type(new JOSEObjectType("at+jwt"));
    var bytes = new byte[64];
    System.arraycopy(key.bytes(), 0, bytes, 0, Math.min(64, key.bytes().length));
    return sign(header.keyID(key.id()).build(), good, bytes);
  }

  String signedWith(byte[] otherKey) {
    return sign(header().build(), good, otherKey);
  }

  /// Signed with another key, of which the header says where to get it.
  String withKeysAt(URI address, String otherKey) {
    var header = header().jwkURL(address).x509CertURL(address).build();
    return sign(header, good, otherKey.getBytes(StandardCharsets.UTF_8));
  }

  /// Signed by nobody, as its header says: the algorithm is `none`.
  String unsigned() {
    return new PlainJWT(good).serialize();
  }

  /// The genuine head and claims with another signature.
  String withSignature(String signature) {
    var token = genuine();
    return token.substring(0, token.lastIndexOf('.') + 1) + signature;
  }

  private JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.HS256)
        .type(new JOSEObjectType("at+jwt"))
        .keyID(key.id());
  }

  private static JWTClaimsSet claims(String token) {
    try {
      return SignedJWT.parse(token).getJWTClaimsSet();
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String sign(JWSHeader header, JWTClaimsSet claims, byte[] key) {
    try {
      var token = new SignedJWT(header, claims);
      token.sign(new MACSigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
