package dev.parley.auth;

/// What somebody holds after signing in.
///
/// @param expiresIn seconds that the access token holds
record Tokens(String accessToken, String tokenType, long expiresIn, String refreshToken) {}
