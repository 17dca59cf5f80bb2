package io.tocsin.ivr;

import io.tocsin.platform.CarrierForm;

/**
 * A webhook as the script sees it.
 *
 * @param node name of a node, or {@code entry}
 * @param language empty before the caller has chosen
 * @param attempt from 1
 * @param form the carrier's parameters
 * @param leavingFor the node that the caller chose when leaving the queue; empty if not known
 */
record Ask(String node, Action action, String language, int attempt, CarrierForm form, String leavingFor) {}
