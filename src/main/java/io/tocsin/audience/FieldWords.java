package io.tocsin.audience;

import io.quarkus.qute.TemplateExtension;
import io.tocsin.platform.Phrase;

/** What is known about a person, named for a reader: {@code {field:said(name).words}}. */
@TemplateExtension(namespace = "field")
final class FieldWords {
    private FieldWords() {}

    /** A column that the list brought of its own goes by its own name. */
    static Phrase said(String field) {
        return switch (field) {
            case Fields.NAME -> TargetWords.of(ColumnTarget.Kind.NAME);
            case Fields.ADDRESS -> TargetWords.of(ColumnTarget.Kind.ADDRESS);
            case Fields.POSTAL_CODE -> TargetWords.of(ColumnTarget.Kind.POSTAL_CODE);
            case Fields.CUSTOMER_NUMBER -> TargetWords.of(ColumnTarget.Kind.CUSTOMER_NUMBER);
            case "phone" -> TargetWords.of(ColumnTarget.Kind.PHONE);
            case "email" -> TargetWords.of(ColumnTarget.Kind.EMAIL);
            default -> Phrase.same(field);
        };
    }
}
