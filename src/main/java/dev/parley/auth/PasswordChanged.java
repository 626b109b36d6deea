package dev.parley.auth;

/// An account has a new password. Published in the transaction that stores it.
public record PasswordChanged(String accountId) {}
