/// Every limit there is, on one page, and the counting of what is limited.
@NullMarked
package dev.parley.limit;

import org.jspecify.annotations.NullMarked;
