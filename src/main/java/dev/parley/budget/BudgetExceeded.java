package dev.parley.budget;

/// Somebody asked for more than their budget has, or than one that all share has.
///
/// @param subject the account or guest session that asked, or `relay`
/// @param budget whose budget has not enough: that subject, `guests` or `everybody`
/// @param period `day` or `month`
/// @param measure `questions`, `tokens` or `cost`
public record BudgetExceeded(String subject, String budget, String period, String measure) {}
