package io.tocsin.event;

/**
 * Something that happened, to be told to others. Carries ids and states, never personal data.
 *
 * @param key id of the thing whose events stay in order (see {@link Topic})
 * @param type what happened: {@code center.opened}; its schema is {@code schemas/<type>.json}
 * @param data written as JSON
 */
public record NewEvent(Topic topic, String key, String type, Object data) {}
