package io.tocsin.desk;

import io.tocsin.platform.Phrase;

/** @param finding how it stands, with what to do where it does not hold */
public record WaveCheck(String name, Phrase title, boolean holds, Phrase finding) {}
