/// What answers cost, what accounts and guests may use, and the ledger of both.
@NullMarked
package dev.parley.budget;

import org.jspecify.annotations.NullMarked;
