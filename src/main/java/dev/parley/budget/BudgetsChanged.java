package dev.parley.budget;

import org.jspecify.annotations.Nullable;

/// An administrator has changed what may be used.
///
/// @param adminId the administrator's account
/// @param accountId whose budget; none: everybody's
public record BudgetsChanged(String adminId, @Nullable String accountId) {}
