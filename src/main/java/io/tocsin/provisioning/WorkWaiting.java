package io.tocsin.provisioning;

/** Fired when the ledger got new work, so that this process's reconciler need not wait for its next look. */
record WorkWaiting() {}
