package io.tocsin.audience;

/**
 * One row of a list as it was sent.
 *
 * @param line where it begins in the file, from 1
 * @param cells as they stand there, never null
 */
record ListRow(long line, String[] cells) {
    boolean isBlank() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** Nothing: it is a person's. */
    @Override
    public String toString() {
        return "line " + line;
    }
}
