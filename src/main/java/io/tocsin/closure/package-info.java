/** The end of a center: teardown plan, evidence, certificate, retention. */
package io.tocsin.closure;
