/** Regimes: what laws demand of the organization, by when, with which evidence, and what a notice must say. */
package io.tocsin.regime;
