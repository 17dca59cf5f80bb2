package io.tocsin.ivr;

import java.util.Map;
import java.util.Set;

/**
 * One request of a walk and what its answer must be.
 *
 * @param path below the public base URL
 * @param form besides what every request of a walk has
 * @param verbs TwiML verbs of which the answer must have each
 * @param leadsTo node that the answer must belong to; empty where the call ends or waits elsewhere
 */
record Leg(Branch branch, String language, String path, Map<String, String> form, Set<String> verbs, String leadsTo) {}
