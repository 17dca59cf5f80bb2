/** The incident center: fact sheet, capacity, phase, plan, open gate, and its API. */
package io.tocsin.center;
