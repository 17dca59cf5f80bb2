package io.tocsin.audience;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Some rows, cleaned and ready to be stored together.
 *
 * @param rowsDone how many rows of the list are done when these are
 * @param persons whom the usable rows are about
 * @param remarked rows that are set aside, or taken without one of their values
 */
record ImportBatch(
        List<ListRow> rows, long rowsDone, long bytesRead, PersonRows persons, List<SetAsideRows.Sealed> remarked) {
    static ImportBatch of(
            List<ListRow> rows,
            long rowsDone,
            long bytesRead,
            RowCleaner cleaner,
            Audience audience,
            ImportParts parts) {
        List<NewRecipient> usable = new ArrayList<>(rows.size());
        List<SetAsideRows.Sealed> remarked = new ArrayList<>();
        for (ListRow row : rows) {
            RowCleaner.Cleaned cleaned = cleaner.clean(row);
            if (cleaned.person() != null) {
                usable.add(cleaned.person());
            }
            if (!cleaned.remarks().isEmpty()) {
                remarked.add(parts.setAside().seal(audience.centerId(), cleaned));
            }
        }
        return new ImportBatch(rows, rowsDone, bytesRead, parts.prepare(audience, usable), remarked);
    }

    /** Each row for itself; the last one brings the count to where this batch would have. */
    List<ImportBatch> singles(RowCleaner cleaner, Audience audience, ImportParts parts) {
        List<ImportBatch> singles = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            // blank rows in between are not counted one by one: a repeated row does no harm
            long done = i == rows.size() - 1 ? rowsDone : Math.max(0, rowsDone - rows.size());
            singles.add(of(List.of(rows.get(i)), done, bytesRead, cleaner, audience, parts));
        }
        return singles;
    }

    /** The only row of this batch, set aside. */
    ImportBatch refused(Audience audience, ImportParts parts) {
        RowCleaner.Cleaned cleaned =
                new RowCleaner.Cleaned(rows.getFirst(), null, EnumSet.of(Remark.NOT_STORABLE));
        return new ImportBatch(
                rows,
                rowsDone,
                bytesRead,
                parts.prepare(audience, List.of()),
                List.of(parts.setAside().seal(audience.centerId(), cleaned)));
    }

    ImportTable.Step step(RecipientWriter.Written written) {
        int setAside = (int) remarked.stream().filter(SetAsideRows.Sealed::setAside).count();
        return new ImportTable.Step(
                rowsDone,
                bytesRead,
                written.created(),
                persons.of().size() - written.created(),
                written.items(),
                setAside,
                remarked.size() - setAside);
    }
}
