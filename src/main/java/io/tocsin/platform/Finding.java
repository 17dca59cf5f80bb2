package io.tocsin.platform;

/**
 * One thing wrong in a file that a person wrote.
 *
 * @param file path within its folder
 * @param line first line is 1; 0 where it concerns the whole file
 * @param message what is wrong and what to do
 */
public record Finding(String file, int line, Phrase message) {
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + message.en();
    }
}
