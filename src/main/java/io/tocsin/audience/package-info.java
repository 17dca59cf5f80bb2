/** Whom to reach: lists of people as companies have them become recipients; who has opted out is left in peace. */
package io.tocsin.audience;
