/** The engine: desired resources, drivers, the reconciler. Knows no vendor and no feature. */
package io.tocsin.provisioning;
