package io.tocsin.drill;

/** One area of the carrier's REST API. */
interface CarrierApi {
    boolean serves(CarrierRequest request);

    CarrierAnswer answer(CarrierRequest request);
}
