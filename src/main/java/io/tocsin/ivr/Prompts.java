package io.tocsin.ivr;

/**
 * Words that belong to the script as a whole.
 *
 * @param noKey before a question is asked again because nothing was pressed
 * @param wrongKey before a question is asked again because the key is not offered
 * @param preparing to a caller before the center opens
 * @param waiting while waiting in a queue that has no words of its own; may use {@code {position}} and {@code {minutes}}
 * @param closedUntil after the pack's closing message, once it is known until when the number is answered; may use
 *     {@code {answeredUntil}}
 */
record Prompts(Spoken noKey, Spoken wrongKey, Spoken preparing, Spoken waiting, Spoken closedUntil) {}
