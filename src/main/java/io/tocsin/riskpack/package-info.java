/** Risk packs: read from templates/packs, checked, versioned by content. */
package io.tocsin.riskpack;
