package io.tocsin.ivr;

/**
 * What happens when a caller presses nothing, or a key that is not offered.
 *
 * @param tries how often the question is asked in all, 1 to 5
 * @param then node that follows the last try
 */
record Retry(int tries, String then) {}
